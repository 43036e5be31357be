// SPDX-License-Identifier: Apache-2.0
// What the terminal program's exit status says. The numbers are a contract with scripts. Every command
// returns one.
#pragma once

namespace commands {

enum class ExitCode {
    Good = 0,       // all that was asked for holds
    Failed = 1,     // an error of the program itself
    Usage = 2,      // wrong usage, or a filter or KEY that does not fit
    Refused = 3,    // a cancel was refused, or the order was filled first
    Unresolved = 4, // a cancel had no end when the wait was over
    NotSent = 5,    // an order that was asked for was not sent
    BookFailed = 6, // a book could not be loaded
};

/// The one that a script has to hear of where both hold: 4, then 3, 5, 6, then the rest.
[[nodiscard]] ExitCode graver(ExitCode a, ExitCode b);

} // namespace commands
