// SPDX-License-Identifier: Apache-2.0
// Draws the confirm dialog's list: group titles, orders in columns, warnings in their box, and the tick under what
// may trade, which a click anywhere in its box or the space bar turns.
#pragma once

#include "ui/cancel/plan_model.h"
#include "ui/shared/theme.h"

#include <QStyledItemDelegate>

namespace ui {

class PlanDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PlanDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// How high a row is where the list is so wide; long texts wrap.
    [[nodiscard]] int heightOf(const PlanModel::Row &row, int width) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel::Row &row, bool isFirst) const;
    void paintOrder(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel &model,
                    const PlanModel::Row &row) const;
    void paintBox(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel &model,
                  const PlanModel::Row &row) const;

    const Theme &m_theme;
};

} // namespace ui
