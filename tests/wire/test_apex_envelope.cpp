// SPDX-License-Identifier: Apache-2.0
// The frame of every APEX message: written byte for byte, read in every shape that an exchange gives it.
#include "support/apex_samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::decodeFrame;
using alphapoint::encodeFrame;
using alphapoint::FrameKind;
using support::apexFrame;
using support::apexSample;
using support::compactJson;

Q_DECLARE_METATYPE(alphapoint::FrameKind)

class TestApexEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheSamples_data();
    void writesTheSamples();
    void writesLiteralBytes_data();
    void writesLiteralBytes();
    void readsTheSamples_data();
    void readsTheSamples();
    void takesThePayloadInAnyShape_data();
    void takesThePayloadInAnyShape();
    void keepsEveryDigit();
    void takesTheNumberAsItStands_data();
    void takesTheNumberAsItStands();
    void whatIsNoFrameIsAnError_data();
    void whatIsNoFrameIsAnError();
    void readsWhatItWrites_data();
    void readsWhatItWrites();
};

namespace {

QByteArray bytesOf(FrameKind kind, qint64 number, const QString &function, const QByteArray &payload)
{
    return encodeFrame(kind, number, function, payload).toUtf8();
}

} // namespace

void TestApexEnvelope::writesTheSamples_data()
{
    QTest::addColumn<QByteArray>("sample");
    const auto requests = json::parse(apexSample(u"ap_cancel_request_frames.json"_s));
    QVERIFY(requests.has_value());
    for (const json::Value &each : requests->items())
        QTest::newRow(qPrintable(each[u"i"].text())) << json::Writer().value(each).bytes();
    const auto pings = json::parse(apexSample(u"ap_ping_frames.json"_s));
    QVERIFY(pings.has_value());
    QTest::newRow("ping") << json::Writer().value(pings->items().front()).bytes();
}

void TestApexEnvelope::writesTheSamples()
{
    QFETCH(QByteArray, sample);
    const auto value = json::parse(sample);
    QVERIFY(value.has_value());
    QCOMPARE(bytesOf(FrameKind::Request, (*value)[u"i"].text().toLongLong(), (*value)[u"n"].text(),
                     (*value)[u"o"].text().toUtf8()),
             sample);
}

void TestApexEnvelope::writesLiteralBytes_data()
{
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("request") << FrameKind::Request << qint64(10)
                             << QByteArray(R"({"OMSId":1,"OrderId":2543565233})")
                             << QByteArray(
                                    R"({"m":0,"i":10,"n":"F","o":"{\"OMSId\":1,\"OrderId\":2543565233}"})");
    QTest::newRow("64 bits") << FrameKind::Request << qint64(9'223'372'036'854'775'806)
                             << QByteArray(R"({"OrderId":312269865356374016})")
                             << QByteArray(R"({"m":0,"i":9223372036854775806,"n":"F",)"
                                           R"("o":"{\"OrderId\":312269865356374016}"})");
    QTest::newRow("text in text") << FrameKind::Reply << qint64(2) << QByteArray(R"({"a":"\"\\\n"})")
                                  << QByteArray(R"({"m":1,"i":2,"n":"F","o":"{\"a\":\"\\\"\\\\\\n\"}"})");
    QTest::newRow("other letters") << FrameKind::Event << qint64(0) << QByteArray("{\"a\":\"क\"}")
                                   << QByteArray(
                                          "{\"m\":3,\"i\":0,\"n\":\"F\",\"o\":\"{\\\"a\\\":\\\"क\\\"}\"}");
    QTest::newRow("nothing") << FrameKind::Request << qint64(2) << QByteArray()
                             << QByteArray(R"({"m":0,"i":2,"n":"F","o":""})");
}

void TestApexEnvelope::writesLiteralBytes()
{
    QFETCH(FrameKind, kind);
    QFETCH(qint64, number);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, bytes);
    QCOMPARE(bytesOf(kind, number, u"F"_s, payload), bytes);
}

void TestApexEnvelope::readsTheSamples_data()
{
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("function");
    QTest::newRow("ap_auth_ok_frame.json") << FrameKind::Reply << u"2"_s << u"AuthenticateUser"_s;
    QTest::newRow("ap_subscribe_ok_frame.json") << FrameKind::Reply << u"4"_s << u"SubscribeAccountEvents"_s;
    QTest::newRow("ap_open_orders_frame.json") << FrameKind::Reply << u"6"_s << u"GetOpenOrders"_s;
    QTest::newRow("ap_open_orders_empty_frame.json") << FrameKind::Reply << u"8"_s << u"GetOpenOrders"_s;
    QTest::newRow("ap_cancel_ack_ok_frame.json") << FrameKind::Reply << u"10"_s << u"CancelOrder"_s;
    QTest::newRow("ap_order_state_canceled_frame.json") << FrameKind::Event << u"4"_s << u"OrderStateEvent"_s;
    QTest::newRow("ap_order_trade_frame.json") << FrameKind::Event << u"8"_s << u"OrderTradeEvent"_s;
    QTest::newRow("ap_error_frame_m5_json.json") << FrameKind::Error << u"10"_s << u"CancelOrder"_s;
    QTest::newRow("ap_error_frame_m5_text.json") << FrameKind::Error << u"10"_s << u"CancelOrder"_s;
}

void TestApexEnvelope::readsTheSamples()
{
    QFETCH(FrameKind, kind);
    QFETCH(QString, number);
    QFETCH(QString, function);
    const QByteArray sample = apexSample(QString::fromLatin1(QTest::currentDataTag()));
    const auto frame = decodeFrame(sample);
    QVERIFY(frame.has_value());
    QCOMPARE(frame->kind, kind);
    QCOMPARE(frame->number, number);
    QCOMPARE(frame->function, function);
    QCOMPARE(bytesOf(kind, number.toLongLong(), function, frame->payload), compactJson(sample));
}

