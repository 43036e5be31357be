// SPDX-License-Identifier: Apache-2.0
#include "practice/agenda.h"

#include <algorithm>
#include <vector>

namespace practice {

Agenda::Agenda(base::Clock &clock)
    : m_clock(clock)
    , m_timer(clock, [this] { run(); })
{
}

void Agenda::after(base::milliseconds delay, std::function<void()> action)
{
    m_actions.emplace(m_clock.monotonic() + std::max(delay, base::milliseconds(0)), std::move(action));
    arm();
}

void Agenda::run()
{
    // What an action adds waits for the next turn, or an action that repeats itself would never let go.
    std::vector<std::function<void()>> due;
    const auto end = m_actions.upper_bound(m_clock.monotonic());
    for (auto action = m_actions.begin(); action != end; ++action)
        due.push_back(std::move(action->second));
    m_actions.erase(m_actions.begin(), end);
    for (const auto &action : due)
        action();
    arm();
}

void Agenda::arm()
{
    if (m_actions.empty()) {
        m_timer.stop();
        return;
    }
    const base::MonoTime wait = m_actions.begin()->first - m_clock.monotonic();
    m_timer.start(std::max(std::chrono::ceil<base::milliseconds>(wait), base::milliseconds(0)));
}

} // namespace practice
