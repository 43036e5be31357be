// SPDX-License-Identifier: Apache-2.0
// Every request that reached the venue, in the order in which their heads were complete: what a client really
// put on the wire, answered or not. The server writes it, GET /practice/arrivals and tests read it. Values
// that sign somebody in are masked before they are stored.
#pragma once

#include "base/clock.h"
#include "practice/http_message.h"

#include <QJsonArray>

#include <deque>

namespace practice {

struct Arrival
{
    std::uint64_t seq = 0; // from 1
    std::uint64_t connectionId = 0;
    base::WallTime at{};
    QByteArray method;
    QByteArray path;
    QByteArray query; // as sent, secrets masked
    QList<HttpHeader> headers;
    QByteArray body;
    QString orderId; // of a cancel or a history; blank otherwise
    bool isComplete = false;
};

class ArrivalLog
{
public:
    static constexpr std::size_t kept = 200'000; // the oldest go first

    explicit ArrivalLog(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    /// Gives its number.
    std::uint64_t note(const HttpRequest &request);
    void complete(std::uint64_t seq, const QByteArray &body);
    void setOrderId(std::uint64_t seq, const QString &orderId);
    void clear() { m_arrivals.clear(); }

    [[nodiscard]] const std::deque<Arrival> &arrivals() const { return m_arrivals; }
    /// How often this method asked for this path, whatever the query was.
    [[nodiscard]] int count(const QByteArray &method, const QByteArray &path) const;
    [[nodiscard]] QJsonArray toJson() const;

private:
    [[nodiscard]] Arrival *find(std::uint64_t seq);

    const base::Clock &m_clock;
    std::deque<Arrival> m_arrivals;
    std::uint64_t m_last = 0;
};

} // namespace practice