void TestApexEnvelope::takesThePayloadInAnyShape_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("text") << QByteArray(R"(,"o":"{\"a\":1}")") << QByteArray(R"({"a":1})");
    QTest::newRow("object") << QByteArray(R"(,"o":{ "a" : 1 })") << QByteArray(R"({"a":1})");
    QTest::newRow("array") << QByteArray(R"(,"o":[ {}, 2 ])") << QByteArray("[{},2]");
    QTest::newRow("plain words") << QByteArray(R"(,"o":"Endpoint Not Found")")
                                 << QByteArray("Endpoint Not Found");
    QTest::newRow("empty") << QByteArray(R"(,"o":"")") << QByteArray();
    QTest::newRow("absent") << QByteArray() << QByteArray();
    QTest::newRow("null") << QByteArray(R"(,"o":null)") << QByteArray("null");
    QTest::newRow("other letters") << QByteArray(R"(,"o":"{\"a\":\"\u0915\"}")")
                                   << QByteArray("{\"a\":\"क\"}");
}

void TestApexEnvelope::takesThePayloadInAnyShape()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, payload);
    const auto frame = decodeFrame(R"({"m":1,"i":2,"n":"F")" + member + "}");
    QVERIFY(frame.has_value());
    QCOMPARE(frame->kind, FrameKind::Reply);
    QCOMPARE(frame->function, u"F"_s);
    QCOMPARE(frame->payload, payload);
}

// Numbers beyond 2^53, beyond 2^63 and with 28 decimals, in text and in an object.
void TestApexEnvelope::keepsEveryDigit()
{
    const QByteArray payload = R"({"OrderId":312269865356374016,"ClientOrderId":9223372036854775807,)"
                               R"("Ticks":637431761260054714,"Big":18446744073709551615,)"
                               R"("Price":19068.270478610000000000000000,"Small":1E-8})";
    const auto text = decodeFrame(bytesOf(FrameKind::Reply, 2, u"F"_s, payload));
    QVERIFY(text.has_value());
    QCOMPARE(text->payload, payload);
    const auto object = decodeFrame(R"({"m":1,"i":2,"n":"F","o":)" + payload + "}");
    QVERIFY(object.has_value());
    QCOMPARE(object->payload, payload);
}

void TestApexEnvelope::takesTheNumberAsItStands_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("number");
    QTest::newRow("number") << QByteArray("14") << u"14"_s;
    QTest::newRow("text") << QByteArray(R"("14")") << u"14"_s;
    QTest::newRow("zero") << QByteArray("0") << u"0"_s;
    QTest::newRow("64 bits") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551617") << u"18446744073709551617"_s;
    QTest::newRow("negative") << QByteArray("-2") << u"-2"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("object") << QByteArray("{}") << QString();
}

void TestApexEnvelope::takesTheNumberAsItStands()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, number);
    const auto frame = decodeFrame(R"({"n":"F","o":"{}","i":)" + token + R"(,"m":1})");
    QVERIFY(frame.has_value());
    QCOMPARE(frame->number, number);
}

void TestApexEnvelope::whatIsNoFrameIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto kind = [](const char *token) {
        QTest::addRow("m %s", token) << QByteArray(R"({"m":)") + token + R"(,"i":2,"n":"F","o":"{}"})";
    };
    for (const char *token : {"6", "-1", "2147483648", "18446744073709551616", "1.0", "1e0", "null", "true",
                              R"("")", R"("x")", "{}", "[1]"})
        kind(token);
    QTest::newRow("no m") << QByteArray(R"({"i":2,"n":"F","o":"{}"})");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \n");
    QTest::newRow("words") << QByteArray("TOO MANY REQUESTS");
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("array") << QByteArray(R"([{"m":1,"i":2,"n":"F","o":"{}"}])");
    QTest::newRow("a number") << QByteArray("1");
    QTest::newRow("cut") << QByteArray(R"({"m":1,"i":2,"n":"F","o":"{\"resu)");
    QTest::newRow("more behind it") << QByteArray(R"({"m":1,"i":2,"n":"F","o":"{}"}{"m":1})");
    QTest::newRow("too deep") << R"({"m":1,"o":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}';
}

void TestApexEnvelope::whatIsNoFrameIsAnError()
{
    QFETCH(QByteArray, text);
    const auto frame = decodeFrame(text);
    QVERIFY(!frame.has_value());
    QCOMPARE(frame.error().kind, base::ErrorKind::BadReply);
}

void TestApexEnvelope::readsWhatItWrites_data()
{
    QTest::addColumn<FrameKind>("kind");
    for (const FrameKind kind : {FrameKind::Request, FrameKind::Reply, FrameKind::Subscribe, FrameKind::Event,
                                 FrameKind::Unsubscribe, FrameKind::Error})
        QTest::addRow("m %d", static_cast<int>(kind)) << kind;
}

void TestApexEnvelope::readsWhatItWrites()
{
    QFETCH(FrameKind, kind);
    const QByteArray payload = "{\"a\":\"\\\"\\\\ \\u0001 क\",\"b\":[null,true,-0.10]}";
    const auto frame = decodeFrame(bytesOf(kind, 12, u"Some \"name\""_s, payload));
    QVERIFY(frame.has_value());
    QCOMPARE(frame->kind, kind);
    QCOMPARE(frame->number, u"12"_s);
    QCOMPARE(frame->function, u"Some \"name\""_s);
    QCOMPARE(frame->payload, payload);
}

QTEST_APPLESS_MAIN(TestApexEnvelope)
#include "test_apex_envelope.moc"
