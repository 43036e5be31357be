// SPDX-License-Identifier: Apache-2.0
// The orders of the table as a CSV file: the contract's field names in the first line, the C locale below. Asked
// for by a person, who also chooses the file; it is readable by them alone.
#pragma once

#include "orders/order.h"


namespace ui {

class OrderTreeModel;

[[nodiscard]] std::vector<orders::OrderPtr> shownOrders(const OrderTreeModel &model);
[[nodiscard]] QByteArray ordersAsCsv(const std::vector<orders::OrderPtr> &orders);
/// Empty on success, else why not.
[[nodiscard]] QString writeExport(const QString &path, const QByteArray &csv);

} // namespace ui
