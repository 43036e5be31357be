// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/plan_delegate.h"

#include "ui/cancel/order_words.h"
#include "ui/orders/cell_text.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int boxPadding = 10;
constexpr int tick = 14;
constexpr int rowHeight = 26;

/// Where the columns of an order end, in hundredths of the width: side, what, quantity, value, note.
constexpr int sideEnd = 10;
constexpr int whatEnd = 56;
constexpr int quantityEnd = 66;
constexpr int valueEnd = 80;

QString quantityText(const orders::Order &order)
{
    const QString remaining = numberText(order.remaining());
    const bool isPart = order.filled.isNumber() && !order.filled.isZero();
    return isPart ? PlanDelegate::tr("%1 of %2").arg(remaining, numberText(order.quantity)) : remaining;
}

QRect boxTextRect(const QRect &box, bool hasTick)
{
    return box.adjusted(boxPadding + (hasTick ? tick + 8 : 0), 6, -boxPadding, -6);
}

QRect boxRect(const QRect &row)
{
    return row.adjusted(margin, 3, -margin, -5);
}

bool isConsent(const PlanModel::Row &row)
{
    return row.kind == PlanModel::RowKind::Consent;
}

} // namespace

PlanDelegate::PlanDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PlanModel *>(index.model());
    if (model == nullptr)
        return;
    const PlanModel::Row &row = model->rowAt(index);
    painter->save();
    painter->setFont(option.font);
    painter->setRenderHint(QPainter::Antialiasing);
    switch (row.kind) {
    case PlanModel::RowKind::Group: paintGroup(*painter, option, row, index.row() == 0); break;
    case PlanModel::RowKind::Order: paintOrder(*painter, option, *model, row); break;
    case PlanModel::RowKind::Notice:
    case PlanModel::RowKind::Consent: paintBox(*painter, option, *model, row); break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.accent, 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(margin / 2.0, 1, -margin / 2.0, -1), 4, 4);
    }
    painter->restore();
}

void PlanDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel::Row &row,
                              bool isFirst) const
{
    if (!isFirst)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), m_theme.hairline);
    const QRect area = option.rect.adjusted(margin, 4, -margin, 0);
    painter.setFont(m_theme.boldFont);
    painter.setPen(needsConsent(row.effect) ? m_theme.refused : m_theme.text);
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    QRect drawn;
    painter.drawText(area, Qt::AlignVCenter | side, row.text, &drawn);
    const QRect rest = side == Qt::AlignLeft ? QRect(drawn.right() + 6, area.top(), area.right() - drawn.right() - 6, area.height())
                                             : QRect(area.left(), area.top(), drawn.left() - 6 - area.left(), area.height());
    painter.setFont(option.font);
    painter.setPen(m_theme.dim);
    QString words = tr("— %n order(s)", nullptr, row.groupCount);
    if (row.effect == orders::Effect::CancelWithLegs)
        words += u" · "_s + tr("the broker should drop the legs; Pullcord watches them");
    painter.drawText(rest, Qt::AlignVCenter | side, words);
}

void PlanDelegate::paintOrder(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel &model,
                              const PlanModel::Row &row) const
{
    const desk::PlannedCancel &planned = model.plannedAt(row);
    const orders::Order &order = *planned.row;
    const bool isStruck = model.isStruck(row);
    const bool isOut = isStruck || !planned.isPossible;
    const QRect area = option.rect.adjusted(margin + 8, 0, -margin, 0);
    QFont font = option.font;
    font.setStrikeOut(isStruck);
    painter.setFont(font);

    const auto draw = [&](int from, int to, const QString &text, const QColor &color, bool isRight) {
        QRect cell(area.left() + area.width() * from / 100, area.top(), area.width() * (to - from) / 100 - 10, area.height());
        if (option.direction == Qt::RightToLeft)
            cell.moveLeft(area.left() + area.right() - cell.right());
        const bool isAtRight = isRight != (option.direction == Qt::RightToLeft);
        painter.setPen(isOut ? m_theme.dim : color);
        painter.drawText(cell, Qt::AlignVCenter | (isAtRight ? Qt::AlignRight : Qt::AlignLeft),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    };
    QStringList what{order.symbol, kindWords(order), order.exchange, priceLine(order)};
    what.removeAll(QString());
    draw(0, sideEnd, u"%1 %2"_s.arg(sideGlyph(order), CellText::sideWord(order)), toneColor(m_theme, sideTone(order)), false);
    draw(sideEnd, whatEnd, what.join(u" · "_s), m_theme.text, false);
    draw(whatEnd, quantityEnd, quantityText(order), m_theme.text, true);
    const base::Decimal value = order.value();
    if (value.isNumber())
        draw(quantityEnd, valueEnd, moneyText(value, order.currency), m_theme.text, true);
    font.setStrikeOut(false);
    painter.setFont(font);
    draw(valueEnd, 100, model.noteOf(row), m_theme.dim, false);
}

void PlanDelegate::paintBox(QPainter &painter, const QStyleOptionViewItem &option, const PlanModel &model,
                            const PlanModel::Row &row) const
{
    const QRect box = boxRect(option.rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneWash(m_theme, Tone::Waiting));
    painter.drawRoundedRect(box, Theme::cornerRadius, Theme::cornerRadius);
    const bool isStruck = isConsent(row) && model.isStruck(row);
    if (isConsent(row)) {
        QStyleOptionButton check;
        check.rect = QRect(box.left() + boxPadding, box.top() + 8, tick, tick);
        check.palette = option.palette;
        check.state = isStruck ? QStyle::State_None : QStyle::State_Enabled;
        check.state |= model.plannedAt(row).isChosen ? QStyle::State_On : QStyle::State_Off;
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, &painter, option.widget);
    }
    painter.setPen(isStruck ? m_theme.dim : m_theme.waiting);
    painter.drawText(boxTextRect(box, isConsent(row)), Qt::TextWordWrap | Qt::AlignVCenter, row.text);
}

int PlanDelegate::heightOf(const PlanModel::Row &row, int width) const
{
    if (row.kind == PlanModel::RowKind::Group)
        return rowHeight + 8;
    if (row.kind == PlanModel::RowKind::Order)
        return rowHeight;
    const QRect text = boxTextRect(boxRect({0, 0, width, 1000}), isConsent(row));
    const QRect needed =
        QFontMetrics(m_theme.font).boundingRect(QRect(0, 0, text.width(), 1000), Qt::TextWordWrap, row.text);
    return std::max(needed.height() + 12, tick + 14) + 8;
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PlanModel *>(index.model());
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (model == nullptr || view == nullptr)
        return QStyledItemDelegate::sizeHint(option, index);
    const int width = view->viewport()->width();
    return {width, heightOf(model->rowAt(index), width)};
}

bool PlanDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                               const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    bool isTurned = false;
    if (event->type() == QEvent::MouseButtonRelease)
        isTurned = static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        isTurned = key->key() == Qt::Key_Space && !key->isAutoRepeat();
    }
    if (!isTurned)
        return false;
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace ui
