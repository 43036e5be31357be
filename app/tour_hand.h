// SPDX-License-Identifier: Apache-2.0
// A hand for the tour: presses keys and mouse buttons in a real window, the way the window system reports them, so
// that shortcuts, focus and open dialogs count. It never waits.
#pragma once

#include <QPoint>
#include <QString>

class QWidget;

namespace app::hand {

void click(QWidget &widget, const QPoint &at);
void clickMiddle(QWidget &widget);
void press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
void type(QWidget &widget, const QString &text);

} // namespace app::hand
