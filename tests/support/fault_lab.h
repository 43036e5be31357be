// SPDX-License-Identifier: Apache-2.0
// The fault laboratory's bench: what a fault is (data), what became of one order under it, and the judge that
// holds the two together by lifecycle.md. The venues' halves are tests/flows/fault_lab_*.cpp; what they hand
// over here has been read out of the venue's own book and log of arrivals, never out of the program.
#pragma once

#include "support/engine_fixture.h"

namespace support::lab {

/// What the test does itself, beside the plan.
enum class Deed {
    None,
    RefuseConnections, // nobody listens any more when the cancel is asked for
    WrongCertificate,  // the venue shows one that nobody knows
    Redirect,          // every answer points at another host, which counts who comes
    LeaveUnread,       // the venue closes over the request's first bytes
    VanishFor10s,      // after the answer the order is in no list for a while
    EmptyFor10s,       // after the answer every list is empty for a while
    EmptyBefore,       // the lists were empty when it was asked for
    EvidenceFirst,     // lists are asked for while the answer is still out
    OldLists,          // lists of before come after those of now
    WallForward,       // the wall clock jumps an hour on, once the answer is there
    WallBack,
    WallNextDay,
    SleepInFlight, // while the answer is still out
    SleepAfter,    // after it
    StallAfter,    // the program stands still for 20 s
    SignedOut,     // the line is lost with the answer, and the sign-in is refused for a while
};

/// What the venue's own book has to say in the end.
enum class Truth { Open, Cancelled, Filled, Unlisted };

struct Fault
{
    const char *name;
    const char *plan; // of the cancel, without its braces; empty for none
    Deed deed = Deed::None;
    cancel::TicketState answered = cancel::TicketState::Unknown; // by the answer alone
    Truth truth = Truth::Open;                                   // of a plain order
    cancel::TicketState end = cancel::TicketState::StillLive;    // where the order stays open
    int arrivals = 1;
    bool isOnUsedConnection = false; // other cancels went through it before
    bool isOneByOne = false;         // it would keep the others of a batch from leaving
    const char *rest = "";           // more of the plan: `,"list":{...}`
    const char *why = nullptr;       // the word of cancel/reasons.h
};

/// What became of one order.
struct Outcome
{
    cancel::TicketPtr ticket;
    QStringList story;
    int arrivals = 0;
    Truth truth = Truth::Open;
    bool isRowAlive = true;
    int liveLegs = 0;  // at the venue, of those that go with the entry
    int liveLinks = 0; // and of those that are bound to the order otherwise
};

/// What became of the whole run.
struct SceneOutcome
{
    std::map<QString, Outcome> kinds;
    QString trouble; // of no kind alone: the journal, a secret told, a stranger visited; empty when fine
};

/// The kinds that are asked for together with this one: four at most, so that all leave at once.
[[nodiscard]] std::vector<std::size_t> groupOf(std::size_t kind, std::size_t kinds);

/// The end that the ticket has to come to when this is the venue's truth.
[[nodiscard]] cancel::TicketState endFor(const Fault &fault, Truth truth);
/// What is wrong with it, all of it; empty when nothing is.
[[nodiscard]] QString complaint(const Fault &fault, Truth expected, const Outcome &outcome);
/// The journal does not verify, or a secret stands in its bytes or in what was said to people.
[[nodiscard]] QString troubleOf(const Flow &flow);

/// Keeps the last run, so that the rows of one fault share it.
class Bench
{
public:
    using Run = std::function<SceneOutcome()>;
    [[nodiscard]] const SceneOutcome &outcome(const QString &name, const Run &run);

private:
    QString m_name;
    SceneOutcome m_last;
};

/// A certificate for this machine that no program was told of.
[[nodiscard]] QSslConfiguration strangersCertificate();

} // namespace support::lab
