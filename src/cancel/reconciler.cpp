// SPDX-License-Identifier: Apache-2.0
#include "cancel/reconciler.h"

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
        return !isFinal(ticket.state);
    case TicketEvent::OpenOnce:
        return !(ticket.state == TicketState::NotTaken && ticket.isVerified);
    case TicketEvent::Gone:
        return !ticket.isGone;
    default:
        return true;
    }
}

// The end that a history shows, if it shows one: a final state is not taken back by an older revision.
OrderPtr mostTelling(const std::vector<OrderPtr> &revisions)
{
    for (const auto state : {orders::OrderState::Filled, orders::OrderState::Cancelled,
                             orders::OrderState::Rejected, orders::OrderState::Expired}) {
        const auto found = std::find_if(revisions.begin(), revisions.end(),
                                        [state](const OrderPtr &row) { return row->state == state; });
        if (found != revisions.end())
            return *found;
    }
    return revisions.empty() ? nullptr : revisions.front();
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
        const TicketState state = tracked->ticket.state;
        // After the day has turned the lists show another day's orders.
        if (tracked->ticket.isOldDay || state == TicketState::NotSent)
            continue;
        if (const OrderPtr row = listing.find(tracked->ticket.key)) {
            tracked->missingOpenSince.reset();
            takeRow(*tracked, row, sighting, listing.digest, book);
        } else if (judgeAbsence(*tracked, sighting) && isNews(tracked->ticket, TicketEvent::Gone)) {
            m_transitions.apply(*tracked, TicketEvent::Gone, {},
                                [](TrackedTicket &after) { after.ticket.isGone = true; });
        }
        watchLegs(*tracked, book);
    }
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
        if (!hasDays || ticket.isOldDay || !ticket.askedAt || orders::tradingDay(*ticket.askedAt) == today)
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
            applyEvent(tracked, event, row, sighting, digest, book);
    }
    // A history's row lacks fields that the list's has: it is evidence, not the newest row.
    const bool isNewer =
        orders::compareMarkers(row->marker, tracked.ticket.latest->marker) != orders::MarkerOrder::Older;
    if (sighting.kind != ListKind::History && isNewer)
        tracked.ticket.latest = row;
}

void Reconciler::applyEvent(TrackedTicket &tracked, TicketEvent event, const OrderPtr &row,
                            const Sighting &sighting, const QByteArray &digest, const orders::OrderBook &book)
{
    m_transitions.apply(
        tracked, event, {record::evidence(tracked, *row, sighting, digest)}, [&](TrackedTicket &after) {
            Ticket &ticket = after.ticket;
            if (sighting.kind != ListKind::History) {
                ticket.latest = row;
            } else {
                auto latest = std::make_shared<orders::Order>(*ticket.latest);
                latest->filled = row->filled;
                latest->state = row->state;
                latest->venueStatus = row->venueStatus;
                latest->reason = row->reason;
                ticket.latest = std::move(latest);
            }
            ticket.filledMeanwhile = row->filled.minus(ticket.filledAtSending);
            ticket.isGone = false;
            if (isFinal(ticket.state) || ticket.state == TicketState::Refused) {
                ticket.endedAt = m_transitions.clock().wall();
                ticket.proof = orders::listName(sighting.kind);
                after.markerAtEnd = row->marker;
                after.endRead = sighting.began;
                after.reopenedReads = 0;
            }
            if (event == TicketEvent::Cancelled)
                ticket.liveLegs = liveLegs(ticket, book);
            else if (event == TicketEvent::OrderEnded && ticket.state == TicketState::Ended)
                ticket.why = row->state == orders::OrderState::Expired ? reasons::orderExpired
                                                                       : reasons::orderRejected;
            else if (event == TicketEvent::RejectMarked)
                ticket.why = reasons::cancelRejected;
            else if (event == TicketEvent::OpenOnce && ticket.state == TicketState::NotTaken)
                ticket.isVerified = true;
            if (ticket.venueMessage.isEmpty())
                ticket.venueMessage = row->reason;
        });
}

void Reconciler::noteConflict(TrackedTicket &tracked, const orders::Order &row)
{
    QString &noted = m_conflicts[tracked.ticket.id];
    if (noted == row.exchangeOrderId && !noted.isNull())
        return;
    noted = row.exchangeOrderId.isNull() ? u""_s : row.exchangeOrderId;
    m_transitions.note(record::conflict(tracked, row));
}

void Reconciler::watchLegs(TrackedTicket &tracked, const orders::OrderBook &book)
{
    if (tracked.ticket.liveLegs.empty())
        return;
    const std::vector<OrderPtr> live = liveLegs(tracked.ticket, book);
    if (live.size() != tracked.ticket.liveLegs.size()) {
        tracked.ticket.liveLegs = live;
        m_transitions.publish(tracked);
    }
}

std::vector<OrderPtr> Reconciler::liveLegs(const Ticket &ticket, const orders::OrderBook &book)
{
    if (ticket.consented != orders::Effect::CancelWithLegs)
        return {};
    std::vector<OrderPtr> legs = book.legsOf(ticket.key);
    std::erase_if(legs, [](const OrderPtr &leg) { return !leg->isAlive(); });
    return legs;
}

} // namespace cancel
