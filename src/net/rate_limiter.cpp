// SPDX-License-Identifier: Apache-2.0
#include "net/rate_limiter.h"

#include "net/request_ledger.h"
#include "net/write_forecast.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace net {

namespace {

constexpr base::seconds second{1};
constexpr base::seconds minute{60};
constexpr base::seconds hour{3600};
constexpr base::seconds day{24 * 3600};

constexpr base::seconds defaultPause{10};
constexpr base::seconds longestPause{
    3600}; // what a stepped clock or an odd Retry-After may make of it at most
constexpr base::milliseconds ledgerReadEvery{200};
constexpr base::milliseconds pollAgainInBatch{2500}; // a poll that waits for a batch to end asks again then
constexpr int proofBurst = 6; // at most half of their share of a minute may leave as it is asked for
constexpr base::seconds shortestPoll{5};
constexpr int pollWeight = 4500; // seconds of an hour's polls: 3,600 for pending, 900 for the completed

} // namespace

RateLimiter::RateLimiter(const base::Clock &clock, RateLimits limits, QString account, RequestLedger *ledger)
    : m_clock(clock)
    , m_limits(limits)
    , m_account(std::move(account))
    , m_ledger(ledger)
    , m_writer(ledger ? ledger->newWriter() : 0)
{
    for (const auto &[length, limit] :
         {std::pair(second, limits.perSecond), std::pair(minute, limits.perMinute),
          std::pair(hour, limits.perHour), std::pair(day, limits.perDay)}) {
        if (limit > 0)
            m_windows.emplace_back(length, limit);
    }
}

void RateLimiter::setAccount(const QString &account)
{
    if (account == m_account)
        return;
    m_account = account;
    m_ledgerRow = 0;
    m_ledgerSeen = false; // the next question reads what the others have sent
}

base::milliseconds RateLimiter::delay(RequestClass kind, const QString &segment) const
{
    refresh();
    const base::MonoTime now = m_clock.sinceBoot();
    base::MonoTime ready = std::max(now, m_pausedUntil);
    if (kind == RequestClass::Write)
        ready = std::max(ready, writeReadyAt(segment));
    if (kind == RequestClass::Proof && m_batchRunning)
        ready = std::max(ready, proofReadyAt());
    if (kind == RequestClass::Poll && m_batchRunning)
        ready = std::max(ready, now + pollAgainInBatch);
    for (const SlidingWindow &window : m_windows) {
        const Excess excess = shares(window).excess(kind, window.counts(), m_batchRunning);
        if (excess.count > 0)
            ready = std::max(ready, window.leavesAt(excess.count, excess.of));
    }
    return std::chrono::ceil<base::milliseconds>(ready - now);
}

void RateLimiter::take(RequestClass kind, const QString &segment)
{
    refresh();
    count(m_clock.sinceBoot(), kind, segment);
    if (m_ledger)
        m_ledger->add(m_account, kind, segment, m_writer);
}

void RateLimiter::pauseFor(base::milliseconds time)
{
    refresh();
    const base::MonoTime now = m_clock.sinceBoot();
    const base::milliseconds pause =
        std::min<base::milliseconds>(time > base::milliseconds(0) ? time : defaultPause, longestPause);
    const bool wasFull = std::any_of(m_windows.begin(), m_windows.end(), [this](const SlidingWindow &window) {
        return window.total() >= ceiling(window);
    });
    if (!wasFull)
        m_halvedUntil = now + hour;
    m_pausedUntil = std::max(m_pausedUntil, now + pause);
    if (m_ledger) {
        const auto wall = [this, now](base::MonoTime until) {
            return m_clock.wall() + std::chrono::ceil<base::milliseconds>(until - now);
        };
        m_ownPause = {wall(m_pausedUntil), wall(m_halvedUntil)};
        m_ledger->setPause(m_account, m_ownPause);
    }
}

