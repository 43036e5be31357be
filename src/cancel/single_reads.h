// SPDX-License-Identifier: Apache-2.0
// When a ticket's own order is asked after: 8, 16, 32, 60 and 120 s after sending, then every five minutes;
// at most forty times an hour for a whole lane, and twelve times a day for an order of an earlier day
// (lifecycle.md (c), R12). Batches are proved by the lists; these are for the stragglers. It only counts; the
// lane asks the venue.
#pragma once

#include "cancel/tracked_ticket.h"

#include <deque>

namespace cancel {

class SingleReads
{
public:
    explicit SingleReads(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    /// Its request leaves now.
    void begin(TrackedTicket &tracked) const;
    [[nodiscard]] bool isDue(const TrackedTicket &tracked) const;
    /// Of one that is due: whether the hour has a question left for it; true counts as asked.
    [[nodiscard]] bool take(TrackedTicket &tracked);

private:
    const base::Clock &m_clock;
    std::deque<base::MonoTime> m_asked; // of the last hour
};

} // namespace cancel
