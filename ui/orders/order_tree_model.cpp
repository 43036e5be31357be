// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_tree_model.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace ui {

using orders::OrderKey;

orders::OrderPtr OrderTreeModel::orderAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[rowOf(index)].order : nullptr;
}

RowFacts OrderTreeModel::factsAt(const QModelIndex &index) const
{
    const RowId id = rowOf(index);
    const OrderRow &row = m_rows[id];
    RowFacts facts;
    facts.order = row.order.get();
    facts.mark = markOf(row);
    facts.legCount = static_cast<int>(m_arrangement.legsOf(id).size());
    facts.isLeg = m_arrangement.parent(id) != noRow;
    facts.isContext = !row.matches();
    facts.isStale = !m_stale.isEmpty() && m_stale.contains(row.order->connection);
    return facts;
}

QString OrderTreeModel::textOf(const RowFacts &row, ColumnId column) const
{
    return m_text.of(row, column, times());
}

QModelIndex OrderTreeModel::indexOf(const OrderKey &key, ColumnId column) const
{
    const RowId id = m_rows.find(key);
    return id != noRow && m_arrangement.isShown(id) ? indexFor(id, columnNumber(column)) : QModelIndex();
}

CancelMark OrderTreeModel::cancelMark(const OrderKey &key) const
{
    const auto found = m_marks.find(key);
    return found == m_marks.end() ? CancelMark() : found->second;
}

const CancelMark &OrderTreeModel::markOf(const OrderRow &row) const
{
    static const CancelMark none;
    if (!row.hasMark)
        return none;
    const auto found = m_marks.find(row.order->key);
    return found == m_marks.end() ? none : found->second;
}

void OrderTreeModel::setStale(const QString &connection, bool isStale)
{
    if (isStale == m_stale.contains(connection))
        return;
    if (isStale)
        m_stale.insert(connection);
    else
        m_stale.remove(connection);
    announceAll();
}

void OrderTreeModel::setLocale(const QLocale &locale)
{
    m_text = CellText(locale);
    announceAll();
}

void OrderTreeModel::refreshAges(const QModelIndexList &rows)
{
    std::vector<RowId> ids;
    for (const QModelIndex &row : rows)
        ids.push_back(rowOf(row));
    announce(std::move(ids), ColumnId::Status, ColumnId::Age);
}

template <typename Call> void OrderTreeModel::forRuns(std::vector<RowId> rows, Call call) const
{
    std::erase_if(rows, [this](RowId id) { return !m_arrangement.isShown(id); });
    const auto place = [this](RowId id) {
        return std::pair(m_arrangement.parent(id), m_arrangement.position(id));
    };
    std::sort(rows.begin(), rows.end(), [&](RowId a, RowId b) { return place(a) < place(b); });
    for (auto from = rows.begin(); from != rows.end();) {
        auto to = from;
        for (auto next = to + 1; next != rows.end(); to = next++) {
            const auto [parent, position] = place(*to);
            if (place(*next).first != parent || place(*next).second > position + 1)
                break;
        }
        call(*from, *to);
        from = to + 1;
    }
}

void OrderTreeModel::announce(const std::vector<RowId> &rows, ColumnId first, ColumnId last)
{
    forRuns(rows, [&](RowId from, RowId to) {
        Q_EMIT dataChanged(indexFor(from, columnNumber(first)), indexFor(to, columnNumber(last)));
    });
}

std::vector<RowId> OrderTreeModel::rowsOf(const QItemSelection &selection) const
{
    std::vector<RowId> rows;
    for (const QItemSelectionRange &range : selection) {
        const QModelIndex parent = range.parent();
        const auto &siblings = parent.isValid() ? m_arrangement.legsOf(rowOf(parent)) : m_arrangement.top();
        rows.insert(rows.end(), siblings.begin() + range.top(), siblings.begin() + range.bottom() + 1);
    }
    return rows;
}

QItemSelection OrderTreeModel::selectionOf(const std::vector<RowId> &rows) const
{
    QItemSelection selection;
    forRuns(rows, [&](RowId from, RowId to) {
        selection.append(QItemSelectionRange(indexFor(from), indexFor(to, columnCount() - 1)));
    });
    return selection;
}

void OrderTreeModel::announceAll()
{
    const auto tell = [this](const std::vector<RowId> &rows) {
        if (!rows.empty())
            Q_EMIT dataChanged(indexFor(rows.front()), indexFor(rows.back(), columnCount() - 1));
    };
    tell(m_arrangement.top());
    for (const RowId id : m_arrangement.top())
        tell(m_arrangement.legsOf(id));
}

QModelIndex OrderTreeModel::indexFor(RowId id, int column) const
{
    return createIndex(m_arrangement.position(id), column, quintptr{id});
}

QModelIndex OrderTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    const auto &rows = parent.isValid() ? m_arrangement.legsOf(rowOf(parent)) : m_arrangement.top();
    return createIndex(row, column, quintptr{rows[static_cast<std::size_t>(row)]});
}

QModelIndex OrderTreeModel::parent(const QModelIndex &child) const
{
    const RowId parent = child.isValid() ? m_arrangement.parent(rowOf(child)) : noRow;
    return parent == noRow ? QModelIndex() : indexFor(parent);
}

int OrderTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_arrangement.top().size());
    return parent.column() == 0 ? static_cast<int>(m_arrangement.legsOf(rowOf(parent)).size()) : 0;
}

int OrderTreeModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(orderColumns().size());
}

bool OrderTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_arrangement.top().empty();
    return parent.column() == 0 && m_arrangement.hasLegs(rowOf(parent));
}

QVariant OrderTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<ColumnId>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(factsAt(index), column);
    case Qt::ToolTipRole:
        return m_text.toolTipOf(factsAt(index), column, times());
    case Qt::AccessibleDescriptionRole:
        return m_text.sentenceOf(factsAt(index), times());
    case Qt::AccessibleTextRole:
        return column == ColumnId::Tick ? m_text.sentenceOf(factsAt(index), times())
                                        : textOf(factsAt(index), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(orderColumn(column).isNumber() ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant OrderTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const OrderColumn &column = orderColumns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::AccessibleTextRole:
        return column.id == ColumnId::Tick ? tr("Selected") : columnTitle(column);
    case Qt::ToolTipRole:
        return column.id == ColumnId::Time
                   ? tr("Local time, %1").arg(QDateTime::currentDateTime().timeZoneAbbreviation())
                   : columnTitle(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace ui
