// SPDX-License-Identifier: Apache-2.0
// What a command of the terminal program is: a name, its options, and a function in a file of its own. main()
// finds the command, checks the words against it and runs it.
#pragma once

#include "commands/arguments.h"
#include "commands/exit_code.h"
#include "commands/terminal.h"

#include <span>

namespace commands {

/// What every command is given.
struct Context
{
    const Arguments &arguments;
    Terminal &terminal;
    Interrupts &interrupts;
};

struct Command
{
    QLatin1StringView name;
    std::span<const OptionSpec> options;
    ExitCode (*run)(const Context &context);
};

[[nodiscard]] std::span<const Command> allCommands();
/// nullptr for a name that no command has.
[[nodiscard]] const Command *findCommand(const QString &name);

/// Says what is wrong, and where help is.
[[nodiscard]] ExitCode wrongUsage(const Context &context, const QString &text);
/// The exit code of an error that ends a command: 2 for Usage, else 1.
[[nodiscard]] ExitCode reportError(const Context &context, const base::Error &error);

// One file each.
[[nodiscard]] ExitCode runConnections(const Context &context);
[[nodiscard]] ExitCode runOrders(const Context &context);
[[nodiscard]] ExitCode runHistory(const Context &context);
[[nodiscard]] ExitCode runCancel(const Context &context);
[[nodiscard]] ExitCode runWatch(const Context &context);
[[nodiscard]] ExitCode runJournal(const Context &context);
[[nodiscard]] ExitCode runUnresolved(const Context &context);
[[nodiscard]] ExitCode runPractice(const Context &context);

} // namespace commands
