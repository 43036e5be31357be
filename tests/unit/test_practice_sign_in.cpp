// SPDX-License-Identifier: Apache-2.0
#include "practice_probe.h"

using namespace practice;
using namespace probe;

class TestPracticeSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheAccountsApart();
    void takesEverySignInVariant_data();
    void takesEverySignInVariant();
    void takesItsOwnVariantAloneWhenStrict_data();
    void takesItsOwnVariantAloneWhenStrict();
    void tellsCredentials();
    void makesANewTokenAtEachStart();
    void listensOnThisMachineAlone();
};

void TestPracticeSignIn::tellsTheAccountsApart()
{
    Venue venue;
    const auto clientOf = [](const Answer &answer) {
        return answer.json()["data"_L1]["orders"_L1][0]["client_id"_L1].toString();
    };
    const QByteArray list = "/api/v1/orders?type=pending";
    QCOMPARE(clientOf(venue.get(list, Broker::Pocketful)), u"PKT1042"_s); // by the header
    QCOMPARE(clientOf(venue.get(list, Broker::Pace)), u"PAC7781"_s);
    QCOMPARE(clientOf(venue.get("/oapi/v1/orders?type=pending", Broker::HdfcSky)),
             u"48210937"_s); // by the prefix
    QCOMPARE(clientOf(venue.get(list + "&client_id=PAC7781", Broker::Pocketful)),
             u"PAC7781"_s); // by the client id
    QCOMPARE(clientOf(venue.get(list + "&client_id=PKT1042", Broker::Pace)), u"PKT1042"_s);
    venue.venue.market(Broker::Pace).addOrder(probe::order(u"only-pace"_s));
    QVERIFY(venue.get(list, Broker::Pace).body.contains("only-pace"));
    QVERIFY(!venue.get(list, Broker::Pocketful).body.contains("only-pace"));
}

void TestPracticeSignIn::takesEverySignInVariant_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers"); // {T} stands for the token, {K} for the key
    QTest::addColumn<int>("status");
    const QByteArray list = "/api/v1/orders?type=pending";
    const QByteArray sky = "/oapi/v1/orders?type=pending";
    const QByteArray agent = "User-Agent: probe\r\n";
    QTest::newRow("bearer") << list << "Authorization: Bearer {T}\r\n"_ba << 200;
    QTest::newRow("bearer in small letters") << list << "authorization: bearer {T}\r\n"_ba << 200;
    QTest::newRow("raw") << list << "Authorization: {T}\r\n"_ba << 200;
    QTest::newRow("x-authorization-token") << list << "x-authorization-token: {T}\r\n"_ba << 200;
    QTest::newRow("x-auth-token") << list << "x-auth-token: {T}\r\n"_ba << 200;
    QTest::newRow("with client_id beside")
        << list << "client_id: X\r\nauthorization: Bearer {T}\r\n"_ba << 200;
    QTest::newRow("none") << list << ""_ba << 401;
    QTest::newRow("empty") << list << "Authorization: Bearer \r\n"_ba << 401;
    QTest::newRow("wrong") << list << "Authorization: Bearer {T}x\r\n"_ba << 401;
    QTest::newRow("one of two wrong")
        << list << "Authorization: Bearer {T}\r\nx-auth-token: no\r\n"_ba << 401;
    QTest::newRow("sky") << sky + "&api_key={K}" << agent + "Authorization: {T}\r\n" << 200;
    QTest::newRow("sky without key") << sky << agent + "Authorization: {T}\r\n" << 200;
    QTest::newRow("sky, wrong key") << sky + "&api_key=no" << agent + "Authorization: {T}\r\n" << 401;
    QTest::newRow("sky, wrong token") << sky + "&api_key={K}" << agent + "Authorization: no\r\n" << 401;
    QTest::newRow("sky without user agent") << sky + "&api_key={K}"
                                            << "Authorization: {T}\r\n"_ba << 403;
    QTest::newRow("sky with an empty user agent")
        << sky << "User-Agent: \r\nAuthorization: {T}\r\n"_ba << 403;
}

