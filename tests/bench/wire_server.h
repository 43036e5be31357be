// SPDX-License-Identifier: Apache-2.0
// A bare HTTP server on a thread of its own that answers a Tradelab client just enough to be cancelled at,
// and notes on the monotonic clock when the first byte of each DELETE was there. Blocking sockets: nothing of
// Qt's event loop stands between the wire and the note.
#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

class WireServer
{
public:
    explicit WireServer(QByteArray pendingList)
        : m_pendingList(std::move(pendingList))
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) == 0)
            ::listen(m_listener, 16);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~WireServer()
    {
        m_isEnding = true;
        m_thread.join();
        ::close(m_listener);
    }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::vector<base::MonoTime> arrivals()
    {
        const std::lock_guard lock(m_mutex);
        return m_arrivals;
    }

private:
    struct Client
    {
        int descriptor;
        QByteArray head;
    };

    void serve()
    {
        std::vector<Client> clients;
        while (!m_isEnding) {
            std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
            for (const Client &each : clients)
                waiting.push_back({each.descriptor, POLLIN, 0});
            if (::poll(waiting.data(), waiting.size(), 50) <= 0)
                continue;
            for (std::size_t i = clients.size(); i > 0; --i) {
                if (waiting[i].revents != 0 && !read(clients[i - 1])) {
                    ::close(clients[i - 1].descriptor);
                    clients.erase(clients.begin() + static_cast<std::ptrdiff_t>(i - 1));
                }
            }
            if (waiting[0].revents != 0)
                clients.push_back({::accept(m_listener, nullptr, nullptr), {}});
        }
        for (const Client &each : clients)
            ::close(each.descriptor);
    }

    bool read(Client &client)
    {
        char bytes[16 * 1024];
        const ssize_t got = ::recv(client.descriptor, bytes, sizeof bytes, 0);
        const base::MonoTime now = m_clock.monotonic();
        if (got <= 0)
            return false;
        if (client.head.isEmpty() && bytes[0] == 'D') {
            const std::lock_guard lock(m_mutex);
            m_arrivals.push_back(now);
        }
        client.head.append(bytes, static_cast<qsizetype>(got));
        if (!client.head.contains("\r\n\r\n"))
            return true;
        const QByteArray body = answerTo(client.head);
        client.head.clear();
        const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body;
        return ::send(client.descriptor, reply.constData(), static_cast<std::size_t>(reply.size()),
                      MSG_NOSIGNAL) == reply.size();
    }

    [[nodiscard]] QByteArray answerTo(const QByteArray &head) const
    {
        if (head.startsWith("DELETE"))
            return R"({"data":{},"message":"","status":"success"})";
        if (head.contains("trading_info"))
            return R"({"data":{"client_id":"DEMO1"},"message":"","status":"success"})";
        if (head.contains("type=pending"))
            return m_pendingList;
        return R"({"data":{"orders":[]},"message":"","status":"success"})";
    }

    base::SystemClock m_clock;
    QByteArray m_pendingList;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_isEnding = false;
    std::mutex m_mutex;
    std::vector<base::MonoTime> m_arrivals;
    std::thread m_thread;
};

} // namespace bench
