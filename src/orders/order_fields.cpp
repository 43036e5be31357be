// SPDX-License-Identifier: Apache-2.0
#include "orders/order_fields.h"

#include <array>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

using base::Decimal;
using Row = const Order &;

QString flag(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

template <Decimal Order::*Member> FieldSpec number(FieldId id, QLatin1StringView name)
{
    return {id, FieldType::Number, name, [](Row row) { return (row.*Member).toText(); },
            [](Row row) { return row.*Member; }};
}

template <QString Order::*Member> FieldSpec text(FieldId id, QLatin1StringView name)
{
    return {id, FieldType::Text, name, [](Row row) { return row.*Member; }, nullptr};
}

const auto &table()
{
    static const std::array fields = {
        text<&Order::connection>(FieldId::Connection, "connection"_L1),
        text<&Order::account>(FieldId::Account, "account"_L1),
        text<&Order::orderId>(FieldId::OrderId, "order_id"_L1),
        text<&Order::exchangeOrderId>(FieldId::ExchangeOrderId, "exchange_order_id"_L1),
        text<&Order::kind>(FieldId::Kind, "kind"_L1),
        text<&Order::leg>(FieldId::Leg, "leg"_L1),
        text<&Order::symbol>(FieldId::Symbol, "symbol"_L1),
        text<&Order::exchange>(FieldId::Exchange, "exchange"_L1),
        FieldSpec{FieldId::Side, FieldType::Text, "side"_L1, sideName, nullptr},
        text<&Order::orderType>(FieldId::OrderType, "order_type"_L1),
        text<&Order::product>(FieldId::Product, "product"_L1),
        text<&Order::validity>(FieldId::Validity, "validity"_L1),
        number<&Order::quantity>(FieldId::Quantity, "quantity"_L1),
        number<&Order::filled>(FieldId::Filled, "filled"_L1),
        FieldSpec{FieldId::Remaining, FieldType::Number, "remaining"_L1,
                  [](Row row) { return row.remaining().toText(); }, [](Row row) { return row.remaining(); }},
        number<&Order::price>(FieldId::Price, "price"_L1),
        number<&Order::triggerPrice>(FieldId::TriggerPrice, "trigger_price"_L1),
        number<&Order::averagePrice>(FieldId::AveragePrice, "average_price"_L1),
        FieldSpec{FieldId::Status, FieldType::Text, "status"_L1, [](Row row) { return stateName(row.state); },
                  nullptr},
        text<&Order::venueStatus>(FieldId::VenueStatus, "venue_status"_L1),
        FieldSpec{FieldId::Cancellable, FieldType::Flag, "cancellable"_L1,
                  [](Row row) { return flag(row.isCancellable()); }, nullptr},
        FieldSpec{FieldId::Effect, FieldType::Text, "effect"_L1,
                  [](Row row) { return effectName(row.effect); }, nullptr},
        FieldSpec{FieldId::PlacedAt, FieldType::Time, "placed_at"_L1,
                  [](Row row) { return row.placedAt ? base::isoUtc(*row.placedAt) : QString(); }, nullptr},
        text<&Order::reason>(FieldId::Reason, "reason"_L1),
    };
    return fields;
}

struct ShortName
{
    QLatin1StringView name;
    QLatin1StringView field;
};

constexpr ShortName shortNames[] = {
    {"id"_L1, "order_id"_L1},
    {"type"_L1, "order_type"_L1},
    {"qty"_L1, "quantity"_L1},
    {"exch"_L1, "exchange"_L1},
    {"trigger"_L1, "trigger_price"_L1},
    {"average"_L1, "average_price"_L1},
    {"exchange_id"_L1, "exchange_order_id"_L1},
};

} // namespace

std::span<const FieldSpec> orderFields()
{
    return table();
}

const FieldSpec &orderField(FieldId id)
{
    return table()[static_cast<std::size_t>(id)];
}

const FieldSpec *findOrderField(QStringView name)
{
    for (const ShortName &each : shortNames) {
        if (name.compare(each.name, Qt::CaseInsensitive) == 0)
            return findOrderField(QString(each.field));
    }
    for (const FieldSpec &field : table()) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

QString sideName(const Order &order)
{
    switch (order.side) {
    case Side::Buy:
        return u"BUY"_s;
    case Side::Sell:
        return u"SELL"_s;
    case Side::Short:
        return u"SHORT"_s;
    case Side::Unknown:
        break;
    }
    return order.sideText;
}

} // namespace orders
