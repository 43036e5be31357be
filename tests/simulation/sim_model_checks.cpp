// SPDX-License-Identifier: Apache-2.0
// The model's checks of everything at once: after a restart, at the end of a day, against the journal. The
// other half of sim_model.cpp.
#include "sim_model.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using cancel::Ticket;
using cancel::TicketPtr;
using cancel::TicketState;
using orders::OrderState;

namespace {

constexpr int mostUnlisted = 12; // what changes nothing is news once, not at each read

// As a program must find a ticket that another one left behind.
TicketState afterDeath(const Ticket &ticket, bool hasDayTurned)
{
    if (ticket.state == TicketState::Queued)
        return TicketState::NotSent;
    if (ticket.state == TicketState::Sending ||
        (hasDayTurned && cancel::isOpen(ticket.state) && ticket.isOpen()))
        return TicketState::Unknown;
    return ticket.state;
}

// What came when nothing could be written is known to the program alone; the journal's word leads to the same
// after a restart.
bool isAsJournaled(const Ticket &ticket, int state)
{
    const bool isUntold = (ticket.state == TicketState::Unknown && state == int(TicketState::Sending)) ||
                          (ticket.state == TicketState::NotSent && state == int(TicketState::Queued));
    return isUntold || state == static_cast<int>(ticket.state);
}

} // namespace

void SimModel::restarted(const cancel::CancelDesk &cancels, std::int32_t today, bool couldWrite)
{
    forgetReads();
    m_owing.clear();
    for (Known &known : m_known)
        checkRestored(known, cancels.ticket(known.last->id), today, couldWrite);
    // What was asked for and not yet shown when the program died: it can only be "not sent".
    for (const TicketPtr &each : cancels.tickets()) {
        if (m_byId.contains(each->id))
            continue;
        const Known &known = take(each);
        if (each->state != TicketState::NotSent)
            fail(known, u"nobody was told of it before the program died"_s);
    }
    std::size_t owed = 0;
    for (const Known &known : m_known)
        owed += known.last->isOpen() ? 1 : 0;
    if (m_wrong.isEmpty() && cancels.unresolved().size() != owed)
        m_wrong = u"%1 tickets are unresolved after a restart, and %2 are told of"_s.arg(owed).arg(
            cancels.unresolved().size());
}

void SimModel::checkRestored(Known &known, const TicketPtr &now, std::int32_t today, bool couldWrite)
{
    const Ticket &before = *known.last;
    if (!now) {
        if (before.isOpen() || isOfToday(before, today))
            fail(known, u"was forgotten over a restart"_s);
        return;
    }
    const bool hasDayTurned = !isOfToday(before, today) && !before.isOldDay;
    const TicketState expected = afterDeath(before, hasDayTurned);
    const int order = SimMarket::numberOf(*now->asked);
    const bool owesTurn = !couldWrite && now->state == afterDeath(before, false);
    if (now->state != expected && !owesTurn)
        fail(known, u"is %1 after a restart"_s.arg(cancel::stateName(now->state)));
    if (order != known.order || now->key != before.key)
        fail(known, u"is of another order after a restart"_s);
    if (known.handOver >= 0 && now->state != TicketState::NotSent && now->writes != 1)
        fail(known, u"left, and its sending is not in the journal"_s);
    known.last = now;
    known.sent = m_clock.monotonic();
    known.refused = known.sent;
    known.ended = known.sent;
    known.owesAlarm = false;
    checkAgainstTruth(known);
}

void SimModel::checkAll(const cancel::CancelDesk &cancels)
{
    for (const Known &known : m_known) {
        const TicketPtr shown = cancels.ticket(known.last->id);
        if (!shown && !known.last->isOpen())
            continue; // of an earlier day, from before a restart
        if (shown != known.last)
            fail(known, u"changed without a word"_s);
        checkAgainstTruth(known);
    }
}

