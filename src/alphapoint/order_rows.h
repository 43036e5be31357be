// SPDX-License-Identifier: Apache-2.0
// From APEX payloads to rows: lists of orders, one order, an event's order, a trade (wire.md B5, B9). Numbers
// and ids keep every digit. One bad row is a warning; what is no list is an error, never an empty book.
#pragma once

#include "alphapoint/instruments.h"
#include "json/json_value.h"
#include "orders/listing.h"

namespace alphapoint {

/// Whose rows they are.
struct RowContext
{
    orders::Account account;
    QString connection;
    std::shared_ptr<const Instruments> instruments;
};

struct OrderRows
{
    std::vector<std::shared_ptr<orders::Order>> rows;
    std::vector<orders::RowWarning> warnings;
    int ofOthers = 0; // rows of other accounts, which were passed over
};

/// An array of orders, or one order that stands alone. BadReply where it is neither, or nothing in it can be
/// read.
[[nodiscard]] base::Result<OrderRows> readOrders(const QByteArray &payload, const RowContext &context);

/// A part of an order that was executed.
struct Trade
{
    QString tradeId;
    QString orderId;
    QString accountId;
    QString ticks; // when, by the exchange's clock; beyond 2^53, hence text; empty where it does not say
    base::Decimal quantity;
    base::Decimal remaining; // of the order; null where the exchange does not say
    QString instrumentId;
};
[[nodiscard]] base::Result<Trade> readTrade(const QByteArray &payload);
[[nodiscard]] base::Result<Trade> readTrade(const json::Value &value);

} // namespace alphapoint
