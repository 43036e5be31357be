// SPDX-License-Identifier: Apache-2.0
// A made-up book of any size for benchmarks: a few hundred symbols, two price levels in three alike, one
// order in twenty with two legs. The same seed gives the same book.
#pragma once

#include "orders/order.h"

#include <random>
#include <vector>

namespace bench {

class GeneratedBook
{
public:
    explicit GeneratedBook(unsigned seed = 1)
        : m_random(seed)
    {
        static const char *const names[] = {"INFY",    "TCS",  "SBIN",  "RELIANCE",
                                            "YESBANK", "IDEA", "WIPRO", "ITC"};
        for (const char *name : names)
            m_symbols.push_back(QLatin1String(name) + QStringLiteral("-EQ"));
        for (int strike = 20'000; strike < 25'000; strike += 25)
            m_symbols.push_back(
                QStringLiteral("NIFTY24MAR%1%2").arg(strike).arg(QLatin1String(strike % 50 ? "PE" : "CE")));
    }

    [[nodiscard]] std::vector<orders::OrderPtr> make(int count)
    {
        std::vector<orders::OrderPtr> book;
        book.reserve(static_cast<std::size_t>(count));
        for (int number = 0; static_cast<int>(book.size()) < count; ++number) {
            const bool hasLegs = number % 20 == 0 && static_cast<int>(book.size()) + 3 <= count;
            book.push_back(row(number, hasLegs ? QStringLiteral("ENTRY") : QString(), {}));
            if (!hasLegs)
                continue;
            const orders::OrderKey entry = book.back()->key;
            book.push_back(row(number, QStringLiteral("SECOND"), entry));
            book.push_back(row(number, QStringLiteral("THIRD"), entry));
        }
        return book;
    }

    /// The order with another price and a little more filled.
    [[nodiscard]] orders::OrderPtr moved(const orders::Order &order)
    {
        auto next = std::make_shared<orders::Order>(order);
        next->price = price();
        return next;
    }

private:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(m_random); }

    base::Decimal price()
    {
        const int ticks = below(200'000); // of 0.05
        const QString text =
            QStringLiteral("%1.%2").arg(ticks / 20).arg(ticks % 20 * 5, 2, 10, QLatin1Char('0'));
        return *base::Decimal::fromText(QStringView(text));
    }

    orders::OrderPtr row(int number, const QString &leg, const orders::OrderKey &parent)
    {
        auto order = std::make_shared<orders::Order>();
        order->orderId = QStringLiteral("2403150%1").arg(number, 8, 10, QLatin1Char('0'));
        order->key = {m_account, 20240315, order->orderId, leg, {}};
        order->connection = m_connection;
        order->account = m_client;
        order->leg = leg;
        order->kind = leg.isEmpty() ? m_regular : m_bracket;
        order->symbol = m_symbols[static_cast<std::size_t>(below(static_cast<int>(m_symbols.size())))];
        order->exchange = m_exchange;
        order->product = m_product;
        order->orderType = m_type;
        order->validity = m_validity;
        order->venueStatus = m_status;
        order->quantity = 50 * (1 + below(40));
        order->filled = below(10) == 0 ? 25 : 0;
        order->price = price();
        order->placedAt =
            base::WallTime(base::milliseconds(1'710'474'300'000) + base::milliseconds(below(22'500'000)));
        order->side = below(2) == 0 ? orders::Side::Buy : orders::Side::Sell;
        order->state = orders::OrderState::Open;
        order->parent = parent;
        order->effect = orders::effectOf(*order, false);
        return order;
    }

    std::mt19937 m_random;
    std::vector<QString> m_symbols;
    // One shared text each, as a reader that pools its strings makes them.
    const QString m_account = QStringLiteral("practice|tradelab|127.0.0.1||DEMO1");
    const QString m_connection = QStringLiteral("Pocketful");
    const QString m_client = QStringLiteral("DEMO1");
    const QString m_regular = QStringLiteral("REGULAR");
    const QString m_bracket = QStringLiteral("BO");
    const QString m_exchange = QStringLiteral("NSE");
    const QString m_product = QStringLiteral("MIS");
    const QString m_type = QStringLiteral("LIMIT");
    const QString m_validity = QStringLiteral("DAY");
    const QString m_status = QStringLiteral("CONFIRMED");
};

} // namespace bench
