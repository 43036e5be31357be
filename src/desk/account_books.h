// SPDX-License-Identifier: Apache-2.0
// The order books of every account that is open, and the way from a key to its row. Books keep their address.
#pragma once

#include "orders/order_book.h"

#include <map>
#include <vector>

namespace desk {

class AccountBooks
{
public:
    /// The book of an account, begun empty when there is none.
    [[nodiscard]] orders::OrderBook &of(const QString &account) { return m_books[account]; }
    [[nodiscard]] std::vector<orders::OrderPtr> rows() const;
    [[nodiscard]] orders::OrderPtr find(const orders::OrderKey &key) const;
    [[nodiscard]] std::vector<orders::OrderPtr> legsOf(const orders::OrderKey &parent) const;
    /// At whatever account.
    [[nodiscard]] std::vector<orders::OrderPtr> withOrderId(const QString &orderId) const;

private:
    std::map<QString, orders::OrderBook> m_books; // by canonical account
};

} // namespace desk
