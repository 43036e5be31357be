// SPDX-License-Identifier: Apache-2.0
// An order, states and trades of it, for tests of what a connection knows of its orders.
#pragma once

#include "alphapoint/live_orders.h"
#include "support/apex_samples.h"

namespace support {

/// Order 1, with all that an exchange says of it.
inline const QByteArray apexRow =
    R"({"OrderId":1,"ClientOrderId":77,"Account":449,"Instrument":8,"Side":"Sell","OrderType":"StopLimit",)"
    R"("OrderState":"Working","Price":10,"StopPrice":9,"OrigQuantity":1,"Quantity":1,"QuantityExecuted":0,)"
    R"("ReceiveTime":1607579326003,"LastUpdatedTimeTicks":637431761260054714,"OrderIdOCO":5,)"
    R"("OrigOrderId":3})";
/// Later than the full row's.
inline const QByteArray apexLaterTicks = "637431761260054800";

[[nodiscard]] inline std::shared_ptr<orders::Order> rowOf(const QByteArray &json)
{
    const auto rows = alphapoint::readOrders(json, apexContext());
    if (!rows || rows->rows.size() != 1)
        qFatal("no order: %s", json.constData());
    return rows->rows.front();
}

/// Order 1 with these members.
[[nodiscard]] inline std::shared_ptr<orders::Order> stateOf(const QByteArray &members)
{
    return rowOf(R"({"OrderId":1,)" + members + '}');
}

[[nodiscard]] inline orders::Listing listOf(orders::ListKind kind, const std::vector<orders::OrderPtr> &rows)
{
    orders::Listing listing;
    listing.kind = kind;
    listing.rows = rows;
    orders::finishListing(listing);
    return listing;
}

[[nodiscard]] inline alphapoint::Trade tradeOf(const QString &id, const char *quantity,
                                               const char *remaining = nullptr,
                                               const QString &ticks = QString::fromLatin1(apexLaterTicks))
{
    const auto number = [](const char *text) {
        return text ? *base::Decimal::fromText(std::string_view(text)) : base::Decimal();
    };
    return {id, QStringLiteral("1"), QStringLiteral("449"), ticks, number(quantity), number(remaining), {}};
}

[[nodiscard]] inline QString filledOf(const orders::OrderPtr &row)
{
    return row ? row->filled.toText() : QStringLiteral("none");
}

} // namespace support
