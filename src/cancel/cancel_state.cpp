// SPDX-License-Identifier: Apache-2.0
#include "cancel/cancel_state.h"

#include <optional>

namespace cancel {

using namespace Qt::StringLiterals;
using S = TicketState;
using E = TicketEvent;
using A = Action;

namespace {

using Row = std::optional<Step>;

// What holds in every open state: evidence of an end counts whenever it comes.
Row inAnyOpen(S state, E event)
{
    switch (event) {
    case E::Cancelled:
        return Step{S::Proved};
    case E::Filled:
        return Step{S::FilledFirst};
    case E::OrderEnded:
        return Step{S::Ended};
    case E::MoreFilled:
        return Step{state, A::Alarm};
    case E::DayRolled:
        return state == S::Queued ? Step{S::NotSent} : Step{S::Unknown, A::ReadLists};
    case E::Gone:
        return Step{state, A::ReadLists};
    case E::AskedAgain:
        return Step{state, A::Join};
    default:
        return std::nullopt;
    }
}

Row inQueued(E event)
{
    switch (event) {
    case E::Go:
        return Step{S::Sending, A::Write};
    case E::Bar:
    case E::Crashed:
        return Step{S::NotSent};
    default:
        return std::nullopt;
    }
}

Row inSending(E event)
{
    switch (event) {
    case E::NothingLeft:
        return Step{S::NotSent};
    case E::ReceiptCame:
    case E::PendingElsewhere:
        return Step{S::Receipt, A::ReadLists};
    case E::RefusalCame:
        return Step{S::RefusedUnverified, A::ReadLists};
    case E::NotTakenCame:
        return Step{S::NotTaken, A::PauseLane};
    case E::AmbiguousCame:
    case E::Crashed:
        return Step{S::Unknown, A::ReadLists};
    default:
        return std::nullopt;
    }
}

Row inReceipt(E event)
{
    switch (event) {
    case E::RejectMarked:
        return Step{S::Refused};
    case E::OpenTwice:
        return Step{S::StillLive, A::Alarm};
    case E::Gone:
        return Step{S::Unknown, A::ShowCard};
    case E::Crashed:
        return Step{S::Receipt, A::ReadLists};
    default:
        return std::nullopt;
    }
}

Row inUnknown(E event)
{
    switch (event) {
    case E::ReceiptCame:
    case E::PendingElsewhere:
        return Step{S::Receipt, A::ReadLists};
    case E::RefusalCame:
        return Step{S::RefusedUnverified, A::ReadLists};
    case E::NotTakenCame:
        return Step{S::NotTaken}; // late: others have been answered since
    case E::RejectMarked:
        return Step{S::Refused};
    case E::OpenTwice:
        return Step{S::StillLive, A::Alarm};
    case E::Gone:
        return Step{S::Unknown, A::ShowCard};
    case E::PersonAcknowledged:
        return Step{S::Acknowledged};
    case E::Crashed:
        return Step{S::Unknown, A::ReadLists};
    default:
        return std::nullopt;
    }
}

Row inStillLive(E event)
{
    switch (event) {
    case E::PendingElsewhere:
        return Step{S::Receipt, A::ReadLists};
    case E::RejectMarked:
        return Step{S::Refused};
    case E::AskedAgain:
        return Step{S::StillLive, A::NewTicket};
    case E::PersonAcknowledged:
        return Step{S::Acknowledged};
    default:
        return std::nullopt;
    }
}

Row inRefusedUnverified(E event)
{
    switch (event) {
    case E::OpenOnce:
        return Step{S::Refused};
    case E::PendingElsewhere:
        return Step{S::Receipt, A::ReadLists};
    case E::Gone:
        return Step{S::Unknown, A::ReadLists};
    case E::AskedAgain:
        return Step{S::RefusedUnverified, A::ReadLists};
    case E::PersonAcknowledged:
        return Step{S::Acknowledged};
    default:
        return std::nullopt;
    }
}

Row inNotTaken(E event)
{
    switch (event) {
    case E::OpenOnce:
        return Step{S::NotTaken}; // verified
    case E::AskedAgain:
        return Step{S::NotTaken, A::NewTicket};
    case E::PersonAcknowledged: // where no list shows it, nothing else may ever end it
        return Step{S::Acknowledged};
    default:
        return std::nullopt;
    }
}

Row inContradicted(E event)
{
    switch (event) {
    case E::AskedAgain:
        return Step{S::Contradicted, A::NewTicket};
    case E::PersonAcknowledged:
        return Step{S::Acknowledged};
    default:
        return std::nullopt;
    }
}

Row inRefused(E event)
{
    switch (event) {
    case E::Cancelled:
        return Step{S::Proved}; // by whom is not known
    case E::Filled:
        return Step{S::FilledFirst};
    case E::OrderEnded:
        return Step{S::Ended};
    case E::AskedAgain:
        return Step{S::Refused, A::NewTicket};
    default:
        return std::nullopt;
    }
}

Row inProved(E event)
{
    switch (event) {
    case E::MoreFilled:
        return Step{S::Proved, A::Alarm};
    case E::Filled:
        return Step{S::FilledFirst, A::Alarm};
    case E::OrderEnded:
        return Step{S::Proved};
    case E::Reopened:
        return Step{S::Contradicted, A::Alarm};
    default:
        return std::nullopt;
    }
}

Row inFilledFirst(E event)
{
    switch (event) {
    case E::Cancelled:
    case E::OrderEnded:
        return Step{S::FilledFirst};
    case E::MoreFilled: // a filled order can only lose a fill: a bust
    case E::Reopened:
        return Step{S::Contradicted, A::Alarm};
    default:
        return std::nullopt;
    }
}

Row inEnded(E event)
{
    switch (event) {
    case E::Cancelled:
        return Step{S::Proved, A::Alarm};
    case E::Filled:
        return Step{S::FilledFirst, A::Alarm};
    case E::Reopened:
        return Step{S::Contradicted, A::Alarm};
    default:
        return std::nullopt;
    }
}

Row inAcknowledged(E event)
{
    switch (event) {
    case E::Cancelled:
        return Step{S::Proved, A::Alarm};
    case E::Filled:
        return Step{S::FilledFirst, A::Alarm};
    default:
        return std::nullopt;
    }
}

Row ownRow(S state, E event)
{
    switch (state) {
    case S::Queued:
        return inQueued(event);
    case S::Sending:
        return inSending(event);
    case S::Receipt:
        return inReceipt(event);
    case S::Unknown:
        return inUnknown(event);
    case S::StillLive:
        return inStillLive(event);
    case S::RefusedUnverified:
        return inRefusedUnverified(event);
    case S::Refused:
        return inRefused(event);
    case S::NotTaken:
        return inNotTaken(event);
    case S::NotSent:
        return event == E::AskedAgain ? Row(Step{S::NotSent, A::NewTicket}) : std::nullopt;
    case S::Proved:
        return inProved(event);
    case S::FilledFirst:
        return inFilledFirst(event);
    case S::Ended:
        return inEnded(event);
    case S::Contradicted:
        return inContradicted(event);
    case S::Acknowledged:
        return inAcknowledged(event);
    }
    Q_UNREACHABLE();
}

} // namespace

Step next(TicketState state, TicketEvent event)
{
    if (const Row row = ownRow(state, event))
        return *row;
    if (isOpen(state)) {
        if (const Row row = inAnyOpen(state, event))
            return *row;
    }
    return {state, A::None, false};
}

bool isOpen(TicketState state)
{
    switch (state) {
    case S::Queued:
    case S::Sending:
    case S::Receipt:
    case S::Unknown:
    case S::StillLive:
    case S::RefusedUnverified:
    case S::NotTaken:
    case S::Contradicted:
        return true;
    case S::Refused:
    case S::NotSent:
    case S::Proved:
    case S::FilledFirst:
    case S::Ended:
    case S::Acknowledged:
        return false;
    }
    Q_UNREACHABLE();
}

bool isFinal(TicketState state)
{
    return state == S::Proved || state == S::FilledFirst || state == S::Ended;
}

QString stateName(TicketState state)
{
    static const QString names[] = {u"queued"_s,       u"sending"_s,     u"receipt"_s,      u"unknown"_s,
                                    u"still live"_s,   u"refused?"_s,    u"refused"_s,      u"not taken"_s,
                                    u"not sent"_s,     u"proved"_s,      u"filled first"_s, u"ended"_s,
                                    u"contradicted"_s, u"acknowledged"_s};
    static_assert(std::size(names) == ticketStateCount);
    return names[static_cast<std::size_t>(state)];
}

QString eventName(TicketEvent event)
{
    static const QString names[] = {u"go"_s,        u"bar"_s,         u"nothing left"_s,  u"receipt"_s,
                                    u"refusal"_s,   u"not taken"_s,   u"ambiguous"_s,     u"pending"_s,
                                    u"open once"_s, u"open twice"_s,  u"reject marked"_s, u"cancelled"_s,
                                    u"filled"_s,    u"order ended"_s, u"gone"_s,          u"more filled"_s,
                                    u"reopened"_s,  u"asked again"_s, u"acknowledged"_s,  u"day rolled"_s,
                                    u"crashed"_s};
    static_assert(std::size(names) == ticketEventCount);
    return names[static_cast<std::size_t>(event)];
}

} // namespace cancel
