// SPDX-License-Identifier: Apache-2.0
#include "sim_broker.h"

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using orders::ListKind;
using orders::OrderPtr;
using venues::AnswerClass;
using venues::CancelAnswer;

namespace {

constexpr base::milliseconds deadline = 7s; // after which a program gives an answer up

CancelAnswer plain(AnswerClass answer, ErrorKind kind = ErrorKind::Internal, const QString &text = {})
{
    CancelAnswer made;
    made.answer = answer;
    made.error.kind = kind;
    made.error.text = text;
    made.venueMessage = text;
    return made;
}

} // namespace

SimBroker::SimBroker(Agenda &agenda, Dice &dice, const DayPlan &plan, SimMarket &market, Tally &tally)
    : m_agenda(agenda)
    , m_dice(dice)
    , m_plan(plan)
    , m_market(market)
    , m_tally(tally)
{
}

bool SimBroker::isFaulty(int share)
{
    return !m_isCalm && m_dice.chance(share);
}

base::milliseconds SimBroker::way()
{
    return m_dice.time(1, m_plan.latencyMs);
}

CancelAnswer SimBroker::unknown(const char *text)
{
    m_tally.count("answer unknown");
    CancelAnswer answer = plain(AnswerClass::Unknown, ErrorKind::Network, QString::fromLatin1(text));
    answer.isOrderUnknown = m_dice.chance(150);
    return answer;
}

CancelAnswer SimBroker::notTaken(int which)
{
    m_tally.count("answer not taken");
    if (which == 0) {
        m_isSignedOut = true;
        return plain(AnswerClass::NotTaken, ErrorKind::SignedOut, u"signed out"_s);
    }
    if (which == 1)
        return plain(AnswerClass::NotTaken, ErrorKind::NotAllowed, u"not allowed"_s);
    CancelAnswer answer = plain(AnswerClass::NotTaken, ErrorKind::Throttled, u"too many requests"_s);
    answer.retryAfter = m_dice.time(500, 4000);
    return answer;
}

void SimBroker::reply(CancelAnswer answer, base::milliseconds after, const Answer &done)
{
    m_agenda.in(after, [answer = std::move(answer), done]() mutable { done(answer); });
}

