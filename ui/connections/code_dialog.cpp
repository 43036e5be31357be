// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/code_dialog.h"

#include "ui/connections/sign_in_layout.h"
#include "ui/shell/connection_words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

CodeDialog::CodeDialog(desk::Desk &desk, const QString &connection, const QString &kind, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_connection(connection), m_code(new QLineEdit(this))
{
    setObjectName(u"codeDialog"_s);
    const auto view = desk.connection(connection);
    const QString title = view ? connectionTitle(*view) : connection;
    setWindowTitle(tr("Sign in to %1").arg(title));
    auto *words = new QLabel(kind.isEmpty() ? tr("%1 asks for the code of your second factor.").arg(title)
                                            : tr("%1 asks for the code of your second factor (%2).").arg(title, kind),
                             this);
    m_code->setObjectName(u"code"_s);
    m_code->setAccessibleName(tr("Code"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    connect(layOutSignIn(*this, words, m_code, nullptr), &QPushButton::clicked, this, &CodeDialog::submit);
}

void CodeDialog::submit()
{
    m_desk.submitCode(m_connection, base::Secret(m_code->text().trimmed().toUtf8()));
    accept();
}

} // namespace ui
