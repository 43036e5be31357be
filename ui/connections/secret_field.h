// SPDX-License-Identifier: Apache-2.0
// A field that takes a secret and never gives one away: what is stored is not loaded into it, only whether there is
// something. The text leaves it once, through take(), and the field is empty again.
#pragma once

#include "base/secret.h"

#include <QLineEdit>

namespace ui {

class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void setStored(bool isStored);
    /// Without the line end that a pasted secret often has.
    [[nodiscard]] base::Secret take();
};

} // namespace ui
