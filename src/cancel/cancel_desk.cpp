// SPDX-License-Identifier: Apache-2.0
#include "cancel/cancel_desk.h"

#include "cancel/exposure.h"
#include "cancel/intake.h"
#include "cancel/lane.h"
#include "cancel/reasons.h"
#include "cancel/reconciler.h"
#include "cancel/ticket_fold.h"
#include "cancel/ticket_record.h"
#include "cancel/ticket_store.h"
#include "cancel/transitions.h"

#include <algorithm>

namespace cancel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds heartbeat = 1s;
constexpr base::milliseconds sweepAfterClose = 5min; // R12
constexpr base::milliseconds sweepBeforeEnd = 10min;

} // namespace

CancelDesk::CancelDesk(base::Clock &clock, journal::Journal &journal, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_journal(journal)
    , m_store(std::make_unique<TicketStore>())
    , m_transitions(std::make_unique<Transitions>(
          clock, journal,
          Transitions::Listener{
              [this](const TicketPtr &ticket) { tell(ticket); },
              [this](const TicketPtr &ticket, const QString &text) { Q_EMIT alarmRaised(ticket, text); },
              [this](const base::Error &error) { Q_EMIT journalFailed(error); }}))
    , m_intake(std::make_unique<Intake>(*m_store, *m_transitions))
    , m_reconciler(std::make_unique<Reconciler>(*m_store, *m_transitions))
    , m_heartbeat(clock, [this] { keepHouse(); })
    , m_stalls(clock)
    , m_today(orders::tradingDay(clock.wall()))
{
}

CancelDesk::~CancelDesk() = default;

Lane &CancelDesk::laneOf(const QString &account)
{
    std::unique_ptr<Lane> &lane = m_lanes[account];
    if (!lane)
        lane = std::make_unique<Lane>(account, *m_store, *m_transitions,
                                      Lane::Owner{[this] { distrustAfterStall(); },
                                                  [this](const QString &batch) { return isPaused(batch); }});
    return *lane;
}

Lane *CancelDesk::laneOf(const venues::Venue &venue)
{
    const auto found = m_lanes.find(venue.account().canonical());
    return found == m_lanes.end() ? nullptr : found->second.get();
}

void CancelDesk::attach(venues::Venue &venue, orders::OrderBook &book)
{
    const QString account = venue.account().canonical();
    Lane &lane = laneOf(account);
    if (lane.venue() && lane.venue() != &venue)
        return; // a second connection to the account joins the lane that there is
    // Consent was given under an earlier sign-in.
    lane.barWaiting(reasons::changed, u"the connection has signed in anew"_s);
    lane.setVenue(&venue, &book);
    const auto &tickets = m_store->ofAccount(account);
    if (std::any_of(tickets.begin(), tickets.end(), [](const auto *each) { return each->ticket.isOpen(); })) {
        lane.askForProof();
        wakeUp();
    }
    if (std::any_of(tickets.begin(), tickets.end(), [](const auto *each) {
            return each->ticket.state == TicketState::Proved && !each->ticket.isOldDay;
        }))
        lane.noteProof();
}

void CancelDesk::holdBack(venues::Venue &venue)
{
    for (const auto &[account, lane] : m_lanes) {
        if (lane->venue() == &venue)
            lane->barWaiting(reasons::changed, u"the connection was changed"_s);
    }
}

void CancelDesk::detach(venues::Venue &venue)
{
    for (const auto &[account, lane] : m_lanes) {
        if (lane->venue() == &venue) {
            lane->barWaiting(reasons::stopped, u"the connection was closed, or signs in anew"_s);
            lane->setVenue(nullptr, nullptr);
        }
    }
}

base::Result<BatchResult> CancelDesk::ask(const std::vector<Request> &requests, const Consent &consent)
{
    if (!m_journal.isWritable() && !m_journal.reopen())
        return base::failure(base::ErrorKind::Storage,
                             u"the journal cannot be written, so nothing is sent"_s);
    const auto &known = m_store->all();
    const auto open = std::count_if(known.begin(), known.end(),
                                    [](const TrackedTicket &each) { return each.ticket.isOpen(); });
    if (const auto room = m_journal.reserve(static_cast<int>(requests.size()) + static_cast<int>(open));
        !room)
        return base::failure(room.error());
    if (m_heartbeat.isActive())
        distrustAfterStall(); // what waited before this consent, not what comes with it
    turnPageIfLong();
    auto taken = m_intake->take(requests, consent);
    if (!taken) {
        Q_EMIT journalFailed(taken.error());
        return base::failure(taken.error());
    }
    for (const QString &account : std::as_const(taken->toRead))
        laneOf(account).askForProof();
    sortByExposure(taken->fresh);
    for (TrackedTicket *each : taken->fresh)
        laneOf(each->account).enqueue(*each);
    wakeUp();
    return taken->batch;
}

void CancelDesk::sortByExposure(std::vector<TrackedTicket *> &queue)
{
    LastPrices prices;
    QSet<QString> learned;
    for (const TrackedTicket *each : queue) {
        const orders::OrderBook *book = laneOf(each->account).book();
        if (!book || !needsLastPrice(*each->ticket.asked) || learned.contains(each->account))
            continue;
        learned.insert(each->account);
        for (const orders::OrderPtr &row : book->rows())
            prices.learn(*row);
    }
    std::vector<std::pair<Exposure, TrackedTicket *>> exposed;
    for (TrackedTicket *each : queue)
        exposed.emplace_back(exposureOf(*each->ticket.asked, prices), each);
    std::stable_sort(exposed.begin(), exposed.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::transform(exposed.begin(), exposed.end(), queue.begin(),
                   [](const auto &each) { return each.second; });
}

void CancelDesk::stop(const QString &batch)
{
    for (const auto &[account, lane] : m_lanes)
        lane->barWaiting(reasons::stopped, u"stopped before it left"_s, batch);
    pause(batch, false);
}

void CancelDesk::pause(const QString &batch, bool isPaused)
{
    if (batch.isEmpty() || isPaused == m_paused.contains(batch))
        return;
    m_transitions->note(record::batchPaused(batch, isPaused));
    if (isPaused)
        m_paused.insert(batch);
    else
        m_paused.remove(batch);
    for (const auto &[account, lane] : m_lanes)
        lane->pump();
    Q_EMIT batchPaused(batch, isPaused);
}

std::vector<TicketPtr> CancelDesk::refusedOf(const QString &batch) const
{
    std::vector<TicketPtr> refused;
    for (const TrackedTicket *each : m_store->ofBatch(batch)) {
        const TicketState state = each->ticket.state;
        const bool wasRefused = state == TicketState::Refused || state == TicketState::NotTaken;
        if (wasRefused && m_store->newestOf(each->ticket.key) == each)
            refused.push_back(each->published);
    }
    return refused;
}

base::Status CancelDesk::acknowledge(const QString &id, const QString &name, const QString &reason)
{
    TrackedTicket *tracked = m_store->find(id);
    if (!tracked || !next(tracked->ticket.state, TicketEvent::PersonAcknowledged).isListed)
        return base::failure(base::ErrorKind::Usage, u"this cancel cannot be ended by hand now"_s);
    if (name.trimmed().isEmpty() || reason.trimmed().isEmpty())
        return base::failure(base::ErrorKind::Usage,
                             u"a name and a reason are needed to end a cancel by hand"_s);
    const auto step =
        m_transitions->apply(*tracked, TicketEvent::PersonAcknowledged, {}, [&](TrackedTicket &after) {
            after.ticket.acknowledgedBy = name.trimmed() + u": "_s + reason.trimmed();
        });
    if (!step)
        return base::failure(base::ErrorKind::Storage, u"the journal cannot be written"_s);
    return {};
}

void CancelDesk::askForProof()
{
    for (const auto &[account, lane] : m_lanes)
        lane->askForProof();
}

base::Status CancelDesk::restore()
{
    TicketFold fold;
    const auto read = m_journal.readPage([&fold](const journal::Row &row) {
        fold.take(row);
        return true;
    });
    if (!read)
        return read;
    std::vector<TrackedTicket *> kept;
    for (TrackedTicket &each : fold.tickets()) {
        if (isKept(each.ticket))
            kept.push_back(&m_store->add(std::move(each)));
    }
    Transitions::Together together(*m_transitions);
    for (TrackedTicket *each : kept)
        announceCrash(*each);
    if (!together.commit()) {
        for (TrackedTicket *each : kept)
            announceCrash(*each); // unwritten
    }
    m_owesTurn = !m_reconciler->turnDay(m_today);
    turnPageIfLong();
    return {};
}

// All that is open, and what was asked within a day: a clock that is set back over midnight brings yesterday
// back.
bool CancelDesk::isKept(const Ticket &ticket) const
{
    return ticket.isOpen() || (ticket.askedAt && *ticket.askedAt > m_clock.wall() - 24h);
}

// What a restart needs goes with it into the new file.
void CancelDesk::turnPageIfLong()
{
    if (!m_journal.isLong())
        return;
    std::vector<journal::Entry> carried;
    for (const TrackedTicket &each : m_store->all()) {
        const Ticket &ticket = each.ticket;
        if (isKept(ticket))
            carried.push_back(record::carried(each));
    }
    const auto turned = m_journal.turnPage(carried);
    if (!turned && turned.error().kind != base::ErrorKind::Busy)
        Q_EMIT journalFailed(turned.error());
}

void CancelDesk::tell(const TicketPtr &ticket)
{
    const auto lane = m_lanes.find(ticket->key.account);
    const bool isWatched = ticket->state == TicketState::Proved ||
                           (ticket->state == TicketState::FilledFirst && ticket->wasCorrected);
    if (isWatched && lane != m_lanes.end())
        lane->second->noteProof();
    if (ticket->isOpen() && lane != m_lanes.end())
        wakeUp(); // what was over may be open again
    Q_EMIT ticketChanged(ticket);
}

void CancelDesk::announceCrash(TrackedTicket &tracked)
{
    tracked.sent = m_clock.monotonic();
    tracked.answered = tracked.sent;
    tracked.nextSingle = tracked.sent;
    const Step step = next(tracked.ticket.state, TicketEvent::Crashed);
    const auto amend = [](TrackedTicket &after) {
        if (after.ticket.state == TicketState::NotSent) {
            after.ticket.why = reasons::crashed;
            after.ticket.detail = u"the program ended before it left"_s;
        }
    };
    const bool mayWrite = step.isListed && m_journal.isWritable();
    if (mayWrite && m_transitions->apply(tracked, TicketEvent::Crashed, {}, amend))
        return;
    // Where it cannot be written the next start comes to the same.
    tracked.ticket.state = step.next;
    if (step.isListed)
        amend(tracked);
    m_transitions->publish(tracked);
}

TicketPtr CancelDesk::ticket(const QString &id) const
{
    const TrackedTicket *found = m_store->find(id);
    return found ? found->published : nullptr;
}

TicketPtr CancelDesk::ticketOf(const orders::Order &row) const
{
    const TrackedTicket *found = m_store->newestOf(row);
    return found ? found->published : nullptr;
}

TicketPtr CancelDesk::ticketOf(const orders::OrderKey &key) const
{
    const TrackedTicket *found = m_store->newestOf(key);
    return found ? found->published : nullptr;
}

std::vector<TicketPtr> CancelDesk::tickets() const
{
    std::vector<TicketPtr> result;
    for (const TrackedTicket &each : m_store->all())
        result.push_back(each.published);
    return result;
}

std::vector<TicketPtr> CancelDesk::unresolved() const
{
    std::vector<TicketPtr> result;
    for (const TrackedTicket &each : m_store->all()) {
        if (each.ticket.isOpen() && each.ticket.state != TicketState::Queued)
            result.push_back(each.published);
    }
    return result;
}

bool CancelDesk::isBusy() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(),
                       [](const auto &lane) { return !lane.second->isIdle(); });
}

