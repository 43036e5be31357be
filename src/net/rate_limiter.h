// SPDX-License-Identifier: Apache-2.0
// Keeps one account's requests within the broker's windows (second, minute, hour, day) and within the shares
// of the five request classes. Asked before each request; told of each request; never queues or sends by
// itself. Counters lie in a RequestLedger on disk, so that every program of the machine counts together.
#pragma once

#include "base/clock.h"
#include "net/request_class.h"
#include "net/request_ledger.h"
#include "net/request_shares.h"
#include "net/sliding_window.h"

#include <QList>
#include <QString>

#include <deque>
#include <vector>

namespace net {

class WriteForecast;

/// What a broker allows. 0 = no such window.
struct RateLimits
{
    int perSecond = 10;
    int perMinute = 0;
    int perHour = 0;
    int perDay = 0;
    int writesPerSecond = 8;         // per exchange segment
    int accountWritesPerSecond = 20; // over all segments

    bool operator==(const RateLimits &) const = default;
};

/// For the status bar: how much of a window is used. The limit is what Pullcord allows itself: 98 % of the
/// broker's, half of that after a 429.
struct WindowUse
{
    base::seconds length{};
    int used = 0;
    int limit = 0;
};

class RateLimiter
{
public:
    /// The ledger may be null: then the counters live as long as this object.
    RateLimiter(const base::Clock &clock, RateLimits limits, QString account, RequestLedger *ledger);

    /// The venue has said whose account it is: the requests of all who use it are counted from now on.
    void setAccount(const QString &account);

    /// Others may have sent until this moment, and none do from now on: the next question counts all of it.
    void catchUp() { m_ledgerSeen = false; }

    /// How long a request of this class must wait at least; zero = it may leave now. Ask again after the
    /// wait: others may have been faster. `segment` matters for writes alone.
    [[nodiscard]] base::milliseconds delay(RequestClass kind, const QString &segment = {}) const;
    /// A request leaves now. Call it exactly once for each one.
    void take(RequestClass kind, const QString &segment = {});
    /// The venue said 429: nothing leaves before then (0 = it named no time: 10 s). When no window was full
    /// it counts more strictly than we do: the ceilings are halved for an hour, the day's excepted.
    void pauseFor(base::milliseconds time);
    [[nodiscard]] base::milliseconds pausedFor() const;

    /// While cancels are in flight the polls' share belongs to the proofs, and polls wait. After a first
    /// burst the proofs' share is spread over the minute: each cancel is to be seen soon, the last one as
    /// well.
    void setBatchRunning(bool running);

    /// How long until the last of these cancels could have left: so many for each exchange segment. Segments
    /// leave side by side; the account's own windows hold all of them together.
    [[nodiscard]] base::milliseconds estimate(const std::vector<int> &writesPerSegment) const;
    /// How many cancels on one segment could leave within `time`.
    [[nodiscard]] int writesWithin(base::milliseconds time) const;
    /// Cancels that the present hour (and day) still has room for; INT_MAX where neither is limited.
    [[nodiscard]] int writesLeftThisHour() const;
    [[nodiscard]] QList<WindowUse> use() const;
    /// How often the list of pending orders may be polled, and every fourth time the completed ones.
    [[nodiscard]] base::milliseconds pollInterval() const;

    [[nodiscard]] const RateLimits &limits() const { return m_limits; }

private:
    struct SentWrite
    {
        base::MonoTime time{0};
        QString segment;
    };

    void refresh() const;
    void readLedger(base::MonoTime now) const;
    void count(base::MonoTime time, RequestClass kind, const QString &segment) const;
    [[nodiscard]] bool isHalved() const;
    [[nodiscard]] int ceiling(const SlidingWindow &window) const;
    [[nodiscard]] RequestShares shares(const SlidingWindow &window) const;
    [[nodiscard]] const SlidingWindow *window(base::seconds length) const;
    [[nodiscard]] WriteForecast forecast(int writesPerSecond) const;
    [[nodiscard]] base::MonoTime lastOf(int writes, int writesPerSecond) const;
    [[nodiscard]] base::MonoTime writeReadyAt(const QString &segment) const;
    [[nodiscard]] base::MonoTime proofReadyAt() const;

    const base::Clock &m_clock;
    RateLimits m_limits;
    QString m_account;
    RequestLedger *m_ledger;
    int m_writer = 0; // in the ledger
    bool m_batchRunning = false;

    // A mirror of what happened, brought up to date by whoever asks; times are the clock's sinceBoot(), which
    // no change of the wall clock moves.
    mutable std::vector<SlidingWindow> m_windows;
    mutable std::deque<SentWrite> m_recentWrites; // of the last second
    mutable base::MonoTime m_pausedUntil{0};
    mutable base::MonoTime m_halvedUntil{0};
    LedgerPause m_ownPause; // as we wrote it down
    mutable base::MonoTime m_ledgerReadAt{0};
    mutable qint64 m_ledgerRow = 0; // the last one seen
    mutable bool m_ledgerSeen = false;
};

} // namespace net
