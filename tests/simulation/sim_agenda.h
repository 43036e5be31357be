// SPDX-License-Identifier: Apache-2.0
// What will happen in the simulated world, by the clock that the test turns: requests arrive, answers come
// back, the exchange gets round to a cancel. It goes on while no program runs.
#pragma once

#include "base/clock.h"

#include <functional>
#include <map>

namespace simulation {

class Agenda
{
public:
    explicit Agenda(base::Clock &clock)
        : m_clock(clock)
        , m_timer(clock, [this] { serve(); })
    {
    }

    [[nodiscard]] base::MonoTime now() const { return m_clock.monotonic(); }
    void in(base::milliseconds delay, std::function<void()> what)
    {
        const auto at = m_entries.emplace(now() + delay, std::move(what));
        if (at == m_entries.begin() && !m_isServing)
            m_timer.start(delay);
    }

private:
    void serve()
    {
        m_isServing = true;
        while (!m_entries.empty() && m_entries.begin()->first <= now()) {
            const auto what = std::move(m_entries.begin()->second);
            m_entries.erase(m_entries.begin());
            what();
        }
        m_isServing = false;
        if (!m_entries.empty())
            m_timer.start(std::chrono::ceil<base::milliseconds>(m_entries.begin()->first - now()));
    }

    base::Clock &m_clock;
    std::multimap<base::MonoTime, std::function<void()>> m_entries;
    base::Timer m_timer;
    bool m_isServing = false;
};

} // namespace simulation
