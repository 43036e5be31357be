// SPDX-License-Identifier: Apache-2.0
#include "cancel/stall_watch.h"

namespace cancel {

using namespace std::chrono_literals;

namespace {

constexpr base::MonoTime longestGap = 10s;
constexpr base::MonoTime longestSleep = 2s;

} // namespace

StallWatch::StallWatch(const base::Clock &clock)
    : m_clock(clock)
    , m_lastBeat(clock.monotonic())
    , m_slept(sleptSoFar())
{
}

void StallWatch::restart()
{
    m_lastBeat = m_clock.monotonic();
    m_slept = sleptSoFar();
}

bool StallWatch::hasStoodStill()
{
    const bool stood = m_clock.monotonic() - m_lastBeat > longestGap || sleptSoFar() - m_slept > longestSleep;
    restart();
    return stood;
}

base::MonoTime StallWatch::sleptSoFar() const
{
    return m_clock.sinceBoot() - m_clock.monotonic();
}

} // namespace cancel
