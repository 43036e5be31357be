// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_masking.h"
#include "practice/apex_parameters.h"

#include <QTest>

using namespace practice;
using namespace Qt::StringLiterals;

class TestApexFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSequence_data();
    void readsTheSequence();
    void readsThePayload_data();
    void readsThePayload();
    void readsKeysInAnyCase();
    void refusesWhatIsNoFrame_data();
    void refusesWhatIsNoFrame();
    void writesThePayloadInsideAString();
    void readsIds_data();
    void readsIds();
    void masksSecrets_data();
    void masksSecrets();
};

namespace {

std::optional<ApexRequest> withPayload(const QString &o)
{
    return readApexRequest(uR"({"m":0,"i":2,"n":"F","o":%1})"_s.arg(o));
}

const QByteArray objectInString = R"("{\"OrderId\":312269865356374016}")";
const QByteArray plainObject = R"({"OrderId":312269865356374016})";
const QByteArray plainText = R"("hello")";
const QByteArray anyCase = R"({"M":2,"I":4,"N":"Ping","O":"{\"ORDERID\":5}"})";
const QByteArray codeInside = R"({"a":{"code":"123456"},"b":[{"Password":"p"}],"n":1})";
const QByteArray codeMasked = R"({"a":{"code":"***"},"b":[{"Password":"***"}],"n":1})";
const QByteArray oddSpaces = R"({ "OMSId" : 1,"OrderId":312269865356374016 })";
const QByteArray keySignIn = R"({"APIKey":"k","Signature":"s","UserId":"5","Nonce":"7"})";
const QByteArray keyMasked = R"({"APIKey":"***","Signature":"***","UserId":"5","Nonce":"7"})";
const QByteArray payloadWithQuotes = R"({"a":"b\"c","d":null})";
const QByteArray eventFrame = R"({"m":3,"i":6,"n":"OrderStateEvent","o":"{\"a\":\"b\\\"c\",\"d\":null}"})";
const QByteArray errorFrame = R"({"m":5,"i":0,"n":"","o":"no JSON"})";

} // namespace

void TestApexFrame::readsTheSequence_data()
{
    QTest::addColumn<QString>("i");
    QTest::addColumn<QByteArray>("echo");
    QTest::newRow("usual") << u"2"_s << "2"_ba;
    QTest::newRow("zero") << u"0"_s << "0"_ba;
    QTest::newRow("odd") << u"7"_s << "7"_ba;
    QTest::newRow("negative") << u"-1"_s << "-1"_ba;
    QTest::newRow("64 bits") << u"9223372036854775807"_s << "9223372036854775807"_ba;
    QTest::newRow("fraction") << u"1.50"_s << "1.50"_ba;
    QTest::newRow("text") << u"\"a\\\"b\""_s << "\"a\\\"b\""_ba;
    QTest::newRow("null") << u"null"_s << "0"_ba;
}

void TestApexFrame::readsTheSequence()
{
    QFETCH(QString, i);
    QFETCH(QByteArray, echo);
    const auto request = readApexRequest(u"{\"m\":0,\"i\":%1,\"n\":\"Ping\",\"o\":\"{}\"}"_s.arg(i));
    QVERIFY(request);
    QCOMPARE(request->sequence, echo);
    QCOMPARE(apexFrame(ApexKind::Reply, request->sequence, u"Ping"_s, "{}"),
             u"{\"m\":1,\"i\":%1,\"n\":\"Ping\",\"o\":\"{}\"}"_s.arg(QString::fromUtf8(echo)));
}

void TestApexFrame::readsThePayload_data()
{
    QTest::addColumn<QString>("o");
    QTest::addColumn<bool>("isObject");
    QTest::addColumn<QString>("orderId");
    QTest::newRow("string") << QString::fromUtf8(objectInString) << true << u"312269865356374016"_s;
    QTest::newRow("object") << QString::fromUtf8(plainObject) << true << u"312269865356374016"_s;
    QTest::newRow("text") << QString::fromUtf8(plainText) << false << QString();
    QTest::newRow("empty") << u"\"\""_s << true << QString();
    QTest::newRow("null") << u"null"_s << true << QString();
    QTest::newRow("array") << u"[1]"_s << false << QString();
}

void TestApexFrame::readsThePayload()
{
    QFETCH(QString, o);
    QFETCH(bool, isObject);
    QFETCH(QString, orderId);
    const auto request = withPayload(o);
    QVERIFY(request);
    QCOMPARE(request->payload.isObject(), isObject);
    QCOMPARE(apexMember(request->payload, u"orderid").text(), orderId);
}

