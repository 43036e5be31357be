// SPDX-License-Identifier: Apache-2.0
#include "cancel/transitions.h"

#include "cancel/reasons.h"
#include "cancel/ticket_record.h"

namespace cancel {

using namespace Qt::StringLiterals;

namespace {

bool isEnd(TicketState state)
{
    return !isOpen(state);
}

QString fillText(const Ticket &before, const orders::Order &row)
{
    const base::Decimal more = row.filled.minus(before.latest->filled);
    if (more.isNegative())
        return u"a fill of %1 was taken back: filled %2 now"_s.arg(base::Decimal(0).minus(more).toText(),
                                                                   row.filled.toText());
    return isOpen(before.state) ? u"filled %1 more while cancelling"_s.arg(more.toText())
                                : u"filled %1 more after its cancel was over"_s.arg(more.toText());
}

QString orderWords(const Ticket &ticket)
{
    const orders::Order &row = *ticket.latest;
    return u"%1 %2 at %3"_s.arg(row.sideText, row.symbol, ticket.connection);
}

} // namespace

Transitions::Transitions(base::Clock &clock, journal::Journal &journal, Listener listener)
    : m_clock(clock)
    , m_journal(journal)
    , m_listener(std::move(listener))
{
}

std::optional<Step> Transitions::apply(TrackedTicket &tracked, TicketEvent event,
                                       std::vector<journal::Entry> causes, const Amend &amend,
                                       std::optional<TicketEvent> then)
{
    Step step = next(tracked.ticket.state, event);
    if (!step.isListed) {
        causes.push_back(record::unlisted(tracked, event));
        return write(causes) ? std::optional(step) : std::nullopt;
    }

    TrackedTicket after = tracked;
    after.ticket.state = step.next;
    if (amend)
        amend(after);
    if (isEnd(step.next) && !after.ticket.endedAt)
        after.ticket.endedAt = m_clock.wall();
    if (!isOpen(tracked.ticket.state) && step.action == Action::Alarm)
        after.ticket.wasCorrected = true;

    const auto addTransition = [&, reasons = static_cast<int>(causes.size())](TicketState from) {
        causes.push_back(record::transition(after, from, event));
        if (reasons > 0)
            causes.back().followsBack = static_cast<int>(causes.size()) - reasons;
    };
    addTransition(tracked.ticket.state);
    if (then) {
        event = *then;
        const TicketState from = std::exchange(after.ticket.state, next(step.next, event).next);
        step = next(from, event);
        addTransition(from);
    }
    const QString alarm = step.action == Action::Alarm ? alarmText(tracked, after, event) : QString();
    if (!alarm.isEmpty())
        causes.push_back(record::alarm(after, alarm));
    if (!write(causes))
        return std::nullopt;
    keepAsItWas(tracked);
    tracked = std::move(after);
    publish(tracked);
    raise(tracked, alarm);
    return step;
}

bool Transitions::alarm(TrackedTicket &tracked, const journal::Entry &cause, const QString &text)
{
    const QString words = orderWords(tracked.ticket) + u": "_s + text;
    const journal::Entry entries[] = {cause, record::alarm(tracked, words)};
    if (!write(entries))
        return false;
    keepAsItWas(tracked);
    raise(tracked, words);
    return true;
}

bool Transitions::note(const journal::Entry &entry)
{
    return write({&entry, 1});
}

bool Transitions::note(TrackedTicket &tracked, const journal::Entry &entry)
{
    if (!note(entry))
        return false;
    keepAsItWas(tracked);
    return true;
}

bool Transitions::write(std::span<const journal::Entry> entries)
{
    if (m_isTogether && m_journal.isWritable()) {
        m_entries.insert(m_entries.end(), entries.begin(), entries.end());
        return true;
    }
    const auto written = m_journal.appendAll(entries);
    if (!written)
        m_listener.journalFailed(written.error());
    return written.has_value();
}

void Transitions::keepAsItWas(TrackedTicket &tracked)
{
    if (m_isTogether)
        m_changes.push_back({&tracked, tracked, {}});
}

void Transitions::raise(TrackedTicket &tracked, const QString &alarm)
{
    if (alarm.isEmpty())
        return;
    if (m_isTogether)
        m_changes.push_back({&tracked, {}, alarm});
    else
        m_listener.alarm(tracked.published, alarm);
}

Transitions::Together::Together(Transitions &transitions)
    : m_transitions(&transitions)
{
    transitions.m_isTogether = true;
}

Transitions::Together::~Together()
{
    commit();
}

bool Transitions::Together::commit()
{
    Transitions *const all = std::exchange(m_transitions, nullptr);
    if (!all)
        return true;
    all->m_isTogether = false;
    const auto entries = std::exchange(all->m_entries, {});
    auto changes = std::exchange(all->m_changes, {});
    if (!entries.empty() && !all->write(entries)) {
        for (auto each = changes.rbegin(); each != changes.rend(); ++each) {
            if (each->before)
                *each->tracked = std::move(*each->before);
        }
        return false;
    }
    for (const Change &each : changes) {
        if (!each.alarm.isEmpty())
            all->raise(*each.tracked, each.alarm);
        else if (!each.before)
            all->publish(*each.tracked);
    }
    return true;
}

void Transitions::publish(TrackedTicket &tracked)
{
    if (m_isTogether) {
        m_changes.push_back({&tracked, {}, {}});
        return;
    }
    tracked.published = std::make_shared<const Ticket>(tracked.ticket);
    m_listener.changed(tracked.published);
}

QString Transitions::alarmText(const TrackedTicket &before, const TrackedTicket &after,
                               TicketEvent event) const
{
    const orders::Order &row = *after.ticket.latest;
    const QString order = orderWords(after.ticket);
    const std::vector<orders::OrderPtr> successors = after.ticket.liveSuccessors();
    switch (event) {
    case TicketEvent::OpenTwice:
        return u"%1: the cancel has left, and the book still shows the order open"_s.arg(order);
    case TicketEvent::Reopened:
        return successors.empty()
                   ? u"%1: it was over and is open again"_s.arg(order)
                   : u"%1: order %2 took its place and is live"_s.arg(order, successors.front()->orderId);
    case TicketEvent::MoreFilled:
    case TicketEvent::Filled:
        return u"%1: %2"_s.arg(order, fillText(before.ticket, row));
    default:
        return u"%1: its end was corrected to \"%2\""_s.arg(order, stateName(after.ticket.state));
    }
}

} // namespace cancel
