// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_delegate.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickSize = 13;
constexpr int glyphSize = 10;
constexpr int glyphGap = 4;

// Stripes that go on from cell to cell and from row to row.
QBrush hatchBrush(const QColor &color)
{
    constexpr int period = 16;
    QPixmap tile(period, period);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 4.6));
    for (const int shift : {-period, 0, period})
        painter.drawLine(QPointF(shift - 4, period + 4), QPointF(shift + period + 4, -4));
    return QBrush(tile);
}

// Ids differ at their ends. Half a number is a wrong number: it is shown whole or not at all.
Qt::TextElideMode elisionOf(ColumnId column)
{
    if (column == ColumnId::OrderId || column == ColumnId::ExchangeOrderId)
        return Qt::ElideLeft;
    return orderColumn(column).sort == SortKind::Number ? Qt::ElideNone : Qt::ElideRight;
}

} // namespace

OrderDelegate::OrderDelegate(const OrderTreeModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_hatch(hatchBrush(theme.hatch))
    , m_plain(theme.font)
    , m_bold(theme.boldFont)
{
}

void OrderDelegate::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_hatch = hatchBrush(theme.hatch);
    m_plain = TextCache(theme.font);
    m_bold = TextCache(theme.boldFont);
}

void OrderDelegate::paintRow(QPainter &painter, const QRect &rect, const RowFacts &row, bool isSelected,
                             bool isAlternate) const
{
    painter.fillRect(rect,
                     isSelected ? m_theme.selection : (isAlternate ? m_theme.alternateRow : m_theme.panel));
    if (row.isBeingCancelled() && !isSelected)
        painter.fillRect(rect, m_hatch);
    if (isSelected)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.panel);
}

void OrderDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option, const RowFacts &row,
                              ColumnId column, bool isExpanded) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (column == ColumnId::Tick) {
        paintTick(painter, option.rect, isSelected);
        return;
    }
    const CellTone tone = CellText::toneOf(row, column);
    const QColor color = colorOf(tone, isSelected);
    if (column == ColumnId::Side) {
        paintSide(painter, option, row, color);
        return;
    }
    const QString text = column == ColumnId::Leg ? legText(row, isExpanded) : m_model.textOf(row, column);
    if (text.isEmpty())
        return;
    const int padding = Theme::cellPadding;
    const bool isNumber = orderColumn(column).isNumber();
    paintText(painter, option.rect.adjusted(padding, 0, -padding, 0), option, text,
              isNumber ? Qt::AlignRight : Qt::AlignLeft, column == ColumnId::Remaining ? m_bold : m_plain,
              color, elisionOf(column));
}

void OrderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const RowFacts row = m_model.factsAt(index);
    paintRow(*painter, option.rect, row, option.state.testFlag(QStyle::State_Selected),
             option.features.testFlag(QStyleOptionViewItem::Alternate));
    paintCell(*painter, option, row, static_cast<ColumnId>(index.column()),
              option.state.testFlag(QStyle::State_Open));
}

QSize OrderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const RowFacts row = m_model.factsAt(index);
    const auto column = static_cast<ColumnId>(index.column());
    const QString text = column == ColumnId::Leg ? legText(row, true) : m_model.textOf(row, column);
    const QFontMetrics metrics(m_theme.boldFont);
    const int glyph = column == ColumnId::Side ? glyphSize + glyphGap : 0;
    return {metrics.horizontalAdvance(text) + glyph + 2 * Theme::cellPadding, Theme::rowHeight};
}

void OrderDelegate::paintTick(QPainter &painter, const QRect &rect, bool isTicked) const
{
    QRectF box(0, 0, tickSize, tickSize);
    box.moveCenter(QRectF(rect).center());
    box.moveTopLeft(QPointF(std::round(box.left()) + 0.5, std::round(box.top()) + 0.5));
    box.setSize({tickSize - 1, tickSize - 1});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isTicked ? m_theme.accent : m_theme.dim);
    painter.setBrush(isTicked ? m_theme.accent : m_theme.panel);
    painter.drawRoundedRect(box, 2.5, 2.5);
    if (isTicked) {
        painter.setPen(QPen(m_theme.accentText, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF corner = box.topLeft();
        const QPointF points[] = {corner + QPointF(3, 6.2), corner + QPointF(5.2, 8.6),
                                  corner + QPointF(9.2, 3.8)};
        painter.drawPolyline(points, 3);
    }
    painter.restore();
}

void OrderDelegate::paintGlyph(QPainter &painter, const QRect &rect, bool isUp, const QColor &color) const
{
    const QRectF box(rect.left(), rect.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize - 1);
    QPolygonF triangle;
    if (isUp)
        triangle << box.bottomLeft() << box.bottomRight() << QPointF(box.center().x(), box.top());
    else
        triangle << box.topLeft() << box.topRight() << QPointF(box.center().x(), box.bottom());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(triangle);
    painter.restore();
}

void OrderDelegate::paintSide(QPainter &painter, const QStyleOptionViewItem &option, const RowFacts &row,
                              const QColor &color) const
{
    const int padding = Theme::cellPadding;
    const QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
    const QRect glyph(0, inside.top(), glyphSize, inside.height());
    const QRect word(0, inside.top(), inside.width() - glyphSize - glyphGap, inside.height());
    const bool isMirrored = option.direction == Qt::RightToLeft;
    if (row.order->side != orders::Side::Unknown)
        paintGlyph(painter, glyph.translated(isMirrored ? inside.right() - glyphSize : inside.left(), 0),
                   row.order->side == orders::Side::Buy, color);
    paintText(painter, word.translated(inside.left() + (isMirrored ? 0 : glyphSize + glyphGap), 0), option,
              m_model.textOf(row, ColumnId::Side), Qt::AlignLeft, m_bold, color);
}

void OrderDelegate::paintText(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QString &text, Qt::Alignment alignment, TextCache &cache,
                              const QColor &color, Qt::TextElideMode elide) const
{
    if (rect.width() <= 0)
        return;
    const QStaticText &words = cache.fitting(text, rect.width(), elide);
    const bool isAtRight = (alignment == Qt::AlignRight) != (option.direction == Qt::RightToLeft);
    const int spare = rect.width() - static_cast<int>(std::ceil(words.size().width()));
    const QPoint corner(rect.left() + (isAtRight ? std::max(spare, 0) : 0),
                        rect.top() + (rect.height() - cache.height()) / 2);
    painter.setFont(cache.font());
    painter.setPen(color);
    painter.drawStaticText(corner, words);
}

QString OrderDelegate::legText(const RowFacts &row, bool isExpanded) const
{
    const QString word = m_model.textOf(row, ColumnId::Leg);
    if (row.legCount == 0)
        return word;
    const QString legs = (isExpanded ? u"▾ "_s : u"▸ "_s) + tr("%n leg(s)", nullptr, row.legCount);
    return word.isEmpty() ? legs : word + u"  "_s + legs;
}

QColor OrderDelegate::colorOf(CellTone tone, bool isSelected) const
{
    if (isSelected)
        return m_theme.selectionText; // on the selection's ground nothing else is told apart well enough
    switch (tone) {
    case CellTone::Normal:
    case CellTone::Strong:
        return m_theme.text;
    case CellTone::Dim:
        return m_theme.dim;
    case CellTone::Buy:
        return m_theme.buy;
    case CellTone::Sell:
        return m_theme.sell;
    case CellTone::Waiting:
        return m_theme.waiting;
    case CellTone::Refused:
        return m_theme.refused;
    case CellTone::Proved:
        return m_theme.proved;
    }
    Q_UNREACHABLE();
}

} // namespace ui
