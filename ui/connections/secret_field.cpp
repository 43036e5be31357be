// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/secret_field.h"

namespace ui {

SecretField::SecretField(QWidget *parent) : QLineEdit(parent)
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
    base::Secret secret(text().trimmed().toUtf8());
    clear();
    return secret;
}

} // namespace ui
