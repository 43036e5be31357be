// SPDX-License-Identifier: Apache-2.0
// The model's watch over what is over: ends and fills that the venue takes back, fills that only the trades
// tell of, and the alarms that are due for them (R11). Another part of sim_model.cpp.
#include "sim_model.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::Ticket;
using cancel::TicketPtr;
using cancel::TicketState;
using orders::OrderPtr;
using orders::OrderState;

namespace {

constexpr base::MonoTime newsFrom = 5s; // a read begun earlier after an end may be of an older list
constexpr int readsThatTell = 2;

OrderPtr rowOf(const orders::Listing &listing, const SimOrder &order)
{
    orders::OrderKey key = order.fixed.key;
    for (const QString &twin : {QString(), order.exchangeId}) {
        key.twin = twin;
        const OrderPtr row = listing.find(key);
        if (row && SimMarket::numberOf(*row) == order.number)
            return row;
    }
    return nullptr;
}

bool isSinceTakenBack(const SimOrder &order, const orders::Order &row)
{
    return std::any_of(order.revisions.begin() + static_cast<std::ptrdiff_t>(order.takenBackRow),
                       order.revisions.end(),
                       [&](const OrderPtr &revision) { return revision->marker == row.marker; });
}

} // namespace

void SimModel::watchTakenBack(int number)
{
    const SimOrder &order = m_market.order(number);
    if (order.takenBack == 0 || !order.isAlive()) {
        m_takenBack.erase(number);
        return;
    }
    TakenBack &watch = m_takenBack[number];
    if (std::exchange(watch.times, order.takenBack) != order.takenBack)
        watch = {order.takenBack, {}, {}};
}

void SimModel::seeTakenBack(const orders::Listing &listing)
{
    for (auto &[number, watch] : m_takenBack) {
        const SimOrder &order = m_market.order(number);
        const OrderPtr row = rowOf(listing, order);
        if (!row || row->state == OrderState::BeingCancelled)
            continue;
        if (isSinceTakenBack(order, *row)) {
            if (row->isAlive())
                watch.atHand.push_back(listing.began);
        } else if (row->isAlive()) {
            watch.reads.clear(); // a list from before: the two that tell stand side by side
            watch.atHand.clear();
        }
    }
}

void SimModel::forgetReads()
{
    for (auto &[order, watch] : m_takenBack)
        watch = {watch.times, {}, {}};
}

bool SimModel::hasBeenShown(const Known &known) const
{
    const SimOrder &order = m_market.order(known.order);
    if (order.takenBack == 0)
        return true;
    if (m_wasDaySetBack || !isOfToday(*known.last, m_latestDay))
        return false; // what is over is watched to the end of its day
    const auto watch = m_takenBack.find(known.order);
    if (watch == m_takenBack.end())
        return false; // it is over again, in some way
    std::set<base::MonoTime> late; // two that began at one moment are one
    for (const base::MonoTime began : watch->second.reads) {
        if (began >= known.ended + newsFrom)
            late.insert(began);
    }
    // And one that began before an event that was told counts no more after it.
    return late.size() > static_cast<std::size_t>(readsThatTell);
}

void SimModel::checkCorrection(Known &known, const Ticket &before)
{
    const Ticket &now = *known.last;
    const bool wasOver = cancel::isFinal(before.state);
    // Of an order that ended by itself the fills are no news of the cancel's (lifecycle.md (b)).
    const bool endedByItself = before.state == TicketState::Ended && now.state == TicketState::Ended;
    if (wasOver && !endedByItself &&
        (now.state != before.state || now.latest->filled != before.latest->filled)) {
        m_tally.count("an end was corrected");
        known.owesAlarm = true;
        m_owing.push_back(&known);
    }
    if (!cancel::isFinal(now.state))
        return;
    const auto watch = m_takenBack.find(known.order);
    const bool isTold = watch != m_takenBack.end() && watch->second.reads.size() >= readsThatTell;
    // What was over when it was asked for may end by the very row that the person saw.
    if (!wasOver && isTold && now.asked->isAlive() && m_market.order(known.order).hasMarker)
        fail(known, u"by an old row, though two newer ones have shown the order alive"_s);
    known.ended = m_clock.monotonic();
}

void SimModel::alarmRaised(const TicketPtr &ticket)
{
    if (Known *known = m_byId.value(ticket->id, nullptr))
        known->owesAlarm = false;
}

// A clock that is set to the day before and on again leaves open which of the two a program watches.
void SimModel::watchCalendar()
{
    const std::int32_t today = orders::tradingDay(m_clock.wall());
    m_wasDaySetBack = m_wasDaySetBack || today < m_latestDay;
    m_latestDay = std::max(m_latestDay, today);
}

void SimModel::checkCorrections()
{
    watchCalendar();
    for (Known *known : std::exchange(m_owing, {})) {
        if (known->owesAlarm)
            fail(*known, u"was corrected without an alarm"_s);
    }
    for (auto &[number, watch] : m_takenBack) {
        watch.reads.insert(watch.reads.end(), watch.atHand.begin(), watch.atHand.end());
        watch.atHand.clear();
        if (static_cast<std::size_t>(number) >= m_byOrder.size())
            continue;
        for (const Known *known : m_byOrder[static_cast<std::size_t>(number)]) {
            if (cancel::isFinal(known->last->state) && hasBeenShown(*known))
                fail(*known, u"though two reads have shown that the order lives again"_s);
        }
    }
}

bool SimModel::hasProofs(std::int32_t today) const
{
    return std::any_of(m_known.begin(), m_known.end(), [&](const Known &each) {
        return each.last->state == TicketState::Proved && isOfToday(*each.last, today);
    });
}

void SimModel::checkBook(const std::vector<OrderPtr> &book)
{
    for (const OrderPtr &row : book) {
        const SimOrder &order = m_market.order(SimMarket::numberOf(*row));
        const bool isRight = row->isAlive() == order.isAlive() && !row->missingSince;
        // The book knows twins only while one list shows them side by side.
        if (!isRight && m_market.isVisible(order) && !m_market.hasTwin(order.number))
            fail(u"the book shows order %1 (%2) as %3"_s.arg(order.number)
                     .arg(orders::stateName(order.state), orders::stateName(row->state)));
    }
}

// After the last trades of the day have been read.
void SimModel::checkStatedFill(const Known &known)
{
    const Ticket &ticket = *known.last;
    const SimOrder &order = m_market.order(known.order);
    const bool canBeKnown = order.hiddenFill == 0 || order.filledBefore == 0;
    if (!m_market.isVisible(order) || !canBeKnown || m_wasDaySetBack)
        return;
    if (ticket.state == TicketState::Proved && ticket.latest->filled != base::Decimal(order.filled))
        fail(known,
             u"tells of %1 filled, and it is %2"_s.arg(ticket.latest->filled.toText()).arg(order.filled));
    if (ticket.state == TicketState::Proved && order.isWhole())
        fail(known, u"and all of it was filled"_s);
}

} // namespace simulation
