// SPDX-License-Identifier: Apache-2.0
// The CancelOrder request of a row, and what an answer to it means (wire.md B8, lifecycle.md R3). Pure.
#pragma once

#include "alphapoint/frame.h"
#include "base/redactor.h"
#include "orders/order.h"
#include "venues/cancel_exchange.h"

namespace alphapoint {

/// By OMS, account and order id; where no order id is known, by OMS, account and the client order id in both
/// of its spellings. Usage error where the row has neither, or belongs to another account.
[[nodiscard]] base::Result<venues::CancelRequest>
cancelRequest(const orders::Order &order, const orders::Account &account, const QString &path);

/// Sets class, error, message, code and evidence; the times are the caller's.
[[nodiscard]] venues::CancelAnswer classifyAnswer(const Frame &frame, const base::Redactor &redactor);

} // namespace alphapoint
