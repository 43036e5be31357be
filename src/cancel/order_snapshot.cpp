// SPDX-License-Identifier: Apache-2.0
#include "cancel/order_snapshot.h"

namespace cancel {

using namespace Qt::StringLiterals;
using orders::Order;

namespace {

struct TextMember
{
    QLatin1StringView name;
    QString Order::*member;
};

constexpr TextMember texts[] = {
    {"connection"_L1, &Order::connection},
    {"account"_L1, &Order::account},
    {"id"_L1, &Order::orderId},
    {"exchange_id"_L1, &Order::exchangeOrderId},
    {"client_id"_L1, &Order::clientOrderId},
    {"basket"_L1, &Order::basketId},
    {"pair"_L1, &Order::pairOrderId},
    {"replaced"_L1, &Order::replacedOrderId},
    {"kind"_L1, &Order::kind},
    {"leg"_L1, &Order::leg},
    {"symbol"_L1, &Order::symbol},
    {"exchange"_L1, &Order::exchange},
    {"segment"_L1, &Order::segment},
    {"instrument"_L1, &Order::instrument},
    {"product"_L1, &Order::product},
    {"type"_L1, &Order::orderType},
    {"validity"_L1, &Order::validity},
    {"side"_L1, &Order::sideText},
    {"status"_L1, &Order::venueStatus},
    {"mode"_L1, &Order::mode},
    {"currency"_L1, &Order::currency},
    {"reason"_L1, &Order::reason},
};

struct NumberMember
{
    QLatin1StringView name;
    base::Decimal Order::*member;
};

constexpr NumberMember numbers[] = {
    {"quantity"_L1, &Order::quantity},    {"filled"_L1, &Order::filled},        {"price"_L1, &Order::price},
    {"trigger"_L1, &Order::triggerPrice}, {"average"_L1, &Order::averagePrice}, {"lot"_L1, &Order::lotSize},
};

template <typename Enum> Enum enumFrom(const QString &text, Enum last)
{
    const int value = text.toInt();
    return value >= 0 && value <= static_cast<int>(last) ? static_cast<Enum>(value) : last;
}

} // namespace

void appendSnapshot(Details &details, const Order &order, QLatin1StringView prefix)
{
    const auto add = [&](QLatin1StringView name, const QString &value) {
        details.emplace_back(prefix + name, value);
    };
    for (const TextMember &each : texts) {
        if (!(order.*each.member).isEmpty())
            add(each.name, order.*each.member);
    }
    for (const NumberMember &each : numbers) {
        if (!(order.*each.member).isNull())
            add(each.name, (order.*each.member).toText());
    }
    add("key"_L1, order.key.toText());
    add("state"_L1, QString::number(static_cast<int>(order.state)));
    add("side_code"_L1, QString::number(static_cast<int>(order.side)));
    add("effect"_L1, QString::number(static_cast<int>(order.effect)));
    add("marker"_L1, order.marker.reference);
    add("content"_L1, QString::number(order.marker.content, 16));
    add("cancel_rejected"_L1, order.isCancelRejected ? u"1"_s : u"0"_s);
    if (order.placedAt)
        add("placed_ms"_L1, QString::number(order.placedAt->time_since_epoch().count()));
}

orders::OrderPtr readSnapshot(const journal::Entry &entry, QLatin1StringView prefix)
{
    const auto value = [&](QLatin1StringView name) { return entry.detail(QString(prefix + name)); };
    auto order = std::make_shared<Order>();
    for (const TextMember &each : texts)
        (*order).*each.member = value(each.name);
    for (const NumberMember &each : numbers) {
        const QString text = value(each.name);
        if (!text.isEmpty())
            (*order).*each.member = base::Decimal::fromText(text).value_or(base::Decimal::unreadable(text));
    }
    order->key = orders::OrderKey::parse(value("key"_L1));
    order->state = enumFrom(value("state"_L1), orders::OrderState::Unknown);
    order->side = enumFrom(value("side_code"_L1), orders::Side::Unknown);
    order->effect = enumFrom(value("effect"_L1), orders::Effect::MayTrade);
    order->marker.reference = value("marker"_L1);
    order->marker.content = static_cast<std::size_t>(value("content"_L1).toULongLong(nullptr, 16));
    order->isCancelRejected = value("cancel_rejected"_L1) == "1"_L1;
    if (const QString placed = value("placed_ms"_L1); !placed.isEmpty())
        order->placedAt = base::WallTime(base::milliseconds(placed.toLongLong()));
    return order;
}

} // namespace cancel
