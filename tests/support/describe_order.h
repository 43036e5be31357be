// SPDX-License-Identifier: Apache-2.0
// An order as one text, everything in it that is not empty: a test compares it with what it expects.
#pragma once

#include "orders/order.h"

#include <QStringList>

namespace support {

[[nodiscard]] inline QString describe(const orders::Order &order)
{
    QStringList parts;
    const auto add = [&parts](const char *name, const QString &value) {
        if (!value.isEmpty())
            parts << QLatin1StringView(name) + u'=' + value;
    };
    add("id", order.orderId);
    add("exch_id", order.exchangeOrderId);
    add("user_id", order.clientOrderId);
    add("basket", order.basketId);
    add("account", order.account);
    add("kind", order.kind);
    add("leg", order.leg);
    add("status", order.venueStatus);
    add("state", orders::stateName(order.state));
    add("mode", order.mode);
    add("side", order.sideText);
    add("side_code", QString::number(static_cast<int>(order.side)));
    add("type", order.orderType);
    add("product", order.product);
    add("validity", order.validity);
    add("exchange", order.exchange);
    add("segment", order.segment);
    add("symbol", order.symbol);
    add("token", order.instrument);
    add("qty", order.quantity.toText());
    add("filled", order.filled.toText());
    add("remaining", order.remaining().toText());
    add("lot", order.lotSize.toText());
    add("price", order.price.toText());
    add("trigger", order.triggerPrice.toText());
    add("average", order.averagePrice.toText());
    add("placed", order.placedAt ? base::isoUtc(*order.placedAt) : QString());
    add("exch_time", order.exchangeTime);
    add("marker", order.marker.reference);
    add("reason", order.reason);
    add("day", QString::number(order.key.day));
    add("effect", orders::effectName(order.effect));
    return parts.join(u'|');
}

} // namespace support
