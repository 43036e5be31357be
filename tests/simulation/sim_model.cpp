// SPDX-License-Identifier: Apache-2.0
#include "sim_model.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using cancel::Ticket;
using cancel::TicketPtr;
using cancel::TicketState;
using orders::OrderState;

namespace {

bool isFilled(const SimOrder &order)
{
    return order.isWhole() && (order.state == OrderState::Filled || order.state == OrderState::Cancelled);
}

// An after-market order gets its marker when it is released.
bool isMarkedThroughout(const SimOrder &order)
{
    return std::all_of(order.revisions.begin(), order.revisions.end(),
                       [](const orders::OrderPtr &each) { return !each->marker.reference.isEmpty(); });
}

} // namespace

SimModel::SimModel(const base::Clock &clock, const SimMarket &market, Tally &tally)
    : m_clock(clock)
    , m_market(market)
    , m_tally(tally)
{
}

void SimModel::fail(const Known &known, const QString &what)
{
    if (!m_wrong.isEmpty())
        return;
    m_wrongTicket = known.last->id;
    m_wrong = u"ticket %1 of order %2 (%3): %4"_s.arg(known.last->id)
                  .arg(known.order)
                  .arg(cancel::stateName(known.last->state), what);
}

void SimModel::fail(const QString &what)
{
    if (m_wrong.isEmpty())
        m_wrong = what;
}

SimModel::Known &SimModel::take(const TicketPtr &ticket)
{
    Known *&found = m_byId[ticket->id];
    if (found) {
        found->last = ticket;
        return *found;
    }
    Known &fresh = m_known.emplace_back();
    found = &fresh;
    fresh.last = ticket;
    fresh.order = SimMarket::numberOf(*ticket->asked);
    fresh.slept = sleptSoFar();
    checkAttempt(fresh);
    m_byKey[ticket->key].push_back(&fresh);
    const auto order = static_cast<std::size_t>(fresh.order);
    if (m_byOrder.size() <= order)
        m_byOrder.resize(order + 1);
    m_byOrder[order].push_back(&fresh);
    return fresh;
}

// Beside an open ticket there is another one only where a person may try again.
void SimModel::checkAttempt(const Known &fresh)
{
    const auto order = static_cast<std::size_t>(fresh.order);
    if (order >= m_byOrder.size())
        return;
    for (const Known *before : m_byOrder[order]) {
        const TicketState state = before->last->state;
        const bool mayTryAgain = !before->last->isOpen() || state == TicketState::StillLive ||
                                 state == TicketState::NotTaken || state == TicketState::Contradicted;
        // Of the older ones a later ticket has taken the place.
        if (!mayTryAgain && before == m_byOrder[order].back())
            fail(fresh, u"a second ticket while %1 is %2"_s.arg(before->last->id, cancel::stateName(state)));
    }
}

void SimModel::ticketChanged(const TicketPtr &ticket)
{
    const Known *told = m_byId.value(ticket->id, nullptr);
    const TicketPtr before = told ? told->last : nullptr;
    const TicketState from = before ? before->state : TicketState::Queued;
    Known &known = take(ticket);
    if (ticket->state != from) {
        if (ticket->state == TicketState::Sending)
            known.sent = m_clock.monotonic();
        if (ticket->state == TicketState::RefusedUnverified)
            known.refused = m_clock.monotonic();
        checkStep(known, from);
    }
    if (before)
        checkCorrection(known, *before);
    checkAgainstTruth(known);
}

void SimModel::orderChanged(int number)
{
    watchTakenBack(number);
    if (static_cast<std::size_t>(number) >= m_byOrder.size())
        return;
    for (const Known *known : m_byOrder[static_cast<std::size_t>(number)])
        checkAgainstTruth(*known);
}

int SimModel::handOver(const orders::OrderKey &key, const orders::OrderPtr &shown)
{
    const int number = m_handOvers++;
    m_arrivalsOf.push_back(0);
    Known *sender = nullptr;
    for (Known *each : m_byKey.value(key)) {
        if (each->last->state == TicketState::Sending && each->handOver < 0)
            sender = each;
    }
    if (sender) {
        sender->handOver = number;
        checkGate(*sender, shown);
        return number;
    }
    const auto tickets = m_byKey.value(key);
    if (!tickets.empty())
        fail(*tickets.back(), u"a request left that no ticket is sending, or a second one"_s);
    else if (m_wrong.isEmpty())
        m_wrong = u"a request left for %1, of which there is no ticket"_s.arg(key.toText());
    return number;
}

bool SimModel::hasArrived(int handOver) const
{
    for (; m_arrivalsSeen < m_market.arrivals().size(); ++m_arrivalsSeen)
        ++m_arrivalsOf[static_cast<std::size_t>(m_market.arrivals()[m_arrivalsSeen].handOver)];
    return handOver >= 0 && m_arrivalsOf[static_cast<std::size_t>(handOver)] > 0;
}

void SimModel::checkAgainstTruth(const Known &known)
{
    const Ticket &ticket = *known.last;
    const SimOrder &order = m_market.order(known.order);
    switch (ticket.state) {
    case TicketState::Proved:
        if (order.state != OrderState::Cancelled && hasBeenShown(known))
            fail(known, u"and the order is %1"_s.arg(orders::stateName(order.state)));
        break;
    case TicketState::FilledFirst:
        if (!isFilled(order) && hasBeenShown(known))
            fail(known, u"and the order is %1"_s.arg(orders::stateName(order.state)));
        break;
    case TicketState::Ended:
        if (order.state != OrderState::Rejected && order.state != OrderState::Expired && hasBeenShown(known))
            fail(known, u"and the order is %1"_s.arg(orders::stateName(order.state)));
        break;
    case TicketState::Contradicted:
        // Where the marker of the end is not known, an old list looks like news: it may alarm, and not for
        // good.
        if (isMarkedThroughout(order) && order.takenBack == 0 && !m_market.isReplaced(known.order) &&
            ticket.proof != orders::listName(orders::ListKind::History) &&
            ticket.proof != orders::listName(orders::ListKind::Trades)) // which may take back a whole fill
            fail(known, u"and nothing lived again"_s);
        break;
    case TicketState::NotSent:
        if (ticket.writes != 0 || hasArrived(known.handOver))
            fail(known, u"and its request has arrived"_s);
        break;
    default:
        break;
    }
    const bool hasEnd = cancel::isFinal(ticket.state);
    if (hasEnd && ticket.proof.isEmpty())
        fail(known, u"an end without evidence"_s);
    const bool mayHaveLeft = ticket.state != TicketState::Queued && ticket.state != TicketState::NotSent;
    if (known.handOver >= 0 && mayHaveLeft && ticket.writes != 1)
        fail(known, u"left, and tells of %1 writes"_s.arg(ticket.writes));
    if (hasArrived(known.handOver) && m_arrivalsOf[static_cast<std::size_t>(known.handOver)] > 1)
        fail(known, u"arrived twice"_s);
}

int SimModel::orderOf(const QString &ticket) const
{
    const Known *known = m_byId.value(ticket, nullptr);
    return known ? known->order : -1;
}

void SimModel::countEnds()
{
    for (const Known &each : m_known) {
        const TicketState state = each.last->state;
        QString end = u"end: "_s + cancel::stateName(state);
        if (state == TicketState::NotSent)
            end += u" ("_s + each.last->why + u')';
        m_tally.count(end.toUtf8().constData());
        if (each.last->attempt > 1 && each.handOver >= 0)
            m_tally.count("another attempt left");
    }
}

} // namespace simulation
