// SPDX-License-Identifier: Apache-2.0
// A reply that is no list of orders is an error of the right kind, and never an empty book.
#include "support/fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::fixture;
using support::replyContext;

class TestFailedLoads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNoBook_data();
    void isNoBook();
    void isAnEmptyBook_data();
    void isAnEmptyBook();
    void aCutReplyIsNoBook();
    void theVenuesWordsAreKept();
};

void TestFailedLoads::isNoBook_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("http");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &body, int http, ErrorKind kind) {
        QTest::newRow(name) << body << http << kind;
    };
    const QByteArray html = "<!doctype html><html><body>Login</body></html>";
    const QByteArray list = fixture(u"tl_pending_pace.json"_s);
    row("html with 200", html, 200, ErrorKind::BadReply);
    row("html with 302", html, 302, ErrorKind::BadReply);
    row("html with 401", html, 401, ErrorKind::SignedOut);
    row("html with 403", html, 403, ErrorKind::SignedOut);
    row("html with 429", html, 429, ErrorKind::Throttled);
    row("html with 500", html, 500, ErrorKind::BadReply);
    row("html with 503", html, 503, ErrorKind::BadReply);
    row("nothing", {}, 200, ErrorKind::BadReply);
    row("nothing with 204", {}, 204, ErrorKind::BadReply);
    row("blanks", "  \n", 200, ErrorKind::BadReply);
    row("text", "OK", 200, ErrorKind::BadReply);
    row("a number", "0", 200, ErrorKind::BadReply);
    row("null", "null", 200, ErrorKind::BadReply);
    row("a string", R"("[]")", 200, ErrorKind::BadReply);
    row("401", fixture(u"tl_error_401.json"_s), 401, ErrorKind::SignedOut);
    row("401 as 200", fixture(u"tl_error_401.json"_s), 200, ErrorKind::BadReply);
    row("429", fixture(u"tl_error_rate_limit_429.json"_s), 429, ErrorKind::Throttled);
    row("40000 as 200", fixture(u"tl_error_40000_list.json"_s), 200, ErrorKind::NotAllowed);
    row("40000 as 403", fixture(u"tl_error_40000_list.json"_s), 403, ErrorKind::SignedOut);
    row("44000 as 200", fixture(u"tl_error_44000_kart.json"_s), 200, ErrorKind::VenueRefused);
    row("45010 as 200", fixture(u"tl_error_45010.json"_s), 200, ErrorKind::VenueRefused);
    row("failed as 200", fixture(u"tl_error_failed_status.json"_s), 200, ErrorKind::VenueRefused);
    row("error with 500", fixture(u"tl_error_45010.json"_s), 500, ErrorKind::VenueRefused);
    row("error with a list", R"({"status":"error","data":{"orders":[]}})", 200, ErrorKind::VenueRefused);
    row("false with a list", R"({"status":false,"data":{"orders":[]}})", 200, ErrorKind::VenueRefused);
    row("an error code with a list", R"({"status":"success","error_code":1,"data":{"orders":[]}})", 200,
        ErrorKind::VenueRefused);
    row("a list with 500", list, 500, ErrorKind::VenueRefused);
    row("a list with 302", list, 302, ErrorKind::VenueRefused);
    row("a list with 404", list, 404, ErrorKind::VenueRefused);
    row("success without data", R"({"status":"success","message":""})", 200, ErrorKind::BadReply);
    row("success with {}", R"({"data":{},"message":"","status":"success"})", 200, ErrorKind::BadReply);
    row("success with null data", R"({"data":null,"message":"","status":"success"})", 200,
        ErrorKind::BadReply);
    row("success with a bare array", R"({"data":[],"message":"","status":"success"})", 200,
        ErrorKind::BadReply);
    row("a bare array", "[]", 200, ErrorKind::BadReply);
    row("an array of rows", R"([{"oms_order_id":"1"}])", 200, ErrorKind::BadReply);
    row("orders is an object", R"({"data":{"orders":{}},"status":"success"})", 200, ErrorKind::BadReply);
    row("orders is text", R"({"data":{"orders":""},"status":"success"})", 200, ErrorKind::BadReply);
    row("orders is false", R"({"data":{"orders":false},"status":"success"})", 200, ErrorKind::BadReply);
    row("another list", R"({"data":{"trades":[]},"status":"success"})", 200, ErrorKind::BadReply);
    row("the list too deep", R"({"data":{"data":{"orders":[]}},"status":"success"})", 200,
        ErrorKind::BadReply);
    row("orders is null without a status of 200", R"({"data":{"orders":null},"status":"error"})", 200,
        ErrorKind::VenueRefused);
    row("an unknown status word", R"({"data":{"orders":[]},"status":"pending"})", 200, ErrorKind::BadReply);
    row("two replies in one", fixture(u"tl_pending_empty.json"_s) + fixture(u"tl_pending_empty.json"_s), 200,
        ErrorKind::BadReply);
    row("no row can be read", R"({"data":{"orders":[{"id":"1"},7]},"status":"success"})", 200,
        ErrorKind::BadReply);
    row("another reply", fixture(u"tl_trading_info.json"_s), 200, ErrorKind::BadReply);
    row("a receipt", fixture(u"tl_cancel_regular_ok.json"_s), 200, ErrorKind::BadReply);
    row("a short receipt", fixture(u"tl_cancel_short_ok.json"_s), 200, ErrorKind::BadReply);
    row("a bare receipt", fixture(u"tl_cancel_mt_bracket_ok.json"_s), 200, ErrorKind::BadReply);
    row("a token", fixture(u"tl_oauth_token.json"_s), 200, ErrorKind::BadReply);
    row("a history", fixture(u"tl_history_array.json"_s), 200, ErrorKind::BadReply);
}

