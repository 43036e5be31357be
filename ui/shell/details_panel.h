// SPDX-License-Identifier: Apache-2.0
// The dock's fourth tab: one order in full. Our reading beside the broker's words, the broker's history, our
// journal for the order, and the broker's raw text. It follows the order that it was given; the history is asked
// for when a person presses the button, because it costs a request.
#pragma once

#include "desk/desk.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class JournalModel;
class OrderFieldsModel;

class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(desk::Desk &desk, QWidget *parent = nullptr);

    void showOrder(const orders::OrderKey &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildFields();
    [[nodiscard]] QWidget *buildRecords();
    [[nodiscard]] QWidget *buildRaw();
    void showRow();
    void showJournal();
    void readHistory();
    void showHistory(const std::vector<orders::OrderPtr> &rows);

    desk::Desk &m_desk;
    OrderFieldsModel *m_fields;
    JournalModel *m_journal;
    QLabel *m_title;
    QLabel *m_historyNote;
    QTableWidget *m_history;
    QPlainTextEdit *m_raw;
    QPushButton *m_readHistory;
    QPushButton *m_copyId;
    orders::OrderKey m_key;
    orders::OrderPtr m_order;
    bool m_isAsking = false;
};

} // namespace ui
