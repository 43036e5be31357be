// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_ordering.h"

#include <tuple>

namespace ui {

using orders::Order;
using orders::OrderState;
using namespace Qt::StringLiterals;

namespace {

std::optional<std::int64_t> placedAt(const Order &order)
{
    if (!order.placedAt)
        return std::nullopt;
    return order.placedAt->time_since_epoch().count();
}

// What asks for a person's eye comes first: cancels by how doubtful they are, then the book's states.
std::int64_t statusRank(const Order &order, CancelStep step)
{
    switch (step) {
    case CancelStep::Contradicted:
        return 0;
    case CancelStep::StillLive:
        return 1;
    case CancelStep::Unknown:
        return 2;
    case CancelStep::Refused:
        return 3;
    case CancelStep::Refusal:
        return 4;
    case CancelStep::NotTaken:
        return 5;
    case CancelStep::NotSent:
        return 6;
    case CancelStep::Queued:
        return 7;
    case CancelStep::Sent:
        return 8;
    case CancelStep::Receipt:
        return 9;
    case CancelStep::Acknowledged:
        return 10;
    case CancelStep::FilledFirst:
        return 11;
    case CancelStep::Ended:
        return 12;
    case CancelStep::Proved:
        return 13;
    case CancelStep::None:
        break;
    }
    switch (order.state) {
    case OrderState::Unknown:
        return 20;
    case OrderState::BeingCancelled:
        return 21;
    case OrderState::InFlight:
        return 22;
    case OrderState::Open:
        return order.filled.isZero() ? 24 : 23;
    case OrderState::Filled:
        return 25;
    case OrderState::Cancelled:
        return 26;
    case OrderState::Rejected:
        return 27;
    case OrderState::Expired:
        return 28;
    }
    Q_UNREACHABLE();
}

int legRank(const QString &leg)
{
    static constexpr std::pair<QLatin1StringView, int> ranks[] = {
        {"ENTRY"_L1, 0}, {"SECOND"_L1, 1}, {"TARGET"_L1, 2}, {"THIRD"_L1, 3}, {"STOPLOSS"_L1, 4}};
    for (const auto &[word, rank] : ranks) {
        if (leg.compare(word, Qt::CaseInsensitive) == 0)
            return rank;
    }
    return 9;
}

auto identity(const Order &order)
{
    return std::tie(order.key.orderId, order.key.leg, order.key.account, order.key.day, order.key.twin);
}

} // namespace

SortKey OrderOrdering::keyOf(const Order &order, CancelStep step) const
{
    switch (m_column->sort) {
    case SortKind::None:
        return {};
    case SortKind::Status:
        return SortKey::ofInteger(statusRank(order, step), m_isDescending);
    case SortKind::Age:
        return SortKey::ofInteger(placedAt(order), !m_isDescending); // the younger, the later
    case SortKind::Time:
        return SortKey::ofInteger(placedAt(order), m_isDescending);
    case SortKind::Number:
        return SortKey::ofNumber(orders::orderField(*m_column->field).number(order), m_isDescending);
    case SortKind::Text:
        return SortKey::ofText(orders::orderField(*m_column->field).text(order), m_isDescending);
    }
    Q_UNREACHABLE();
}

int OrderOrdering::compareValues(const Order &a, const Order &b) const
{
    const orders::FieldSpec &field = orders::orderField(*m_column->field);
    int order = 0;
    if (m_column->sort == SortKind::Number) {
        const auto result = field.number(a) <=> field.number(b);
        order = result < 0 ? -1 : (result > 0 ? 1 : 0);
    } else {
        order = compareFolded(field.text(a), field.text(b));
    }
    return m_isDescending ? -order : order;
}

bool OrderOrdering::isBefore(const OrderRow &a, const OrderRow &b) const
{
    if (a.sortKey != b.sortKey)
        return a.sortKey < b.sortKey;
    if (!a.sortKey.isWhole()) {
        const int order = compareValues(*a.order, *b.order);
        if (order != 0)
            return order < 0;
    }
    if (a.placed != b.placed)
        return a.placed > b.placed;
    return isBeforeAmongEqualKeys(a, b);
}

bool OrderOrdering::isBeforeAmongEqualKeys(const OrderRow &a, const OrderRow &b) const
{
    return identity(*a.order) < identity(*b.order);
}

bool OrderOrdering::isSamePlace(const SortKey &before, const Order &orderBefore, const OrderRow &now) const
{
    return before == now.sortKey && orderBefore.placedAt == now.order->placedAt &&
           (before.isWhole() || compareValues(orderBefore, *now.order) == 0);
}

bool isEarlierLeg(const Order &a, const Order &b)
{
    const int left = legRank(a.leg);
    const int right = legRank(b.leg);
    return std::tie(left, a.key.leg, a.key.orderId, a.key.twin) <
           std::tie(right, b.key.leg, b.key.orderId, b.key.twin);
}

} // namespace ui
