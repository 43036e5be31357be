// SPDX-License-Identifier: Apache-2.0
// What is filled, and what the venue takes back: busts, orders that live again, fills after a cancel. Another
// part of sim_market.cpp.
#include "sim_market.h"

namespace simulation {

using namespace Qt::StringLiterals;
using orders::OrderState;

void SimMarket::fill(SimOrder &order, int quantity)
{
    order.filled += quantity;
    m_executions.push_back({order.number, quantity, m_days});
}

// The youngest executions go first.
void SimMarket::takeFillBack(SimOrder &order, int quantity)
{
    order.filled -= quantity;
    order.hiddenFill = 0;
    for (auto each = m_executions.rbegin(); each != m_executions.rend() && quantity > 0; ++each) {
        if (each->order != order.number)
            continue;
        const int part = std::min(each->quantity, quantity);
        each->quantity -= part;
        quantity -= part;
    }
}

// The next revision is the one that says so.
void SimMarket::noteTakenBack(SimOrder &order)
{
    ++order.takenBack;
    order.takenBackRow = order.revisions.size();
}

void SimMarket::reopen(SimOrder &order)
{
    noteTakenBack(order);
    order.hiddenFill = 0;
    become(order, OrderState::Open);
}

QString SimMarket::liveAfterEnd()
{
    for (int tries = 0; tries < 12; ++tries) {
        SimOrder &order = at(m_dice.below(count()));
        const bool isReal = !order.isAlive() && order.isListed && !order.exchangeId.isEmpty();
        if (!isReal || order.successor >= 0)
            continue;
        const int what = m_dice.below(3);
        if (what == 0 && !order.isWhole()) {
            reopen(order);
            return u"order %1 lives again"_s.arg(order.number);
        }
        if (what == 1 && order.filled > 0 && order.hasMarker)
            return bust(order);
        if (what == 2 && order.state == OrderState::Cancelled && !order.isWhole())
            return fillLate(order);
    }
    return u"nothing is taken back"_s;
}

QString SimMarket::fillLate(SimOrder &order)
{
    const int left = order.quantity - order.filled;
    const int more = m_dice.chance(300) ? left : m_dice.between(1, left);
    fill(order, more);
    const bool isHidden = m_dice.chance(600);
    if (!isHidden) {
        order.hiddenFill = 0;
        changed(order);
        return u"order %1 fills after its cancel"_s.arg(order.number);
    }
    order.hiddenFill += more;
    if (m_listener)
        m_listener(order.number);
    return u"order %1 fills after its cancel, and its row keeps still"_s.arg(order.number);
}

// What was filled to the last is cancelled for the rest, or lives again.
QString SimMarket::bust(SimOrder &order)
{
    takeFillBack(order, m_dice.between(1, order.filled));
    noteTakenBack(order);
    if (order.state == OrderState::Filled)
        order.state = m_dice.chance(500) ? OrderState::Open : OrderState::Cancelled;
    else if (!order.isAlive() && m_dice.chance(200))
        order.state = OrderState::Open;
    changed(order);
    return u"order %1 loses a fill"_s.arg(order.number);
}

std::vector<orders::Trade> SimMarket::trades() const
{
    std::vector<orders::Trade> trades;
    for (std::size_t i = 0; i < m_executions.size(); ++i) {
        const Execution &each = m_executions[i];
        if (each.day != m_days || each.quantity == 0)
            continue;
        const SimOrder &order = this->order(each.order);
        auto named = std::make_shared<orders::Order>();
        named->key = order.fixed.key;
        named->key.leg.clear(); // no trade tells of it
        named->orderId = order.fixed.orderId;
        named->exchangeOrderId = order.exchangeId;
        named->exchange = order.fixed.exchange;
        named->instrument = order.fixed.instrument;
        named->side = order.fixed.side;
        if (m_plan.tradesHaveTimes)
            named->placedAt = order.fixed.placedAt;
        else
            named->key.day = 0;
        trades.push_back({QString::number(i + 1), each.quantity, std::move(named)});
    }
    return trades;
}

} // namespace simulation