// A line that is kept open brings an answer after its deadline too.
void SimBroker::replyLate(CancelAnswer answer, const Answer &done)
{
    if (!m_plan.speaks || m_dice.chance(300))
        return;
    m_tally.count("answered after the deadline");
    answer.isLate = true;
    reply(std::move(answer), deadline + m_dice.time(1, 40'000), done);
}

// Of a cancel that acts: the answer need not be true.
CancelAnswer SimBroker::lateAnswer()
{
    switch (m_dice.below(4)) {
    case 0:
        return plain(AnswerClass::Refused, ErrorKind::VenueRefused, u"refused"_s);
    case 1:
        return plain(AnswerClass::PendingElsewhere, ErrorKind::VenueRefused, u"pending"_s);
    case 2:
        return notTaken(2);
    default:
        return plain(AnswerClass::Receipt);
    }
}

void SimBroker::expectEffect(base::milliseconds after)
{
    constexpr base::milliseconds exchangeTakes = 3s;
    m_lastEffect = std::max(m_lastEffect, m_agenda.now() + after + exchangeTakes);
}

void SimBroker::arrive(int handOver, int order, base::milliseconds after, bool acts)
{
    expectEffect(after);
    m_agenda.in(after, [this, handOver, order, acts] {
        m_market.logArrival(handOver, order);
        if (acts && order >= 0)
            m_market.cancel(order);
    });
}

void SimBroker::takeCancel(int handOver, const venues::CancelRequest &request, const QString &exchangeId,
                           Answer answer)
{
    if (!isReachable()) {
        if (m_dice.chance(700)) {
            m_tally.count("nothing left");
            return reply(plain(AnswerClass::NotSent, ErrorKind::Network, u"no connection"_s), way(), answer);
        }
        m_tally.count("lost before it arrived");
        return reply(unknown("no answer"), deadline, answer);
    }
    const int order = m_market.find(request.key.orderId, request.key.leg, exchangeId);
    if (m_isSignedOut) {
        arrive(handOver, order, way(), false);
        return reply(notTaken(0), 2 * way(), answer);
    }
    if (isFaulty(m_plan.cancelFaults))
        answerWrongly(handOver, order, answer);
    else
        answerRightly(handOver, order, answer);
}

void SimBroker::answerRightly(int handOver, int order, const Answer &done)
{
    const base::milliseconds there = way();
    expectEffect(there);
    // What the answer is shows when it arrives.
    m_agenda.in(there, [this, handOver, order, done] {
        m_market.logArrival(handOver, order);
        if (order < 0) {
            CancelAnswer answer = unknown("order not found");
            answer.isOrderUnknown = true;
            return reply(answer, way(), done);
        }
        const orders::OrderState state = m_market.order(order).state;
        if (state == orders::OrderState::BeingCancelled)
            return reply(plain(AnswerClass::PendingElsewhere, ErrorKind::VenueRefused, u"pending"_s), way(),
                         done);
        if (!orders::isAlive(state))
            return reply(plain(AnswerClass::Refused, ErrorKind::VenueRefused, u"it is over"_s), way(), done);
        m_market.cancel(order);
        reply(plain(AnswerClass::Receipt), way(), done);
    });
}

void SimBroker::answerWrongly(int handOver, int order, const Answer &done)
{
    const base::milliseconds there = way();
    const base::milliseconds back = there + way();
    const bool acts = m_dice.chance(500);
    const auto arrives = [&](const char *what, bool withEffect) {
        m_tally.count(what);
        arrive(handOver, order, there, withEffect);
    };
    switch (m_dice.below(14)) {
    case 0:
        m_tally.count("lost before it arrived");
        return reply(unknown("no answer"), m_dice.chance(500) ? deadline : back, done);
    case 1:
        arrives("answer lost", true);
        if (!acts)
            return reply(unknown("no answer"), back, done);
        replyLate(plain(AnswerClass::Receipt), done);
        return reply(unknown("no answer"), deadline, done);
    case 2:
        m_tally.count("nothing left");
        return reply(plain(AnswerClass::NotSent, ErrorKind::Network, u"refused"_s), way(), done);
    case 3:
        arrives("receipt without effect", false);
        return reply(plain(AnswerClass::Receipt), back, done);
    case 4:
        arrives("receipt, rejected later", false);
        m_agenda.in(back + m_dice.time(10, 2000), [this, order] {
            if (order >= 0)
                m_market.rejectCancel(order);
        });
        return reply(plain(AnswerClass::Receipt), back, done);
    case 5:
        arrives("refused though it acted", true);
        return reply(plain(AnswerClass::Refused, ErrorKind::VenueRefused, u"refused"_s), back, done);
    case 6:
        arrives("refused, without effect", false);
        return reply(plain(AnswerClass::Refused, ErrorKind::VenueRefused, u"refused"_s), back, done);
    case 7:
        arrives(acts ? "unknown though it acted" : "unknown, without effect", acts);
        return reply(unknown("a page of HTML"), back, done);
    case 8:
        arrives(acts ? "pending elsewhere, and acted" : "pending elsewhere, which it is not", acts);
        return reply(plain(AnswerClass::PendingElsewhere, ErrorKind::VenueRefused, u"pending"_s), back, done);
    case 9:
        arrives("not taken", false);
        return reply(notTaken(m_dice.chance(100) ? m_dice.below(2) : 2), back, done);
    case 10:
        arrives("not taken though it acted", true);
        return reply(notTaken(2), back, done);
    case 11:
        m_tally.count("acted long after the deadline");
        arrive(handOver, order, m_dice.time(7000, 20'000), true);
        replyLate(lateAnswer(), done);
        return reply(unknown("no answer"), deadline, done);
    case 12:
        arrives("slow receipt", true);
        return reply(plain(AnswerClass::Receipt), m_dice.time(1000, 6900), done);
    default:
        m_tally.count("slow all the way");
        arrive(handOver, order, m_dice.time(500, 6000), true);
        return reply(plain(AnswerClass::Receipt), 6500ms, done);
    }
}

// The rows as the list shows them: cached, cut, empty by mistake, or true.
std::vector<OrderPtr> SimBroker::listRows(ListKind kind)
{
    Cache &cache = m_caches[kind];
    if (!m_isCalm && cache.until > m_agenda.now()) {
        m_tally.count("list from a stale cache");
        return cache.rows;
    }
    std::vector<OrderPtr> rows = m_market.rows(kind);
    if (!isFaulty(m_plan.listFaults))
        return rows;
    switch (m_dice.below(3)) {
    case 0:
        cache = {rows, m_agenda.now() + m_dice.time(500, 12'000)};
        return rows;
    case 1:
        m_tally.count("list that lacks rows");
        std::erase_if(rows, [this](const OrderPtr &) { return m_dice.chance(150); });
        return rows;
    default:
        m_tally.count("list empty by mistake");
        return {};
    }
}

void SimBroker::takeList(ListKind kind, std::function<void(ListAnswer)> answer)
{
    if (!isReachable() || m_isSignedOut || isFaulty(m_plan.listFaults / 2)) {
        m_tally.count("list failed");
        const ErrorKind why = m_isSignedOut && isReachable() ? ErrorKind::SignedOut : ErrorKind::Network;
        m_agenda.in(m_dice.time(5, 1500), [answer = std::move(answer), why] {
            answer({base::Error{why, u"the list cannot be had"_s, 0, {}, {}}, {}});
        });
        return;
    }
    const base::milliseconds back = isFaulty(m_plan.listFaults / 2) ? m_dice.time(500, 6000) : way();
    m_agenda.in(way(), [this, kind, back, answer = std::move(answer)] {
        m_agenda.in(back, [answer, rows = listRows(kind)]() mutable { answer({{}, std::move(rows)}); });
    });
}

// Ids are used again each morning: now and then it is the order of another day that is shown.
OrderPtr SimBroker::statusOf(const orders::Order &order)
{
    if (isFaulty(m_plan.historyFaults)) {
        const std::vector<OrderPtr> rows = m_market.revisions(order.orderId);
        m_tally.count("status of any order of that id");
        return rows[static_cast<std::size_t>(m_dice.below(static_cast<int>(rows.size())))];
    }
    return m_market.order(SimMarket::numberOf(order)).revisions.back();
}

void SimBroker::takeOrder(const OrderPtr &order, bool single, std::function<void(ListAnswer)> answer)
{
    const bool fails = !isReachable() || m_isSignedOut || isFaulty(m_plan.historyFaults / 2);
    m_agenda.in(2 * way(), [this, order, single, fails, answer = std::move(answer)] {
        if (fails) {
            m_tally.count("history failed");
            return answer({base::Error{ErrorKind::Network, u"no history"_s, 0, {}, {}}, {}});
        }
        if (isFaulty(m_plan.historyFaults)) {
            m_tally.count("history not found");
            return answer({});
        }
        if (single)
            return answer({{}, {statusOf(*order)}});
        answer({{}, m_market.history(order->orderId)});
    });
}

void SimBroker::takeTrades(std::function<void(TradesAnswer)> answer)
{
    const bool fails = !isReachable() || m_isSignedOut || isFaulty(m_plan.listFaults);
    const base::milliseconds back = isFaulty(m_plan.listFaults) ? m_dice.time(500, 6000) : way();
    m_agenda.in(way(), [this, fails, back, answer = std::move(answer)] {
        if (fails) {
            m_tally.count("trades failed");
            return answer({true, {}});
        }
        TradesAnswer told{false, m_market.trades()};
        if (isFaulty(m_plan.listFaults)) {
            m_tally.count("trades that lack some and repeat some");
            std::erase_if(told.trades, [this](const orders::Trade &) { return m_dice.chance(150); });
            const std::vector<orders::Trade> again = told.trades;
            told.trades.insert(told.trades.end(), again.begin(), again.end());
        }
        m_agenda.in(back, [answer, told = std::move(told)]() mutable { answer(std::move(told)); });
    });
}

void SimBroker::signIn(base::milliseconds lasts)
{
    m_isSignedOut = false;
    const int number = ++m_signIns;
    if (lasts <= 0ms)
        return;
    m_agenda.in(lasts, [this, number] {
        if (m_signIns != number)
            return;
        m_tally.count("sign-in that ended as it had said");
        m_isSignedOut = true;
    });
}

void SimBroker::maybeFail()
{
    if (!isFaulty(m_plan.outages))
        return;
    if (m_dice.chance(500)) {
        m_tally.count("unreachable");
        m_unreachableUntil = m_agenda.now() + m_dice.time(200, 9000);
    } else {
        m_tally.count("signed out");
        m_isSignedOut = true;
    }
}

void SimBroker::calm()
{
    m_isCalm = true;
    m_unreachableUntil = base::MonoTime(0);
}

} // namespace simulation
