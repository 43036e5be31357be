// SPDX-License-Identifier: Apache-2.0
// Builds orders for tests in one line: OrderMaker("7").price("11.9").sell(). Values that a test does not name
// are plain and the same for all.
#pragma once

#include "orders/order.h"

namespace models {

inline constexpr base::WallTime placedByDefault{base::milliseconds(1'710'480'000'000)}; // 10:50:00 in India

[[nodiscard]] inline orders::OrderKey keyOf(const QString &id, const QString &leg = {})
{
    return {QStringLiteral("practice|tradelab|127.0.0.1||DEMO1"), 20240315, id, leg, {}};
}

class OrderMaker
{
public:
    explicit OrderMaker(const QString &id, const QString &leg = {})
    {
        m_order.key = keyOf(id, leg);
        m_order.connection = QStringLiteral("Pocketful");
        m_order.account = QStringLiteral("DEMO1");
        m_order.orderId = id;
        m_order.leg = leg;
        m_order.kind = leg.isEmpty() ? QStringLiteral("REGULAR") : QStringLiteral("BO");
        m_order.symbol = QStringLiteral("INFY-EQ");
        m_order.exchange = QStringLiteral("NSE");
        m_order.product = QStringLiteral("MIS");
        m_order.orderType = QStringLiteral("LIMIT");
        m_order.validity = QStringLiteral("DAY");
        m_order.venueStatus = QStringLiteral("CONFIRMED");
        m_order.quantity = 100;
        m_order.filled = 0;
        m_order.price = 1500;
        m_order.placedAt = placedByDefault;
        m_order.side = orders::Side::Buy;
        m_order.state = orders::OrderState::Open;
        m_order.effect = orders::effectOf(m_order, false);
    }
    explicit OrderMaker(const orders::OrderPtr &order)
        : m_order(*order)
    {
    }

    OrderMaker &symbol(const QString &text) { return set(m_order.symbol, text); }
    OrderMaker &exchange(const QString &text) { return set(m_order.exchange, text); }
    OrderMaker &kind(const QString &text) { return set(m_order.kind, text); }
    OrderMaker &type(const QString &text) { return set(m_order.orderType, text); }
    OrderMaker &connection(const QString &text) { return set(m_order.connection, text); }
    OrderMaker &venueStatus(const QString &text) { return set(m_order.venueStatus, text); }
    OrderMaker &price(const QString &text) { return set(m_order.price, number(text)); }
    OrderMaker &trigger(const QString &text) { return set(m_order.triggerPrice, number(text)); }
    OrderMaker &quantity(const QString &text) { return set(m_order.quantity, number(text)); }
    OrderMaker &filled(const QString &text) { return set(m_order.filled, number(text)); }
    OrderMaker &sell() { return set(m_order.side, orders::Side::Sell); }
    OrderMaker &state(orders::OrderState state) { return set(m_order.state, state); }
    OrderMaker &placed(std::optional<base::WallTime> time) { return set(m_order.placedAt, time); }
    OrderMaker &missing(base::WallTime since) { return set(m_order.missingSince, std::optional(since)); }
    OrderMaker &under(const orders::OrderKey &parent) { return set(m_order.parent, parent); }

    operator orders::OrderPtr() const { return std::make_shared<const orders::Order>(m_order); }

private:
    template <typename T> OrderMaker &set(T &field, const T &value)
    {
        field = value;
        m_order.effect = orders::effectOf(m_order, false);
        return *this;
    }
    // A text that is no number is one of the things that a venue sends.
    static base::Decimal number(const QString &text)
    {
        if (text.isEmpty())
            return {};
        const auto value = base::Decimal::fromText(QStringView(text));
        return value ? *value : base::Decimal::unreadable(text);
    }

    orders::Order m_order;
};

} // namespace models
