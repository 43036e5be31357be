// SPDX-License-Identifier: Apache-2.0
// Foretells when cancels could leave, one after the other, if nothing else were sent but the reads that prove
// them and look at their trades afterwards. Made by RateLimiter for its estimates; changes nothing.
#pragma once

#include "base/clock.h"

#include <optional>

#include <deque>
#include <vector>

namespace net {

class WriteForecast
{
public:
    /// No two writes closer than `pace`, the first one not before `start`.
    WriteForecast(base::MonoTime start, base::MonoTime pace);
    /// At most `limit` within `length`; `times` are those that have left already, oldest first. In a window
    /// that is for writes alone the reads are not counted.
    void addWindow(base::seconds length, int limit, bool forWritesAlone, std::deque<base::MonoTime> times);

    /// When the next write could leave. A window without any room is taken to have room for one.
    [[nodiscard]] base::MonoTime next();

private:
    struct Window
    {
        base::seconds length;
        std::size_t limit;
        bool forWritesAlone;
        std::deque<base::MonoTime> times;
    };
    void addReadsUntil(base::MonoTime end);
    void addReads(base::MonoTime time, int count);

    base::MonoTime m_next;
    base::MonoTime m_nextRead{0};
    base::MonoTime m_nextTrades{0};
    std::optional<base::MonoTime> m_lastWrite;
    base::MonoTime m_pace;
    std::vector<Window> m_windows;
};

} // namespace net
