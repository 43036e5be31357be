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
    {"order.connection"_L1, &Order::connection},
    {"order.account"_L1, &Order::account},
    {"order.id"_L1, &Order::orderId},
    {"order.exchange_id"_L1, &Order::exchangeOrderId},
    {"order.client_id"_L1, &Order::clientOrderId},
    {"order.basket"_L1, &Order::basketId},
    {"order.kind"_L1, &Order::kind},
    {"order.leg"_L1, &Order::leg},
    {"order.symbol"_L1, &Order::symbol},
    {"order.exchange"_L1, &Order::exchange},
    {"order.segment"_L1, &Order::segment},
    {"order.instrument"_L1, &Order::instrument},
    {"order.product"_L1, &Order::product},
    {"order.type"_L1, &Order::orderType},
    {"order.validity"_L1, &Order::validity},
    {"order.side"_L1, &Order::sideText},
    {"order.status"_L1, &Order::venueStatus},
    {"order.mode"_L1, &Order::mode},
    {"order.currency"_L1, &Order::currency},
    {"order.reason"_L1, &Order::reason},
};

struct NumberMember
{
    QLatin1StringView name;
    base::Decimal Order::*member;
};

constexpr NumberMember numbers[] = {
    {"order.quantity"_L1, &Order::quantity},    {"order.filled"_L1, &Order::filled},
    {"order.price"_L1, &Order::price},          {"order.trigger"_L1, &Order::triggerPrice},
    {"order.average"_L1, &Order::averagePrice}, {"order.lot"_L1, &Order::lotSize},
};

template <typename Enum> Enum enumFrom(const QString &text, Enum last)
{
    const int value = text.toInt();
    return value >= 0 && value <= static_cast<int>(last) ? static_cast<Enum>(value) : last;
}

} // namespace

void appendSnapshot(Details &details, const Order &order)
{
    for (const TextMember &each : texts) {
        if (!(order.*each.member).isEmpty())
            details.emplace_back(each.name, order.*each.member);
    }
    for (const NumberMember &each : numbers) {
        if (!(order.*each.member).isNull())
            details.emplace_back(each.name, (order.*each.member).toText());
    }
    details.emplace_back(u"order.key"_s, order.key.toText());
    details.emplace_back(u"order.state"_s, QString::number(static_cast<int>(order.state)));
    details.emplace_back(u"order.side_code"_s, QString::number(static_cast<int>(order.side)));
    details.emplace_back(u"order.effect"_s, QString::number(static_cast<int>(order.effect)));
    details.emplace_back(u"order.marker"_s, order.marker.reference);
    details.emplace_back(u"order.content"_s, QString::number(order.marker.content, 16));
    details.emplace_back(u"order.cancel_rejected"_s, order.isCancelRejected ? u"1"_s : u"0"_s);
    if (order.placedAt)
        details.emplace_back(u"order.placed_ms"_s,
                             QString::number(order.placedAt->time_since_epoch().count()));
}

orders::OrderPtr readSnapshot(const journal::Entry &entry)
{
    auto order = std::make_shared<Order>();
    for (const TextMember &each : texts)
        (*order).*each.member = entry.detail(QString(each.name));
    for (const NumberMember &each : numbers) {
        const QString text = entry.detail(QString(each.name));
        if (!text.isEmpty())
            (*order).*each.member = base::Decimal::fromText(text).value_or(base::Decimal::unreadable(text));
    }
    order->key = orders::OrderKey::parse(entry.detail(u"order.key"));
    order->state = enumFrom(entry.detail(u"order.state"), orders::OrderState::Unknown);
    order->side = enumFrom(entry.detail(u"order.side_code"), orders::Side::Unknown);
    order->effect = enumFrom(entry.detail(u"order.effect"), orders::Effect::MayTrade);
    order->marker.reference = entry.detail(u"order.marker");
    order->marker.content = static_cast<std::size_t>(entry.detail(u"order.content").toULongLong(nullptr, 16));
    order->isCancelRejected = entry.detail(u"order.cancel_rejected") == "1"_L1;
    if (const QString placed = entry.detail(u"order.placed_ms"); !placed.isEmpty())
        order->placedAt = base::WallTime(base::milliseconds(placed.toLongLong()));
    return order;
}

} // namespace cancel
