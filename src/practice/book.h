// SPDX-License-Identifier: Apache-2.0
// Every order and trade of one account, in the order of their coming, with an index on the order id. It only
// stores: the rules are Market's. References to orders stay good for the book's lifetime.
#pragma once

#include "practice/practice_order.h"

#include <QHash>

#include <deque>

namespace practice {

struct Trade
{
    const PracticeOrder *order = nullptr;
    qint64 number = 0;
    qint64 quantity = 0;
    qint64 filledSoFar = 0;
    Paise price = 0;
    qint64 time = 0;
};

class Book
{
public:
    PracticeOrder &add(PracticeOrder order);
    void addTrade(Trade trade) { m_trades.push_back(trade); }

    [[nodiscard]] const std::deque<PracticeOrder> &orders() const { return m_orders; }
    [[nodiscard]] std::deque<PracticeOrder> &orders() { return m_orders; }
    [[nodiscard]] const std::deque<Trade> &trades() const { return m_trades; }
    /// All rows with this order id: one, or the legs of one CO, BO.
    [[nodiscard]] QList<PracticeOrder *> family(const QString &orderId) const;
    /// With a blank leg the first row of the family; nullptr when there is none.
    [[nodiscard]] PracticeOrder *find(const QString &orderId, const QString &leg = {}) const;

private:
    std::deque<PracticeOrder> m_orders;
    std::deque<Trade> m_trades;
    QHash<QString, QList<PracticeOrder *>> m_byId;
};

} // namespace practice
