// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/selection_summary.h"

#include "ui/cancel/cancel_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using orders::Effect;

namespace {

struct SelectionWords
{
    Q_DECLARE_TR_FUNCTIONS(SelectionWords)
};

} // namespace

void SelectionSummary::add(const orders::Order &order)
{
    ++m_selected;
    if (!order.isCancellable()) {
        m_beingCancelled += order.isAlive() ? 1 : 0;
        return;
    }
    ++m_cancellable;
    ++m_effects[static_cast<std::size_t>(order.effect)];
    const base::Decimal remaining = order.remaining();
    if (remaining.isNumber())
        m_remaining = m_remaining.plus(remaining);
    const base::Decimal value = order.value();
    if (!value.isNumber()) {
        m_hasUnpriced = true;
        return;
    }
    const auto [entry, isNew] = m_values.emplace(order.currency, value);
    if (!isNew)
        entry->second = entry->second.plus(value);
}

QString SelectionSummary::amounts() const
{
    if (m_cancellable == 0)
        return {};
    QStringList values;
    for (const auto &[currency, value] : m_values)
        values += moneyText(value, currency);
    QString text = SelectionWords::tr("%1 remaining").arg(numberText(m_remaining));
    if (!values.isEmpty())
        text += u" · "_s + SelectionWords::tr("value %1").arg(values.join(u" + "_s));
    if (m_hasUnpriced)
        text += u" · "_s + SelectionWords::tr("some without a price");
    return text;
}

QString SelectionSummary::buttonText() const
{
    if (m_cancellable == 0)
        return SelectionWords::tr("Cancel");
    if (count(Effect::Cancel) == m_cancellable)
        return SelectionWords::tr("Cancel %n order(s)", nullptr, m_cancellable);
    QStringList parts;
    for (const Effect effect : {Effect::Cancel, Effect::CancelWithLegs, Effect::Unknown, Effect::MayTrade}) {
        if (count(effect) > 0)
            parts += effectCount(effect, count(effect));
    }
    return SelectionWords::tr("Cancel %1: %2").arg(countText(m_cancellable), parts.join(u", "_s));
}

QString SelectionSummary::obstacle() const
{
    if (m_cancellable > 0)
        return {};
    if (m_selected == 0)
        return SelectionWords::tr("Select the orders to cancel");
    return m_beingCancelled > 0 ? SelectionWords::tr("What is selected is being cancelled already")
                                : SelectionWords::tr("What is selected is over");
}

} // namespace ui
