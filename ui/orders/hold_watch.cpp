// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/hold_watch.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace ui {

bool HoldWatch::follow(const QEvent &event)
{
    const bool wasHeld = isHeld();
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        m_isButtonDown = true;
        break;
    case QEvent::MouseButtonRelease:
        m_isButtonDown = static_cast<const QMouseEvent &>(event).buttons() != Qt::NoButton;
        break;
    case QEvent::KeyPress:
        if (!static_cast<const QKeyEvent &>(event).isAutoRepeat())
            m_keys.insert(static_cast<const QKeyEvent &>(event).key());
        break;
    case QEvent::KeyRelease:
        if (!static_cast<const QKeyEvent &>(event).isAutoRepeat())
            m_keys.remove(static_cast<const QKeyEvent &>(event).key());
        // Shift turns "a" into "A" and Tab into Backtab: with no modifier left, nothing is held for certain.
        if (static_cast<const QKeyEvent &>(event).modifiers() == Qt::NoModifier &&
            !static_cast<const QKeyEvent &>(event).isAutoRepeat())
            m_keys.clear();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::WindowDeactivate:
        m_keys.clear();
        m_isButtonDown = false;
        break;
    default:
        break;
    }
    return wasHeld != isHeld();
}

} // namespace ui
