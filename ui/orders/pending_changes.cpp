// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/pending_changes.h"

namespace ui {

void PendingChanges::put(orders::OrderPtr order)
{
    Entry &entry = entryOf(order->key);
    entry.kind = Kind::Put;
    entry.order = std::move(order);
}

void PendingChanges::remove(const orders::OrderKey &key)
{
    Entry &entry = entryOf(key);
    entry.kind = Kind::Remove;
    entry.order.reset();
}

void PendingChanges::reconsider(const orders::OrderKey &key)
{
    entryOf(key); // a put or a removal that waits reconsiders anyway
}

PendingChanges::Entry PendingChanges::takeFirst()
{
    Entry entry = std::move(m_entries.front());
    m_entries.pop_front();
    ++m_taken;
    m_places.erase(entry.key);
    return entry;
}

void PendingChanges::clear()
{
    m_entries.clear();
    m_places.clear();
    m_taken = 0;
}

PendingChanges::Entry &PendingChanges::entryOf(const orders::OrderKey &key)
{
    const auto [at, isNew] = m_places.try_emplace(key, m_taken + m_entries.size());
    if (isNew)
        m_entries.push_back({Kind::Reconsider, key, nullptr});
    return m_entries[at->second - m_taken];
}

} // namespace ui
