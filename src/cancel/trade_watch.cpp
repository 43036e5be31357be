// SPDX-License-Identifier: Apache-2.0
#include "cancel/trade_watch.h"

#include "orders/order_key.h"

#include <algorithm>
#include <utility>

namespace cancel {

using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds afterProof = 30s;
constexpr base::milliseconds afterClose = 5min;
constexpr base::milliseconds firstPatience = 30s;
constexpr base::milliseconds longestPatience = 15min;
constexpr base::milliseconds longestNap = 60s; // the wall clock may be set, and the machine may sleep

} // namespace

TradeWatch::TradeWatch(base::Clock &clock, Ask ask, CloseAfter closeAfter)
    : m_clock(clock)
    , m_ask(std::move(ask))
    , m_closeAfter(std::move(closeAfter))
    , m_timer(clock, [this] { check(); })
    , m_patience(firstPatience)
{
}

void TradeWatch::noteProof()
{
    m_lastDue = m_clock.monotonic() + afterProof;
    m_lastProof = m_clock.wall();
    becomeUrgent(m_lastDue);
    if (!m_due)
        m_due = m_lastDue;
    if (!m_closeDue)
        m_closeDue = dueAfterClose(m_clock.wall());
    arm();
}

void TradeWatch::noteRead(base::MonoTime began)
{
    m_patience = firstPatience;
    m_notBefore = base::MonoTime(0);
    if (m_due)
        m_due = began >= m_lastDue ? std::nullopt : std::optional(m_lastDue);
    const auto age = std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - began);
    const base::WallTime asked = m_clock.wall() - age;
    if (m_closeDue && asked >= *m_closeDue) {
        const auto next = dueAfterClose(asked);
        const bool isToday = next && orders::tradingDay(*next) == orders::tradingDay(m_lastProof);
        m_closeDue = isToday ? next : std::nullopt;
        m_isCloseTold = false;
    }
    arm();
}

void TradeWatch::becomeUrgent(base::MonoTime from)
{
    m_patience = firstPatience;
    m_notBefore = std::min(m_notBefore, from);
}

std::optional<base::WallTime> TradeWatch::dueAfterClose(base::WallTime time) const
{
    const auto close = m_closeAfter(time);
    return close ? std::optional(*close + afterClose) : std::nullopt;
}

void TradeWatch::check()
{
    const base::MonoTime now = m_clock.monotonic();
    const bool isAfterClose = m_closeDue && m_clock.wall() >= *m_closeDue;
    if (isAfterClose && !std::exchange(m_isCloseTold, true))
        becomeUrgent(now); // whatever became of the questions before
    const bool isDue = (m_due && now >= *m_due) || isAfterClose;
    if (isDue && now >= m_notBefore) {
        m_notBefore = now + m_patience;
        m_patience = std::min(2 * m_patience, longestPatience);
        m_ask();
    }
    arm();
}

void TradeWatch::arm()
{
    if (!m_due && !m_closeDue)
        return m_timer.stop();
    const base::MonoTime now = m_clock.monotonic();
    base::milliseconds nap = longestNap;
    if (m_due)
        nap = std::min(nap, std::chrono::ceil<base::milliseconds>(*m_due - now));
    if (m_closeDue)
        nap = std::min(nap, std::chrono::ceil<base::milliseconds>(*m_closeDue - m_clock.wall()));
    nap = std::max({nap, std::chrono::ceil<base::milliseconds>(m_notBefore - now), 0ms});
    m_timer.start(std::min(nap, longestNap));
}

} // namespace cancel
