// SPDX-License-Identifier: Apache-2.0
// One client's socket at the APEX gateway: hands its frames over, writes answers and events, counts the
// events. Made and owned by ApexGateway; it deletes itself when the client has left.
#pragma once

#include "practice/apex_access.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

class QWebSocket;

namespace practice {

class ApexSession : public QObject
{
    Q_OBJECT

public:
    /// The socket is the session's from now on; `wire` is what it speaks through.
    ApexSession(std::uint64_t id, QWebSocket *socket, QTcpSocket *wire, QObject *parent);
    ~ApexSession() override;

    [[nodiscard]] std::uint64_t id() const { return m_id; }
    [[nodiscard]] ApexLogin &login() { return m_login; }

    void reply(const ApexRequest &request, const ApexReply &reply);
    /// With the i of its subscription, or one that counts 2, 4, 6.
    void sendEvent(qint64 accountId, const QString &name, const QByteArray &payload, bool echoes);
    /// As it is, frame or not. In the middle of a dripping message it waits for that one's end.
    void sendText(const QString &text);
    /// One more letter of a message that comes in pieces.
    void drip(QChar letter, bool isFirst, bool isLast);
    /// Bytes as they are, behind the WebSocket's back.
    void sendBytes(const QByteArray &bytes);
    void close();
    /// Closes without a goodbye.
    void drop();
    /// Likewise, after what was written has left.
    void breakOff();

Q_SIGNALS:
    void received(const QString &frame);

private:
    std::uint64_t m_id;
    QWebSocket *m_socket;
    QPointer<QTcpSocket> m_wire;
    bool m_isDripping = false;
    QStringList m_held; // until the dripping message has ended
    ApexLogin m_login;
    qint64 m_lastEvent = 0;
};

} // namespace practice