void TestPracticeSignIn::takesEverySignInVariant()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    Venue venue;
    headers.replace("{T}", venue.token);
    target.replace("{K}", venue.apiKey);
    const Answer answer = venue.ask("GET " + target + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n");
    QCOMPARE(answer.status, status);
    if (status == 401)
        QCOMPARE(answer.json(), fixture("tl_error_401.json").object());
}

void TestPracticeSignIn::takesItsOwnVariantAloneWhenStrict_data()
{
    QTest::addColumn<Broker>("broker");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    const QByteArray bearer = "Authorization: Bearer {T}\r\n", raw = "Authorization: {T}\r\n";
    const QByteArray own = "x-authorization-token: {T}\r\n", table = "x-auth-token: {T}\r\n";
    QTest::newRow("pocketful bearer") << Broker::Pocketful << bearer << ""_ba << 200;
    QTest::newRow("pocketful raw") << Broker::Pocketful << raw << ""_ba << 401;
    QTest::newRow("pocketful both") << Broker::Pocketful << bearer + own << ""_ba << 401;
    QTest::newRow("pace own") << Broker::Pace << own << ""_ba << 200;
    QTest::newRow("pace table") << Broker::Pace << table << ""_ba << 401;
    QTest::newRow("pace bearer") << Broker::Pace << bearer << ""_ba << 401;
    QTest::newRow("sky raw and key") << Broker::HdfcSky << raw << "&api_key={K}"_ba << 200;
    QTest::newRow("sky without key") << Broker::HdfcSky << raw << ""_ba << 401;
    QTest::newRow("sky bearer") << Broker::HdfcSky << bearer << "&api_key={K}"_ba << 401;
}

void TestPracticeSignIn::takesItsOwnVariantAloneWhenStrict()
{
    QFETCH(Broker, broker);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, more);
    QFETCH(int, status);
    PracticeOptions options = Venue::stillOptions();
    options.tradelab.strict = {brokers.begin(), brokers.end()};
    Venue venue(options);
    headers.replace("{T}", venue.token);
    more.replace("{K}", venue.apiKey);
    const QByteArray target = profileOf(broker).prefix +
                              "/orders?type=pending&client_id=" + profileOf(broker).clientId.toUtf8() + more;
    QCOMPARE(venue.ask(request("GET", target, headers)).status, status);
}

void TestPracticeSignIn::tellsCredentials()
{
    Venue venue;
    const QByteArray line = venue.venue.credentials().toJson();
    QVERIFY(!line.contains('\n'));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.keys(),
             QStringList({u"account_id"_s, u"api_key"_s, u"api_secret"_s, u"client_id"_s, u"oms_id"_s,
                          u"password"_s, u"token"_s, u"url"_s, u"user"_s, u"user_id"_s, u"ws_url"_s}));
    QCOMPARE(json["url"_L1].toString(), u"http://127.0.0.1:%1"_s.arg(venue.port()));
    const auto connections = venue.venue.connections();
    QCOMPARE(connections.size(), std::size_t(3));
    QSet<QString> clients;
    for (const PracticeConnection &connection : connections)
        clients += connection.clientId;
    QCOMPARE(clients.size(), 3);
    QCOMPARE(connections[0].secret.reveal(), venue.token);
    QCOMPARE(connections[2].name, u"hdfcsky"_s);
    const QJsonObject secret = QJsonDocument::fromJson(connections[2].secret.reveal()).object();
    QCOMPARE(secret["token"_L1].toString().toUtf8(), venue.token);
    QCOMPARE(secret["api_key"_L1].toString().toUtf8(), venue.apiKey);
}

void TestPracticeSignIn::makesANewTokenAtEachStart()
{
    Venue one, two;
    QVERIFY(one.token.size() >= 24);
    QVERIFY(one.token != two.token);
    QCOMPARE(one.ask(request("GET", "/api/v1/trades", two.bearer())).status, 401);
}

void TestPracticeSignIn::listensOnThisMachineAlone()
{
    Venue venue;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(u"127.0.0.2"_s), venue.port()); // loopback too, but another address
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TestPracticeSignIn)
#include "test_practice_sign_in.moc"
