// SPDX-License-Identifier: Apache-2.0
// Reads that wait for their turn: each leaves when the limiter lets its class go, the most urgent class
// first, in the order of asking within a class. It sends each once and hands back what came. Engine thread
// only.
#pragma once

#include "base/clock.h"
#include "net/http_client.h"
#include "net/rate_limiter.h"

#include <QObject>

#include <deque>
#include <functional>

namespace tradelab {

class ReadQueue : public QObject
{
    Q_OBJECT

public:
    using MakeRequest = std::function<net::HttpRequest()>;
    using Done = std::function<void(const net::HttpResult &)>;

    ReadQueue(base::Clock &clock, net::HttpClient &http, net::RateLimiter &limiter,
              QObject *parent = nullptr);

    /// `make` is called when the read leaves, so that it carries the credentials of then.
    /// Returns a number for withdraw().
    int submit(net::RequestClass why, MakeRequest make, Done done);
    /// Takes back a read that has not left; nothing happens for one that has.
    void withdraw(int number);
    /// The limiter's rules have changed: what waits may leave earlier.
    void reconsider() { sendWhatMayLeave(); }
    /// Forgets what waits; what has left still answers.
    void clear();

Q_SIGNALS:
    /// Every answer, before its own callback: for what is in any of them, the server's clock for one.
    void answered(const net::HttpResult &result);

private:
    struct Waiting
    {
        int number;
        net::RequestClass why;
        MakeRequest make;
        Done done;
    };

    void sendWhatMayLeave();

    net::HttpClient &m_http;
    net::RateLimiter &m_limiter;
    base::Timer m_timer;
    std::deque<Waiting> m_waiting; // the most urgent class first
    int m_lastNumber = 0;
};

} // namespace tradelab
