// SPDX-License-Identifier: Apache-2.0
// What a lane asks its venue to read, and when: the other half of lane.cpp.
#include "cancel/lane.h"

#include <algorithm>

namespace cancel {

using namespace std::chrono_literals;
using venues::VenueState;

namespace {

constexpr base::MonoTime youngFor = 60s; // so long list reads are made for a ticket at the proof pace

} // namespace

void Lane::noteListRead(const orders::Listing &listing)
{
    if (listing.kind == orders::ListKind::Pending || listing.kind == orders::ListKind::Open) {
        m_openListBegan = listing.began;
        m_sleptBefore = m_clock.sinceBoot() - m_clock.monotonic();
        if (m_distrustedAt && listing.began >= *m_distrustedAt)
            m_distrustedAt.reset();
    }
    updatePolls();
    if (!m_queue.empty())
        m_pumpTimer.start(0ms);
}

void Lane::askForProof()
{
    readLists(ProofSchedule::Lists::Both, net::RequestClass::Proof);
    for (TrackedTicket *each : m_store.ofAccount(m_account))
        each->nextSingle = std::min(each->nextSingle, m_clock.monotonic());
    askForSingles();
    if (hasYoungTickets())
        m_proofs.restart();
}

void Lane::askAbout(const orders::OrderPtr &order)
{
    if (m_venue)
        m_venue->readOrder(order, net::RequestClass::Proof);
    m_proofs.restart();
}

void Lane::readLists(ProofSchedule::Lists lists, net::RequestClass why)
{
    if (!m_venue)
        return;
    for (const orders::ListKind kind : m_venue->lists()) {
        const auto its =
            kind == orders::ListKind::Completed ? ProofSchedule::Lists::Closed : ProofSchedule::Lists::Open;
        if (lists == ProofSchedule::Lists::Both || lists == its)
            m_venue->readList(kind, why);
    }
}

void Lane::askForSingles()
{
    if (!m_venue || m_venue->state() != VenueState::SignedIn)
        return;
    std::vector<TrackedTicket *> due;
    for (TrackedTicket *each : m_store.ofAccount(m_account)) {
        if (needsProof(*each) && each->ticket.state != TicketState::Sending && m_singles.isDue(*each))
            due.push_back(each);
    }
    // There may be more than an hour has questions for: whoever has waited longest goes first.
    std::stable_sort(due.begin(), due.end(), [](const TrackedTicket *a, const TrackedTicket *b) {
        return a->nextSingle < b->nextSingle;
    });
    for (TrackedTicket *each : due) {
        if (!m_singles.take(*each))
            return;
        m_venue->readOrder(each->ticket.latest, net::RequestClass::Proof);
    }
}

bool Lane::needsProof(const TrackedTicket &tracked) const
{
    const TicketState state = tracked.ticket.state;
    return tracked.ticket.isOpen() && state != TicketState::Queued;
}

bool Lane::hasYoungTickets() const
{
    const base::MonoTime now = m_clock.monotonic();
    const auto &tickets = m_store.ofAccount(m_account);
    return std::any_of(tickets.begin(), tickets.end(), [&](const TrackedTicket *each) {
        return needsProof(*each) && now - each->sent < youngFor;
    });
}

base::milliseconds Lane::bookAge() const
{
    if (!m_openListBegan)
        return base::milliseconds::max();
    const base::MonoTime slept = m_clock.sinceBoot() - m_clock.monotonic() - m_sleptBefore;
    return std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - *m_openListBegan + slept);
}

} // namespace cancel
