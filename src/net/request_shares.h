// SPDX-License-Identifier: Apache-2.0
// How a minute's, an hour's or a day's requests are shared out among the five classes. Values and rules only:
// no clock, no storage. Made for Pocketful (245 a minute and 980 an hour after the safety margin) and scaled
// to other limits. What polls and proofs leave unspent is lent to cancels, never the reverse.
#pragma once

#include "net/sliding_window.h"

namespace net {

/// Why a request does not fit: so many of these have to leave the window first, at least. 0 = it fits.
struct Excess
{
    int count = 0;
    ClassSet of = everyClass;
};

class RequestShares
{
public:
    [[nodiscard]] static RequestShares ofMinute(int ceiling);
    [[nodiscard]] static RequestShares ofHour(int ceiling);
    [[nodiscard]] static RequestShares ofDay(int ceiling, int hourCeiling);
    /// A window that is not shared out: whoever comes first.
    [[nodiscard]] static RequestShares ofSecond(int ceiling);

    /// `used` are the requests in the window now. While a batch runs, proofs have the polls' share of a
    /// minute.
    [[nodiscard]] Excess excess(RequestClass kind, const RequestCounts &used, bool isBatchRunning) const;

    [[nodiscard]] int ceiling() const { return m_ceiling; }
    /// The most that cancels alone may take of the window, everything else idle.
    [[nodiscard]] int mostWrites() const;
    /// What the clock's reads may take of an hour, less what is kept for "refresh" and for lists that
    /// changed.
    [[nodiscard]] int regularPolls() const { return m_polls - m_keptFromPolls; }
    /// What proofs may be sure of while a batch runs; 0 where nothing is shared out.
    [[nodiscard]] int proofsInBatch() const { return m_proofsInBatch; }
    /// The reserve that cancels never touch.
    [[nodiscard]] int keptFromWrites() const { return m_keptFromWrites; }

private:
    int m_ceiling = 0;
    int m_session = 0;       // guaranteed
    int m_proofs = 0;        // guaranteed
    int m_proofsInBatch = 0; // guaranteed while a batch runs
    int m_writes = 0;        // guaranteed
    int m_polls = 0;         // at most, "refresh" included
    int m_pollsInBatch = 0;  // at most while a batch runs
    int m_writesAtMost = 0;  // 0 = as many as the reserve leaves
    int m_keptFromWrites = 0;
    int m_keptFromPolls = 0;
    bool m_pollsYieldToWrites = false; // polls leave the cancels' guarantee alone even while none are sent
};

} // namespace net
