// SPDX-License-Identifier: Apache-2.0
// Drives a RateLimiter as a busy program would.
#pragma once

#include "net/rate_limiter.h"
#include "support/manual_clock.h"

#include <algorithm>

namespace support {

inline constexpr net::RateLimits pocketful{25, 250, 1000, 7000, 8, 20};
inline constexpr net::RateLimits tenPerSecond{};
inline const QString account = QStringLiteral("tradelab/pocketful/A1");
inline const QString nse = QStringLiteral("NSE");

/// Takes as many as leave at once, up to `most`.
inline int takeNow(net::RateLimiter &limiter, net::RequestClass kind, int most, const QString &segment = nse)
{
    int taken = 0;
    while (taken < most && limiter.delay(kind, segment) == base::milliseconds(0)) {
        limiter.take(kind, segment);
        ++taken;
    }
    return taken;
}

/// Turns the clock until so many of them have left.
inline base::milliseconds takeAll(net::RateLimiter &limiter, ManualClock &clock, net::RequestClass kind,
                                  int count)
{
    base::milliseconds passed{0};
    for (int taken = 0; taken < count;) {
        const base::milliseconds wait = limiter.delay(kind, nse);
        if (wait == base::milliseconds(0)) {
            limiter.take(kind, nse);
            ++taken;
        } else {
            clock.advance(wait);
            passed += wait;
        }
    }
    return passed;
}

/// The same for the writes of several segments, mixed as in a book: what may leave passes what has to wait.
inline base::milliseconds takeMixed(net::RateLimiter &limiter, ManualClock &clock, std::vector<int> writes)
{
    base::milliseconds passed{0};
    while (true) {
        base::milliseconds wait = base::milliseconds::max();
        for (std::size_t i = 0; i < writes.size(); ++i) {
            const QString segment = QStringLiteral("S%1").arg(i);
            writes[i] -= takeNow(limiter, net::RequestClass::Write, std::min(writes[i], 1), segment);
            if (writes[i] > 0)
                wait = std::min(wait, limiter.delay(net::RequestClass::Write, segment));
        }
        if (wait == base::milliseconds::max())
            return passed;
        clock.advance(wait);
        passed += wait;
    }
}

/// A connection that polls at its own pace for an hour: 240 pending and 60 completed lists.
inline void idleForAnHour(net::RateLimiter &limiter, ManualClock &clock)
{
    for (int i = 0; i < 240; ++i) {
        clock.advance(base::seconds(15));
        limiter.take(net::RequestClass::Poll);
        if (i % 4 == 0)
            limiter.take(net::RequestClass::Poll);
    }
}

inline int used(const net::RateLimiter &limiter, base::seconds window)
{
    for (const net::WindowUse &use : limiter.use()) {
        if (use.length == window)
            return use.used;
    }
    return -1;
}

} // namespace support
