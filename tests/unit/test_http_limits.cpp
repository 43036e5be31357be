// SPDX-License-Identifier: Apache-2.0
// Answers that are too large: an error in words, the connection closed, and never more in memory than the
// limit and what lay in the sockets.
#include "net/http_client.h"
#include "support/fault_server.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Fault;
using support::FaultServer;

namespace {

constexpr qint64 mebi = 1024 * 1024;
// What a fast server may have got rid of beyond the limit: what lies in both sockets, and in Qt's buffer
// between.
constexpr qint64 inSockets = 32 * mebi;

/// Begins an answer and goes on with it for as long as anybody listens.
class EndlessServer : public QTcpServer
{
public:
    EndlessServer(QByteArray head, QByteArray piece)
        : m_head(std::move(head))
        , m_piece(std::move(piece))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/x"_s.arg(serverPort())); }
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] bool isLeft() const { return m_isLeft; }

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, this, [this] { m_isLeft = true; });
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket](qint64 bytes) {
            m_written += bytes;
            if (socket->bytesToWrite() == 0)
                socket->write(m_piece);
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (socket->readAll().contains("\r\n\r\n"))
                socket->write(m_head);
        });
    }

    QByteArray m_head;
    QByteArray m_piece;
    qint64 m_written = 0;
    bool m_isLeft = false;
};

const QByteArray untilClosed = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

// As Content-Encoding "deflate" has it; qCompress puts a head of its own before it.
QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 1).sliced(4);
}

// Nothing repeats but the form of a row: it packs to half of what it is.
QByteArray variedList()
{
    QByteArray list = "[";
    for (quint32 i = 0; list.size() < 40 * mebi; ++i)
        list += "{\"id\":\"" + QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha1).toHex() +
                "\"},";
    return list + "{}]";
}

QByteArray longList()
{
    QByteArray list = "[";
    for (qint64 i = 0; list.size() < 80 * mebi; ++i)
        list += R"({"oms_order_id":"2403150)" + QByteArray::number(i * 7919) +
                R"(","order_status":"CONFIRMED","client_id":"DEMO1","exchange":"NSE","validity":"DAY"},)";
    return list + "{}]";
}

} // namespace

