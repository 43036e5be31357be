// SPDX-License-Identifier: Apache-2.0
// Every field of an order that can be shown, filtered, sorted or exported, once. The terminal program's
// columns, its JSON, the filter language, the table and the export all read this list: a new field is one
// line here.
#pragma once

#include "orders/order.h"

#include <QLatin1StringView>

#include <span>

namespace orders {

enum class FieldId : unsigned char {
    Connection,
    Account,
    OrderId,
    ExchangeOrderId,
    Kind,
    Leg,
    Symbol,
    Exchange,
    Side,
    OrderType,
    Product,
    Validity,
    Quantity,
    Filled,
    Remaining,
    Price,
    TriggerPrice,
    AveragePrice,
    Status,
    VenueStatus,
    Cancellable,
    Effect,
    PlacedAt,
    Reason,
};

enum class FieldType : unsigned char { Text, Number, Time, Flag };

struct FieldSpec
{
    FieldId id;
    FieldType type;
    QLatin1StringView name;                 // the contract's name (cli.md)
    QString (*text)(const Order &);         // C locale; empty for none
    base::Decimal (*number)(const Order &); // for FieldType::Number, else null
};

/// In the order of the contract.
[[nodiscard]] std::span<const FieldSpec> orderFields();
[[nodiscard]] const FieldSpec &orderField(FieldId id);
/// By name or by one of the short names that the filter knows ("type", "qty", "id" ...); nullptr for none.
[[nodiscard]] const FieldSpec *findOrderField(QStringView name);

[[nodiscard]] QString sideName(const Order &order);

} // namespace orders
