// SPDX-License-Identifier: Apache-2.0
// A small HTTP/1.1 server on 127.0.0.1, plain or TLS, whose answers may come late, cut or never.
// PracticeVenue owns one; the routes see requests through its hooks. WebSocket upgrades leave by their path,
// on the same port. It must never listen on another address, and never block.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "practice/http_message.h"
#include "practice/http_responder.h"

#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <map>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace practice {

struct HttpHooks
{
    using Upgrade = std::function<void(QTcpSocket *)>;

    /// A head is complete: returns the number that the request carries from now on.
    std::function<std::uint64_t(const HttpRequest &)> noteHead;
    /// A request is complete. It is answered through the responder, at any time.
    std::function<void(const HttpRequest &, HttpResponder)> handle;
    /// By path without a trailing slash. The socket still holds the whole request, as
    /// QWebSocketServer::handleConnection wants it, and belongs to the one it was handed to.
    std::map<QByteArray, Upgrade> upgrades;
    /// A request of this method is about to be read; true closes the connection over it. Set by HttpServer.
    std::function<bool(const QByteArray &method)> dropsUnread = {};
};

class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(base::Clock &clock, HttpHooks hooks, std::optional<QSslConfiguration> tls = {});
    ~HttpServer() override;

    /// Port 0 takes a free one.
    [[nodiscard]] base::Status listen(quint16 port);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isEncrypted() const { return m_isEncrypted; }
    [[nodiscard]] int connectionCount() const;
    /// Closes every connection as it stands and goes on listening.
    void dropConnections();
    /// New connections are refused from now on, and the old ones dropped; listen() with the old port undoes
    /// it.
    void close();
    /// From the next connection on. Only for a server that is encrypted.
    void setEncryption(const QSslConfiguration &tls);
    /// Requests of this method are not read from now on: the connection closes over them. Blank ends it.
    void dropUnread(const QByteArray &method) { m_unreadMethod = method; }
    /// How many were dropped so.
    [[nodiscard]] int unreadCount() const { return m_unreadCount; }
    void addUpgrade(const QByteArray &path, HttpHooks::Upgrade upgrade);

private:
    void takeConnections();

    base::Clock &m_clock;
    HttpHooks m_hooks;
    bool m_isEncrypted;
    std::unique_ptr<QTcpServer> m_server;
    std::uint64_t m_lastConnection = 0;
    QByteArray m_unreadMethod;
    int m_unreadCount = 0;
};

} // namespace practice
