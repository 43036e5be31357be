// SPDX-License-Identifier: Apache-2.0
// An APEX account's two lists: what is open, and what is over as its history tells. A refusal is never an
// empty book.
#include "alphapoint/list_requests.h"
#include "support/apex_samples.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::FrameKind;
using alphapoint::readListing;
using base::ErrorKind;
using orders::ListKind;
using support::apexContext;
using support::apexFrame;
using support::replyFrame;

class TestApexLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheOpenOrders();
    void anEmptyListIsEmpty();
    void keepsTheNewestRevision_data();
    void keepsTheNewestRevision();
    void badRowsAreWarnings();
    void whatIsNoListIsAnError_data();
    void whatIsNoListIsAnError();
    void anErrorKeepsTheVenuesWords();
};

namespace {

base::Result<orders::Listing> listOf(ListKind kind, const QByteArray &payload,
                                     FrameKind frame = FrameKind::Reply)
{
    return readListing(kind, replyFrame(payload, frame), apexContext());
}

// "ID STATE TICKS", one order a revision; no ticks where they are left out.
QByteArray revisions(const QStringList &lines)
{
    QByteArray rows;
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ');
        rows += (rows.isEmpty() ? "" : ",") + (R"({"OrderId":)" + words[0].toUtf8());
        rows += R"(,"OrderState":")" + words[1].toUtf8() + '"';
        if (words.size() > 2)
            rows += R"(,"LastUpdatedTimeTicks":)" + words[2].toUtf8();
        rows += '}';
    }
    return '[' + rows + ']';
}

QStringList linesOf(const orders::Listing &listing)
{
    QStringList lines;
    for (const auto &row : listing.rows) {
        QStringList words{row->orderId, row->venueStatus};
        if (!row->marker.reference.isEmpty())
            words << row->marker.reference;
        lines << words.join(u' ');
    }
    return lines;
}

} // namespace

void TestApexLists::readsTheOpenOrders()
{
    const auto frame = apexFrame(u"ap_open_orders_frame.json"_s);
    const auto listing = readListing(ListKind::Open, frame, apexContext());
    QVERIFY(listing.has_value());
    QCOMPARE(listing->kind, ListKind::Open);
    QCOMPARE(listing->account, u"live|alphapoint|api.ndax.io|1|449"_s);
    QCOMPARE(listing->digest,
             QCryptographicHash::hash(frame.payload, QCryptographicHash::Blake2b_256).toHex());
    QCOMPARE(linesOf(*listing), (QStringList{u"2543565233 Working 637431761260054714"_s,
                                             u"312269865356374016 Working 637431761260054714"_s,
                                             u"2543565240 Working 637431761260054714"_s}));
    for (const auto &row : listing->rows)
        QCOMPARE(listing->find(row->key), row);
    const auto over = readListing(ListKind::Completed, frame, apexContext());
    QVERIFY(over.has_value());
    QVERIFY(over->rows.empty()); // a history shows what is open too
}

void TestApexLists::anEmptyListIsEmpty()
{
    for (const ListKind kind : {ListKind::Open, ListKind::Completed}) {
        const auto listing =
            readListing(kind, apexFrame(u"ap_open_orders_empty_frame.json"_s), apexContext());
        QVERIFY(listing.has_value());
        QVERIFY(listing->rows.empty());
        QVERIFY(listing->warnings.empty());
    }
}

void TestApexLists::keepsTheNewestRevision_data()
{
    QTest::addColumn<ListKind>("kind");
    QTest::addColumn<QStringList>("sent");
    QTest::addColumn<QStringList>("kept");
    const auto row = [](const char *name, ListKind kind, const QStringList &sent, const QStringList &kept) {
        QTest::newRow(name) << kind << sent << kept;
    };
    const auto over = ListKind::Completed;
    row("newest first", over, {u"1 Canceled 30"_s, u"1 Working 20"_s, u"1 Working 10"_s},
        {u"1 Canceled 30"_s});
    row("oldest first", over, {u"1 Working 10"_s, u"1 Working 20"_s, u"1 Canceled 30"_s},
        {u"1 Canceled 30"_s});
    row("another between", over, {u"1 Working 10"_s, u"2 FullyExecuted 15"_s, u"1 Canceled 30"_s},
        {u"1 Canceled 30"_s, u"2 FullyExecuted 15"_s});
    row("open again", over, {u"1 Rejected 10"_s, u"1 Working 20"_s}, {});
    row("open again, newest first", over, {u"1 Working 20"_s, u"1 Rejected 10"_s}, {});
    row("over twice", over, {u"1 Canceled 10"_s, u"1 FullyExecuted 20"_s}, {u"1 FullyExecuted 20"_s});
    row("over twice, newest first", over, {u"1 FullyExecuted 20"_s, u"1 Canceled 10"_s},
        {u"1 FullyExecuted 20"_s});
    row("ticks of one more digit", over, {u"1 Canceled 100"_s, u"1 Working 99"_s}, {u"1 Canceled 100"_s});
    row("in the same moment", over, {u"1 Working 10"_s, u"1 Canceled 10"_s}, {u"1 Canceled 10"_s});
    row("in the same moment, newest first", over, {u"1 Canceled 10"_s, u"1 Working 10"_s},
        {u"1 Canceled 10"_s});
    row("without ticks", over, {u"1 Working"_s, u"1 Canceled"_s}, {u"1 Canceled"_s});
    row("without ticks, newest first", over, {u"1 Canceled"_s, u"1 Working"_s}, {u"1 Canceled"_s});
    row("all states", over,
        {u"1 Working 1"_s, u"2 Rejected 1"_s, u"3 Canceled 1"_s, u"4 Expired 1"_s, u"5 FullyExecuted 1"_s,
         u"6 Unknown 1"_s},
        {u"2 Rejected 1"_s, u"3 Canceled 1"_s, u"4 Expired 1"_s, u"5 FullyExecuted 1"_s});
    row("what is open, twice", ListKind::Open, {u"1 Working 10"_s, u"1 Working 20"_s, u"2 Working 5"_s},
        {u"1 Working 20"_s, u"2 Working 5"_s});
    row("what is open shows all that it is given", ListKind::Open, {u"1 Unknown 10"_s, u"2 Canceled 20"_s},
        {u"1 Unknown 10"_s, u"2 Canceled 20"_s});
}

