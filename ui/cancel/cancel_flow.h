// SPDX-License-Identifier: Apache-2.0
// From "cancel these" to the engine: makes the plan, asks in the confirm dialog (or not, where the settings allow
// it for one regular order), and hands the agreed plan to the desk. One question at a time. The window calls it
// with keys, never with rows.
#pragma once

#include "desk/desk.h"
#include "desk/settings.h"
#include "ui/shared/theme.h"

#include <QDialog>
#include <QPointer>

namespace ui {

class CancelFlow : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; `window` is what the dialog stands over.
    CancelFlow(desk::Desk &desk, const desk::Settings &settings, const Theme &theme, QWidget &window);

    /// `mayAskNothing`: a key or a button for the selection; "cancel all" always asks.
    void cancel(const std::vector<orders::OrderKey> &keys, bool mayAskNothing);
    [[nodiscard]] bool isAsking() const { return m_dialog != nullptr; }

Q_SIGNALS:
    void sent(const cancel::BatchResult &batch);
    /// Nothing was sent, and why.
    void failed(const QString &text);

private:
    [[nodiscard]] bool needsNoQuestion(const desk::CancelPlan &plan) const;
    void ask(desk::CancelPlan plan);
    void send(const desk::CancelPlan &plan, const cancel::Consent &consent);

    desk::Desk &m_desk;
    const desk::Settings &m_settings;
    const Theme &m_theme;
    QWidget &m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace ui
