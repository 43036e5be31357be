// SPDX-License-Identifier: Apache-2.0
// A question before something that cannot be taken back: both answers name what they do, and the harmless one is
// the default and what Esc means. Not for cancels: they have a dialog of their own.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui {

struct Question
{
    QString name; // of the dialog, for tests
    QString title;
    QString text;
    QString act;  // "Remove pace"
    QString keep; // "Keep it"
};

void ask(QWidget &over, const Question &question, std::function<void()> act);

} // namespace ui
