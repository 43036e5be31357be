// SPDX-License-Identifier: Apache-2.0
#include "tour_hand.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

// The doors through which Qt's own test library enters; the GUI library exports them and no header declares them.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow *window, QEvent::Type type, int key, Qt::KeyboardModifiers modifiers,
                                    const QString &text, bool isAutoRepeat, ushort count);
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow *window, const QPointF &local, const QPointF &global,
                                      Qt::MouseButtons state, Qt::MouseButton button, QEvent::Type type,
                                      Qt::KeyboardModifiers modifiers, int timestamp);
QT_END_NAMESPACE

namespace app::hand {

namespace {

int nextTimestamp()
{
    static int timestamp = 1'000'000;
    return timestamp += 1'000; // far enough apart: never a double click
}

} // namespace

void click(QWidget &widget, const QPoint &at)
{
    QWidget *top = widget.window();
    QWindow *window = top->windowHandle();
    const QPoint local = widget.mapTo(top, at);
    const QPointF global = window->mapToGlobal(QPointF(local));
    qt_handleMouseEvent(window, local, global, Qt::NoButton, Qt::NoButton, QEvent::MouseMove, Qt::NoModifier,
                        nextTimestamp());
    qt_handleMouseEvent(window, local, global, Qt::LeftButton, Qt::LeftButton, QEvent::MouseButtonPress,
                        Qt::NoModifier, nextTimestamp());
    qt_handleMouseEvent(window, local, global, Qt::NoButton, Qt::LeftButton, QEvent::MouseButtonRelease,
                        Qt::NoModifier, nextTimestamp());
}

void clickMiddle(QWidget &widget)
{
    click(widget, widget.rect().center());
}

void press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QWindow *window = widget.window()->windowHandle();
    qt_handleKeyEvent(window, QEvent::KeyPress, key, modifiers, text, false, 1);
    qt_handleKeyEvent(window, QEvent::KeyRelease, key, modifiers, text, false, 1);
}

void type(QWidget &widget, const QString &text)
{
    for (const QChar letter : text)
        press(widget, letter.toUpper().unicode(), Qt::NoModifier, QString(letter));
}

} // namespace app::hand