void TestApexFrame::readsKeysInAnyCase()
{
    const auto request = readApexRequest(QString::fromUtf8(anyCase));
    QVERIFY(request);
    QCOMPARE(request->kind, ApexKind::Subscribe);
    QCOMPARE(request->sequence, "4"_ba);
    QCOMPARE(request->function, u"Ping"_s);
    QCOMPARE(apexMember(request->payload, u"OrderId").text(), u"5"_s);
}

void TestApexFrame::refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("text") << u"hello"_s;
    QTest::newRow("array") << u"[0,2]"_s;
    QTest::newRow("no function") << u"{\"m\":0,\"i\":2,\"o\":\"{}\"}"_s;
    QTest::newRow("no kind") << u"{\"i\":2,\"n\":\"Ping\",\"o\":\"{}\"}"_s;
    QTest::newRow("a reply") << u"{\"m\":1,\"i\":2,\"n\":\"Ping\",\"o\":\"{}\"}"_s;
    QTest::newRow("an event") << u"{\"m\":3,\"i\":2,\"n\":\"Ping\",\"o\":\"{}\"}"_s;
    QTest::newRow("cut") << u"{\"m\":0,\"i\":2,\"n\":\"Ping"_s;
}

void TestApexFrame::refusesWhatIsNoFrame()
{
    QFETCH(QString, text);
    QVERIFY(!readApexRequest(text));
}

void TestApexFrame::writesThePayloadInsideAString()
{
    QCOMPARE(apexFrame(ApexKind::Event, "6", u"OrderStateEvent"_s, payloadWithQuotes).toUtf8(), eventFrame);
    QCOMPARE(apexFrame(ApexKind::Error, "0", {}, "no JSON").toUtf8(), errorFrame);
}

void TestApexFrame::readsIds_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("number") << u"312269865356374016"_s << qint64(312269865356374016) << true;
    QTest::newRow("largest") << u"9223372036854775807"_s << std::numeric_limits<qint64>::max() << true;
    QTest::newRow("text") << u"\"312269865356374016\""_s << qint64(312269865356374016) << true;
    QTest::newRow("zero") << u"0"_s << qint64(0) << true;
    QTest::newRow("null") << u"null"_s << qint64(0) << true;
    QTest::newRow("blank") << u"\"\""_s << qint64(0) << true;
    QTest::newRow("too large") << u"9223372036854775808"_s << qint64(0) << false;
    QTest::newRow("fraction") << u"1.5"_s << qint64(0) << false;
    QTest::newRow("exponent") << u"1e3"_s << qint64(0) << false;
    QTest::newRow("negative") << u"-4"_s << qint64(0) << false;
    QTest::newRow("word") << u"\"x\""_s << qint64(0) << false;
    QTest::newRow("truth") << u"true"_s << qint64(0) << false;
    QTest::newRow("list") << u"[1]"_s << qint64(0) << false;
}

void TestApexFrame::readsIds()
{
    QFETCH(QString, token);
    QFETCH(qint64, id);
    QFETCH(bool, isReadable);
    const auto request = withPayload(u"{\"orderID\":%1,\"ClOrderId\":4,\"ClientOrderId\":4}"_s.arg(token));
    ApexParameters parameters(request->payload);
    QCOMPARE(parameters.id(u"OrderId"), id);
    QCOMPARE(parameters.isReadable(), isReadable);
    QCOMPARE(parameters.id(u"AccountId"), 0);
    QCOMPARE(parameters.id(u"ClOrderId", u"ClientOrderId"), 4);
    QCOMPARE(parameters.isReadable(), isReadable);
    if (id > 4) {
        static_cast<void>(parameters.id(u"OrderId", u"ClOrderId"));
        QVERIFY(!parameters.isReadable());
    }
}

void TestApexFrame::masksSecrets_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("as it came") << oddSpaces << oddSpaces;
    QTest::newRow("key") << keySignIn << keyMasked;
    QTest::newRow("deep") << codeInside << codeMasked;
    QTest::newRow("no JSON") << "my token is x"_ba
                             << "***"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "{}"_ba;
}

void TestApexFrame::masksSecrets()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, kept);
    const auto request = readApexRequest(apexFrame(ApexKind::Request, "2", u"F"_s, payload));
    QVERIFY(request);
    QCOMPARE(maskedPayload(*request), kept);
    if (payload.startsWith('{')) { // the same for an object that is no string
        const auto object = withPayload(QString::fromUtf8(payload));
        QCOMPARE(maskedPayload(*object),
                 payload == oddSpaces ? QByteArray(oddSpaces).replace(" ", "") : kept);
    }
}

QTEST_GUILESS_MAIN(TestApexFrame)
#include "test_apex_frame.moc"
