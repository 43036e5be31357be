// SPDX-License-Identifier: Apache-2.0
#include "net/http_client.h"
#include "support/fault_server.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"
#include "support/self_signed.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

using support::Fault;
using support::FaultServer;
using namespace Qt::StringLiterals;

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<net::HttpClient>(m_clock, m_redactor); }

    void anyStatusIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"200 OK", "201 Created", "204 No Content", "400 Bad Request", "401 Unauthorized",
              "403 Forbidden", "404 Not Found", "405 Method Not Allowed", "407 Proxy Authentication Required",
              "409 Conflict", "410 Gone", "418 Teapot", "422 Unprocessable", "429 Too Many Requests",
              "500 Internal Server Error", "501 Not Implemented", "502 Bad Gateway",
              "503 Service Unavailable", "520 "})
            QTest::addRow("%s", status) << QByteArray(status);
    }

    void anyStatusIsAnAnswer()
    {
        QFETCH(QByteArray, status);
        const QByteArray body = status.startsWith("204") ? "" : R"({"status":"error","message":"x"})";
        FaultServer server(
            [&](int) { return Fault{support::httpAnswer(body, status, "Retry-After: 7\r\n")}; });
        for (const bool isWrite : {false, true}) {
            const net::HttpRequest request{"DELETE", server.url(), {}, "{}"};
            const net::HttpResult result =
                support::waitFor(isWrite ? m_client->write(request, this) : read(server));
            QCOMPARE(result.outcome, net::HttpOutcome::Answered);
            QCOMPARE(result.status, status.left(3).toInt());
            QCOMPARE(result.body, body);
            QCOMPARE(result.header("retry-AFTER"), "7");
            QCOMPARE(result.header("none"), QByteArray());
            QCOMPARE(result.peer, u"127.0.0.1:%1"_s.arg(server.url().port()));
            QCOMPARE(result.error, base::Error());
        }
        QCOMPARE(server.arrivalCount(), 2);
    }

    void aChallengeIsNotAnsweredByItself()
    {
        FaultServer server([&](int) {
            return Fault{
                support::httpAnswer("no", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n")};
        });
        const net::HttpResult result =
            support::waitFor(m_client->write({"DELETE", server.url(), {}, "{}"}, this));
        QCOMPARE(result.outcome, net::HttpOutcome::Answered);
        QCOMPARE(result.status, 401);
        QCOMPARE(result.body, "no");
        QCOMPARE(server.arrivalCount(), 1);
    }

    void chunksAndPackedBodiesAreRead()
    {
        const QByteArray chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n";
        // "{}" as gzip
        const QByteArray packed = QByteArray::fromHex("1f8b0800000000000003abae050043bfa6a302000000");
        const QByteArray gzip = support::httpAnswer(packed, "200 OK", "Content-Encoding: gzip\r\n");
        FaultServer server([&](int arrival) { return Fault{arrival == 1 ? chunked : gzip}; });
        QCOMPARE(support::waitFor(read(server)).body, R"({"a":1})");
        QCOMPARE(support::waitFor(read(server)).body, "{}");
    }

    void aFailedReadIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
    }

    void aFailedReadIsToldOnce()
    {
        QFETCH(QByteArray, answer);
        FaultServer server([&](int) { return Fault{answer, Fault::Then::Close}; });
        int times = 0;
        const net::HttpResult result = support::waitFor(read(server), &times);
        QCOMPARE(times, 1);
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QVERIFY(!result.error.text.isEmpty());
        QVERIFY(result.body.isEmpty());
    }

    void anErrorHidesTheQueryAndProtectedSecrets()
    {
        m_redactor.protect(base::Secret("127.0.0.1")); // stands for a secret that found its way into the text
        FaultServer server;
        server.close();
        const net::HttpResult result =
            support::waitFor(m_client->read({"GET", server.url(u"/x?api_key=abcd1234"_s), {}, {}}, this));
        QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
        QVERIFY(!result.error.text.contains(u"abcd1234"_s));
        QVERIFY(!result.error.text.contains(u"api_key"_s));
        QVERIFY(result.error.text.contains(u"[cut]"_s));
        m_redactor = {};
    }

    void anAnswerBeyondTheLimitIsGivenUp()
    {
        FaultServer server(
            [&](int) { return Fault{"HTTP/1.1 200 OK\r\nContent-Length: 536870913\r\n\r\n["}; });
        const net::HttpResult result = support::waitFor(read(server));
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.error.kind, base::ErrorKind::BadReply);
    }

    void aLargeBodyComesWhole()
    {
        const QByteArray body(20'000'000, 'x');
        FaultServer server([&](int) { return Fault{support::httpAnswer(body)}; });
        QCOMPARE(support::waitFor(read(server)).body.size(), body.size());
    }

    void aReadHasADeadlineToo()
    {
        FaultServer server([](int) { return Fault{}; });
        auto *call = read(server);
        int finished = 0;
        connect(call, &net::HttpCall::finished, this, [&](const net::HttpResult &result) {
            ++finished;
            QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
            QCOMPARE(result.error.kind, base::ErrorKind::Timeout);
        });
        QTRY_COMPARE(server.arrivalCount(), 1);
        m_clock.advance(base::milliseconds(6999));
        QCOMPARE(finished, 0);
        m_clock.advance(base::milliseconds(1));
        QTRY_COMPARE(finished, 1);
    }

    void aProxyIsNeverUsed()
    {
        // Not for the loopback, for which Qt asks no proxy anyway: a proxy would take a name that nobody has.
        FaultServer proxy;
        const auto port = static_cast<quint16>(proxy.url().port());
        const char *const names[] = {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"};
        for (const char *name : names)
            qputenv(name, "http://127.0.0.1:" + QByteArray::number(port));
        const QUrl url(u"http://pullcord.invalid/x"_s);
        for (const bool isSystem : {true, false}) {
            QNetworkProxyFactory::setUseSystemConfiguration(isSystem);
            if (!isSystem)
                QNetworkProxy::setApplicationProxy(
                    QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
            init();
            QCOMPARE(support::waitFor(m_client->read({"GET", url, {}, {}}, this)).outcome,
                     net::HttpOutcome::NotSent);
            QCOMPARE(support::waitFor(m_client->write({"DELETE", url, {}, {}}, this)).outcome,
                     net::HttpOutcome::NotSent);
        }
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        for (const char *name : names)
            qunsetenv(name);
        QCOMPARE(proxy.connectionCount(), 0);
    }

    void cookiesAreNotKept()
    {
        FaultServer server(
            [](int) { return Fault{support::httpAnswer("{}", "200 OK", "Set-Cookie: a=b\r\n")}; });
        support::waitFor(read(server));
        support::waitFor(read(server));
        QCOMPARE(server.arrivals().back().header("Cookie"), QByteArray());
    }

    void theCertificateIsNamed()
    {
        const support::SelfSigned tls = support::makeSelfSigned();
        FaultServer server;
        server.useTls(tls.certificate, tls.key);
        QCOMPARE(support::waitFor(read(server)).outcome, net::HttpOutcome::NotSent);
        init();
        m_client->trustAlso({tls.certificate});
        const QString digest =
            QString::fromLatin1(tls.certificate.digest(QCryptographicHash::Sha256).toHex());
        for (int i = 0; i < 2; ++i) { // on a new connection and on the same again
            const net::HttpResult result = support::waitFor(read(server));
            QCOMPARE(result.outcome, net::HttpOutcome::Answered);
            QCOMPARE(result.certificateDigest, digest);
        }
        QCOMPARE(server.connectionCount(), 2);
    }

    void aCertificateForAnotherHostIsRefused()
    {
        const support::SelfSigned tls = support::makeSelfSigned();
        FaultServer server;
        server.useTls(tls.certificate, tls.key);
        m_client->trustAlso({tls.certificate});
        QUrl url = server.url();
        url.setHost(u"127.0.0.2"_s);
        FaultServer other;
        other.close();
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), 0));
        other.useTls(tls.certificate, tls.key);
        url.setPort(other.serverPort());
        const net::HttpResult result = support::waitFor(m_client->write({"DELETE", url, {}, "{}"}, this));
        QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
        QCOMPARE(result.error.kind, base::ErrorKind::Tls);
        QCOMPARE(other.arrivalCount(), 0);
    }

    void onlyHttpAddressesAreAsked_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addRow("file") << QUrl(u"file:///etc/passwd"_s);
        QTest::addRow("ftp") << QUrl(u"ftp://127.0.0.1/x"_s);
        QTest::addRow("no host") << QUrl(u"https:///x"_s);
        QTest::addRow("empty") << QUrl();
    }

    void onlyHttpAddressesAreAsked()
    {
        QFETCH(QUrl, url);
        for (const bool isWrite : {false, true}) {
            const net::HttpRequest request{"GET", url, {}, {}};
            const net::HttpResult result =
                support::waitFor(isWrite ? m_client->write(request, this) : m_client->read(request, this));
            QCOMPARE(result.outcome, net::HttpOutcome::NotSent);
            QCOMPARE(result.error.kind, base::ErrorKind::Usage);
        }
    }

    void aCallEndsOnceEvenWhenTwoEndsMeet()
    {
        int finished = 0;
        auto *call = m_client->write({"DELETE", QUrl(u"file:///x"_s), {}, {}}, this);
        connect(call, &net::HttpCall::finished, this, [&] { ++finished; });
        m_clock.advance(base::seconds(7)); // the deadline, before the refusal was told
        QCOMPARE(finished, 1);
        QSignalSpy destroyed(call, &QObject::destroyed);
        QTRY_COMPARE(destroyed.size(), 1);
        QCOMPARE(finished, 1);
    }

    void aClientMayGoBeforeItsCalls()
    {
        FaultServer server([](int) { return Fault{}; });
        auto *call = read(server);
        int finished = 0;
        connect(call, &net::HttpCall::finished, this, [&](const net::HttpResult &result) {
            ++finished;
            QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        });
        QTRY_COMPARE(server.arrivalCount(), 1);
        m_client.reset();
        m_clock.advance(base::seconds(8));
        QTRY_COMPARE(finished, 1);
    }

private:
    net::HttpCall *read(const FaultServer &server)
    {
        return m_client->read({"GET", server.url(), {}, {}}, this);
    }

    support::ManualClock m_clock;
    base::Redactor m_redactor;
    std::unique_ptr<net::HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_http_client.moc"
