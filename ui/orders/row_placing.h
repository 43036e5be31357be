// SPDX-License-Identifier: Apache-2.0
// Works out where rows go after they have changed: which leave the table, which come, which move, and the new
// lists that result. The model tells the views and commits; nothing here changes what is shown by itself.
#pragma once

#include "ui/orders/order_arrangement.h"
#include "ui/orders/row_sorter.h"

#include <unordered_map>

namespace ui {

/// New lists for the arrangement, to be put in as one change of layout.
struct Rearrangement
{
    std::vector<RowId> top;
    std::unordered_map<RowId, std::vector<RowId>> legs; // of these parents

    [[nodiscard]] bool changes(const OrderArrangement &arrangement) const;
    void commit(OrderArrangement &arrangement) &&;
};

class RowPlacing
{
public:
    RowPlacing(const OrderRows &rows, const OrderArrangement &arrangement,
               const std::vector<RowId> &unplaced);

    [[nodiscard]] const std::vector<RowId> &leaving() const { return m_leaving; }
    [[nodiscard]] const std::vector<RowId> &arriving() const { return m_arriving; }

    /// The leaving rows stand last at the top, ready to be cut off; their legs that stay stand before them.
    [[nodiscard]] Rearrangement leavingLast() const;
    /// Everything where it belongs; the leaving rows are cut off and the arriving ones stand somewhere at the
    /// top.
    [[nodiscard]] Rearrangement settled(const RowSorter &sorter) const;

private:
    [[nodiscard]] std::vector<RowId> topWithout(const std::vector<RowId> &taken) const;
    [[nodiscard]] std::vector<RowId> wantedLegs(RowId parent) const;

    const OrderRows &m_rows;
    const OrderArrangement &m_arrangement;
    std::vector<RowId> m_leaving;
    std::vector<RowId> m_arriving;
    std::vector<RowId> m_placed; // shown before and after, or arriving
};

} // namespace ui
