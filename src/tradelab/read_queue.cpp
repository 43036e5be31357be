// SPDX-License-Identifier: Apache-2.0
#include "tradelab/read_queue.h"

#include "net/http_call.h"

#include <algorithm>

namespace tradelab {

ReadQueue::ReadQueue(base::Clock &clock, net::HttpClient &http, net::RateLimiter &limiter, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_limiter(limiter)
    , m_timer(clock, [this] { sendWhatMayLeave(); })
{
}

int ReadQueue::submit(net::RequestClass why, MakeRequest make, Done done)
{
    const auto place = std::upper_bound(m_waiting.begin(), m_waiting.end(), why,
                                        [](net::RequestClass a, const Waiting &b) { return a < b.why; });
    const int number = ++m_lastNumber;
    m_waiting.insert(place, {number, why, std::move(make), std::move(done)});
    sendWhatMayLeave();
    return number;
}

void ReadQueue::withdraw(int number)
{
    std::erase_if(m_waiting, [number](const Waiting &each) { return each.number == number; });
}

void ReadQueue::clear()
{
    m_waiting.clear();
    m_timer.stop();
}

void ReadQueue::sendWhatMayLeave()
{
    m_timer.stop();
    std::optional<base::milliseconds> soonest;
    // A class that has to wait does not hold up a less urgent one whose share is free.
    for (auto at = m_waiting.begin(); at != m_waiting.end();) {
        const base::milliseconds delay = m_limiter.delay(at->why);
        if (delay > base::milliseconds(0)) {
            soonest = std::min(soonest.value_or(delay), delay);
            ++at;
            continue;
        }
        m_limiter.take(at->why);
        net::HttpCall *call = m_http.read(at->make(), this);
        connect(call, &net::HttpCall::finished, this, &ReadQueue::answered);
        connect(call, &net::HttpCall::finished, this, at->done);
        at = m_waiting.erase(at);
    }
    if (soonest)
        m_timer.start(*soonest);
}

} // namespace tradelab
