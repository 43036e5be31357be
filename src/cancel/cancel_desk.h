// SPDX-License-Identifier: Apache-2.0
// Takes cancels from people and sees each to its end: journal first, one write each, proof by the book. It
// knows venues through their interface alone. Its owner feeds it every reading after the book has taken it.
// Engine thread only.
#pragma once

#include "cancel/stall_watch.h"
#include "cancel/ticket.h"
#include "journal/journal.h"
#include "orders/order_book.h"
#include "venues/venue.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <unordered_map>

namespace cancel {

class Intake;
class Lane;
class Reconciler;
class TicketStore;
class Transitions;
struct TrackedTicket;

/// What the person was shown and how they agreed; goes into the journal as it is.
struct Consent
{
    QString given; // "dialog", "key", "hold", "typed", "cli --yes" ...
    QString shown; // the words: effects, counts, warnings
    QString locale;
    base::milliseconds bookAge{0};
    base::WallTime shownAt{};
    base::WallTime givenAt{};
    base::milliseconds estimate{0}; // as shown; unsent orders expire 30 s after it
};

/// One order of a batch: the row as shown, and the effect that was agreed to.
struct Request
{
    orders::OrderPtr row;
    orders::Effect effect = orders::Effect::Cancel;
};

struct BatchResult
{
    QString batch;
    std::vector<TicketPtr>
        tickets; // in the order of the requests; an open ticket that was joined stands here too
};

class CancelDesk : public QObject
{
    Q_OBJECT

public:
    CancelDesk(base::Clock &clock, journal::Journal &journal, QObject *parent = nullptr);
    ~CancelDesk() override;

    /// Opens a lane for the venue's account, or joins it. The book is that of the account and outlives the
    /// lane.
    void attach(venues::Venue &venue, orders::OrderBook &book);
    /// What waits is not sent; what left is asked for as before.
    void holdBack(venues::Venue &venue);
    /// What waits is not sent; what left stays a ticket, to be asked for when its account comes back.
    void detach(venues::Venue &venue);

    /// Storage error: nothing was taken. Otherwise every row has a ticket, and its fate is told by
    /// ticketChanged.
    [[nodiscard]] base::Result<BatchResult> ask(const std::vector<Request> &requests, const Consent &consent);
    /// What has not left stays here.
    void stop(const QString &batch);
    /// What has not left waits; the consent goes on running out meanwhile.
    void pause(const QString &batch, bool isPaused);
    [[nodiscard]] bool isPaused(const QString &batch) const { return m_paused.contains(batch); }
    /// The newest attempts of the batch that the venue refused or did not take: a person may ask for them
    /// again.
    [[nodiscard]] std::vector<TicketPtr> refusedOf(const QString &batch) const;
    /// A person ends a ticket without proof. Usage error where that is not open to them.
    [[nodiscard]] base::Status acknowledge(const QString &ticket, const QString &name, const QString &reason);
    /// Reads again whatever an open ticket needs, now.
    void askForProof();

    // Fed by the owner, after the book:
    void takeReading(venues::Venue &venue, const venues::Reading &reading);
    void takeOrderAnswer(venues::Venue &venue, const venues::OrderAnswer &answer);
    void takeTrades(venues::Venue &venue, const orders::TradeList &trades);
    void takePush(venues::Venue &venue, const venues::Push &push);
    void takeCancelReject(venues::Venue &venue, const orders::OrderKey &key, const QString &reason);

    /// Rebuilds the tickets from the journal; what was in flight becomes Unknown. Once, before attach.
    [[nodiscard]] base::Status restore();

    [[nodiscard]] TicketPtr ticket(const QString &id) const;
    /// The newest ticket of an order; nullptr for none. A row is told apart from its twin, a key may not be.
    [[nodiscard]] TicketPtr ticketOf(const orders::Order &row) const;
    [[nodiscard]] TicketPtr ticketOf(const orders::OrderKey &key) const;
    [[nodiscard]] std::vector<TicketPtr> tickets() const; // oldest first
    [[nodiscard]] std::vector<TicketPtr> unresolved() const;
    [[nodiscard]] bool isBusy() const; // something waits or is in flight

Q_SIGNALS:
    void ticketChanged(const cancel::TicketPtr &ticket);
    /// A person must hear of it: still live, filled while cancelling, reopened, corrected.
    void alarmRaised(const cancel::TicketPtr &ticket, const QString &text);
    /// The journal cannot be written: nothing is sent until it can.
    void journalFailed(const base::Error &error);
    void batchPaused(const QString &batch, bool isPaused);

private:
    [[nodiscard]] Lane &laneOf(const QString &account);
    [[nodiscard]] Lane *laneOf(const venues::Venue &venue);
    void tell(const TicketPtr &ticket);
    void announceCrash(TrackedTicket &tracked);
    void sortByExposure(std::vector<TrackedTicket *> &queue);
    void distrustAfterStall();
    void watchClock();
    [[nodiscard]] bool isKept(const Ticket &ticket) const;
    void turnPageIfLong();
    void keepHouse();
    void sweepIfDue(Lane &lane);
    void wakeUp();

    base::Clock &m_clock;
    journal::Journal &m_journal;
    std::unique_ptr<TicketStore> m_store;
    std::unique_ptr<Transitions> m_transitions;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<Reconciler> m_reconciler;
    std::map<QString, std::unique_ptr<Lane>> m_lanes; // by canonical account
    std::map<QString, base::WallTime> m_swept;        // the last sweep of a lane
    QSet<QString> m_paused;                           // batches
    bool m_wasBusy = false;
    base::Timer m_heartbeat;
    StallWatch m_stalls;
    std::int32_t m_today = 0;
    bool m_owesTurn = false; // the day has turned, and that could not be written
};

} // namespace cancel
