// SPDX-License-Identifier: Apache-2.0
// Knows the venue's truth and all that the program has told of its tickets, and says what cannot be: a proof
// of what is not so, a second request for one ticket, a ticket that was forgotten. It asks the program for
// nothing that a person could not see.
#pragma once

#include "cancel/cancel_desk.h"
#include "sim_market.h"
#include "sim_tally.h"

#include <QHash>

namespace simulation {

class SimModel
{
public:
    SimModel(const base::Clock &clock, const SimMarket &market, Tally &tally);

    // What happens; the first thing that cannot be is kept
    void ticketChanged(const cancel::TicketPtr &ticket);
    void orderChanged(int number);
    /// A cancel leaves, and this is the row that the program shows: the number of its hand-over.
    int handOver(const orders::OrderKey &key, const orders::OrderPtr &shown);
    /// What the program gets to see, before it acts on it.
    void listRead(const orders::ListingPtr &listing);
    void orderRead(const venues::OrderAnswer &answer);
    /// The program has died and another has read its journal, before any venue was asked.
    void restarted(const cancel::CancelDesk &cancels, std::int32_t today);

    // What must hold; empty while all is well
    [[nodiscard]] QString wrong() const { return m_wrong; }
    /// The ticket that it is about; empty for none.
    [[nodiscard]] QString wrongTicket() const { return m_wrongTicket; }
    /// Every ticket against what the program shows of it and against the truth.
    void checkAll(const cancel::CancelDesk &cancels);
    /// After a time without faults: every ticket whose order can be seen has its true end.
    [[nodiscard]] bool isSettled(std::int32_t today);
    void demandSettled(std::int32_t today);
    /// The journal tells of each ticket what the program told, in the right order.
    void checkJournal(const journal::Journal &journal);

    [[nodiscard]] int tickets() const { return static_cast<int>(m_known.size()); }
    [[nodiscard]] int handOvers() const { return m_handOvers; }
    /// The order of a ticket; -1 where there is no such ticket.
    [[nodiscard]] int orderOf(const QString &ticket) const;
    void countEnds();

private:
    struct Known
    {
        cancel::TicketPtr last;
        int order = -1;
        int handOver = -1;
        base::MonoTime slept{0}; // until it was asked for
        base::MonoTime sent{0};  // or found after a restart
        base::MonoTime refused{0};
    };
    struct OrderRead
    {
        orders::OrderKey key;
        base::MonoTime began{0};
    };

    void fail(const Known &known, const QString &what);
    Known &take(const cancel::TicketPtr &ticket);
    void checkAttempt(const Known &fresh);
    void checkGate(const Known &known, const orders::OrderPtr &shown);
    void checkStep(const Known &known, cancel::TicketState from);
    [[nodiscard]] int openReads(const Known &known, base::MonoTime since) const;
    void checkLegacy(const Known &known);
    [[nodiscard]] base::MonoTime sleptSoFar() const { return m_clock.sinceBoot() - m_clock.monotonic(); }
    void checkAgainstTruth(const Known &known);
    void checkRestored(Known &known, const cancel::TicketPtr &now, std::int32_t today);
    [[nodiscard]] QString unsettled(const Known &known, std::int32_t today) const;
    [[nodiscard]] bool hasArrived(int handOver) const;

    const base::Clock &m_clock;
    const SimMarket &m_market;
    Tally &m_tally;
    std::deque<Known> m_known;
    QHash<QString, Known *> m_byId;
    QHash<orders::OrderKey, std::vector<Known *>> m_byKey;
    std::vector<std::vector<Known *>> m_byOrder;
    std::deque<orders::ListingPtr> m_lists; // the last ones that the program has read
    std::deque<OrderRead> m_orderReads;     // that showed the order open
    mutable std::size_t m_arrivalsSeen = 0;
    mutable std::vector<int> m_arrivalsOf; // by hand-over
    int m_handOvers = 0;
    QString m_wrong;
    QString m_wrongTicket;
};

} // namespace simulation
