// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connection_chip.h"

#include "ui/shell/connection_words.h"

#include <QMenu>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 10;
constexpr int lamp = 8;
constexpr int gap = 7;
} // namespace

ConnectionChip::ConnectionChip(const Theme &theme, const QString &connection, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_connection(connection), m_title(connection)
{
    setObjectName(u"connectionChip_"_s + connection);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &name, const QString &text, void (ConnectionChip::*signal)(const QString &)) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, signal] { Q_EMIT(this->*signal)(m_connection); });
    };
    add(u"signIn"_s, tr("Sign in…"), &ConnectionChip::signInAsked);
    add(u"check"_s, tr("Check…"), &ConnectionChip::checkAsked);
    add(u"edit"_s, tr("Edit…"), &ConnectionChip::editAsked);
    setMenu(menu);
}

void ConnectionChip::show(const desk::ConnectionView &view, base::WallTime now)
{
    m_title = connectionTitle(view);
    m_state = bookWords(view);
    m_left = signInWords(view, now);
    const Tone tone = lampTone(view);
    m_lamp = toneColor(m_theme, tone);
    m_isWarning = tone == Tone::Refused || tone == Tone::Waiting;
    const QString sentence = connectionSentence(view, now);
    setToolTip(sentence);
    setAccessibleName(u"%1, %2"_s.arg(m_title, m_state));
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

int ConnectionChip::widthOf(const QString &detail) const
{
    const QFontMetrics title(m_theme.font);
    const QFontMetrics secondary(m_theme.secondaryFont);
    const int words = detail.isEmpty() ? 0 : gap + secondary.horizontalAdvance(detail);
    return padding + lamp + gap + title.horizontalAdvance(m_title) + words + padding;
}

QSize ConnectionChip::sizeHint() const
{
    // The age changes each second: the chip keeps its width, and its neighbours their places.
    const QString detail = m_left.isEmpty() ? m_state : u"%1 · %2"_s.arg(m_state, m_left);
    const int rounded = (widthOf(detail) + 23) / 24 * 24;
    return {rounded, 28};
}

QSize ConnectionChip::minimumSizeHint() const
{
    return {std::min(widthOf({}) + 60, sizeHint().width()), 28};
}

void ConnectionChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(m_theme.accent, 1.5) : Qt::NoPen);
    painter.setBrush(underMouse() ? m_theme.hairline : m_theme.hatch);
    painter.drawRoundedRect(area, Theme::cornerRadius, Theme::cornerRadius);

    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    QRect rest = rect().adjusted(padding, 0, -padding, 0);
    const auto take = [&](int width) {
        const QRect part = isMirrored ? QRect(rest.right() - width + 1, rest.top(), width, rest.height())
                                      : QRect(rest.left(), rest.top(), width, rest.height());
        isMirrored ? rest.setRight(rest.right() - width - gap) : rest.setLeft(rest.left() + width + gap);
        return part;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_lamp);
    const QRect lampPlace = take(lamp);
    painter.drawEllipse(QRectF(lampPlace.left(), lampPlace.center().y() - lamp / 2 + 0.5, lamp, lamp));
    painter.setFont(m_theme.font);
    painter.setPen(m_theme.text);
    const auto side = Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(take(QFontMetrics(m_theme.font).horizontalAdvance(m_title)), side, m_title);

    const QFontMetrics secondary(m_theme.secondaryFont);
    painter.setFont(m_theme.secondaryFont);
    painter.setPen(m_isWarning ? m_lamp : m_theme.dim);
    const QString state = secondary.elidedText(m_state, Qt::ElideRight, rest.width());
    painter.drawText(rest, side, state);
    if (m_left.isEmpty())
        return;
    const int used = secondary.horizontalAdvance(state);
    rest.adjust(isMirrored ? 0 : used, 0, isMirrored ? -used : 0, 0);
    // Half a time says something else: whole or not at all; the tool tip has it.
    const QString left = u" · "_s + m_left;
    if (secondary.horizontalAdvance(left) > rest.width())
        return;
    painter.setPen(m_theme.dim);
    painter.drawText(rest, side, left);
}

} // namespace ui
