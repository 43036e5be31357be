// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/sign_in_layout.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 440;

struct SignInLayout
{
    Q_DECLARE_TR_FUNCTIONS(ui::SignInLayout)
};

} // namespace

QPushButton *layOutSignIn(QDialog &dialog, QLabel *words, QLineEdit *field, QLabel *notice)
{
    words->setWordWrap(true);
    words->setBuddy(field);
    auto *later = new QPushButton(SignInLayout::tr("Not now"), &dialog);
    later->setObjectName(u"notNow"_s);
    later->setAutoDefault(false);
    auto *act = new QPushButton(SignInLayout::tr("Sign in"), &dialog);
    act->setObjectName(u"signIn"_s);
    act->setProperty("role", u"main"_s);
    act->setDefault(true);
    act->setEnabled(false);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(act);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(words);
    layout->addWidget(field);
    if (notice != nullptr)
        layout->addWidget(notice);
    layout->addLayout(buttons);
    dialog.setMinimumWidth(leastWidth);
    QObject::connect(field, &QLineEdit::textChanged, act,
                     [act](const QString &text) { act->setEnabled(!text.trimmed().isEmpty()); });
    QObject::connect(later, &QPushButton::clicked, &dialog, &QDialog::reject);
    field->setFocus();
    return act;
}

} // namespace ui
