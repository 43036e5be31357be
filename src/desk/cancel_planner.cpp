// SPDX-License-Identifier: Apache-2.0
#include "desk/cancel_planner.h"

#include "cancel/cancel_rules.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <unordered_set>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::Effect;
using orders::LegRole;

namespace {

constexpr base::milliseconds staleAge = 10s; // so old a book is named on the button

void rule(PlannedCancel &planned, QLatin1StringView word, const QString &text)
{
    planned.isPossible = false;
    planned.obstacleWord = word;
    planned.obstacle = text;
}

void findObstacle(PlannedCancel &planned, const ConnectionRuntime *runtime, const cancel::CancelDesk &cancels)
{
    const orders::Order &row = *planned.row;
    if (!row.isAlive())
        return rule(planned, "final"_L1, u"the order is over: %1"_s.arg(orders::stateName(row.state)));
    if (const cancel::TicketPtr ticket = cancels.ticketOf(row)) {
        planned.joinsTicket = cancel::joinsWhenAsked(*ticket, row);
        if (planned.joinsTicket && cancel::isFinal(ticket->state))
            return rule(planned, "final"_L1, u"its end is proved; the broker's lists have yet to follow"_s);
    }
    if (row.state == orders::OrderState::BeingCancelled)
        return rule(planned, "being_cancelled"_L1, u"the broker shows that a cancel of it is on its way"_s);
    if (planned.joinsTicket)
        return rule(planned, "being_cancelled"_L1, u"a cancel of it is on its way already"_s);
    if (!runtime || runtime->venue().state() == venues::VenueState::Idle)
        return rule(planned, "no_connection"_L1, u"its connection is closed"_s);
    if (runtime->venue().state() == venues::VenueState::SignedOut)
        return rule(planned, "signed_out"_L1, u"the connection is signed out"_s);
    const auto request = runtime->venue().prepareCancel(row);
    if (!request)
        return rule(planned, "unsendable"_L1, request.error().text);
    planned.request = request->method + u' ' + request->path;
    if (!request->query.isEmpty())
        planned.request += u'?' + request->query;
}

void addWarnings(CancelPlan &plan, const PlannedCancel &planned)
{
    const orders::OrderPtr &row = planned.row;
    const auto warn = [&](WarningKind kind, const base::Decimal &quantity) {
        plan.warnings.push_back({kind, row, row->symbol, quantity});
    };
    if (planned.effect == Effect::MayTrade) {
        warn(WarningKind::MayTrade, row->remaining());
        if (orders::legRole(*row) == LegRole::Stop)
            warn(WarningKind::LosesStop, row->remaining());
    } else if (planned.effect == Effect::Unknown) {
        warn(WarningKind::EffectUnknown, row->remaining());
    }
    if (row->filled.isNumber() && !row->filled.isZero())
        warn(WarningKind::FilledPart, row->filled);
}

// Both of a pair in one plan leave nothing behind.
void addPairWarning(CancelPlan &plan, const orders::OrderPtr &row, const orders::OrderBook &book,
                    const std::unordered_set<orders::OrderKey> &asked)
{
    if (row->pairOrderId.isEmpty())
        return;
    for (const orders::OrderPtr &other : book.liveLinksOf(*row)) {
        if (other->orderId == row->pairOrderId && !asked.contains(other->key))
            plan.warnings.push_back({WarningKind::LeavesPair, row, row->symbol, row->remaining()});
    }
}

// How long the chosen rows of each account would take, and how much room its hour has. Accounts run side by
// side.
void estimate(CancelPlan &plan, const FindRuntime &runtimeOf)
{
    std::map<const ConnectionRuntime *, std::map<QString, int>> perAccount;
    for (const PlannedCancel &planned : plan.orders) {
        if (planned.isChosen)
            ++perAccount[runtimeOf(planned.row->key)][planned.row->exchange];
    }
    bool isFirst = true;
    for (const auto &[runtime, perSegment] : perAccount) {
        std::vector<int> counts;
        for (const auto &[segment, count] : perSegment)
            counts.push_back(count);
        const net::RateLimiter &limiter = runtime->venue().limiter();
        plan.estimate = std::max(plan.estimate, limiter.estimate(counts));
        const int left = limiter.writesLeftThisHour();
        plan.leftThisHour = isFirst ? left : std::min(plan.leftThisHour, left);
        isFirst = false;
    }
}

} // namespace

CancelPlan planCancel(const std::vector<orders::OrderKey> &keys, const FindRuntime &runtimeOf,
                      const cancel::CancelDesk &cancels, base::WallTime now)
{
    CancelPlan plan;
    plan.madeAt = now;
    QHash<QString, base::milliseconds> ages;
    std::unordered_set<orders::OrderKey> seen;
    const std::unordered_set<orders::OrderKey> asked(keys.begin(), keys.end());
    for (const orders::OrderKey &key : keys) {
        if (!seen.insert(key).second)
            continue; // named twice, cancelled once
        const ConnectionRuntime *runtime = runtimeOf(key);
        const orders::OrderPtr row = runtime && runtime->book ? runtime->book->find(key) : nullptr;
        if (!row)
            continue;
        PlannedCancel planned;
        planned.row = row;
        planned.effect = row->effect;
        planned.legs = runtime->book->legsOf(key);
        findObstacle(planned, runtime, cancels);
        planned.isChosen = planned.isPossible && !orders::needsConsent(planned.effect);
        if (planned.isPossible) {
            addWarnings(plan, planned);
            addPairWarning(plan, row, *runtime->book, asked);
        }
        if (!ages.contains(runtime->name()))
            ages.insert(runtime->name(), runtime->view().bookAge.value_or(0ms));
        plan.bookAge = std::max(plan.bookAge, ages.value(runtime->name()));
        plan.orders.push_back(std::move(planned));
    }
    if (plan.bookAge > staleAge)
        plan.warnings.insert(plan.warnings.begin(), {WarningKind::StaleBook, nullptr, {}, {}});
    estimate(plan, runtimeOf);
    return plan;
}

int CancelPlan::chosenCount() const
{
    return static_cast<int>(
        std::count_if(orders.begin(), orders.end(), [](const PlannedCancel &each) { return each.isChosen; }));
}

int CancelPlan::countOf(Effect effect) const
{
    return static_cast<int>(std::count_if(orders.begin(), orders.end(), [effect](const PlannedCancel &each) {
        return each.isPossible && each.effect == effect;
    }));
}

std::vector<PlanSum> CancelPlan::sums() const
{
    std::map<QString, PlanSum> byCurrency;
    for (const PlannedCancel &each : orders) {
        if (!each.isChosen)
            continue;
        auto [at, isNew] = byCurrency.try_emplace(each.row->currency);
        PlanSum &sum = at->second;
        if (isNew)
            sum = {each.row->currency, base::Decimal(0), true};
        const base::Decimal value = each.row->value();
        if (value.isNumber())
            sum.value = sum.value.plus(value);
        else
            sum.isComplete = false;
    }
    std::vector<PlanSum> result;
    for (auto &[currency, sum] : byCurrency)
        result.push_back(sum);
    return result;
}

QStringList CancelPlan::connections() const
{
    QStringList names;
    for (const PlannedCancel &each : orders) {
        if (each.isChosen && !names.contains(each.row->connection))
            names << each.row->connection;
    }
    return names;
}

} // namespace desk
