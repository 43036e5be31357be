// SPDX-License-Identifier: Apache-2.0
#include "tour_wait.h"

namespace app {

namespace {
constexpr base::milliseconds lookEvery{100};
}

TourWait::TourWait(base::Clock &clock) : m_clock(clock), m_timer(clock, [this] { look(); }) {}

void TourWait::until(std::function<bool()> holds, base::milliseconds patience, std::function<void(bool)> done)
{
    m_holds = std::move(holds);
    m_done = std::move(done);
    m_end = m_clock.monotonic() + patience;
    m_timer.start(base::milliseconds(0));
}

void TourWait::look()
{
    if (!m_holds)
        return;
    const bool isTrue = m_holds();
    if (!isTrue && m_clock.monotonic() < m_end)
        return m_timer.start(lookEvery);
    m_timer.stop();
    m_holds = nullptr;
    const auto done = std::exchange(m_done, nullptr);
    done(isTrue);
}

} // namespace app
