// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/key_hint_button.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace ui {

namespace {
constexpr int gap = 8;
constexpr int boxPadding = 5;
} // namespace

void KeyHintButton::setKeyHint(const QString &key)
{
    if (key == m_key)
        return;
    m_key = key;
    updateGeometry();
    update();
}

QFont KeyHintButton::hintFont() const
{
    QFont hint = font();
    hint.setPixelSize(11);
    hint.setBold(false);
    return hint;
}

int KeyHintButton::hintWidth() const
{
    return m_key.isEmpty() ? 0 : QFontMetrics(hintFont()).horizontalAdvance(m_key) + 2 * boxPadding + gap;
}

QSize KeyHintButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(hintWidth(), 0);
}

void KeyHintButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = option.text;
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    // The style sheet's colour for the state the button is in.
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor color = palette().color(group, QPalette::ButtonText);
    const int wordsWidth = fontMetrics().size(Qt::TextShowMnemonic, words).width();
    const int left = (width() - wordsWidth - hintWidth()) / 2;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QRect wordsPlace(isMirrored ? left + hintWidth() : left, 0, wordsWidth, height());
    style()->drawItemText(&painter, wordsPlace, Qt::AlignCenter | Qt::TextShowMnemonic, palette(), isEnabled(), words,
                          QPalette::ButtonText);
    if (m_key.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(hintFont());
    const int boxHeight = QFontMetrics(hintFont()).height() + 3;
    const QRectF box(isMirrored ? left : wordsPlace.right() + gap, (height() - boxHeight) / 2.0 + 0.5,
                     hintWidth() - gap, boxHeight);
    QColor line = color;
    line.setAlphaF(0.45F);
    painter.setPen(line);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter, m_key);
}

} // namespace ui
