// SPDX-License-Identifier: Apache-2.0
// Which rows are shown, and where: the rows at the top in their order, and under each the legs that are
// shown. Plain vectors and positions; the model changes it between its signals and sorts, this only keeps the
// places.
#pragma once

#include "ui/orders/order_row.h"

namespace ui {

class OrderArrangement
{
public:
    [[nodiscard]] const std::vector<RowId> &top() const { return m_top; }
    [[nodiscard]] const std::vector<RowId> &legsOf(RowId id) const;
    [[nodiscard]] bool isShown(RowId id) const
    {
        return id < m_places.size() && m_places[id].position != nowhere;
    }
    /// Within the top rows, or within the legs of its parent.
    [[nodiscard]] int position(RowId id) const { return static_cast<int>(m_places[id].position); }
    /// The row that it is shown under, noRow for none.
    [[nodiscard]] RowId parent(RowId id) const { return m_places[id].parent; }
    [[nodiscard]] bool hasLegs(RowId id) const { return m_places[id].group != noGroup; }

    /// Row numbers below this may be used.
    void reserve(RowId end);
    /// Whoever takes a shown row out of the one list puts it into the other; rows leave by truncateTop()
    /// alone.
    void setTop(std::vector<RowId> top);
    void setLegs(RowId parent, std::vector<RowId> legs);
    void appendTop(const std::vector<RowId> &rows);
    void truncateTop(std::size_t size);

private:
    static constexpr std::uint32_t nowhere = ~std::uint32_t{0};
    static constexpr std::uint32_t noGroup = ~std::uint32_t{0};
    struct Place
    {
        std::uint32_t position = nowhere;
        RowId parent = noRow;
        std::uint32_t group = noGroup;
    };

    void place(RowId id, std::size_t position, RowId parent);

    std::vector<RowId> m_top;
    std::vector<Place> m_places; // by row number
    std::vector<std::vector<RowId>> m_groups;
    std::vector<std::uint32_t> m_freeGroups;
};

/// `rows` less the ones at these positions, which ascend.
[[nodiscard]] std::vector<RowId> without(const std::vector<RowId> &rows,
                                         const std::vector<std::uint32_t> &positions);

} // namespace ui
