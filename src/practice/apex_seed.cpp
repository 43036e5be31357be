// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_seed.h"

#include <limits>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ticksPerMinute = 600'000'000;
constexpr qint64 expectedOrders = 30;

void fillPart(ApexOrder &order, const base::Decimal &executed)
{
    const bool isAtMarket = apexDecimal(order.price).isZero();
    order.averagePrice = isAtMarket ? order.instrument->last.toText().toLatin1() : order.price;
    order.executed = executed;
    order.gross = executed.times(apexDecimal(order.averagePrice));
    order.changeReason = u"Trade"_s;
}

} // namespace

ApexSeed::ApexSeed(ApexMarket &market, base::WallTime now, quint64 seed)
    : m_market(market)
    , m_dice(seed)
    , m_ticks(apexTicks(now) - expectedOrders * 8 * ticksPerMinute)
{
}

void ApexSeed::fill()
{
    addDone();
    addLimits();
    addStops();
    addPair();
    addReplaced();
    addOfSecondAccount();
}

ApexOrder ApexSeed::plausibleOrder()
{
    auto &instruments = m_market.instruments();
    ApexInstrument &instrument =
        instruments[static_cast<std::size_t>(m_dice.below(static_cast<qint64>(instruments.size())))];
    const bool isSell = m_dice.comesUp(50);
    const base::Decimal step = instrument.priceIncrement.times(static_cast<int>(100 + m_dice.below(2000)));
    ApexOrder order;
    order.instrument = &instrument;
    order.side = isSell ? u"Sell"_s : u"Buy"_s;
    order.price = (isSell ? instrument.ask().plus(step) : instrument.bid().minus(step)).toText().toLatin1();
    order.quantity =
        instrument.quantityIncrement.times(static_cast<int>(1'000'000 + m_dice.below(90'000'000)));
    return order;
}

void ApexSeed::addDone()
{
    ApexOrder canceled = limit(u"BTC-USD"_s, u"Buy"_s, "18750", "0.25");
    canceled.state = ApexState::Canceled;
    canceled.changeReason = u"UserModified"_s;
    canceled.cancelReason = u"UserModified"_s;
    place(canceled);
    ApexOrder filled = limit(u"ETH-USD"_s, u"Sell"_s, "1215.5", "2");
    fillPart(filled, filled.quantity);
    filled.state = ApexState::FullyExecuted;
    place(filled);
    ApexOrder market = limit(u"LTC-USD"_s, u"Buy"_s, "0", "12.5");
    market.type = u"Market"_s;
    fillPart(market, market.quantity);
    market.state = ApexState::FullyExecuted;
    place(market);
    ApexOrder rejected = limit(u"BTC-USD"_s, u"Buy"_s, "19000", "400");
    rejected.state = ApexState::Rejected;
    rejected.changeReason = u"NewInputRejected"_s;
    rejected.rejectReason = u"Not_Enough_Funds"_s;
    place(rejected);
    ApexOrder expired = limit(u"LTC-USD"_s, u"Sell"_s, "64.2", "3");
    expired.state = ApexState::Expired;
    expired.changeReason = u"Expired"_s;
    place(expired);
}

void ApexSeed::addLimits()
{
    place(limit(u"BTC-USD"_s, u"Buy"_s, "19010", "0.345"));
    ApexOrder part = limit(u"BTC-USD"_s, u"Sell"_s, "19500.5", "1");
    fillPart(part, apexDecimal("0.4"));
    part.clientOrderId = 1'607'579'326;
    place(part);
    ApexOrder longId = limit(u"BTC-USD"_s, u"Sell"_s, "19750.25", "0.6");
    longId.orderId = longOrderId;
    longId.clientOrderId = std::numeric_limits<qint64>::max();
    place(longId);
    place(limit(u"BTC-USD"_s, u"Buy"_s, "17068.2704786123456789012345678901", "0.00000001"));
    place(limit(u"BTC-CAD"_s, u"Buy"_s, "24068.270478610000000000000000", "0.75"));
    for (int i = 0; i < 2; ++i)
        place(plausibleOrder());
}

