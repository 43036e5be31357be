// SPDX-License-Identifier: Apache-2.0
// What the standard answer of an APEX exchange says, in every sample and in odd shapes.
#include "support/apex_samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::errorOf;
using alphapoint::FrameKind;
using alphapoint::readContentReply;
using alphapoint::readStandardReply;
using alphapoint::Verdict;
using base::ErrorKind;
using support::apexFrame;
using support::apexSample;
using support::replyFrame;

Q_DECLARE_METATYPE(alphapoint::Verdict)
Q_DECLARE_METATYPE(alphapoint::FrameKind)

class TestApexStandardReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSamples_data();
    void readsTheSamples();
    void readsPayloads_data();
    void readsPayloads();
    void readsOddShapes_data();
    void readsOddShapes();
    void anErrorFrameIsNeverASuccess_data();
    void anErrorFrameIsNeverASuccess();
    void contentIsASuccess_data();
    void contentIsASuccess();
    void errorsHaveTheirKindAndWords_data();
    void errorsHaveTheirKindAndWords();
    void codesHaveTheirNames_data();
    void codesHaveTheirNames();
    void membersAreFoundInAnyCase();
};

void TestApexStandardReply::readsTheSamples_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("ap_cancel_ack_ok_frame.json") << Verdict::Success << 0 << QString();
    QTest::newRow("ap_cancel_ack_ok_null_frame.json") << Verdict::Success << 0 << QString();
    QTest::newRow("ap_cancel_error_20_frame.json") << Verdict::Refused << 20 << u"Not Authorized"_s;
    QTest::newRow("ap_cancel_error_100_frame.json") << Verdict::Refused << 100 << u"Invalid Request"_s;
    QTest::newRow("ap_cancel_error_101_frame.json") << Verdict::Refused << 101 << u"Operation Failed"_s;
    QTest::newRow("ap_cancel_error_102_frame.json") << Verdict::Refused << 102 << u"Server Error"_s;
    QTest::newRow("ap_cancel_error_104_frame.json") << Verdict::Refused << 104 << u"Resource Not Found"_s;
    QTest::newRow("ap_cancel_error_106_frame.json")
        << Verdict::Refused << 106 << u"Operation Not Supported"_s;
    QTest::newRow("ap_error_frame_m5_json.json") << Verdict::Refused << 20 << u"Not Authorized"_s;
    QTest::newRow("ap_error_frame_m5_text.json") << Verdict::Unclear << 0 << u"Endpoint Not Found"_s;
    QTest::newRow("ap_subscribe_ok_frame.json") << Verdict::Unclear << 0 << QString();
    QTest::newRow("ap_open_orders_empty_frame.json") << Verdict::Unclear << 0 << QString();
    QTest::newRow("ap_auth_ok_frame.json") << Verdict::Unclear << 0 << QString();
}

