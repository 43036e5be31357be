// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/hold_button.h"

#include <QPainter>

namespace ui {

using base::milliseconds;

namespace {
constexpr milliseconds tick{50};
}

HoldButton::HoldButton(base::Clock &clock, const Theme &theme, QWidget *parent)
    : QPushButton(parent), m_clock(clock), m_theme(theme), m_timer(clock, [this] { goOn(); })
{
    connect(this, &QPushButton::pressed, this, [this] {
        if (!m_isHoldRequired)
            return;
        m_pressedAt = m_clock.monotonic();
        m_isHeld = false;
        m_timer.start(tick);
    });
    connect(this, &QPushButton::released, this, &HoldButton::letGo);
    connect(this, &QPushButton::clicked, this, [this] {
        if (!m_isHoldRequired)
            Q_EMIT confirmed(false);
        else if (!m_isHeld)
            Q_EMIT heldTooShortly();
    });
}

void HoldButton::setHoldRequired(bool required)
{
    m_isHoldRequired = required;
    letGo();
}

void HoldButton::goOn()
{
    update();
    if (!isDown())
        return letGo();
    if (m_clock.monotonic() - m_pressedAt < holdTime)
        return m_timer.start(tick);
    m_isHeld = true;
    Q_EMIT confirmed(true);
}

void HoldButton::letGo()
{
    m_timer.stop();
    update();
}

void HoldButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!m_timer.isActive())
        return;
    const auto held = std::chrono::duration_cast<milliseconds>(m_clock.monotonic() - m_pressedAt);
    const auto done = std::min<qint64>(held.count(), holdTime.count());
    QPainter painter(this);
    const int filled = static_cast<int>(width() * done / holdTime.count());
    painter.fillRect(QRect(0, height() - 4, filled, 4), m_theme.refused);
}

} // namespace ui
