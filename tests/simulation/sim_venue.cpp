// SPDX-License-Identifier: Apache-2.0
#include "sim_venue.h"

#include <QPointer>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::ListKind;
using orders::OrderPtr;
using venues::CancelAnswer;
using venues::CancelExchange;
using venues::VenueState;

namespace {

constexpr base::milliseconds india = 5h + 30min;
constexpr base::milliseconds day = 24h;
constexpr base::milliseconds marketClose = 15h + 30min;
constexpr int completedPolls = 4; // every so many polls the list of what is done is read too

base::milliseconds timeOfDay(base::WallTime time)
{
    return (time.time_since_epoch() + india) % day;
}

} // namespace

SimVenue::SimVenue(base::Clock &clock, venues::ConnectionProfile profile, const DayPlan &plan, Agenda &agenda,
                   Dice &dice, SimBroker &broker, Watcher &watcher)
    : m_clock(clock)
    , m_profile(std::move(profile))
    , m_plan(plan)
    , m_agenda(agenda)
    , m_dice(dice)
    , m_broker(broker)
    , m_watcher(watcher)
    , m_limiter(clock, plan.limits, u"SIM"_s, nullptr)
    , m_poll(clock, [this] { pollWhenDue(); })
{
}

orders::Account SimVenue::account() const
{
    return {orders::Environment::Practice, u"tradelab"_s, u"127.0.0.1:1"_s, {}, u"SIM"_s};
}

net::RateLimiter &SimVenue::limiter()
{
    m_watcher.moment();
    return m_limiter;
}

bool SimVenue::isShut() const
{
    return m_state == VenueState::Idle || m_state == VenueState::SigningIn ||
           m_state == VenueState::SignedOut;
}

