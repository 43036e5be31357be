// SPDX-License-Identifier: Apache-2.0
// A line to a Tradelab server that a test scripts: the client, its queue and limiter on a clock that the test
// turns, and a server that can hold an answer back until it is released.
#pragma once

#include "net/http_client.h"
#include "support/fault_server.h"
#include "support/manual_clock.h"
#include "tradelab/read_queue.h"

namespace support {

class TradelabLine
{
public:
    TradelabLine()
        : limiter(clock, {}, QStringLiteral("test"), nullptr)
        , client(clock, redactor)
        , queue(clock, client, limiter)
    {
        server.useClock(m_serverClock);
        server.setScript([this](int) { return next(); });
    }

    /// The answer to the requests to come, in this order; the last one stands for all that follow.
    void answer(const QByteArray &body, const QByteArray &status = QByteArrayLiteral("200 OK"))
    {
        m_answers.push_back({httpAnswer(body, status)});
    }
    /// As above, but nothing but its first byte goes out before release().
    void hold(const QByteArray &body)
    {
        Fault fault{httpAnswer(body)};
        fault.drips = true;
        m_answers.push_back(fault);
    }
    void release() { m_serverClock.advance(base::milliseconds(10'000'000)); }

    [[nodiscard]] static QByteArray list(const QStringList &ids)
    {
        QByteArray rows;
        for (const QString &id : ids)
            rows += (rows.isEmpty() ? "" : ",") + (R"({"oms_order_id":")" + id.toUtf8() + R"("})");
        return R"({"data":{"orders":[)" + rows + R"(]},"message":"","status":"success"})";
    }

    ManualClock clock;
    base::Redactor redactor;
    FaultServer server;
    net::RateLimiter limiter;
    net::HttpClient client;
    tradelab::ReadQueue queue;

private:
    Fault next()
    {
        if (m_answers.empty())
            return {httpAnswer("{}")};
        const Fault fault = m_answers.front();
        if (m_answers.size() > 1)
            m_answers.erase(m_answers.begin());
        return fault;
    }

    ManualClock m_serverClock;
    std::vector<Fault> m_answers;
};

} // namespace support
