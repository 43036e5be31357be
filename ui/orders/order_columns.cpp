// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_columns.h"

#include <QCoreApplication>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using orders::FieldId;

namespace {

// clang-format off
constexpr std::array columns = {
    OrderColumn{ColumnId::Tick, "tick"_L1, "", SortKind::None, 28, true, {}},
    OrderColumn{ColumnId::Status, "status"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Status"), SortKind::Status, 160, true, FieldId::Status},
    OrderColumn{ColumnId::Age, "age"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Age"), SortKind::Age, 44, true, {}},
    OrderColumn{ColumnId::Side, "side"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Side"), SortKind::Text, 58, true, FieldId::Side},
    OrderColumn{ColumnId::Symbol, "symbol"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Symbol"), SortKind::Text, 182, true, FieldId::Symbol},
    OrderColumn{ColumnId::Exchange, "exchange"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Exch"), SortKind::Text, 44, true, FieldId::Exchange},
    OrderColumn{ColumnId::Product, "product"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Product"), SortKind::Text, 60, true, FieldId::Product},
    OrderColumn{ColumnId::Kind, "kind"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Kind"), SortKind::Text, 66, true, FieldId::Kind},
    OrderColumn{ColumnId::Leg, "leg"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Leg"), SortKind::Text, 118, true, FieldId::Leg},
    OrderColumn{ColumnId::Quantity, "quantity"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Qty"), SortKind::Number, 54, true, FieldId::Quantity},
    OrderColumn{ColumnId::Filled, "filled"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Filled"), SortKind::Number, 48, true, FieldId::Filled},
    OrderColumn{ColumnId::Remaining, "remaining"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Remaining"), SortKind::Number, 78, true, FieldId::Remaining},
    OrderColumn{ColumnId::Price, "price"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Price"), SortKind::Number, 88, true, FieldId::Price},
    OrderColumn{ColumnId::Trigger, "trigger"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Trigger"), SortKind::Number, 82, true, FieldId::TriggerPrice},
    OrderColumn{ColumnId::Type, "type"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Type"), SortKind::Text, 64, true, FieldId::OrderType},
    OrderColumn{ColumnId::Validity, "validity"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Validity"), SortKind::Text, 62, false, FieldId::Validity},
    OrderColumn{ColumnId::Time, "time"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Time"), SortKind::Time, 64, true, FieldId::PlacedAt},
    OrderColumn{ColumnId::Account, "account"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Account"), SortKind::Text, 90, false, FieldId::Account},
    OrderColumn{ColumnId::Connection, "connection"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Connection"), SortKind::Text, 84, true, FieldId::Connection},
    OrderColumn{ColumnId::OrderId, "order_id"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Order id"), SortKind::Text, 96, true, FieldId::OrderId},
    OrderColumn{ColumnId::ExchangeOrderId, "exchange_order_id"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Exchange order id"), SortKind::Text, 136, false, FieldId::ExchangeOrderId},
    OrderColumn{ColumnId::Reason, "reason"_L1, QT_TRANSLATE_NOOP("ui::OrderColumns", "Reason"), SortKind::Text, 240, false, FieldId::Reason},
};
// clang-format on

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
