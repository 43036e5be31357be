// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/call_queue.h"

#include "venues/cancel_exchange.h"

#include <algorithm>
#include <utility>

namespace alphapoint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;

namespace {

constexpr base::MonoTime writeDeadline = venues::answerDeadline;
constexpr base::MonoTime readDeadline = 10s;

base::Error timedOut()
{
    return {ErrorKind::Timeout, u"the exchange did not answer in time"_s, 0, {}, {}};
}

base::Error notConnected()
{
    return {ErrorKind::Network, u"there is no connection to the exchange"_s, 0, {}, {}};
}

} // namespace

CallQueue::CallQueue(base::Clock &clock, net::WsChannel &channel, net::RateLimiter &limiter, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_channel(channel)
    , m_limiter(limiter)
    , m_turn(clock, [this] { sendWhatMayLeave(); })
    , m_deadlines(clock, [this] { passDeadlines(); })
{
}

int CallQueue::read(net::RequestClass why, const QString &function, Make make, Done done)
{
    const int number = ++m_lastNumber;
    const auto place = std::upper_bound(m_waiting.begin(), m_waiting.end(), why,
                                        [](net::RequestClass a, const Waiting &b) { return a < b.why; });
    m_waiting.insert(place, {number, why, function, std::move(make), std::move(done)});
    sendWhatMayLeave();
    return number;
}

void CallQueue::write(const QString &function, const QByteArray &payload, Done done)
{
    const base::MonoTime now = m_clock.monotonic();
    const Open open{now, now + writeDeadline, true, std::move(done), 0};
    if (!send(function, payload, open))
        refuseWrite(open.done);
}

void CallQueue::refuseWrite(Done done)
{
    const base::MonoTime now = m_clock.monotonic();
    endSoon({{now, now, true, std::move(done), 0}, CallOutcome::NotSent, notConnected()});
}

void CallQueue::withdraw(int number)
{
    std::erase_if(m_waiting, [number](const Waiting &each) { return each.number == number; });
    std::erase_if(m_ending,
                  [number](const Ending &each) { return !each.open.isWrite && each.open.number == number; });
}

void CallQueue::take(const Frame &frame)
{
    const std::optional<Open> open = takeOpen(frame.number);
    if (!open)
        return;
    watchDeadlines();
    open->done({CallOutcome::Answered, frame, {}, open->began, m_clock.monotonic(), m_clock.wall()});
}

std::optional<CallQueue::Open> CallQueue::takeOpen(const QString &number)
{
    for (QHash<QString, Open> *const calls : {&m_open, &m_late}) {
        if (const auto found = calls->find(number); found != calls->end()) {
            Open open = std::move(*found);
            calls->erase(found);
            return open;
        }
    }
    return std::nullopt;
}

std::vector<CallQueue::Open> CallQueue::takeAllOpen()
{
    std::vector<Open> all;
    for (QHash<QString, Open> *const calls : {&m_open, &m_late}) {
        const auto taken = std::exchange(*calls, {});
        all.insert(all.end(), taken.begin(), taken.end());
    }
    return all;
}

void CallQueue::fail(const base::Error &error)
{
    const auto waiting = std::exchange(m_waiting, {});
    const std::vector<Open> opened = takeAllOpen();
    m_turn.stop();
    m_deadlines.stop();
    m_lastFrame = 0;
    const base::MonoTime now = m_clock.monotonic();
    for (const Open &each : opened)
        end({each, CallOutcome::Unknown, error});
    for (const Waiting &each : waiting)
        end({{now, now, false, each.done, each.number}, CallOutcome::NotSent, error});
}

void CallQueue::clear()
{
    m_waiting.clear();
    std::erase_if(m_ending, [](const Ending &each) { return !each.open.isWrite; });
    m_turn.stop();
    m_deadlines.stop();
    const std::vector<Open> opened = takeAllOpen();
    for (const Open &each : opened) {
        if (each.isWrite)
            endSoon({each, CallOutcome::Unknown, notConnected()});
    }
}

void CallQueue::sendWhatMayLeave()
{
    m_turn.stop();
    if (m_channel.state() != net::WsState::Open) {
        // Whoever asks finds out at once; after a reconnect the books are read anew.
        const auto waiting = std::exchange(m_waiting, {});
        const base::MonoTime now = m_clock.monotonic();
        for (const Waiting &each : waiting)
            endSoon({{now, now, false, each.done, each.number}, CallOutcome::NotSent, notConnected()});
        return;
    }
    std::optional<base::milliseconds> soonest;
    // A class that has to wait does not hold up a less urgent one whose share is free.
    for (std::size_t i = 0; i < m_waiting.size();) {
        const base::milliseconds delay = m_limiter.delay(m_waiting[i].why);
        if (delay > 0ms) {
            soonest = std::min(soonest.value_or(delay), delay);
            ++i;
            continue;
        }
        Waiting call = std::move(m_waiting[i]);
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(i));
        m_limiter.take(call.why);
        const base::MonoTime now = m_clock.monotonic();
        Open open{now, now + readDeadline, false, std::move(call.done), call.number};
        if (!send(call.function, call.make(), open))
            endSoon({std::move(open), CallOutcome::NotSent, notConnected()});
    }
    if (soonest)
        m_turn.start(*soonest);
}

bool CallQueue::send(const QString &function, const QByteArray &payload, Open open)
{
    const qint64 number = m_lastFrame + 2;
    if (!m_channel.send(encodeFrame(FrameKind::Request, number, function, payload)))
        return false;
    m_lastFrame = number;
    m_lastSent = open.began;
    m_open.insert(QString::number(number), std::move(open));
    watchDeadlines();
    return true;
}

void CallQueue::end(const Ending &ending)
{
    ending.open.done(resultOf(ending));
}

void CallQueue::endSoon(Ending ending)
{
    m_ending.push_back(std::move(ending));
    QMetaObject::invokeMethod(this, &CallQueue::endFirst, Qt::QueuedConnection);
}

void CallQueue::endFirst()
{
    if (m_ending.empty())
        return; // some were taken back
    const Ending first = std::move(m_ending.front());
    m_ending.pop_front();
    end(first);
}

CallResult CallQueue::resultOf(const Ending &ending) const
{
    return {ending.outcome, {}, ending.error, ending.open.began, m_clock.monotonic(), m_clock.wall()};
}

void CallQueue::watchDeadlines()
{
    if (m_open.isEmpty())
        return m_deadlines.stop();
    const auto first = std::min_element(m_open.begin(), m_open.end(),
                                        [](const Open &a, const Open &b) { return a.deadline < b.deadline; });
    const auto left = std::chrono::ceil<base::milliseconds>(first->deadline - m_clock.monotonic());
    m_deadlines.start(std::max(left, 0ms));
}

void CallQueue::passDeadlines()
{
    const base::MonoTime now = m_clock.monotonic();
    std::vector<Open> late;
    for (auto at = m_open.begin(); at != m_open.end();) {
        if (at->deadline > now) {
            ++at;
            continue;
        }
        late.push_back(*at);
        if (at->isWrite)
            m_late.insert(at.key(), *at);
        at = m_open.erase(at);
    }
    watchDeadlines();
    for (Open &each : late) {
        const CallOutcome outcome = each.isWrite ? CallOutcome::Late : CallOutcome::Unknown;
        end({std::move(each), outcome, timedOut()});
    }
}

} // namespace alphapoint
