// SPDX-License-Identifier: Apache-2.0
// The order table as one would write it without a thought for speed: everything is worked out anew each time
// from the rules alone. What the model shows after any storm of changes must be what this says.
#pragma once

#include "models/order_maker.h"
#include "orders/order_filter.h"
#include "ui/orders/order_category.h"
#include "ui/orders/order_columns.h"

#include <map>

namespace models {

class NaiveTable
{
public:
    void put(const orders::OrderPtr &order) { m_orders[nameOf(order->key)] = order; }
    void remove(const orders::OrderKey &key) { m_orders.erase(nameOf(key)); }
    void mark(const orders::OrderKey &key, ui::CancelStep step, base::MonoTime since);

    /// Names of the rows in their order, legs with two blanks in front.
    [[nodiscard]] QStringList rows(base::MonoTime now) const;
    [[nodiscard]] int countOf(ui::Category category) const;

    [[nodiscard]] static QString nameOf(const orders::OrderKey &key) { return key.orderId + u'/' + key.leg; }

    orders::OrderFilter filter;
    ui::Category category = ui::Category::Open;
    ui::ColumnId column = ui::ColumnId::Time;
    bool isDescending = true;

private:
    struct Mark
    {
        ui::CancelStep step = ui::CancelStep::None;
        base::MonoTime since{0};
    };

    [[nodiscard]] Mark markOf(const orders::Order &order) const;
    [[nodiscard]] orders::OrderPtr parentOf(const orders::Order &order) const;
    [[nodiscard]] bool matches(const orders::Order &order, base::MonoTime now) const;
    [[nodiscard]] bool isWanted(const orders::Order &order, base::MonoTime now) const;
    [[nodiscard]] bool isBefore(const orders::Order &a, const orders::Order &b) const;

    std::map<QString, orders::OrderPtr> m_orders;
    std::map<QString, Mark> m_marks;
};

} // namespace models
