// SPDX-License-Identifier: Apache-2.0
#include "cancel/lane.h"

#include "cancel/cancel_rules.h"
#include "cancel/evidence.h"
#include "cancel/reasons.h"
#include "cancel/ticket_record.h"

#include <algorithm>

namespace cancel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::OrderPtr;
using venues::AnswerClass;
using venues::CancelAnswer;
using venues::VenueState;

namespace {

constexpr int maxInFlight = 6; // connections to one host; more would only wait in front of them
constexpr base::milliseconds retryGate = 500ms;    // while the gate waits for a younger book
constexpr base::MonoTime askAgainForBook = 2500ms; // the read of it may have failed

// A connection that has lost its way for the moment may still send; one that has yet to show whose it is may
// not.
bool maySend(const venues::Venue &venue)
{
    return venue.state() == VenueState::SignedIn || venue.state() == VenueState::Unreachable;
}

QString expiredText()
{
    return u"it waited longer than was agreed to"_s;
}

TicketEvent eventOf(AnswerClass answer)
{
    switch (answer) {
    case AnswerClass::NotSent:
        return TicketEvent::NothingLeft;
    case AnswerClass::Receipt:
        return TicketEvent::ReceiptCame;
    case AnswerClass::NotTaken:
        return TicketEvent::NotTakenCame;
    case AnswerClass::PendingElsewhere:
        return TicketEvent::PendingElsewhere;
    case AnswerClass::Refused:
        return TicketEvent::RefusalCame;
    case AnswerClass::Unknown:
        return TicketEvent::AmbiguousCame;
    }
    Q_UNREACHABLE();
}

QLatin1StringView whyOf(const CancelAnswer &answer)
{
    switch (answer.answer) {
    case AnswerClass::NotSent:
        return reasons::noConnection;
    case AnswerClass::NotTaken:
        break;
    case AnswerClass::Refused:
        return reasons::refusedByVenue;
    case AnswerClass::Receipt:
    case AnswerClass::PendingElsewhere:
    case AnswerClass::Unknown:
        return {};
    }
    if (answer.error.kind == base::ErrorKind::Throttled)
        return reasons::throttled;
    return answer.error.kind == base::ErrorKind::NotAllowed ? reasons::notAllowed : reasons::signedOut;
}

} // namespace

Lane::Lane(QString account, TicketStore &store, Transitions &transitions, Owner owner)
    : m_account(std::move(account))
    , m_store(store)
    , m_transitions(transitions)
    , m_clock(transitions.clock())
    , m_owner(std::move(owner))
    , m_singles(m_clock)
    , m_pumpTimer(m_clock, [this] { pump(); })
    , m_proofs(
          m_clock, [this](ProofSchedule::Lists lists) { readLists(lists, net::RequestClass::Proof); },
          [this] {
              updatePolls();
              return m_venue && hasYoungTickets();
          })
    , m_trades(
          m_clock,
          [this] {
              if (m_venue)
                  m_venue->readTrades(net::RequestClass::Proof);
          },
          [this](base::WallTime time) { return m_venue ? m_venue->closeAfter(time) : std::nullopt; })
{
}

void Lane::setVenue(venues::Venue *venue, orders::OrderBook *book)
{
    if (m_venue && std::exchange(m_pollsSuspended, false))
        m_venue->suspendPolls(false);
    m_venue = venue;
    m_book = book;
    m_openListBegan.reset();
}

void Lane::enqueue(TrackedTicket &tracked)
{
    m_queue.push_back(&tracked);
    m_pumpTimer.start(0ms);
}

void Lane::pump()
{
    if (m_isPumping)
        return;
    if (!m_queue.empty())
        m_owner.beforeSending();
    barExpired();
    m_isPumping = true;
    m_nextTry.reset();
    updatePolls();
    // One segment at its limit does not hold up another: look past what has to wait. Whoever hears of a
    // ticket may stop others, so the queue can be another one after each.
    for (std::size_t i = 0; i < m_queue.size() && m_inFlight < maxInFlight;) {
        TrackedTicket *each = m_queue[i];
        if (tryToSend(*each) == Outcome::Waits)
            ++i;
        else if (i < m_queue.size() && m_queue[i] == each)
            m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(i));
        else
            std::erase(m_queue, each);
    }
    m_isPumping = false;
    if (m_nextTry)
        m_pumpTimer.start(*m_nextTry);
}

void Lane::tryAgainIn(base::milliseconds delay)
{
    m_nextTry = std::min(m_nextTry.value_or(delay), delay);
}