base::milliseconds RateLimiter::pausedFor() const
{
    refresh();
    const base::MonoTime rest = m_pausedUntil - m_clock.sinceBoot();
    return std::max(base::milliseconds(0), std::chrono::ceil<base::milliseconds>(rest));
}

void RateLimiter::setBatchRunning(bool running)
{
    m_batchRunning = running;
}

base::milliseconds RateLimiter::estimate(const std::vector<int> &writesPerSegment) const
{
    const int all = std::accumulate(writesPerSegment.begin(), writesPerSegment.end(), 0);
    base::MonoTime last = lastOf(all, m_limits.accountWritesPerSecond);
    // Nothing but its own second holds a segment longer than all of them together, so the fullest is enough.
    if (!writesPerSegment.empty())
        last = std::max(last, lastOf(*std::max_element(writesPerSegment.begin(), writesPerSegment.end()),
                                     m_limits.writesPerSecond));
    return std::chrono::ceil<base::milliseconds>(last - m_clock.sinceBoot());
}

base::MonoTime RateLimiter::lastOf(int writes, int writesPerSecond) const
{
    base::MonoTime last = m_clock.sinceBoot();
    WriteForecast forecast = this->forecast(writesPerSecond);
    for (int i = 0; i < writes; ++i)
        last = forecast.next();
    return last;
}

int RateLimiter::writesWithin(base::milliseconds time) const
{
    const base::MonoTime end = m_clock.sinceBoot() + time;
    WriteForecast forecast = this->forecast(m_limits.writesPerSecond);
    int writes = 0;
    while (forecast.next() <= end)
        ++writes;
    return writes;
}

int RateLimiter::writesLeftThisHour() const
{
    refresh();
    int left = std::numeric_limits<int>::max();
    for (const base::seconds length : {hour, day}) {
        if (const SlidingWindow *found = window(length))
            left = std::min(left, std::max(0, shares(*found).mostWrites() - found->total()));
    }
    return left;
}

QList<WindowUse> RateLimiter::use() const
{
    refresh();
    QList<WindowUse> use;
    for (const SlidingWindow &window : m_windows)
        use.append({window.length(), window.total(), ceiling(window)});
    return use;
}

base::milliseconds RateLimiter::pollInterval() const
{
    const SlidingWindow *found = window(hour);
    if (!found)
        return shortestPoll;
    const int polls = std::max(1, shares(*found).regularPolls());
    return std::max<base::milliseconds>(shortestPoll, base::milliseconds(pollWeight * 1000 / polls));
}

void RateLimiter::refresh() const
{
    const base::MonoTime now = m_clock.sinceBoot();
    if (m_ledger && (!m_ledgerSeen || now - m_ledgerReadAt >= ledgerReadEvery))
        readLedger(now);
    for (SlidingWindow &window : m_windows)
        window.forgetBefore(now);
    std::erase_if(m_recentWrites, [now](const SentWrite &write) { return write.time + second <= now; });
}

void RateLimiter::readLedger(base::MonoTime now) const
{
    m_ledgerSeen = true;
    m_ledgerReadAt = now;
    const base::WallTime wall = m_clock.wall();
    // The other's wall clock is ours: how long ago it was is what counts, and the future counts as now.
    const auto ours = [now, wall](base::WallTime time) {
        return now - std::max(wall - time, base::milliseconds(0));
    };
    const base::seconds longest = m_windows.empty() ? second : m_windows.back().length();
    for (const LedgerRow &row : m_ledger->rows(m_account, m_ledgerRow, wall - longest, m_writer)) {
        count(ours(row.time), row.kind, row.segment);
        m_ledgerRow = row.id;
    }
    const LedgerPause pause = m_ledger->pause(m_account);
    if (pause == m_ownPause)
        return; // known by a clock that nobody sets
    // Nobody pauses for longer than that: what lies beyond was written under a clock that was wrong.
    const auto until = [now, wall](base::WallTime time) {
        return time - wall > longestPause ? base::MonoTime(0) : now + (time - wall);
    };
    m_pausedUntil = std::max(m_pausedUntil, until(pause.pausedUntil));
    m_halvedUntil = std::max(m_halvedUntil, until(pause.halvedUntil));
}

