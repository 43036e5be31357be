// SPDX-License-Identifier: Apache-2.0
// A raw HTTP server on the loopback that counts what arrives and misbehaves as the test tells it: it closes
// or resets at any point of the exchange, answers in part, drips or stays silent. It knows no HTTP beyond
// heads and Content-Length, on purpose: what it counts is what was on the wire.
#pragma once

#include "base/clock.h"

#include <QHostAddress>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

#include <sys/socket.h>

namespace support {

struct Arrival
{
    QByteArray head; // request line and headers, without the empty line
    QByteArray body; // empty when the server acted on the head already

    [[nodiscard]] QByteArray requestLine() const { return head.left(head.indexOf("\r\n")); }
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && QByteArrayView(line).first(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }
};

/// What the server does with one request.
struct Fault
{
    enum class When { AfterHead, AfterBody };
    enum class Then { KeepOpen, Close, Reset };

    QByteArray answer; // sent as it is
    Then then = Then::KeepOpen;
    When when = When::AfterBody;
    bool stopsListening = false; // before anything else: a new connection is refused
    bool drips = false;          // the answer goes out a byte per 100 ms of the clock
};

inline QByteArray httpAnswer(const QByteArray &body, const QByteArray &status = QByteArrayLiteral("200 OK"),
                             const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

class FaultServer : public QTcpServer
{
public:
    using Script = std::function<Fault(int arrival)>; // counts from 1

    explicit FaultServer(Script script = [](int) { return Fault{httpAnswer("{}")}; })
        : m_script(std::move(script))
    {
        listen(QHostAddress::LocalHost);
        m_port = serverPort();
    }

    void useTls(const QSslCertificate &certificate, const QSslKey &key)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(certificate);
        tls.setPrivateKey(key);
        m_tls = tls;
    }
    void useClock(base::Clock &clock)
    {
        m_drip = std::make_unique<base::Timer>(clock, [this] { drip(); });
    }
    void setScript(Script script) { m_script = std::move(script); }
    /// Every connection is closed as soon as it was accepted, before anything is read.
    void setClosesAtOnce(bool closes) { m_closesAtOnce = closes; }

    [[nodiscard]] QUrl url(const QString &rest = QStringLiteral("/x")) const
    {
        return QUrl((m_tls ? QStringLiteral("https://127.0.0.1:%1") : QStringLiteral("http://127.0.0.1:%1"))
                        .arg(m_port) +
                    rest);
    }
    [[nodiscard]] const std::vector<Arrival> &arrivals() const { return m_arrivals; }
    [[nodiscard]] int arrivalCount() const { return static_cast<int>(m_arrivals.size()); }
    [[nodiscard]] int connectionCount() const { return m_connections; }
    [[nodiscard]] qsizetype bytesToDrip() const { return m_dripping.size(); }

protected:
    void incomingConnection(qintptr handle) override
    {
        ++m_connections;
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (m_closesAtOnce) {
            socket->close();
            return;
        }
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QSslSocket::readyRead, socket, [this, socket, buffer] { receive(socket, *buffer); });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    void receive(QSslSocket *socket, QByteArray &buffer)
    {
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Arrival arrival{buffer.first(end), {}};
        const Fault fault = m_script(arrivalCount() + 1);
        const qsizetype whole = end + 4 + arrival.header("Content-Length").toLongLong();
        if (fault.when == Fault::When::AfterBody) {
            if (buffer.size() < whole)
                return;
            arrival.body = buffer.sliced(end + 4, whole - end - 4);
        }
        buffer.remove(0, std::min(whole, buffer.size()));
        m_arrivals.push_back(arrival);
        act(socket, fault);
    }

    void act(QSslSocket *socket, const Fault &fault)
    {
        if (fault.stopsListening)
            close();
        if (fault.drips) {
            m_dripping = fault.answer;
            m_dripSocket = socket;
            drip();
            return;
        }
        socket->write(fault.answer);
        if (fault.then == Fault::Then::KeepOpen)
            return;
        while (socket->bytesToWrite() > 0 || socket->encryptedBytesToWrite() > 0) {
            if (!socket->flush())
                break;
        }
        if (fault.then == Fault::Then::Reset) {
            const linger now{1, 0};
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
        } else {
            socket->close();
        }
    }

    void drip()
    {
        if (!m_dripSocket)
            return;
        m_dripSocket->write(m_dripping.first(1));
        m_dripping.remove(0, 1);
        if (!m_dripping.isEmpty())
            m_drip->start(base::milliseconds(100));
    }

    Script m_script;
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<base::Timer> m_drip;
    QByteArray m_dripping;
    QPointer<QSslSocket> m_dripSocket;
    std::vector<Arrival> m_arrivals;
    quint16 m_port = 0;
    int m_connections = 0;
    bool m_closesAtOnce = false;
};

} // namespace support
