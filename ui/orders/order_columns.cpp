// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_columns.h"

#include <QCoreApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using orders::FieldId;

namespace {

#define TITLE(text) QT_TRANSLATE_NOOP("ui::OrderColumns", text)

// clang-format off
constexpr std::array columns = {
    OrderColumn{ColumnId::Tick, "tick"_L1, "", SortKind::None, 28, true, {}},
    OrderColumn{ColumnId::Status, "status"_L1, TITLE("Status"), SortKind::Status, 184, true, FieldId::Status},
    OrderColumn{ColumnId::Age, "age"_L1, TITLE("Age"), SortKind::Age, 44, true, {}},
    OrderColumn{ColumnId::Side, "side"_L1, TITLE("Side"), SortKind::Text, 58, true, FieldId::Side},
    OrderColumn{ColumnId::Symbol, "symbol"_L1, TITLE("Symbol"), SortKind::Text, 164, true, FieldId::Symbol},
    OrderColumn{ColumnId::Exchange, "exchange"_L1, TITLE("Exch"), SortKind::Text, 44, true, FieldId::Exchange},
    OrderColumn{ColumnId::Product, "product"_L1, TITLE("Product"), SortKind::Text, 60, true, FieldId::Product},
    OrderColumn{ColumnId::Kind, "kind"_L1, TITLE("Kind"), SortKind::Text, 70, true, FieldId::Kind},
    OrderColumn{ColumnId::Leg, "leg"_L1, TITLE("Leg"), SortKind::Text, 116, true, FieldId::Leg},
    OrderColumn{ColumnId::Quantity, "quantity"_L1, TITLE("Qty"), SortKind::Number, 54, true, FieldId::Quantity},
    OrderColumn{ColumnId::Filled, "filled"_L1, TITLE("Filled"), SortKind::Number, 48, true, FieldId::Filled},
    OrderColumn{ColumnId::Remaining, "remaining"_L1, TITLE("Remaining"), SortKind::Number, 78, true, FieldId::Remaining},
    OrderColumn{ColumnId::Price, "price"_L1, TITLE("Price"), SortKind::Number, 90, true, FieldId::Price},
    OrderColumn{ColumnId::Trigger, "trigger"_L1, TITLE("Trigger"), SortKind::Number, 70, true, FieldId::TriggerPrice},
    OrderColumn{ColumnId::Type, "type"_L1, TITLE("Type"), SortKind::Text, 72, true, FieldId::OrderType},
    OrderColumn{ColumnId::Validity, "validity"_L1, TITLE("Validity"), SortKind::Text, 62, false, FieldId::Validity},
    OrderColumn{ColumnId::Time, "time"_L1, TITLE("Time"), SortKind::Time, 64, true, FieldId::PlacedAt},
    OrderColumn{ColumnId::Account, "account"_L1, TITLE("Account"), SortKind::Text, 90, false, FieldId::Account},
    OrderColumn{ColumnId::Connection, "connection"_L1, TITLE("Connection"), SortKind::Text, 84, true, FieldId::Connection},
    OrderColumn{ColumnId::OrderId, "order_id"_L1, TITLE("Order id"), SortKind::Text, 98, true, FieldId::OrderId},
    OrderColumn{ColumnId::ExchangeOrderId, "exchange_order_id"_L1, TITLE("Exchange order id"), SortKind::Text, 136, false, FieldId::ExchangeOrderId},
    OrderColumn{ColumnId::Reason, "reason"_L1, TITLE("Reason"), SortKind::Text, 240, false, FieldId::Reason},
};
// clang-format on

#undef TITLE

} // namespace

std::span<const OrderColumn> orderColumns()
{
    return columns;
}

const OrderColumn &orderColumn(ColumnId id)
{
    return columns[static_cast<std::size_t>(id)];
}

QString columnTitle(const OrderColumn &column)
{
    return *column.title == '\0' ? QString() : QCoreApplication::translate("ui::OrderColumns", column.title);
}

} // namespace ui
