// SPDX-License-Identifier: Apache-2.0
// A person ends a cancel without proof: their name and a reason, both needed, both journaled by the engine. The
// default is to go on watching. Opened from the Unresolved panel; it ends nothing itself.
#pragma once

#include "cancel/ticket.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace ui {

class AcknowledgeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AcknowledgeDialog(const cancel::Ticket &ticket, QWidget *parent = nullptr);

    [[nodiscard]] QString person() const;
    [[nodiscard]] QString reason() const;

private:
    QLineEdit *m_person;
    QLineEdit *m_reason;
    QPushButton *m_act;
};

} // namespace ui