Lane::Outcome Lane::tryToSend(TrackedTicket &tracked)
{
    if (tracked.ticket.state != TicketState::Queued)
        return Outcome::Removed;
    if (m_clock.monotonic() > tracked.consentEnds) { // since the pump began: each commit waits for the disk
        bar(tracked, reasons::consentExpired, expiredText());
        return Outcome::Removed;
    }
    if (!m_venue || !maySend(*m_venue)) {
        bar(tracked, reasons::signedOut, u"the connection is not signed in"_s);
        return Outcome::Removed;
    }
    if (!m_transitions.journal().isWritable()) {
        bar(tracked, reasons::journal, u"the journal cannot be written"_s);
        return Outcome::Removed;
    }
    if (m_owner.isPaused(tracked.ticket.batch))
        return Outcome::Waits;
    const bool needsReading =
        tracked.readsFirst && m_openListBegan.value_or(base::MonoTime(0)) < *tracked.readsFirst;
    if (m_distrustedAt || needsReading) {
        waitForBook();
        return Outcome::Waits;
    }
    const base::WallTime now = m_clock.wall();
    const OrderPtr newest = m_book ? m_book->find(tracked.ticket.key) : nullptr;
    const GateResult gate =
        checkGate(tracked.ticket, {newest, bookAge(), m_venue->isReleaseTime(now), orders::tradingDay(now)});
    switch (gate.gate) {
    case Gate::Closed:
        bar(tracked, gate.why, gate.text);
        return Outcome::Removed;
    case Gate::AlreadyOver:
        if (newest->state == orders::OrderState::Cancelled && !m_book->knowsWhatLivesOn(*newest)) {
            waitForBook();
            return Outcome::Waits;
        }
        endByRow(tracked, newest);
        return Outcome::Removed;
    case Gate::NeedsFreshBook:
        waitForBook();
        return Outcome::Waits;
    case Gate::Open:
        break;
    }
    const base::milliseconds delay = m_venue->limiter().delay(net::RequestClass::Write, newest->exchange);
    if (delay > 0ms) {
        tryAgainIn(delay);
        return Outcome::Waits;
    }
    return send(tracked, newest);
}

void Lane::waitForBook()
{
    const base::MonoTime now = m_clock.monotonic();
    if (!m_bookAskedAt || now - *m_bookAskedAt >= askAgainForBook) {
        m_bookAskedAt = now;
        readLists(ProofSchedule::Lists::Both, net::RequestClass::Proof);
    }
    tryAgainIn(retryGate);
}

Lane::Outcome Lane::send(TrackedTicket &tracked, const OrderPtr &newest)
{
    const auto request = m_venue->prepareCancel(*newest);
    if (!request) {
        bar(tracked, reasons::unsendable, request.error().text);
        return Outcome::Removed;
    }
    TrackedTicket leaving = tracked;
    leaving.ticket.latest = newest;
    leaving.ticket.sentAt = m_clock.wall();
    leaving.ticket.filledAtSending = newest->filled;
    leaving.markerAtSending = newest->marker;
    leaving.wasCancelRejected = newest->isCancelRejected;
    journal::Entry sending = record::sending(leaving, *request);
    for (const net::WindowUse &use : m_venue->limiter().use())
        sending.details.emplace_back(u"used_in_%1_s"_s.arg(use.length.count()),
                                     u"%1 of %2"_s.arg(use.used).arg(use.limit));
    const auto step =
        m_transitions.apply(tracked, TicketEvent::Go, {std::move(sending)}, [&](TrackedTicket &after) {
            after = leaving;
            after.ticket.state = TicketState::Sending;
            after.ticket.writes = 1;
            after.sent = m_clock.monotonic();
            m_singles.begin(after);
        });
    if (!step || step->action != Action::Write) {
        // The intent is not on disk: nothing may leave, and the ticket cannot even be told so there.
        barUnwritten(tracked, u"the journal cannot be written"_s);
        return Outcome::Removed;
    }
    ++m_inFlight;
    venues::CancelExchange *exchange = m_venue->sendCancel(*request, this);
    connect(exchange, &venues::CancelExchange::answered, this, [this, &tracked](const CancelAnswer &answer) {
        --m_inFlight;
        takeAnswer(tracked, answer);
    });
    connect(exchange, &venues::CancelExchange::answeredLate, this,
            [this, &tracked](const CancelAnswer &answer) { takeAnswer(tracked, answer); });
    return Outcome::Sent;
}

void Lane::endByRow(TrackedTicket &tracked, const OrderPtr &row)
{
    const Sighting sighting{m_book->shownBy(row->key), m_openListBegan.value_or(base::MonoTime(0))};
    for (const TicketEvent event : judge(tracked, *row, sighting))
        applyEvidence(m_transitions, tracked, event, {row, sighting, {}}, *m_book);
    if (tracked.ticket.state == TicketState::Queued) // an end that was taken back, or the journal has failed
        bar(tracked, reasons::changed, u"the book does not show how the order stands"_s);
}

