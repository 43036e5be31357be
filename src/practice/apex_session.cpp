// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_session.h"

#include <QWebSocket>

namespace practice {

namespace {

constexpr quint64 longestFrame = 1 << 20;

} // namespace

ApexSession::ApexSession(std::uint64_t id, QWebSocket *socket, QTcpSocket *wire, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_socket(socket)
    , m_wire(wire)
{
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingMessageSize(longestFrame);
    m_socket->setMaxAllowedIncomingFrameSize(longestFrame);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &ApexSession::received);
    connect(m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
}

ApexSession::~ApexSession()
{
    m_socket->disconnect(this);
}

void ApexSession::reply(const ApexRequest &request, const ApexReply &reply)
{
    sendText(apexFrame(reply.kind, request.sequence, request.function, reply.payload));
}

void ApexSession::sendEvent(qint64 accountId, const QString &name, const QByteArray &payload, bool echoes)
{
    const auto subscription = m_login.subscriptions.find(accountId);
    if (subscription == m_login.subscriptions.end())
        return;
    m_lastEvent += 2;
    const QByteArray sequence = echoes ? subscription->second : QByteArray::number(m_lastEvent);
    sendText(apexFrame(ApexKind::Event, sequence, name, payload));
}

void ApexSession::sendText(const QString &text)
{
    if (m_isDripping)
        m_held.append(text);
    else
        m_socket->sendTextMessage(text);
}

void ApexSession::drip(QChar letter, bool isFirst, bool isLast)
{
    const QByteArray bytes = QString(letter).toUtf8();
    const int head = (isLast ? 0x80 : 0) | (isFirst ? 0x01 : 0x00); // the last piece; a text, or more of one
    sendBytes(QByteArray(1, static_cast<char>(head)) + static_cast<char>(bytes.size()) + bytes);
    m_isDripping = !isLast;
    if (m_isDripping)
        return;
    const QStringList held = std::exchange(m_held, {});
    for (const QString &text : held)
        sendText(text);
}

void ApexSession::sendBytes(const QByteArray &bytes)
{
    if (m_wire)
        m_wire->write(bytes);
}

void ApexSession::close()
{
    m_socket->close();
}

void ApexSession::breakOff()
{
    if (m_wire)
        m_wire->disconnectFromHost();
}

void ApexSession::drop()
{
    m_socket->abort();
}

} // namespace practice
