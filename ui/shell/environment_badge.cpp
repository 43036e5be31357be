// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/environment_badge.h"

#include "ui/shell/tone.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace ui {

using namespace Qt::StringLiterals;
using orders::Environment;

QString environmentWord(Environment environment)
{
    return environment == Environment::Live ? EnvironmentBadge::tr("LIVE") : EnvironmentBadge::tr("PRACTICE");
}

EnvironmentBadge::EnvironmentBadge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"environmentBadge"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void EnvironmentBadge::setEnvironment(std::optional<Environment> environment)
{
    m_environment = environment;
    setVisible(environment.has_value());
    if (!environment)
        return;
    setAccessibleName(environmentWord(*environment));
    setToolTip(*environment == Environment::Live ? tr("Real orders at a real broker.")
                                                 : tr("The practice venue on this computer. Nothing here is real."));
    updateGeometry();
    update();
}

QSize EnvironmentBadge::sizeHint() const
{
    const QString word = m_environment ? environmentWord(*m_environment) : QString();
    return {QFontMetrics(m_theme.boldFont).horizontalAdvance(word) + 20, 26};
}

void EnvironmentBadge::paintEvent(QPaintEvent *)
{
    if (!m_environment)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const bool isLive = *m_environment == Environment::Live;
    if (isLive) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.liveBadge);
        painter.drawRoundedRect(area, Theme::cornerRadius, Theme::cornerRadius);
    } else {
        paintStripes(painter, area);
    }
    painter.setFont(m_theme.boldFont);
    painter.setPen(isLive ? QColor(Qt::white) : m_theme.waiting);
    painter.drawText(rect(), Qt::AlignCenter, environmentWord(*m_environment));
}

void EnvironmentBadge::paintStripes(QPainter &painter, const QRectF &area) const
{
    QPainterPath outline;
    outline.addRoundedRect(area, Theme::cornerRadius, Theme::cornerRadius);
    painter.fillPath(outline, toneWash(m_theme, Tone::Waiting));
    painter.save();
    painter.setClipPath(outline);
    QColor stripe = m_theme.waiting;
    stripe.setAlphaF(0.16F);
    painter.setPen(QPen(stripe, 4));
    for (qreal x = -area.height(); x < area.width() + area.height(); x += 11)
        painter.drawLine(QPointF(x, area.bottom() + 2), QPointF(x + area.height() + 4, area.top() - 2));
    painter.restore();
    painter.setPen(QPen(m_theme.waiting, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

} // namespace ui