void Lane::takeAnswer(TrackedTicket &tracked, const CancelAnswer &answer)
{
    const auto step = m_transitions.apply(
        tracked, eventOf(answer.answer), {record::answer(tracked, answer)}, [&](TrackedTicket &after) {
            Ticket &ticket = after.ticket;
            after.answered = m_clock.monotonic();
            ticket.why = whyOf(answer);
            ticket.detail = answer.error.text;
            ticket.venueMessage = answer.venueMessage;
            ticket.venueCode = answer.venueCode;
            if (answer.answer == AnswerClass::NotSent)
                ticket.writes = 0;
            if (answer.answer == AnswerClass::Receipt || answer.answer == AnswerClass::PendingElsewhere)
                ticket.receiptAt = answer.endedAt;
        });
    if (step && !step->isListed && answer.answer == AnswerClass::Receipt) {
        // The book was faster than the answer; the strip shows both.
        tracked.ticket.receiptAt = answer.endedAt;
        m_transitions.publish(tracked);
    }
    if (!step && tracked.ticket.state == TicketState::Sending) {
        // The answer is not on disk, so a restart would know nothing of it either: unknown, here as there.
        tracked.ticket.state = TicketState::Unknown;
        m_transitions.publish(tracked);
    }
    // Signed out or not allowed: the others would fare the same; how it is now a late answer does not say.
    // After "too many requests" the limiter holds them.
    const bool isShut = !answer.isLate && answer.answer == AnswerClass::NotTaken &&
                        answer.error.kind != base::ErrorKind::Throttled;
    if (isShut)
        barWaiting(whyOf(answer), answer.error.text);
    if (answer.isOrderUnknown && m_venue)
        m_venue->readOrder(tracked.ticket.latest, net::RequestClass::Proof);
    if (answer.isLate)
        readLists(ProofSchedule::Lists::Both,
                  net::RequestClass::Proof); // it may be too old for the proof pace
    m_proofs.restart();
    m_pumpTimer.start(0ms);
}

void Lane::bar(TrackedTicket &tracked, QLatin1StringView why, const QString &text)
{
    const auto step = m_transitions.apply(tracked, TicketEvent::Bar, {}, [&](TrackedTicket &after) {
        after.ticket.why = why;
        after.ticket.detail = text;
    });
    if (!step)
        barUnwritten(tracked, text);
}

// The disk does not take it; the next start comes to the same.
void Lane::barUnwritten(TrackedTicket &tracked, const QString &text)
{
    tracked.ticket.state = TicketState::NotSent;
    tracked.ticket.why = reasons::journal;
    tracked.ticket.detail = text;
    m_transitions.publish(tracked);
}

void Lane::barWaiting(QLatin1StringView why, const QString &text, const QString &batch)
{
    barWhere(why, text,
             [&](const TrackedTicket &each) { return batch.isEmpty() || each.ticket.batch == batch; });
}

void Lane::barExpired()
{
    const auto isExpired = [this](const TrackedTicket &each) {
        return m_clock.monotonic() > each.consentEnds;
    };
    if (std::any_of(m_queue.begin(), m_queue.end(), [&](const auto *each) { return isExpired(*each); }))
        barWhere(reasons::consentExpired, expiredText(), isExpired);
}

void Lane::barWhere(QLatin1StringView why, const QString &text,
                    const std::function<bool(const TrackedTicket &)> &isBarred)
{
    const auto waiting = std::exchange(m_queue, {});
    std::vector<TrackedTicket *> barred;
    for (TrackedTicket *each : waiting) {
        if (!isBarred(*each))
            m_queue.push_back(each);
        else if (each->ticket.state == TicketState::Queued)
            barred.push_back(each);
    }
    Transitions::Together together(m_transitions);
    for (TrackedTicket *each : barred)
        bar(*each, why, text);
    if (!together.commit()) {
        for (TrackedTicket *each : barred)
            barUnwritten(*each, text);
    }
    if (m_isPumping)
        tryAgainIn(0ms); // the pump has lost its place in the queue
    updatePolls();
}

void Lane::keepHouse()
{
    const bool isShut = !m_queue.empty() && (!m_venue || !maySend(*m_venue)); // even where a batch is paused
    if (isShut || std::any_of(m_queue.begin(), m_queue.end(), [this](const TrackedTicket *each) {
            return m_clock.monotonic() > each->consentEnds;
        }))
        pump();
    askForSingles();
    updatePolls();
}

void Lane::distrustEverything()
{
    m_distrustedAt = m_clock.monotonic();
    barWaiting(reasons::slept, u"the machine slept or stood still: the orders may have changed"_s);
    for (TrackedTicket *each : m_store.ofAccount(m_account)) {
        if (each->ticket.state == TicketState::Sending)
            m_transitions.apply(*each, TicketEvent::AmbiguousCame);
    }
    askForProof();
}

void Lane::updatePolls()
{
    const bool isSending = std::any_of(m_queue.begin(), m_queue.end(), [this](const TrackedTicket *each) {
        return !m_owner.isPaused(each->ticket.batch);
    });
    const bool suspend = isSending || m_inFlight > 0 || hasYoungTickets();
    if (m_venue && suspend != m_pollsSuspended) {
        m_pollsSuspended = suspend;
        m_venue->suspendPolls(suspend);
    }
}

} // namespace cancel
