// SPDX-License-Identifier: Apache-2.0
// The CancelOrder request, byte for byte, and what each answer to it means (lifecycle.md R3).
#include "alphapoint/cancel_codec.h"
#include "support/apex_samples.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::cancelRequest;
using alphapoint::classifyAnswer;
using alphapoint::FrameKind;
using base::ErrorKind;
using support::apexAccount;
using support::apexFrame;
using support::replyFrame;
using venues::AnswerClass;

Q_DECLARE_METATYPE(venues::AnswerClass)

namespace {

orders::Order orderWith(const QString &orderId, const QString &clientOrderId = {})
{
    orders::Order order;
    order.account = u"449"_s;
    order.exchange = u"APEX"_s;
    order.orderId = orderId;
    order.clientOrderId = clientOrderId;
    order.key = {apexAccount().canonical(), 0, orderId, {}, {}};
    return order;
}

base::Result<venues::CancelRequest> requestFor(const orders::Order &order,
                                               const orders::Account &account = apexAccount())
{
    return cancelRequest(order, account, u"/WSGateway/"_s);
}

} // namespace

class TestApexCancelCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheOrder_data();
    void namesTheOrder();
    void agreesWithTheSample();
    void saysWhatTheJournalNeeds();
    void cannotNameTheOrder_data();
    void cannotNameTheOrder();
    void needsTheAccountItself_data();
    void needsTheAccountItself();
    void isOfItsClass_data();
    void isOfItsClass();
    void payloadsAreOfTheirClass_data();
    void payloadsAreOfTheirClass();
    void aReceiptHasNoError();
    void theErrorTellsCodeNameAndDetail();
    void keepsEvidence();
    void whatTheVenueEchoesIsRedacted_data();
    void whatTheVenueEchoesIsRedacted();
    void evidenceIsShortAndASecretIsNotCutInHalf();
    void anAnswerCutAnywhereIsNoReceipt();
};

void TestApexCancelCodec::namesTheOrder_data()
{
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<QString>("clientOrderId");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("order id") << u"2543565233"_s << QString()
                              << QByteArray(R"({"OMSId":1,"AccountId":449,"OrderId":2543565233})");
    QTest::newRow("beyond a double") << u"312269865356374016"_s << QString()
                                     << QByteArray(
                                            R"({"OMSId":1,"AccountId":449,"OrderId":312269865356374016})");
    QTest::newRow("odd and beyond a double")
        << u"9007199254740993"_s << QString()
        << QByteArray(R"({"OMSId":1,"AccountId":449,"OrderId":9007199254740993})");
    QTest::newRow("64 bits") << u"9223372036854775807"_s << QString()
                             << QByteArray(R"({"OMSId":1,"AccountId":449,"OrderId":9223372036854775807})");
    QTest::newRow("the order id stands over the client's")
        << u"2543565233"_s << u"1607579326"_s
        << QByteArray(R"({"OMSId":1,"AccountId":449,"OrderId":2543565233})");
    QTest::newRow("client id in both spellings")
        << QString() << u"1607579326"_s
        << QByteArray(R"({"OMSId":1,"AccountId":449,"ClOrderId":1607579326,"ClientOrderId":1607579326})");
    QTest::newRow("an order id of zero is none")
        << u"0"_s << u"1607579326"_s
        << QByteArray(R"({"OMSId":1,"AccountId":449,"ClOrderId":1607579326,"ClientOrderId":1607579326})");
    QTest::newRow("client id of 63 bits")
        << QString() << u"9223372036854775807"_s
        << QByteArray(R"({"OMSId":1,"AccountId":449,"ClOrderId":9223372036854775807,)"
                      R"("ClientOrderId":9223372036854775807})");
}

void TestApexCancelCodec::namesTheOrder()
{
    QFETCH(QString, orderId);
    QFETCH(QString, clientOrderId);
    QFETCH(QByteArray, body);
    const auto request = requestFor(orderWith(orderId, clientOrderId));
    QVERIFY(request.has_value());
    QCOMPARE(request->body, body);
}

