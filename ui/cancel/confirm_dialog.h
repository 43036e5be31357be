// SPDX-License-Identifier: Apache-2.0
// Asks before anything is sent: exactly these orders, grouped by effect, what may trade with a tick of its own. The
// default is to keep the orders, and so is Esc; the acting button names verb and count. It sends nothing itself:
// the caller reads plan() and consent() after it was accepted.
#pragma once

#include "cancel/cancel_desk.h"
#include "desk/desk.h"
#include "desk/settings.h"
#include "ui/cancel/plan_model.h"
#include "ui/shared/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace ui {

class EnvironmentBadge;
class HoldButton;
class KeyHintButton;
class PlanDelegate;

class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(desk::Desk &desk, const desk::SettingValues &settings, const Theme &theme, desk::CancelPlan plan,
                  QWidget *parent = nullptr);

    [[nodiscard]] const desk::CancelPlan &plan() const { return m_model->plan(); }
    /// What was shown and how it was agreed to.
    [[nodiscard]] cancel::Consent consent() const;

private:
    void build(EnvironmentBadge &badge);
    [[nodiscard]] QWidget *buildHead(EnvironmentBadge &badge);
    [[nodiscard]] QWidget *buildFoot();
    void fitHeight(const PlanDelegate &delegate);
    void takeDiff(const orders::BookDiff &diff);
    void showChoice();
    void showArrivals();
    void acceptBy(const QString &given);
    [[nodiscard]] bool isMuch() const;
    [[nodiscard]] bool isCountTyped() const;
    [[nodiscard]] QString heading() const;
    [[nodiscard]] orders::Environment environment() const;

    desk::Desk &m_desk;
    const desk::SettingValues m_settings;
    PlanModel *m_model;
    QListView *m_list;
    QLabel *m_heading;
    QLabel *m_subtitle;
    QLabel *m_estimate;
    QLabel *m_gateHint;
    QLineEdit *m_typed;
    KeyHintButton *m_keep;
    HoldButton *m_act;
    base::WallTime m_shownAt;
    base::WallTime m_givenAt;
    QString m_given;
    int m_arrived = 0;
};

} // namespace ui
