// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_arrangement.h"

namespace ui {

const std::vector<RowId> &OrderArrangement::legsOf(RowId id) const
{
    static const std::vector<RowId> none;
    return hasLegs(id) ? m_groups[m_places[id].group] : none;
}

void OrderArrangement::reserve(RowId end)
{
    if (end > m_places.size())
        m_places.resize(end);
}

void OrderArrangement::setTop(std::vector<RowId> top)
{
    m_top = std::move(top);
    for (std::size_t i = 0; i < m_top.size(); ++i)
        place(m_top[i], i, noRow);
}

void OrderArrangement::setLegs(RowId parent, std::vector<RowId> legs)
{
    std::uint32_t &group = m_places[parent].group;
    if (legs.empty()) {
        if (group != noGroup) {
            m_groups[group].clear();
            m_freeGroups.push_back(group);
            group = noGroup;
        }
        return;
    }
    for (std::size_t i = 0; i < legs.size(); ++i)
        place(legs[i], i, parent);
    if (group == noGroup && m_freeGroups.empty()) {
        group = static_cast<std::uint32_t>(m_groups.size());
        m_groups.emplace_back();
    } else if (group == noGroup) {
        group = m_freeGroups.back();
        m_freeGroups.pop_back();
    }
    m_groups[group] = std::move(legs);
}

void OrderArrangement::appendTop(const std::vector<RowId> &rows)
{
    for (const RowId id : rows) {
        place(id, m_top.size(), noRow);
        m_top.push_back(id);
    }
}

void OrderArrangement::truncateTop(std::size_t size)
{
    for (std::size_t i = size; i < m_top.size(); ++i)
        m_places[m_top[i]] = Place();
    m_top.resize(size);
}

void OrderArrangement::place(RowId id, std::size_t position, RowId parent)
{
    m_places[id].position = static_cast<std::uint32_t>(position);
    m_places[id].parent = parent;
}

std::vector<RowId> without(const std::vector<RowId> &rows, const std::vector<std::uint32_t> &positions)
{
    std::vector<RowId> rest;
    rest.reserve(rows.size());
    auto from = rows.begin();
    for (const std::uint32_t position : positions) {
        const auto to = rows.begin() + position;
        rest.insert(rest.end(), from, to);
        from = to + 1;
    }
    rest.insert(rest.end(), from, rows.end());
    return rest;
}

} // namespace ui
