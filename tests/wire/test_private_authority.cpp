// SPDX-License-Identifier: Apache-2.0
// A connection with a private CA, of both families, against real servers: it signs in, its neighbour at the
// same host does not, and without a readable CA file not one connection is made.
#include "alphapoint/apex_venue.h"
#include "net/http_client.h"
#include "support/fault_server.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"
#include "support/private_authority.h"
#include "support/ws_peer.h"
#include "tradelab/tradelab_venue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::FaultServer;
using support::PrivateAuthority;
using venues::VenueState;

namespace {

const QByteArray who = R"({"status":"success","data":{"client_id":"DEMO1"},"message":""})";

} // namespace

class TestPrivateAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_authority.certificate().isNull())
            QSKIP("openssl made no certificate");
        PrivateAuthority::write(m_authority.path("empty.pem"), "no certificate\n");
    }

    void aBrokerIsTrustedByItsOwnConnectionAlone()
    {
        FaultServer server([](int) { return support::Fault{support::httpAnswer(who)}; });
        server.useTls(m_authority.certificate(), m_authority.key());
        net::HttpClient http(m_clock, m_redactor); // one for all connections, as in the program
        const auto inside = tradelab(http, server.url({}), m_authority.caFile());
        const auto outside = tradelab(http, server.url({}), {});
        inside->signIn(base::Secret("token"));
        QTRY_COMPARE(inside->state(), VenueState::SignedIn);
        outside->signIn(base::Secret("of-outside"));
        QTRY_COMPARE(outside->state(), VenueState::Unreachable);
        QCOMPARE(outside->problem()->kind, base::ErrorKind::Tls);
        QVERIFY(server.arrivalCount() > 0);
        for (const support::Arrival &arrival : server.arrivals())
            QVERIFY2(!arrival.head.contains("of-outside"), arrival.head);
    }

    void anExchangeIsTrustedByItsOwnConnectionAlone()
    {
        support::WsPeer peer;
        peer.useTls(m_authority.certificate(), m_authority.key());
        const auto inside = apex(peer.url(), m_authority.caFile());
        const auto outside = apex(peer.url(), {});
        inside->signIn(base::Secret("session"));
        QTRY_COMPARE(peer.texts().size(), 1);
        outside->signIn(base::Secret("session"));
        QTRY_COMPARE(outside->state(), VenueState::Unreachable);
        QCOMPARE(outside->problem()->kind, base::ErrorKind::Tls);
        QCOMPARE(peer.heads().size(), 1);
    }

    void withoutAReadableFileNothingIsSent_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << m_authority.path("missing.pem") << u"cannot be read"_s;
        QTest::newRow("no certificate") << m_authority.path("empty.pem") << u"holds no certificate"_s;
        QTest::newRow("a folder") << QFileInfo(m_authority.caFile()).path() << u"is no file"_s;
    }

    void withoutAReadableFileNothingIsSent()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        FaultServer server;
        server.useTls(m_authority.certificate(), m_authority.key());
        support::WsPeer peer;
        peer.useTls(m_authority.certificate(), m_authority.key());
        net::HttpClient http(m_clock, m_redactor);
        const auto broker = tradelab(http, server.url({}), file);
        const auto exchange = apex(peer.url(), file);
        for (venues::Venue *venue :
             {static_cast<venues::Venue *>(broker.get()), static_cast<venues::Venue *>(exchange.get())}) {
            venue->signIn(base::Secret("token"));
            QCOMPARE(venue->state(), VenueState::SignedOut);
            QCOMPARE(venue->problem()->kind, base::ErrorKind::Tls);
            QVERIFY2(venue->problem()->text.contains(words), qPrintable(venue->problem()->text));
        }
        m_clock.advance(std::chrono::minutes(5)); // nor later
        // Others come in meanwhile, and they are the only ones.
        net::HttpRequest request{"GET", server.url(), {}, {}};
        request.privateRoots = m_authority.roots();
        QCOMPARE(support::waitFor(http.read(request, this)).outcome, net::HttpOutcome::Answered);
        QCOMPARE(server.connectionCount(), 1);
        net::WsChannel channel(m_clock, m_redactor, peer.url());
        channel.setPrivateRoots(m_authority.roots());
        channel.open();
        QTRY_COMPARE(channel.state(), net::WsState::Open);
        QCOMPARE(peer.connectionCount(), 1);
    }

private:
    std::unique_ptr<tradelab::TradelabVenue> tradelab(net::HttpClient &http, const QUrl &url,
                                                      const QString &caFile)
    {
        return std::make_unique<tradelab::TradelabVenue>(*tradelab::findDialect(u"pocketful"_s),
                                                         profile(u"pocketful"_s, url, caFile), m_clock,
                                                         m_redactor, http, nullptr);
    }

    std::unique_ptr<alphapoint::ApexVenue> apex(const QUrl &url, const QString &caFile)
    {
        return std::make_unique<alphapoint::ApexVenue>(profile(u"alphapoint"_s, url, caFile), m_clock,
                                                       m_redactor, nullptr);
    }

    static venues::ConnectionProfile profile(const QString &broker, const QUrl &url, const QString &caFile)
    {
        venues::ConnectionProfile profile;
        profile.name = u"mine"_s;
        profile.broker = broker;
        profile.url = url;
        profile.caFile = caFile;
        return profile;
    }

    support::ManualClock m_clock;
    base::Redactor m_redactor;
    PrivateAuthority m_authority;
};

QTEST_GUILESS_MAIN(TestPrivateAuthority)
#include "test_private_authority.moc"
