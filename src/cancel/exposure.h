// SPDX-License-Identifier: Apache-2.0
// Which cancels of a batch leave first: what can trade at any moment and at any price (market and stop
// orders), the most money first, then the others by their value. Pure functions over rows; asked once per
// batch.
#pragma once

#include "orders/order_book.h"

#include <functional>
#include <vector>

namespace cancel {

/// The price at which an instrument was last known to trade, or to be wanted; null for none.
class LastPrices
{
public:
    /// Takes what the row says of its instrument; later rows of a later entry win.
    void learn(const orders::Order &row);
    [[nodiscard]] base::Decimal of(const orders::Order &order) const;

private:
    struct Known
    {
        base::Decimal price;
        bool isTraded = false;
        std::optional<base::WallTime> at;
    };
    QHash<QString, Known> m_known; // by exchange and instrument
};

/// Where an order stands among the others of its batch: compare with >.
struct Exposure
{
    bool tradesAtAnyPrice = false;
    double money = -1; // no price is known: after all that have one

    auto operator<=>(const Exposure &) const = default;
};

[[nodiscard]] bool needsLastPrice(const orders::Order &order);
[[nodiscard]] Exposure exposureOf(const orders::Order &order, const LastPrices &prices);

} // namespace cancel
