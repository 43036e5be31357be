// SPDX-License-Identifier: Apache-2.0
// The dock's first tab: a proof strip for every cancel of this run, the newest at the top. A double click or Enter
// shows the order. It only shows; the batch line over it is the dock's.
#pragma once

#include "ui/cancel/ticket_model.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QListView;

namespace ui {

class CancelsPanel : public QWidget
{
    Q_OBJECT

public:
    CancelsPanel(cancel::CancelDesk &cancels, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] TicketModel &model() { return *m_model; }

Q_SIGNALS:
    void orderAsked(const orders::OrderKey &key);

private:
    void showPlaceholder();

    TicketModel *m_model;
    QListView *m_view;
    QLabel *m_placeholder;
};

} // namespace ui
