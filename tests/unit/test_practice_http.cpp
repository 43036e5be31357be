// SPDX-License-Identifier: Apache-2.0
#include "practice_probe.h"

#include <QSignalSpy>
#include <QSslKey>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace practice;
using namespace probe;

namespace {

// Every request waits until the test answers it.
struct Waiting
{
    Waiting()
        : server(clock, {[this](const HttpRequest &) { return ++heads; },
                         [this](const HttpRequest &request, HttpResponder responder) {
                             requests.append({request, responder});
                         },
                         {}})
    {
        if (!server.listen(0))
            qFatal("cannot listen");
    }

    void answer(qsizetype index, const QByteArray &body) const
    {
        HttpReply reply;
        reply.body = body;
        requests[index].second.send(reply);
    }

    support::ManualClock clock;
    std::uint64_t heads = 0;
    QList<std::pair<HttpRequest, HttpResponder>> requests;
    HttpServer server;
};

// Made for this test alone: the key guards nothing.
QSslConfiguration selfSigned()
{
    const QByteArray certificate = R"(-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIUDFzeZpl6cxcJAwww9qY729FVF+IwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMTA2MDQzM1oYDzIxMjYxMDI4
MDYwNDMzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR3ioLwJf7A4cpiBVEJgjuIKYzfUOmcio1wxF2VyA0RoYOGme7r/RsU
OEdSCmjfyRGqjEI9pJr6UwcJ//VhNzXQo2QwYjAdBgNVHQ4EFgQUhEaeeByu8oRT
+CUDM+avdmlWlIEwHwYDVR0jBBgwFoAUhEaeeByu8oRT+CUDM+avdmlWlIEwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
ICQGvZp/+0EJT2O8xo3HSpn7Vl7xo+raT2DbSXGME+drAiBz2OuMhKV4xqUmK5Ka
0yrTnJezziKJgHyF4itkTI7P8A==
-----END CERTIFICATE-----
)";
    const QByteArray key = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgF26vTL2kV7y2bucn
foLiYoSHFwCgNGAWtLbkpv2j7/qhRANCAAR3ioLwJf7A4cpiBVEJgjuIKYzfUOmc
io1wxF2VyA0RoYOGme7r/RsUOEdSCmjfyRGqjEI9pJr6UwcJ//VhNzXQ
-----END PRIVATE KEY-----
)";
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificate));
    tls.setPrivateKey(QSslKey(key, QSsl::Ec));
    return tls;
}

} // namespace

class TestPracticeHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesARequestHoweverItIsCut_data();
    void takesARequestHoweverItIsCut();
    void answersPipelinedRequestsInTheirOrder();
    void keepsTheConnectionAsTheClientWishes_data();
    void keepsTheConnectionAsTheClientWishes();
    void survivesAClientThatLeavesBeforeTheAnswer();
    void survivesAClientThatLeavesHalfway();
    void answersOnlyOnce();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void dropsAndCutsAnswers();
    void invitesABodyThatWaits();
    void servesManyConnections();
    void handsUpgradesOver_data();
    void handsUpgradesOver();
    void treatsAnUpgradeElsewhereAsARequest();
    void servesTls();
};

void TestPracticeHttp::takesARequestHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const QByteArray head = "DELETE /api/v1/orders/kart/ HTTP/1.1\r\nHost: h\r\nX-One: 1\r\n";
    QTest::newRow("length") << head + "Content-Length: 9\r\n\r\n{\"a\":\"b\"}"
                            << "{\"a\":\"b\"}"_ba;
    QTest::newRow("no body") << head + "\r\n"
                             << ""_ba;
    QTest::newRow("length 0") << head + "Content-Length: 0\r\n\r\n"
                              << ""_ba;
    QTest::newRow("chunks")
        << head + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n5\r\n:\"b\"}\r\n0\r\n\r\n"
        << "{\"a\":\"b\"}"_ba;
    QTest::newRow("blank line first") << "\r\n" + head + "\r\n"
                                      << ""_ba;
}

void TestPracticeHttp::takesARequestHoweverItIsCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    for (const qsizetype step : {bytes.size(), qsizetype(1), qsizetype(7)}) {
        Waiting venue;
        Client client(venue.server.port());
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            client.send(bytes.mid(at, step));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(venue.requests.size(), 1);
        const HttpRequest &request = venue.requests[0].first;
        QCOMPARE(request.method, "DELETE");
        QCOMPARE(request.target, "/api/v1/orders/kart/");
        QCOMPARE(request.header("x-ONE"), "1");
        QCOMPARE(request.body, body);
        QCOMPARE(venue.heads, std::uint64_t(1));
        venue.answer(0, "{}");
        QCOMPARE(client.read().status, 200);
    }
}

