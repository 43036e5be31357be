// SPDX-License-Identifier: Apache-2.0
// Takes the code of a second factor for a sign-in that waits for it. The code is good once and kept nowhere.
#pragma once

#include "desk/desk.h"

#include <QDialog>

class QLineEdit;

namespace ui {

class CodeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `kind` is the venue's word for the factor ("Google"); it may be empty.
    CodeDialog(desk::Desk &desk, const QString &connection, const QString &kind, QWidget *parent = nullptr);

private:
    void submit();

    desk::Desk &m_desk;
    QString m_connection;
    QLineEdit *m_code;
};

} // namespace ui
