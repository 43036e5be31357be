// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket_record.h"

#include "base/digest.h"
#include "cancel/order_snapshot.h"
#include "cancel/reasons.h"

namespace cancel::record {

using namespace Qt::StringLiterals;
using journal::Entry;
using orders::Order;

namespace {

QString millisecondsOf(const std::optional<base::WallTime> &time)
{
    return time ? QString::number(time->time_since_epoch().count()) : QString();
}

QString flag(bool is)
{
    return is ? u"1"_s : u"0"_s;
}

QString describe(const Order &order)
{
    const QString leg = order.leg.isEmpty() ? QString() : u" "_s + order.leg;
    return u"%1 %2 %3 (%4%5, order %6)"_s.arg(order.sideText, order.remaining().toText(), order.symbol,
                                              order.kind, leg, order.orderId);
}

Entry about(const TrackedTicket &tracked, const QString &kind, const QString &text)
{
    const Ticket &ticket = tracked.ticket;
    Entry entry;
    entry.kind = kind;
    entry.connection = ticket.connection;
    entry.key = ticket.key.toText();
    entry.ticket = ticket.id;
    entry.text = text;
    return entry;
}

// How a ticket stands, in every entry that says so.
void appendStanding(Details &details, const Ticket &ticket)
{
    const Details standing = {{u"state"_s, QString::number(static_cast<int>(ticket.state))},
                              {u"writes"_s, QString::number(ticket.writes)},
                              {u"why"_s, ticket.why},
                              {u"detail"_s, ticket.detail},
                              {u"venue_message"_s, ticket.venueMessage},
                              {u"venue_code"_s, ticket.venueCode},
                              {u"sent_ms"_s, millisecondsOf(ticket.sentAt)},
                              {u"receipt_ms"_s, millisecondsOf(ticket.receiptAt)},
                              {u"ended_ms"_s, millisecondsOf(ticket.endedAt)},
                              {u"proof"_s, ticket.proof},
                              {u"filled"_s, ticket.latest->filled.toText()},
                              {u"verified"_s, flag(ticket.isVerified)},
                              {u"corrected"_s, flag(ticket.wasCorrected)},
                              {u"gone"_s, flag(ticket.isGone)},
                              {u"old_day"_s, flag(ticket.isOldDay)},
                              {u"acknowledged_by"_s, ticket.acknowledgedBy}};
    details.insert(details.end(), standing.begin(), standing.end());
}

// What a person was shown, and how they agreed.
void appendConsent(Details &details, const Consent &consent)
{
    const Details agreed = {{u"given"_s, consent.given},
                            {u"shown"_s, consent.shown},
                            {u"locale"_s, consent.locale},
                            {u"book_age_ms"_s, QString::number(consent.bookAge.count())},
                            {u"shown_at"_s, base::isoUtc(consent.shownAt)},
                            {u"given_at"_s, base::isoUtc(consent.givenAt)}};
    details.insert(details.end(), agreed.begin(), agreed.end());
}

// The rule that fired: those of lifecycle.md by their numbers.
QString ruleOf(TicketEvent event)
{
    switch (event) {
    case TicketEvent::Go:
    case TicketEvent::Bar:
        return u"R2: the gate"_s;
    case TicketEvent::NothingLeft:
    case TicketEvent::ReceiptCame:
    case TicketEvent::RefusalCame:
    case TicketEvent::NotTakenCame:
    case TicketEvent::AmbiguousCame:
    case TicketEvent::PendingElsewhere:
        return u"R3: what an answer says"_s;
    case TicketEvent::OpenOnce:
    case TicketEvent::RejectMarked:
    case TicketEvent::Cancelled:
    case TicketEvent::Filled:
    case TicketEvent::OrderEnded:
    case TicketEvent::Gone:
        return u"R4: evidence and its time"_s;
    case TicketEvent::OpenTwice:
    case TicketEvent::AskedAgain:
        return u"R5: open in two reads"_s;
    case TicketEvent::MoreFilled:
    case TicketEvent::Reopened:
        return u"R11: the watch after the proof"_s;
    case TicketEvent::DayRolled:
    case TicketEvent::PersonAcknowledged:
        return u"R12: ends"_s;
    case TicketEvent::Crashed:
        return u"R10: found in the journal"_s;
    }
    Q_UNREACHABLE();
}

// Over what the row itself shows, a line each: whoever has the row can compute it.
QString digestOf(const venues::CancelRequest &request)
{
    const QByteArray text =
        (u"%1\n%2\n%3\n%4\n"_s.arg(request.method, request.host, request.path, request.query)).toUtf8() +
        request.body;
    return QString::fromLatin1(base::digestOf(text));
}

} // namespace

Entry asked(const TrackedTicket &tracked, const Consent &consent)
{
    const Ticket &ticket = tracked.ticket;
    Entry entry = about(tracked, u"asked"_s, u"asked to cancel %1"_s.arg(describe(*ticket.asked)));
    entry.details = {{u"batch"_s, ticket.batch},
                     {u"account"_s, tracked.account},
                     {u"attempt"_s, QString::number(ticket.attempt)},
                     {u"consented"_s, QString::number(static_cast<int>(ticket.consented))},
                     {u"effect"_s, orders::effectName(ticket.consented)},
                     {u"asked_ms"_s, millisecondsOf(ticket.askedAt)}};
    appendConsent(entry.details, consent);
    appendSnapshot(entry.details, *ticket.asked);
    entry.details.emplace_back(u"raw"_s, QString::fromUtf8(ticket.asked->raw.view()));
    return entry;
}

Entry sending(const TrackedTicket &tracked, const venues::CancelRequest &request)
{
    Entry entry = about(tracked, u"sending"_s,
                        u"sending %1 %2 to %3"_s.arg(request.method, request.path, request.host));
    entry.details = {{u"attempt"_s, QString::number(tracked.ticket.attempt)},
                     {u"method"_s, request.method},
                     {u"host"_s, request.host},
                     {u"path"_s, request.path},
                     {u"query"_s, request.query},
                     {u"body"_s, QString::fromUtf8(request.body)},
                     {u"request_blake2b_256"_s, digestOf(request)},
                     {u"auth_headers"_s, request.authHeaders.join(u',')},
                     {u"line"_s, request.line},
                     {u"deadline_ms"_s, QString::number(venues::answerDeadline.count())},
                     {u"sent_ms"_s, millisecondsOf(tracked.ticket.sentAt)},
                     {u"status"_s, tracked.ticket.latest->venueStatus},
                     {u"marker"_s, tracked.markerAtSending.reference},
                     {u"cancel_rejected"_s, flag(tracked.wasCancelRejected)},
                     {u"filled"_s, tracked.ticket.filledAtSending.toText()}};
    appendSnapshot(entry.details, *tracked.ticket.latest);
    return entry;
}

Entry answer(const TrackedTicket &tracked, const venues::CancelAnswer &answer)
{
    Entry entry =
        about(tracked, u"answer"_s,
              (answer.isLate ? u"the venue's answer, after the deadline: %1"_s : u"the venue's answer: %1"_s)
                  .arg(venues::answerName(answer.answer)));
    entry.details = {{u"class"_s, venues::answerName(answer.answer)},
                     {u"late"_s, flag(answer.isLate)},
                     {u"venue_message"_s, answer.venueMessage},
                     {u"venue_code"_s, answer.venueCode},
                     {u"error"_s, answer.error.text},
                     {u"evidence"_s, answer.evidence},
                     {u"ended_ms"_s, QString::number(answer.endedAt.time_since_epoch().count())}};
    return entry;
}

Entry evidence(const TrackedTicket &tracked, const Order &row, const Sighting &sighting,
               const QByteArray &replyDigest)
{
    Entry entry =
        about(tracked, u"evidence"_s,
              u"%1 shows %2, filled %3 of %4"_s.arg(orders::listName(sighting.kind), row.venueStatus,
                                                    row.filled.toText(), row.quantity.toText()));
    entry.details = {{u"source"_s, orders::listName(sighting.kind)},
                     {u"read_began_ns"_s, QString::number(sighting.began.count())},
                     {u"reply_blake2b_256"_s, QString::fromLatin1(replyDigest)},
                     {u"status"_s, row.venueStatus},
                     {u"exchange_id"_s, row.exchangeOrderId},
                     {u"marker"_s, row.marker.reference}};
    appendSnapshot(entry.details, row);
    entry.details.emplace_back(u"raw"_s, QString::fromUtf8(row.raw.view()));
    return entry;
}

Entry counted(const TrackedTicket &tracked, const Order &row, const Sighting &sighting,
              const QByteArray &replyDigest)
{
    Entry entry = evidence(tracked, row, sighting, replyDigest);
    entry.kind = u"counted"_s;
    return entry;
}

Entry held(const TrackedTicket &tracked, const Order &row, const Sighting &sighting,
           const QByteArray &replyDigest)
{
    Entry entry = evidence(tracked, row, sighting, replyDigest);
    entry.kind = u"held"_s;
    entry.text += u"; it counts once it is known what lives on in its place"_s;
    return entry;
}

Entry absence(const TrackedTicket &tracked, const orders::Listing &listing)
{
    const QString list = orders::listName(listing.kind);
    Entry entry =
        about(tracked, u"absence"_s, u"the open orders lacked it, and now the %1 does too"_s.arg(list));
    entry.details = {{u"source"_s, list},
                     {u"rows"_s, QString::number(listing.rows.size())},
                     {u"digest"_s, QString::fromLatin1(listing.digest)}};
    return entry;
}

Entry named(const TrackedTicket &tracked, const Order &row)
{
    Entry entry = about(tracked, u"named"_s, u"the venue gives it the id %1"_s.arg(row.orderId));
    entry.details = {{u"key"_s, row.key.toText()}, {u"raw"_s, QString::fromUtf8(row.raw.view())}};
    return entry;
}

Entry conflict(const TrackedTicket &tracked, const Order &row)
{
    Entry entry = about(tracked, u"conflict"_s,
                        u"a row under this id is another order (%1) and proves nothing"_s.arg(describe(row)));
    entry.details = {{u"raw"_s, QString::fromUtf8(row.raw.view())}};
    return entry;
}

Entry transition(const TrackedTicket &tracked, TicketState from, TicketEvent event)
{
    const Ticket &ticket = tracked.ticket;
    Entry entry = about(tracked, u"transition"_s,
                        u"%1 -> %2 (%3)"_s.arg(stateName(from), stateName(ticket.state), eventName(event)));
    entry.details = {{u"rule"_s, ruleOf(event)}};
    appendStanding(entry.details, ticket);
    return entry;
}

Entry carried(const TrackedTicket &tracked)
{
    const Ticket &ticket = tracked.ticket;
    Entry entry = about(tracked, u"carried"_s,
                        u"%1: cancelling %2"_s.arg(stateName(ticket.state), describe(*ticket.asked)));
    entry.details = {{u"batch"_s, ticket.batch},
                     {u"account"_s, tracked.account},
                     {u"attempt"_s, QString::number(ticket.attempt)},
                     {u"consented"_s, QString::number(static_cast<int>(ticket.consented))},
                     {u"asked_ms"_s, millisecondsOf(ticket.askedAt)},
                     {u"filled_at_sending"_s, ticket.filledAtSending.toText()},
                     {u"marker_at_sending"_s, tracked.markerAtSending.reference},
                     {u"content_at_sending"_s, QString::number(tracked.markerAtSending.content, 16)},
                     {u"was_cancel_rejected"_s, flag(tracked.wasCancelRejected)},
                     {u"marker_at_end"_s, tracked.markerAtEnd.reference},
                     {u"content_at_end"_s, QString::number(tracked.markerAtEnd.content, 16)},
                     {u"ended_by_history"_s, flag(tracked.endedByHistory)},
                     {u"filled_by_trades"_s, flag(tracked.isFilledByTrades)}};
    appendStanding(entry.details, ticket);
    appendSnapshot(entry.details, *ticket.asked);
    appendSnapshot(entry.details, *ticket.latest, latestPrefix);
    return entry;
}

Entry unlisted(const TrackedTicket &tracked, TicketEvent event)
{
    return about(tracked, u"unlisted"_s,
                 u"%1 while %2: nothing changes"_s.arg(eventName(event), stateName(tracked.ticket.state)));
}

Entry joined(const TrackedTicket &tracked, const Consent &consent, orders::Effect effect)
{
    Entry entry = about(tracked, u"joined"_s, u"asked again: this cancel serves both"_s);
    entry.details = {{u"effect"_s, orders::effectName(effect)}};
    appendConsent(entry.details, consent);
    return entry;
}

Entry legs(const TrackedTicket &tracked, std::size_t alive)
{
    return about(tracked, u"legs"_s, u"legs that should have gone with it and are alive: %1"_s.arg(alive));
}

Entry links(const TrackedTicket &tracked, const std::vector<orders::OrderPtr> &alive)
{
    QStringList ids;
    for (const orders::OrderPtr &each : alive)
        ids << each->orderId;
    return about(tracked, u"links"_s,
                 ids.isEmpty() ? u"nothing that it is linked to lives on"_s
                               : u"lives on, linked to it: %1"_s.arg(ids.join(u", "_s)));
}

Entry tradesRead(const orders::TradeList &trades, int looked, int corrected)
{
    Entry entry;
    entry.kind = u"trades"_s;
    entry.text = corrected == 0
                     ? u"the trades show no more fills than the %1 proved cancels say"_s.arg(looked)
                     : u"the trades show more fills for %1 of %2 proved cancels"_s.arg(corrected).arg(looked);
    entry.details = {{u"account"_s, trades.account},
                     {u"trades"_s, QString::number(trades.trades.size())},
                     {u"unreadable"_s, QString::number(trades.warnings.size())},
                     {u"read_began_ns"_s, QString::number(trades.began.count())},
                     {u"reply_blake2b_256"_s, QString::fromLatin1(trades.digest)}};
    return entry;
}

Entry rejectHeard(const TrackedTicket &tracked, const QString &reason)
{
    return about(
        tracked, u"reject heard"_s,
        u"the venue says that the cancel has failed (%1): asking how the order stands"_s.arg(reason));
}

Entry batchPaused(const QString &batch, bool isPaused)
{
    Entry entry;
    entry.kind = isPaused ? u"paused"_s : u"resumed"_s;
    entry.text = isPaused ? u"what has not left of a batch waits"_s : u"the batch goes on"_s;
    entry.details = {{u"batch"_s, batch}};
    return entry;
}

Entry clockNote(const QString &text)
{
    Entry entry;
    entry.kind = u"clock"_s;
    entry.text = text;
    return entry;
}

Entry alarm(const TrackedTicket &tracked, const QString &text)
{
    return about(tracked, u"alarm"_s, text);
}

} // namespace cancel::record
