// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_outcome.h"

#include "cancel/reasons.h"

#include <array>

namespace commands {

using namespace Qt::StringLiterals;
using cancel::TicketState;

namespace {

Outcome outcomeOf(TicketState state)
{
    switch (state) {
    case TicketState::Queued:
    case TicketState::NotSent:
        return Outcome::NotSent;
    case TicketState::Sending:
    case TicketState::Receipt:
    case TicketState::Unknown:
    case TicketState::StillLive:
    case TicketState::RefusedUnverified:
    case TicketState::Contradicted:
    case TicketState::Acknowledged:
        return Outcome::Unresolved;
    case TicketState::Refused:
    case TicketState::NotTaken:
    case TicketState::Ended:
        return Outcome::Refused;
    case TicketState::Proved:
        return Outcome::Cancelled;
    case TicketState::FilledFirst:
        return Outcome::Filled;
    }
    Q_UNREACHABLE();
}

QString endedWhy(const orders::Order *row)
{
    const bool isExpired = row && row->state == orders::OrderState::Expired;
    return isExpired ? cancel::reasons::orderExpired : cancel::reasons::orderRejected;
}

// The engine's own word goes first; the others stand in where it has none, or where the wait was over.
QString whyOf(const cancel::Ticket &ticket, const QString &endOfWait)
{
    const auto wordOr = [&](const QString &otherwise) {
        return ticket.why.isEmpty() ? otherwise : ticket.why;
    };
    switch (ticket.state) {
    case TicketState::Proved:
    case TicketState::FilledFirst:
        return {};
    case TicketState::StillLive:
        return u"still_live"_s;
    case TicketState::Contradicted:
        return u"contradicted"_s;
    case TicketState::Acknowledged:
        return u"acknowledged"_s;
    case TicketState::Refused:
        return wordOr(cancel::reasons::refusedByVenue);
    case TicketState::NotTaken:
        return wordOr(cancel::reasons::notAllowed);
    case TicketState::Ended:
        return wordOr(endedWhy(ticket.latest.get()));
    case TicketState::NotSent:
        return ticket.why == cancel::reasons::stopped ? endOfWait : wordOr(endOfWait);
    case TicketState::Queued:
    case TicketState::Sending:
    case TicketState::Receipt:
    case TicketState::Unknown:
    case TicketState::RefusedUnverified:
        return endOfWait;
    }
    Q_UNREACHABLE();
}

// What lives on matters more than how the cancel went.
QString detailOf(const cancel::Ticket &ticket)
{
    QStringList legs;
    for (const orders::OrderPtr &each : ticket.liveLegs)
        legs << each->leg;
    QStringList linked;
    for (const orders::OrderPtr &each : ticket.liveLinks)
        linked << each->orderId;
    QStringList living;
    if (!legs.isEmpty())
        living << u"legs that should have gone with it and still work: %1"_s.arg(legs.join(u", "_s));
    if (!linked.isEmpty())
        living << u"linked to it and still working: %1"_s.arg(linked.join(u", "_s));
    return living.isEmpty() ? ticket.detail : living.join(u"; "_s);
}

ExitCode exitCodeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Cancelled:
        return ExitCode::Good;
    case Outcome::Filled:
    case Outcome::Refused:
        return ExitCode::Refused;
    case Outcome::Unresolved:
        return ExitCode::Unresolved;
    case Outcome::NotSent:
        return ExitCode::NotSent;
    case Outcome::Skipped:
        return ExitCode::Good; // the caller knows whether it was asked for by name
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1StringView outcomeName(Outcome outcome)
{
    static constexpr std::array names{"cancelled"_L1,  "filled"_L1,   "refused"_L1,
                                      "unresolved"_L1, "not_sent"_L1, "skipped"_L1};
    return names[static_cast<std::size_t>(outcome)];
}

CancelResult resultOf(const cancel::Ticket &ticket, const QString &endOfWait)
{
    CancelResult result;
    result.outcome = outcomeOf(ticket.state);
    result.exitCode = exitCodeOf(result.outcome);
    result.why = whyOf(ticket, endOfWait);
    // An attempt is a request that left: what was never sent, or ended by itself before, has none.
    result.attempts = ticket.writes > 0 ? ticket.attempt : 0;
    const orders::Order *row = ticket.latest ? ticket.latest.get() : ticket.asked.get();
    if (row)
        result.filled = row->filled;
    result.effect = orders::effectName(ticket.consented);
    result.venueMessage = ticket.venueMessage;
    result.venueCode = ticket.venueCode;
    result.askedAt = ticket.askedAt;
    result.sentAt = ticket.sentAt;
    result.receiptAt = ticket.receiptAt;
    if (cancel::isFinal(ticket.state))
        result.provedAt = ticket.endedAt;
    result.batch = ticket.batch;
    result.detail = detailOf(ticket);
    return result;
}

CancelResult resultOf(const orders::Order &row, base::WallTime askedAt, const QString &endOfWait)
{
    using orders::OrderState;
    CancelResult result;
    switch (row.state) {
    case OrderState::Cancelled:
        result = withoutRequest(Outcome::Cancelled, {}, askedAt);
        break;
    case OrderState::Filled:
        result = withoutRequest(Outcome::Filled, {}, askedAt);
        break;
    case OrderState::Rejected:
    case OrderState::Expired:
        result = withoutRequest(Outcome::Refused, endedWhy(&row), askedAt);
        break;
    case OrderState::BeingCancelled:
        result = withoutRequest(Outcome::Unresolved, endOfWait, askedAt);
        break;
    case OrderState::Open:
    case OrderState::InFlight:
    case OrderState::Unknown:
        result = withoutRequest(Outcome::Refused, cancel::reasons::cancelRejected, askedAt);
        break;
    }
    result.filled = row.filled;
    result.effect = orders::effectName(row.effect);
    result.venueMessage = row.reason;
    return result;
}

CancelResult withoutRequest(Outcome outcome, const QString &why, base::WallTime askedAt)
{
    CancelResult result;
    result.outcome = outcome;
    result.exitCode = exitCodeOf(outcome);
    result.why = why;
    result.askedAt = askedAt;
    return result;
}

bool isSettled(const cancel::Ticket &ticket)
{
    return !ticket.isOpen() || ticket.state == TicketState::NotTaken;
}

} // namespace commands
