// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_rows.h"

#include "ui/orders/order_ordering.h"

#include <algorithm>

namespace ui {

using orders::OrderKey;

RowId OrderRows::find(const OrderKey &key) const
{
    const auto found = m_ids.find(key);
    return found == m_ids.end() ? noRow : found->second;
}

void OrderRows::reserve(std::size_t count)
{
    m_rows.reserve(count);
    m_ids.reserve(count);
}

RowId OrderRows::put(orders::OrderPtr order, std::vector<RowId> &moved)
{
    const auto [at, isNew] = m_ids.try_emplace(order->key, noRow);
    if (isNew)
        at->second = create();
    const RowId id = at->second;
    OrderRow &row = m_rows[id];
    const bool wasDetached = isNew || row.isRemoved;
    const OrderKey parentBefore = wasDetached ? OrderKey() : row.order->parent;
    const bool isRelinked = wasDetached || parentBefore != order->parent;
    if (isRelinked && !wasDetached)
        unlink(id, moved);
    row.order = std::move(order);
    row.isRemoved = false;
    row.placed = row.order->placedAt ? row.order->placedAt->time_since_epoch().count() : 0;
    if (isRelinked)
        link(id, moved);
    return id;
}

void OrderRows::detach(RowId id, std::vector<RowId> &moved)
{
    orphanLegs(id, moved);
    unlink(id, moved);
}

void OrderRows::release(RowId id)
{
    m_ids.erase(m_rows[id].order->key);
    m_rows[id] = OrderRow();
    m_free.push_back(id);
}

RowId OrderRows::create()
{
    if (m_free.empty()) {
        m_rows.emplace_back();
        return end() - 1;
    }
    const RowId id = m_free.back();
    m_free.pop_back();
    return id;
}

// Only a row that stands under nothing itself has legs: the tree is two deep and has no rings.
void OrderRows::link(RowId id, std::vector<RowId> &moved)
{
    const OrderKey &parentKey = m_rows[id].order->parent;
    moved.push_back(id);
    if (!parentKey.isValid()) {
        adoptLegs(id, moved);
        return;
    }
    orphanLegs(id, moved);
    const RowId parent = find(parentKey);
    if (parent == noRow || m_rows[parent].isRemoved || m_rows[parent].order->parent.isValid()) {
        m_orphans.emplace(parentKey, id);
        return;
    }
    addLeg(m_rows[parent], id);
    m_rows[id].parent = parent;
    moved.push_back(parent);
}

void OrderRows::unlink(RowId id, std::vector<RowId> &moved)
{
    OrderRow &row = m_rows[id];
    if (row.parent == noRow) {
        forgetOrphan(id);
        return;
    }
    OrderRow &parent = m_rows[row.parent];
    std::erase(*parent.legs, id);
    if (parent.legs->empty())
        parent.legs.reset();
    moved.push_back(row.parent);
    row.parent = noRow;
}

void OrderRows::adoptLegs(RowId id, std::vector<RowId> &moved)
{
    const auto [first, last] = m_orphans.equal_range(m_rows[id].order->key);
    for (auto at = first; at != last; ++at) {
        addLeg(m_rows[id], at->second);
        m_rows[at->second].parent = id;
        moved.push_back(at->second);
    }
    m_orphans.erase(first, last);
}

void OrderRows::orphanLegs(RowId id, std::vector<RowId> &moved)
{
    const auto legs = std::move(m_rows[id].legs);
    if (!legs)
        return;
    for (const RowId leg : *legs) {
        m_rows[leg].parent = noRow;
        m_orphans.emplace(m_rows[id].order->key, leg);
        moved.push_back(leg);
    }
}

void OrderRows::forgetOrphan(RowId id)
{
    const auto [first, last] = m_orphans.equal_range(m_rows[id].order->parent);
    const auto found = std::find_if(first, last, [id](const auto &orphan) { return orphan.second == id; });
    if (found != last)
        m_orphans.erase(found);
}

void OrderRows::addLeg(OrderRow &entry, RowId leg)
{
    if (!entry.legs)
        entry.legs = std::make_unique<std::vector<RowId>>();
    const auto at = std::lower_bound(entry.legs->begin(), entry.legs->end(), leg, [this](RowId a, RowId b) {
        return isEarlierLeg(*m_rows[a].order, *m_rows[b].order);
    });
    entry.legs->insert(at, leg);
}

} // namespace ui
