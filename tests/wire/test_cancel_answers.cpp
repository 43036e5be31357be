// SPDX-License-Identifier: Apache-2.0
// What an answer to a cancel means (lifecycle.md R3): every sample, every status, and odd ones.
#include "support/fixture.h"
#include "tradelab/cancel_codec.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::fixture;
using venues::AnswerClass;

Q_DECLARE_METATYPE(venues::AnswerClass)

namespace {

net::HttpResult answered(int status, const QByteArray &body)
{
    net::HttpResult result;
    result.outcome = net::HttpOutcome::Answered;
    result.status = status;
    result.body = body;
    return result;
}

venues::CancelAnswer classOf(const net::HttpResult &result, const QString &orderId = u"202403111506"_s)
{
    return tradelab::classifyAnswer(result, orderId, base::Redactor());
}

} // namespace

class TestCancelAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfItsClass_data();
    void isOfItsClass();
    void theStatusStandsOverTheBody_data();
    void theStatusStandsOverTheBody();
    void whatWasNeverAnswered_data();
    void whatWasNeverAnswered();
    void tellsHowLongToWait_data();
    void tellsHowLongToWait();
    void keepsTheVenuesWords();
    void anErrorHasItsKind_data();
    void anErrorHasItsKind();
    void keepsEvidenceWithoutSecrets();
    void aSecretIsNotCutInHalf();
    void anAnswerCutAnywhereIsNoReceipt();
};

