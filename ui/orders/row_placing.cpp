// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/row_placing.h"

#include "ui/orders/row_matcher.h"

#include <algorithm>

namespace ui {

bool Rearrangement::changes(const OrderArrangement &arrangement) const
{
    return top != arrangement.top() || std::any_of(legs.begin(), legs.end(), [&](const auto &group) {
               return group.second != arrangement.legsOf(group.first);
           });
}

void Rearrangement::commit(OrderArrangement &arrangement) &&
{
    for (auto &[parent, group] : legs)
        arrangement.setLegs(parent, std::move(group));
    arrangement.setTop(std::move(top));
}

RowPlacing::RowPlacing(const OrderRows &rows, const OrderArrangement &arrangement,
                       const std::vector<RowId> &unplaced)
    : m_rows(rows)
    , m_arrangement(arrangement)
{
    for (const RowId id : unplaced) {
        const bool isShown = arrangement.isShown(id);
        if (!isWanted(rows, id)) {
            if (isShown)
                m_leaving.push_back(id);
            continue;
        }
        if (!isShown)
            m_arriving.push_back(id);
        m_placed.push_back(id);
    }
}

Rearrangement RowPlacing::leavingLast() const
{
    Rearrangement result;
    result.top = topWithout(m_leaving);
    for (const RowId id : m_leaving) {
        for (const RowId leg : m_arrangement.legsOf(id)) {
            if (isWanted(m_rows, leg))
                result.top.push_back(leg);
        }
        if (m_arrangement.hasLegs(id))
            result.legs[id] = {};
    }
    for (const RowId id : m_leaving) {
        const RowId parent = m_arrangement.parent(id);
        if (parent == noRow || !isWanted(m_rows, parent) || result.legs.contains(parent))
            continue;
        std::vector<RowId> stay = m_arrangement.legsOf(parent);
        std::erase_if(stay, [this](RowId leg) { return !isWanted(m_rows, leg); });
        result.legs[parent] = std::move(stay);
    }
    result.top.insert(result.top.end(), m_leaving.begin(), m_leaving.end());
    return result;
}

Rearrangement RowPlacing::settled(const RowSorter &sorter) const
{
    Rearrangement result;
    std::vector<RowId> atTop;
    for (const RowId id : m_placed) {
        const RowId before = m_arrangement.parent(id);
        const RowId after = m_rows[id].parent;
        if (after == noRow)
            atTop.push_back(id);
        for (const RowId parent : {before, after}) {
            if (before != after && parent != noRow && !result.legs.contains(parent))
                result.legs[parent] = wantedLegs(parent);
        }
    }
    result.top = sorter.merged(topWithout(m_placed), atTop);
    return result;
}

std::vector<RowId> RowPlacing::topWithout(const std::vector<RowId> &taken) const
{
    std::vector<std::uint32_t> positions;
    positions.reserve(taken.size());
    for (const RowId id : taken) {
        if (m_arrangement.parent(id) == noRow)
            positions.push_back(static_cast<std::uint32_t>(m_arrangement.position(id)));
    }
    std::sort(positions.begin(), positions.end());
    return without(m_arrangement.top(), positions);
}

std::vector<RowId> RowPlacing::wantedLegs(RowId parent) const
{
    std::vector<RowId> legs;
    if (m_rows[parent].legs) {
        std::copy_if(m_rows[parent].legs->begin(), m_rows[parent].legs->end(), std::back_inserter(legs),
                     [this](RowId leg) { return isWanted(m_rows, leg); });
    }
    return legs;
}

} // namespace ui
