// SPDX-License-Identifier: Apache-2.0
// The line at the bottom: requests used per connection, where secrets rest, the journal, the last notice, and how
// long proofs take. It reads the desk once a second and changes nothing.
#pragma once

#include "desk/desk.h"

#include <QStatusBar>

class QLabel;

namespace ui {

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(desk::Desk &desk, QWidget *parent = nullptr);

    void refresh();
    void setNotice(const QString &text);

private:
    [[nodiscard]] QString budgetText() const;
    [[nodiscard]] QString journalText() const;

    desk::Desk &m_desk;
    QLabel *m_budget;
    QLabel *m_keychain;
    QLabel *m_journal;
    QLabel *m_notice;
    QLabel *m_proofs;
};

} // namespace ui