void TestApexStandardReply::readsTheSamples()
{
    QFETCH(Verdict, verdict);
    QFETCH(int, code);
    QFETCH(QString, message);
    const auto reply = readStandardReply(apexFrame(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(reply.verdict, verdict);
    QCOMPARE(reply.code, code);
    QCOMPARE(reply.message, message);
    QCOMPARE(reply.detail, QString());
}

void TestApexStandardReply::readsPayloads_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("ap_error_100_specific.json") << 100 << u"Invalid InstrumentId: 10000"_s;
    QTest::newRow("ap_order_status_not_found.json") << 104 << u"Resource Not Found"_s;
}

void TestApexStandardReply::readsPayloads()
{
    QFETCH(int, code);
    QFETCH(QString, message);
    const QByteArray payload = apexSample(QString::fromLatin1(QTest::currentDataTag()));
    const auto reply = readStandardReply(replyFrame(payload));
    QCOMPARE(reply.verdict, Verdict::Refused);
    QCOMPARE(reply.code, code);
    QCOMPARE(reply.message, message);
}

void TestApexStandardReply::readsOddShapes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &payload, Verdict verdict, int code = 0) {
        QTest::newRow(name) << payload << verdict << code;
    };
    row("true alone", R"({"result":true})", Verdict::Success);
    row("camel case", R"({"Result":true,"ErrorMsg":"","ErrorCode":0})", Verdict::Success);
    row("refused in camel case", R"({"Result":false,"ErrorMsg":"x","errorCode":104})", Verdict::Refused, 104);
    row("false alone", R"({"result":false})", Verdict::Refused);
    row("false as a text", R"({"result":"false"})", Verdict::Refused);
    row("true and false", R"({"result":true,"Result":false})", Verdict::Unclear);
    row("false and true", R"({"result":false,"result":true})", Verdict::Refused);
    row("true twice", R"({"result":true,"Result":true})", Verdict::Success);
    row("true as a text", R"({"result":"true"})", Verdict::Unclear);
    row("null", R"({"result":null,"errormsg":null,"errorcode":0,"detail":null})", Verdict::Unclear);
    row("null with a code", R"({"result":null,"errormsg":null,"errorcode":102})", Verdict::Refused, 102);
    row("true with a code", R"({"result":true,"errorcode":101})", Verdict::Refused, 101);
    row("the code as a text", R"({"result":false,"errorcode":"104"})", Verdict::Refused, 104);
    row("a code beyond an int", R"({"result":true,"errorcode":99999999999})", Verdict::Refused);
    row("a code in words", R"({"result":true,"errorcode":"E_FAIL"})", Verdict::Refused);
    row("status Rejected", R"({"status":"Rejected","errormsg":"Not_Enough_Funds","errorcode":101})",
        Verdict::Refused, 101);
    row("status Rejected without a code", R"({"Status":"rejected","errormsg":"x"})", Verdict::Refused);
    row("status Rejected and true", R"({"status":"Rejected","result":true})", Verdict::Refused);
    row("status Accepted", R"({"status":"Accepted","OrderId":1})", Verdict::Unclear);
    row("too many", "TOO MANY REQUESTS", Verdict::Throttled);
    row("too many and a line", "Too many requests\r\n", Verdict::Throttled);
    row("too many with its number", "429 TOO MANY REQUESTS", Verdict::Throttled);
    row("too many in quotes", R"("TOO MANY REQUESTS")", Verdict::Throttled);
    row("too many as an answer", R"({"result":false,"errormsg":"TOO MANY REQUESTS","errorcode":101})",
        Verdict::Throttled, 101);
    row("nothing", "", Verdict::Unclear);
    row("an empty object", "{}", Verdict::Unclear);
    row("an array", "[]", Verdict::Unclear);
    row("null itself", "null", Verdict::Unclear);
    row("true itself", "true", Verdict::Unclear);
    row("a page", "<html>", Verdict::Unclear);
    row("cut", R"({"result":tr)", Verdict::Unclear);
    row("cut behind the result", R"({"result":true,"errormsg")", Verdict::Unclear);
    row("inside an array", R"([{"result":true}])", Verdict::Unclear);
}

void TestApexStandardReply::readsOddShapes()
{
    QFETCH(QByteArray, payload);
    QFETCH(Verdict, verdict);
    QFETCH(int, code);
    const auto reply = readStandardReply(replyFrame(payload));
    QCOMPARE(reply.verdict, verdict);
    QCOMPARE(reply.code, code);
}

void TestApexStandardReply::anErrorFrameIsNeverASuccess_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("result true") << QByteArray(R"({"result":true})") << Verdict::Unclear;
    QTest::newRow("content") << QByteArray(R"({"Subscribe":true})") << Verdict::Unclear;
    QTest::newRow("an empty list") << QByteArray("[]") << Verdict::Unclear;
    QTest::newRow("words") << QByteArray("Endpoint Not Found") << Verdict::Unclear;
    QTest::newRow("a refusal") << QByteArray(R"({"result":false})") << Verdict::Refused;
    QTest::newRow("too many") << QByteArray("TOO MANY REQUESTS") << Verdict::Throttled;
}

void TestApexStandardReply::anErrorFrameIsNeverASuccess()
{
    QFETCH(QByteArray, payload);
    QFETCH(Verdict, verdict);
    const auto frame = replyFrame(payload, FrameKind::Error);
    QCOMPARE(readStandardReply(frame).verdict, verdict);
    if (const auto value = json::parse(payload))
        QCOMPARE(readContentReply(frame, *value).verdict, verdict);
}

void TestApexStandardReply::contentIsASuccess_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("an empty list") << QByteArray("[]") << Verdict::Success;
    QTest::newRow("a list") << QByteArray("[1]") << Verdict::Success;
    QTest::newRow("an order") << QByteArray(R"({"OrderId":1})") << Verdict::Success;
    QTest::newRow("subscribed") << QByteArray(R"({"Subscribe":true})") << Verdict::Success;
    QTest::newRow("subscribed in other words") << QByteArray(R"({"result":true})") << Verdict::Success;
    QTest::newRow("a failed sign-in") << apexSample(u"ap_auth_fail_payload.json"_s) << Verdict::Success;
    QTest::newRow("a refusal") << apexSample(u"ap_order_status_not_found.json"_s) << Verdict::Refused;
    QTest::newRow("false in words") << QByteArray(R"({"result":"False"})") << Verdict::Refused;
    QTest::newRow("words") << QByteArray(R"("TOO MANY REQUESTS")") << Verdict::Throttled;
    QTest::newRow("null") << QByteArray("null") << Verdict::Unclear;
    QTest::newRow("a number") << QByteArray("1") << Verdict::Unclear;
}

