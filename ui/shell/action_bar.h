// SPDX-License-Identifier: Apache-2.0
// Under the table: at the left what the selection amounts to, at the right the button that says what it will do.
// It never acts by itself; where nothing can be cancelled it says why in words.
#pragma once

#include "ui/shared/theme.h"
#include "ui/shell/selection_summary.h"

#include <QWidget>

class QLabel;

namespace ui {

class KeyHintButton;

class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    struct State
    {
        SelectionSummary selection;
        int openCount = 0;       // of the whole table, for "Cancel all open"
        bool isSearching = false; // then it is all that the search shows
        QString forbidden;       // why nothing may be sent at all; empty = it may
        QString staleness;       // "book 14 s old"; empty = fresh
        bool asksFirst = true;   // a dialog follows
    };
    void setState(const State &state);
    void setKeys(const QString &cancelKey, const QString &cancelAllKey);

Q_SIGNALS:
    void cancelAsked();
    void cancelAllAsked();

private:
    QLabel *m_selected;
    QLabel *m_amounts;
    QLabel *m_reason;
    KeyHintButton *m_cancelAll;
    KeyHintButton *m_cancel;
};

} // namespace ui
