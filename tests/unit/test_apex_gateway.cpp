// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"
#include "support/self_signed.h"

#include <QSslConfiguration>

using namespace practice;
using namespace probe;

class TestApexGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAt_data();
    void opensAt();
    void opensNowhereElse();
    void speaksTls();
    void sharesThePort();
    void echoesTheSequence_data();
    void echoesTheSequence();
    void answersPing();
    void refusesUnknownFunctions();
    void refusesUnreadableFrames_data();
    void refusesUnreadableFrames();
    void readsPayloadsInEveryForm();
    void notesArrivals();
    void masksSecretsInArrivals();
    void servesManySockets();
    void dropsConnections();
    void stormsOverTheSocket();
    void standsStillUntilSomebodyComes();
    void namesItsConnection();
    void survivesItsClients();
};

namespace {

const QByteArray objectPayload = R"({"m":0,"i":900,"n":"GetOpenOrders","o":{"OMSId":1,"AccountId":7}})";
const QByteArray noPayload = R"({"m":0,"i":902,"n":"GetUserAccounts"})";
const QByteArray textPayload = R"({"m":0,"i":904,"n":"Ping","o":"hello"})";

} // namespace

void TestApexGateway::opensAt_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("usual") << u"/WSGateway/"_s;
    QTest::newRow("no slash") << u"/WSGateway"_s;
    QTest::newRow("small letters") << u"/wsgateway"_s;
}

void TestApexGateway::opensAt()
{
    QFETCH(QString, path);
    ApexVenue venue;
    QUrl url = venue.webSocketUrl();
    QCOMPARE(url.path(), u"/WSGateway/"_s);
    url.setPath(path);
    Socket socket(url);
    QVERIFY(socket.isInStep());
}

void TestApexGateway::opensNowhereElse()
{
    ApexVenue venue;
    const QByteArray upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QCOMPARE(venue.ask(request("GET", "/WSGateway/", upgrade)).status, 101);
    QCOMPARE(venue.ask(request("GET", "/gateway/", upgrade)).status, 404);
    QCOMPARE(venue.ask(request("GET", "/WSGateway/")).status, 404); // no upgrade
}

void TestApexGateway::speaksTls()
{
    const support::SelfSigned own = support::makeSelfSigned();
    QVERIFY2(!own.certificate.isNull(), "openssl made no certificate");
    PracticeOptions options = Venue::stillOptions();
    options.tls = QSslConfiguration::defaultConfiguration();
    options.tls->setLocalCertificate(own.certificate);
    options.tls->setPrivateKey(own.key);
    ApexVenue venue(options);
    QCOMPARE(venue.webSocketUrl().scheme(), u"wss"_s);
    QWebSocket socket;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({own.certificate});
    socket.setSslConfiguration(trusting);
    QString text;
    connect(&socket, &QWebSocket::textMessageReceived, this, [&text](const QString &all) { text = all; });
    socket.open(venue.webSocketUrl());
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.sendTextMessage(u"{\"m\":0,\"i\":2,\"n\":\"Ping\",\"o\":\"{}\"}"_s);
    QTRY_COMPARE(frameFrom(text).json()["msg"_L1], u"PONG"_s);
}

void TestApexGateway::sharesThePort()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    QCOMPARE(venue.get("/api/v1/orders?type=pending").status, 200);
    QVERIFY(socket->isInStep());
}

void TestApexGateway::echoesTheSequence_data()
{
    QTest::addColumn<QByteArray>("sequence");
    for (const char *sequence : {"0", "1", "2", "7", "-3", "9223372036854775807", "\"abc\""})
        QTest::newRow(sequence) << QByteArray(sequence);
}

void TestApexGateway::echoesTheSequence()
{
    QFETCH(QByteArray, sequence);
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    socket.sendText(QString::fromUtf8(R"({"m":0,"i":)" + sequence + R"(,"n":"Ping","o":"{}"})"));
    QTRY_COMPARE(socket.texts.size(), 1);
    QCOMPARE(socket.texts[0].toUtf8(),
             R"({"m":1,"i":)" + sequence + R"(,"n":"Ping","o":"{\"msg\":\"PONG\"}"})");
}

void TestApexGateway::answersPing()
{
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    const QJsonArray samples = fixture("ap_ping_frames.json").array();
    socket.sendText(QString::fromUtf8(QJsonDocument(samples[0].toObject()).toJson()));
    QTRY_COMPARE(socket.texts.size(), 1);
    QCOMPARE(QJsonDocument::fromJson(socket.texts[0].toUtf8()).object(), samples[1].toObject());
}

void TestApexGateway::refusesUnknownFunctions()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"SendOrder"_s, "{}");
    QCOMPARE(answer.kind, 5);
    QCOMPARE(answer.function, u"SendOrder"_s);
    QVERIFY(QJsonDocument::fromJson(answer.payload).isNull()); // plain text
    QCOMPARE(answer.payload, frameFixture("ap_error_frame_m5_text.json").payload);
    QCOMPARE(socket->call(u"GetOpenOrders"_s, account(), 4).kind, 5);
}

