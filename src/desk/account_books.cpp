// SPDX-License-Identifier: Apache-2.0
#include "desk/account_books.h"

namespace desk {

using orders::OrderPtr;

std::vector<OrderPtr> AccountBooks::rows() const
{
    std::vector<OrderPtr> all;
    for (const auto &[account, book] : m_books) {
        const auto rows = book.rows();
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

OrderPtr AccountBooks::find(const orders::OrderKey &key) const
{
    const auto book = m_books.find(key.account);
    return book == m_books.end() ? nullptr : book->second.find(key);
}

std::vector<OrderPtr> AccountBooks::legsOf(const orders::OrderKey &parent) const
{
    const auto book = m_books.find(parent.account);
    return book == m_books.end() ? std::vector<OrderPtr>() : book->second.legsOf(parent);
}

std::vector<OrderPtr> AccountBooks::withOrderId(const QString &orderId) const
{
    std::vector<OrderPtr> all;
    for (const auto &[account, book] : m_books) {
        const auto rows = book.withOrderId(orderId);
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

} // namespace desk
