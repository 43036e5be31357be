// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/secret_field.h"

namespace ui {

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setAccessibleName(tr("Secret, write only"));
    setStored(false);
}

void SecretField::setStored(bool isStored)
{
    clear();
    setPlaceholderText(isStored ? tr("A secret is stored. Type to replace it.") : tr("No secret is stored."));
}

base::Secret SecretField::take()
{
    QString typed = text();
    QString trimmed = typed.trimmed();
    base::Secret secret(trimmed.toUtf8());
    base::wipe(trimmed);
    setText({}); // unlike clear(), it forgets what could be undone
    base::wipe(typed);
    return secret;
}

} // namespace ui
