// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/plan_model.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/shell/words.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using desk::PlannedCancel;
using orders::Effect;

namespace {

/// A leg that sells closes a long position.
QString position(const orders::Order &leg)
{
    return leg.side == orders::Side::Buy ? PlanModel::tr("%1 short %2").arg(leg.symbol, numberText(leg.remaining()))
                                         : PlanModel::tr("%1 long %2").arg(leg.symbol, numberText(leg.remaining()));
}

bool isSet(const base::Decimal &number)
{
    return number.isNumber() && !number.isZero();
}

} // namespace

PlanModel::PlanModel(desk::CancelPlan plan, base::WallTime now, QObject *parent)
    : QAbstractListModel(parent), m_plan(std::move(plan)), m_now(now)
{
    for (std::size_t order = 0; order < m_plan.orders.size(); ++order)
        m_places.insert(m_plan.orders[order].row->key, order);
    addNotices();
    for (const Effect effect : {Effect::Cancel, Effect::CancelWithLegs, Effect::Unknown, Effect::MayTrade})
        addGroup(effect);
    addImpossible();
}

void PlanModel::addNotices()
{
    for (const desk::PlanWarning &warning : m_plan.warnings) {
        if (warning.kind == desk::WarningKind::LosesStop && warning.row) {
            m_rows.push_back({RowKind::Notice, tr("%1 may lose its only stop.").arg(position(*warning.row))});
        } else if (warning.kind == desk::WarningKind::LeavesPair) {
            m_rows.push_back({RowKind::Notice, tr("%1: one of a pair. Order %2, the other of it, goes on working alone.")
                                                   .arg(orderLine(*warning.row), warning.row->pairOrderId)});
        } else if (warning.kind == desk::WarningKind::StaleBook) {
            m_rows.push_back({RowKind::Notice, tr("The book is %1 old: what you see may have changed.")
                                                   .arg(spanText(m_plan.bookAge))});
        }
    }
}

void PlanModel::addGroup(Effect effect)
{
    const int count = m_plan.countOf(effect);
    if (count == 0)
        return;
    m_rows.push_back({RowKind::Group, effectTitle(effect), 0, effect, count});
    for (std::size_t order = 0; order < m_plan.orders.size(); ++order) {
        const PlannedCancel &planned = m_plan.orders[order];
        if (!planned.isPossible || planned.effect != effect)
            continue;
        m_rows.push_back({RowKind::Order, {}, order, effect});
        if (needsConsent(effect))
            m_rows.push_back({RowKind::Consent, consentText(planned), order, effect});
    }
}

void PlanModel::addImpossible()
{
    const auto isImpossible = [](const PlannedCancel &planned) { return !planned.isPossible; };
    const auto count = std::count_if(m_plan.orders.begin(), m_plan.orders.end(), isImpossible);
    if (count == 0)
        return;
    m_rows.push_back({RowKind::Group, tr("Will not be sent"), 0, Effect::Cancel, static_cast<int>(count)});
    for (std::size_t order = 0; order < m_plan.orders.size(); ++order) {
        if (isImpossible(m_plan.orders[order]))
            m_rows.push_back({RowKind::Order, {}, order});
    }
}