void CancelDesk::wakeUp()
{
    if (m_heartbeat.isActive())
        return;
    m_stalls.restart();
    static_cast<void>(m_stalls.takeWallStep());
    m_heartbeat.start(heartbeat);
}

void CancelDesk::distrustAfterStall()
{
    if (!m_stalls.hasStoodStill())
        return;
    m_transitions->note(record::clockNote(u"the machine slept or the program stood still"_s));
    for (const auto &[account, lane] : m_lanes)
        lane->distrustEverything();
}

// By itself a step of the wall clock changes nothing: what counts is the monotonic clock, and the trading
// day.
void CancelDesk::watchClock()
{
    if (const base::milliseconds step = m_stalls.takeWallStep(); step != 0ms)
        m_transitions->note(record::clockNote(u"the wall clock was set by %1 ms"_s.arg(step.count())));
}

void CancelDesk::keepHouse()
{
    distrustAfterStall();
    watchClock();
    if (!m_journal.isWritable() && m_journal.reopen())
        askForProof(); // what was seen meanwhile could not be written
    const std::int32_t today = orders::tradingDay(m_clock.wall());
    if (std::exchange(m_today, today) != today || (m_owesTurn && m_journal.isWritable()))
        m_owesTurn = !m_reconciler->turnDay(today);
    for (const auto &[account, lane] : m_lanes) {
        lane->keepHouse();
        sweepIfDue(*lane);
    }
    turnPageIfLong();
    if (std::exchange(m_wasBusy, isBusy()) && !m_wasBusy)
        m_journal.keepAnchor(); // a batch has ended
    const auto &tickets = m_store->all();
    if (std::any_of(tickets.begin(), tickets.end(),
                    [](const TrackedTicket &each) { return each.ticket.isOpen(); }))
        m_heartbeat.start(heartbeat);
}

void CancelDesk::sweepIfDue(Lane &lane)
{
    if (!lane.venue())
        return;
    const base::WallTime now = m_clock.wall();
    const QString account = lane.venue()->account().canonical();
    base::WallTime &last = m_swept.try_emplace(account, now).first->second;
    const auto passed = [&](std::optional<base::WallTime> due) { return due && last < *due && *due <= now; };
    const auto close = lane.venue()->closeAfter(last - sweepAfterClose);
    const auto until = lane.venue()->signedInUntil();
    if (passed(close ? std::optional(*close + sweepAfterClose) : std::nullopt) ||
        passed(until ? std::optional(*until - sweepBeforeEnd) : std::nullopt))
        lane.askForProof();
    last = now;
}

} // namespace cancel
