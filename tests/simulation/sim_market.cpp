// SPDX-License-Identifier: Apache-2.0
#include "sim_market.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::ListKind;
using orders::Order;
using orders::OrderPtr;
using orders::OrderState;

namespace {

constexpr int firstId = 20'000'000;

QString wordFor(const SimOrder &order)
{
    switch (order.state) {
    case OrderState::Open:
        return order.isCancelRejected ? u"CANCEL_REJECTED"_s : u"CONFIRMED"_s;
    case OrderState::BeingCancelled:
        return u"CANCEL_PENDING"_s;
    case OrderState::InFlight:
        return u"OPEN_PENDING"_s;
    case OrderState::Cancelled:
        return u"CANCEL_CONFIRMED"_s;
    case OrderState::Filled:
        return u"COMPLETE"_s;
    case OrderState::Rejected:
        return u"REJECTED"_s;
    case OrderState::Expired:
        return u"EXPIRED"_s;
    case OrderState::Unknown:
        return u"ODD_WORD"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

SimMarket::SimMarket(Agenda &agenda, Dice &dice, const DayPlan &plan, base::WallTime opening)
    : m_agenda(agenda)
    , m_dice(dice)
    , m_plan(plan)
    , m_opening(opening)
    , m_openedAt(agenda.now())
{
}

base::WallTime SimMarket::now() const
{
    return m_opening + std::chrono::duration_cast<base::milliseconds>(m_agenda.now() - m_openedAt);
}

int SimMarket::numberOf(const Order &row)
{
    return row.clientOrderId.mid(1).toInt();
}

int SimMarket::find(const QString &orderId, const QString &leg, const QString &exchangeId) const
{
    int found = -1;
    const auto [first, last] = m_byId.equal_range(orderId);
    for (auto each = first; each != last; ++each) {
        const SimOrder &order = this->order(each->second);
        const bool isIt = order.isListed && order.fixed.leg == leg &&
                          (exchangeId.isEmpty() || order.exchangeId == exchangeId);
        if (isIt)
            found = std::max(found, order.number);
    }
    return found;
}

bool SimMarket::isReplaced(int number) const
{
    const auto [first, last] = m_byId.equal_range(order(number).fixed.orderId);
    return std::any_of(first, last, [&](const auto &each) { return order(each.second).successor >= 0; });
}

bool SimMarket::hasTwin(int number) const
{
    const orders::OrderKey &key = order(number).fixed.key;
    const auto [first, last] = m_byId.equal_range(key.orderId);
    return std::any_of(first, last, [&](const auto &each) {
        return each.second != number && order(each.second).fixed.key == key;
    });
}

Order SimMarket::newEntry()
{
    static const std::array symbols = {u"IDEA-EQ"_s, u"SBIN-EQ"_s, u"TATASTEEL-EQ"_s, u"INFY-EQ"_s};
    static const std::array exchanges = {u"NSE"_s, u"NSE"_s, u"BSE"_s, u"NFO"_s};
    static const QString account = QString::fromLatin1(simAccount);
    Order row;
    const int symbol = m_dice.below(static_cast<int>(symbols.size()));
    row.symbol = symbols.at(static_cast<std::size_t>(symbol));
    row.exchange = m_dice.oneOf(exchanges);
    row.segment = row.exchange;
    row.instrument = QString::number(14366 + symbol);
    row.connection = u"sim"_s;
    row.account = u"SIM"_s;
    row.kind = u"REGULAR"_s;
    row.product = m_dice.chance(500) ? u"MIS"_s : u"CNC"_s;
    row.orderType = u"LIMIT"_s;
    row.validity = u"DAY"_s;
    row.side = m_dice.chance(500) ? orders::Side::Buy : orders::Side::Sell;
    row.sideText = row.side == orders::Side::Buy ? u"BUY"_s : u"SELL"_s;
    row.currency = u"INR"_s;
    row.placedAt = std::chrono::floor<base::seconds>(now());
    // Ids begin anew each morning.
    row.orderId = QString::number(++m_nextId + firstId);
    if (const SimOrder *before = ofYesterday(row.orderId)) {
        row.symbol = before->fixed.symbol;
        row.instrument = before->fixed.instrument;
        row.exchange = before->fixed.exchange;
        row.segment = before->fixed.segment;
        row.product = before->fixed.product;
        row.side = before->fixed.side;
        row.sideText = before->fixed.sideText;
    }
    row.key = {account, orders::tradingDay(*row.placedAt), row.orderId, {}, {}};
    return row;
}

// The same person may want the same thing day after day, and it gets the same id: nothing but the day tells
// the two apart.
const SimOrder *SimMarket::ofYesterday(const QString &orderId, const QString &leg) const
{
    const auto [first, last] = m_byId.equal_range(orderId);
    const SimOrder *found = nullptr;
    for (auto each = first; each != last && m_plan.isSameDaily; ++each) {
        const SimOrder &order = this->order(each->second);
        if (order.number < m_ofYesterday && order.fixed.leg == leg &&
            (!found || order.number > found->number))
            found = &order;
    }
    return found;
}

SimOrder &SimMarket::add(const Order &fixed)
{
    SimOrder &order = m_orders.emplace_back();
    order.number = count() - 1;
    order.fixed = fixed;
    order.fixed.clientOrderId = u'c' + QString::number(order.number);
    order.exchangeId = QString::number(1'100'000'000'000LL + order.number);
    order.quantity = m_dice.between(1, 20) * 10;
    order.price = m_dice.between(10, 5000);
    order.hasMarker = !m_dice.chance(m_plan.odd / 3);
    order.isCarried = m_dice.chance(200);
    if (const SimOrder *before = ofYesterday(fixed.orderId, fixed.leg))
        order.quantity = before->quantity;
    m_byId.emplace(fixed.orderId, order.number);
    return order;
}

void SimMarket::place()
{
    const SimOrder *before = ofYesterday(QString::number(m_nextId + 1 + firstId));
    if (before && before->fixed.kind == "AMO"_L1)
        return placeAfterMarket();
    if (m_dice.chance(m_plan.odd)) {
        const int which = m_dice.below(3);
        if (which == 0)
            return placeWithLegs();
        return which == 1 ? placeTwins() : placeAfterMarket();
    }
    changed(add(newEntry()));
}

void SimMarket::placeWithLegs()
{
    Order row = newEntry();
    row.kind = m_dice.chance(500) ? u"BO"_s : u"CO"_s;
    row.leg = u"ENTRY"_s;
    row.key.leg = row.leg;
    SimOrder &entry = add(row);
    changed(entry);
    for (const QString &leg : {u"SECOND"_s, u"THIRD"_s}) {
        row.leg = leg;
        row.key.leg = leg;
        row.orderType = leg == u"SECOND"_s ? u"SL"_s : u"LIMIT"_s;
        row.side = entry.fixed.side == orders::Side::Buy ? orders::Side::Sell : orders::Side::Buy;
        row.sideText = row.side == orders::Side::Buy ? u"BUY"_s : u"SELL"_s;
        SimOrder &added = add(row);
        added.entry = entry.number;
        added.quantity = entry.quantity;
        entry.legs.push_back(added.number);
        changed(added);
    }
}

// Two orders that the exchange's ids alone tell apart.
void SimMarket::placeTwins()
{
    Order row = newEntry();
    SimOrder &first = add(row);
    if (m_dice.chance(500)) {
        row.symbol += u"-2"_s;
        row.instrument += u'2';
    }
    SimOrder &second = add(row);
    changed(first);
    changed(second);
}

void SimMarket::placeAfterMarket()
{
    Order row = newEntry();
    row.kind = u"AMO"_s;
    SimOrder &order = add(row);
    order.exchangeId.clear();
    order.hasMarker = false;
    order.isCarried = true;
    changed(order);
}

// Makes the row that the lists show from now on.
void SimMarket::changed(SimOrder &order)
{
    auto row = std::make_shared<Order>(order.fixed);
    row->state = order.state;
    row->venueStatus = wordFor(order);
    row->exchangeOrderId = order.exchangeId;
    row->isCancelRejected = order.isCancelRejected;
    row->quantity = order.quantity;
    row->filled = order.shownFill();
    row->price = order.price;
    if (order.hasMarker)
        row->marker.reference = QString::number(++m_lastMarker);
    row->marker.content =
        qHashMulti(0, row->venueStatus, order.shownFill(), order.quantity, order.price, order.exchangeId);
    row->effect = orders::effectOf(*row, false);
    order.revisions.push_back(std::move(row));
    if (m_listener)
        m_listener(order.number);
}

void SimMarket::become(SimOrder &order, OrderState state)
{
    order.state = state;
    order.isCancelRejected = false;
    changed(order);
}

void SimMarket::logArrival(int handOver, int order)
{
    m_arrivals.push_back({handOver, order, m_agenda.now()});
    if (order >= 0)
        ++at(order).arrivals;
}

void SimMarket::cancel(int number)
{
    if (!order(number).isAlive())
        return;
    if (m_dice.chance(600))
        return finishCancel(number);
    if (order(number).state != OrderState::BeingCancelled)
        become(at(number), OrderState::BeingCancelled);
    m_agenda.in(m_dice.time(20, 3000), [this, number] {
        SimOrder &order = at(number);
        if (!order.isAlive())
            return;
        const int what = m_dice.below(100);
        if (what < 84)
            return finishCancel(number);
        if (what < 92) {
            fill(order, order.quantity - order.filled);
            return become(order, OrderState::Filled);
        }
        rejectCancel(number);
    });
}

void SimMarket::finishCancel(int number)
{
    become(at(number), OrderState::Cancelled);
    for (const int leg : order(number).legs) {
        // Now and then a leg is left behind.
        if (order(leg).isAlive() && !m_dice.chance(60))
            become(at(leg), OrderState::Cancelled);
    }
}

void SimMarket::rejectCancel(int number)
{
    SimOrder &order = at(number);
    if (!order.isAlive())
        return;
    order.state = OrderState::Open;
    order.isCancelRejected = true;
    changed(order);
    if (m_rejectListener)
        m_rejectListener(number);
}

} // namespace simulation
