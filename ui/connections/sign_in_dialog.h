// SPDX-License-Identifier: Apache-2.0
// Takes a new secret for one connection and signs in with it: once a day for brokers whose tokens end at night. The
// secret goes to the desk and nowhere else.
#pragma once

#include "desk/desk.h"

#include <QDialog>

namespace ui {

class SecretField;

class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(desk::Desk &desk, const QString &connection, QWidget *parent = nullptr);

private:
    void signIn();

    desk::Desk &m_desk;
    QString m_connection;
    SecretField *m_secret;
};

} // namespace ui
