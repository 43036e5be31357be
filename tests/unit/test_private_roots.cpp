// SPDX-License-Identifier: Apache-2.0
// A connection's private authority: trusted with it and by it alone, besides the system's, and for the host
// that a certificate names.
#include "net/private_roots.h"

#include "net/http_client.h"
#include "net/ws_channel.h"
#include "support/fault_server.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"
#include "support/private_authority.h"
#include "support/ws_peer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::FaultServer;
using support::PrivateAuthority;

class TestPrivateRoots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_authority.certificate().isNull())
            QSKIP("openssl made no certificate");
    }
    void init() { m_client = std::make_unique<net::HttpClient>(m_clock, m_redactor); }
    void cleanup() { m_client.reset(); }

    void readsAFile()
    {
        QVERIFY(net::readPrivateRoots({})->isEmpty());
        const auto roots = net::readPrivateRoots(m_authority.caFile());
        QVERIFY(roots.has_value());
        QCOMPARE(*roots, m_authority.roots());
    }

    void readsABundle()
    {
        const PrivateAuthority other;
        const QString path = m_authority.path("bundle.pem");
        PrivateAuthority::write(path, "words before\n" + m_authority.roots().front().toPem() +
                                          other.roots().front().toPem());
        const auto roots = net::readPrivateRoots(path);
        QVERIFY(roots.has_value());
        QCOMPARE(*roots, m_authority.roots() + other.roots());
    }

    void aFileWithoutACertificateIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QString none = u"holds no certificate"_s;
        QTest::newRow("empty") << QByteArray() << none;
        QTest::newRow("words") << QByteArray("not a certificate\n") << none;
        QTest::newRow("the head alone") << QByteArray("-----BEGIN CERTIFICATE-----\n") << none;
        QTest::newRow("rubbish inside")
            << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << none;
        QTest::newRow("100 MB") << QByteArray(100'000'000, 'x') << u"larger than 1 MiB"_s;
    }

    void aFileWithoutACertificateIsAnError()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const QString path = m_authority.path("wrong.pem");
        PrivateAuthority::write(path, bytes);
        expectError(net::readPrivateRoots(path), words);
    }

    void aFileThatCannotBeReadIsAnError()
    {
        expectError(net::readPrivateRoots(m_authority.path("missing.pem")), u"cannot be read"_s);
        expectError(net::readPrivateRoots(QFileInfo(m_authority.caFile()).path()), u"is no file"_s);
        expectError(net::readPrivateRoots(u"/dev/zero"_s), u"is no file"_s);
    }

    void onlyWhoNamesItTrustsIt()
    {
        FaultServer server;
        server.useTls(m_authority.certificate(), m_authority.key());
        // Before, after and between: no connection of the one is ever used for the other.
        for (const bool isTrusted : {false, true, false, true, true, false}) {
            for (const bool isWrite : {false, true}) {
                const int before = server.arrivalCount();
                const net::HttpResult result = ask(server.url(), isTrusted, isWrite);
                QCOMPARE(result.outcome, isTrusted ? net::HttpOutcome::Answered : net::HttpOutcome::NotSent);
                QCOMPARE(server.arrivalCount() - before, isTrusted ? 1 : 0);
                if (!isTrusted)
                    QCOMPARE(result.error.kind, base::ErrorKind::Tls);
            }
        }
    }

    void anotherAuthorityIsNotEnough()
    {
        const PrivateAuthority other;
        FaultServer server;
        server.useTls(other.certificate(), other.key());
        QCOMPARE(ask(server.url(), true, true).error.kind, base::ErrorKind::Tls);
        QCOMPARE(server.arrivalCount(), 0);
    }

    void anotherHostIsRefusedEvenWithIt()
    {
        FaultServer server;
        server.close();
        QVERIFY(server.listen(QHostAddress(u"127.0.0.2"_s), 0));
        server.useTls(m_authority.certificate(), m_authority.key());
        const QUrl url(u"https://127.0.0.2:%1/x"_s.arg(server.serverPort()));
        for (const bool isWrite : {false, true}) {
            const net::HttpResult result = ask(url, true, isWrite);
            QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
            QCOMPARE(result.error.kind, base::ErrorKind::Tls);
        }
        QCOMPARE(server.arrivalCount(), 0);
    }

    void theSystemsAuthoritiesStay()
    {
        const QSslConfiguration tls = net::trusting(std::nullopt, m_authority.roots());
        for (const QSslCertificate &each : QSslConfiguration::systemCaCertificates())
            QVERIFY(tls.caCertificates().contains(each));
        QVERIFY(tls.caCertificates().contains(m_authority.roots().front()));
        QVERIFY(tls.peerVerifyMode() == QSslSocket::AutoVerifyPeer ||
                tls.peerVerifyMode() == QSslSocket::VerifyPeer);
    }

    void theLineTrustsItsOwn()
    {
        support::WsPeer peer;
        peer.useTls(m_authority.certificate(), m_authority.key());
        net::WsChannel trusting(m_clock, m_redactor, peer.url());
        trusting.setPrivateRoots(m_authority.roots());
        trusting.open();
        QTRY_COMPARE(trusting.state(), net::WsState::Open);

        net::WsChannel stranger(m_clock, m_redactor, peer.url());
        stranger.open();
        QTRY_COMPARE(stranger.state(), net::WsState::Waiting);
        QCOMPARE(stranger.problem()->kind, base::ErrorKind::Tls);

        trusting.setPrivateRoots({}); // from the next attempt on
        trusting.reconnect();
        QTRY_COMPARE(trusting.state(), net::WsState::Waiting);
        QCOMPARE(trusting.problem()->kind, base::ErrorKind::Tls);
        QCOMPARE(peer.heads().size(), 1);
    }

    void theLineRefusesAnotherHostEvenWithIt()
    {
        support::WsPeer peer;
        peer.close();
        QVERIFY(peer.listen(QHostAddress(u"127.0.0.2"_s), 0));
        peer.useTls(m_authority.certificate(), m_authority.key());
        net::WsChannel channel(m_clock, m_redactor, QUrl(u"wss://127.0.0.2:%1/x"_s.arg(peer.serverPort())));
        channel.setPrivateRoots(m_authority.roots());
        channel.open();
        QTRY_COMPARE(channel.state(), net::WsState::Waiting);
        QCOMPARE(channel.problem()->kind, base::ErrorKind::Tls);
        QVERIFY(peer.heads().isEmpty());
    }

private:
    static void expectError(const base::Result<QList<QSslCertificate>> &roots, const QString &words)
    {
        QVERIFY(!roots.has_value());
        QCOMPARE(roots.error().kind, base::ErrorKind::Tls);
        QVERIFY2(roots.error().text.contains(words), qPrintable(roots.error().text));
    }

    net::HttpResult ask(const QUrl &url, bool isTrusted, bool isWrite)
    {
        net::HttpRequest request{isWrite ? "DELETE" : "GET", url, {}, {}};
        if (isTrusted)
            request.privateRoots = m_authority.roots();
        return support::waitFor(isWrite ? m_client->write(request, this) : m_client->read(request, this));
    }

    support::ManualClock m_clock;
    base::Redactor m_redactor;
    PrivateAuthority m_authority;
    std::unique_ptr<net::HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestPrivateRoots)
#include "test_private_roots.moc"
