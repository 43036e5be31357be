// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/sign_in_flow.h"

#include "ui/connections/code_dialog.h"
#include "ui/connections/sign_in_dialog.h"

namespace ui {

SignInFlow::SignInFlow(desk::Desk &desk, QWidget *window) : QObject(window), m_desk(desk), m_window(window)
{
    connect(&desk, &desk::Desk::codeAsked, this, &SignInFlow::askForCode);
}

void SignInFlow::openSignIn(const QString &connection)
{
    open(connection, new SignInDialog(m_desk, connection, m_window));
}

void SignInFlow::askForCode(const QString &connection, const QString &kind)
{
    open(connection, new CodeDialog(m_desk, connection, kind, m_window));
}

void SignInFlow::open(const QString &connection, QDialog *dialog)
{
    // What was asked for before has been overtaken.
    if (const QPointer<QDialog> before = m_dialogs.value(connection))
        before->reject();
    m_dialogs[connection] = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
