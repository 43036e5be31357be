// SPDX-License-Identifier: Apache-2.0
// The way out for one account: its queue of cancels, at most six in flight, paced by the account's limiter,
// gated against the newest row, journaled, sent once. It also asks for the reads that its tickets wait for.
// Engine thread only; owned by CancelDesk.
#pragma once

#include "cancel/proof_schedule.h"
#include "cancel/single_reads.h"
#include "cancel/ticket_store.h"
#include "cancel/trade_watch.h"
#include "cancel/transitions.h"
#include "orders/order_book.h"
#include "venues/venue.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace cancel {

class Lane : public QObject
{
    Q_OBJECT

public:
    /// What a lane asks its owner.
    struct Owner
    {
        std::function<void()> beforeSending; // before anything may leave; it may distrust everything
        std::function<bool(const QString &batch)> isPaused;
    };
    Lane(QString account, TicketStore &store, Transitions &transitions, Owner owner);

    /// The connection through which this lane sends; the first one that came, as long as it stays.
    void setVenue(venues::Venue *venue, orders::OrderBook *book);
    [[nodiscard]] venues::Venue *venue() const { return m_venue; }
    [[nodiscard]] orders::OrderBook *book() const { return m_book; }

    void enqueue(TrackedTicket &tracked);
    /// Sends what may leave now; called whenever something changed that it may wait for.
    void pump();
    /// Everything that waits (or what waits of one batch) is not sent.
    void barWaiting(QLatin1StringView why, const QString &text, const QString &batch = {});
    /// A list arrived: its age is what the gate asks for.
    void noteListRead(const orders::Listing &listing);
    /// Reads lists and histories for whatever is open, now.
    void askForProof();
    /// An order's end was told that counts once the open orders have been read.
    void readOpenOrders() { readLists(ProofSchedule::Lists::Open, net::RequestClass::Proof); }
    /// Reads that order by itself, and the lists: something was said of it that has to be checked.
    void askAbout(const orders::OrderPtr &order);
    /// An order of this account has been proved cancelled: its trades are looked at later.
    void noteProof() { m_trades.noteProof(); }
    void noteTradesRead(base::MonoTime began) { m_trades.noteRead(began); }
    /// Once a second while something is open: consent that ran out, single orders whose turn it is.
    void keepHouse();
    /// After a sleep or a stall: what waits is barred, what is in flight is asked for anew, and nothing
    /// leaves before the open list has been read again.
    void distrustEverything();

    [[nodiscard]] bool isIdle() const { return m_queue.empty() && m_inFlight == 0; }

private:
    enum class Outcome { Sent, Removed, Waits };

    [[nodiscard]] Outcome tryToSend(TrackedTicket &tracked);
    [[nodiscard]] Outcome send(TrackedTicket &tracked, const orders::OrderPtr &newest);
    void tryAgainIn(base::milliseconds delay);
    void waitForBook();
    void endByRow(TrackedTicket &tracked, const orders::OrderPtr &row);
    void takeAnswer(TrackedTicket &tracked, const venues::CancelAnswer &answer);
    void barUnwritten(TrackedTicket &tracked, const QString &text);
    void barExpired();
    void barWhere(QLatin1StringView why, const QString &text,
                  const std::function<bool(const TrackedTicket &)> &isBarred);
    void bar(TrackedTicket &tracked, QLatin1StringView why, const QString &text);
    void readLists(ProofSchedule::Lists lists, net::RequestClass why);
    void askForSingles();
    [[nodiscard]] bool needsProof(const TrackedTicket &tracked) const;
    [[nodiscard]] bool hasYoungTickets() const;
    [[nodiscard]] base::milliseconds bookAge() const;
    void updatePolls();

    QString m_account;
    TicketStore &m_store;
    Transitions &m_transitions;
    base::Clock &m_clock;
    QPointer<venues::Venue> m_venue;
    orders::OrderBook *m_book = nullptr;
    std::deque<TrackedTicket *> m_queue;
    Owner m_owner;
    SingleReads m_singles;
    base::Timer m_pumpTimer;
    std::optional<base::milliseconds> m_nextTry; // of the pump that runs now
    ProofSchedule m_proofs;
    TradeWatch m_trades;
    std::optional<base::MonoTime> m_openListBegan;
    base::MonoTime m_sleptBefore{0};              // when that came: what since boot was slept
    std::optional<base::MonoTime> m_bookAskedAt;  // by the gate
    std::optional<base::MonoTime> m_distrustedAt; // and the open list not read since
    bool m_pollsSuspended = false;
    bool m_isPumping = false;
    int m_inFlight = 0;
};

} // namespace cancel