void TestApexCancelCodec::agreesWithTheSample()
{
    const auto samples = json::parse(support::apexSample(u"ap_cancel_request_frames.json"_s));
    QVERIFY(samples.has_value());
    const json::Value &byAccount = samples->items()[1];
    const auto request = requestFor(orderWith(u"2543565233"_s));
    QVERIFY(request.has_value());
    QCOMPARE(request->body, byAccount[u"o"].text().toUtf8());
    QCOMPARE(request->method, byAccount[u"n"].text());
    QCOMPARE(alphapoint::encodeFrame(FrameKind::Request, 12, request->method, request->body).toUtf8(),
             json::Writer().value(byAccount).bytes());
}

void TestApexCancelCodec::saysWhatTheJournalNeeds()
{
    const orders::Order order = orderWith(u"2543565233"_s);
    const auto request = requestFor(order);
    QVERIFY(request.has_value());
    QCOMPARE(request->key, order.key);
    QCOMPARE(request->segment, u"APEX"_s);
    QCOMPARE(request->method, u"CancelOrder"_s);
    QCOMPARE(request->host, u"api.ndax.io"_s);
    QCOMPARE(request->path, u"/WSGateway/"_s);
    QCOMPARE(request->query, QString());
}

void TestApexCancelCodec::cannotNameTheOrder_data()
{
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<QString>("clientOrderId");
    QTest::newRow("neither") << QString() << QString();
    QTest::newRow("zeros") << u"0"_s << u"0"_s;
    QTest::newRow("client id of zero") << QString() << u"0"_s;
    QTest::newRow("words") << u"abc"_s << QString();
    QTest::newRow("more than a number") << u"1,\"OrderId\":2"_s << QString();
    QTest::newRow("negative") << u"-1"_s << QString();
    QTest::newRow("a fraction") << u"1.5"_s << QString();
    QTest::newRow("digits of other letters") << u"१२"_s << QString();
    // Client ids may repeat: where there is an order id, it is that order or none.
    QTest::newRow("an odd order id and a client id") << u"abc"_s << u"1607579326"_s;
}

void TestApexCancelCodec::cannotNameTheOrder()
{
    QFETCH(QString, orderId);
    QFETCH(QString, clientOrderId);
    const auto request = requestFor(orderWith(orderId, clientOrderId));
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().kind, ErrorKind::Usage);
}

void TestApexCancelCodec::needsTheAccountItself_data()
{
    QTest::addColumn<QString>("omsId");
    QTest::addColumn<QString>("accountId");
    QTest::addColumn<QString>("rowsAccount");
    QTest::newRow("another's row") << u"1"_s << u"449"_s << u"450"_s;
    QTest::newRow("a row of nobody") << u"1"_s << u"449"_s << QString();
    QTest::newRow("no account") << u"1"_s << QString() << QString();
    QTest::newRow("the account is no number") << u"1"_s << u"x"_s << u"x"_s;
    QTest::newRow("no OMS") << QString() << u"449"_s << u"449"_s;
    QTest::newRow("the OMS is no number") << u"1,2"_s << u"449"_s << u"449"_s;
}

void TestApexCancelCodec::needsTheAccountItself()
{
    QFETCH(QString, omsId);
    QFETCH(QString, accountId);
    QFETCH(QString, rowsAccount);
    orders::Account account = apexAccount(accountId);
    account.omsId = omsId;
    orders::Order order = orderWith(u"2543565233"_s);
    order.account = rowsAccount;
    const auto request = requestFor(order, account);
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().kind, ErrorKind::Usage);
}

void TestApexCancelCodec::isOfItsClass_data()
{
    QTest::addColumn<AnswerClass>("answer");
    QTest::addColumn<bool>("isOrderUnknown");
    QTest::newRow("ap_cancel_ack_ok_frame.json") << AnswerClass::Receipt << false;
    QTest::newRow("ap_cancel_ack_ok_null_frame.json") << AnswerClass::Receipt << false;
    QTest::newRow("ap_cancel_error_20_frame.json") << AnswerClass::NotTaken << false;
    QTest::newRow("ap_cancel_error_100_frame.json") << AnswerClass::Refused << false;
    QTest::newRow("ap_cancel_error_101_frame.json") << AnswerClass::Refused << false;
    QTest::newRow("ap_cancel_error_102_frame.json") << AnswerClass::Unknown << false;
    QTest::newRow("ap_cancel_error_104_frame.json") << AnswerClass::Unknown << true;
    QTest::newRow("ap_cancel_error_106_frame.json") << AnswerClass::Refused << false;
    QTest::newRow("ap_error_frame_m5_json.json") << AnswerClass::NotTaken << false;
    QTest::newRow("ap_error_frame_m5_text.json") << AnswerClass::Unknown << false;
    QTest::newRow("ap_subscribe_ok_frame.json") << AnswerClass::Unknown << false;
}

