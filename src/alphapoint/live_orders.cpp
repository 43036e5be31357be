// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/live_orders.h"

namespace alphapoint {

using orders::Order;
using orders::OrderPtr;

namespace {

constexpr std::size_t tradesKept = 20'000;

// What is fixed when an order is placed, and what an event of the older protocol does not say.
void fillGaps(Order &row, const Order &known)
{
    if (!row.placedAt)
        row.placedAt = known.placedAt;
    if (row.instrument.isEmpty()) {
        row.instrument = known.instrument;
        row.symbol = known.symbol;
        row.currency = known.currency;
    }
    if (row.sideText.isEmpty()) {
        row.sideText = known.sideText;
        row.side = known.side;
    }
    if (row.orderType.isEmpty()) {
        row.orderType = known.orderType;
        row.kind = known.kind;
    }
    if (!row.quantity.isNumber())
        row.quantity = known.quantity;
    if (row.filled.isNull()) {
        row.filled = known.filled;
        row.averagePrice = known.averagePrice;
    }
    if (row.price.isNull())
        row.price = known.price;
    if (row.triggerPrice.isNull())
        row.triggerPrice = known.triggerPrice;
    if (row.clientOrderId.isEmpty())
        row.clientOrderId = known.clientOrderId;
    if (row.pairOrderId.isEmpty())
        row.pairOrderId = known.pairOrderId;
    if (row.replacedOrderId.isEmpty())
        row.replacedOrderId = known.replacedOrderId;
}

// Events may come in any order: what is over lives again only where the exchange's own clock says so.
bool isOldNews(const Order &row, const Order &known)
{
    const orders::MarkerOrder order = orders::compareMarkers(row.marker, known.marker);
    const bool isTimed = !row.marker.reference.isEmpty() && !known.marker.reference.isEmpty();
    const bool isLater = isTimed && order == orders::MarkerOrder::Newer;
    return order == orders::MarkerOrder::Older || (row.isAlive() && !known.isAlive() && !isLater);
}

// Where a trade does not say what remains, only the exchange's clock tells whether the row counts it already.
// Where that is not known the trade waits for the state that follows it: better late than twice.
bool isLaterThan(const Order &known, const Trade &trade)
{
    const orders::Marker traded{trade.ticks, 0};
    return !known.marker.reference.isEmpty() && !trade.ticks.isEmpty() &&
           orders::compareMarkers(traded, known.marker) == orders::MarkerOrder::Newer;
}

} // namespace

void LiveOrders::takeList(const orders::Listing &listing)
{
    if (listing.kind == orders::ListKind::Open) {
        m_rows.removeIf([&listing](const auto &each) {
            return !each.value()->isAlive() && !listing.find(each.value()->key);
        });
        m_nameless.clear();
    }
    for (const OrderPtr &row : listing.rows) {
        if (row->orderId.isEmpty()) {
            m_nameless.insert(row->clientOrderId);
            continue;
        }
        const OrderPtr known = m_rows.value(row->orderId);
        const bool isOlder =
            known && orders::compareMarkers(row->marker, known->marker) == orders::MarkerOrder::Older;
        if (!isOlder)
            m_rows.insert(row->orderId, row);
    }
}

bool LiveOrders::mayBeNameless(const Order &row) const
{
    return !row.orderId.isEmpty() && !m_rows.contains(row.orderId) && m_nameless.contains(row.clientOrderId);
}

OrderPtr LiveOrders::takeState(std::shared_ptr<Order> row)
{
    if (row->orderId.isEmpty())
        return row;
    const OrderPtr known = m_rows.value(row->orderId);
    if (known)
        fillGaps(*row, *known);
    if (!known || !isOldNews(*row, *known))
        m_rows.insert(row->orderId, row);
    return row;
}

OrderPtr LiveOrders::takeTrade(const Trade &trade)
{
    // An account's own buy and sell may meet in one trade.
    if (isKnown(trade.tradeId + u'/' + trade.orderId))
        return nullptr;
    const OrderPtr known = m_rows.value(trade.orderId);
    if (!known || !known->isAlive())
        return nullptr;
    base::Decimal filled = known->filled.plus(trade.quantity);
    if (trade.remaining.isNumber())
        filled = known->quantity.minus(trade.remaining);
    else if (!isLaterThan(*known, trade))
        return nullptr;
    const bool isMore = filled.isNumber() && filled > known->filled && filled <= known->quantity;
    if (!isMore)
        return nullptr;
    auto row = std::make_shared<Order>(*known);
    row->filled = filled;
    row->marker.content = qHashMulti(row->marker.content, trade.tradeId);
    m_rows.insert(trade.orderId, row);
    return row;
}

void LiveOrders::clear()
{
    m_rows.clear();
    m_nameless.clear();
    m_trades.clear();
    m_tradesInOrder.clear();
}

bool LiveOrders::isKnown(const QString &trade)
{
    if (m_trades.contains(trade))
        return true;
    m_trades.insert(trade);
    m_tradesInOrder.push_back(trade);
    if (m_tradesInOrder.size() > tradesKept) {
        m_trades.remove(m_tradesInOrder.front());
        m_tradesInOrder.pop_front();
    }
    return false;
}

} // namespace alphapoint
