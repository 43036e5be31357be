// SPDX-License-Identifier: Apache-2.0
// The columns of the order table, as data: name, title, alignment, width, sort. The model, the header, the
// delegate and the clipboard read this list. A new column is one enumerator and one line of the table.
#pragma once

#include "orders/order_fields.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>
#include <span>

namespace ui {

enum class ColumnId : unsigned char {
    Tick,
    Status,
    Age,
    Side,
    Symbol,
    Exchange,
    Product,
    Kind,
    Leg,
    Quantity,
    Filled,
    Remaining,
    Price,
    Trigger,
    Type,
    Validity,
    Time,
    Account,
    Connection,
    OrderId,
    ExchangeOrderId,
    Reason,
};

enum class SortKind : unsigned char { None, Status, Age, Time, Number, Text };

struct OrderColumn
{
    ColumnId id;
    QLatin1StringView name; // in saved layouts, for good
    const char *title;      // before translation
    SortKind sort;
    int width;                            // pixels at scale 1
    bool isVisible;                       // by default
    std::optional<orders::FieldId> field; // the raw value; none for what only the table has

    [[nodiscard]] bool isNumber() const { return sort == SortKind::Number || sort == SortKind::Age; }
};

/// In the default order of the window; the position is the model's column number.
[[nodiscard]] std::span<const OrderColumn> orderColumns();
[[nodiscard]] const OrderColumn &orderColumn(ColumnId id);
[[nodiscard]] constexpr int columnNumber(ColumnId id)
{
    return static_cast<int>(id);
}
[[nodiscard]] QString columnTitle(const OrderColumn &column);

} // namespace ui
