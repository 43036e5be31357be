// SPDX-License-Identifier: Apache-2.0
// What the table has been told and not yet taken in: one entry per order, the newest word of each, in the
// order of the first. A thousand changes of one order between two frames cost one.
#pragma once

#include "orders/order.h"

#include <deque>
#include <unordered_map>

namespace ui {

class PendingChanges
{
public:
    enum class Kind : unsigned char { Put, Remove, Reconsider };
    struct Entry
    {
        Kind kind = Kind::Reconsider;
        orders::OrderKey key;
        orders::OrderPtr order; // for Put
    };

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    void put(orders::OrderPtr order);
    void remove(const orders::OrderKey &key);
    /// Nothing of the order itself has changed: its mark has, or the time.
    void reconsider(const orders::OrderKey &key);
    [[nodiscard]] Entry takeFirst();
    void clear();

private:
    Entry &entryOf(const orders::OrderKey &key);

    std::deque<Entry> m_entries;
    std::size_t m_taken = 0;                                    // entries that were in front of these
    std::unordered_map<orders::OrderKey, std::size_t> m_places; // counted from the very first
};

} // namespace ui
