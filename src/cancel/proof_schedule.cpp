// SPDX-License-Identifier: Apache-2.0
#include "cancel/proof_schedule.h"

#include <array>

namespace cancel {

using namespace std::chrono_literals;

namespace {

// The waits between the reads of a burst: 0, 0.5, 1, 2 and 4 s after the answer.
constexpr std::array<base::milliseconds, 5> burst = {0ms, 500ms, 500ms, 1000ms, 2000ms};
constexpr base::milliseconds steady = 2500ms;

} // namespace

ProofSchedule::ProofSchedule(base::Clock &clock, Ask ask, IsNeeded isNeeded)
    : m_ask(std::move(ask))
    , m_isNeeded(std::move(isNeeded))
    , m_timer(clock, [this] { fire(); })
{
}

void ProofSchedule::restart()
{
    const bool hasFreshBurst = m_timer.isActive() && m_step < static_cast<int>(burst.size());
    if (hasFreshBurst) {
        m_wantsRestart = true;
        return;
    }
    m_step = 0;
    m_wantsRestart = false;
    m_timer.start(burst[0]);
}

void ProofSchedule::stop()
{
    m_timer.stop();
    m_wantsRestart = false;
}

void ProofSchedule::fire()
{
    if (!m_isNeeded())
        return;
    // The open list tells what was refused and what lives on; the closed list tells what is over.
    const bool both = m_step == 0 || m_step % 3 == 2 || m_step == 4;
    m_ask(both ? Lists::Both : Lists::Closed);
    ++m_step;
    if (m_step == static_cast<int>(burst.size()) && m_wantsRestart) {
        m_wantsRestart = false;
        m_step = 1;
    }
    const auto step = static_cast<std::size_t>(m_step);
    m_timer.start(step < burst.size() ? burst[step] : steady);
}

} // namespace cancel
