// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/code_dialog.h"

#include "ui/shell/connection_words.h"

#include <QHBoxLayout>
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
    words->setWordWrap(true);
    m_code->setObjectName(u"code"_s);
    m_code->setAccessibleName(tr("Code"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    words->setBuddy(m_code);
    auto *later = new QPushButton(tr("Not now"), this);
    later->setObjectName(u"notNow"_s);
    later->setAutoDefault(false);
    auto *act = new QPushButton(tr("Sign in"), this);
    act->setObjectName(u"signIn"_s);
    act->setProperty("role", u"main"_s);
    act->setDefault(true);
    act->setEnabled(false);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(act);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_code);
    layout->addLayout(buttons);
    setMinimumWidth(400);
    connect(m_code, &QLineEdit::textChanged, act, [act](const QString &text) { act->setEnabled(!text.trimmed().isEmpty()); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &CodeDialog::submit);
    m_code->setFocus();
}

void CodeDialog::submit()
{
    m_desk.submitCode(m_connection, base::Secret(m_code->text().trimmed().toUtf8()));
    accept();
}

} // namespace ui
