// SPDX-License-Identifier: Apache-2.0
// The order of the table's rows: by one column, in one direction, and among equals the newest first. Total:
// no two orders are ever equal, so the same rows always stand the same way. Used by the model alone; holds no
// rows.
#pragma once

#include "ui/orders/order_columns.h"
#include "ui/orders/order_row.h"

namespace ui {

class OrderOrdering
{
public:
    OrderOrdering(ColumnId column, bool isDescending)
        : m_column(&orderColumn(column))
        , m_isDescending(isDescending)
    {
    }

    [[nodiscard]] ColumnId column() const { return m_column->id; }
    [[nodiscard]] bool isDescending() const { return m_isDescending; }

    [[nodiscard]] SortKey keyOf(const orders::Order &order, CancelStep step) const;
    /// Both rows' sort keys must be of this ordering.
    [[nodiscard]] bool isBefore(const OrderRow &a, const OrderRow &b) const;
    /// For two rows whose keys and times are equal.
    [[nodiscard]] bool isBeforeAmongEqualKeys(const OrderRow &a, const OrderRow &b) const;
    /// A row whose reading changed from one to the other keeps its place.
    [[nodiscard]] bool isSamePlace(const SortKey &before, const orders::Order &orderBefore,
                                   const OrderRow &now) const;

private:
    [[nodiscard]] int compareValues(const orders::Order &a, const orders::Order &b) const;

    const OrderColumn *m_column;
    bool m_isDescending;
};

/// Legs under their entry, whatever the sort column: SECOND, THIRD, targets, stops, the rest by name.
[[nodiscard]] bool isEarlierLeg(const orders::Order &a, const orders::Order &b);

} // namespace ui
