// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/cancel_words.h"

#include "cancel/reasons.h"
#include "orders/listing.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;
using cancel::Ticket;
using cancel::TicketState;

namespace {

struct CancelWords
{
    Q_DECLARE_TR_FUNCTIONS(CancelWords)
};

/// "“Order is being modified” (16044)"
QString venueWords(const Ticket &ticket)
{
    QString text = quoted(ticket.venueMessage);
    if (!ticket.venueCode.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + u"(%1)"_s.arg(ticket.venueCode);
    return text;
}

/// `words`, and behind them what the venue said, which may be long.
QString withVenue(const Ticket &ticket, const QString &words)
{
    const QString said = venueWords(ticket);
    return said.isEmpty() ? words : u"%1 · %2"_s.arg(words, said);
}

QString proofWords(const QString &proof)
{
    using orders::ListKind;
    using orders::listName;
    if (proof == listName(ListKind::Pending) || proof == listName(ListKind::Open))
        return CancelWords::tr("the list of open orders");
    if (proof == listName(ListKind::Completed))
        return CancelWords::tr("the completed list");
    if (proof == listName(ListKind::History))
        return CancelWords::tr("the order's history");
    if (proof == listName(ListKind::Single))
        return CancelWords::tr("the order's status");
    if (proof == listName(ListKind::Event))
        return CancelWords::tr("the broker's message");
    if (proof == listName(ListKind::Trades))
        return CancelWords::tr("the list of trades");
    return proof;
}

QString provedWords(const Ticket &ticket)
{
    QString text = ticket.proof.isEmpty()
                       ? CancelWords::tr("Proved cancelled")
                       : CancelWords::tr("Proved cancelled by %1").arg(proofWords(ticket.proof));
    const orders::Order &row = *ticket.latest;
    if (row.filled.isNumber() && !row.filled.isZero())
        text += u" · "_s +
                CancelWords::tr("%1 of %2 filled").arg(numberText(row.filled), numberText(row.quantity));
    if (!ticket.liveLegs.empty())
        text += u" · "_s +
                CancelWords::tr("%n leg(s) still alive", nullptr, static_cast<int>(ticket.liveLegs.size()));
    for (const orders::OrderPtr &each : ticket.liveLinks)
        text += u" · "_s + CancelWords::tr("the other of its pair, %1, is live").arg(each->orderId);
    if (ticket.why == cancel::reasons::byWhomUnknown)
        text += u" · "_s + CancelWords::tr("by whom is not known: the broker had refused it before");
    return text;
}

QString reopenedWords(const Ticket &ticket)
{
    const std::vector<orders::OrderPtr> successors = ticket.liveSuccessors();
    return successors.empty() ? CancelWords::tr("It was over and is open again")
                              : CancelWords::tr("NOT CANCELLED: order %1 took its place and is live")
                                    .arg(successors.front()->orderId);
}

QString openWords(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Queued:
        return CancelWords::tr("Waiting for its turn");
    case TicketState::Sending:
        return CancelWords::tr("No answer yet · may still fill");
    case TicketState::Receipt:
        return withVenue(ticket, CancelWords::tr("Taken, the book still shows it open"));
    case TicketState::Unknown:
        return ticket.isGone
                   ? withVenue(ticket, CancelWords::tr("Unknown: no list shows it · ask the broker"))
                   : withVenue(ticket, CancelWords::tr("Unknown, asking the book · may still fill"));
    case TicketState::StillLive:
        return withVenue(ticket, CancelWords::tr("STILL LIVE: the book goes on showing it open"));
    case TicketState::RefusedUnverified:
        return withVenue(ticket, CancelWords::tr("Refused, reading the book"));
    case TicketState::NotTaken:
        return CancelWords::tr("Not taken: %1 · the order is live").arg(reasonWords(ticket.why));
    default:
        return reopenedWords(ticket);
    }
}

QString endWords(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Refused:
        return CancelWords::tr("Refused: %1 · the order is live")
            .arg(venueWords(ticket).isEmpty() ? reasonWords(ticket.why) : venueWords(ticket));
    case TicketState::NotSent:
        return CancelWords::tr("Not sent: %1").arg(reasonWords(ticket.why));
    case TicketState::Proved:
        return provedWords(ticket);
    case TicketState::FilledFirst:
        return CancelWords::tr("Filled first: %1 of %2")
            .arg(numberText(ticket.latest->filled), numberText(ticket.latest->quantity));
    case TicketState::Ended:
        return CancelWords::tr("Ended by itself: %1").arg(reasonWords(ticket.why));
    default:
        return CancelWords::tr("Not proved, acknowledged by %1").arg(ticket.acknowledgedBy);
    }
}

} // namespace

QString effectTitle(orders::Effect effect)
{
    switch (effect) {
    case orders::Effect::Cancel:
        return CancelWords::tr("Cancel");
    case orders::Effect::CancelWithLegs:
        return CancelWords::tr("Cancel entry and its legs");
    case orders::Effect::Unknown:
        return CancelWords::tr("Effect unknown");
    case orders::Effect::MayTrade:
        return CancelWords::tr("MAY TRADE");
    }
    return {};
}

QString effectCount(orders::Effect effect, int count)
{
    switch (effect) {
    case orders::Effect::Cancel:
        return CancelWords::tr("%n cancel", "orders in the button", count);
    case orders::Effect::CancelWithLegs:
        return CancelWords::tr("%n entry(s) with legs", nullptr, count);
    case orders::Effect::Unknown:
        return CancelWords::tr("%n effect(s) unknown", nullptr, count);
    case orders::Effect::MayTrade:
        return CancelWords::tr("%n MAY TRADE", nullptr, count);
    }
    return {};
}

