// SPDX-License-Identifier: Apache-2.0
// What lives on after an order that was cancelled, its legs and what took its place: the other half of
// reconciler.cpp.
#include "cancel/reconciler.h"

#include "cancel/evidence.h"
#include "cancel/ticket_record.h"

#include <algorithm>

namespace cancel {

using namespace Qt::StringLiterals;
using orders::ListKind;
using orders::OrderPtr;

namespace {

bool holds(const std::vector<OrderPtr> &rows, const orders::OrderKey &key)
{
    return std::any_of(rows.begin(), rows.end(), [&](const OrderPtr &each) { return each->key == key; });
}

bool sameOrders(const std::vector<OrderPtr> &a, const std::vector<OrderPtr> &b)
{
    return a.size() == b.size() &&
           std::all_of(a.begin(), a.end(), [&](const OrderPtr &each) { return holds(b, each->key); });
}

} // namespace

// The newest of what shows it, and of several the one that knows of more fills.
void Reconciler::hold(TrackedTicket &tracked, HeldEnd end)
{
    if (tracked.heldEnd) {
        const orders::Order &known = *tracked.heldEnd->row;
        const auto order = orders::compareMarkers(end.row->marker, known.marker);
        const bool knowsMore = order != orders::MarkerOrder::Older && end.row->filled > known.filled;
        if (order != orders::MarkerOrder::Newer && !knowsMore)
            return;
    }
    if (m_transitions.note(tracked, record::held(tracked, *end.row, {end.kind, end.began}, end.digest)))
        tracked.heldEnd = std::move(end);
}

// What was held counts once it is known what lives on, unless the order has been seen alive since.
void Reconciler::takeHeld(TrackedTicket &tracked, const orders::OrderBook &book)
{
    if (!tracked.heldEnd)
        return;
    const HeldEnd held = *tracked.heldEnd;
    const bool isHistory = held.kind == ListKind::History; // which is never the ticket's newest row
    const bool isTakenBack = !isHistory && (tracked.ticket.latest->isAlive() || tracked.ticket.isOldDay);
    if (!isTakenBack && !book.knowsWhatLivesOn(*held.row))
        return;
    if (isTakenBack || takeRow(tracked, held.row, {held.kind, held.began}, held.digest, book))
        tracked.heldEnd.reset();
}

void Reconciler::watchLinks(TrackedTicket &tracked, const orders::OrderBook &book, const Sighting &sighting)
{
    const TicketState state = tracked.ticket.state;
    const bool isWatched = state == TicketState::Proved || state == TicketState::Contradicted;
    if (!isWatched || !book.knowsOpenOrders())
        return;
    const std::vector<OrderPtr> legs = liveLegs(tracked.ticket, book);
    const std::vector<OrderPtr> links = book.liveLinksOf(*tracked.ticket.latest);
    const bool haveLegsChanged = !sameOrders(legs, tracked.ticket.liveLegs);
    const bool haveLinksChanged = !sameOrders(links, tracked.ticket.liveLinks);
    if (haveLegsChanged && !noteLegs(tracked, legs))
        return;
    if (haveLinksChanged) {
        const auto amend = [&](TrackedTicket &after) { after.ticket.liveLinks = links; };
        const bool livesOn = state == TicketState::Proved && hasLiveSuccessor(*tracked.ticket.latest, book);
        if (livesOn) {
            m_transitions.apply(tracked, TicketEvent::Reopened, {record::links(tracked, links)}, amend);
            return;
        }
        if (!m_transitions.note(tracked, record::links(tracked, links)))
            return;
        amend(tracked);
    }
    if (haveLegsChanged || haveLinksChanged)
        m_transitions.publish(tracked);
    // What lived on in its place is over too.
    const bool isOver = state == TicketState::Contradicted &&
                        tracked.ticket.latest->state == orders::OrderState::Cancelled &&
                        tracked.ticket.liveSuccessors().empty();
    if (!isOver)
        return;
    const OrderPtr last = tracked.ticket.latest;
    if (book.knowsWhatLivesOn(*last))
        applyEvidence(m_transitions, tracked, TicketEvent::Cancelled, {last, sighting, {}}, book);
    else
        hold(tracked, {last, sighting.kind, sighting.began, {}});
}

// Legs that should be gone: one more of them than before is an alarm.
bool Reconciler::noteLegs(TrackedTicket &tracked, const std::vector<OrderPtr> &legs)
{
    const journal::Entry entry = record::legs(tracked, legs.size());
    const auto isNew = [&](const OrderPtr &leg) { return !holds(tracked.ticket.liveLegs, leg->key); };
    const auto risen = std::find_if(legs.begin(), legs.end(), isNew);
    const bool isWritten =
        risen == legs.end()
            ? m_transitions.note(tracked, entry)
            : m_transitions.alarm(tracked, entry,
                                  u"a leg that should have gone with it works: %1"_s.arg((*risen)->leg));
    if (isWritten)
        tracked.ticket.liveLegs = legs;
    return isWritten;
}

} // namespace cancel
