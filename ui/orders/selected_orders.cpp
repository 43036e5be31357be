// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/selected_orders.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Where a row stands in the whole table: its place at the top, then its place under that, from 1.
std::pair<int, int> placeOf(const QModelIndex &index)
{
    const QModelIndex parent = index.parent();
    return parent.isValid() ? std::pair(parent.row(), index.row() + 1) : std::pair(index.row(), 0);
}

} // namespace

QModelIndexList rowsOf(const QItemSelection &selection)
{
    std::vector<std::pair<std::pair<int, int>, QModelIndex>> places;
    for (const QItemSelectionRange &range : selection) {
        const QModelIndex first = range.topLeft();
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = first.sibling(row, 0);
            places.emplace_back(placeOf(index), index);
        }
    }
    const auto earlier = [](const auto &a, const auto &b) { return a.first < b.first; };
    const auto same = [](const auto &a, const auto &b) { return a.first == b.first; };
    std::sort(places.begin(), places.end(), earlier);
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
    QModelIndexList rows;
    rows.reserve(static_cast<qsizetype>(places.size()));
    for (const auto &[place, index] : places)
        rows.push_back(index);
    return rows;
}

std::vector<orders::OrderPtr> ordersOf(const OrderTreeModel &model, const QItemSelection &selection)
{
    const QModelIndexList rows = rowsOf(selection);
    std::vector<orders::OrderPtr> result;
    result.reserve(static_cast<std::size_t>(rows.size()));
    for (const QModelIndex &row : rows)
        result.push_back(model.orderAt(row));
    return result;
}

QString tableText(const std::vector<orders::OrderPtr> &orders, const std::vector<ColumnId> &columns)
{
    QString text;
    for (const orders::OrderPtr &order : orders) {
        QStringList cells;
        for (const ColumnId column : columns) {
            if (!orderColumn(column).field)
                continue;
            QString cell = orders::orderField(*orderColumn(column).field).text(*order);
            cells += cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace ui
