// SPDX-License-Identifier: Apache-2.0
#include "practice/market.h"

#include "practice/market_time.h"

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

Market::Market(const BrokerProfile &profile, base::Clock &clock, Agenda &agenda, MarketOptions options,
               QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_clock(clock)
    , m_agenda(agenda)
    , m_options(options)
{
}

PracticeOrder &Market::addOrder(PracticeOrder order)
{
    const bool isAtExchange = !order.isAmo() && order.status != "REJECTED"_L1;
    if (order.orderId.isEmpty())
        order.orderId = nextOrderId();
    if (order.exchangeOrderId.isEmpty() && isAtExchange)
        order.exchangeOrderId = nextExchangeOrderId(order.instrument->exchange);
    if (order.entryTime == 0)
        order.entryTime = now();
    if (order.exchangeTime == 0 && isAtExchange)
        order.exchangeTime = order.entryTime;
    if (order.lastActivity == 0 && isAtExchange)
        order.lastActivity = nextActivity();
    order.firstStatus = order.status;
    PracticeOrder &stored = m_book.add(std::move(order));
    if (stored.filled > 0) {
        m_book.addTrade({&stored, ++m_lastTrade, stored.filled, stored.filled,
                         stored.averagePrice != 0 ? stored.averagePrice : stored.price, stored.exchangeTime});
    }
    Q_EMIT orderChanged(stored);
    return stored;
}

CancelAnswer Market::cancel(PracticeOrder &order)
{
    if (order.isHidden)
        return CancelAnswer::AlreadyGone;
    if (order.isDone())
        return order.status == "COMPLETE"_L1 ? CancelAnswer::AlreadyTraded : CancelAnswer::AlreadyGone;
    if (order.status == "CANCEL_PENDING"_L1)
        return CancelAnswer::AlreadyPending;
    if (m_cancelScripts.contains(&order)) {
        const Script script = m_cancelScripts.take(&order);
        for (const Deed &deed : script)
            m_agenda.after(deed.at, [this, &order, deed] { perform(order, deed); });
        return CancelAnswer::Taken;
    }
    markCancelPending(order);
    if (m_options.cancelLatency.count() == 0)
        confirmCancel(order);
    else
        m_agenda.after(m_options.cancelLatency, [this, &order] { confirmCancel(order); });
    return CancelAnswer::Taken;
}

void Market::scriptCancel(PracticeOrder &order, Script script)
{
    order.isBeingMoved = true;
    m_cancelScripts.insert(&order, std::move(script));
}

void Market::perform(PracticeOrder &order, const Deed &deed)
{
    switch (deed.kind) {
    case Deed::Kind::Acknowledge:
        return acknowledge(order);
    case Deed::Kind::Fill:
        return fill(order, deed.quantity);
    case Deed::Kind::FillKeepingStatus:
        return fillKeepingStatus(order, deed.quantity);
    case Deed::Kind::Bust:
        return bust(order, deed.quantity);
    case Deed::Kind::AskElsewhere:
        cancel(order);
        return;
    case Deed::Kind::MarkPending:
        return markCancelPending(order);
    case Deed::Kind::Cancel:
        markCancelPending(order);
        return confirmCancel(order);
    case Deed::Kind::RejectCancel:
        return rejectCancel(order);
    case Deed::Kind::Hide:
        order.isHidden = true;
        return;
    }
}

bool Market::fill(const QString &orderId, qint64 quantity, const QString &leg)
{
    PracticeOrder *order = m_book.find(orderId, leg);
    if (order == nullptr || order->isDone())
        return false;
    fill(*order, quantity);
    return true;
}

bool Market::setStatus(const QString &orderId, const QString &status, const QString &leg)
{
    PracticeOrder *order = m_book.find(orderId, leg);
    if (order == nullptr)
        return false;
    change(*order, status, order->mode);
    return true;
}

bool Market::removeFromLists(const QString &orderId, const QString &leg)
{
    PracticeOrder *order = m_book.find(orderId, leg);
    if (order == nullptr)
        return false;
    order->isHidden = true;
    return true;
}

void Market::fill(PracticeOrder &order, qint64 quantity)
{
    const qint64 volume = std::min(quantity, order.quantity - order.filled);
    if (volume <= 0 || order.isDone())
        return;
    const Trade trade = addTrade(order, volume);
    const bool isComplete = order.filled == order.quantity;
    const bool isPending = order.status == "CANCEL_PENDING"_L1; // a part fill does not end the cancel
    change(order, isComplete ? u"COMPLETE"_s : isPending ? order.status : u"PARTIAL_TRADE"_s, order.mode);
    Q_EMIT traded(trade);
    if (order.isEntry())
        startLegs(order.orderId);
    else if (isComplete && order.isKart())
        dropLegs(order.orderId);
}

void Market::modifyPrice(PracticeOrder &order, Paise price)
{
    const bool isWaitingStop = order.status == "TRIGGER_PENDING"_L1;
    order.price = price;
    change(order,
           isWaitingStop   ? order.status
           : order.isAmo() ? u"AMO_MODIFY_CONFIRMED"_s
                           : u"MODIFY_CONFIRMED"_s,
           u"MODIFY"_s);
}

void Market::trigger(PracticeOrder &order)
{
    if (order.type == "SLM"_L1)
        fill(order, order.quantity);
    else
        change(order, u"CONFIRMED"_s, order.mode);
}

void Market::markCancelPending(PracticeOrder &order)
{
    change(order, u"CANCEL_PENDING"_s, u"CANCEL"_s);
}

void Market::confirmCancel(PracticeOrder &order)
{
    if (order.status != "CANCEL_PENDING"_L1)
        return;
    if (order.isKart() && !order.isEntry() && m_options.legCancelSquaresOff && isEntryFilled(order)) {
        squareOff(order);
        return;
    }
    change(order, order.isAmo() ? u"AMO_CANCEL_CONFIRMED"_s : u"CANCEL_CONFIRMED"_s, u"CANCEL"_s);
    if (order.isEntry() && order.filled == 0)
        m_agenda.after(m_options.cancelLatency, [this, id = order.orderId] { dropLegs(id); });
}

void Market::rejectCancel(PracticeOrder &order)
{
    const bool isComplete = order.filled == order.quantity;
    if (!order.isDone())
        change(order, isComplete ? u"COMPLETE"_s : u"CANCEL_REJECTED"_s, u"CANCEL"_s);
}

void Market::fillKeepingStatus(PracticeOrder &order, qint64 quantity)
{
    const qint64 volume = std::min(quantity, order.quantity - order.filled);
    if (volume <= 0)
        return;
    const Trade trade = addTrade(order, volume);
    change(order, order.status, order.mode);
    Q_EMIT traded(trade);
}

void Market::bust(PracticeOrder &order, qint64 quantity)
{
    order.filled -= std::min(quantity, order.filled);
    if (order.filled == 0)
        order.averagePrice = 0;
    const bool isTraded = order.status == "COMPLETE"_L1 || order.status == "PARTIAL_TRADE"_L1;
    const QString open = order.filled == 0 ? u"CONFIRMED"_s : u"PARTIAL_TRADE"_s;
    change(order, isTraded ? open : order.status, order.mode);
}

void Market::acknowledge(PracticeOrder &order)
{
    if (order.exchangeOrderId.isEmpty())
        order.exchangeOrderId = nextExchangeOrderId(order.instrument->exchange);
    change(order, order.status == "ACCEPTED"_L1 ? u"CONFIRMED"_s : order.status, order.mode);
}

QString Market::nextOrderId()
{
    const QDate day = indianDate(m_clock.wall());
    ++m_lastOrder;
    switch (m_profile.broker) {
    case Broker::Pace:
        return u"%1-%2"_s.arg(day.toString(u"yyyyMMdd"_s)).arg(m_lastOrder - 1000);
    case Broker::HdfcSky:
        return u"%1%2"_s.arg(day.toString(u"yyMMdd"_s)).arg(m_lastOrder + 21'000, 9, 10, QLatin1Char('0'));
    case Broker::Pocketful:
        break;
    }
    return u"%1%2"_s.arg(day.toString(u"yyyyMMdd"_s)).arg(m_lastOrder);
}

QString Market::nextExchangeOrderId(const QString &exchange)
{
    m_lastExchangeOrder += 7; // other people's orders lie between ours
    if (exchange == "MCX"_L1)
        return u"2023%1"_s.arg(m_lastExchangeOrder, 11, 10, QLatin1Char('0'));
    const QLatin1StringView stem = exchange == "BSE"_L1 ? "17"_L1 : exchange == "NFO"_L1 ? "13"_L1 : "11"_L1;
    return stem + u"%1"_s.arg(m_lastExchangeOrder, 14, 10, QLatin1Char('0'));
}

qint64 Market::nextActivity()
{
    // Nanoseconds since 1980, as NSE counts; the odd step makes numbers that no double can hold.
    const qint64 real = activityAt(m_clock.wall());
    m_lastActivity = std::max(m_lastActivity + 10'007, real | 1);
    return m_lastActivity;
}

qint64 Market::now() const
{
    return unixSeconds(m_clock.wall());
}

void Market::change(PracticeOrder &order, const QString &status, const QString &mode)
{
    order.status = status;
    order.mode = mode;
    if (!order.isAmo() && status != "REJECTED"_L1) {
        order.exchangeTime = now();
        order.lastActivity = nextActivity();
    }
    order.steps.push_back({status, mode, order.filled, order.price, order.averagePrice, now(),
                           m_clock.wall().time_since_epoch().count() * 1'000'000});
    Q_EMIT orderChanged(order);
}

Trade Market::addTrade(PracticeOrder &order, qint64 volume)
{
    const bool isAtMarket = order.type == "MARKET"_L1 || order.type == "SLM"_L1 || order.price == 0;
    const Paise price = isAtMarket ? order.instrument->lastPrice : order.price;
    order.averagePrice = (order.averagePrice * order.filled + price * volume) / (order.filled + volume);
    order.filled += volume;
    const Trade trade{&order, ++m_lastTrade, volume, order.filled, price, now()};
    m_book.addTrade(trade);
    return trade;
}

void Market::dropLegs(const QString &orderId)
{
    const auto family = m_book.family(orderId);
    for (PracticeOrder *leg : family) {
        if (!leg->isEntry() && !leg->isDone())
            change(*leg, u"CANCEL_CONFIRMED"_s, u"CANCEL"_s);
    }
}

void Market::squareOff(PracticeOrder &leg)
{
    leg.type = u"MARKET"_s;
    leg.mode = u"SQUAREOFF"_s;
    fill(leg, leg.quantity);
}

void Market::startLegs(const QString &orderId)
{
    const auto family = m_book.family(orderId);
    for (PracticeOrder *leg : family) {
        if (!leg->isEntry() && leg->status == "PENDING"_L1)
            change(*leg, leg->triggerPrice != 0 ? u"TRIGGER_PENDING"_s : u"CONFIRMED"_s, leg->mode);
    }
}

bool Market::isEntryFilled(const PracticeOrder &order) const
{
    const PracticeOrder *entry = m_book.find(order.orderId, u"ENTRY"_s);
    return entry != nullptr && entry->filled > 0;
}

} // namespace practice
