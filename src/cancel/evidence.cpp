// SPDX-License-Identifier: Apache-2.0
#include "cancel/evidence.h"

#include "cancel/reasons.h"
#include "cancel/ticket_record.h"

#include <algorithm>

namespace cancel {

namespace {

// How much was filled, as trades tell it, is nothing new about when and how the order ended; and the marker
// of a row that shows it alive is none of its end.
bool tellsOfEnd(const Ticket &after, TicketEvent event, const Sighting &sighting)
{
    if (sighting.kind == orders::ListKind::Trades && event == TicketEvent::MoreFilled)
        return false;
    if (isFinal(after.state))
        return !after.latest->isAlive();
    return after.state == TicketState::Refused;
}

void noteEnd(TrackedTicket &tracked, const Sighting &sighting, base::WallTime now)
{
    tracked.ticket.endedAt = now;
    tracked.ticket.proof = orders::listName(sighting.kind);
    tracked.endedByHistory = sighting.kind == orders::ListKind::History;
    tracked.markerAtEnd = tracked.ticket.latest->marker;
    tracked.endRead = sighting.began;
    tracked.reopenedReads = 0;
}

void noteReason(Ticket &ticket, TicketEvent event, const orders::Order &row)
{
    if (event == TicketEvent::OrderEnded && ticket.state == TicketState::Ended)
        ticket.why =
            row.state == orders::OrderState::Expired ? reasons::orderExpired : reasons::orderRejected;
    else if (event == TicketEvent::RejectMarked)
        ticket.why = reasons::cancelRejected;
    if (ticket.venueMessage.isEmpty())
        ticket.venueMessage = row.reason;
}

} // namespace

bool applyEvidence(Transitions &transitions, TrackedTicket &tracked, TicketEvent event,
                   const Evidence &evidence, const orders::OrderBook &book)
{
    const orders::Order &row = *evidence.row;
    const TicketState before = tracked.ticket.state;
    const auto amend = [&](TrackedTicket &after) {
        Ticket &ticket = after.ticket;
        if (row.filled < ticket.latest->filled)
            after.fillLoweredAt = transitions.clock().monotonic();
        ticket.latest = afterEvidence(ticket, evidence.row, evidence.sighting.kind);
        ticket.filledMeanwhile = row.filled.minus(ticket.filledAtSending);
        ticket.isGone = false;
        if (event != TicketEvent::MoreFilled)
            after.counted.reset();
        after.isFilledByTrades = evidence.sighting.kind == orders::ListKind::Trades;
        if (tellsOfEnd(ticket, event, evidence.sighting))
            noteEnd(after, evidence.sighting, transitions.clock().wall());
        if (event == TicketEvent::Cancelled) {
            ticket.liveLegs = liveLegs(ticket, book);
            ticket.liveLinks = book.liveLinksOf(*ticket.latest);
            if (before == TicketState::Refused)
                ticket.why = reasons::byWhomUnknown;
        }
        if (event == TicketEvent::OpenOnce && ticket.state == TicketState::NotTaken)
            ticket.isVerified = true;
        noteReason(ticket, event, row);
    };
    // What was cancelled and has a successor lives on in it.
    const bool livesOn = event == TicketEvent::Cancelled && next(before, event).next == TicketState::Proved &&
                         hasLiveSuccessor(row, book);
    std::vector<journal::Entry> causes;
    const bool needsTwoReads = event == TicketEvent::OpenTwice || event == TicketEvent::Reopened;
    if (needsTwoReads && tracked.counted)
        causes.push_back(*tracked.counted);
    causes.push_back(record::evidence(tracked, row, evidence.sighting, evidence.digest));
    return transitions
        .apply(tracked, event, std::move(causes), amend,
               livesOn ? std::optional(TicketEvent::Reopened) : std::nullopt)
        .has_value();
}

bool hasLiveSuccessor(const orders::Order &row, const orders::OrderBook &book)
{
    const std::vector<orders::OrderPtr> links = book.liveLinksOf(row);
    return std::any_of(links.begin(), links.end(), [&](const orders::OrderPtr &each) {
        return each->orderId.isEmpty() || each->orderId != row.pairOrderId;
    });
}

std::vector<orders::OrderPtr> liveLegs(const Ticket &ticket, const orders::OrderBook &book)
{
    if (ticket.consented != orders::Effect::CancelWithLegs)
        return {};
    std::vector<orders::OrderPtr> legs = book.legsOf(ticket.key);
    // Without its entry in the book a leg stands alone there, and lives all the same.
    for (const orders::OrderPtr &known : ticket.liveLegs) {
        const auto isKnown = [&](const orders::OrderPtr &leg) { return leg->key == known->key; };
        const orders::OrderPtr now = book.find(known->key);
        if (now && std::none_of(legs.begin(), legs.end(), isKnown))
            legs.push_back(now);
    }
    std::erase_if(legs, [](const orders::OrderPtr &leg) { return !leg->isAlive(); });
    return legs;
}

} // namespace cancel
