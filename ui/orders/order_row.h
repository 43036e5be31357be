// SPDX-License-Identifier: Apache-2.0
// One order as the table's model holds it: the newest reading and what was worked out from it once, so that
// sorting and filtering touch no order. Rows are named by a small number that stays while the row is there.
#pragma once

#include "ui/orders/order_category.h"
#include "ui/orders/sort_key.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ui {

using RowId = std::uint32_t;
inline constexpr RowId noRow = ~RowId{0};

struct OrderRow
{
    orders::OrderPtr order; // null: the number is free
    SortKey sortKey;
    std::int64_t placed = 0;                  // milliseconds since 1970: newest first among equals
    RowId parent = noRow;                     // the entry that it stands under, once that is here
    std::unique_ptr<std::vector<RowId>> legs; // that stand under it, shown or not, in the order of legs
    CategorySet categories;
    bool isInCategory = false; // of the one that is shown
    bool passesSearch = true;
    bool hasMark = false;
    bool isRemoved = false; // gone from the book, still shown until the table may move
    bool isUnplaced = false;

    [[nodiscard]] bool matches() const { return isInCategory && passesSearch && !isRemoved; }
};

} // namespace ui
