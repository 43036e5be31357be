// SPDX-License-Identifier: Apache-2.0
// Foretells when cancels could leave, one after the other, if nothing else were sent. Made by RateLimiter for
// its estimates; changes nothing.
#pragma once

#include "base/clock.h"

#include <deque>
#include <vector>

namespace net {

class WriteForecast
{
public:
    /// No two writes closer than `pace`, the first one not before `start`.
    WriteForecast(base::MonoTime start, base::MonoTime pace);
    /// At most `limit` within `length`; `times` are those that have left already, oldest first.
    void addWindow(base::seconds length, int limit, std::deque<base::MonoTime> times);

    /// When the next write could leave. A window without any room is taken to have room for one.
    [[nodiscard]] base::MonoTime next();

private:
    struct Window
    {
        base::seconds length;
        std::size_t limit;
        std::deque<base::MonoTime> times;
    };
    base::MonoTime m_next;
    base::MonoTime m_pace;
    std::vector<Window> m_windows;
};

} // namespace net