void RateLimiter::count(base::MonoTime time, RequestClass kind, const QString &segment) const
{
    for (SlidingWindow &window : m_windows)
        window.add({time, kind});
    if (kind == RequestClass::Write)
        m_recentWrites.push_back({time, segment});
}

bool RateLimiter::isHalved() const
{
    return m_halvedUntil > m_clock.sinceBoot();
}

// 2 % are left to other programs on other machines and to clocks that cut the windows elsewhere.
int RateLimiter::ceiling(const SlidingWindow &window) const
{
    const int whole = static_cast<int>(static_cast<long long>(window.limit()) * 98 / 100);
    return std::max(1, isHalved() && window.length() != day ? whole / 2 : whole);
}

RequestShares RateLimiter::shares(const SlidingWindow &window) const
{
    const int most = ceiling(window);
    if (window.length() == minute)
        return RequestShares::ofMinute(most);
    if (window.length() == hour)
        return RequestShares::ofHour(most);
    if (const SlidingWindow *hours = this->window(hour); hours && window.length() == day)
        return RequestShares::ofDay(most, ceiling(*hours));
    return RequestShares::ofSecond(most);
}

const SlidingWindow *RateLimiter::window(base::seconds length) const
{
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(),
                     [length](const SlidingWindow &window) { return window.length() == length; });
    return found == m_windows.end() ? nullptr : &*found;
}

base::MonoTime RateLimiter::writeReadyAt(const QString &segment) const
{
    base::MonoTime ready{0};
    int ofSegment = 0;
    int ofAccount = 0;
    // From the newest back: the one that fills the second has to leave it.
    for (auto write = m_recentWrites.rbegin(); write != m_recentWrites.rend(); ++write) {
        ++ofAccount;
        ofSegment += write->segment == segment ? 1 : 0;
        const bool fillsSegment = write->segment == segment && ofSegment == m_limits.writesPerSecond;
        if (fillsSegment || ofAccount == m_limits.accountWritesPerSecond)
            ready = std::max(ready, write->time + second);
    }
    return ready;
}

base::MonoTime RateLimiter::proofReadyAt() const
{
    const SlidingWindow *found = window(minute);
    if (!found)
        return base::MonoTime(0);
    const int share = shares(*found).proofsInBatch();
    const int used = found->counts()[static_cast<std::size_t>(RequestClass::Proof)];
    if (used < std::min(proofBurst, share / 2))
        return base::MonoTime(0);
    const ClassSet proofs{RequestClass::Proof};
    const base::MonoTime last = found->leavesAt(used, proofs) - minute;
    const base::MonoTime usual = base::MonoTime(minute) / std::max(1, share);
    if (used >= share)
        return last + usual; // and the window itself decides what may be borrowed
    const base::MonoTime untilMore = found->leavesAt(1, proofs) - last;
    return last + std::clamp(untilMore / (share - used + 1), usual, 2 * usual);
}

WriteForecast RateLimiter::forecast(int writesPerSecond) const
{
    refresh();
    int perSecond = std::min(writesPerSecond, m_limits.accountWritesPerSecond);
    if (const SlidingWindow *found = window(second))
        perSecond = std::min(perSecond, ceiling(*found));
    WriteForecast forecast(std::max(m_clock.sinceBoot(), m_pausedUntil),
                           base::MonoTime(second) / std::max(1, perSecond));
    for (const SlidingWindow &window : m_windows) {
        if (window.length() == second)
            continue;
        const bool forWritesAlone = window.length() == minute;
        std::deque<base::MonoTime> times;
        for (const SlidingWindow::Request &request : window.requests()) {
            if (!forWritesAlone || request.kind == RequestClass::Write)
                times.push_back(request.time);
        }
        forecast.addWindow(window.length(), shares(window).mostWrites(), forWritesAlone, std::move(times));
    }
    return forecast;
}

} // namespace net