void SimVenue::become(VenueState state)
{
    if (m_state == state || m_watcher.isDead())
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void SimVenue::noteError(base::ErrorKind kind)
{
    if (kind == base::ErrorKind::SignedOut)
        become(VenueState::SignedOut);
    else if (kind == base::ErrorKind::Network && m_state == VenueState::SignedIn)
        become(VenueState::Unreachable);
}

void SimVenue::signIn(const base::Secret &)
{
    dropReads();
    const int number = ++m_signIns;
    become(VenueState::SigningIn);
    m_agenda.in(m_dice.time(1, 300), [self = QPointer(this), number] {
        if (!self || self->m_watcher.isDead() || self->m_signIns != number)
            return;
        self->m_broker.signIn(self->m_plan.signInLasts);
        if (self->m_plan.signInLasts > 0ms)
            self->m_until = self->m_clock.wall() + self->m_plan.signInLasts;
        self->become(VenueState::SignedIn);
        for (const ListKind kind : self->lists())
            self->readList(kind, net::RequestClass::Refresh);
    });
}

// What was read before stays what the next reading is compared with.
void SimVenue::dropReads()
{
    for (auto &[kind, reader] : m_readers)
        reader = {reader.before, {}, {}, reader.turn + 1, false};
}

void SimVenue::stop()
{
    ++m_signIns;
    dropReads();
    m_poll.stop();
    become(VenueState::Idle);
}

// As soon as the account's windows let a read of that class go.
void SimVenue::whenAllowed(net::RequestClass why, std::function<void()> what)
{
    const base::milliseconds delay = m_limiter.delay(why);
    if (delay <= 0ms)
        return what();
    m_agenda.in(delay, [self = QPointer(this), why, number = m_signIns, what = std::move(what)] {
        if (self && self->m_signIns == number)
            self->whenAllowed(why, what);
    });
}

void SimVenue::readList(ListKind kind, net::RequestClass why)
{
    m_watcher.moment();
    if (isShut() || m_watcher.isDead())
        return;
    m_watcher.askedForList(kind, why);
    Reader &reader = m_readers[kind];
    if (reader.hasLeft) {
        reader.next = std::min(reader.next.value_or(why), why);
        return;
    }
    // One that waits for its turn serves a less urgent asker too, and gives way to a more urgent one.
    if (reader.waitsAs && why >= *reader.waitsAs)
        return;
    reader.waitsAs = why;
    const int turn = ++reader.turn;
    whenAllowed(why, [this, kind, turn] {
        if (m_readers[kind].turn != turn)
            return;
        m_limiter.take(*m_readers[kind].waitsAs);
        askForList(kind);
    });
}

void SimVenue::askForList(ListKind kind)
{
    m_readers[kind].hasLeft = true;
    m_readers[kind].waitsAs.reset();
    m_broker.takeList(kind, [self = QPointer(this), kind, number = m_signIns,
                             began = m_clock.monotonic()](const ListAnswer &answer) {
        if (self && !self->m_watcher.isDead() && self->m_signIns == number)
            self->takeList(kind, began, answer);
    });
}

void SimVenue::takeList(ListKind kind, base::MonoTime began, const ListAnswer &answer)
{
    Reader &reader = m_readers[kind];
    reader.hasLeft = false;
    const auto next = std::exchange(reader.next, std::nullopt);
    const int number = m_signIns;
    if (answer.error) {
        noteError(answer.error->kind);
        Q_EMIT listFailed(kind, *answer.error);
    } else {
        if (m_state == VenueState::Unreachable)
            become(VenueState::SignedIn);
        auto listing = std::make_shared<orders::Listing>();
        listing->kind = kind;
        listing->account = account().canonical();
        listing->rows = answer.rows;
        listing->began = began;
        listing->ended = m_clock.monotonic();
        listing->endedAt = m_clock.wall();
        orders::finishListing(*listing);
        const orders::ListingDelta delta = orders::compareListings(reader.before, *listing);
        reader.before = listing;
        Q_EMIT listRead({listing, delta});
        if (kind == ListKind::Pending && !delta.vanished.empty() && m_signIns == number)
            readList(ListKind::Completed, net::RequestClass::Poll);
    }
    if (next && m_signIns == number)
        readList(kind, *next);
}

void SimVenue::readOrder(const OrderPtr &order, net::RequestClass why)
{
    m_watcher.moment();
    if (isShut() || m_watcher.isDead())
        return;
    whenAllowed(why, [this, order, why] {
        m_limiter.take(why);
        m_broker.takeOrder(order, m_plan.hasSingles,
                           [self = QPointer(this), order, number = m_signIns,
                            began = m_clock.monotonic()](const ListAnswer &answer) {
                               if (self && !self->m_watcher.isDead() && self->m_signIns == number)
                                   self->takeOrder(order, began, answer);
                           });
    });
}

void SimVenue::takeOrder(const OrderPtr &order, base::MonoTime began, const ListAnswer &answer)
{
    if (answer.error) {
        Q_EMIT orderReadFailed(order->key, *answer.error);
        return;
    }
    const ListKind kind = m_plan.hasSingles ? ListKind::Single : ListKind::History;
    Q_EMIT orderRead({order->key, answer.rows.empty(), answer.rows, began, m_clock.monotonic(), kind});
}

void SimVenue::readTrades(net::RequestClass why)
{
    m_watcher.moment();
    if (isShut() || m_watcher.isDead())
        return;
    whenAllowed(why, [this, why] {
        m_limiter.take(why);
        m_broker.takeTrades(
            [self = QPointer(this), number = m_signIns, began = m_clock.monotonic()](TradesAnswer answer) {
                if (self && !self->m_watcher.isDead() && self->m_signIns == number && !answer.hasFailed)
                    self->takeTrades(began, std::move(answer));
            });
    });
}

void SimVenue::takeTrades(base::MonoTime began, TradesAnswer answer)
{
    orders::TradeList list;
    list.account = account().canonical();
    list.trades = std::move(answer.trades);
    list.began = began;
    list.ended = m_clock.monotonic();
    Q_EMIT tradesRead(list);
}

void SimVenue::setPolling(bool on)
{
    m_isPolling = on;
    if (on)
        m_poll.start(pollEvery());
    else
        m_poll.stop();
}

void SimVenue::suspendPolls(bool suspended)
{
    m_limiter.setBatchRunning(suspended);
    m_isSuspended = suspended;
}

void SimVenue::pollWhenDue()
{
    m_poll.start(pollEvery());
    if (m_isSuspended)
        return;
    readList(ListKind::Pending, net::RequestClass::Poll);
    if (++m_polls % completedPolls == 0)
        readList(ListKind::Completed, net::RequestClass::Poll);
}

base::WallTime SimVenue::nextClose(base::WallTime now)
{
    const base::WallTime midnight = now - timeOfDay(now);
    return timeOfDay(now) <= marketClose ? midnight + marketClose : midnight + day + marketClose;
}

bool SimVenue::isReleaseTime(base::WallTime now) const
{
    return timeOfDay(now) >= 8h + 45min && timeOfDay(now) <= 9h + 20min;
}

base::Result<venues::CancelRequest> SimVenue::prepareCancel(const orders::Order &order) const
{
    m_watcher.moment();
    const bool isBareLeg = !order.leg.isEmpty() && order.exchangeOrderId.isEmpty();
    if (isBareLeg)
        return base::failure(base::ErrorKind::Usage, u"there is no exchange order id"_s);
    venues::CancelRequest request;
    request.key = order.key;
    request.segment = order.exchange;
    request.method = u"DELETE"_s;
    request.host = u"127.0.0.1"_s;
    request.path = u"/orders/"_s + order.orderId;
    request.query = u"exchange_id="_s + order.exchangeOrderId;
    request.authHeaders = QStringList{u"Authorization"_s};
    return request;
}

CancelExchange *SimVenue::sendCancel(const venues::CancelRequest &request, QObject *owner)
{
    m_watcher.moment();
    m_limiter.take(net::RequestClass::Write, request.segment);
    auto *exchange = new CancelExchange(owner);
    if (m_watcher.isDead())
        return exchange;
    const int number = m_watcher.handOver(*this, request);
    // The answer finds its way though the connection may have been closed meanwhile.
    m_broker.takeCancel(number, request, request.query.section(u'=', 1),
                        [self = QPointer(this), exchange = QPointer(exchange), &clock = m_clock,
                         &watcher = m_watcher, line = m_signIns](CancelAnswer answer) {
                            if (!exchange || watcher.isDead())
                                return;
                            const bool isOfThisLine = self && self->m_signIns == line && !self->isShut();
                            if (answer.isLate && !isOfThisLine)
                                return exchange->deleteLater();
                            answer.ended = clock.monotonic();
                            answer.endedAt = clock.wall();
                            if (self)
                                self->takeAnswer(answer);
                            if (answer.isLate)
                                Q_EMIT exchange->answeredLate(answer);
                            else
                                Q_EMIT exchange->answered(answer);
                            // A line that is kept open may bring a late answer.
                            if (exchange && (answer.isLate || !self || !self->m_plan.speaks))
                                exchange->deleteLater();
                        });
    m_watcher.moment();
    return exchange;
}

void SimVenue::takeAnswer(const CancelAnswer &answer)
{
    if (answer.answer != venues::AnswerClass::NotTaken)
        return;
    if (answer.error.kind == base::ErrorKind::Throttled)
        m_limiter.pauseFor(answer.retryAfter);
    else
        noteError(answer.error.kind);
}

void SimVenue::tellChange(const OrderPtr &row)
{
    if (!m_plan.speaks || isShut() || m_state == VenueState::Unreachable)
        return;
    const int times = m_dice.chance(m_plan.pushFaults) ? m_dice.below(3) : 1;
    for (int i = 0; i < times; ++i) {
        // Each takes its own time: they come in any order.
        const int longest = m_dice.chance(m_plan.pushFaults) ? 12'000 : m_plan.latencyMs;
        m_agenda.in(m_dice.time(1, longest), [self = QPointer(this), row] {
            if (!self || self->isShut() || self->m_watcher.isDead())
                return;
            self->m_heardAt = self->m_clock.monotonic();
            Q_EMIT self->pushed({{row}, self->m_clock.monotonic()});
        });
    }
}

void SimVenue::tellCancelRejected(const orders::OrderKey &key)
{
    if (!m_plan.speaks || isShut() || m_dice.chance(m_plan.pushFaults))
        return;
    m_agenda.in(m_dice.time(1, m_plan.latencyMs), [self = QPointer(this), key] {
        if (self && !self->isShut() && !self->m_watcher.isDead())
            Q_EMIT self->cancelRejected(key, u"rejected by the exchange"_s);
    });
}

} // namespace simulation