void TestCancelAnswers::isOfItsClass_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("http");
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<AnswerClass>("expected");
    const auto row = [](const char *name, const QByteArray &body, AnswerClass expected,
                        const char *orderId = "1", int http = 200) {
        QTest::newRow(name) << body << http << QString::fromLatin1(orderId) << expected;
    };
    const auto sample = [&](const char *name, AnswerClass expected, const char *orderId = "1",
                            int http = 200) {
        QTest::addRow("%s for %s, HTTP %d", name, orderId, http)
            << fixture(QString::fromLatin1(name)) << http << QString::fromLatin1(orderId) << expected;
    };
    sample("tl_cancel_regular_ok.json", AnswerClass::Receipt, "202403111506");
    sample("tl_cancel_regular_ok.json", AnswerClass::Unknown, "202403111507");
    sample("tl_cancel_amo_ok.json", AnswerClass::Receipt, "20220106-77");
    sample("tl_cancel_amo_ok.json", AnswerClass::Unknown);
    sample("tl_cancel_array_id_ok.json", AnswerClass::Receipt, "250328000020616");
    sample("tl_cancel_array_id_ok.json", AnswerClass::Unknown);
    sample("tl_cancel_mt_cover_ok.json", AnswerClass::Receipt, "250328000022151");
    sample("tl_cancel_mt_cover_ok.json", AnswerClass::Unknown);
    sample("tl_cancel_kart_ok.json", AnswerClass::Receipt);
    sample("tl_cancel_kart_ok_basket.json", AnswerClass::Receipt);
    sample("tl_cancel_mt_bracket_ok.json", AnswerClass::Receipt);
    sample("tl_cancel_short_ok.json", AnswerClass::Receipt);
    sample("tl_cancel_short_ok.json", AnswerClass::Receipt, "1", 202);
    sample("tl_error_40000_cancel.json", AnswerClass::NotTaken);
    sample("tl_error_40000_cancel.json", AnswerClass::NotTaken, "1", 400);
    sample("tl_error_401.json", AnswerClass::NotTaken, "1", 401);
    sample("tl_error_401.json", AnswerClass::Unknown, "1", 200);
    sample("tl_error_44000_kart.json", AnswerClass::Refused);
    sample("tl_error_44000_kart.json", AnswerClass::Refused, "1", 400);
    sample("tl_error_45000_cancel.json", AnswerClass::Unknown);
    sample("tl_error_45010.json", AnswerClass::Refused);
    sample("tl_error_already_traded.json", AnswerClass::Refused);
    sample("tl_error_failed_status.json", AnswerClass::Unknown);
    sample("tl_error_rate_limit_429.json", AnswerClass::NotTaken, "1", 429);
    sample("tl_error_rate_limit_429.json", AnswerClass::Unknown, "1", 200);
    sample("tl_oauth_token.json", AnswerClass::Unknown); // JSON without a word for it
    row("an empty object", "{}", AnswerClass::Unknown);
    row("a status that is spelt wrong", R"({"sttus":"success"})", AnswerClass::Unknown);
    row("its words alone", R"({"message":"Order cancelled successfully"})", AnswerClass::Unknown);
    row("a status inside of data", R"({"data":{"status":"success","message":""}})", AnswerClass::Receipt);
    row("a name without its value", R"({"data": "message": "x"}, "status": "success"})",
        AnswerClass::Unknown);
    row("status Ok inside", R"({"status":"success","message":"","data":{"status":"Ok"}})",
        AnswerClass::Receipt);
    row("status true", R"({"status":true,"message":"SUCCESS","errorcode":"","data":null})",
        AnswerClass::Receipt);
    row("id as a number", R"({"data":{"oms_order_id":123456789012345678901},"status":"success"})",
        AnswerClass::Receipt, "123456789012345678901");
    row("another id as a number", R"({"data":{"oms_order_id":12},"status":"success"})", AnswerClass::Unknown);
    row("id deeper down", R"({"data":{"data":{"oms_order_id":"1"}},"status":"success"})",
        AnswerClass::Receipt);
    row("another id deeper down", R"({"data":{"data":{"oms_order_id":"2"}},"status":"success"})",
        AnswerClass::Unknown);
    row("another id at the top", R"({"oms_order_id":"2","status":"success"})", AnswerClass::Unknown);
    row("another id in an array", R"({"data":{"oms_order_id":["1","2"]},"status":"success"})",
        AnswerClass::Unknown);
    row("an empty id", R"({"data":{"oms_order_id":""},"status":"success"})", AnswerClass::Receipt);
    row("no id in the array", R"({"data":{"oms_order_id":[]},"status":"success"})", AnswerClass::Receipt);
    row("a refusal of another order", R"({"data":{"oms_order_id":"2"},"status":"error","message":"x"})",
        AnswerClass::Unknown);
    row("already pending by its code", R"({"status":"error","error_code":200116,"message":"pending"})",
        AnswerClass::PendingElsewhere);
    row("already pending behind 45000",
        R"({"status":"error","error_code":45000,"message":"Error from backend: (200116)-cancellation pending"})",
        AnswerClass::PendingElsewhere);
    row("already pending with HTTP 400",
        R"({"status":"error","error_code":45000,"message":"Error from backend: (200116)-cancellation pending"})",
        AnswerClass::PendingElsewhere, "1", 400);
    row("not found by its words", R"({"status":"error","message":"The order was NOT FOUND here"})",
        AnswerClass::Unknown);
    row("does not exist", R"({"status":"error","message":"order does not exist"})", AnswerClass::Unknown);
    for (const char *code : {"16060", "2010000", "8001"}) {
        row(code, R"({"status":"error","message":"no","error_code":)" + QByteArray(code) + "}",
            AnswerClass::Unknown);
        const QByteArray behind = R"({"status":"error","message":"Error from backend: ()" + QByteArray(code) +
                                  R"()-no","error_code":44000})";
        QTest::addRow("%s behind another", code) << behind << 200 << u"1"_s << AnswerClass::Unknown;
    }
    row("failed, with capital", R"({"status":"Failed","message":"Order is complete"})", AnswerClass::Refused);
    row("false", R"({"status":false,"message":"no"})", AnswerClass::Refused);
    row("success with an error code", R"({"status":"success","error_code":44000})", AnswerClass::Refused);
    row("an unknown word", R"({"status":"queued"})", AnswerClass::Unknown);
    row("html", "<html>Login</html>", AnswerClass::Unknown);
    row("nothing", {}, AnswerClass::Unknown);
    row("nothing with 204", {}, AnswerClass::Unknown, "1", 204);
    row("an array", "[]", AnswerClass::Unknown);
    row("a word", R"("success")", AnswerClass::Unknown);
    row("two in one", R"({"status":"success"}{"status":"success"})", AnswerClass::Unknown);
}

