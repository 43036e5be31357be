// SPDX-License-Identifier: Apache-2.0
// The newest that one connection knows of each order, so that an event which says little makes a whole row: a
// state event fills gaps from what is known, a trade moves what is filled, once. It knows no book and no
// ticket. Engine thread only.
#pragma once

#include "alphapoint/order_rows.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace alphapoint {

class LiveOrders
{
public:
    /// A list that was read: what it shows is known, and what is over and not in it is forgotten.
    void takeList(const orders::Listing &listing);
    /// The row of a state event, with what it leaves out.
    [[nodiscard]] orders::OrderPtr takeState(std::shared_ptr<orders::Order> row);
    /// The row may be that of an order which the list shows without an id: only another list can tell.
    [[nodiscard]] bool mayBeNameless(const orders::Order &row) const;
    /// The order after the trade; null where the trade is known already, or the order is not, or nobody can
    /// tell whether the order counts it.
    [[nodiscard]] orders::OrderPtr takeTrade(const Trade &trade);
    [[nodiscard]] orders::OrderPtr find(const QString &orderId) const { return m_rows.value(orderId); }
    /// Another sign-in: perhaps somebody else's orders.
    void clear();

private:
    [[nodiscard]] bool isKnown(const QString &trade);

    QHash<QString, orders::OrderPtr> m_rows; // by order id
    QSet<QString> m_nameless;                // client ids of open orders without one
    QSet<QString> m_trades;
    std::deque<QString> m_tradesInOrder; // the oldest goes first
};

} // namespace alphapoint
