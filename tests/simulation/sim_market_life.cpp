// SPDX-License-Identifier: Apache-2.0
// What happens to the orders of a simulated venue by itself, and how they are shown: the other half of
// sim_market.cpp.
#include "sim_market.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::ListKind;
using orders::OrderPtr;
using orders::OrderState;

QString SimMarket::live()
{
    if (m_dice.chance(250)) {
        place();
        return u"order %1 comes"_s.arg(count() - 1);
    }
    if (m_dice.chance(m_plan.takenBack))
        return liveAfterEnd();
    for (int tries = 0; tries < 8; ++tries) {
        SimOrder &order = at(m_dice.below(count()));
        if (order.isAlive() && order.isListed)
            return u"order %1 %2"_s.arg(order.number).arg(liveOn(order));
    }
    return u"nothing happens"_s;
}

QString SimMarket::liveOn(SimOrder &order)
{
    const int what = m_dice.below(100);
    if (what < 25 && order.filled + 1 < order.quantity) {
        fill(order, 1 + m_dice.below(order.quantity - order.filled - 1));
        changed(order);
        return u"fills in part"_s;
    }
    if (what < 45) {
        fill(order, order.quantity - order.filled);
        become(order, OrderState::Filled);
        return u"fills"_s;
    }
    if (what < 60) {
        const bool losesFill = order.filled > 0 && order.hasMarker && m_dice.chance(m_plan.takenBack);
        return losesFill ? bust(order) : changeTerms(order);
    }
    if (what < 70) {
        finishCancel(order.number);
        return u"is cancelled by another"_s;
    }
    if (what < 75) {
        become(order, m_dice.chance(500) ? OrderState::Rejected : OrderState::Expired);
        return u"ends"_s;
    }
    if (what < 85) {
        order.hiddenUntil = m_agenda.now() + (m_dice.chance(800) ? base::seconds(10) : base::seconds(3600));
        return u"vanishes"_s;
    }
    if (what < 90 && order.fixed.leg.isEmpty()) {
        replace(order);
        return u"is replaced by another"_s;
    }
    become(order, m_dice.chance(500) ? OrderState::InFlight : OrderState::Unknown);
    return u"is between us and the exchange"_s;
}

QString SimMarket::changeTerms(SimOrder &order)
{
    if (order.exchangeId.isEmpty()) {
        order.exchangeId = QString::number(1'200'000'000'000LL + order.number);
        order.hasMarker = m_dice.chance(700);
    } else if (m_dice.chance(500)) {
        order.price += m_dice.between(1, 9);
    } else {
        order.quantity = std::max(order.filled + 1, order.quantity + m_dice.between(-9, 9));
    }
    if (order.state != OrderState::BeingCancelled)
        order.state = OrderState::Open;
    changed(order);
    return u"changes its terms"_s;
}

void SimMarket::replace(SimOrder &order)
{
    orders::Order next = order.fixed;
    const orders::Order fresh = newEntry();
    next.orderId = fresh.orderId;
    next.key = fresh.key;
    next.placedAt = fresh.placedAt;
    next.replacedOrderId = order.fixed.orderId;
    SimOrder &successor = add(next);
    successor.quantity = order.quantity - order.filled;
    order.successor = successor.number;
    changed(successor);
    become(order, OrderState::Cancelled);
}

void SimMarket::turnDay(base::WallTime morning)
{
    m_opening = morning;
    m_openedAt = m_agenda.now();
    m_nextId = 0;
    ++m_days;
    m_ofYesterday = count();
    for (SimOrder &order : m_orders) {
        order.filledBefore = order.filled;
        if (!order.isListed || (order.isAlive() && order.isCarried))
            continue;
        if (order.isAlive())
            become(order, OrderState::Expired);
        // Some of yesterday stay in the list of what is done, under ids that today's orders have too.
        order.isListed = m_dice.chance(100);
    }
    for (int i = 0; i < m_plan.orders / 3; ++i)
        place();
}

void SimMarket::showEverything()
{
    for (SimOrder &order : m_orders)
        order.hiddenUntil = base::MonoTime(0);
}

bool SimMarket::isVisible(const SimOrder &order) const
{
    return order.isListed && order.hiddenUntil <= m_agenda.now();
}

std::vector<OrderPtr> SimMarket::rows(ListKind kind) const
{
    std::vector<OrderPtr> rows;
    for (const SimOrder &order : m_orders) {
        if (order.isAlive() == (kind != ListKind::Completed) && isVisible(order))
            rows.push_back(order.revisions.back());
    }
    return rows;
}

std::vector<OrderPtr> SimMarket::revisions(const QString &orderId) const
{
    std::vector<OrderPtr> rows;
    const auto [first, last] = m_byId.equal_range(orderId);
    for (auto each = first; each != last; ++each) {
        const SimOrder &order = this->order(each->second);
        rows.insert(rows.end(), order.revisions.rbegin(), order.revisions.rend());
    }
    return rows;
}

std::vector<OrderPtr> SimMarket::history(const QString &orderId) const
{
    std::vector<OrderPtr> rows = revisions(orderId);
    if (m_plan.historyHasTimes)
        return rows;
    for (OrderPtr &row : rows) {
        auto untimed = std::make_shared<orders::Order>(*row);
        untimed->placedAt.reset();
        row = std::move(untimed);
    }
    return rows;
}

QStringList SimMarket::story(int number) const
{
    const SimOrder &order = this->order(number);
    QStringList lines{u"order %1: id %2 leg '%3' exchange id %4 day %5, %6%7"_s.arg(number)
                          .arg(order.fixed.orderId, order.fixed.leg, order.exchangeId)
                          .arg(order.fixed.key.day)
                          .arg(order.fixed.symbol, isVisible(order) ? QString() : u", not shown"_s)};
    for (const OrderPtr &row : order.revisions)
        lines << u"  %1, filled %2 of %3 at %4, marker %5"_s.arg(row->venueStatus, row->filled.toText(),
                                                                 row->quantity.toText(), row->price.toText(),
                                                                 row->marker.reference);
    for (const Arrival &arrival : m_arrivals) {
        if (arrival.order == number)
            lines << u"  hand-over %1 arrived at %2 ms"_s.arg(arrival.handOver)
                         .arg(std::chrono::duration_cast<base::milliseconds>(arrival.at).count());
    }
    return lines;
}

} // namespace simulation
