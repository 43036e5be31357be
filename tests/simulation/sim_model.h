// SPDX-License-Identifier: Apache-2.0
// Knows the venue's truth and all that the program has told of its tickets, and says what cannot be: a proof
// of what is not so, a second request for one ticket, a ticket that was forgotten. It asks the program for
// nothing that a person could not see.
#pragma once

#include "cancel/cancel_desk.h"
#include "sim_market.h"
#include "sim_tally.h"

#include <QHash>
#include <set>

namespace simulation {

class SimModel
{
public:
    SimModel(const base::Clock &clock, const SimMarket &market, Tally &tally);

    // What happens; the first thing that cannot be is kept
    void ticketChanged(const cancel::TicketPtr &ticket);
    void alarmRaised(const cancel::TicketPtr &ticket);
    void orderChanged(int number);
    /// A cancel leaves, and this is the row that the program shows: the number of its hand-over.
    int handOver(const orders::OrderKey &key, const orders::OrderPtr &shown);
    /// What the program gets to see, before it acts on it; it need not act on what it does not take.
    void listRead(const orders::ListingPtr &listing, bool isTaken);
    void orderRead(const venues::OrderAnswer &answer);
    /// What it was shown of ends that were taken back is lost to it.
    void forgetReads();
    /// The program has died and another has read its journal, before any venue was asked. Where it could not
    /// write it owes the turn of the day.
    void restarted(const cancel::CancelDesk &cancels, std::int32_t today, bool couldWrite);

    // What must hold; empty while all is well
    [[nodiscard]] QString wrong() const { return m_wrong; }
    /// Somebody else has seen what cannot be.
    void fail(const QString &what);
    /// The ticket that it is about; empty for none.
    [[nodiscard]] QString wrongTicket() const { return m_wrongTicket; }
    /// After the program has acted on all that it was shown: what the venue took back has to be told by now.
    void checkCorrections();
    /// Every ticket against what the program shows of it and against the truth.
    void checkAll(const cancel::CancelDesk &cancels);
    /// After a time without faults: every ticket whose order can be seen has its true end.
    [[nodiscard]] bool isSettled(std::int32_t today);
    void demandSettled(std::int32_t today);
    [[nodiscard]] bool hasProofs(std::int32_t today) const;
    /// The book shows every order as the venue does.
    void checkBook(const std::vector<orders::OrderPtr> &book);
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
        base::MonoTime ended{0}; // its end was told, or corrected
        bool owesAlarm = false;
    };
    /// An order that is alive though it was over, or has lost a fill.
    struct TakenBack
    {
        int times = 0;
        std::vector<base::MonoTime> reads;  // that have shown it alive since
        std::vector<base::MonoTime> atHand; // the program may be about to act on these
    };
    struct OrderRead
    {
        std::set<int> open; // the orders that it showed alive
        base::MonoTime began{0};
    };

    void fail(const Known &known, const QString &what);
    Known &take(const cancel::TicketPtr &ticket);
    void checkAttempt(const Known &fresh);
    void checkGate(const Known &known, const orders::OrderPtr &shown);
    void checkStep(const Known &known, cancel::TicketState from);
    [[nodiscard]] int openReads(const Known &known, base::MonoTime since) const;
    [[nodiscard]] QString unnamed(const Known &known) const;
    [[nodiscard]] base::MonoTime sleptSoFar() const { return m_clock.sinceBoot() - m_clock.monotonic(); }
    void checkAgainstTruth(const Known &known);
    void checkCorrection(Known &known, const cancel::Ticket &before);
    void checkStatedFill(const Known &known);
    void watchTakenBack(int number);
    void seeTakenBack(const orders::Listing &listing);
    /// Whether the program has been shown all that speaks against an end that it tells.
    [[nodiscard]] bool hasBeenShown(const Known &known) const;
    void watchCalendar();
    void checkRestored(Known &known, const cancel::TicketPtr &now, std::int32_t today, bool couldWrite);
    [[nodiscard]] QString unsettled(const Known &known, std::int32_t today) const;
    [[nodiscard]] bool hasArrived(int handOver) const;
    [[nodiscard]] static bool isOfToday(const cancel::Ticket &ticket, std::int32_t today)
    {
        return !ticket.isOldDay && ticket.askedAt && orders::tradingDay(*ticket.askedAt) == today;
    }

    const base::Clock &m_clock;
    const SimMarket &m_market;
    Tally &m_tally;
    std::deque<Known> m_known;
    QHash<QString, Known *> m_byId;
    QHash<orders::OrderKey, std::vector<Known *>> m_byKey;
    std::vector<std::vector<Known *>> m_byOrder;
    std::map<int, TakenBack> m_takenBack;   // by order
    std::vector<Known *> m_owing;           // an alarm, perhaps
    std::deque<orders::ListingPtr> m_lists; // the last ones that the program has read
    std::deque<OrderRead> m_orderReads;     // that showed the order open
    mutable std::size_t m_arrivalsSeen = 0;
    mutable std::vector<int> m_arrivalsOf; // by hand-over
    int m_handOvers = 0;
    std::int32_t m_latestDay = 0;
    bool m_wasDaySetBack = false;
    QString m_wrong;
    QString m_wrongTicket;
};

} // namespace simulation
