// SPDX-License-Identifier: Apache-2.0
// When "not one byte left" may be said. Today's Qt ends none of these with an error that would tempt to say
// it; a reply that does stands in for a Qt that connects again before it rewinds a body.
#include "net/http_exchange.h"
#include "net/one_shot_body.h"
#include "support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

namespace {

class FakeReply : public QNetworkReply
{
public:
    FakeReply() { open(QIODevice::ReadOnly); }
    void answer(int status, const QByteArray &contentLength)
    {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
        if (!contentLength.isEmpty())
            setRawHeader("Content-Length", contentLength);
    }
    void end(NetworkError error)
    {
        setError(error, QStringLiteral("https://host/?api_key=secret"));
        setFinished(true);
        Q_EMIT finished();
    }
    void abort() override {}

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

enum class Trace { None, RequestSent, Encrypted, BodyRead, BodyRewound };

} // namespace

class TestHttpExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notSentNeedsProof_data()
    {
        QTest::addColumn<Trace>("trace");
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        QTest::addColumn<net::HttpOutcome>("outcome");
        const std::pair<const char *, Trace> traces[] = {{"no trace", Trace::None},
                                                         {"request sent", Trace::RequestSent},
                                                         {"encrypted", Trace::Encrypted},
                                                         {"body read", Trace::BodyRead},
                                                         {"body rewound", Trace::BodyRewound}};
        const std::pair<const char *, QNetworkReply::NetworkError> unconnected[] = {
            {"refused", QNetworkReply::ConnectionRefusedError},
            {"no host", QNetworkReply::HostNotFoundError},
            {"no handshake", QNetworkReply::SslHandshakeFailedError}};
        const std::pair<const char *, QNetworkReply::NetworkError> others[] = {
            {"closed", QNetworkReply::RemoteHostClosedError},
            {"sent again", QNetworkReply::ContentReSendError},
            {"timed out", QNetworkReply::TimeoutError},
            {"unknown", QNetworkReply::UnknownNetworkError},
            {"aborted", QNetworkReply::OperationCanceledError},
            {"no error at all", QNetworkReply::NoError}};
        for (const auto &[traceName, trace] : traces) {
            for (const auto &[name, error] : unconnected)
                QTest::addRow("%s, %s", name, traceName)
                    << trace << error
                    << (trace == Trace::None ? net::HttpOutcome::NotSent : net::HttpOutcome::Unknown);
            for (const auto &[name, error] : others)
                QTest::addRow("%s, %s", name, traceName) << trace << error << net::HttpOutcome::Unknown;
        }
    }

    void notSentNeedsProof()
    {
        QFETCH(Trace, trace);
        QFETCH(QNetworkReply::NetworkError, error);
        support::ManualClock clock;
        base::Redactor redactor;
        auto *reply = new FakeReply;
        auto *body = new net::OneShotBody("{}", reply);
        auto *exchange = new net::HttpExchange(
            clock, redactor, {"DELETE", QUrl(QStringLiteral("https://host/?api_key=secret")), {}, "{}"},
            this);
        exchange->follow(reply, body);
        net::HttpResult result;
        connect(exchange, &net::HttpCall::finished, this, [&](const net::HttpResult &got) { result = got; });

        if (trace == Trace::RequestSent)
            Q_EMIT reply->requestSent();
        if (trace == Trace::Encrypted)
            Q_EMIT reply->encrypted();
        if (trace == Trace::BodyRead)
            body->readAll();
        if (trace == Trace::BodyRewound)
            body->reset();
        reply->end(error);

        QTEST(result.outcome, "outcome");
        QVERIFY(!result.error.text.isEmpty());
        QVERIFY(!result.error.text.contains(QStringLiteral("secret")));
        QVERIFY(result.error.text.contains(QStringLiteral("host:443")));
    }

    // Qt takes some closed connections for the end of a body; a whole answer has as much as it announced.
    void aShortBodyIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("announced");
        QTest::addColumn<net::HttpOutcome>("outcome");
        const QByteArray write("DELETE");
        QTest::addRow("whole") << write << 200 << QByteArray("0") << net::HttpOutcome::Answered;
        QTest::addRow("cut") << write << 200 << QByteArray("1") << net::HttpOutcome::Unknown;
        QTest::addRow("cut error") << write << 500 << QByteArray("1") << net::HttpOutcome::Unknown;
        QTest::addRow("not announced") << write << 200 << QByteArray() << net::HttpOutcome::Answered;
        QTest::addRow("nothing to send") << write << 204 << QByteArray("1") << net::HttpOutcome::Answered;
        QTest::addRow("head") << QByteArray("HEAD") << 200 << QByteArray("1") << net::HttpOutcome::Answered;
    }

    void aShortBodyIsNoAnswer()
    {
        QFETCH(QByteArray, verb);
        QFETCH(int, status);
        QFETCH(QByteArray, announced);
        support::ManualClock clock;
        base::Redactor redactor;
        auto *reply = new FakeReply;
        auto *exchange = new net::HttpExchange(clock, redactor,
                                               {verb, QUrl(QStringLiteral("https://host/")), {}, {}}, this);
        exchange->follow(reply, nullptr);
        net::HttpResult result;
        connect(exchange, &net::HttpCall::finished, this, [&](const net::HttpResult &got) { result = got; });
        reply->answer(status, announced);
        reply->end(QNetworkReply::NoError);
        QTEST(result.outcome, "outcome");
        QCOMPARE(result.status, result.outcome == net::HttpOutcome::Answered ? status : 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpExchange)
#include "test_http_exchange.moc"
