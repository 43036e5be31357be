// SPDX-License-Identifier: Apache-2.0
// Asks a person for what a sign-in needs: a new secret when they want to give one, and the code of a second factor
// when the venue wants it. One dialog per connection at a time; what is typed goes to the desk alone.
#pragma once

#include "desk/desk.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace ui {

class SignInFlow : public QObject
{
    Q_OBJECT

public:
    SignInFlow(desk::Desk &desk, QWidget *window);

    void openSignIn(const QString &connection);

private:
    void askForCode(const QString &connection, const QString &kind);
    void open(const QString &connection, QDialog *dialog);

    desk::Desk &m_desk;
    QWidget *m_window;
    QHash<QString, QPointer<QDialog>> m_dialogs;
};

} // namespace ui
