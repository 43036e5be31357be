// SPDX-License-Identifier: Apache-2.0
#include "orders/effect.h"

#include "orders/order.h"

namespace orders {

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    for (const QLatin1StringView word : words) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool isEntry(const Order &order)
{
    return isOneOf(order.leg, {"ENTRY"_L1});
}

bool isExitLeg(const QString &leg)
{
    return isOneOf(leg, {"SECOND"_L1, "THIRD"_L1, "TARGET"_L1, "STOPLOSS"_L1, "SQUAREOFF_LEG"_L1});
}

bool hasLegs(const Order &order)
{
    return isOneOf(order.kind, {"CO"_L1, "BO"_L1});
}

} // namespace

Effect effectOf(const Order &order, bool legIsParentId)
{
    if (isExitLeg(order.leg) || legIsParentId)
        return Effect::MayTrade;
    if (order.leg.isEmpty())
        return Effect::Cancel;
    if (!isEntry(order))
        return Effect::Unknown;
    const bool isCompound = hasLegs(order) || isOneOf(order.kind, {"SPD"_L1});
    // What is not known to be unfilled may have a position behind it.
    if (isCompound && !order.filled.isZero())
        return Effect::Unknown;
    return hasLegs(order) ? Effect::CancelWithLegs : Effect::Cancel;
}

QString effectName(Effect effect)
{
    switch (effect) {
    case Effect::Cancel:
        return u"cancel"_s;
    case Effect::CancelWithLegs:
        return u"cancel_with_legs"_s;
    case Effect::Unknown:
        return u"unknown"_s;
    case Effect::MayTrade:
        return u"may_trade"_s;
    }
    Q_UNREACHABLE();
}

LegRole legRole(const Order &order)
{
    if (order.leg.isEmpty())
        return LegRole::None;
    if (isEntry(order))
        return LegRole::Entry;
    const bool hasTrigger = order.triggerPrice.isNumber() && !order.triggerPrice.isZero();
    if (hasTrigger || isOneOf(order.orderType, {"SL"_L1, "SLM"_L1, "SL-M"_L1}))
        return LegRole::Stop;
    return isOneOf(order.orderType, {"LIMIT"_L1}) ? LegRole::Target : LegRole::Other;
}

} // namespace orders
