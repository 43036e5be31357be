// SPDX-License-Identifier: Apache-2.0
#include "cancel/stall_watch.h"

namespace cancel {

using namespace std::chrono_literals;

namespace {

constexpr base::MonoTime longestGap = 10s;
constexpr base::MonoTime longestSleep = 2s;
constexpr base::milliseconds leastWallStep = 2s;

} // namespace

StallWatch::StallWatch(const base::Clock &clock)
    : m_clock(clock)
    , m_lastBeat(clock.monotonic())
    , m_slept(sleptSoFar())
    , m_wallAhead(wallAhead())
{
}

void StallWatch::restart()
{
    m_lastBeat = m_clock.monotonic();
    m_slept = sleptSoFar();
}

base::milliseconds StallWatch::takeWallStep()
{
    const base::milliseconds now = wallAhead();
    const base::milliseconds step = now - std::exchange(m_wallAhead, now);
    return step > leastWallStep || step < -leastWallStep ? step : base::milliseconds(0);
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

base::milliseconds StallWatch::wallAhead() const
{
    return m_clock.wall().time_since_epoch() -
           std::chrono::duration_cast<base::milliseconds>(m_clock.sinceBoot());
}

} // namespace cancel
