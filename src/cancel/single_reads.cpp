// SPDX-License-Identifier: Apache-2.0
#include "cancel/single_reads.h"

#include <iterator>

namespace cancel {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostAnHour = 40;
constexpr int mostOfOldDay = 12;

base::MonoTime delayAfter(int asked)
{
    static constexpr base::MonoTime delays[] = {8s, 8s, 16s, 28s, 60s};
    return asked < static_cast<int>(std::size(delays)) ? delays[asked] : base::MonoTime(300s);
}

} // namespace

void SingleReads::begin(TrackedTicket &tracked) const
{
    tracked.singlesAsked = 0;
    tracked.nextSingle = m_clock.monotonic() + delayAfter(0);
}

bool SingleReads::isDue(const TrackedTicket &tracked) const
{
    return m_clock.monotonic() >= tracked.nextSingle &&
           !(tracked.ticket.isOldDay && tracked.singlesAsked >= mostOfOldDay);
}

bool SingleReads::take(TrackedTicket &tracked)
{
    const base::MonoTime now = m_clock.monotonic();
    while (!m_asked.empty() && m_asked.front() + 1h <= now)
        m_asked.pop_front();
    if (m_asked.size() >= mostAnHour)
        return false;
    m_asked.push_back(now);
    ++tracked.singlesAsked;
    tracked.nextSingle = now + delayAfter(tracked.singlesAsked);
    return true;
}

} // namespace cancel
