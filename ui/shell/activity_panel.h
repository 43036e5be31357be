// SPDX-License-Identifier: Apache-2.0
// The dock's third tab: the journal's latest rows, as they are written. It reads the journal while it is on screen
// and never writes to it.
#pragma once

#include "desk/desk.h"

#include <QWidget>

class QTableView;

namespace ui {

class JournalModel;

/// A table for journal rows, in the dock's own density.
[[nodiscard]] QTableView *makeJournalTable(JournalModel &model, QWidget *parent);

class ActivityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPanel(desk::Desk &desk, QWidget *parent = nullptr);

    /// Takes in what was written since; does nothing while the panel is hidden.
    void refresh();

    static constexpr int mostRows = 500; // of what was there before this run

protected:
    void showEvent(QShowEvent *event) override;

private:
    desk::Desk &m_desk;
    JournalModel *m_model;
};

} // namespace ui