void TestApexGateway::refusesUnreadableFrames_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << u"hello"_s;
    QTest::newRow("half a frame") << u"{\"m\":0,\"i\":2"_s;
    QTest::newRow("a reply") << u"{\"m\":1,\"i\":2,\"n\":\"Ping\",\"o\":\"{}\"}"_s;
    QTest::newRow("array") << u"[]"_s;
}

void TestApexGateway::refusesUnreadableFrames()
{
    QFETCH(QString, text);
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const qsizetype before = socket->texts.size();
    const std::size_t arrivals = venue.venue.arrivals().arrivals().size();
    socket->sendText(text);
    QTRY_COMPARE(socket->texts.size(), before + 1);
    QCOMPARE(frameFrom(socket->texts.last()).kind, 5);
    QCOMPARE(venue.venue.arrivals().arrivals().size(), arrivals);
    QVERIFY(socket->isInStep());
}

void TestApexGateway::readsPayloadsInEveryForm()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    socket->sendText(QString::fromUtf8(objectPayload));
    QCOMPARE(socket->answer(900).array().size(), 13);
    socket->sendText(QString::fromUtf8(noPayload));
    QCOMPARE(socket->answer(902).payload, "[7]"_ba);
    socket->sendText(QString::fromUtf8(textPayload));
    QCOMPARE(socket->answer(904).json()["msg"_L1], u"PONG"_s);
}

void TestApexGateway::notesArrivals()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QByteArray cancel = R"({"OMSId":1, "AccountId":7,"OrderId":312269865356374016})";
    QVERIFY(socket->call(u"CancelOrder"_s, cancel).isSuccess());
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":1607579326"), 2).isSuccess());
    QVERIFY(socket->call(u"CancelOrder"_s, R"({"OrderId":"5"})").isError(100));
    QCOMPARE(socket->call(u"GetOrderStatus"_s, account("\"OrderId\":5")).kind, 1);
    QCOMPARE(venue.count("CancelOrder"), 3);

    const QJsonArray arrivals = QJsonDocument::fromJson(venue.get("/practice/arrivals").body).array();
    QCOMPARE(arrivals.size(), 6); // the upgrade and five frames
    QCOMPARE(arrivals[0]["method"_L1], u"GET"_s);
    QCOMPARE(arrivals[0]["path"_L1], u"/WSGateway/"_s);
    QCOMPARE(arrivals[1]["path"_L1], u"/WSGateway/WebAuthenticateUser"_s);
    QCOMPARE(arrivals[2]["method"_L1], u"WS"_s);
    QCOMPARE(arrivals[2]["path"_L1], u"/WSGateway/CancelOrder"_s);
    QCOMPARE(arrivals[2]["body"_L1].toString().toUtf8(), cancel); // byte for byte
    QCOMPARE(arrivals[2]["order_id"_L1], u"312269865356374016"_s);
    QCOMPARE(arrivals[2]["complete"_L1], true);
    QVERIFY(!arrivals[3]["order_id"_L1].toString().isEmpty()); // by its client's id
    QCOMPARE(arrivals[4]["order_id"_L1], u"5"_s);
    QCOMPARE(arrivals[5]["order_id"_L1], u"5"_s);
    QCOMPARE(arrivals[5]["connection_id"_L1], arrivals[2]["connection_id"_L1]);

    const auto other = venue.signedIn();
    QVERIFY(other->isInStep());
    QVERIFY(venue.venue.arrivals().arrivals().back().connectionId !=
            static_cast<std::uint64_t>(arrivals[2]["connection_id"_L1].toInteger()));
}

void TestApexGateway::masksSecretsInArrivals()
{
    PracticeOptions options = Venue::stillOptions();
    options.apexCode = u"246810"_s;
    ApexVenue venue(options);
    Socket socket(venue.webSocketUrl());
    const PracticeCredentials who = venue.venue.credentials();
    const auto send = [&](const QString &function, const QJsonObject &payload) {
        return socket.call(function, QJsonDocument(payload).toJson(QJsonDocument::Compact)).kind;
    };
    QCOMPARE(send(u"AuthenticateUser"_s, {{u"UserName"_s, who.user}, {u"Password"_s, who.password}}), 1);
    QCOMPARE(send(u"Authenticate2FA"_s, {{u"Code"_s, u"246810"_s}}), 1);
    QCOMPARE(send(u"WebAuthenticateUser"_s, {{u"SessionToken"_s, who.token}}), 1);
    QCOMPARE(send(u"AuthenticateUser"_s,
                  {{u"APIKey"_s, who.apiKey}, {u"Signature"_s, u"abcdef"_s}, {u"UserId"_s, u"5"_s}}),
             1);
    QCOMPARE(socket.call(u"GetOpenOrders"_s, who.token.toUtf8()).kind, 1); // no JSON at all
    QCOMPARE(socket.call(u"GetOpenOrders"_s, "[{\"pending2FaToken\":\"" + who.token.toUtf8() + "\"}]").kind,
             1);
    const QByteArray arrivals = venue.get("/practice/arrivals").body;
    for (const QString &secret : {who.password, who.token, who.apiKey, u"246810"_s, u"abcdef"_s})
        QVERIFY2(!arrivals.contains(secret.toUtf8()), qPrintable(secret));
    QVERIFY(arrivals.contains(who.user.toUtf8()));
    QVERIFY(arrivals.contains(R"({\"Code\":\"***\"})"));
}

