// SPDX-License-Identifier: Apache-2.0
// The reading half of the order table's model: entries, their legs, and what every cell says. Views and
// delegates read it; what is shown and where is changed by OrderViewModel alone, which is this and more.
#pragma once

#include "ui/orders/cell_text.h"
#include "ui/orders/order_arrangement.h"
#include "ui/orders/order_rows.h"

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QSet>

namespace ui {

class OrderTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    [[nodiscard]] orders::OrderPtr orderAt(const QModelIndex &index) const;
    [[nodiscard]] RowFacts factsAt(const QModelIndex &index) const;
    /// What a cell says, without a detour through QVariant.
    [[nodiscard]] QString textOf(const RowFacts &row, ColumnId column) const;
    /// Invalid where the order is not shown.
    [[nodiscard]] QModelIndex indexOf(const orders::OrderKey &key, ColumnId column = ColumnId::Tick) const;
    /// A selection as what was selected, and back again once rows have moved: rows that have left are left
    /// out. Good for as long as no change is taken in, as from rearrangementStarted() to
    /// rearrangementEnded().
    [[nodiscard]] std::vector<RowId> rowsOf(const QItemSelection &selection) const;
    [[nodiscard]] QItemSelection selectionOf(const std::vector<RowId> &rows) const;
    [[nodiscard]] CancelMark cancelMark(const orders::OrderKey &key) const;
    /// The connection's book could not be loaded: its rows are shown grey.
    void setStale(const QString &connection, bool isStale);
    void setLocale(const QLocale &locale);
    /// The words of these rows that depend on the time have changed with it.
    void refreshAges(const QModelIndexList &rows);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    OrderTreeModel(base::Clock &clock, QObject *parent)
        : QAbstractItemModel(parent)
        , m_clock(clock)
    {
    }

    [[nodiscard]] QModelIndex indexFor(RowId id, int column = 0) const;
    [[nodiscard]] static RowId rowOf(const QModelIndex &index)
    {
        return static_cast<RowId>(index.internalId());
    }
    [[nodiscard]] const CancelMark &markOf(const OrderRow &row) const;
    /// Tells the views of these rows, in runs; rows that are not shown are left out.
    void announce(const std::vector<RowId> &rows, ColumnId first, ColumnId last);
    void announceAll();

    base::Clock &m_clock;
    OrderRows m_rows;
    OrderArrangement m_arrangement;
    std::unordered_map<orders::OrderKey, CancelMark> m_marks;

private:
    /// Calls back with the first and last of each run of rows that stand side by side.
    template <typename Call> void forRuns(std::vector<RowId> rows, Call call) const;
    [[nodiscard]] CellTimes times() const { return {m_clock.wall(), m_clock.monotonic()}; }

    CellText m_text;
    QSet<QString> m_stale;
};

} // namespace ui
