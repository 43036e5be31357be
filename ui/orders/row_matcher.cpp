// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/row_matcher.h"

#include <algorithm>

namespace ui {

bool RowMatcher::lingers(const CancelMark &mark, base::MonoTime now)
{
    return isOver(mark.step) && now - mark.since < lingering;
}

void RowMatcher::consider(OrderRow &row, const CancelMark &mark, const Times &now)
{
    m_hidden -= isHidden(row);
    const CategorySet categories = categoriesOf(*row.order, mark.step);
    if (categories != row.categories) {
        m_counts.add(row.categories, -1);
        row.categories = categories;
        m_counts.add(row.categories, 1);
    }
    const bool isOpenDrawer = m_category == Category::Open || m_category == Category::BeingCancelled;
    row.isInCategory = categories.has(m_category) || (isOpenDrawer && lingers(mark, now.monotonic));
    row.passesSearch = m_filter.isEmpty() || m_filter.matches(*row.order, now.wall);
    m_hidden += isHidden(row);
}

void RowMatcher::forget(OrderRow &row)
{
    m_hidden -= isHidden(row);
    m_counts.add(row.categories, -1);
    row.categories = CategorySet();
    row.isInCategory = false;
}

bool isWanted(const OrderRows &rows, RowId id)
{
    const OrderRow &row = rows[id];
    if (row.isRemoved)
        return false;
    if (row.matches() || (row.parent != noRow && rows[row.parent].matches()))
        return true;
    return row.legs &&
           std::any_of(row.legs->begin(), row.legs->end(), [&](RowId leg) { return rows[leg].matches(); });
}

} // namespace ui
