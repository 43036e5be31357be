// SPDX-License-Identifier: Apache-2.0
#include "cancel/intake.h"

#include "cancel/cancel_rules.h"
#include "cancel/ticket_record.h"

#include <QUuid>

#include <algorithm>

namespace cancel {

using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds consentSpare = 30s; // on top of the estimate that the person saw (R7)

} // namespace

QString newTicketId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).left(13);
}

Intake::Intake(TicketStore &store, Transitions &transitions)
    : m_store(store)
    , m_transitions(transitions)
{
}

const TrackedTicket *Intake::ticketToJoin(const orders::Order &row) const
{
    const TrackedTicket *before = m_store.newestOf(row);
    if (!before)
        return nullptr;
    return joinsWhenAsked(before->ticket, row) ? before : nullptr;
}

TrackedTicket Intake::makeTicket(const Request &request, const Consent &consent, const QString &batch) const
{
    TrackedTicket tracked;
    Ticket &ticket = tracked.ticket;
    ticket.id = newTicketId();
    ticket.batch = batch;
    ticket.key = request.row->key;
    ticket.connection = request.row->connection;
    ticket.asked = request.row;
    ticket.latest = request.row;
    ticket.filledAtSending = request.row->filled;
    ticket.consented = request.effect;
    ticket.askedAt = m_transitions.clock().wall();
    tracked.account = request.row->key.account;
    tracked.consentEnds = m_transitions.clock().monotonic() + consent.estimate + consentSpare;
    if (const TrackedTicket *before = m_store.newestOf(*request.row))
        ticket.attempt = before->ticket.attempt + 1;
    // What an earlier attempt has left behind is read anew before another one leaves.
    const auto &earlier = m_store.ofOrder(ticket.key);
    if (std::any_of(earlier.begin(), earlier.end(), [](const auto *each) { return each->ticket.writes > 0; }))
        tracked.readsFirst = m_transitions.clock().monotonic();
    return tracked;
}

base::Result<Intake::Taken> Intake::take(const std::vector<Request> &requests, const Consent &consent)
{
    Taken taken{{newTicketId(), {}}, {}, {}};
    std::vector<TrackedTicket> fresh;
    std::vector<journal::Entry> entries;
    QMultiHash<orders::OrderKey, std::size_t> freshOf;
    std::vector<std::optional<std::size_t>> places; // which of the fresh ones stands here
    for (const Request &request : requests) {
        if (const TrackedTicket *joined = ticketToJoin(*request.row)) {
            entries.push_back(record::joined(*joined, consent, request.effect));
            if (next(joined->ticket.state, TicketEvent::AskedAgain).action == Action::ReadLists)
                taken.toRead << joined->account;
            taken.batch.tickets.push_back(joined->published);
            places.push_back(std::nullopt);
            continue;
        }
        taken.batch.tickets.push_back(nullptr);
        const auto same = freshOf.values(request.row->key.withoutTwin());
        const auto twice = std::find_if(same.begin(), same.end(), [&](std::size_t place) {
            return isOfOrder(fresh[place].ticket, *request.row);
        });
        if (twice != same.end()) {
            places.push_back(*twice);
            continue;
        }
        fresh.push_back(makeTicket(request, consent, taken.batch.batch));
        entries.push_back(record::asked(fresh.back(), consent));
        freshOf.insert(request.row->key.withoutTwin(), fresh.size() - 1);
        places.push_back(fresh.size() - 1);
    }
    if (const auto written = m_transitions.journal().appendAll(entries); !written)
        return base::failure(written.error());
    for (TrackedTicket &each : fresh) {
        TrackedTicket &kept = m_store.add(std::move(each));
        m_transitions.publish(kept);
        taken.fresh.push_back(&kept);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i])
            taken.batch.tickets[i] = taken.fresh[*places[i]]->published;
    }
    return taken;
}

} // namespace cancel
