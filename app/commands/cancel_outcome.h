// SPDX-License-Identifier: Apache-2.0
// What the terminal program says about one cancel, from its ticket or from a row that needed none. Pure: the
// words of the contract are made here and nowhere else. It must never say "cancelled" of what the book has
// not shown.
#pragma once

#include "cancel/ticket.h"
#include "commands/exit_code.h"

#include <QLatin1StringView>

#include <map>

namespace commands {

enum class Outcome : unsigned char { Cancelled, Filled, Refused, Unresolved, NotSent, Skipped };
inline constexpr int outcomeCount = 6;
[[nodiscard]] QLatin1StringView outcomeName(Outcome outcome);

struct CancelResult
{
    QString key; // KEY, as `orders` prints it
    Outcome outcome = Outcome::NotSent;
    QString why;
    int attempts = 0;
    base::Decimal filled; // the order's total
    QString venueMessage;
    QString venueCode;
    std::optional<base::WallTime> askedAt;
    std::optional<base::WallTime> sentAt;
    std::optional<base::WallTime> receiptAt;
    std::optional<base::WallTime> provedAt;
    QString batch;                      // of its ticket
    QString detail;                     // a sentence for people
    QString effect;                     // the contract's word, for people
    ExitCode exitCode = ExitCode::Good; // what this one result asks for
};

/// `endOfWait` is the word for what has no end yet: "timeout" or "stopped".
[[nodiscard]] CancelResult resultOf(const cancel::Ticket &ticket, const QString &endOfWait);
/// For a row that needed no request of ours, attempts 0: it was over when asked for, or a cancel of it was on
/// its way at the broker and was watched; such a row that is open again had that cancel refused.
[[nodiscard]] CancelResult resultOf(const orders::Order &row, base::WallTime askedAt,
                                    const QString &endOfWait);
/// Nothing was sent and nothing will be.
[[nodiscard]] CancelResult withoutRequest(Outcome outcome, const QString &why, base::WallTime askedAt);

/// Nothing that the caller could wait for: it is over, or the venue did not take it.
[[nodiscard]] bool isSettled(const cancel::Ticket &ticket);

} // namespace commands
