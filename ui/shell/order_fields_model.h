// SPDX-License-Identifier: Apache-2.0
// The fields of one order in three columns: the field, what Pullcord makes of it, and the broker's own word where
// that differs. A value made from one row; a new row makes a new table.
#pragma once

#include "orders/order.h"

#include <QAbstractTableModel>

namespace ui {

class OrderFieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setOrder(const orders::OrderPtr &order);
    /// "name<TAB>value<TAB>broker's" lines.
    [[nodiscard]] QString toText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        QString name;
        QString ours;
        QString brokers;
    };
    [[nodiscard]] static std::vector<Line> linesOf(const orders::Order &order);

    std::vector<Line> m_lines;
};

} // namespace ui
