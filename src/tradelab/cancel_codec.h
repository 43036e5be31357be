// SPDX-License-Identifier: Apache-2.0
// The cancel of one row as bytes, and what an answer to it means. Pure. Leg and status are the row's own
// text, echoed as they are (wire.md A7, rulings.md 11). It never carries a token: http_requests adds that.
#pragma once

#include "base/redactor.h"
#include "base/result.h"
#include "net/http_types.h"
#include "orders/order.h"
#include "tradelab/dialect.h"
#include "venues/cancel_exchange.h"

namespace tradelab {

/// Usage error with the reason where no request can be made: a leg without its exchange order id, a row of
/// another client.
[[nodiscard]] base::Result<venues::CancelRequest>
cancelRequest(const orders::Order &order, const Dialect &dialect, const orders::Account &account);

/// Classes of lifecycle.md R3. `orderId` is whose cancel it answers; any other id in it makes it Unknown.
[[nodiscard]] venues::CancelAnswer classifyAnswer(const net::HttpResult &result, const QString &orderId,
                                                  const base::Redactor &redactor);

} // namespace tradelab
