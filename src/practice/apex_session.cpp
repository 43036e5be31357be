// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_session.h"

#include <QWebSocket>

namespace practice {

namespace {

constexpr quint64 longestFrame = 1 << 20;

} // namespace

ApexSession::ApexSession(std::uint64_t id, QWebSocket *socket, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_socket(socket)
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
    m_socket->sendTextMessage(text);
}

void ApexSession::close()
{
    m_socket->close();
}

void ApexSession::drop()
{
    m_socket->abort();
}

} // namespace practice
