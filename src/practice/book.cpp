// SPDX-License-Identifier: Apache-2.0
#include "practice/book.h"

namespace practice {

PracticeOrder &Book::add(PracticeOrder order)
{
    m_orders.push_back(std::move(order));
    PracticeOrder &stored = m_orders.back();
    m_byId[stored.orderId].append(&stored);
    return stored;
}

QList<PracticeOrder *> Book::family(const QString &orderId) const
{
    return m_byId.value(orderId);
}

PracticeOrder *Book::find(const QString &orderId, const QString &leg) const
{
    const QList<PracticeOrder *> rows = family(orderId);
    for (PracticeOrder *order : rows) {
        if (leg.isEmpty() || order->leg.compare(leg, Qt::CaseInsensitive) == 0)
            return order;
    }
    return nullptr;
}

} // namespace practice
