// SPDX-License-Identifier: Apache-2.0
// The connections: a list, the chosen one's fields, and buttons to add, save, check and remove. All of it goes
// through the desk; the secret is written and never read back.
#pragma once

#include "desk/desk.h"
#include "ui/connections/broker_choice.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

class ConnectionForm;

class ConnectionsDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectionsDialog(desk::Desk &desk, const BrokerChoices &brokers, QWidget *parent = nullptr);

    void beginNew();
    void choose(const QString &connection);
    void check(const QString &connection);

private:
    void build();
    [[nodiscard]] QWidget *buildButtons();
    void fillList();
    void showChosen();
    void showButtons();
    void save();
    void askToRemove();
    void showChecks(const std::vector<desk::CheckLine> &lines);
    void say(const QString &text, bool isBad);
    [[nodiscard]] QString chosen() const;

    desk::Desk &m_desk;
    QListWidget *m_list;
    ConnectionForm *m_form;
    QLabel *m_notice;
    QLabel *m_result;
    QPushButton *m_add;
    QPushButton *m_save;
    QPushButton *m_check;
    QPushButton *m_remove;
    QPushButton *m_close;
    bool m_isBusy = false;
};

} // namespace ui