QString PlanModel::consentText(const PlannedCancel &planned) const
{
    if (planned.effect == Effect::Unknown) {
        return isSet(planned.row->filled)
                   ? tr("Send this one too. It has filled in part: its legs protect what was bought or sold, and "
                        "Pullcord cannot know whether they stay.")
                   : tr("Send this one too. Pullcord cannot know what the broker does with it.");
    }
    if (orders::legRole(*planned.row) == orders::LegRole::Stop) {
        return tr("Send this one too. The broker may exit the position at market, or leave %1 without a stop. "
                  "Pullcord cannot know which.")
            .arg(position(*planned.row));
    }
    return tr("Send this one too. The broker may exit the position at market. Pullcord cannot know.");
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PlanModel::noteOf(const Row &row) const
{
    const PlannedCancel &planned = plannedAt(row);
    if (m_struck.contains(row.order))
        return m_struck.value(row.order);
    if (!planned.isPossible)
        return obstacleWords(planned);
    if (planned.joinsTicket)
        return tr("on its way already, will be watched");
    if (!planned.legs.empty())
        return tr("with %n leg(s)", nullptr, static_cast<int>(planned.legs.size()));
    if (isSet(planned.row->filled))
        return tr("%1 filled").arg(numberText(planned.row->filled));
    return planned.row->placedAt ? tr("open %1").arg(spanText(m_now - *planned.row->placedAt)) : QString();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rowAt(index);
    if (role == Qt::CheckStateRole && row.kind == RowKind::Consent)
        return plannedAt(row).isChosen ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (row.kind) {
    case RowKind::Notice:
    case RowKind::Consent: return row.text;
    case RowKind::Group: return u"%1 — %2"_s.arg(row.text, tr("%n order(s)", nullptr, row.groupCount));
    case RowKind::Order: break;
    }
    const orders::Order &order = *plannedAt(row).row;
    QStringList words{orderLine(order), kindWords(order), order.exchange, priceLine(order), noteOf(row)};
    words.removeAll(QString());
    const QString text = words.join(u", "_s);
    return isStruck(row) ? tr("Not included any more: %1").arg(text) : text;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return rowAt(index).kind == RowKind::Consent ? plain | Qt::ItemIsUserCheckable : plain;
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Row &row = rowAt(index);
    if (row.kind != RowKind::Consent || isStruck(row))
        return false;
    m_plan.orders[row.order].isChosen = value.toInt() == Qt::Checked;
    tellRowsOf(row.order);
    Q_EMIT choiceChanged();
    return true;
}

QString PlanModel::shownText() const
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex at = index(row);
        QString line = at.data().toString();
        if (rowAt(at).kind == RowKind::Consent)
            line.prepend(at.data(Qt::CheckStateRole).toInt() == Qt::Checked ? u"[x] "_s : u"[ ] "_s);
        lines += line;
    }
    return lines.join(u'\n');
}

void PlanModel::takeReading(const orders::OrderPtr &order)
{
    const auto place = m_places.find(order->key);
    if (place == m_places.end())
        return;
    const orders::Order &frozen = *m_plan.orders[*place].row;
    if (order->filled > frozen.filled) {
        strike(*place, tr("%1 filled meanwhile").arg(numberText(order->filled.minus(frozen.filled))));
    } else if (!order->isAlive()) {
        strike(*place, tr("over meanwhile: %1").arg(order->venueStatus));
    } else if (order->state == orders::OrderState::BeingCancelled && frozen.state != order->state) {
        strike(*place, tr("being cancelled meanwhile"));
    } else if (order->effect > m_plan.orders[*place].effect) {
        strike(*place, tr("changed meanwhile: %1").arg(effectTitle(order->effect)));
    }
}

void PlanModel::takeRemoval(const orders::OrderKey &key)
{
    const auto place = m_places.find(key);
    if (place != m_places.end())
        strike(*place, tr("gone from the book"));
}

void PlanModel::strike(std::size_t order, const QString &why)
{
    PlannedCancel &planned = m_plan.orders[order];
    if (!planned.isPossible || m_struck.value(order) == why)
        return;
    m_struck.insert(order, why);
    planned.isChosen = false;
    tellRowsOf(order);
    Q_EMIT choiceChanged();
}

void PlanModel::tellRowsOf(std::size_t order)
{
    for (int row = 0; row < rowCount(); ++row) {
        const Row &each = m_rows[static_cast<std::size_t>(row)];
        const bool isOfOrder = each.kind == RowKind::Order || each.kind == RowKind::Consent;
        if (isOfOrder && each.order == order)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace ui