void TestApexCancelCodec::isOfItsClass()
{
    QFETCH(AnswerClass, answer);
    QFETCH(bool, isOrderUnknown);
    const auto read =
        classifyAnswer(apexFrame(QString::fromLatin1(QTest::currentDataTag())), base::Redactor());
    QCOMPARE(read.answer, answer);
    QCOMPARE(read.isOrderUnknown, isOrderUnknown);
    QCOMPARE(read.error.text.isEmpty(), answer == AnswerClass::Receipt);
}

void TestApexCancelCodec::payloadsAreOfTheirClass_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<AnswerClass>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &payload, AnswerClass answer, ErrorKind kind) {
        QTest::newRow(name) << payload << answer << kind;
    };
    row("a specific text", support::apexSample(u"ap_error_100_specific.json"_s), AnswerClass::Refused,
        ErrorKind::VenueRefused);
    row("not found", support::apexSample(u"ap_order_status_not_found.json"_s), AnswerClass::Unknown,
        ErrorKind::NotFound);
    row("false alone", R"({"result":false})", AnswerClass::Refused, ErrorKind::VenueRefused);
    row("rejected", R"({"status":"Rejected","errormsg":"Not_Enough_Funds","errorcode":101})",
        AnswerClass::Refused, ErrorKind::VenueRefused);
    row("an unknown code", R"({"result":false,"errorcode":999})", AnswerClass::Refused,
        ErrorKind::VenueRefused);
    row("true with 102", R"({"result":true,"errorcode":102})", AnswerClass::Unknown, ErrorKind::VenueRefused);
    row("null", R"({"result":null,"errorcode":0})", AnswerClass::Unknown, ErrorKind::BadReply);
    row("an order", R"({"OrderId":2543565233,"OrderState":"Canceled"})", AnswerClass::Unknown,
        ErrorKind::BadReply);
    row("an empty list", "[]", AnswerClass::Unknown, ErrorKind::BadReply);
    row("nothing", "", AnswerClass::Unknown, ErrorKind::BadReply);
    row("a page", "<html>", AnswerClass::Unknown, ErrorKind::BadReply);
    row("too many", "TOO MANY REQUESTS", AnswerClass::NotTaken, ErrorKind::Throttled);
    row("too many as an answer", R"({"result":false,"errormsg":"TOO MANY REQUESTS","errorcode":101})",
        AnswerClass::NotTaken, ErrorKind::Throttled);
}

void TestApexCancelCodec::payloadsAreOfTheirClass()
{
    QFETCH(QByteArray, payload);
    QFETCH(AnswerClass, answer);
    QFETCH(ErrorKind, kind);
    const auto read = classifyAnswer(replyFrame(payload), base::Redactor());
    QCOMPARE(read.answer, answer);
    QCOMPARE(read.error.kind, kind);
}

void TestApexCancelCodec::aReceiptHasNoError()
{
    const auto read = classifyAnswer(apexFrame(u"ap_cancel_ack_ok_frame.json"_s), base::Redactor());
    QCOMPARE(read.error, base::Error());
    QCOMPARE(read.venueMessage, QString());
    QCOMPARE(read.venueCode, QString());
    QVERIFY(!read.evidence.isEmpty());
}

