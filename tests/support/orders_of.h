// SPDX-License-Identifier: Apache-2.0
// Orders and listings for tests of the engine. A test names what matters to it; the rest is plain and the
// same for all: an open REGULAR buy of 100 INFY-EQ at 1500.
#pragma once

#include "orders/listing.h"

namespace support {

using orders::OrderPtr;

inline const QString account = QStringLiteral("practice|tradelab|127.0.0.1||DEMO1");

[[nodiscard]] inline orders::OrderKey keyOf(const QString &id, const QString &leg = {},
                                            const QString &twin = {})
{
    return {account, 20240315, id, leg, twin};
}

struct NoChange
{
    void operator()(orders::Order &) const {}
};

template <typename Change = NoChange>
[[nodiscard]] OrderPtr makeOrder(const QString &id, const QString &leg = {}, const Change &change = {})
{
    auto order = std::make_shared<orders::Order>();
    order->connection = QStringLiteral("pocketful");
    order->account = QStringLiteral("DEMO1");
    order->orderId = id;
    order->exchangeOrderId = QStringLiteral("11") + id + leg;
    order->kind = leg.isEmpty() ? QStringLiteral("REGULAR") : QStringLiteral("BO");
    order->leg = leg;
    order->symbol = QStringLiteral("INFY-EQ");
    order->exchange = QStringLiteral("NSE");
    order->instrument = QStringLiteral("1594");
    order->product = QStringLiteral("MIS");
    order->orderType = QStringLiteral("LIMIT");
    order->validity = QStringLiteral("DAY");
    order->sideText = QStringLiteral("BUY");
    order->side = orders::Side::Buy;
    order->venueStatus = QStringLiteral("CONFIRMED");
    order->currency = QStringLiteral("INR");
    order->quantity = 100;
    order->filled = 0;
    order->price = 1500;
    order->placedAt = base::WallTime(base::milliseconds(1'710'480'000'000)); // 2024-03-15 10:50 in India
    order->state = orders::OrderState::Open;
    order->key = keyOf(id, leg);
    change(*order);
    order->effect = orders::effectOf(*order, false);
    return order;
}

/// A row whose state and marker are all that matters.
[[nodiscard]] inline OrderPtr makeOrder(const QString &id, orders::OrderState state,
                                        const QString &reference = {}, const QString &leg = {})
{
    return makeOrder(id, leg, [&](orders::Order &order) {
        order.state = state;
        order.venueStatus = orders::stateName(state);
        order.marker.reference = reference;
        order.marker.content = static_cast<std::size_t>(state);
    });
}

[[nodiscard]] inline orders::ListingPtr makeListing(orders::ListKind kind, std::vector<OrderPtr> rows,
                                                    base::WallTime endedAt = {})
{
    auto listing = std::make_shared<orders::Listing>();
    listing->kind = kind;
    listing->account = account;
    listing->rows = std::move(rows);
    listing->endedAt = endedAt;
    orders::finishListing(*listing);
    return listing;
}

} // namespace support
