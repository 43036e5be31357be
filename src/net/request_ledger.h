// SPDX-License-Identifier: Apache-2.0
// The requests of the last day on disk, per account, so that all programs of this machine count together and
// a restart forgets nothing. A counter, not evidence: it never waits for the disk, and when it fails the
// limiters go on in memory. One object a program, used by every RateLimiter. Engine thread only.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "net/request_class.h"

#include <QString>

#include <memory>
#include <vector>

namespace net {

/// Another program's request, or one of an earlier run.
struct LedgerRow
{
    qint64 id = 0;
    base::WallTime time{};
    RequestClass kind = RequestClass::Session;
    QString segment;
};

/// What a 429 left behind.
struct LedgerPause
{
    base::WallTime pausedUntil{};
    base::WallTime halvedUntil{};

    bool operator==(const LedgerPause &) const = default;
};

class RequestLedger
{
public:
    explicit RequestLedger(const base::Clock &clock);
    RequestLedger(const RequestLedger &) = delete;
    RequestLedger &operator=(const RequestLedger &) = delete;
    ~RequestLedger();

    /// Makes the file (0600) where there is none. A failure is words for people: either the file was broken,
    /// was renamed and a new one begun (isOpen), or nothing is kept on disk (not isOpen). Neither stops
    /// anything.
    [[nodiscard]] base::Status open(const QString &path);
    [[nodiscard]] bool isOpen() const;

    /// A number for one of the limiters that share this object: each knows of its own requests already.
    [[nodiscard]] int newWriter() { return ++m_lastWriter; }
    /// A request leaves now. What another program's lock keeps out is written with the next one.
    void add(const QString &account, RequestClass kind, const QString &segment, int writer = 0);
    /// Rows since then that this writer did not write itself, with an id above `after`, oldest first.
    [[nodiscard]] std::vector<LedgerRow> rows(const QString &account, qint64 after, base::WallTime since,
                                              int writer = 0);
    void setPause(const QString &account, const LedgerPause &pause);
    [[nodiscard]] LedgerPause pause(const QString &account);

private:
    class File;
    void prune();

    const base::Clock &m_clock;
    std::unique_ptr<File> m_file;
    int m_lastWriter = 0;
};

} // namespace net