void ApexSeed::addStops()
{
    ApexOrder stopLimit = stop(u"StopLimit"_s, u"Buy"_s, "20100", "0.345");
    stopLimit.price = "20150";
    stopLimit.pegPriceType = u"Last"_s;
    stopLimit.clientOrderId = 1'607'579'327;
    place(stopLimit);
    ApexOrder atMarket = stop(u"StopMarket"_s, u"Sell"_s, "17900", "0.5");
    atMarket.pegPriceType = u"Last"_s;
    place(atMarket);
    ApexOrder trailing = stop(u"TrailingStopMarket"_s, u"Sell"_s, "18500", "0.2");
    trailing.pegPriceType = u"Bid"_s;
    trailing.pegOffset = "500";
    place(trailing);
}

void ApexSeed::addPair()
{
    ApexOrder target = limit(u"ETH-USD"_s, u"Sell"_s, "1300", "2.5");
    ApexOrder loss = limit(u"ETH-USD"_s, u"Sell"_s, "0", "2.5");
    target.orderId = m_market.nextOrderId();
    loss.orderId = m_market.nextOrderId();
    target.ocoOrderId = loss.orderId;
    loss.ocoOrderId = target.orderId;
    loss.type = u"StopMarket"_s;
    loss.stopPrice = "1100";
    loss.pegPriceType = u"Last"_s;
    place(target);
    place(loss);
}

void ApexSeed::addReplaced()
{
    ApexOrder first = limit(u"LTC-USD"_s, u"Buy"_s, "60", "20");
    first.clientOrderId = 1'607'579'330;
    const qint64 firstId = place(first).orderId;
    m_market.replace(firstId, "61.05", 18);
}

void ApexSeed::addOfSecondAccount()
{
    ApexOrder buy = limit(u"ETH-USD"_s, u"Buy"_s, "1150", "4");
    buy.accountId = secondAccount;
    buy.clientOrderId = 1'607'579'326; // the first account has the same
    place(buy);
    ApexOrder sell = limit(u"BTC-USD"_s, u"Sell"_s, "21000", "0.1");
    sell.accountId = secondAccount;
    place(sell);
    ApexOrder done = limit(u"ETH-USD"_s, u"Sell"_s, "1210", "1");
    done.accountId = secondAccount;
    fillPart(done, done.quantity);
    done.state = ApexState::FullyExecuted;
    place(done);
}

// Spread over the last hours, no two seeds alike; the odd ticks make numbers that no double can hold.
ApexOrder &ApexSeed::place(ApexOrder order)
{
    m_ticks += (4 * ticksPerMinute + m_dice.below(4 * ticksPerMinute)) | 1;
    order.receivedTicks = m_ticks;
    const bool isUnchanged =
        order.changeReason == "NewInputAccepted"_L1 || order.state == ApexState::Rejected;
    order.updatedTicks = isUnchanged ? m_ticks + 26'000 : m_ticks + m_dice.below(3 * ticksPerMinute);
    return m_market.add(std::move(order));
}

ApexOrder ApexSeed::limit(const QString &symbol, const QString &side, const QByteArray &price,
                          const QByteArray &quantity) const
{
    ApexOrder order;
    order.instrument = m_market.instrument(symbol);
    order.side = side;
    order.price = price;
    order.quantity = apexDecimal(quantity);
    return order;
}

ApexOrder ApexSeed::stop(const QString &type, const QString &side, const QByteArray &stopPrice,
                         const QByteArray &quantity) const
{
    ApexOrder order = limit(u"BTC-USD"_s, side, "0", quantity);
    order.type = type;
    order.stopPrice = stopPrice;
    return order;
}

} // namespace practice
