// SPDX-License-Identifier: Apache-2.0
// Whether a row is to be shown: by the category that is open and by the search. Keeps the counts of all
// categories as rows come, change and go. Asked by the model for each row that changed; it moves nothing.
#pragma once

#include "orders/order_filter.h"
#include "ui/orders/order_rows.h"

namespace ui {

class RowMatcher
{
public:
    /// What is over stays in the drawers of what is open for this long, so that its end is seen where it was.
    static constexpr base::seconds lingering{60};

    struct Times
    {
        base::WallTime wall;
        base::MonoTime monotonic;
    };

    [[nodiscard]] Category category() const { return m_category; }
    [[nodiscard]] const orders::OrderFilter &filter() const { return m_filter; }
    [[nodiscard]] const CategoryCounts &counts() const { return m_counts; }
    /// Rows of the open category that the search leaves out.
    [[nodiscard]] int hiddenBySearch() const { return m_hidden; }
    [[nodiscard]] static bool lingers(const CancelMark &mark, base::MonoTime now);

    /// Works the row out anew, after its order or its mark has changed, or the time.
    void consider(OrderRow &row, const CancelMark &mark, const Times &now);
    /// The row is gone from the book.
    void forget(OrderRow &row);

    /// Only the search has changed; consider() every row after either.
    void setFilter(orders::OrderFilter filter) { m_filter = std::move(filter); }
    void setCategory(Category category) { m_category = category; }

private:
    [[nodiscard]] static int isHidden(const OrderRow &row)
    {
        return row.isInCategory && !row.passesSearch ? 1 : 0;
    }

    orders::OrderFilter m_filter;
    CategoryCounts m_counts;
    int m_hidden = 0;
    Category m_category = Category::Open;
};

/// Shown for its own sake, or as the entry of a leg, or as a leg of an entry, that is.
[[nodiscard]] bool isWanted(const OrderRows &rows, RowId id);

} // namespace ui
