// SPDX-License-Identifier: Apache-2.0
// The right to answer one request, now or much later. Routes keep it while an answer is delayed. It may
// outlive the connection: once the client has left, or the request was answered, every call here does
// nothing.
#pragma once

#include "practice/http_message.h"

#include <QPointer>

namespace practice {

class HttpConnection;

class HttpResponder
{
public:
    HttpResponder() = default;
    HttpResponder(HttpConnection *connection, std::uint64_t serial);

    void send(const HttpReply &reply) const;
    /// Half of the answer's bytes, then the connection is closed.
    void sendHalf(const HttpReply &reply) const;
    /// Closes the connection without a byte.
    void drop() const;
    [[nodiscard]] bool isAlive() const;

private:
    QPointer<HttpConnection> m_connection;
    std::uint64_t m_serial = 0;
};

} // namespace practice
