// SPDX-License-Identifier: Apache-2.0
// Rows of the journal as a table, the newest first: the Activity tab, and an order's own rows in the details. It
// holds what it was given and reads nothing by itself.
#pragma once

#include "desk/desk.h"

#include <QAbstractTableModel>

namespace ui {

class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, ConnectionColumn, OrderColumn, TextColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Oldest first, as the journal gives them.
    void setRows(std::vector<journal::Row> rows);
    /// Rows that came after the last one.
    void append(std::vector<journal::Row> rows);
    [[nodiscard]] qint64 lastSeq() const { return m_rows.empty() ? 0 : m_rows.back().seq; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<journal::Row> m_rows; // oldest first
};

} // namespace ui
