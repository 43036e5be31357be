// SPDX-License-Identifier: Apache-2.0
// An order as journal details, and back: enough of the row to gate, identify and show it after a restart.
#pragma once

#include "journal/journal.h"
#include "orders/order.h"

namespace cancel {

inline constexpr QLatin1StringView snapshotPrefix("order.");
inline constexpr QLatin1StringView latestPrefix("latest."); // beside the row as it was asked for

using Details = std::vector<std::pair<QString, QString>>;

/// Names begin with "order.", or with another prefix where an entry holds two.
void appendSnapshot(Details &details, const orders::Order &order, QLatin1StringView prefix = snapshotPrefix);
[[nodiscard]] orders::OrderPtr readSnapshot(const journal::Entry &entry,
                                            QLatin1StringView prefix = snapshotPrefix);

} // namespace cancel
