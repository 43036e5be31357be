// SPDX-License-Identifier: Apache-2.0
#include "cancel/reconciler.h"

#include "cancel/evidence.h"
#include "cancel/reasons.h"
#include "cancel/ticket_record.h"

#include <algorithm>

namespace cancel {

using namespace Qt::StringLiterals;
using orders::ListKind;
using orders::OrderPtr;

namespace {

// What a list shows again and again is told once.
bool isNews(const Ticket &ticket, TicketEvent event)
{
    switch (event) {
    case TicketEvent::Cancelled:
        return ticket.state != TicketState::Proved && ticket.state != TicketState::FilledFirst;
    case TicketEvent::Filled:
        return ticket.state != TicketState::FilledFirst;
    case TicketEvent::OrderEnded:
        return !isFinal(ticket.state) && ticket.state != TicketState::Acknowledged;
    case TicketEvent::OpenOnce:
        return !(ticket.state == TicketState::NotTaken && ticket.isVerified);
    case TicketEvent::Gone:
        return !ticket.isGone;
    case TicketEvent::MoreFilled: // after the request is known not to be taken the order lives its own life
        return !(ticket.state == TicketState::NotTaken && ticket.isVerified);
    default:
        return true;
    }
}

// It would change nothing, and be said again by each list that comes from an old cache.
bool isIdle(const Ticket &ticket, TicketEvent event, const orders::Order &row)
{
    return !next(ticket.state, event).isListed &&
           orders::compareMarkers(row.marker, ticket.latest->marker) == orders::MarkerOrder::Older;
}

// A row's key may have gained or lost the exchange id since, with a twin that came or went.
OrderPtr findRow(const orders::Listing &listing, const Ticket &ticket)
{
    orders::OrderKey key = ticket.key;
    for (const QString &twin :
         {ticket.key.twin, ticket.latest->exchangeOrderId, ticket.asked->exchangeOrderId, QString()}) {
        key.twin = twin;
        if (OrderPtr row = listing.find(key))
            return row;
    }
    return nullptr;
}

// The newest revision comes first, and says how the order stands: an older one that shows an end has been
// taken back since. Of several made at the same moment the one that shows an end is the later.
OrderPtr mostTelling(const std::vector<OrderPtr> &revisions)
{
    if (revisions.empty())
        return nullptr;
    const QString &newest = revisions.front()->marker.reference;
    for (const auto state : {orders::OrderState::Filled, orders::OrderState::Cancelled,
                             orders::OrderState::Rejected, orders::OrderState::Expired}) {
        const auto found = std::find_if(revisions.begin(), revisions.end(), [&](const OrderPtr &row) {
            return row->state == state && !newest.isEmpty() && row->marker.reference == newest;
        });
        if (found != revisions.end())
            return *found;
    }
    return revisions.front();
}

// Neither does an old list that still shows the order open take back its end, nor one that knows less of its
// fills than the trades do.
bool isNewest(const TrackedTicket &tracked, const orders::Order &row)
{
    const Ticket &ticket = tracked.ticket;
    const orders::Order &latest = *ticket.latest;
    const auto order = orders::compareMarkers(row.marker, latest.marker);
    const bool isMarkedNewer = order == orders::MarkerOrder::Newer && !row.marker.reference.isEmpty() &&
                               !latest.marker.reference.isEmpty();
    const bool knowsLess = (!isMarkedNewer || tracked.isFilledByTrades) && row.filled < latest.filled;
    const bool takesBackEnd = isFinal(ticket.state) && row.isAlive();
    return order != orders::MarkerOrder::Older && !knowsLess && !takesBackEnd;
}

} // namespace

Reconciler::Reconciler(TicketStore &store, Transitions &transitions)
    : m_store(store)
    , m_transitions(transitions)
{
}

void Reconciler::takeListing(const QString &account, const orders::Listing &listing,
                             const orders::OrderBook &book)
{
    const Sighting sighting{listing.kind, listing.began};
    Transitions::Together together(m_transitions);
    for (TrackedTicket *tracked : m_store.ofAccount(account)) {
        const Ticket &ticket = tracked->ticket;
        if (ticket.state == TicketState::NotSent || (ticket.isOldDay && !ticket.isOpen()))
            continue;
        followId(*tracked, book);
        const OrderPtr row = findRow(listing, ticket);
        // After the day has turned a list proves by an order that it carries over, and never by its absence.
        if (ticket.isOldDay && !(row && row->placedAt)) {
            takeHeld(*tracked, book); // a history's word
            continue;
        }
        if (row) {
            tracked->missingOpenSince.reset();
            takeRow(*tracked, row, sighting, listing.digest, book);
        } else if (judgeAbsence(*tracked, sighting) && isNews(tracked->ticket, TicketEvent::Gone)) {
            m_transitions.apply(*tracked, TicketEvent::Gone, {record::absence(*tracked, listing)},
                                [](TrackedTicket &after) { after.ticket.isGone = true; });
        }
        takeHeld(*tracked, book); // after what the list itself shows
        watchLinks(*tracked, book, sighting);
    }
}

bool Reconciler::takePush(const venues::Push &push, const orders::OrderBook &book)
{
    bool isHeld = false;
    const Sighting sighting{ListKind::Event, push.at};
    Transitions::Together together(m_transitions);
    for (const OrderPtr &row : push.rows) {
        for (TrackedTicket *tracked : m_store.ofOrder(row->key)) {
            if (tracked->ticket.state == TicketState::NotSent)
                continue;
            takeRow(*tracked, row, sighting, {}, book);
            watchLinks(*tracked, book, sighting);
            isHeld = isHeld || tracked->heldEnd;
        }
        // It may be what lives on after an order that was cancelled.
        for (const QString &linked : book.linkedIdsOf(*row)) {
            orders::OrderKey key = row->key;
            key.orderId = linked;
            for (TrackedTicket *tracked : m_store.ofOrder(key)) {
                watchLinks(*tracked, book, sighting);
                isHeld = isHeld || tracked->heldEnd;
            }
        }
    }
    return isHeld;
}

bool Reconciler::takeTrades(const orders::TradeList &trades, const orders::OrderBook &book)
{
    QHash<QString, std::vector<const orders::Trade *>> byOrder;
    for (const orders::Trade &each : trades.trades)
        byOrder[each.order->orderId].push_back(&each);
    const Sighting sighting{ListKind::Trades, trades.began};
    int looked = 0;
    int corrected = 0;
    for (TrackedTicket *tracked : m_store.ofAccount(trades.account)) {
        const Ticket &ticket = tracked->ticket;
        const bool isWatched = ticket.state == TicketState::Proved ||
                               (ticket.state == TicketState::FilledFirst && tracked->isFilledByTrades);
        // Trades that were read before a fill was taken back know nothing of that.
        if (!isWatched || ticket.isOldDay || trades.began < tracked->fillLoweredAt)
            continue;
        ++looked;
        const OrderPtr row = rowByTrades(*tracked, byOrder.value(ticket.key.orderId), trades.isWhole);
        if (!row)
            continue;
        ++corrected;
        const TicketEvent event =
            row->state == orders::OrderState::Filled ? TicketEvent::Filled : TicketEvent::MoreFilled;
        if (!applyEvidence(m_transitions, *tracked, event, {row, sighting, trades.digest}, book))
            return false;
    }
    return looked == 0 || m_transitions.note(record::tradesRead(trades, looked, corrected));
}

bool Reconciler::takeCancelReject(const orders::OrderKey &key, const QString &reason)
{
    bool isWaiting = false;
    for (TrackedTicket *tracked : m_store.ofOrder(key)) {
        const TicketState state = tracked->ticket.state;
        const bool concerns =
            state == TicketState::Sending || next(state, TicketEvent::RejectMarked).isListed;
        if (!concerns || tracked->rejectedAt || !m_transitions.note(record::rejectHeard(*tracked, reason)))
            continue;
        tracked->rejectedAt = m_transitions.clock().monotonic();
        tracked->ticket.venueMessage = reason;
        isWaiting = true;
    }
    return isWaiting;
}

void Reconciler::takeOrderAnswer(const QString &account, const venues::OrderAnswer &answer,
                                 const orders::OrderBook &book)
{
    const Sighting sighting{answer.kind, answer.began};
    for (TrackedTicket *tracked : m_store.ofAccount(account)) {
        const bool isAsked = tracked->ticket.key.withoutTwin() == answer.key.withoutTwin();
        if (!isAsked || tracked->ticket.state == TicketState::NotSent)
            continue;
        std::vector<OrderPtr> same;
        std::copy_if(answer.rows.begin(), answer.rows.end(), std::back_inserter(same),
                     [&](const OrderPtr &row) {
                         return identify(tracked->ticket, *row, answer.kind) == Identity::Same;
                     });
        if (const OrderPtr row = mostTelling(same))
            takeRow(*tracked, row, sighting, {}, book);
    }
}

bool Reconciler::turnDay(std::int32_t today)
{
    bool isWritten = true;
    Transitions::Together together(m_transitions);
    for (TrackedTicket &tracked : m_store.all()) {
        Ticket &ticket = tracked.ticket;
        const bool hasDays = ticket.key.day != 0;
        if (!hasDays || !ticket.askedAt)
            continue;
        if (orders::tradingDay(*ticket.askedAt) == today) {
            if (std::exchange(ticket.isOldDay, false)) // the clock was ahead, and was set back
                m_transitions.publish(tracked);
            continue;
        }
        tracked.singlesAsked = 0; // a new day's questions
        tracked.nextSingle = m_transitions.clock().monotonic();
        if (ticket.isOldDay)
            continue;
        if (!ticket.isOpen()) {
            ticket.isOldDay = true;
            continue;
        }
        const auto step = m_transitions.apply(tracked, TicketEvent::DayRolled, {}, [](TrackedTicket &after) {
            after.ticket.isOldDay = true;
            if (after.ticket.state == TicketState::NotSent)
                after.ticket.why = reasons::dayRolled;
        });
        isWritten = isWritten && step;
    }
    return together.commit() && isWritten;
}

// One that went by the trader's own id when it was asked for: what is asked of it under the venue's id joins.
// While the row without an id stands, or where two would fit, nobody knows which order it is.
void Reconciler::followId(TrackedTicket &tracked, const orders::OrderBook &book)
{
    const Ticket &ticket = tracked.ticket;
    if (ticket.key.orderId != orders::idByClient(ticket.asked->clientOrderId))
        return;
    const OrderPtr nameless = book.find(ticket.key);
    const bool stands = nameless && nameless->isAlive() && !nameless->missingSince;
    std::vector<OrderPtr> fitting = stands ? std::vector<OrderPtr>() : book.rows();
    std::erase_if(fitting, [&](const OrderPtr &row) { return !givesId(*row, ticket); });
    if (fitting.size() != 1)
        return;
    const OrderPtr named = fitting.front();
    // Whoever has asked for it by its id already has a ticket of its own.
    const auto &there = m_store.ofOrder(named->key);
    const bool isTaken =
        std::any_of(there.begin(), there.end(), [&](const auto *each) { return each != &tracked; });
    if (isTaken || !m_transitions.note(tracked, record::named(tracked, *named)))
        return;
    m_store.rekey(tracked, named->key);
    m_transitions.publish(tracked);
}

bool Reconciler::takeRow(TrackedTicket &tracked, const OrderPtr &row, const Sighting &sighting,
                         const QByteArray &digest, const orders::OrderBook &book)
{
    switch (identify(tracked.ticket, *row, sighting.kind)) {
    case Identity::Other:
        return true;
    case Identity::Conflict:
        noteConflict(tracked, *row);
        return true;
    case Identity::Same:
        break;
    }
    const auto countedBefore = std::pair(tracked.lastOpenRead, tracked.lastReopenedRead);
    const std::vector<TicketEvent> events = judge(tracked, *row, sighting);
    const bool isCounted = countedBefore != std::pair(tracked.lastOpenRead, tracked.lastReopenedRead);
    const auto decides = [](TicketEvent event) {
        return event == TicketEvent::OpenTwice || event == TicketEvent::Reopened;
    };
    if (isCounted && std::none_of(events.begin(), events.end(), decides))
        tracked.counted = record::counted(tracked, *row, sighting, digest);
    for (const TicketEvent event : events) {
        if (event == TicketEvent::Cancelled && !book.knowsWhatLivesOn(*row)) {
            if (isNews(tracked.ticket, event))
                hold(tracked, {row, sighting.kind, sighting.began, digest});
            continue;
        }
        const bool livesOn = tracked.ticket.state == TicketState::Contradicted &&
                             event == TicketEvent::Cancelled && hasLiveSuccessor(*row, book);
        if (livesOn || !isNews(tracked.ticket, event) || isIdle(tracked.ticket, event, *row))
            continue;
        if (!applyEvidence(m_transitions, tracked, event, {row, sighting, digest}, book))
            return false; // it is not on disk: news it stays
    }
    if (sighting.kind != ListKind::History && isNewest(tracked, *row)) {
        tracked.ticket.latest = row;
        tracked.isFilledByTrades = false;
    }
    return true;
}

void Reconciler::noteConflict(TrackedTicket &tracked, const orders::Order &row)
{
    QString &noted = m_conflicts[tracked.ticket.id];
    if (noted == row.exchangeOrderId && !noted.isNull())
        return;
    noted = row.exchangeOrderId.isNull() ? u""_s : row.exchangeOrderId;
    m_transitions.note(record::conflict(tracked, row));
}

} // namespace cancel
