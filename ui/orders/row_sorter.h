// SPDX-License-Identifier: Apache-2.0
// Sorts row numbers by an ordering, and merges rows that have to be placed anew into rows that stand in
// order: a few hundred changed rows among 100,000 cost a few binary searches each, never a sort of the whole.
#pragma once

#include "ui/orders/order_ordering.h"
#include "ui/orders/order_rows.h"

namespace ui {

class RowSorter
{
public:
    RowSorter(const OrderRows &rows, const OrderOrdering &ordering)
        : m_rows(rows)
        , m_ordering(ordering)
    {
    }

    [[nodiscard]] std::vector<RowId> sorted(const std::vector<RowId> &rows) const;
    /// `ordered` stands in order, `added` need not.
    [[nodiscard]] std::vector<RowId> merged(const std::vector<RowId> &ordered,
                                            const std::vector<RowId> &added) const;

private:
    // What decides nearly always, side by side in memory.
    struct Entry
    {
        SortKey key;
        std::int64_t placed;
        RowId id;
    };

    [[nodiscard]] bool isBefore(const Entry &a, const Entry &b) const;
    [[nodiscard]] std::vector<Entry> entriesOf(const std::vector<RowId> &rows) const;
    [[nodiscard]] static std::vector<RowId> idsOf(const std::vector<Entry> &entries);

    const OrderRows &m_rows;
    const OrderOrdering &m_ordering;
};

} // namespace ui
