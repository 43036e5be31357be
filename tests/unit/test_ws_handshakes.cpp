// SPDX-License-Identifier: Apache-2.0
// A WsChannel that does not get as far as a connection: servers that refuse, answer wrongly or never, and
// certificates that nobody vouches for.
#include "support/self_signed.h"
#include "support/ws_watch.h"

#include <QNetworkProxy>
#include <QScopeGuard>

using net::WsState;
using support::WsPeer;
using support::WsWatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestWsHandshakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tls = support::makeSelfSigned();
        QVERIFY2(!m_tls.certificate.isNull(), "openssl made no certificate");
    }

    void aHandshakeMayNotTakeLong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("scheme");
        QTest::addRow("nothing") << QByteArray() << u"ws"_s;
        QTest::addRow("half a line") << QByteArray("HTTP/1.1 101 Swit") << u"ws"_s;
        QTest::addRow("half a head") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade:") << u"ws"_s;
        QTest::addRow("garbage without an end") << QByteArray(1000, '\xfe') << u"ws"_s;
        QTest::addRow("no TLS") << QByteArray() << u"wss"_s;
    }

    void aHandshakeMayNotTakeLong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, scheme);
        WsPeer peer;
        if (answer.isEmpty())
            peer.setManner(WsPeer::Manner::NeverAnswer);
        peer.setAnswer(answer);
        QUrl url = peer.url(u"/hush?x=hush"_s);
        url.setScheme(scheme);
        WsWatch watch(url);
        watch.channel()->open();
        QVERIFY(!watch.channel()->problem());
        QTRY_COMPARE(peer.connectionCount(), 1);
        QTRY_COMPARE(peer.heads().size(), scheme == u"ws"_s ? 1 : 0);
        watch.clock.advance(9999ms);
        QCoreApplication::processEvents();
        QCOMPARE(watch.state(), WsState::Connecting);
        watch.clock.advance(1ms);
        QCOMPARE(watch.told, (QStringList{u"connecting"_s, u"waiting"_s}));
        QVERIFY(problemIs(watch, base::ErrorKind::Timeout, u"took longer than 10 s"_s));
        QTRY_COMPARE(peer.openCount(), 0);

        peer.setManner(WsPeer::Manner::Accept);
        peer.setAnswer({});
        if (scheme == u"wss"_s)
            return;
        watch.clock.advance(500ms);
        QVERIFY(watch.channel()->problem());
        QVERIFY(watch.reaches(WsState::Open));
        QVERIFY(!watch.channel()->problem());
        QVERIFY(watch.losses.empty());
    }

    void noHandshake_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        const auto add = [](const char *status, int code) {
            QTest::addRow("%s", status)
                << QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: 9\r\nsecret: hush\r\n\r\n<b>no</b>"
                << code;
        };
        add("200 OK", 200);
        add("401 Unauthorized", 401);
        add("403 Forbidden", 403);
        add("429 Too Many Requests", 429);
        add("503 Service Unavailable", 503);
        QTest::addRow("400 Bad Request") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << 0;
        QTest::addRow("no key") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                              "Connection: Upgrade\r\n\r\n")
                                << 0;
        QTest::addRow("a foreign key")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
            << 0;
        QTest::addRow("garbage") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << 0;
    }

    void noHandshake()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        WsPeer peer;
        peer.setAnswer(answer);
        WsWatch watch(peer.url(u"/hush?x=hush"_s));
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::BadReply, u"is no WebSocket handshake"_s));
        QCOMPARE(watch.channel()->problem()->httpStatus, status);
        QTRY_COMPARE(peer.openCount(), 0);
        QCOMPARE(peer.connectionCount(), 1);
        peer.setAnswer({});
        watch.clock.advance(500ms);
        QVERIFY(watch.reaches(WsState::Open));
        QVERIFY(watch.losses.empty());
    }

    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"})
            QTest::addRow("%s", status) << QByteArray(status);
    }

    void aRedirectIsNotFollowed()
    {
        QFETCH(QByteArray, status);
        WsPeer elsewhere;
        WsPeer peer;
        peer.setAnswer("HTTP/1.1 " + status + "\r\nLocation: " + elsewhere.url().toEncoded() +
                       "\r\nContent-Length: 0\r\n\r\n");
        WsWatch watch(peer.url());
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.channel()->problem()->httpStatus, status.left(3).toInt());
        peer.setAnswer({});
        watch.clock.advance(500ms);
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 2);
        QCOMPARE(elsewhere.connectionCount(), 0);
    }

    void closedDuringTheHandshake_data()
    {
        QTest::addColumn<WsPeer::Manner>("manner");
        QTest::addColumn<bool>("isEncrypted");
        for (const bool isEncrypted : {false, true}) {
            const char *const how = isEncrypted ? "encrypted" : "plain";
            QTest::addRow("at once, %s", how) << WsPeer::Manner::CloseAtOnce << isEncrypted;
            QTest::addRow("after the head, %s", how) << WsPeer::Manner::CloseAfterHead << isEncrypted;
        }
    }

    void closedDuringTheHandshake()
    {
        QFETCH(WsPeer::Manner, manner);
        QFETCH(bool, isEncrypted);
        WsPeer peer;
        if (isEncrypted)
            peer.useTls(m_tls.certificate, m_tls.key);
        peer.setManner(manner);
        WsWatch watch(peer.url(u"/hush?x=hush"_s));
        watch.channel()->trustAlso({m_tls.certificate});
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::Network, u"closed the connection during the handshake"_s));
        QCOMPARE(watch.told, (QStringList{u"connecting"_s, u"waiting"_s}));
        QCOMPARE(peer.connectionCount(), 1);
    }

    void aRefusedPort()
    {
        WsPeer peer;
        peer.refuse();
        WsWatch watch(peer.url(u"/hush?x=hush"_s));
        watch.channel()->open();
        QCOMPARE(watch.told, QStringList{u"connecting"_s});
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::Network, u"refused the connection"_s));
        QCOMPARE(watch.told, (QStringList{u"connecting"_s, u"waiting"_s}));
        watch.clock.advance(500ms);
        QCOMPARE(watch.told.size(), 3);
        QVERIFY(problemIs(watch, base::ErrorKind::Network, u"refused the connection"_s));
    }

    void anUnknownHost()
    {
        // "invalid" is a name that never exists (RFC 6761); without any DNS the answer is the same.
        WsWatch watch(QUrl(u"wss://pullcord.invalid/hush?x=hush"_s));
        watch.channel()->open();
        QVERIFY(QTest::qWaitFor([&] { return watch.state() == WsState::Waiting; }, 20'000));
        QCOMPARE(watch.channel()->problem()->text, u"There is no host pullcord.invalid:443"_s);
    }

    // Qt itself asks none for the loopback.
    void noProxyIsAsked()
    {
        WsPeer proxy;
        proxy.setManner(WsPeer::Manner::NeverAnswer);
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
        const auto reset = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
        WsWatch watch(QUrl(u"wss://pullcord.invalid/"_s));
        watch.channel()->open();
        QVERIFY(QTest::qWaitFor([&] { return watch.state() == WsState::Waiting; }, 20'000));
        QCOMPARE(proxy.connectionCount(), 0);
    }

    void noAddress_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addRow("http") << QUrl(u"http://127.0.0.1:1/"_s);
        QTest::addRow("no host") << QUrl(u"ws:///x"_s);
        QTest::addRow("nothing") << QUrl();
    }

    void noAddress()
    {
        QFETCH(QUrl, url);
        WsWatch watch(url);
        watch.channel()->open();
        QCOMPARE(watch.state(), WsState::Connecting);
        QVERIFY(watch.reaches(WsState::Waiting));
        QCOMPARE(watch.channel()->problem()->kind, base::ErrorKind::Usage);
    }

    void anUntrustedCertificate()
    {
        WsPeer peer;
        peer.useTls(m_tls.certificate, m_tls.key);
        WsWatch watch(peer.url(u"/hush?x=hush"_s));
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::Tls, u"is not trusted: "_s));
        QVERIFY(watch.channel()->problem()->text.contains(u"self-signed"_s));
        QTRY_COMPARE(peer.openCount(), 0);
        QVERIFY(peer.heads().isEmpty());

        const support::SelfSigned other = support::makeSelfSigned();
        watch.channel()->trustAlso({other.certificate});
        watch.clock.advance(500ms);
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(peer.heads().isEmpty());

        watch.channel()->trustAlso({m_tls.certificate});
        watch.clock.advance(1s);
        QVERIFY(watch.reaches(WsState::Open));
        QCOMPARE(peer.connectionCount(), 3);
    }

    void aCertificateOfAnotherName()
    {
        WsPeer peer;
        peer.useTls(m_tls.certificate, m_tls.key);
        QUrl url = peer.url();
        url.setHost(u"127.0.0.2"_s);
        peer.close();
        QVERIFY(peer.listen(QHostAddress::Any, static_cast<quint16>(url.port())));
        WsWatch watch(url);
        watch.channel()->trustAlso({m_tls.certificate});
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::Tls, u"host name"_s));
        QVERIFY(peer.heads().isEmpty());
    }

    void noCommonEncryption()
    {
        WsPeer peer; // an encrypted connection meets an answer in plain text
        peer.setManner(WsPeer::Manner::Babble);
        QUrl url = peer.url();
        url.setScheme(u"wss"_s);
        WsWatch watch(url);
        watch.channel()->open();
        QVERIFY(watch.reaches(WsState::Waiting));
        QVERIFY(problemIs(watch, base::ErrorKind::Tls, u"No encrypted connection to "_s));
    }

    void theStatesHaveNames()
    {
        QCOMPARE(net::wsStateName(WsState::Closed), u"closed"_s);
        QCOMPARE(net::wsStateName(WsState::Connecting), u"connecting"_s);
        QCOMPARE(net::wsStateName(WsState::Open), u"open"_s);
        QCOMPARE(net::wsStateName(WsState::Waiting), u"waiting"_s);
    }

private:
    static bool problemIs(const WsWatch &watch, base::ErrorKind kind, const QString &words)
    {
        const std::optional<base::Error> problem = watch.channel()->problem();
        if (problem && problem->kind == kind && problem->text.contains(words) &&
            problem->text.contains(u"127.0.0."_s) && !problem->text.contains(u"hush"_s))
            return true;
        qWarning().noquote() << (problem ? problem->text : u"no problem"_s);
        return false;
    }

    support::SelfSigned m_tls;
};

QTEST_GUILESS_MAIN(TestWsHandshakes)
#include "test_ws_handshakes.moc"
