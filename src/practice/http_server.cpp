// SPDX-License-Identifier: Apache-2.0
#include "practice/http_server.h"

#include "practice/http_connection.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

namespace practice {

namespace {

std::unique_ptr<QTcpServer> makeServer(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

} // namespace

HttpServer::HttpServer(base::Clock &clock, HttpHooks hooks, std::optional<QSslConfiguration> tls)
    : m_clock(clock)
    , m_hooks(std::move(hooks))
    , m_isEncrypted(tls.has_value())
    , m_server(makeServer(tls))
{
    m_hooks.dropsUnread = [this](const QByteArray &method) {
        const bool drops = !m_unreadMethod.isEmpty() && method == m_unreadMethod;
        m_unreadCount += drops ? 1 : 0;
        return drops;
    };
    m_server->setListenBacklogSize(1024);
    m_server->setMaxPendingConnections(1024);
    // A TLS server says newConnection() too early; this signal waits for the handshake.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::takeConnections);
}

HttpServer::~HttpServer()
{
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly)); // they use our hooks
}

base::Status HttpServer::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress(QHostAddress::LocalHost), port)) {
        return base::failure(base::ErrorKind::Network,
                             QStringLiteral("The practice venue cannot listen on port %1: %2")
                                 .arg(port)
                                 .arg(m_server->errorString()));
    }
    return {};
}

quint16 HttpServer::port() const
{
    return m_server->serverPort();
}

int HttpServer::connectionCount() const
{
    return static_cast<int>(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size());
}

void HttpServer::dropConnections()
{
    const auto connections = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : connections)
        connection->drop();
}

void HttpServer::close()
{
    m_server->close();
    dropConnections();
}

void HttpServer::setEncryption(const QSslConfiguration &tls)
{
    if (auto *server = qobject_cast<QSslServer *>(m_server.get()))
        server->setSslConfiguration(tls);
}

void HttpServer::addUpgrade(const QByteArray &path, HttpHooks::Upgrade upgrade)
{
    m_hooks.upgrades[path] = std::move(upgrade);
}

void HttpServer::takeConnections()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        new HttpConnection(++m_lastConnection, socket, m_hooks, m_clock, this);
}

} // namespace practice
