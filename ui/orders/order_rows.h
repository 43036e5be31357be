// SPDX-License-Identifier: Apache-2.0
// Every order that the table knows, shown or not, and which stands under which. Legs and entries may come in
// any order and go in any order. The model's own store: it knows nothing of sorting, filters or views.
#pragma once

#include "ui/orders/order_row.h"

#include <unordered_map>

namespace ui {

class OrderRows
{
public:
    [[nodiscard]] RowId find(const orders::OrderKey &key) const;
    [[nodiscard]] OrderRow &operator[](RowId id) { return m_rows[id]; }
    [[nodiscard]] const OrderRow &operator[](RowId id) const { return m_rows[id]; }
    /// Numbers run from 0 to this; some may be free.
    [[nodiscard]] RowId end() const { return static_cast<RowId>(m_rows.size()); }
    /// How many orders there are.
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    void reserve(std::size_t count);

    /// Adds the order or replaces its reading. Rows whose parent has changed by this are appended to `moved`.
    RowId put(orders::OrderPtr order, std::vector<RowId> &moved);
    /// Cuts a row's ties, so that its legs stand alone; the row itself stays until release().
    void detach(RowId id, std::vector<RowId> &moved);
    void release(RowId id);

private:
    RowId create();
    void link(RowId id, std::vector<RowId> &moved);
    void unlink(RowId id, std::vector<RowId> &moved);
    void adoptLegs(RowId id, std::vector<RowId> &moved);
    void orphanLegs(RowId id, std::vector<RowId> &moved);
    void forgetOrphan(RowId id);
    void addLeg(OrderRow &entry, RowId leg);

    std::vector<OrderRow> m_rows;
    std::vector<RowId> m_free;
    std::unordered_map<orders::OrderKey, RowId> m_ids;
    std::unordered_multimap<orders::OrderKey, RowId> m_orphans; // by the parent that is not here
};

} // namespace ui
