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
    for (TrackedTicket *tracked : m_store.ofAccount(account)) {
        const Ticket &ticket = tracked->ticket;
        if (ticket.state == TicketState::NotSent || (ticket.isOldDay && !ticket.isOpen()))
            continue;
        const OrderPtr row = findRow(listing, ticket);
        // After the day has turned a list proves by an order that it carries over, and never by its absence.
        if (ticket.isOldDay && !(row && row->placedAt))
            continue;
        if (row) {
            tracked->missingOpenSince.reset();
            takeRow(*tracked, row, sighting, listing.digest, book);
        } else if (judgeAbsence(*tracked, sighting) && isNews(tracked->ticket, TicketEvent::Gone)) {
            m_transitions.apply(*tracked, TicketEvent::Gone, {},
                                [](TrackedTicket &after) { after.ticket.isGone = true; });
        }
        watchLinks(*tracked, book);
    }
}

void Reconciler::takePush(const venues::Push &push, const orders::OrderBook &book)
{
    const Sighting sighting{ListKind::Event, push.at};
    for (const OrderPtr &row : push.rows) {
        for (TrackedTicket *tracked : m_store.ofOrder(row->key)) {
            if (tracked->ticket.state == TicketState::NotSent)
                continue;
            takeRow(*tracked, row, sighting, {}, book);
            watchLinks(*tracked, book);
        }
        // It may be what lives on after an order that was cancelled.
        for (const QString &linked : {row->replacedOrderId, row->pairOrderId}) {
            orders::OrderKey key = row->key;
            key.orderId = linked;
            for (TrackedTicket *tracked : m_store.ofOrder(key))
                watchLinks(*tracked, book);
        }
    }
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
        if (tracked->ticket.key != answer.key || tracked->ticket.state == TicketState::NotSent)
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

void Reconciler::turnDay(std::int32_t today)
{
    for (TrackedTicket &tracked : m_store.all()) {
        Ticket &ticket = tracked.ticket;
        const bool hasDays = ticket.key.day != 0;
        if (!hasDays || !ticket.askedAt)
            continue;
        if (orders::tradingDay(*ticket.askedAt) == today) {
            ticket.isOldDay = ticket.isOldDay && ticket.isOpen(); // the clock was ahead, and was set back
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
        m_transitions.apply(tracked, TicketEvent::DayRolled, {}, [](TrackedTicket &after) {
            after.ticket.isOldDay = true;
            if (after.ticket.state == TicketState::NotSent)
                after.ticket.why = reasons::dayRolled;
        });
    }
}

void Reconciler::takeRow(TrackedTicket &tracked, const OrderPtr &row, const Sighting &sighting,
                         const QByteArray &digest, const orders::OrderBook &book)
{
    switch (identify(tracked.ticket, *row, sighting.kind)) {
    case Identity::Other:
        return;
    case Identity::Conflict:
        noteConflict(tracked, *row);
        return;
    case Identity::Same:
        break;
    }
    for (const TicketEvent event : judge(tracked, *row, sighting)) {
        if (isNews(tracked.ticket, event))
            applyEvidence(m_transitions, tracked, event, {row, sighting, digest}, book);
    }
    // Nor does an old list that still shows the order open take back its end.
    const bool isNewer =
        orders::compareMarkers(row->marker, tracked.ticket.latest->marker) != orders::MarkerOrder::Older &&
        !(isFinal(tracked.ticket.state) && row->isAlive());
    if (sighting.kind != ListKind::History && isNewer)
        tracked.ticket.latest = row;
}

void Reconciler::noteConflict(TrackedTicket &tracked, const orders::Order &row)
{
    QString &noted = m_conflicts[tracked.ticket.id];
    if (noted == row.exchangeOrderId && !noted.isNull())
        return;
    noted = row.exchangeOrderId.isNull() ? u""_s : row.exchangeOrderId;
    m_transitions.note(record::conflict(tracked, row));
}

void Reconciler::watchLinks(TrackedTicket &tracked, const orders::OrderBook &book)
{
    if (tracked.ticket.state != TicketState::Proved)
        return;
    const std::vector<OrderPtr> legs = liveLegs(tracked.ticket, book);
    const std::vector<OrderPtr> links = book.liveLinksOf(*tracked.ticket.latest);
    const bool legsChanged = legs.size() != tracked.ticket.liveLegs.size() &&
                             m_transitions.note(record::legs(tracked, legs.size()));
    const bool linksChanged =
        links.size() != tracked.ticket.liveLinks.size() && m_transitions.note(record::links(tracked, links));
    if (legsChanged)
        tracked.ticket.liveLegs = legs;
    if (linksChanged)
        tracked.ticket.liveLinks = links;
    if (legsChanged || linksChanged)
        m_transitions.publish(tracked);
}

} // namespace cancel
