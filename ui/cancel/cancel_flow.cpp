// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/cancel_flow.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/confirm_dialog.h"
#include "ui/cancel/order_words.h"
#include "ui/shell/words.h"

#include <QLocale>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

CancelFlow::CancelFlow(desk::Desk &desk, const desk::Settings &settings, const Theme &theme, QWidget &window)
    : QObject(&window), m_desk(desk), m_settings(settings), m_theme(theme), m_window(window)
{
}

void CancelFlow::cancel(const std::vector<orders::OrderKey> &keys, bool mayAskNothing)
{
    if (m_dialog || keys.empty())
        return;
    if (const auto forbidden = m_desk.cancelsForbidden()) {
        Q_EMIT failed(errorWords(*forbidden));
        return;
    }
    desk::CancelPlan plan = m_desk.planCancel(keys);
    if (std::none_of(plan.orders.begin(), plan.orders.end(),
                     [](const desk::PlannedCancel &planned) { return planned.isPossible; })) {
        const QString why = plan.orders.empty() ? tr("the orders are gone") : obstacleWords(plan.orders.front());
        Q_EMIT failed(tr("Nothing can be cancelled: %1.").arg(why));
        return;
    }
    if (!mayAskNothing || !needsNoQuestion(plan))
        return ask(std::move(plan));

    cancel::Consent consent;
    consent.given = u"key"_s;
    consent.shown = u"%1: %2"_s.arg(effectTitle(plan.orders.front().effect), orderLine(*plan.orders.front().row));
    consent.locale = QLocale().name();
    consent.bookAge = plan.bookAge;
    consent.shownAt = consent.givenAt = m_desk.clock().wall();
    consent.estimate = plan.estimate;
    send(plan, consent);
}

bool CancelFlow::needsNoQuestion(const desk::CancelPlan &plan) const
{
    const desk::SettingValues &values = m_settings.values();
    if (!values.isDialogSkipped || plan.orders.size() != 1 || plan.chosenCount() != 1)
        return false;
    const desk::PlannedCancel &only = plan.orders.front();
    const auto sums = plan.sums();
    const bool isMuch = values.confirmAboveOrders < 1
                        || std::any_of(sums.begin(), sums.end(), [&values](const desk::PlanSum &sum) {
                               return sum.value > values.confirmAboveValue;
                           });
    const bool isRegular = only.row->kind.compare("REGULAR"_L1, Qt::CaseInsensitive) == 0;
    return isRegular && only.effect == orders::Effect::Cancel && plan.warnings.empty() && !isMuch;
}

void CancelFlow::ask(desk::CancelPlan plan)
{
    auto *dialog = new ConfirmDialog(m_desk, m_settings.values(), m_theme, std::move(plan), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog] { send(dialog->plan(), dialog->consent()); });
    dialog->open();
}

void CancelFlow::send(const desk::CancelPlan &plan, const cancel::Consent &consent)
{
    const auto result = m_desk.cancelOrders(plan, consent);
    if (result)
        Q_EMIT sent(*result);
    else
        Q_EMIT failed(tr("Nothing was sent: %1").arg(errorWords(result.error())));
}

} // namespace ui
