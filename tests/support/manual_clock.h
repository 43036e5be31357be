// SPDX-License-Identifier: Apache-2.0
// A clock that a test turns by hand. Timers fire inside advance(), in the order of their times.
#pragma once

#include "base/clock.h"

#include <map>

namespace support {

class ManualClock final : public base::Clock
{
public:
    [[nodiscard]] base::WallTime wall() const override { return m_wall; }
    [[nodiscard]] base::MonoTime monotonic() const override { return m_monotonic; }
    [[nodiscard]] base::MonoTime sinceBoot() const override { return m_monotonic + m_slept; }

    /// Both clocks go on; whatever falls due on the way is called, later timers it starts included.
    void advance(base::milliseconds time)
    {
        const base::MonoTime end = m_monotonic + time;
        while (!m_timers.empty() && m_timers.begin()->first.first <= end) {
            const auto first = m_timers.begin();
            move(std::max(first->first.first, m_monotonic) - m_monotonic);
            const auto callback = std::move(first->second);
            m_timers.erase(first);
            callback();
        }
        move(end - m_monotonic);
    }

    void setWall(base::WallTime wall) { m_wall = wall; }
    /// The machine slept: the wall clock and sinceBoot went on, monotonic stood still.
    void sleep(base::milliseconds time)
    {
        m_slept += time;
        m_wall += time;
    }
    /// The program stood still: all clocks went on and no timer was served. advance() serves them late.
    void stall(base::milliseconds time) { move(time); }
    [[nodiscard]] std::size_t timerCount() const { return m_timers.size(); }

private:
    TimerId start(base::milliseconds delay, std::function<void()> callback) override
    {
        m_timers.emplace(std::pair(m_monotonic + std::max(delay, base::milliseconds(0)), ++m_last),
                         std::move(callback));
        return m_last;
    }

    void stop(TimerId id) override
    {
        std::erase_if(m_timers, [id](const auto &timer) { return timer.first.second == id; });
    }

    void move(base::MonoTime by)
    {
        m_monotonic += by;
        m_rest += by;
        const auto whole = std::chrono::duration_cast<base::milliseconds>(m_rest);
        m_wall += whole;
        m_rest -= whole;
    }

    base::WallTime m_wall{base::milliseconds(1'710'480'600'000)}; // 2024-03-15 11:00:00 in India
    base::MonoTime m_monotonic{base::seconds(1000)};
    base::MonoTime m_slept{0};
    base::MonoTime m_rest{0};
    std::map<std::pair<base::MonoTime, TimerId>, std::function<void()>> m_timers;
    TimerId m_last = 0;
};

} // namespace support
