// SPDX-License-Identifier: Apache-2.0
// One row of a broker's order book, read and never changed: a newer reading is a new Order. Shared by pointer
// between book, tickets, table and workers, so any thread may read it.
#pragma once

#include "base/clock.h"
#include "base/decimal.h"
#include "orders/effect.h"
#include "orders/marker.h"
#include "orders/order_key.h"
#include "orders/order_status.h"

#include <QString>

#include <memory>
#include <optional>

namespace orders {

enum class Side : unsigned char { Buy, Sell, Short, Unknown };

/// A slice of the reply that the row came from: shown in the details, journaled as evidence.
struct RawRow
{
    std::shared_ptr<const QByteArray> reply;
    qsizetype offset = 0;
    qsizetype length = 0;

    [[nodiscard]] QByteArrayView view() const
    {
        return reply ? QByteArrayView(*reply).sliced(offset, length) : QByteArrayView();
    }
};

struct Order
{
    OrderKey key;
    QString connection; // the profile's name
    QString account;    // client or account id, as shown
    QString orderId;
    QString exchangeOrderId; // empty before the exchange has it
    QString clientOrderId;   // not unique (wire.md fact 4)
    QString basketId;
    QString pairOrderId;     // of a linked pair: the order that goes when this one executes
    QString replacedOrderId; // the order whose place this one took; idByClient() where only that was told
    QString kind;            // REGULAR, AMO, CO, BO, SPD, or as the venue wrote it
    QString leg;             // as the venue wrote it; empty for none
    QString symbol;
    QString exchange;
    QString segment;
    QString instrument; // the venue's token
    QString product;
    QString orderType;
    QString validity;
    QString sideText;
    QString venueStatus;
    QString mode;
    QString reason; // rejection reason, empty for none
    QString exchangeTime;
    QString currency; // "INR", or the quote currency
    base::Decimal quantity;
    base::Decimal filled;
    base::Decimal price;
    base::Decimal triggerPrice;
    base::Decimal averagePrice;
    base::Decimal lotSize;
    std::optional<base::WallTime> placedAt;
    Marker marker;
    RawRow raw;
    Side side = Side::Unknown;
    bool isCancelRejected = false; // alive, and the venue says that a cancel of it has failed
    OrderState state = OrderState::Unknown;
    // What only the whole book knows:
    std::optional<base::WallTime> missingSince; // in no list since then
    OrderKey parent;                            // the ENTRY it stands under; invalid for none
    Effect effect = Effect::Unknown;

    /// Quantity less filled while the order is alive, else 0 (product.md 1.9: the venue's own field is not
    /// reliable).
    [[nodiscard]] base::Decimal remaining() const;
    /// What remains, lots counted.
    [[nodiscard]] base::Decimal units() const;
    /// Price (or trigger price, or last average) times remaining, lots counted; null where no price is known.
    [[nodiscard]] base::Decimal value() const;
    [[nodiscard]] bool isAlive() const { return orders::isAlive(state); }
    /// A person may ask for it: alive, and no cancel of it is on its way at the venue (rulings.md 17).
    [[nodiscard]] bool isCancellable() const { return isAlive() && state != OrderState::BeingCancelled; }
};

using OrderPtr = std::shared_ptr<const Order>;

/// How an order goes by that has no id of the venue's: by the trader's own.
[[nodiscard]] QString idByClient(const QString &clientOrderId);

/// Equal in everything that is shown, filtered or sent; the raw text and the book's own fields are left out.
[[nodiscard]] bool sameContent(const Order &a, const Order &b);

/// What must not change between a person's consent and the evidence (lifecycle.md R1).
[[nodiscard]] bool sameFingerprint(const Order &a, const Order &b);

} // namespace orders
