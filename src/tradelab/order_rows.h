// SPDX-License-Identifier: Apache-2.0
// From a broker's reply to rows: order lists (wire.md A5.2), trades (A5.3) and order histories (A5.4). Pure,
// any thread. One bad row is a warning; a reply that is no list is an error and never an empty book
// (rulings.md 6).
#pragma once

#include "base/result.h"
#include "orders/trade_list.h"

namespace tradelab {

/// Whose rows they are and when they were asked for; goes into the listing as it is.
struct ReplyContext
{
    orders::ListKind kind = orders::ListKind::Pending;
    orders::Account account;
    QString connection;
    int httpStatus = 200;
    base::MonoTime began{0};
    base::MonoTime ended{0};
    base::WallTime endedAt{};
};

[[nodiscard]] base::Result<orders::Listing> readOrderList(QByteArray body, const ReplyContext &context);

/// The account's executions. A broker that answers with orders instead is taken for what they say: each
/// stands for all that was filled of it.
[[nodiscard]] base::Result<orders::TradeList> readTradeList(QByteArray body, const ReplyContext &context);

/// The revisions of one order, newest first, under the key of the order that was asked for. The caller
/// compares exchange ids: a history names the order by other ids than the list does.
[[nodiscard]] base::Result<std::vector<orders::OrderPtr>>
readOrderHistory(QByteArray body, const ReplyContext &context, const orders::Order &asked);

} // namespace tradelab
