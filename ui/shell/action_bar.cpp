// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_bar.h"

#include "ui/shell/key_hint_button.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

using namespace Qt::StringLiterals;

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent), m_selected(new QLabel(this)), m_amounts(new QLabel(this)), m_reason(new QLabel(this)),
      m_cancelAll(new KeyHintButton(this)), m_cancel(new KeyHintButton(this))
{
    setObjectName(u"actionBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_selected->setObjectName(u"selectedCount"_s);
    m_selected->setProperty("role", u"strong"_s);
    m_amounts->setObjectName(u"selectedAmounts"_s);
    setTone(*m_amounts, Tone::Dim);
    m_reason->setObjectName(u"cancelObstacle"_s);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setWordWrap(true);
    m_cancelAll->setObjectName(u"cancelAllOpen"_s);
    m_cancelAll->setText(tr("Cancel all open…"));
    m_cancel->setObjectName(u"cancelSelected"_s);
    m_cancel->setProperty("role", u"main"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_selected);
    layout->addWidget(m_amounts);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_cancelAll);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ActionBar::cancelAsked);
    connect(m_cancelAll, &QPushButton::clicked, this, &ActionBar::cancelAllAsked);
    setState({});
}

void ActionBar::setKeys(const QString &cancelKey, const QString &cancelAllKey)
{
    m_cancel->setKeyHint(cancelKey);
    m_cancelAll->setKeyHint(cancelAllKey);
}

void ActionBar::setState(const State &state)
{
    const SelectionSummary &selection = state.selection;
    m_selected->setText(tr("%n selected", nullptr, selection.selected()));
    m_selected->setVisible(selection.selected() > 0);
    const QString amounts = selection.amounts();
    m_amounts->setText(amounts.isEmpty() ? QString() : u"· "_s + amounts);

    const QString obstacle = state.forbidden.isEmpty() ? selection.obstacle() : state.forbidden;
    const QString reason = obstacle.isEmpty() ? state.staleness : obstacle;
    m_reason->setText(reason);
    const bool isWarning = !state.forbidden.isEmpty() || (obstacle.isEmpty() && !state.staleness.isEmpty());
    setTone(*m_reason, isWarning ? Tone::Waiting : Tone::Dim);

    QString text = selection.buttonText();
    if (!state.staleness.isEmpty() && selection.cancellable() > 0)
        text += u" (%1)"_s.arg(state.staleness);
    if (state.asksFirst)
        text += u"…"_s;
    m_cancel->setText(text);
    m_cancel->setEnabled(obstacle.isEmpty());
    m_cancel->setToolTip(obstacle);
    m_cancel->setAccessibleDescription(obstacle);
    m_cancelAll->setText(state.isSearching ? tr("Cancel all shown…") : tr("Cancel all open…"));
    m_cancelAll->setEnabled(state.openCount > 0 && state.forbidden.isEmpty());
    m_cancelAll->setToolTip(state.forbidden);
}

} // namespace ui