void TestPracticeHttp::answersPipelinedRequestsInTheirOrder()
{
    Waiting venue;
    Client client(venue.server.port());
    client.send(request("GET", "/1") + request("DELETE", "/2", {}, "{\"x\":1}") + request("GET", "/3"));
    QTRY_COMPARE(venue.requests.size(), 1); // the next one waits for the answer
    for (int number = 1; number <= 3; ++number) {
        QTRY_COMPARE(venue.requests.size(), number);
        QCOMPARE(venue.requests.last().first.target, "/" + QByteArray::number(number));
        venue.answer(number - 1, QByteArray::number(number));
        QCOMPARE(client.read().body, QByteArray::number(number));
    }
    QCOMPARE(venue.requests[1].first.body, "{\"x\":1}");
    QCOMPARE(venue.requests[0].first.connectionId, venue.requests[2].first.connectionId);
}

void TestPracticeHttp::keepsTheConnectionAsTheClientWishes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("1.1") << "GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << true;
    QTest::newRow("1.1 close") << "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"_ba << false;
    QTest::newRow("1.0") << "GET / HTTP/1.0\r\n\r\n"_ba << false;
    QTest::newRow("1.0 keep-alive") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << true;
}

void TestPracticeHttp::keepsTheConnectionAsTheClientWishes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isKept);
    Waiting venue;
    Client client(venue.server.port());
    client.send(bytes);
    QTRY_COMPARE(venue.requests.size(), 1);
    venue.answer(0, "{}");
    const Answer answer = client.read();
    QCOMPARE(answer.header("connection"), isKept ? "keep-alive" : "close");
    QCOMPARE(answer.header("date"), "Fri, 15 Mar 2024 05:30:00 GMT");
    if (isKept) {
        client.send(bytes);
        QTRY_COMPARE(venue.requests.size(), 2);
    } else {
        QTRY_VERIFY(client.isClosed());
    }
}

void TestPracticeHttp::survivesAClientThatLeavesBeforeTheAnswer()
{
    Waiting venue;
    Client client(venue.server.port());
    client.send(request("GET", "/late"));
    QTRY_COMPARE(venue.requests.size(), 1);
    QVERIFY(venue.requests[0].second.isAlive());
    client.leave();
    QTRY_COMPARE(venue.server.connectionCount(), 0);
    QVERIFY(!venue.requests[0].second.isAlive());
    venue.answer(0, "{}"); // nothing to write to: a sanitizer build sees a touch of freed memory
    venue.requests[0].second.drop();
    Client next(venue.server.port());
    next.send(request("GET", "/next"));
    QTRY_COMPARE(venue.requests.size(), 2);
}

void TestPracticeHttp::survivesAClientThatLeavesHalfway()
{
    Waiting venue;
    const QByteArray whole = request("DELETE", "/half", {}, R"({"client_id":"X"})");
    for (qsizetype size = 1; size < whole.size(); size += 11) {
        Client client(venue.server.port());
        client.send(whole.first(size));
        QTRY_COMPARE(venue.server.connectionCount(), 1);
        client.leave();
        QTRY_COMPARE(venue.server.connectionCount(), 0);
    }
    QCOMPARE(venue.requests.size(), 0);
    QVERIFY(venue.heads > 0); // some had a whole head
}

void TestPracticeHttp::answersOnlyOnce()
{
    Waiting venue;
    Client client(venue.server.port());
    client.send(request("GET", "/1"));
    QTRY_COMPARE(venue.requests.size(), 1);
    venue.answer(0, "first");
    venue.answer(0, "second");
    QCOMPARE(client.read().body, "first");
    client.send(request("GET", "/2"));
    QTRY_COMPARE(venue.requests.size(), 2);
    venue.answer(0, "late"); // the right to answer the first one is used up
    venue.answer(1, "third");
    QCOMPARE(client.read().body, "third");
}

void TestPracticeHttp::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray head = "DELETE /x HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02\x00\x01 hello\r\n\r\n", 16) << 400;
    QTest::newRow("bad version") << "GET / HTTP/9.9\r\n\r\n"_ba << 400;
    QTest::newRow("bad length") << head + "Content-Length: many\r\n\r\n" << 400;
    QTest::newRow("huge header") << head + "X-Big: " + QByteArray(300'000, 'x') + "\r\n\r\n" << 431;
    QTest::newRow("huge header of a GET") << "GET / HTTP/1.1\r\nX: " + QByteArray(300'000, 'x') + "\r\n\r\n"
                                          << 431;
    QTest::newRow("endless header") << "DELETE /" + QByteArray(100'000, 'x') << 431;
    QTest::newRow("huge body") << head + "Content-Length: 9000000\r\n\r\n" + QByteArray(100'000, 'x') << 413;
}

void TestPracticeHttp::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Waiting venue;
    Client client(venue.server.port());
    client.send(bytes);
    const Answer answer = client.read();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("connection"), "close");
    QCOMPARE(venue.requests.size(), 0);
    QTRY_VERIFY(venue.clock.timerCount() > 0);
    venue.clock.advance(base::seconds(2)); // a client that stays is put out
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(venue.server.connectionCount(), 0);
}

void TestPracticeHttp::dropsAndCutsAnswers()
{
    Waiting venue;
    Client dropped(venue.server.port());
    dropped.send(request("GET", "/1"));
    QTRY_COMPARE(venue.requests.size(), 1);
    venue.requests[0].second.drop();
    QCOMPARE(dropped.read().head, "");
    QVERIFY(dropped.isClosed());

    Client halved(venue.server.port());
    halved.send(request("GET", "/2"));
    QTRY_COMPARE(venue.requests.size(), 2);
    HttpReply reply;
    reply.body = QByteArray(1000, 'y');
    venue.requests[1].second.sendSpoiled(reply, HttpSpoil::Half);
    const Answer answer = halved.read();
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.head.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.head.size() > 500 && answer.head.size() < 700);
}

