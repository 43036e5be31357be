// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket_fold.h"

#include "cancel/cancel_rules.h"
#include "cancel/order_snapshot.h"

namespace cancel {

using namespace Qt::StringLiterals;
using journal::Entry;

namespace {

std::optional<base::WallTime> timeFrom(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    return base::WallTime(base::milliseconds(text.toLongLong()));
}

orders::Marker markerFrom(const Entry &entry, QStringView reference, QStringView content)
{
    orders::Marker marker;
    marker.reference = entry.detail(reference);
    marker.content = static_cast<std::size_t>(entry.detail(content).toULongLong(nullptr, 16));
    return marker;
}

} // namespace

void TicketFold::take(const journal::Row &row)
{
    const Entry &entry = row.entry;
    if (entry.ticket.isEmpty())
        return;
    if (entry.kind == "asked"_L1 || entry.kind == "carried"_L1) {
        takeAsked(entry);
        if (entry.kind == "carried"_L1)
            takeCarried(m_tickets[m_byId.value(entry.ticket)], entry);
        return;
    }
    const auto found = m_byId.constFind(entry.ticket);
    if (found == m_byId.constEnd())
        return;
    TrackedTicket &tracked = m_tickets[*found];
    if (entry.kind == "sending"_L1)
        takeSending(tracked, entry);
    else if (entry.kind == "evidence"_L1)
        takeEvidence(tracked, entry);
    else if (entry.kind == "transition"_L1)
        takeTransition(tracked, entry);
    else if (entry.kind == "named"_L1)
        tracked.ticket.key = orders::OrderKey::parse(entry.detail(u"key"));
}

void TicketFold::takeAsked(const Entry &entry)
{
    TrackedTicket tracked;
    Ticket &ticket = tracked.ticket;
    ticket.id = entry.ticket;
    ticket.batch = entry.detail(u"batch");
    ticket.connection = entry.connection;
    ticket.key = orders::OrderKey::parse(entry.key);
    ticket.asked = readSnapshot(entry);
    ticket.latest = ticket.asked;
    ticket.filledAtSending = ticket.asked->filled;
    ticket.consented = static_cast<orders::Effect>(entry.detail(u"consented").toInt());
    ticket.attempt = entry.detail(u"attempt").toInt();
    ticket.askedAt = timeFrom(entry.detail(u"asked_ms"));
    tracked.account = entry.detail(u"account");
    if (const auto known = m_byId.constFind(ticket.id); known != m_byId.constEnd()) {
        m_tickets[*known] = std::move(tracked); // carried over from a page that was read too
        return;
    }
    m_byId.insert(ticket.id, m_tickets.size());
    m_tickets.push_back(std::move(tracked));
}

void TicketFold::takeCarried(TrackedTicket &tracked, const Entry &entry)
{
    takeTransition(tracked, entry);
    Ticket &ticket = tracked.ticket;
    ticket.latest = readSnapshot(entry, latestPrefix);
    ticket.filledAtSending =
        base::Decimal::fromText(entry.detail(u"filled_at_sending")).value_or(base::Decimal());
    ticket.filledMeanwhile = ticket.latest->filled.minus(ticket.filledAtSending);
    tracked.markerAtSending = markerFrom(entry, u"marker_at_sending", u"content_at_sending");
    tracked.wasCancelRejected = entry.detail(u"was_cancel_rejected") == "1"_L1;
    tracked.markerAtEnd = markerFrom(entry, u"marker_at_end", u"content_at_end");
    tracked.endedByHistory = entry.detail(u"ended_by_history") == "1"_L1;
    tracked.isFilledByTrades = entry.detail(u"filled_by_trades") == "1"_L1;
}

void TicketFold::takeSending(TrackedTicket &tracked, const Entry &entry)
{
    Ticket &ticket = tracked.ticket;
    ticket.state = TicketState::Sending;
    ticket.writes = 1;
    ticket.latest = readSnapshot(entry);
    ticket.filledAtSending = ticket.latest->filled;
    tracked.markerAtSending = ticket.latest->marker;
    tracked.wasCancelRejected = entry.detail(u"cancel_rejected") == "1"_L1;
}

void TicketFold::takeEvidence(TrackedTicket &tracked, const Entry &entry)
{
    Ticket &ticket = tracked.ticket;
    const QString source = entry.detail(u"source");
    tracked.endedByHistory = source == orders::listName(orders::ListKind::History);
    tracked.isFilledByTrades = source == orders::listName(orders::ListKind::Trades);
    const auto kind = tracked.endedByHistory ? orders::ListKind::History : orders::ListKind::Completed;
    ticket.latest = afterEvidence(ticket, readSnapshot(entry), kind);
    ticket.filledMeanwhile = ticket.latest->filled.minus(ticket.filledAtSending);
    if (!ticket.latest->isAlive())
        tracked.markerAtEnd = ticket.latest->marker;
}

void TicketFold::takeTransition(TrackedTicket &tracked, const Entry &entry)
{
    Ticket &ticket = tracked.ticket;
    const int state = entry.detail(u"state").toInt();
    ticket.state =
        state >= 0 && state < ticketStateCount ? static_cast<TicketState>(state) : TicketState::Unknown;
    ticket.writes = entry.detail(u"writes").toInt();
    ticket.why = entry.detail(u"why");
    ticket.detail = entry.detail(u"detail");
    ticket.venueMessage = entry.detail(u"venue_message");
    ticket.venueCode = entry.detail(u"venue_code");
    ticket.sentAt = timeFrom(entry.detail(u"sent_ms"));
    ticket.receiptAt = timeFrom(entry.detail(u"receipt_ms"));
    ticket.endedAt = timeFrom(entry.detail(u"ended_ms"));
    ticket.proof = entry.detail(u"proof");
    ticket.isVerified = entry.detail(u"verified") == "1"_L1;
    ticket.wasCorrected = entry.detail(u"corrected") == "1"_L1;
    ticket.isGone = entry.detail(u"gone") == "1"_L1;
    ticket.isOldDay = entry.detail(u"old_day") == "1"_L1;
    ticket.acknowledgedBy = entry.detail(u"acknowledged_by");
}

} // namespace cancel