void TestApexLists::keepsTheNewestRevision()
{
    QFETCH(ListKind, kind);
    QFETCH(QStringList, sent);
    QFETCH(QStringList, kept);
    const auto listing = listOf(kind, revisions(sent));
    QVERIFY(listing.has_value());
    QCOMPARE(linesOf(*listing), kept);
    QVERIFY(listing->warnings.empty());
    for (const auto &row : listing->rows)
        QCOMPARE(listing->find(row->key), row);
}

void TestApexLists::badRowsAreWarnings()
{
    const auto listing = listOf(ListKind::Open, R"([{"OrderId":1},{"Price":2},{"OrderId":3}])");
    QVERIFY(listing.has_value());
    QCOMPARE(listing->rows.size(), std::size_t(2));
    QCOMPARE(listing->warnings.size(), std::size_t(1));
    QCOMPARE(listing->warnings[0].row, 1);
}

void TestApexLists::whatIsNoListIsAnError_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<FrameKind>("frame");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &payload, ErrorKind kind,
                        FrameKind frame = FrameKind::Reply) {
        QTest::newRow(name) << payload << frame << kind;
    };
    row("an empty object", "{}", ErrorKind::BadReply);
    row("nothing", "", ErrorKind::BadReply);
    row("null", "null", ErrorKind::BadReply);
    row("a page", "<html>", ErrorKind::BadReply);
    row("one order alone", R"({"OrderId":1,"OrderState":"Working"})", ErrorKind::BadReply);
    row("a success without a list", R"({"result":true,"errormsg":"","errorcode":0})", ErrorKind::BadReply);
    row("nothing but bad rows", "[{}]", ErrorKind::BadReply);
    row("cut", R"([{"OrderId":1})", ErrorKind::BadReply);
    row("not authorized", R"({"result":false,"errormsg":"Not Authorized","errorcode":20})",
        ErrorKind::NotAllowed);
    row("not found", support::apexSample(u"ap_order_status_not_found.json"_s), ErrorKind::NotFound);
    row("server error", R"({"result":false,"errorcode":102})", ErrorKind::VenueRefused);
    row("too many", "TOO MANY REQUESTS", ErrorKind::Throttled);
    row("an error frame", "Endpoint Not Found", ErrorKind::BadReply, FrameKind::Error);
    row("a refusal in an error frame", R"({"result":false,"errorcode":20})", ErrorKind::NotAllowed,
        FrameKind::Error);
    row("an empty list in an error frame", "[]", ErrorKind::BadReply, FrameKind::Error);
}

void TestApexLists::whatIsNoListIsAnError()
{
    QFETCH(QByteArray, payload);
    QFETCH(FrameKind, frame);
    QFETCH(ErrorKind, kind);
    for (const ListKind list : {ListKind::Open, ListKind::Completed}) {
        const auto listing = listOf(list, payload, frame);
        QVERIFY(!listing.has_value());
        QCOMPARE(listing.error().kind, kind);
        QVERIFY(!listing.error().text.isEmpty());
    }
}

void TestApexLists::anErrorKeepsTheVenuesWords()
{
    const auto refused =
        listOf(ListKind::Open, R"({"result":false,"errorcode":100,"detail":"no such account"})");
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().venueCode, u"100"_s);
    QCOMPARE(refused.error().venueText, u"Invalid Request (no such account)"_s);
    const auto words = listOf(ListKind::Open, "Endpoint Not Found", FrameKind::Error);
    QVERIFY(!words.has_value());
    QCOMPARE(words.error().venueText, u"Endpoint Not Found"_s);
}

QTEST_APPLESS_MAIN(TestApexLists)
#include "test_apex_lists.moc"