QString ticketWords(const Ticket &ticket)
{
    QString text = ticket.isOpen() ? openWords(ticket) : endWords(ticket);
    if (ticket.filledMeanwhile.isNumber() && !ticket.filledMeanwhile.isZero() && ticket.isOpen())
        text +=
            u" · "_s + CancelWords::tr("%1 filled while cancelling").arg(numberText(ticket.filledMeanwhile));
    if (ticket.wasCorrected)
        text += u" · "_s + CancelWords::tr("corrected by later evidence");
    return text;
}

Tone ticketTone(TicketState state)
{
    switch (state) {
    case TicketState::Proved:
        return Tone::Proved;
    case TicketState::Queued:
        return Tone::Dim;
    case TicketState::Sending:
    case TicketState::Receipt:
    case TicketState::Unknown:
    case TicketState::RefusedUnverified:
        return Tone::Waiting;
    case TicketState::StillLive:
    case TicketState::Refused:
    case TicketState::NotTaken:
    case TicketState::NotSent:
    case TicketState::FilledFirst:
    case TicketState::Contradicted:
        return Tone::Refused;
    case TicketState::Ended:
    case TicketState::Acknowledged:
        return Tone::Plain;
    }
    return Tone::Plain;
}

QString ticketStateTitle(TicketState state)
{
    switch (state) {
    case TicketState::Queued:
        return CancelWords::tr("Queued");
    case TicketState::Sending:
        return CancelWords::tr("Cancel sent, may still fill");
    case TicketState::Receipt:
        return CancelWords::tr("Receipt, not proved");
    case TicketState::Unknown:
        return CancelWords::tr("Unknown");
    case TicketState::StillLive:
        return CancelWords::tr("Still live");
    case TicketState::RefusedUnverified:
        return CancelWords::tr("Refused, being verified");
    case TicketState::Refused:
        return CancelWords::tr("Cancel refused, still open");
    case TicketState::NotTaken:
        return CancelWords::tr("Not taken");
    case TicketState::NotSent:
        return CancelWords::tr("Not sent");
    case TicketState::Proved:
        return CancelWords::tr("Proved cancelled");
    case TicketState::FilledFirst:
        return CancelWords::tr("Filled first");
    case TicketState::Ended:
        return CancelWords::tr("Ended by itself");
    case TicketState::Contradicted:
        return CancelWords::tr("Open again");
    case TicketState::Acknowledged:
        return CancelWords::tr("Acknowledged, not proved");
    }
    return {};
}

QString reasonWords(const QString &why)
{
    namespace reasons = cancel::reasons;
    if (why == reasons::signedOut)
        return CancelWords::tr("signed out");
    if (why == reasons::throttled)
        return CancelWords::tr("too many requests");
    if (why == reasons::notAllowed)
        return CancelWords::tr("not allowed by the broker");
    if (why == reasons::changed)
        return CancelWords::tr("the order changed meanwhile");
    if (why == reasons::consentExpired)
        return CancelWords::tr("your go-ahead is too old");
    if (why == reasons::stopped)
        return CancelWords::tr("stopped");
    if (why == reasons::journal)
        return CancelWords::tr("the journal cannot be written");
    if (why == reasons::budget)
        return CancelWords::tr("no requests left");
    if (why == reasons::noConnection)
        return CancelWords::tr("no connection");
    if (why == reasons::unsendable)
        return CancelWords::tr("the broker's row lacks what the request needs");
    if (why == reasons::crashed)
        return CancelWords::tr("Pullcord was interrupted");
    if (why == reasons::dayRolled)
        return CancelWords::tr("the trading day is over");
    if (why == reasons::slept)
        return CancelWords::tr("the computer slept");
    if (why == reasons::orderRejected)
        return CancelWords::tr("the order was rejected");
    if (why == reasons::orderExpired)
        return CancelWords::tr("the order expired");
    if (why == reasons::refusedByVenue)
        return CancelWords::tr("refused by the broker");
    if (why == reasons::cancelRejected)
        return CancelWords::tr("the exchange rejected the cancel");
    if (why == reasons::timedOut)
        return CancelWords::tr("no proof in time");
    return why;
}

QString obstacleWords(const desk::PlannedCancel &planned)
{
    if (planned.joinsTicket)
        return CancelWords::tr("a cancel of it is on its way already");
    if (planned.obstacleWord == "final"_L1)
        return CancelWords::tr("it is over: %1").arg(planned.row->venueStatus);
    if (planned.obstacleWord == "being_cancelled"_L1)
        return CancelWords::tr("it is being cancelled already");
    if (planned.obstacleWord == "unsendable"_L1)
        return reasonWords(cancel::reasons::unsendable);
    return planned.obstacle;
}

CancelStep stepOf(TicketState state)
{
    switch (state) {
    case TicketState::Queued:
        return CancelStep::Queued;
    case TicketState::Sending:
        return CancelStep::Sent;
    case TicketState::Receipt:
        return CancelStep::Receipt;
    case TicketState::Unknown:
        return CancelStep::Unknown;
    case TicketState::StillLive:
        return CancelStep::StillLive;
    case TicketState::RefusedUnverified:
        return CancelStep::Refusal;
    case TicketState::Refused:
        return CancelStep::Refused;
    case TicketState::NotTaken:
        return CancelStep::NotTaken;
    case TicketState::NotSent:
        return CancelStep::NotSent;
    case TicketState::Proved:
        return CancelStep::Proved;
    case TicketState::FilledFirst:
        return CancelStep::FilledFirst;
    case TicketState::Ended:
        return CancelStep::Ended;
    case TicketState::Contradicted:
        return CancelStep::Contradicted;
    case TicketState::Acknowledged:
        return CancelStep::Acknowledged;
    }
    return CancelStep::None;
}

} // namespace ui
