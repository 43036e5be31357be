// SPDX-License-Identifier: Apache-2.0
// Paints the cells of the order table in the theme's colours: tick box, side with glyph and word, numbers to
// the right, what may be read second dim, rows that are being cancelled hatched. Colour never says anything
// alone.
#pragma once

#include "ui/orders/order_tree_model.h"
#include "ui/orders/text_cache.h"
#include "ui/shared/theme.h"

#include <QStyledItemDelegate>

namespace ui {

class OrderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OrderDelegate(const OrderTreeModel &model, const Theme &theme, QObject *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// The ground under a whole row, before its cells.
    void paintRow(QPainter &painter, const QRect &rect, const RowFacts &row, bool isSelected,
                  bool isAlternate) const;
    /// One cell without its ground; `option` gives rectangle, direction and State_Selected.
    void paintCell(QPainter &painter, const QStyleOptionViewItem &option, const RowFacts &row,
                   ColumnId column, bool isExpanded) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTick(QPainter &painter, const QRect &rect, bool isTicked) const;
    void paintGlyph(QPainter &painter, const QRect &rect, bool isUp, const QColor &color) const;
    void paintSide(QPainter &painter, const QStyleOptionViewItem &option, const RowFacts &row,
                   const QColor &color) const;
    void paintText(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QString &text, Qt::Alignment alignment, TextCache &cache, const QColor &color,
                   Qt::TextElideMode elide = Qt::ElideRight) const;
    [[nodiscard]] QString legText(const RowFacts &row, bool isExpanded) const;
    [[nodiscard]] QColor colorOf(CellTone tone, bool isSelected) const;

    const OrderTreeModel &m_model;
    Theme m_theme;
    QBrush m_hatch;
    mutable TextCache m_plain;
    mutable TextCache m_bold;
};

} // namespace ui
