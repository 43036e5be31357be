// SPDX-License-Identifier: Apache-2.0
// The states of a cancel and the one function that moves between them (lifecycle.md (b)). Pure: no clock, no
// I/O.
//
//   Queued --go--> Sending --receipt--> Receipt --cancelled--> Proved
//     |bar           |nil: NotSent        |open twice: StillLive   (filled: FilledFirst, rejected/expired:
//     Ended, v              |refused: RefusedUnverified --open: Refused    from every open state)
//   NotSent          |401/403/429/40000: NotTaken
//                    |anything else: Unknown, until evidence, a late answer or a person ends it
//
// A pair that is not in the table changes nothing; the caller journals it.
#pragma once

#include <QString>

namespace cancel {

enum class TicketState : unsigned char {
    Queued,
    Sending,           // bytes may have left; no answer yet
    Receipt,           // the venue took it, or a cancel was on its way already; proves nothing
    Unknown,           // no clear answer: asked for, never guessed, never sent again
    StillLive,         // two late reads show the order open
    RefusedUnverified, // the answer refused; a read has to show the order open
    Refused,
    NotTaken, // signed out, throttled, not allowed
    NotSent,  // not one byte left
    Proved,   // the book showed it cancelled
    FilledFirst,
    Ended,        // rejected or expired meanwhile
    Contradicted, // it was over and lives again
    Acknowledged, // a person ended it without proof
};
inline constexpr int ticketStateCount = 14;

enum class TicketEvent : unsigned char {
    Go,          // gate passed and `sending` committed: the one edge that writes
    Bar,         // gate, stop, age, lane or journal
    NothingLeft, // an error before the first byte
    ReceiptCame,
    RefusalCame,
    NotTakenCame,
    AmbiguousCame,
    PendingElsewhere, // the venue says that a cancel is on its way, in an answer or in the book
    OpenOnce,         // one valid read shows the order open
    OpenTwice,        // two reads, 5 s and 10 s after sending
    RejectMarked,     // CANCEL_REJECTED with a newer marker, or a reject event verified
    Cancelled,
    Filled,
    OrderEnded, // rejected or expired
    Gone,       // two sources do not show it
    MoreFilled, // the filled quantity moved
    Reopened,   // open again with a newer marker, in two reads; or a live successor
    AskedAgain,
    PersonAcknowledged,
    DayRolled,
    Crashed, // found in the journal at the start
};
inline constexpr int ticketEventCount = 21;

enum class Action : unsigned char {
    None,
    Write,     // the only action that sends
    ReadLists, // evidence is due
    PauseLane,
    Join,      // the same ticket serves the new asker
    NewTicket, // a new attempt with a consent of its own, after a re-read
    Alarm,     // still live, filled meanwhile, reopened, corrected: a person must hear of it
    ShowCard,  // the escalation card
};

struct Step
{
    TicketState next;
    Action action = Action::None;
    bool isListed = true; // false: not in the table, nothing changes
};

[[nodiscard]] Step next(TicketState state, TicketEvent event);

/// Something is still owed: Queued, Sending, Receipt, Unknown, StillLive, RefusedUnverified, NotTaken,
/// Contradicted.
[[nodiscard]] bool isOpen(TicketState state);
/// The book has the last word on these: Proved, FilledFirst, Ended.
[[nodiscard]] bool isFinal(TicketState state);
[[nodiscard]] QString stateName(TicketState state);
[[nodiscard]] QString eventName(TicketEvent event);

} // namespace cancel