void TestCancelAnswers::isOfItsClass()
{
    QFETCH(QByteArray, body);
    QFETCH(int, http);
    QFETCH(QString, orderId);
    QFETCH(AnswerClass, expected);
    const auto answer = classOf(answered(http, body), orderId);
    QCOMPARE(venues::answerName(answer.answer), venues::answerName(expected));
    const bool isReceipt = expected == AnswerClass::Receipt;
    QCOMPARE(answer.error.text.isEmpty(), isReceipt);
}

void TestCancelAnswers::theStatusStandsOverTheBody_data()
{
    QTest::addColumn<int>("http");
    QTest::addColumn<AnswerClass>("withSuccess");
    QTest::addColumn<AnswerClass>("withError");
    QTest::addColumn<AnswerClass>("withHtml");
    const auto row = [](int http, AnswerClass success, AnswerClass error, AnswerClass html) {
        QTest::addRow("%d", http) << http << success << error << html;
    };
    using enum AnswerClass;
    row(200, Receipt, Refused, Unknown);
    row(201, Receipt, Refused, Unknown);
    for (const int moved : {301, 302, 303, 307, 308})
        row(moved, Unknown, Unknown, Unknown);
    row(400, Unknown, Refused, Unknown);
    row(401, NotTaken, NotTaken, NotTaken);
    row(403, NotTaken, NotTaken, NotTaken);
    row(404, Unknown, Unknown, Unknown);
    row(405, Unknown, Refused, Unknown);
    row(409, Unknown, Refused, Unknown);
    row(429, NotTaken, NotTaken, NotTaken);
    for (const int broken : {500, 502, 503, 504})
        row(broken, Unknown, Unknown, Unknown);
}

void TestCancelAnswers::theStatusStandsOverTheBody()
{
    QFETCH(int, http);
    QFETCH(AnswerClass, withSuccess);
    QFETCH(AnswerClass, withError);
    QFETCH(AnswerClass, withHtml);
    QCOMPARE(classOf(answered(http, fixture(u"tl_cancel_short_ok.json"_s))).answer, withSuccess);
    QCOMPARE(classOf(answered(http, fixture(u"tl_error_already_traded.json"_s))).answer, withError);
    QCOMPARE(classOf(answered(http, "<html></html>")).answer, withHtml);
}

void TestCancelAnswers::whatWasNeverAnswered_data()
{
    QTest::addColumn<net::HttpOutcome>("outcome");
    QTest::addColumn<AnswerClass>("expected");
    QTest::newRow("not sent") << net::HttpOutcome::NotSent << AnswerClass::NotSent;
    QTest::newRow("unknown") << net::HttpOutcome::Unknown << AnswerClass::Unknown;
}

void TestCancelAnswers::whatWasNeverAnswered()
{
    QFETCH(net::HttpOutcome, outcome);
    QFETCH(AnswerClass, expected);
    net::HttpResult result = answered(200, fixture(u"tl_cancel_short_ok.json"_s)); // must not count
    result.outcome = outcome;
    result.error = {ErrorKind::Timeout, u"no answer in time"_s, 0, {}, {}};
    result.ended = base::seconds(7);
    const auto answer = classOf(result);
    QCOMPARE(answer.answer, expected);
    QCOMPARE(answer.error, result.error);
    QCOMPARE(answer.ended, result.ended);
}

void TestCancelAnswers::tellsHowLongToWait_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("none") << QByteArray() << 10;
    QTest::newRow("seconds") << QByteArray("17") << 17;
    QTest::newRow("at once") << QByteArray("0") << 0;
    QTest::newRow("negative") << QByteArray("-1") << 10;
    QTest::newRow("a date that has passed") << QByteArray("Fri, 15 Mar 2024 05:20:00 GMT") << 0;
    QTest::newRow("words") << QByteArray("later") << 10;
}

void TestCancelAnswers::tellsHowLongToWait()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    net::HttpResult result = answered(429, fixture(u"tl_error_rate_limit_429.json"_s));
    if (!header.isEmpty())
        result.headers.emplaceBack("retry-after", header);
    result.endedAt = base::WallTime(base::milliseconds(1'710'480'600'000)); // ten minutes after the date
    QCOMPARE(classOf(result).retryAfter, base::milliseconds(base::seconds(seconds)));
    result.status = 200;
    QCOMPARE(classOf(result).retryAfter, base::milliseconds(0));
}

