// SPDX-License-Identifier: Apache-2.0
// The dock's second tab: the cancels that have no end yet, with what a person can do about them: ask the broker
// again, cancel again where the order is known to live, end it by hand, or read the card to the dealing desk.
#pragma once

#include "desk/desk.h"
#include "ui/cancel/ticket_model.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// A person may send the same cancel once more (lifecycle.md: only where the order was seen alive since).
[[nodiscard]] bool mayCancelAgain(const cancel::Ticket &ticket);

class UnresolvedPanel : public QWidget
{
    Q_OBJECT

public:
    UnresolvedPanel(desk::Desk &desk, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return m_model->rowCount(); }

Q_SIGNALS:
    void countChanged(int count);
    void cancelAgainAsked(const std::vector<orders::OrderKey> &keys);
    void orderAsked(const orders::OrderKey &key);
    void failed(const QString &text);

private:
    [[nodiscard]] QWidget *buildActions();
    void showState();
    void askForReason();
    void acknowledge(const QString &ticket, const QString &person, const QString &reason);
    [[nodiscard]] std::vector<cancel::TicketPtr> chosen() const;

    desk::Desk &m_desk;
    TicketModel *m_model;
    QListView *m_view;
    QPlainTextEdit *m_card;
    QLabel *m_placeholder;
    QWidget *m_content;
    QPushButton *m_askAgain = nullptr;
    QPushButton *m_cancelAgain = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace ui
