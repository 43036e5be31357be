// SPDX-License-Identifier: Apache-2.0
#include "cancel/exposure.h"

namespace cancel {

using namespace Qt::StringLiterals;

namespace {

QString instrumentOf(const orders::Order &order)
{
    return order.exchange + u'|' + (order.instrument.isEmpty() ? order.symbol : order.instrument);
}

bool hasPrice(const base::Decimal &price)
{
    return price.isNumber() && !price.isZero();
}

// "MARKET", "Market"; "SL", "SLM", "SL-M", "StopMarket", "TrailingStopLimit"
bool isMarketOrder(const orders::Order &order)
{
    return order.orderType.compare("MARKET"_L1, Qt::CaseInsensitive) == 0 ||
           order.orderType.compare("MKT"_L1, Qt::CaseInsensitive) == 0;
}

bool isStopOrder(const orders::Order &order)
{
    return order.orderType.startsWith("SL"_L1, Qt::CaseInsensitive) ||
           order.orderType.contains("Stop"_L1, Qt::CaseInsensitive) || hasPrice(order.triggerPrice);
}

} // namespace

void LastPrices::learn(const orders::Order &row)
{
    const bool isTraded = hasPrice(row.averagePrice) && hasPrice(row.filled);
    const base::Decimal &price = isTraded ? row.averagePrice : row.price;
    if (!hasPrice(price))
        return;
    Known &known = m_known[instrumentOf(row)];
    const bool isBetter = isTraded == known.isTraded ? !known.at || row.placedAt > known.at : isTraded;
    if (isBetter)
        known = {price, isTraded, row.placedAt};
}

base::Decimal LastPrices::of(const orders::Order &order) const
{
    return m_known.value(instrumentOf(order)).price;
}

bool needsLastPrice(const orders::Order &order)
{
    return isMarketOrder(order) || isStopOrder(order);
}

Exposure exposureOf(const orders::Order &order, const LastPrices &prices)
{
    const bool tradesAtAnyPrice = needsLastPrice(order);
    base::Decimal money = order.value();
    // What a market or stop order would trade at is the market's price; its own is the next best guess.
    if (const base::Decimal last = prices.of(order); tradesAtAnyPrice && last.isNumber())
        money = last.times(order.units());
    return {tradesAtAnyPrice, money.isNumber() ? money.toDouble() : -1.0};
}

} // namespace cancel