void TestCancelAnswers::keepsTheVenuesWords()
{
    const auto refused = classOf(answered(400, fixture(u"tl_error_44000_kart.json"_s)));
    QCOMPARE(refused.venueMessage, u"`exchange_order_id` can't be blank"_s);
    QCOMPARE(refused.venueCode, u"44000"_s);
    QCOMPARE(refused.error.httpStatus, 400);
    const auto backend = classOf(answered(200, fixture(u"tl_error_45000_cancel.json"_s)));
    QCOMPARE(backend.venueCode, u"16344"_s);
    const auto receipt = classOf(answered(200, fixture(u"tl_cancel_kart_ok.json"_s)));
    QCOMPARE(receipt.venueMessage, u"Order Cancelled Successfully"_s);
    QCOMPARE(receipt.error, base::Error());
}

void TestCancelAnswers::anErrorHasItsKind_data()
{
    QTest::addColumn<int>("http");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << QByteArray() << ErrorKind::SignedOut;
    QTest::newRow("403") << 403 << QByteArray("<html>") << ErrorKind::SignedOut;
    QTest::newRow("429") << 429 << QByteArray() << ErrorKind::Throttled;
    QTest::newRow("40000") << 200 << fixture(u"tl_error_40000_cancel.json"_s) << ErrorKind::NotAllowed;
    QTest::newRow("refused") << 200 << fixture(u"tl_error_already_traded.json"_s) << ErrorKind::VenueRefused;
    QTest::newRow("html") << 200 << QByteArray("<html>") << ErrorKind::BadReply;
    QTest::newRow("500") << 500 << QByteArray("<html>") << ErrorKind::BadReply;
    QTest::newRow("another order") << 200 << QByteArray(R"({"data":{"oms_order_id":"2"},"status":"success"})")
                                   << ErrorKind::BadReply;
    QTest::newRow("moved") << 302 << fixture(u"tl_cancel_short_ok.json"_s) << ErrorKind::BadReply;
}

void TestCancelAnswers::anErrorHasItsKind()
{
    QFETCH(int, http);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QCOMPARE(classOf(answered(http, body)).error.kind, kind);
}

void TestCancelAnswers::keepsEvidenceWithoutSecrets()
{
    base::Redactor redactor;
    redactor.protect(base::Secret("hunter7-hunter7"));
    net::HttpResult result = answered(200, R"({"status":"error","message":"no hunter7-hunter7 here"})");
    result.headers = {
        {"Date", "Fri, 15 Mar 2024 05:20:00 GMT"}, {"Set-Cookie", "x=hunter7-hunter7"}, {"Age", "3"}};
    const auto answer = tradelab::classifyAnswer(result, u"1"_s, redactor);
    QVERIFY(answer.evidence.startsWith(u"HTTP 200"));
    QVERIFY(answer.evidence.contains(u"Date: Fri, 15 Mar 2024 05:20:00 GMT"));
    QVERIFY(answer.evidence.contains(u"Age: 3"));
    QVERIFY(answer.evidence.contains(u"\"status\":\"error\""));
    for (const QString &text :
         {answer.evidence, answer.venueMessage, answer.error.venueText, answer.error.text})
        QVERIFY2(!text.contains(u"hunter7"), qPrintable(text));
}

void TestCancelAnswers::aSecretIsNotCutInHalf()
{
    base::Redactor redactor;
    const QByteArray secret(400, 'k');
    redactor.protect(base::Secret(secret));
    for (int before = 7700; before < 8300; before += 50) {
        const auto answer =
            tradelab::classifyAnswer(answered(500, QByteArray(before, '.') + secret), u"1"_s, redactor);
        QVERIFY(!answer.evidence.contains(u"kkk"));
        QVERIFY(answer.evidence.size() <= 8 * 1024);
    }
}

void TestCancelAnswers::anAnswerCutAnywhereIsNoReceipt()
{
    const QByteArray whole = fixture(u"tl_cancel_regular_ok.json"_s).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length)
        QCOMPARE(classOf(answered(200, whole.first(length))).answer, AnswerClass::Unknown);
    QCOMPARE(classOf(answered(200, whole)).answer, AnswerClass::Receipt);
}

QTEST_APPLESS_MAIN(TestCancelAnswers)
#include "test_cancel_answers.moc"
