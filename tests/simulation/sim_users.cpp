// SPDX-License-Identifier: Apache-2.0
#include "sim_users.h"

#include "sim_engine.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketPtr;
using cancel::TicketState;
using orders::OrderPtr;

namespace {

base::Secret secret()
{
    return base::Secret("a secret of the simulation");
}

} // namespace

SimUsers::SimUsers(support::ManualClock &clock, Dice &dice, const DayPlan &plan, Tally &tally)
    : m_clock(clock)
    , m_dice(dice)
    , m_plan(plan)
    , m_tally(tally)
{
}

QString SimUsers::act(desk::Desk &desk)
{
    const int what = m_dice.below(1000);
    if (what < 620)
        return ask(desk);
    if (what < 740)
        return askAgain(desk);
    if (what < 760) {
        desk.cancels().stop(m_lastBatch);
        return u"stop the last batch"_s;
    }
    if (what < 790)
        return acknowledge(desk);
    if (what < 900) {
        desk.refresh();
        return u"refresh"_s;
    }
    if (what < 950) {
        desk.cancels().askForProof();
        return u"ask for proof"_s;
    }
    return disturb(desk);
}

void SimUsers::signIn(desk::Desk &desk)
{
    for (const desk::ConnectionView &each : desk.connections())
        desk.signIn(each.profile.name, secret());
}

void SimUsers::signInAgain(desk::Desk &desk)
{
    for (const desk::ConnectionView &each : desk.connections()) {
        if (each.venue == venues::VenueState::SignedOut)
            desk.signIn(each.profile.name, secret());
    }
}

// Closes one of several connections, or opens the one that is closed.
QString SimUsers::useDoor(desk::Desk &desk)
{
    const auto doors = desk.connections();
    if (static_cast<int>(doors.size()) < m_plan.doors) {
        const bool hasFirst = doors.front().profile.name == SimEngine::door(0).name;
        desk.saveConnection(SimEngine::door(hasFirst ? 1 : 0), secret(), [](const base::Status &) {});
        return u"open a second connection"_s;
    }
    m_tally.count("one of two connections closed");
    const QString name = doors[static_cast<std::size_t>(m_dice.below(m_plan.doors))].profile.name;
    desk.removeConnection(name, [](const base::Status &) {});
    return u"close the connection "_s + name;
}

QString SimUsers::disturb(desk::Desk &desk)
{
    if (m_plan.doors > 1 && m_dice.chance(300))
        return useDoor(desk);
    const int what = m_dice.below(10);
    if (what < 4) {
        const auto doors = desk.connections();
        const auto door = static_cast<std::size_t>(m_dice.below(static_cast<int>(doors.size())));
        desk.signIn(doors[door].profile.name, secret());
        return u"sign in anew"_s;
    }
    if (what < 6) {
        m_tally.count("sleep");
        m_clock.sleep(m_dice.time(500, 60'000));
        return u"the machine sleeps"_s;
    }
    if (what < 7) {
        m_tally.count("stall");
        m_clock.stall(m_dice.time(500, 20'000));
        return u"the program stands still"_s;
    }
    m_tally.count("step of the wall clock");
    m_clock.setWall(m_clock.wall() + m_dice.time(-90'000, 90'000));
    return u"the wall clock is set"_s;
}

std::vector<OrderPtr> SimUsers::chooseRows(const desk::Desk &desk)
{
    std::vector<OrderPtr> rows = desk.orders();
    std::erase_if(rows, [this](const OrderPtr &row) { return !row->isAlive() && !m_dice.chance(2); });
    // The book's own order is that of a hash: the dice are to decide, and nothing else.
    std::sort(rows.begin(), rows.end(), [](const OrderPtr &a, const OrderPtr &b) {
        return std::pair(a->clientOrderId.size(), a->clientOrderId) <
               std::pair(b->clientOrderId.size(), b->clientOrderId);
    });
    const int count = std::min(m_dice.between(1, m_plan.largestAsk), static_cast<int>(rows.size()));
    for (int i = 0; i < count; ++i) {
        const int other = i + m_dice.below(static_cast<int>(rows.size()) - i);
        std::swap(rows[static_cast<std::size_t>(i)], rows[static_cast<std::size_t>(other)]);
    }
    rows.resize(static_cast<std::size_t>(count));
    return rows;
}

QString SimUsers::ask(desk::Desk &desk)
{
    const std::vector<OrderPtr> rows = chooseRows(desk);
    if (rows.empty())
        return u"nothing to ask for"_s;
    if (m_dice.chance(250))
        return askBluntly(desk, rows);
    std::vector<orders::OrderKey> keys;
    for (const OrderPtr &row : rows)
        keys.push_back(row->key);
    desk::CancelPlan plan = desk.planCancel(keys);
    const bool mayTrade = m_dice.chance(500);
    for (desk::PlannedCancel &each : plan.orders)
        each.isChosen = each.isPossible && (each.isChosen || mayTrade);
    cancel::Consent consent;
    consent.given = u"dialog"_s;
    const auto batch = desk.cancelOrders(plan, consent);
    if (!batch)
        return u"ask in vain: "_s + batch.error().text;
    m_lastBatch = batch->batch;
    return u"ask for %1 of %2"_s.arg(plan.chosenCount()).arg(rows.size());
}

// Without a look at the plan: for what is being cancelled already too, and for some of it twice.
QString SimUsers::askBluntly(desk::Desk &desk, const std::vector<OrderPtr> &rows)
{
    std::vector<cancel::Request> requests;
    for (const OrderPtr &row : rows) {
        const auto effect = m_dice.chance(900) ? row->effect : orders::Effect::Cancel;
        requests.push_back({row, effect});
        if (m_dice.chance(50))
            requests.push_back({row, effect});
    }
    cancel::Consent consent;
    consent.given = u"key"_s;
    consent.estimate = m_dice.time(0, 60'000);
    const auto batch = desk.cancels().ask(requests, consent);
    if (!batch)
        return u"ask in vain: "_s + batch.error().text;
    m_lastBatch = batch->batch;
    return u"ask bluntly for %1"_s.arg(requests.size());
}

QString SimUsers::askAgain(desk::Desk &desk)
{
    std::vector<OrderPtr> rows;
    for (const TicketPtr &each : desk.cancels().tickets()) {
        const bool isOver = each->state == TicketState::StillLive || each->state == TicketState::Refused ||
                            each->state == TicketState::NotTaken || each->state == TicketState::NotSent ||
                            each->state == TicketState::Contradicted;
        const OrderPtr row = isOver ? desk.order(each->key) : nullptr;
        if (row && static_cast<int>(rows.size()) < m_plan.largestAsk && m_dice.chance(300))
            rows.push_back(row);
    }
    return rows.empty() ? u"nothing to ask for again"_s : u"again: "_s + askBluntly(desk, rows);
}

QString SimUsers::acknowledge(desk::Desk &desk)
{
    for (const TicketPtr &each : desk.cancels().unresolved()) {
        if (!m_dice.chance(100))
            continue;
        const auto done = desk.cancels().acknowledge(each->id, u"A. Trader"_s, u"seen at the broker"_s);
        if (done)
            m_tally.count("acknowledged");
        return u"acknowledge %1: %2"_s.arg(each->id, done ? u"done"_s : u"not allowed"_s);
    }
    return u"nothing to acknowledge"_s;
}

} // namespace simulation
