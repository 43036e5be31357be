// SPDX-License-Identifier: Apache-2.0
#include "cancel/evidence.h"

#include "cancel/reasons.h"
#include "cancel/ticket_record.h"

namespace cancel {

namespace {

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

void applyEvidence(Transitions &transitions, TrackedTicket &tracked, TicketEvent event,
                   const Evidence &evidence, const orders::OrderBook &book)
{
    const orders::Order &row = *evidence.row;
    transitions.apply(tracked, event, {record::evidence(tracked, row, evidence.sighting, evidence.digest)},
                      [&](TrackedTicket &after) {
                          Ticket &ticket = after.ticket;
                          ticket.latest = afterEvidence(ticket, evidence.row, evidence.sighting.kind);
                          ticket.filledMeanwhile = row.filled.minus(ticket.filledAtSending);
                          ticket.isGone = false;
                          if (isFinal(ticket.state) || ticket.state == TicketState::Refused)
                              noteEnd(after, evidence.sighting, transitions.clock().wall());
                          if (event == TicketEvent::Cancelled) {
                              ticket.liveLegs = liveLegs(ticket, book);
                              ticket.liveLinks = book.liveLinksOf(*ticket.latest);
                          }
                          if (event == TicketEvent::OpenOnce && ticket.state == TicketState::NotTaken)
                              ticket.isVerified = true;
                          noteReason(ticket, event, row);
                      });
}

std::vector<orders::OrderPtr> liveLegs(const Ticket &ticket, const orders::OrderBook &book)
{
    if (ticket.consented != orders::Effect::CancelWithLegs)
        return {};
    std::vector<orders::OrderPtr> legs = book.legsOf(ticket.key);
    std::erase_if(legs, [](const orders::OrderPtr &leg) { return !leg->isAlive(); });
    return legs;
}

} // namespace cancel
