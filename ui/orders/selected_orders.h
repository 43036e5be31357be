// SPDX-License-Identifier: Apache-2.0
// The chosen orders of the table, read by ranges and never row by row through Qt's own lists, which take
// seconds for ten thousand scattered rows. Values to hand on: keys and orders, no index leaves the table.
#pragma once

#include "ui/orders/order_tree_model.h"

#include <QItemSelection>

namespace ui {

/// In the order of the table, each row once.
[[nodiscard]] QModelIndexList rowsOf(const QItemSelection &selection);
[[nodiscard]] std::vector<orders::OrderPtr> ordersOf(const OrderTreeModel &model,
                                                     const QItemSelection &selection);
/// Rows and tabs for a spreadsheet, these columns in this order, in the C locale.
[[nodiscard]] QString tableText(const std::vector<orders::OrderPtr> &orders,
                                const std::vector<ColumnId> &columns);

} // namespace ui