void TestPracticeHttp::invitesABodyThatWaits()
{
    Waiting venue;
    Client client(venue.server.port());
    client.send("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.read().status, 100);
    client.send("{}");
    QTRY_COMPARE(venue.requests.size(), 1);
    QCOMPARE(venue.requests[0].first.body, "{}");
}

void TestPracticeHttp::servesManyConnections()
{
    constexpr int count = 400;
    Waiting venue;
    std::vector<std::unique_ptr<Client>> clients;
    for (int number = 0; number < count; ++number) {
        clients.push_back(std::make_unique<Client>(venue.server.port()));
        clients.back()->send(request("GET", "/" + QByteArray::number(number)));
    }
    QTRY_COMPARE(venue.requests.size(), count);
    for (qsizetype number = 0; number < count; ++number)
        venue.answer(number, venue.requests[number].first.target);
    for (int number = 0; number < count; ++number)
        QCOMPARE(clients[static_cast<std::size_t>(number)]->read().body, "/" + QByteArray::number(number));
    QCOMPARE(venue.server.connectionCount(), count);
    clients.clear();
    QTRY_COMPARE(venue.server.connectionCount(), 0);
}

void TestPracticeHttp::handsUpgradesOver_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << u"/ws/v1/feeds?login_id=X"_s;
    QTest::newRow("with a slash") << u"/ws/v1/feeds/?login_id=X"_s;
}

void TestPracticeHttp::handsUpgradesOver()
{
    QFETCH(QString, path);
    Waiting venue;
    QWebSocketServer feeds(u"feeds"_s, QWebSocketServer::NonSecureMode);
    venue.server.addUpgrade("/ws/v1/feeds", [&feeds](QTcpSocket *socket) { feeds.handleConnection(socket); });
    QSignalSpy connected(&feeds, &QWebSocketServer::newConnection);
    QWebSocket client;
    QSignalSpy messages(&client, &QWebSocket::textMessageReceived);
    client.open(QUrl(u"ws://127.0.0.1:%1%2"_s.arg(venue.server.port()).arg(path)));
    QTRY_COMPARE(connected.size(), 1);
    QScopedPointer<QWebSocket> served(feeds.nextPendingConnection());
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    served->sendTextMessage(u"hello"_s);
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(venue.heads, std::uint64_t(1));
    QCOMPARE(venue.requests.size(), 0);

    Client plain(venue.server.port()); // the same port still serves requests
    plain.send("GET /ws/v1");
    QCoreApplication::processEvents();
    plain.send("/feeds HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(venue.requests.size(), 1);
}

void TestPracticeHttp::treatsAnUpgradeElsewhereAsARequest()
{
    Waiting venue;
    venue.server.addUpgrade("/ws/v1/feeds", [](QTcpSocket *) { QFAIL("handed over"); });
    Client client(venue.server.port());
    client.send(request("GET", "/elsewhere", "Connection: Upgrade\r\nUpgrade: websocket\r\n"));
    QTRY_COMPARE(venue.requests.size(), 1);
}

void TestPracticeHttp::servesTls()
{
    practice::PracticeOptions options = Venue::stillOptions();
    options.tls = selfSigned();
    Venue venue(options);
    QCOMPARE(venue.venue.url().scheme(), u"https"_s);
    QVERIFY(venue.venue.credentials().webSocketUrl.startsWith(u"wss://127.0.0.1:"_s));
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, venue.port());
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(request("GET", "/api/v1/orders?type=pending", venue.bearer()));
    QTRY_VERIFY(socket.bytesAvailable() > 1000);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK\r\n"));

    Client plain(venue.port()); // no TLS: no answer in the clear
    plain.send(request("GET", "/api/v1/orders?type=pending", venue.bearer()));
    QTRY_VERIFY(plain.isClosed());
    QVERIFY(!plain.unread().contains("HTTP/"));
}

QTEST_GUILESS_MAIN(TestPracticeHttp)
#include "test_practice_http.moc"