void TestFailedLoads::isNoBook()
{
    QFETCH(QByteArray, body);
    QFETCH(int, http);
    QFETCH(ErrorKind, kind);
    const auto listing = tradelab::readOrderList(body, replyContext(http));
    QVERIFY(!listing.has_value());
    QCOMPARE(listing.error().kind, kind);
    QVERIFY(!listing.error().text.isEmpty());
}

void TestFailedLoads::isAnEmptyBook_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("the sample") << fixture(u"tl_pending_empty.json"_s);
    QTest::newRow("null") << QByteArray(R"({"data":{"orders":null},"message":"","status":"success"})");
    QTest::newRow("without data around") << QByteArray(R"({"orders":[],"status":"success"})");
    QTest::newRow("status true") << QByteArray(R"({"status":true,"data":{"orders":[]}})");
}

void TestFailedLoads::isAnEmptyBook()
{
    QFETCH(QByteArray, body);
    const auto listing = tradelab::readOrderList(body, replyContext());
    QVERIFY(listing.has_value());
    QVERIFY(listing->rows.empty() && listing->warnings.empty());
}

void TestFailedLoads::aCutReplyIsNoBook()
{
    for (const QString &name :
         {u"tl_pending_pace.json"_s, u"tl_pending_empty.json"_s, u"tl_completed_pocketful.json"_s}) {
        const QByteArray whole = fixture(name).trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!tradelab::readOrderList(whole.first(length), replyContext()).has_value(),
                     qPrintable(u"%1 cut to %2"_s.arg(name).arg(length)));
        QVERIFY(tradelab::readOrderList(whole, replyContext()).has_value());
    }
}

void TestFailedLoads::theVenuesWordsAreKept()
{
    const auto listing = tradelab::readOrderList(fixture(u"tl_error_40000_list.json"_s), replyContext(403));
    QVERIFY(!listing.has_value());
    QCOMPARE(listing.error().venueText, u"Request forbidden"_s);
    QCOMPARE(listing.error().venueCode, u"40000"_s);
    QCOMPARE(listing.error().httpStatus, 403);
}

QTEST_APPLESS_MAIN(TestFailedLoads)
#include "test_failed_loads.moc"
