// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_question.h"

#include "commands/text_table.h"
#include "orders/order_fields.h"

#include <QSet>

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

QString warningText(const desk::PlanWarning &warning)
{
    const QString what = u"%1 %2"_s.arg(warning.quantity.toText(), warning.symbol);
    switch (warning.kind) {
    case desk::WarningKind::LosesStop:
        return u"%1: a position may stand without its stop"_s.arg(what);
    case desk::WarningKind::MayTrade:
        return u"%1: MAY TRADE, the broker may close the position at market"_s.arg(what);
    case desk::WarningKind::EffectUnknown:
        return u"%1: nobody knows what this cancel does besides"_s.arg(what);
    case desk::WarningKind::StaleBook:
        return u"the order book is old"_s;
    case desk::WarningKind::LeavesPair:
        return u"%1: one of a pair, the other (%2) goes on working alone"_s.arg(what, warning.row->pairOrderId);
    case desk::WarningKind::FilledPart:
        return u"%1: filled already, only the rest can be cancelled"_s.arg(what);
    }
    Q_UNREACHABLE();
}

QString effectText(orders::Effect effect)
{
    switch (effect) {
    case orders::Effect::Cancel:
        return u"cancel"_s;
    case orders::Effect::CancelWithLegs:
        return u"entry; the broker should drop its legs"_s;
    case orders::Effect::Unknown:
        return u"EFFECT UNKNOWN"_s;
    case orders::Effect::MayTrade:
        return u"MAY TRADE"_s;
    }
    Q_UNREACHABLE();
}

bool mustTypeCount(const desk::CancelPlan &plan, const desk::SettingValues &settings)
{
    const auto sums = plan.sums();
    return plan.chosenCount() > settings.confirmAboveOrders ||
           std::any_of(sums.begin(), sums.end(), [&](const desk::PlanSum &sum) {
               return sum.value.isNumber() && sum.value > settings.confirmAboveValue;
           });
}

} // namespace

QString describePlan(const desk::CancelPlan &plan, const desk::KeyIndex &keys)
{
    TextTable table({u"EFFECT"_s, u"KEY"_s, u"SIDE"_s, u">LEFT"_s, u"SYMBOL"_s, u">PRICE"_s, u"KIND"_s,
                     u"LEG"_s, u"REQUEST"_s});
    QSet<orders::OrderKey> chosen;
    for (const desk::PlannedCancel &each : plan.orders) {
        if (!each.isChosen)
            continue;
        chosen.insert(each.row->key);
        table.addRow({effectText(each.effect), keys.textOf(*each.row), orders::sideName(*each.row),
                      each.row->remaining().toText(), each.row->symbol, each.row->price.toText(),
                      each.row->kind, each.row->leg, each.request});
    }
    QString text = QString::fromUtf8(table.toText());
    for (const desk::PlanWarning &warning : plan.warnings) {
        if (!warning.row || chosen.contains(warning.row->key))
            text += u"Warning: %1\n"_s.arg(warningText(warning));
    }
    return text;
}

bool askWhetherToCancel(Terminal &terminal, const desk::CancelPlan &plan, const desk::SettingValues &settings)
{
    const QString count = QString::number(plan.chosenCount());
    const QString what = u"Cancel %1 %2 at %3?"_s.arg(count, count == "1"_L1 ? u"order"_s : u"orders"_s,
                                                      plan.connections().join(", "_L1));
    if (mustTypeCount(plan, settings))
        return terminal.ask(u"%1 Type their number to cancel them:"_s.arg(what)) == count;
    const QString answer = terminal.ask(u"%1 [yes/no]"_s.arg(what)).value_or(QString()).toLower();
    return answer == "yes"_L1 || answer == "y"_L1;
}

} // namespace commands
