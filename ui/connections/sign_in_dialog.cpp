// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/sign_in_dialog.h"

#include "ui/connections/secret_field.h"
#include "ui/connections/sign_in_layout.h"
#include "ui/shell/connection_words.h"

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
    m_secret->setObjectName(u"signInSecret"_s);
    m_secret->setStored(view && view->hasSecret);
    auto *notice = new QLabel(view && view->problem ? view->problem->text : QString(), this);
    notice->setObjectName(u"signInProblem"_s);
    notice->setWordWrap(true);
    notice->setVisible(!notice->text().isEmpty());
    setTone(*notice, Tone::Refused);
    connect(layOutSignIn(*this, words, m_secret, notice), &QPushButton::clicked, this, &SignInDialog::signIn);
}

void SignInDialog::signIn()
{
    m_desk.signIn(m_connection, m_secret->take());
    accept();
}

} // namespace ui
