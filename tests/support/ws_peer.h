// SPDX-License-Identifier: Apache-2.0
// The other side of a WebSocket, on the loopback, with every bad manner that a test asks for. It speaks the
// protocol by hand, since a well-behaved server cannot be silent, send garbage or stop in mid-message. What
// it notes is what was on the wire.
#pragma once

#include <QCryptographicHash>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>
#include <QtEndian>

#include <memory>
#include <optional>

#include <sys/socket.h>

namespace support {

class WsPeer : public QTcpServer
{
public:
    enum class Manner { Accept, NeverAnswer, Babble, CloseAtOnce, CloseAfterHead };
    enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    WsPeer()
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
    void setManner(Manner manner) { m_manner = manner; }
    /// Sent instead of the handshake, as it is.
    void setAnswer(const QByteArray &answer) { m_answer = answer; }
    /// Sent in one piece with the handshake.
    void setWelcome(const QByteArray &frames) { m_welcome = frames; }
    void setEchoes(bool echoes) { m_echoes = echoes; }
    void setAnswersPings(bool answers) { m_answersPings = answers; }
    void refuse() { close(); }
    void acceptAgain() { listen(QHostAddress::LocalHost, m_port); }

    [[nodiscard]] QUrl url(const QString &rest = QStringLiteral("/x")) const
    {
        return QUrl(
            (m_tls ? QStringLiteral("wss://127.0.0.1:%1") : QStringLiteral("ws://127.0.0.1:%1")).arg(m_port) +
            rest);
    }
    [[nodiscard]] int connectionCount() const { return m_connections; }
    [[nodiscard]] int openCount() const { return static_cast<int>(findChildren<QSslSocket *>().size()); }
    [[nodiscard]] const QByteArrayList &heads() const { return m_heads; }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] int pingCount() const { return m_pings; }
    [[nodiscard]] int pongCount() const { return m_pongs; }
    [[nodiscard]] const QList<int> &closeCodes() const { return m_closeCodes; }

    /// To the connection made last.
    void sendRaw(const QByteArray &bytes)
    {
        m_latest->write(bytes);
        m_latest->flush();
    }
    void send(Opcode opcode, const QByteArray &payload) { sendRaw(frame(opcode, payload)); }
    void sendText(const QString &text) { send(Text, text.toUtf8()); }
    void closeWith(quint16 code, const QByteArray &reason = {})
    {
        QByteArray payload(2, '\0');
        qToBigEndian(code, payload.data());
        send(Close, payload + reason);
    }
    void cut() { m_latest->disconnectFromHost(); }
    void reset()
    {
        const linger now{1, 0};
        setsockopt(static_cast<int>(m_latest->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_latest->abort();
    }

    static QByteArray frame(Opcode opcode, const QByteArray &payload, bool isLast = true)
    {
        QByteArray head(1, static_cast<char>((isLast ? 0x80 : 0) | opcode));
        if (payload.size() < 126) {
            head += static_cast<char>(payload.size());
        } else if (payload.size() < 65536) {
            head += QByteArray(1, 126) + bigEndian(static_cast<quint16>(payload.size()));
        } else {
            head += QByteArray(1, 127) + bigEndian(static_cast<quint64>(payload.size()));
        }
        return head + payload;
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        ++m_connections;
        auto *socket = new QSslSocket(this);
        m_latest = socket;
        socket->setSocketDescriptor(handle);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        if (m_manner == Manner::CloseAtOnce) {
            socket->close();
            return;
        }
        if (m_manner == Manner::Babble)
            socket->write("220 welcome\r\n\r\n");
        auto state = std::make_shared<Reading>();
        connect(socket, &QSslSocket::readyRead, socket, [this, socket, state] { read(socket, *state); });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            socket->startServerEncryption();
        }
    }

private:
    struct Reading
    {
        QByteArray buffer;
        bool isOpen = false;
    };

    template <typename T> static QByteArray bigEndian(T number)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToBigEndian(number, bytes.data());
        return bytes;
    }

    void read(QSslSocket *socket, Reading &state)
    {
        state.buffer += socket->readAll();
        if (!state.isOpen)
            greet(socket, state);
        while (state.isOpen && readFrame(socket, state.buffer)) {
        }
    }

    void greet(QSslSocket *socket, Reading &state)
    {
        const qsizetype end = state.buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = state.buffer.first(end);
        state.buffer.remove(0, end + 4);
        m_heads << head;
        if (m_manner == Manner::CloseAfterHead) {
            socket->disconnectFromHost();
        } else if (m_manner == Manner::Accept) {
            state.isOpen = m_answer.isEmpty();
            socket->write(state.isOpen ? handshake(head) + m_welcome : m_answer);
        }
    }

    static QByteArray handshake(const QByteArray &head)
    {
        const QByteArray name = "Sec-WebSocket-Key: ";
        const qsizetype start = head.indexOf(name) + name.size();
        const QByteArray key = head.sliced(start, head.indexOf('\r', start) - start);
        const QByteArray accept =
            QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
                .toBase64();
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: " +
               accept + "\r\n\r\n";
    }

    /// False: no whole frame is there yet. Frames of a client are masked.
    bool readFrame(QSslSocket *socket, QByteArray &buffer)
    {
        if (buffer.size() < 2)
            return false;
        const int code = buffer[1] & 0x7f;
        const qsizetype sizeBytes = code == 126 ? 2 : code == 127 ? 8 : 0;
        const qsizetype start = 2 + sizeBytes + 4;
        if (buffer.size() < start)
            return false;
        qsizetype size = code;
        if (code == 126)
            size = qFromBigEndian<quint16>(buffer.constData() + 2);
        else if (code == 127)
            size = static_cast<qsizetype>(qFromBigEndian<quint64>(buffer.constData() + 2));
        if (buffer.size() < start + size)
            return false;
        QByteArray payload = buffer.sliced(start, size);
        for (qsizetype i = 0; i < size; ++i)
            payload[i] = static_cast<char>(payload[i] ^ buffer[start - 4 + i % 4]);
        const int opcode = buffer[0] & 0x0f;
        buffer.remove(0, start + size);
        take(socket, opcode, payload);
        return true;
    }

    void take(QSslSocket *socket, int opcode, const QByteArray &payload)
    {
        if (opcode == Text) {
            m_texts << QString::fromUtf8(payload);
            if (m_echoes)
                socket->write(frame(Text, payload));
        } else if (opcode == Ping) {
            ++m_pings;
            if (m_answersPings)
                socket->write(frame(Pong, payload));
        } else if (opcode == Pong) {
            ++m_pongs;
        } else if (opcode == Close) {
            m_closeCodes << (payload.size() < 2 ? 0 : qFromBigEndian<quint16>(payload.constData()));
        }
    }

    Manner m_manner = Manner::Accept;
    std::optional<QSslConfiguration> m_tls;
    QByteArray m_answer;
    QByteArray m_welcome;
    QPointer<QSslSocket> m_latest;
    QByteArrayList m_heads;
    QStringList m_texts;
    QList<int> m_closeCodes;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_pings = 0;
    int m_pongs = 0;
    bool m_echoes = false;
    bool m_answersPings = true;
};

} // namespace support
