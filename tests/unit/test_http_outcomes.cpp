// SPDX-License-Identifier: Apache-2.0
// What a write's end is called: Answered, NotSent or Unknown; and what stood on the wire.
#include "support/http_fixture.h"

using support::Fault;
using support::FaultServer;
using namespace Qt::StringLiterals;

namespace {

const QByteArray &ok = support::HttpFixture::ok;
const QByteArray &smallBody = support::HttpFixture::smallBody;

} // namespace

class TestHttpOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_http.prepare(), "openssl made no certificate"); }
    void init() { m_http.renew(); }

    void refusedIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("wasConnected");
        QTest::addRow("no body") << QByteArray() << false;
        QTest::addRow("body") << smallBody << false;
        QTest::addRow("no body, after an answer") << QByteArray() << true;
        QTest::addRow("body, after an answer") << smallBody << true;
    }

    void refusedIsNotSent()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, wasConnected);
        FaultServer server([](int) {
            return Fault{support::httpAnswer("{}", "200 OK", "Connection: close\r\n"), Fault::Then::Close};
        });
        if (wasConnected)
            QCOMPARE(m_http.write(server, body).outcome, net::HttpOutcome::Answered);
        server.close();
        const net::HttpResult result = m_http.write(server, body);
        QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
        QCOMPARE(result.error.kind, base::ErrorKind::Network);
        QCOMPARE(result.peer, QString());
    }

    void sixRefusedAreAllNotSent()
    {
        FaultServer server;
        server.close();
        int notSent = 0;
        for (int i = 0; i < net::HttpClient::maxWrites; ++i) {
            connect(m_http.client().write(m_http.request(server, smallBody), this), &net::HttpCall::finished,
                    this, [&](const net::HttpResult &result) {
                        notSent += result.outcome == net::HttpOutcome::NotSent;
                    });
        }
        QTRY_COMPARE(notSent, net::HttpClient::maxWrites);
    }

    void anUnknownHostIsNotSent()
    {
        // "invalid" is a name that never exists (RFC 6761); without any DNS the answer is the same.
        const net::HttpResult result = support::waitFor(m_http.client().write(
            {"DELETE", QUrl(u"https://pullcord.invalid/x?api_key=secret"_s), {}, {}}, this));
        QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
        QVERIFY(!result.error.text.contains(u"secret"_s));
    }

    void anUntrustedCertificateIsNotSent()
    {
        FaultServer server;
        server.useTls(m_http.tls().certificate, m_http.tls().key);
        for (const QByteArray &body : {QByteArray(), smallBody}) {
            const net::HttpResult result = m_http.write(server, body);
            QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
            QCOMPARE(result.error.kind, base::ErrorKind::Tls);
            QVERIFY(result.error.text.contains(u"self-signed"_s));
            QCOMPARE(result.certificateDigest, QString());
        }
        QCOMPARE(server.arrivalCount(), 0);
    }

    void aPlainServerOnAnEncryptedAddressGetsNothing()
    {
        FaultServer server;
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        auto *call = m_http.client().write({"DELETE", url, {}, smallBody, base::seconds(3)}, this);
        const net::HttpResult result = m_http.atDeadline(call, [&] { return server.connectionCount() == 1; });
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.error.kind, base::ErrorKind::Timeout);
        QCOMPARE(server.arrivalCount(), 0);
    }

    void chunksWithoutAnEnd_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"st\"\r\n";
        QTest::addRow("after a chunk") << head;
        QTest::addRow("in a size") << head + "1";
        QTest::addRow("in the last line") << head + "0\r\n";
    }

    // Qt ends this in one of three ways, as the packets fall: an error, nothing until the deadline, or
    // success with what came. None may make more of it than came, and none may send the write again.
    void chunksWithoutAnEnd()
    {
        QFETCH(QByteArray, answer);
        FaultServer server([&](int) { return Fault{answer, Fault::Then::Close}; });
        const net::HttpResult result =
            m_http.atDeadline(m_http.client().write(m_http.request(server, smallBody), this),
                              [&] { return server.arrivalCount() == 1; });
        QVERIFY(result.outcome != net::HttpOutcome::NotSent);
        if (result.outcome == net::HttpOutcome::Answered)
            QCOMPARE(result.body, "{\"st\"");
        else
            QVERIFY(!result.error.text.isEmpty());
        QCOMPARE(server.arrivalCount(), 1);
    }

    void aCutAnswerIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Fault::Then>("then");
        const QByteArray cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":";
        const QByteArray error = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 100\r\n\r\nx";
        for (const auto &[name, then] :
             {std::pair("close", Fault::Then::Close), std::pair("reset", Fault::Then::Reset)}) {
            QTest::addRow("body, %s", name) << cut << then;
            QTest::addRow("error, %s", name) << error << then;
            QTest::addRow("early hint only, %s", name)
                << QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n") << then;
            QTest::addRow("garbage, %s", name) << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << then;
        }
    }

    void aCutAnswerIsUnknown()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Fault::Then, then);
        for (const bool tls : {false, true}) {
            FaultServer server([&](int) { return Fault{answer, then}; });
            if (tls)
                m_http.useTls(server);
            const net::HttpResult result = m_http.write(server, smallBody);
            QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
            QCOMPARE(result.status, 0);
            QVERIFY(result.body.isEmpty());
            QVERIFY(!result.error.text.isEmpty());
            QCOMPARE(server.arrivalCount(), 1);
        }
    }

    void aRedirectIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"301 Moved Permanently", "302 Found", "303 See Other",
                                   "307 Temporary Redirect", "308 Permanent Redirect"})
            QTest::addRow("%s", status) << QByteArray(status);
    }

    void aRedirectIsNotFollowed()
    {
        QFETCH(QByteArray, status);
        FaultServer elsewhere;
        FaultServer server([&](int) {
            return Fault{
                support::httpAnswer("{}", status, "Location: " + elsewhere.url().toEncoded() + "\r\n")};
        });
        for (const QByteArray &body : {QByteArray(), smallBody}) {
            const net::HttpResult result = m_http.write(server, body);
            QCOMPARE(result.outcome, net::HttpOutcome::Answered);
            QCOMPARE(result.status, status.left(3).toInt());
        }
        const net::HttpResult read =
            support::waitFor(m_http.client().read({"GET", server.url(), {}, {}}, this));
        QCOMPARE(read.status, status.left(3).toInt());
        QCOMPARE(server.arrivalCount(), 3);
        QCOMPARE(elsewhere.connectionCount(), 0);
    }

    void theDeadlineEndsADrip()
    {
        FaultServer server([](int) {
            Fault fault{ok};
            fault.drips = true;
            return fault;
        });
        server.useClock(m_http.clock());
        auto *call = m_http.client().write(m_http.request(server, smallBody), this);
        net::HttpResult result;
        int finished = 0;
        connect(call, &net::HttpCall::finished, this, [&](const net::HttpResult &got) {
            result = got;
            ++finished;
        });
        QTRY_COMPARE(server.arrivalCount(), 1);
        m_http.clock().advance(base::milliseconds(2900));
        QVERIFY(server.bytesToDrip() > 0);
        QCoreApplication::processEvents();
        QCOMPARE(finished, 0);
        m_http.clock().advance(base::milliseconds(100));
        QTRY_COMPARE(finished, 1);
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.error.kind, base::ErrorKind::Timeout);
        QCOMPARE(result.ended - result.began, base::MonoTime(base::seconds(3)));
        QCOMPARE(server.arrivalCount(), 1);
    }

    void aSilentServerHoldsNoRead()
    {
        FaultServer server([](int) { return Fault{}; });
        std::vector<net::HttpCall *> reads;
        for (int i = 0; i < 6; ++i)
            reads.push_back(m_http.client().read({"GET", server.url(), {}, {}}, this));
        QTRY_COMPARE(server.arrivalCount(), 6);
        server.setScript([](int) { return Fault{ok}; });
        QCOMPARE(m_http.write(server, {}).outcome, net::HttpOutcome::Answered);
        qDeleteAll(reads);
    }

    void whatIsOnTheWire()
    {
        FaultServer server;
        net::HttpRequest wanted{
            "DELETE", server.url(u"/api/v1/orders/1?client_id=A"_s), {{"x-device-type", "web"}}, {}};
        support::waitFor(m_http.client().write(wanted, this));
        wanted.verb = "PUT";
        wanted.body = smallBody;
        support::waitFor(m_http.client().write(wanted, this));

        QCOMPARE(server.arrivalCount(), 2);
        const support::Arrival &empty = server.arrivals()[0];
        QCOMPARE(empty.requestLine(), "DELETE /api/v1/orders/1?client_id=A HTTP/1.1");
        QCOMPARE(empty.header("Content-Length"), "0");
        QCOMPARE(empty.header("User-Agent"), "Pullcord/" PULLCORD_VERSION);
        QCOMPARE(empty.header("Accept"), "application/json");
        QCOMPARE(empty.header("x-device-type"), "web");
        QCOMPARE(empty.header("Cookie"), QByteArray());
        const support::Arrival &full = server.arrivals()[1];
        QCOMPARE(full.requestLine(), "PUT /api/v1/orders/1?client_id=A HTTP/1.1");
        QCOMPARE(full.header("Content-Length"), QByteArray::number(smallBody.size()));
        QCOMPARE(full.body, smallBody);
    }

    void aDestroyedCallIsSilent()
    {
        FaultServer server([](int) { return Fault{}; });
        int finished = 0;
        auto *call = m_http.client().write(m_http.request(server, smallBody), this);
        connect(call, &net::HttpCall::finished, this, [&] { ++finished; });
        QTRY_COMPARE(server.arrivalCount(), 1);
        delete call;
        m_http.clock().advance(base::seconds(10));
        server.setScript([](int) { return Fault{ok}; });
        QCOMPARE(m_http.write(server, {}).outcome, net::HttpOutcome::Answered);
        QCOMPARE(finished, 0);
        QCOMPARE(server.arrivalCount(), 2);
    }

    void aCallMayBeDestroyedByItsListener()
    {
        FaultServer server;
        auto *call = m_http.client().write(m_http.request(server, smallBody), this);
        bool done = false;
        connect(call, &net::HttpCall::finished, this, [&] {
            delete call;
            done = true;
        });
        QTRY_VERIFY(done);
    }

private:
    support::HttpFixture m_http;
};

QTEST_GUILESS_MAIN(TestHttpOutcomes)
#include "test_http_outcomes.moc"
