// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/journal_model.h"

#include "ui/shell/words.h"

#include <iterator>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString detailLines(const journal::Entry &entry)
{
    QStringList lines;
    for (const auto &[name, value] : entry.details)
        lines += u"%1: %2"_s.arg(name, value.left(400));
    return lines.join(u'\n');
}

} // namespace

void JournalModel::setRows(std::vector<journal::Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void JournalModel::append(std::vector<journal::Row> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const journal::Row &row = m_rows[m_rows.size() - 1 - static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return u"%1\n%2"_s.arg(base::isoUtc(row.wall), detailLines(row.entry)).trimmed();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return exactTimeText(row.wall);
    case KindColumn: return row.entry.kind;
    case ConnectionColumn: return row.entry.connection;
    case OrderColumn: return orders::OrderKey::parse(row.entry.key).orderId;
    case TextColumn: return row.entry.text;
    default: return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case KindColumn: return tr("What");
    case ConnectionColumn: return tr("Connection");
    case OrderColumn: return tr("Order id");
    case TextColumn: return tr("Words");
    default: return {};
    }
}

} // namespace ui
