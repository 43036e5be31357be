// SPDX-License-Identifier: Apache-2.0
// The order in which rows are listed and cancelled: by connection, by time of entry, an entry before its
// legs. Books keep none; two runs of a command must not differ in it.
#pragma once

#include "orders/order.h"

#include <vector>

namespace commands {

void sortRows(std::vector<orders::OrderPtr> &rows);

} // namespace commands