void TestApexCancelCodec::theErrorTellsCodeNameAndDetail()
{
    const auto read = classifyAnswer(
        replyFrame(R"({"result":false,"errormsg":null,"errorcode":101,"detail":"Order is in auction"})"),
        base::Redactor());
    QCOMPARE(read.venueCode, u"101"_s);
    QCOMPARE(read.venueMessage, u"Operation Failed (Order is in auction)"_s);
    QCOMPARE(read.error.venueCode, read.venueCode);
    QCOMPARE(read.error.venueText, read.venueMessage);
    QVERIFY(read.error.text.contains(u"Operation Failed (Order is in auction) (code 101)"_s));
    const auto words = classifyAnswer(apexFrame(u"ap_error_frame_m5_text.json"_s), base::Redactor());
    QCOMPARE(words.venueMessage, u"Endpoint Not Found"_s);
    QCOMPARE(words.venueCode, QString());
}

constexpr char receiptPayload[] = R"({"result":true,"errormsg":"","errorcode":0,"detail":""})";

void TestApexCancelCodec::keepsEvidence()
{
    const auto receipt = classifyAnswer(apexFrame(u"ap_cancel_ack_ok_frame.json"_s), base::Redactor());
    const QByteArray payload = receiptPayload;
    const QByteArray digest = QCryptographicHash::hash(payload, QCryptographicHash::Blake2b_256).toHex();
    QCOMPARE(receipt.evidence,
             u"m 1, i 10, CancelOrder\npayload: %1 bytes, blake2b-256 %2\n\n"_s.arg(payload.size())
                     .arg(QLatin1StringView(digest)) +
                 QString::fromUtf8(payload));
    const auto words = classifyAnswer(apexFrame(u"ap_error_frame_m5_text.json"_s), base::Redactor());
    QVERIFY2(words.evidence.startsWith(u"m 5, i 10, CancelOrder\npayload: 18 bytes, blake2b-256 "_s) &&
                 words.evidence.endsWith(u"\n\nEndpoint Not Found"_s),
             qPrintable(words.evidence));
}

void TestApexCancelCodec::whatTheVenueEchoesIsRedacted_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("message") << QByteArray(
        R"({"result":false,"errormsg":"bad hush-hush here","errorcode":100})");
    QTest::newRow("detail") << QByteArray(R"({"result":false,"errorcode":102,"detail":"for hush-hush"})");
    QTest::newRow("another member") << QByteArray(R"({"result":true,"x":"hush-hush"})");
    QTest::newRow("by its name") << QByteArray(
        R"({"result":false,"errorcode":20,"SessionToken":"hush-hush"})");
    QTest::newRow("words") << QByteArray("no session hush-hush");
}

void TestApexCancelCodec::whatTheVenueEchoesIsRedacted()
{
    QFETCH(QByteArray, payload);
    base::Redactor redactor;
    redactor.protect(base::Secret("hush-hush"));
    auto frame = replyFrame(payload);
    frame.function = u"CancelOrder hush-hush"_s;
    const auto read = classifyAnswer(frame, redactor);
    for (const QString &text : {read.evidence, read.venueMessage, read.error.text, read.error.venueText})
        QVERIFY2(!text.contains(u"hush"), qPrintable(text));
    QVERIFY(read.evidence.contains(u"[cut]"));
}

void TestApexCancelCodec::evidenceIsShortAndASecretIsNotCutInHalf()
{
    constexpr qsizetype most = 8 * 1024;
    const QByteArray secret(100, 's');
    base::Redactor redactor;
    redactor.protect(base::Secret(secret));
    for (qsizetype before = most - 150; before <= most; ++before) {
        const QByteArray payload = QByteArray(before, 'x') + secret + QByteArray(20'000, 'y');
        const auto read = classifyAnswer(replyFrame(payload), redactor);
        QCOMPARE(read.evidence.size(), most);
        QVERIFY(!read.evidence.contains(u"ss"));
    }
}

void TestApexCancelCodec::anAnswerCutAnywhereIsNoReceipt()
{
    const QByteArray whole = R"({"result":true,"errormsg":"","errorcode":0,"detail":""})";
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = classifyAnswer(replyFrame(whole.first(size)), base::Redactor());
        QCOMPARE(read.answer, AnswerClass::Unknown);
    }
}

QTEST_APPLESS_MAIN(TestApexCancelCodec)
#include "test_apex_cancel_codec.moc"
