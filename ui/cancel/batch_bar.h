// SPDX-License-Identifier: Apache-2.0
// The newest batch in one line, and what a person can do with it: let what has not left wait, stop it, ask
// again for what was refused. Shows only what is possible now. Whoever owns it asks again; the rest it tells
// the desk itself.
#pragma once

#include "desk/desk.h"
#include "ui/cancel/batch_summary.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class BatchBar : public QWidget
{
    Q_OBJECT

public:
    BatchBar(desk::Desk &desk, const Theme &theme, QWidget *parent = nullptr);

    /// The tickets have changed, or the theme's colours have.
    void refresh();

Q_SIGNALS:
    /// A question is due: nothing is sent for these without it.
    void retryAsked(const std::vector<orders::OrderKey> &keys);

private:
    [[nodiscard]] QPushButton *addButton(const QString &name);
    void togglePause();
    void retry();

    desk::Desk &m_desk;
    const Theme &m_theme;
    QString m_shown; // the batch
    QLabel *m_line;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_retry;
};

} // namespace ui
