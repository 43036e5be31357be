// SPDX-License-Identifier: Apache-2.0
// Counts what leaves for one account, whatever connection it leaves through: more in a second than one lane
// may send is more than one lane. It counts by itself and asks no limiter.
#pragma once

#include "net/rate_limiter.h"

#include <QHash>

#include <deque>

namespace simulation {

class SimRate
{
public:
    SimRate(const base::Clock &clock, const net::RateLimits &limits)
        : m_clock(clock)
        , m_limits(limits)
    {
    }

    /// False where this one is too many.
    [[nodiscard]] bool take(const QString &segment)
    {
        const bool fitsSegment = fits(m_times[segment], m_limits.writesPerSecond);
        return fits(m_times[QString()], m_limits.accountWritesPerSecond) && fitsSegment;
    }
    /// Another program, or another connection, counts from now on.
    void forget() { m_times.clear(); }

private:
    using Times = std::deque<base::MonoTime>;

    [[nodiscard]] bool fits(Times &times, int limit) const
    {
        const base::MonoTime now = m_clock.sinceBoot();
        while (!times.empty() && times.front() + base::seconds(1) <= now)
            times.pop_front();
        times.push_back(now);
        return static_cast<int>(times.size()) <= limit;
    }

    const base::Clock &m_clock;
    const net::RateLimits &m_limits;
    QHash<QString, Times> m_times;
};

} // namespace simulation
