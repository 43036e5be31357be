// SPDX-License-Identifier: Apache-2.0
#include "models/naive_table.h"

#include "orders/order_fields.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;
using orders::Order;
using orders::OrderPtr;
using ui::CancelStep;
using ui::Category;

namespace {

// -1, 0 or 1; a value that is missing is behind all others, whatever the direction.
int compareColumn(const Order &a, const Order &b, ui::ColumnId column, bool isDescending)
{
    const int sign = isDescending ? -1 : 1;
    const ui::OrderColumn &spec = ui::orderColumn(column);
    if (column == ui::ColumnId::Time || column == ui::ColumnId::Age) {
        if (a.placedAt.has_value() != b.placedAt.has_value())
            return a.placedAt ? -1 : 1;
        const int order = a.placedAt < b.placedAt ? -1 : (b.placedAt < a.placedAt ? 1 : 0);
        return column == ui::ColumnId::Time ? sign * order : -sign * order;
    }
    const orders::FieldSpec &field = orders::orderField(*spec.field);
    if (spec.sort == ui::SortKind::Number) {
        const base::Decimal left = field.number(a);
        const base::Decimal right = field.number(b);
        const auto rank = [](const base::Decimal &value) {
            return value.isNumber() ? 0 : (value.isNull() ? 2 : 1);
        };
        if (rank(left) != rank(right))
            return rank(left) < rank(right) ? -1 : 1;
        return left < right ? -sign : (left > right ? sign : 0);
    }
    const QString left = field.text(a).toUpper();
    const QString right = field.text(b).toUpper();
    if (left.isEmpty() != right.isEmpty())
        return right.isEmpty() ? -1 : 1;
    return sign * (left < right ? -1 : (right < left ? 1 : 0));
}

} // namespace

void NaiveTable::mark(const orders::OrderKey &key, CancelStep step, base::MonoTime since)
{
    m_marks[nameOf(key)] = {step, since};
}

NaiveTable::Mark NaiveTable::markOf(const Order &order) const
{
    const auto found = m_marks.find(nameOf(order.key));
    return found == m_marks.end() ? Mark() : found->second;
}

OrderPtr NaiveTable::parentOf(const Order &order) const
{
    const auto found = m_orders.find(nameOf(order.parent));
    return order.parent.isValid() && found != m_orders.end() ? found->second : nullptr;
}

bool NaiveTable::matches(const Order &order, base::MonoTime now) const
{
    const Mark mark = markOf(order);
    const bool isOpenDrawer = category == Category::Open || category == Category::BeingCancelled;
    const bool lingers = isOpenDrawer && ui::isOver(mark.step) && now - mark.since < base::seconds(60);
    return (lingers || ui::categoriesOf(order, mark.step).has(category)) && filter.matches(order, {});
}

bool NaiveTable::isWanted(const Order &order, base::MonoTime now) const
{
    const OrderPtr parent = parentOf(order);
    if (matches(order, now) || (parent && matches(*parent, now)))
        return true;
    return std::any_of(m_orders.begin(), m_orders.end(), [&](const auto &each) {
        const OrderPtr other = parentOf(*each.second);
        return other && other->key == order.key && matches(*each.second, now);
    });
}

bool NaiveTable::isBefore(const Order &a, const Order &b) const
{
    const int order = compareColumn(a, b, column, isDescending);
    if (order != 0)
        return order < 0;
    const auto time = [](const Order &each) { return each.placedAt.value_or(base::WallTime{}); };
    return time(a) != time(b) ? time(a) > time(b) : nameOf(a.key) < nameOf(b.key);
}

QStringList NaiveTable::rows(base::MonoTime now) const
{
    std::vector<OrderPtr> top;
    for (const auto &[name, order] : m_orders) {
        if (isWanted(*order, now) && !parentOf(*order))
            top.push_back(order);
    }
    std::sort(top.begin(), top.end(),
              [this](const OrderPtr &a, const OrderPtr &b) { return isBefore(*a, *b); });
    QStringList names;
    for (const OrderPtr &order : top) {
        names += nameOf(order->key);
        for (const auto &[name, leg] : m_orders) {
            if (parentOf(*leg) == order && isWanted(*leg, now))
                names += u"  "_s + name; // SECOND before THIRD, as in the map
        }
    }
    return names;
}

int NaiveTable::countOf(Category wanted) const
{
    return static_cast<int>(std::count_if(m_orders.begin(), m_orders.end(), [&](const auto &each) {
        return ui::categoriesOf(*each.second, markOf(*each.second).step).has(wanted);
    }));
}

} // namespace models
