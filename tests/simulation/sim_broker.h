// SPDX-License-Identifier: Apache-2.0
// The broker in front of a simulated market, with all that can go wrong between a program and the truth:
// requests and answers that are lost, late or wrong, lists that lag behind or lack rows, sign-ins that end.
// It outlives the programs that speak to it, and never knows about tickets.
#pragma once

#include "sim_market.h"
#include "sim_tally.h"
#include "venues/cancel_exchange.h"

namespace simulation {

struct ListAnswer
{
    std::optional<base::Error> error;
    std::vector<orders::OrderPtr> rows;
};

struct TradesAnswer
{
    bool hasFailed = false;
    std::vector<orders::Trade> trades;
};

class SimBroker
{
public:
    SimBroker(Agenda &agenda, Dice &dice, const DayPlan &plan, SimMarket &market, Tally &tally);

    /// A cancel is handed over under this number; the answer comes later: once, or another one after the
    /// deadline.
    void takeCancel(int handOver, const venues::CancelRequest &request, const QString &exchangeId,
                    std::function<void(const venues::CancelAnswer &)> answer);
    void takeList(orders::ListKind kind, std::function<void(ListAnswer)> answer);
    /// The order's history, or its present state alone.
    void takeOrder(const orders::OrderPtr &order, bool single, std::function<void(ListAnswer)> answer);
    void takeTrades(std::function<void(TradesAnswer)> answer);
    /// For that long at most; 0: for good.
    void signIn(base::milliseconds lasts);
    [[nodiscard]] bool isSignedOut() const { return m_isSignedOut; }

    [[nodiscard]] bool isReachable() const { return m_unreachableUntil <= m_agenda.now(); }
    /// Now and then the line breaks, or a sign-in ends.
    void maybeFail();
    /// From now on it is as a broker should be.
    void calm();
    /// Something that was sent long ago is still on its way.
    [[nodiscard]] bool mayStillAct() const { return m_agenda.now() < m_lastEffect; }

private:
    using Answer = std::function<void(const venues::CancelAnswer &)>;

    [[nodiscard]] bool isFaulty(int share);
    [[nodiscard]] base::milliseconds way();
    void expectEffect(base::milliseconds after);
    void reply(venues::CancelAnswer answer, base::milliseconds after, const Answer &done);
    void replyLate(venues::CancelAnswer answer, const Answer &done);
    [[nodiscard]] venues::CancelAnswer lateAnswer();
    void arrive(int handOver, int order, base::milliseconds after, bool acts);
    void answerRightly(int handOver, int order, const Answer &done);
    void answerWrongly(int handOver, int order, const Answer &done);
    [[nodiscard]] venues::CancelAnswer unknown(const char *text);
    [[nodiscard]] venues::CancelAnswer notTaken(int which);
    [[nodiscard]] std::vector<orders::OrderPtr> listRows(orders::ListKind kind);
    [[nodiscard]] orders::OrderPtr statusOf(const orders::Order &order);

    struct Cache
    {
        std::vector<orders::OrderPtr> rows;
        base::MonoTime until{0};
    };

    Agenda &m_agenda;
    Dice &m_dice;
    const DayPlan &m_plan;
    SimMarket &m_market;
    Tally &m_tally;
    std::map<orders::ListKind, Cache> m_caches;
    base::MonoTime m_unreachableUntil{0};
    base::MonoTime m_lastEffect{0}; // by then all that is under way has come to its end
    int m_signIns = 0;
    bool m_isSignedOut = false;
    bool m_isCalm = false;
};

} // namespace simulation
