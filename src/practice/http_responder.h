// SPDX-License-Identifier: Apache-2.0
// The right to answer one request, now or much later. Routes keep it while an answer is delayed. It may
// outlive the connection: once the client has left, or the request was answered, every call here does
// nothing.
#pragma once

#include "base/clock.h"
#include "practice/http_message.h"

#include <QPointer>

namespace practice {

class HttpConnection;

/// What becomes of an answer's bytes on their way out. After the halves the connection is closed, after the
/// others it stays open.
enum class HttpSpoil {
    HalfStatusLine,
    Half,     // of all its bytes
    HalfBody, // after the whole head
    Drip,     // one byte after another, by the clock
    LongLength,
    ShortLength,
    Garbage, // nothing of it leaves, and what does is no HTTP
};

class HttpResponder
{
public:
    HttpResponder() = default;
    HttpResponder(HttpConnection *connection, std::uint64_t serial);

    void send(const HttpReply &reply) const;
    /// `every` is for a drip alone.
    void sendSpoiled(const HttpReply &reply, HttpSpoil spoil, base::milliseconds every = {}) const;
    /// Closes the connection without a byte.
    void drop() const;
    [[nodiscard]] bool isAlive() const;

private:
    QPointer<HttpConnection> m_connection;
    std::uint64_t m_serial = 0;
};

} // namespace practice
