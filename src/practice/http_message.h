// SPDX-License-Identifier: Apache-2.0
// One HTTP request as it stood on the wire, and one answer to it. Plain values between the server, the routes
// and the arrival log. Nothing here knows a broker, and no socket may be reached from here.
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <utility>

namespace practice {

using HttpHeader = std::pair<QByteArray, QByteArray>;

struct HttpRequest
{
    std::uint64_t connectionId = 0;
    std::uint64_t arrival = 0; // what the head observer returned for it
    QByteArray method;
    QByteArray target; // path and query, untouched
    QList<HttpHeader> headers;
    QByteArray body;

    [[nodiscard]] QByteArray path() const;
    /// What follows the "?", still percent-encoded; empty when there is none.
    [[nodiscard]] QByteArray query() const;
    /// The first header of this name, in any case of letters; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The decoded value of a query item; empty when there is none.
    [[nodiscard]] QByteArray queryItem(QByteArrayView name) const;
};

struct HttpReply
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<HttpHeader> headers;
};

/// Everything before the body, with Content-Length, Date and Connection.
[[nodiscard]] QByteArray headBytes(const HttpReply &reply, const QByteArray &date, bool keepAlive);

} // namespace practice
