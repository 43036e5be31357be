// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/sign_in_dialog.h"

#include "ui/connections/secret_field.h"
#include "ui/shell/connection_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(desk::Desk &desk, const QString &connection, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_connection(connection), m_secret(new SecretField(this))
{
    setObjectName(u"signInDialog"_s);
    const auto view = desk.connection(connection);
    const QString title = view ? connectionTitle(*view) : connection;
    setWindowTitle(tr("Sign in to %1").arg(title));
    auto *words = new QLabel(tr("Paste the access token from the broker's login page."), this);
    words->setObjectName(u"signInWords"_s);
    words->setWordWrap(true);
    m_secret->setObjectName(u"signInSecret"_s);
    m_secret->setStored(view && view->hasSecret);
    auto *notice = new QLabel(view && view->problem ? view->problem->text : QString(), this);
    notice->setObjectName(u"signInProblem"_s);
    notice->setWordWrap(true);
    notice->setVisible(!notice->text().isEmpty());
    setTone(*notice, Tone::Refused);
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
    layout->addWidget(m_secret);
    layout->addWidget(notice);
    layout->addLayout(buttons);
    setMinimumWidth(440);
    connect(m_secret, &QLineEdit::textChanged, act, [act](const QString &text) { act->setEnabled(!text.trimmed().isEmpty()); });
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &SignInDialog::signIn);
    m_secret->setFocus();
}

void SignInDialog::signIn()
{
    m_desk.signIn(m_connection, m_secret->take());
    accept();
}

} // namespace ui
