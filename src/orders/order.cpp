// SPDX-License-Identifier: Apache-2.0
#include "orders/order.h"

namespace orders {

using namespace Qt::StringLiterals;

namespace {

// The commodity exchange's quantities are lots (wire.md A5.2, rulings.md 25).
bool isCountedInLots(const Order &order)
{
    return order.exchange.compare("MCX"_L1, Qt::CaseInsensitive) == 0 && order.lotSize.isNumber() &&
           !order.lotSize.isZero();
}

} // namespace

base::Decimal Order::remaining() const
{
    if (!isAlive())
        return base::Decimal(0);
    if (!filled.isNumber())
        return quantity;
    return quantity.minus(filled);
}

base::Decimal Order::units() const
{
    return isCountedInLots(*this) ? remaining().times(lotSize) : remaining();
}

base::Decimal Order::value() const
{
    for (const base::Decimal *each : {&price, &triggerPrice, &averagePrice}) {
        if (each->isNumber() && !each->isZero())
            return each->times(units());
    }
    return {};
}

QString idByClient(const QString &clientOrderId)
{
    return u"client-"_s + clientOrderId;
}

bool sameContent(const Order &a, const Order &b)
{
    return a.key == b.key && a.connection == b.connection && a.exchangeOrderId == b.exchangeOrderId &&
           a.clientOrderId == b.clientOrderId && a.basketId == b.basketId && a.pairOrderId == b.pairOrderId &&
           a.replacedOrderId == b.replacedOrderId && a.kind == b.kind && a.leg == b.leg &&
           a.symbol == b.symbol && a.exchange == b.exchange && a.segment == b.segment &&
           a.instrument == b.instrument && a.product == b.product && a.orderType == b.orderType &&
           a.validity == b.validity && a.sideText == b.sideText && a.venueStatus == b.venueStatus &&
           a.mode == b.mode && a.reason == b.reason && a.exchangeTime == b.exchangeTime &&
           a.quantity == b.quantity && a.filled == b.filled && a.price == b.price &&
           a.triggerPrice == b.triggerPrice && a.averagePrice == b.averagePrice && a.lotSize == b.lotSize &&
           a.placedAt == b.placedAt && a.marker == b.marker && a.state == b.state &&
           a.missingSince == b.missingSince && a.parent == b.parent && a.effect == b.effect;
}

bool sameFingerprint(const Order &a, const Order &b)
{
    return a.exchange == b.exchange && a.segment == b.segment && a.instrument == b.instrument &&
           a.symbol == b.symbol && a.side == b.side && a.product == b.product && a.placedAt == b.placedAt;
}

} // namespace orders
