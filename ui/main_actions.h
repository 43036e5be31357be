// SPDX-License-Identifier: Apache-2.0
// Everything that a key or the menu can do in the main window, as actions with the keys of the chosen scheme. Keys
// act on the press alone, never by auto-repeat, and are dead while a text field has the focus or a dialog is open.
// It says what was asked for; the window does it.
#pragma once

#include "ui/shell/key_scheme.h"

#include <QObject>

#include <map>

class QAction;
class QMenu;
class QWidget;

namespace ui {

class MainActions : public QObject
{
    Q_OBJECT

public:
    /// The actions work while the focus is in this window.
    explicit MainActions(QWidget &window);

    void setScheme(desk::KeyScheme scheme);
    [[nodiscard]] QMenu *menu() const { return m_menu; }

    /// Somebody types: keys belong to the field.
    [[nodiscard]] static bool isTyping();

Q_SIGNALS:
    void asked(KeyAction action);

private:
    void add(KeyAction action, const QString &name, const QString &text);
    void take(KeyAction action);

    QWidget &m_window;
    QMenu *m_menu;
    std::map<KeyAction, QAction *> m_actions;
};

} // namespace ui
