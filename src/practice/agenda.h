// SPDX-License-Identifier: Apache-2.0
// Things to do later, in the order of their times (and of their asking, where times are equal), on one timer
// of a base::Clock. The market and the routes share one. What is put here must outlive the agenda or guard
// itself.
#pragma once

#include "base/clock.h"

#include <functional>
#include <map>

namespace practice {

class Agenda
{
public:
    explicit Agenda(base::Clock &clock);

    /// A delay of zero means the next turn of the event loop.
    void after(base::milliseconds delay, std::function<void()> action);
    [[nodiscard]] std::size_t size() const { return m_actions.size(); }

private:
    void run();
    void arm();

    base::Clock &m_clock;
    std::multimap<base::MonoTime, std::function<void()>> m_actions;
    base::Timer m_timer;
};

} // namespace practice
