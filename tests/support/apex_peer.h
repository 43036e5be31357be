// SPDX-License-Identifier: Apache-2.0
// An APEX exchange on the loopback that answers as a test tells it, function by function, and notes what
// came. It reads frames with Qt's own JSON: it must not share a mistake with the client.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <optional>
#include <vector>

namespace support {

struct ApexArrival
{
    int connection = 0; // from 1
    QString text;       // the whole frame
    qint64 number = 0;
    QString function;
    QByteArray payload;
};

class ApexPeer
{
public:
    ApexPeer()
        : m_server(QStringLiteral("apex"), QWebSocketServer::NonSecureMode)
    {
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] { greet(); });
        acceptAgain();
    }
    ApexPeer(const ApexPeer &) = delete;
    ApexPeer &operator=(const ApexPeer &) = delete;
    ~ApexPeer() { refuse(); }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/WSGateway/").arg(m_port));
    }
    /// To requests for that function, in this order; the last one stands for all that follow. A function
    /// without an answer is met with silence.
    void answer(const QString &function, const QByteArray &payload) { m_answers[function] << payload; }
    void answerNothing(const QString &function) { m_answers.remove(function); }

    void send(int kind, qint64 number, const QString &function, const QByteArray &payload)
    {
        const QJsonObject frame{{QStringLiteral("m"), kind},
                                {QStringLiteral("i"), number},
                                {QStringLiteral("n"), function},
                                {QStringLiteral("o"), QString::fromUtf8(payload)}};
        sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
    void reply(const ApexArrival &to, const QByteArray &payload) { send(1, to.number, to.function, payload); }
    void sendText(const QString &text) { m_latest->sendTextMessage(text); }
    /// Cuts the connection made last.
    void drop() { m_latest->abort(); }
    /// Nobody connects any more.
    void refuse() { m_server.close(); }
    void acceptAgain()
    {
        if (!m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("cannot listen");
        m_port = m_server.serverPort();
    }

    [[nodiscard]] int connectionCount() const { return m_connections; }
    [[nodiscard]] const std::vector<ApexArrival> &arrivals() const { return m_arrivals; }
    [[nodiscard]] int count() const { return static_cast<int>(m_arrivals.size()); }
    /// The functions asked for, on that connection or on all.
    [[nodiscard]] QStringList functions(std::optional<int> connection = {}) const
    {
        QStringList names;
        for (const ApexArrival &each : m_arrivals) {
            if (!connection || each.connection == *connection)
                names << each.function;
        }
        return names;
    }
    [[nodiscard]] int countOf(const QString &function) const
    {
        return static_cast<int>(functions().count(function));
    }
    /// The last request for that function.
    [[nodiscard]] ApexArrival latest(const QString &function) const
    {
        for (auto at = m_arrivals.rbegin(); at != m_arrivals.rend(); ++at) {
            if (at->function == function)
                return *at;
        }
        return {};
    }

private:
    void greet()
    {
        m_latest = m_server.nextPendingConnection();
        const int connection = ++m_connections;
        QObject::connect(m_latest, &QWebSocket::textMessageReceived, m_latest,
                         [this, connection](const QString &text) { take(connection, text); });
        QObject::connect(m_latest, &QWebSocket::disconnected, m_latest, &QObject::deleteLater);
    }

    void take(int connection, const QString &text)
    {
        const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
        const ApexArrival arrival{connection, text, frame[QStringLiteral("i")].toInteger(-1),
                                  frame[QStringLiteral("n")].toString(),
                                  frame[QStringLiteral("o")].toString().toUtf8()};
        m_arrivals.push_back(arrival);
        const auto answers = m_answers.find(arrival.function);
        if (answers == m_answers.end())
            return;
        const QByteArray payload = answers->front();
        if (answers->size() > 1)
            answers->removeFirst();
        reply(arrival, payload);
    }

    QWebSocketServer m_server;
    QWebSocket *m_latest = nullptr;
    quint16 m_port = 0;
    int m_connections = 0;
    std::vector<ApexArrival> m_arrivals;
    QMap<QString, QList<QByteArray>> m_answers;
};

} // namespace support
