// SPDX-License-Identifier: Apache-2.0
// A write arrives at most once, whatever the server does.
#include "support/http_fixture.h"

using support::Fault;
using support::FaultServer;
using namespace Qt::StringLiterals;

namespace {

enum class Ending {
    CloseAfterHead,
    ResetAfterHead,
    Close,
    Reset,
    HalfLineClose,
    HalfLineReset,
    HalfHeadClose
};

Fault faultOf(Ending ending)
{
    using enum Fault::Then;
    switch (ending) {
    case Ending::CloseAfterHead:
        return {{}, Close, Fault::When::AfterHead};
    case Ending::ResetAfterHead:
        return {{}, Reset, Fault::When::AfterHead};
    case Ending::Close:
        return {{}, Close};
    case Ending::Reset:
        return {{}, Reset};
    case Ending::HalfLineClose:
        return {"HTTP/1.1 20", Close};
    case Ending::HalfLineReset:
        return {"HTTP/1.1 20", Reset};
    case Ending::HalfHeadClose:
        return {"HTTP/1.1 200 OK\r\nContent-Le", Close};
    }
    return {};
}

const QByteArray &ok = support::HttpFixture::ok;
const QByteArray &smallBody = support::HttpFixture::smallBody;
const QByteArray largeBody(200'000, 'x'); // more than a socket takes at once

} // namespace

class TestHttpArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_http.prepare(), "openssl made no certificate"); }
    void init() { m_http.renew(); }

    void arrivesOnce_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keptAlive");
        QTest::addColumn<bool>("stopsListening");
        QTest::addColumn<Ending>("ending");
        const std::pair<const char *, Ending> endings[] = {
            {"close after head", Ending::CloseAfterHead},
            {"reset after head", Ending::ResetAfterHead},
            {"close", Ending::Close},
            {"reset", Ending::Reset},
            {"half line, close", Ending::HalfLineClose},
            {"half line, reset", Ending::HalfLineReset},
            {"half head, close", Ending::HalfHeadClose},
        };
        const std::pair<const char *, QByteArray> bodies[] = {
            {"no body", {}}, {"body", smallBody}, {"large body", largeBody}};
        for (const auto &[endingName, ending] : endings) {
            for (const auto &[bodyName, body] : bodies) {
                if (body.size() > 1000 && ending > Ending::Reset)
                    continue; // the large one matters where the server does not wait for all of it
                for (int bits = 0; bits < 8; ++bits) {
                    QTest::addRow("%s, %s, %s%s%s", endingName, bodyName, (bits & 1) ? "tls" : "plain",
                                  (bits & 2) ? ", kept alive" : "", (bits & 4) ? ", then refuses" : "")
                        << bool(bits & 1) << body << bool(bits & 2) << bool(bits & 4) << ending;
                }
            }
        }
    }

    void arrivesOnce()
    {
        QFETCH(bool, tls);
        QFETCH(QByteArray, body);
        QFETCH(bool, keptAlive);
        QFETCH(bool, stopsListening);
        QFETCH(Ending, ending);
        const int good = keptAlive ? 1 : 0;
        FaultServer server([&](int arrival) {
            if (arrival <= good)
                return Fault{ok};
            Fault fault = faultOf(ending);
            fault.stopsListening = stopsListening;
            return fault;
        });
        if (tls)
            m_http.useTls(server);
        if (keptAlive)
            QCOMPARE(m_http.write(server, body).outcome, net::HttpOutcome::Answered);

        int times = 0;
        const net::HttpResult result = m_http.write(server, body, &times);

        QCOMPARE(times, 1);
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.status, 0);
        QCOMPARE(result.error.kind, base::ErrorKind::Network);
        QVERIFY(!result.error.text.contains(u"secret"_s));
        QCOMPARE(server.arrivalCount(), good + 1);
        // A repetition under way would arrive before what comes after it. (The next write may still meet the
        // connection that is about to close.)
        if (!stopsListening) {
            server.setScript([](int) { return Fault{ok}; });
            int more = 1;
            while (m_http.write(server, body).outcome != net::HttpOutcome::Answered && more < 5)
                ++more;
            QVERIFY(more < 5);
            QVERIFY(server.arrivalCount() <= good + 1 + more);
        }
    }

    void twoHundredInARowArriveOnceEach_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Fault::Then>("then");
        for (int bits = 0; bits < 8; ++bits) {
            QTest::addRow("%s, %s, %s", (bits & 1) ? "tls" : "plain", (bits & 2) ? "body" : "no body",
                          (bits & 4) ? "reset" : "close")
                << bool(bits & 1) << ((bits & 2) ? smallBody : QByteArray())
                << ((bits & 4) ? Fault::Then::Reset : Fault::Then::Close);
        }
    }

    void twoHundredInARowArriveOnceEach()
    {
        QFETCH(bool, tls);
        QFETCH(QByteArray, body);
        QFETCH(Fault::Then, then);
        FaultServer server([&](int arrival) { return arrival % 2 == 0 ? Fault{{}, then} : Fault{ok}; });
        if (tls)
            m_http.useTls(server);
        int answered = 0;
        for (int i = 0; i < 200; ++i)
            answered += m_http.write(server, body).outcome == net::HttpOutcome::Answered ? 1 : 0;
        QCOMPARE(server.arrivalCount(), 200);
        QCOMPARE(answered, 100);
    }

    void sixAtATimeArriveOnceEach()
    {
        FaultServer server([&](int arrival) {
            return arrival % 3 == 0 ? Fault{{}, Fault::Then::Close} : Fault{ok};
        });
        int answered = 0;
        int finished = 0;
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < net::HttpClient::maxWrites; ++i) {
                auto *call = m_http.client().write(m_http.request(server, smallBody), this);
                connect(call, &net::HttpCall::finished, this, [&](const net::HttpResult &result) {
                    ++finished;
                    answered += result.outcome == net::HttpOutcome::Answered ? 1 : 0;
                    QVERIFY(result.outcome != net::HttpOutcome::NotSent);
                });
            }
            QTRY_COMPARE(finished, (round + 1) * net::HttpClient::maxWrites);
        }
        QVERIFY(server.arrivalCount() <= 120);
        QCOMPARE(answered, server.arrivalCount() - server.arrivalCount() / 3);
    }

    void closedBeforeAnythingIsReadIsUnknown()
    {
        FaultServer server;
        server.setClosesAtOnce(true);
        QCOMPARE(m_http.write(server, smallBody).outcome, net::HttpOutcome::Unknown);
        QCOMPARE(m_http.write(server, {}).outcome, net::HttpOutcome::Unknown);
        QCOMPARE(server.arrivalCount(), 0);
    }

private:
    support::HttpFixture m_http;
};

QTEST_GUILESS_MAIN(TestHttpArrivals)
#include "test_http_arrivals.moc"