class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<net::HttpClient>(m_clock, m_redactor); }
    void cleanup() { m_client.reset(); }

    void aHugeLengthIsRefusedAtOnce_data()
    {
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("words");
        QTest::newRow("list of 1 GiB") << false << 1024 * mebi << u"256 MiB"_s;
        QTest::newRow("list just too large") << false << 256 * mebi + 1 << u"256 MiB"_s;
        QTest::newRow("list beyond an int") << false << (qint64(1) << 62) << u"256 MiB"_s;
        QTest::newRow("cancel answer of 1 GiB") << true << 1024 * mebi << u"1 MiB"_s;
        QTest::newRow("cancel answer just too large") << true << mebi + 1 << u"1 MiB"_s;
    }

    void aHugeLengthIsRefusedAtOnce()
    {
        QFETCH(bool, isWrite);
        QFETCH(qint64, length);
        QFETCH(QString, words);
        const QByteArray head =
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n";
        EndlessServer server(head, QByteArray(64 * 1024, 'x'));
        expectTooLarge(ask(server, isWrite), words);
        QTRY_VERIFY(server.isLeft());
        QVERIFY2(server.written() < inSockets, qPrintable(QString::number(server.written())));
    }

    void anAnswerWithoutEndIsCutOff_data()
    {
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        const QByteArray plain(64 * 1024, 'x');
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray chunk = "10000\r\n" + plain + "\r\n";
        const QByteArray refused = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n";
        for (const bool isWrite : {false, true}) {
            const char *what = isWrite ? "cancel answer" : "list";
            QTest::addRow("%s until the close", what) << isWrite << untilClosed << plain;
            QTest::addRow("%s in chunks", what) << isWrite << chunked << chunk;
            QTest::addRow("%s with an error status", what) << isWrite << refused << plain;
        }
    }

    void anAnswerWithoutEndIsCutOff()
    {
        QFETCH(bool, isWrite);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        EndlessServer server(head, piece);
        expectTooLarge(ask(server, isWrite, 4 * mebi), isWrite ? u"1 MiB"_s : u"4 MiB"_s);
        QTRY_VERIFY(server.isLeft());
        QVERIFY2(server.written() < inSockets, qPrintable(QString::number(server.written())));
    }

    void whatUnpacksToTooMuchIsCutOff_data()
    {
        QTest::addColumn<qint64>("largest");
        QTest::newRow("4 MiB") << 4 * mebi;
        QTest::newRow("a list") << net::largestRead;
    }

    void whatUnpacksToTooMuchIsCutOff()
    {
        QFETCH(qint64, largest);
        // 1 MiB that is 1 GiB unpacked: to count all of that takes Qt seconds, in which nothing else happens.
        const QByteArray packed = deflated(QByteArray(64 * mebi, '0')).repeated(16);
        FaultServer server([&](int) {
            return Fault{support::httpAnswer(packed, "200 OK", "Content-Encoding: deflate\r\n")};
        });
        net::HttpRequest request{"GET", server.url(), {}, {}};
        request.largestAnswer = largest;
        const net::HttpResult result = support::waitFor(m_client->read(request, this));
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.error.kind, base::ErrorKind::BadReply);
        // Where both limits are near, either may be met first.
        const QString &words = result.error.text;
        QVERIFY2(words.contains(u"unpacked") || (largest == 4 * mebi && words.contains(u"larger than 4 MiB")),
                 qPrintable(words));
        QVERIFY(result.body.isEmpty());
    }

    void aLongListMayPackAsItLikes_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("well") << longList();
        QTest::newRow("badly") << variedList(); // more of it comes than is read ahead
    }

    void aLongListMayPackAsItLikes()
    {
        QFETCH(QByteArray, list);
        const QByteArray packed = deflated(list);
        FaultServer server([&](int) {
            return Fault{support::httpAnswer(packed, "200 OK", "Content-Encoding: deflate\r\n")};
        });
        const auto result = support::waitFor(m_client->read({"GET", server.url(), {}, {}}, this));
        QCOMPARE(result.outcome, net::HttpOutcome::Answered);
        QVERIFY(result.body == list);
    }

    void theLimitItselfIsTaken()
    {
        const QByteArray body(mebi, 'x');
        FaultServer server([&](int) { return Fault{support::httpAnswer(body)}; });
        net::HttpRequest request{"DELETE", server.url(), {}, {}};
        const auto written = support::waitFor(m_client->write(request, this));
        QCOMPARE(written.outcome, net::HttpOutcome::Answered);
        QCOMPARE(written.body.size(), mebi);
        request.verb = "GET";
        request.largestAnswer = mebi;
        QCOMPARE(support::waitFor(m_client->read(request, this)).outcome, net::HttpOutcome::Answered);
        request.largestAnswer = mebi - 1;
        expectTooLarge(support::waitFor(m_client->read(request, this)), u"1023 KiB"_s);
    }

    // Qt 6.4 reads them for as long as they come; the deadline ends the call, and no other host feels it.
    void headersWithoutEndHoldUpNobodyElse()
    {
        EndlessServer server("HTTP/1.1 200 OK\r\n", QByteArray("X-More: 0123456789\r\n").repeated(10));
        auto *call = m_client->read({"GET", server.url(), {}, {}}, this);
        net::HttpResult result;
        connect(call, &net::HttpCall::finished, this, [&](const net::HttpResult &got) { result = got; });
        QTRY_VERIFY(server.written() > mebi / 2);
        FaultServer other;
        QCOMPARE(support::waitFor(m_client->read({"GET", other.url(), {}, {}}, this)).outcome,
                 net::HttpOutcome::Answered);
        m_clock.advance(base::seconds(7));
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QVERIFY(!result.error.text.isEmpty());
    }

private:
    net::HttpResult ask(const EndlessServer &server, bool isWrite, qint64 largest = net::largestRead)
    {
        net::HttpRequest request{isWrite ? "DELETE" : "GET", server.url(), {}, {}};
        request.largestAnswer = largest;
        return support::waitFor(isWrite ? m_client->write(request, this) : m_client->read(request, this));
    }

    static void expectTooLarge(const net::HttpResult &result, const QString &words)
    {
        QCOMPARE(result.outcome, net::HttpOutcome::Unknown);
        QCOMPARE(result.error.kind, base::ErrorKind::BadReply);
        QVERIFY2(result.error.text.endsWith(u"is larger than "_s + words), qPrintable(result.error.text));
        QVERIFY(result.body.isEmpty());
    }

    support::ManualClock m_clock;
    base::Redactor m_redactor;
    std::unique_ptr<net::HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
