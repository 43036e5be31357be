// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/row_sorter.h"

#include <algorithm>

namespace ui {

bool RowSorter::isBefore(const Entry &a, const Entry &b) const
{
    if (a.key != b.key)
        return a.key < b.key;
    if (a.key.isWhole() && a.placed != b.placed)
        return a.placed > b.placed;
    return m_ordering.isBefore(m_rows[a.id], m_rows[b.id]);
}

std::vector<RowSorter::Entry> RowSorter::entriesOf(const std::vector<RowId> &rows) const
{
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const RowId id : rows)
        entries.push_back({m_rows[id].sortKey, m_rows[id].placed, id});
    return entries;
}

std::vector<RowId> RowSorter::idsOf(const std::vector<Entry> &entries)
{
    std::vector<RowId> ids;
    ids.reserve(entries.size());
    for (const Entry &entry : entries)
        ids.push_back(entry.id);
    return ids;
}

std::vector<RowId> RowSorter::sorted(const std::vector<RowId> &rows) const
{
    std::vector<Entry> entries = entriesOf(rows);
    std::sort(entries.begin(), entries.end(),
              [this](const Entry &a, const Entry &b) { return isBefore(a, b); });
    return idsOf(entries);
}

std::vector<RowId> RowSorter::merged(const std::vector<RowId> &ordered, const std::vector<RowId> &added) const
{
    const std::vector<RowId> extra = sorted(added);
    std::vector<RowId> result;
    result.reserve(ordered.size() + extra.size());
    const auto before = [this](RowId a, RowId b) { return m_ordering.isBefore(m_rows[a], m_rows[b]); };
    if (extra.size() > ordered.size() / 16) {
        std::merge(ordered.begin(), ordered.end(), extra.begin(), extra.end(), std::back_inserter(result),
                   before);
        return result;
    }
    auto from = ordered.begin();
    for (const RowId id : extra) {
        const auto to = std::lower_bound(from, ordered.end(), id, before);
        result.insert(result.end(), from, to);
        result.push_back(id);
        from = to;
    }
    result.insert(result.end(), from, ordered.end());
    return result;
}

} // namespace ui