void TestApexStandardReply::contentIsASuccess()
{
    QFETCH(QByteArray, payload);
    QFETCH(Verdict, verdict);
    const auto value = json::parse(payload);
    QVERIFY(value.has_value());
    QCOMPARE(readContentReply(replyFrame(payload), *value).verdict, verdict);
}

void TestApexStandardReply::errorsHaveTheirKindAndWords_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("venueCode");
    QTest::addColumn<QString>("venueText");
    QTest::addColumn<QString>("inText");
    QTest::newRow("its own words")
        << QByteArray(R"({"result":false,"errormsg":"Invalid InstrumentId: 10000","errorcode":100})")
        << ErrorKind::VenueRefused << u"100"_s << u"Invalid InstrumentId: 10000"_s
        << u"Invalid InstrumentId: 10000 (code 100)"_s;
    QTest::newRow("the documented name")
        << QByteArray(R"({"result":false,"errormsg":null,"errorcode":20,"detail":null})")
        << ErrorKind::NotAllowed << u"20"_s << u"Not Authorized"_s << u"Not Authorized (code 20)"_s;
    QTest::newRow("with a detail")
        << QByteArray(R"({"result":false,"errormsg":"","errorcode":104,"detail":" no such order "})")
        << ErrorKind::NotFound << u"104"_s << u"Resource Not Found (no such order)"_s
        << u"Resource Not Found (no such order) (code 104)"_s;
    QTest::newRow("server error") << QByteArray(R"({"result":false,"errorcode":102})")
                                  << ErrorKind::VenueRefused << u"102"_s << u"Server Error"_s
                                  << u"Server Error (code 102)"_s;
    QTest::newRow("an unknown code") << QByteArray(R"({"result":false,"errorcode":999,"errormsg":"Odd"})")
                                     << ErrorKind::VenueRefused << u"999"_s << u"Odd"_s
                                     << u"Odd (code 999)"_s;
    QTest::newRow("words") << QByteArray("Endpoint Not Found") << ErrorKind::BadReply << QString()
                           << u"Endpoint Not Found"_s << u"does not tell"_s;
    QTest::newRow("nothing") << QByteArray() << ErrorKind::BadReply << QString() << QString()
                             << u"does not tell"_s;
    QTest::newRow("too many") << QByteArray("TOO MANY REQUESTS") << ErrorKind::Throttled << QString()
                              << u"TOO MANY REQUESTS"_s << u"too many requests"_s;
}

void TestApexStandardReply::errorsHaveTheirKindAndWords()
{
    QFETCH(QByteArray, payload);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, venueCode);
    QFETCH(QString, venueText);
    QFETCH(QString, inText);
    const base::Error error = errorOf(readStandardReply(replyFrame(payload)));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.venueCode, venueCode);
    QCOMPARE(error.venueText, venueText);
    QVERIFY2(error.text.contains(inText), qPrintable(error.text));
    QCOMPARE(error.httpStatus, 0);
}

void TestApexStandardReply::codesHaveTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("20") << u"Not Authorized"_s;
    QTest::newRow("100") << u"Invalid Request"_s;
    QTest::newRow("101") << u"Operation Failed"_s;
    QTest::newRow("102") << u"Server Error"_s;
    QTest::newRow("104") << u"Resource Not Found"_s;
    QTest::newRow("106") << u"Operation Not Supported"_s;
    QTest::newRow("0") << QString();
    QTest::newRow("999") << QString();
}

void TestApexStandardReply::codesHaveTheirNames()
{
    QFETCH(QString, name);
    QCOMPARE(alphapoint::codeName(QByteArray(QTest::currentDataTag()).toInt()), name);
}

void TestApexStandardReply::membersAreFoundInAnyCase()
{
    const auto value = json::parse(R"({"sessionToken":"a","USERID":2,"n":null})");
    QVERIFY(value.has_value());
    QCOMPARE(alphapoint::member(*value, u"SessionToken").text(), u"a"_s);
    QCOMPARE(alphapoint::member(*value, u"UserId").text(), u"2"_s);
    QVERIFY(alphapoint::member(*value, u"N").isNull());
    QVERIFY(alphapoint::member(*value, u"Session").isMissing());
    QVERIFY(alphapoint::member(json::Value(), u"N").isMissing());
}

QTEST_APPLESS_MAIN(TestApexStandardReply)
#include "test_apex_standard_reply.moc"
