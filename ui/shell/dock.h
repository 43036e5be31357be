// SPDX-License-Identifier: Apache-2.0
// The tabs under the table: Cancels, Unresolved with its number, Activity, Order details; and at the right
// the line of the newest batch. It puts panels together; each knows its own part of the desk.
#pragma once

#include "desk/desk.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ui {

class ActivityPanel;
class BatchBar;
class CancelsPanel;
class DetailsPanel;
class UnresolvedPanel;

class Dock : public QWidget
{
    Q_OBJECT

public:
    Dock(desk::Desk &desk, const Theme &theme, QWidget *parent = nullptr);

    void showCancels();
    void showDetails();
    /// What the details are about; shown when their tab is.
    void setOrder(const orders::OrderKey &key);
    /// Once a second.
    void refresh();
    /// The theme's colours stand in the batch line.
    void updateBatch();

Q_SIGNALS:
    void cancelAgainAsked(const std::vector<orders::OrderKey> &keys);
    void orderAsked(const orders::OrderKey &key);
    void failed(const QString &text);

private:
    void build();
    void addPanel(QWidget *panel, const QString &title);
    void showPanel(QWidget *panel);
    void showUnresolvedCount(int count);

    const Theme &m_theme;
    QTabBar *m_tabs;
    QStackedWidget *m_panels;
    CancelsPanel *m_cancels;
    UnresolvedPanel *m_unresolved;
    ActivityPanel *m_activity;
    DetailsPanel *m_details;
    BatchBar *m_batch;
    base::Timer m_batchTimer; // a large batch changes a thousand tickets at once: one line for them
};

} // namespace ui