void TestApexGateway::servesManySockets()
{
    ApexVenue venue;
    venue.add(77);
    std::vector<std::unique_ptr<Socket>> sockets;
    for (int i = 0; i < 20; ++i)
        sockets.push_back(venue.watching());
    QCOMPARE(venue.venue.apexGateway().sessions().size(), 20);
    sockets[3]->leave();
    QTRY_COMPARE(venue.venue.apexGateway().sessions().size(), 19);
    QTRY_COMPARE(venue.venue.apexGateway().findChildren<QTcpSocket *>().size(), 19);
    QVERIFY(venue.market().cancelNow(77));
    for (std::size_t i = 0; i < sockets.size(); ++i)
        QCOMPARE(sockets[i]->events().size(), i == 3 ? 0 : 1);
}

void TestApexGateway::dropsConnections()
{
    ApexVenue venue;
    const auto first = venue.watching();
    const auto second = venue.watching();
    venue.venue.apexGateway().dropConnections();
    QTRY_VERIFY(first->isClosed() && second->isClosed());
    QVERIFY(venue.market().cancelNow(312269865356374016)); // nobody is told
    const auto again = venue.watching();
    QVERIFY(again->events().isEmpty());
    const QByteArray list = again->call(u"GetOpenOrders"_s, account()).payload;
    QVERIFY(!list.contains("312269865356374016"));
}

void TestApexGateway::stormsOverTheSocket()
{
    ApexVenue venue;
    const auto socket = venue.watching();
    const qsizetype before = socket->texts.size();
    venue.venue.apexGateway().storm(2000);
    venue.clock.advance(base::seconds(1));
    venue.venue.apexGateway().storm(0);
    QTRY_VERIFY(socket->texts.size() >= before + 1000);
    QVERIFY(socket->isInStep());
    const QList<Frame> events = socket->events(u"OrderStateEvent"_s);
    QVERIFY(events.size() > 1500 && events.size() <= 2000); // those of the other account are not ours
    qint64 last = 0;
    for (const Frame &event : events) {
        const qint64 ticks = event.json()["LastUpdatedTimeTicks"_L1].toInteger();
        QVERIFY(ticks > last);
        last = ticks;
    }
    QCOMPARE(events.last().sequence, events.size() * 2);
}

void TestApexGateway::standsStillUntilSomebodyComes()
{
    PracticeOptions options;
    ApexVenue venue(options);
    const std::size_t size = venue.market().orders().size();
    venue.clock.advance(base::seconds(600));
    QCOMPARE(venue.market().orders().size(), size);
    const auto socket = venue.watching();
    venue.clock.advance(base::seconds(600));
    QVERIFY(venue.market().orders().size() > size);
    QVERIFY(!socket->events(u"OrderTradeEvent"_s).isEmpty());

    ApexVenue still;
    const auto other = still.watching();
    still.clock.advance(base::seconds(600));
    QVERIFY(other->events().isEmpty());
}

void TestApexGateway::namesItsConnection()
{
    ApexVenue without;
    QCOMPARE(without.venue.connections().size(), std::size_t(3));
    PracticeOptions options = Venue::stillOptions();
    options.apexConnection = true;
    ApexVenue venue(options);
    const auto connections = venue.venue.connections();
    QCOMPARE(connections.size(), std::size_t(4));
    const PracticeConnection &apex = connections.back();
    QCOMPARE(apex.name, u"apex"_s);
    QCOMPARE(apex.broker, u"alphapoint"_s);
    QCOMPARE(apex.url, QUrl(u"ws://127.0.0.1:%1/WSGateway/"_s.arg(venue.port())));
    QVERIFY(apex.clientId.isEmpty());
    QCOMPARE(apex.accountId, 7);
    QCOMPARE(apex.omsId, 1);
    QCOMPARE(apex.userId, 5);
    QCOMPARE(apex.secret.reveal(), venue.token);
}

void TestApexGateway::survivesItsClients()
{
    std::unique_ptr<Socket> socket;
    {
        ApexVenue venue;
        socket = venue.watching();
        socket->send(u"GetOpenOrders"_s, account());
    }
    QTRY_VERIFY(socket->isClosed());
}

QTEST_GUILESS_MAIN(TestApexGateway)
#include "test_apex_gateway.moc"
