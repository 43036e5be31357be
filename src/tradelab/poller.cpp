// SPDX-License-Identifier: Apache-2.0
#include "tradelab/poller.h"

#include <algorithm>

namespace tradelab {

using namespace std::chrono_literals;

Poller::Poller(base::Clock &clock, const Dialect &dialect, Ask ask)
    : m_dialect(dialect)
    , m_ask(std::move(ask))
    , m_pending(clock, [this] { askPending(); })
    , m_completed(clock, [this] { askCompleted(); })
{
}

void Poller::setOn(bool on)
{
    m_isOn = on;
    restart();
}

void Poller::setSuspended(bool suspended)
{
    m_isSuspended = suspended;
    restart();
}

void Poller::restart()
{
    m_pending.stop();
    m_completed.stop();
    if (!m_isOn || m_isSuspended)
        return;
    m_pending.start(slowed(m_dialect.pendingEvery));
    m_completed.start(slowed(m_dialect.completedEvery));
}

void Poller::askPending()
{
    m_pending.start(slowed(m_dialect.pendingEvery));
    m_ask(orders::ListKind::Pending);
}

void Poller::askCompleted()
{
    m_completed.start(slowed(m_dialect.completedEvery));
    m_ask(orders::ListKind::Completed);
}

base::milliseconds Poller::slowed(base::seconds interval) const
{
    const base::milliseconds longest = std::max<base::milliseconds>(60s, interval);
    return std::min<base::milliseconds>(interval * (1 << std::min(m_failures / 2, 6)), longest);
}

} // namespace tradelab