// What is still owed to a ticket when all can be seen; empty for nothing.
QString SimModel::unsettled(const Known &known, std::int32_t today) const
{
    const Ticket &ticket = *known.last;
    const SimOrder &order = m_market.order(known.order);
    if (ticket.state == TicketState::Queued || ticket.state == TicketState::Sending)
        return u"it still waits"_s;
    const bool isOfEarlierDay = ticket.askedAt && orders::tradingDay(*ticket.askedAt) < today;
    if (ticket.isOpen() && isOfEarlierDay && !ticket.isOldDay && !m_wasDaySetBack)
        return u"its day is over, and it does not say so"_s;
    if (ticket.state == TicketState::NotSent || !m_market.isVisible(order) || !isOfToday(ticket, today))
        return {};
    // A clock that was set back over midnight brings back a day that the venue's lists have left.
    if (m_wasDaySetBack && cancel::isFinal(ticket.state))
        return {};
    const auto wants = [&](TicketState state) {
        return ticket.state == state ? QString()
                                     : u"the venue shows %1"_s.arg(orders::stateName(order.state));
    };
    switch (order.state) {
    case OrderState::Cancelled:
        if (ticket.state == TicketState::Contradicted && m_market.isReplaced(known.order))
            return {}; // what took its place lives, or did
        if (ticket.state == TicketState::Proved && ticket.latest->filled < base::Decimal(order.shownFill()))
            return u"a fill is not told of"_s;
        if (ticket.state == TicketState::Proved && ticket.latest->filled > base::Decimal(order.filled))
            return u"a fill that was taken back is told of"_s;
        if (const QString owed = unnamed(known); !owed.isEmpty() && ticket.state == TicketState::Proved)
            return owed;
        if (order.hiddenFill > 0 && cancel::isFinal(ticket.state))
            return {}; // how much of it was filled only the trades tell, and they are read later
        return wants(order.isWhole() ? TicketState::FilledFirst : TicketState::Proved);
    case OrderState::Filled:
        return wants(TicketState::FilledFirst);
    case OrderState::Rejected:
    case OrderState::Expired: // lifecycle.md (b): no end of that kind corrects what a person has ended
        if (order.takenBack > 0 && ticket.state == TicketState::Proved)
            return {}; // nor a proof, where the order lived again for a moment
        return ticket.state == TicketState::Acknowledged ? QString() : wants(TicketState::Ended);
    case OrderState::BeingCancelled:
        return {};
    default:
        break;
    }
    const bool isTold = ticket.state == TicketState::StillLive || ticket.state == TicketState::Refused ||
                        ticket.state == TicketState::Acknowledged ||
                        ticket.state == TicketState::Contradicted ||
                        (m_wasDaySetBack && order.takenBack > 0) ||
                        (ticket.state == TicketState::NotTaken && ticket.isVerified);
    return isTold ? QString() : u"the order is open"_s;
}

bool SimModel::isSettled(std::int32_t today)
{
    return std::all_of(m_known.begin(), m_known.end(),
                       [&](const Known &each) { return unsettled(each, today).isEmpty(); });
}

void SimModel::demandSettled(std::int32_t today)
{
    for (const Known &known : m_known) {
        const QString owed = unsettled(known, today);
        if (!owed.isEmpty())
            fail(known, u"at the end of the day, and "_s + owed);
        if (isOfToday(*known.last, today))
            checkStatedFill(known);
    }
}

void SimModel::checkJournal(const journal::Journal &journal)
{
    struct Told
    {
        int asked = 0;
        int sendings = 0;
        int answers = 0;
        int lateAnswers = 0;
        int unlisted = 0;
        int state = -1;
    };
    QHash<QString, Told> told;
    QSet<QString> evidence; // the seqs of such rows
    QString wrong;
    const auto read = journal.read(base::WallTime{}, [&](const journal::Row &row) {
        if (row.entry.ticket.isEmpty())
            return true;
        Told &each = told[row.entry.ticket];
        const QString &kind = row.entry.kind;
        each.asked += kind == "asked"_L1 ? 1 : 0;
        each.sendings += kind == "sending"_L1 ? 1 : 0;
        const bool isLate = row.entry.detail(u"late") == "1"_L1;
        each.answers += kind == "answer"_L1 && !isLate ? 1 : 0;
        each.lateAnswers += kind == "answer"_L1 && isLate ? 1 : 0;
        each.unlisted += kind == "unlisted"_L1 ? 1 : 0;
        if (kind == "evidence"_L1)
            evidence.insert(QString::number(row.seq));
        bool isFounded = true;
        if (kind == "transition"_L1) {
            each.state = row.entry.detail(u"state").toInt();
            const auto state = static_cast<TicketState>(each.state);
            const bool isEnd = state == TicketState::Proved || state == TicketState::FilledFirst ||
                               state == TicketState::Ended;
            isFounded = !isEnd || evidence.contains(row.entry.detail(u"follows_row"));
        }
        const bool isInOrder = isFounded && each.asked == 1 && each.sendings <= 1 &&
                               each.answers <= each.sendings && each.lateAnswers <= each.sendings;
        if (!isInOrder && wrong.isEmpty())
            wrong = u"the journal's row %1 (%2) of ticket %3 is out of its place"_s.arg(row.seq).arg(
                kind, row.entry.ticket);
        return true;
    });
    if (!read)
        wrong = u"the journal cannot be read: "_s + read.error().text;
    for (const Known &known : m_known) {
        const Told &each = told[known.last->id];
        if (known.handOver >= 0 && each.sendings != 1)
            fail(known, u"left, and the journal has %1 sendings"_s.arg(each.sendings));
        if (each.unlisted > mostUnlisted)
            fail(known, u"the journal says %1 times that nothing changes"_s.arg(each.unlisted));
        if (each.asked != 1)
            fail(known, u"is not in the journal"_s);
        if (each.state >= 0 && !isAsJournaled(*known.last, each.state))
            fail(known, u"the journal ends with another state"_s);
    }
    if (m_wrong.isEmpty())
        m_wrong = wrong;
}

} // namespace simulation
