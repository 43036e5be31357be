// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_category.h"

namespace ui {

CategorySet categoriesOf(const orders::Order &order, CancelStep step)
{
    CategorySet set;
    set.add(Category::All);
    const bool isRejected = order.state == orders::OrderState::Rejected;
    if (order.isAlive())
        set.add(Category::Open);
    else if (!isRejected)
        set.add(Category::Closed);
    if (order.isAlive() && (order.state == orders::OrderState::BeingCancelled || isOnItsWay(step)))
        set.add(Category::BeingCancelled);
    if (isRejected || (order.isAlive() && hasFailed(step)))
        set.add(Category::Refused);
    return set;
}

void CategoryCounts::add(CategorySet set, int by)
{
    for (const Category category : allCategories) {
        if (set.has(category))
            m_counts[static_cast<std::size_t>(category)] += by;
    }
}

} // namespace ui
