// SPDX-License-Identifier: Apache-2.0
// An order as journal details, and back: enough of the row to gate, identify and show it after a restart.
#pragma once

#include "journal/journal.h"
#include "orders/order.h"

namespace cancel {

using Details = std::vector<std::pair<QString, QString>>;

void appendSnapshot(Details &details, const orders::Order &order);
[[nodiscard]] orders::OrderPtr readSnapshot(const journal::Entry &entry);

} // namespace cancel
