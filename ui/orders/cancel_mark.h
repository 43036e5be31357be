// SPDX-License-Identifier: Apache-2.0
// What the table shows of a cancel: one mark per row, set by whoever follows the tickets. It is a picture of
// a ticket and decides nothing; while a row has one, its Status cell shows the mark instead of the book's
// state.
#pragma once

#include "base/clock.h"

#include <QString>

namespace ui {

enum class CancelStep : unsigned char {
    None,
    Queued,
    Sent,         // on the wire, no answer yet
    Receipt,      // the venue took the request; the book has not shown it
    Unknown,      // the answer was lost
    StillLive,    // the book goes on showing the order open
    Refusal,      // the answer refuses; no read has shown the order since
    NotTaken,     // signed out or throttled: the venue did not look at it
    Refused,      // refused, and seen open since
    NotSent,      // no byte left
    Contradicted, // it was over and is open again
    Proved,
    FilledFirst,
    Ended,        // rejected or expired meanwhile
    Acknowledged, // ended by hand, not proved
};

struct CancelMark
{
    CancelStep step = CancelStep::None;
    base::MonoTime since{0}; // when this step began
    QString text;            // the venue's words or the reason, for the tool tip

    bool operator==(const CancelMark &) const = default;
};

/// The cancel may still come true: the row is hatched and counts as being cancelled.
[[nodiscard]] constexpr bool isOnItsWay(CancelStep step)
{
    return step >= CancelStep::Queued && step <= CancelStep::Refusal;
}

/// It did not work and the order is alive.
[[nodiscard]] constexpr bool hasFailed(CancelStep step)
{
    return step >= CancelStep::NotTaken && step <= CancelStep::Contradicted;
}

/// Nothing more is expected.
[[nodiscard]] constexpr bool isOver(CancelStep step)
{
    return step >= CancelStep::Proved;
}

} // namespace ui
