// SPDX-License-Identifier: Apache-2.0
#include "commands/command.h"

#include <algorithm>
#include <array>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr OptionSpec connection{"connection"_L1, OptionKind::Values};
constexpr OptionSpec filter{"filter"_L1};
constexpr OptionSpec format{"format"_L1};
constexpr OptionSpec timeout{"timeout"_L1};

constexpr std::array connectionsOptions{OptionSpec{"broker"_L1},    OptionSpec{"url"_L1},
                                        OptionSpec{"client-id"_L1}, OptionSpec{"account-id"_L1},
                                        OptionSpec{"oms-id"_L1},    OptionSpec{"user-id"_L1},
                                        OptionSpec{"ca-file"_L1},   format};
constexpr std::array ordersOptions{connection, filter, OptionSpec{"state"_L1}, format};
constexpr std::array historyOptions{format};
constexpr std::array cancelOptions{connection,
                                   filter,
                                   OptionSpec{"all"_L1, OptionKind::Flag},
                                   OptionSpec{"allow-trade"_L1, OptionKind::Flag},
                                   OptionSpec{"dry-run"_L1, OptionKind::Flag},
                                   OptionSpec{"yes"_L1, OptionKind::Flag},
                                   timeout,
                                   format};
constexpr std::array watchOptions{connection, format};
constexpr std::array journalOptions{format, OptionSpec{"since"_L1}, OptionSpec{"code"_L1}};
constexpr std::array unresolvedOptions{timeout, format};
constexpr std::array practiceOptions{OptionSpec{"port"_L1}, OptionSpec{"orders"_L1}, OptionSpec{"seed"_L1},
                                     OptionSpec{"faults"_L1}};

constexpr std::array table{
    Command{"connections"_L1, connectionsOptions, runConnections},
    Command{"orders"_L1, ordersOptions, runOrders},
    Command{"history"_L1, historyOptions, runHistory},
    Command{"cancel"_L1, cancelOptions, runCancel},
    Command{"watch"_L1, watchOptions, runWatch},
    Command{"journal"_L1, journalOptions, runJournal},
    Command{"unresolved"_L1, unresolvedOptions, runUnresolved},
    Command{"practice"_L1, practiceOptions, runPractice},
};

} // namespace

std::span<const Command> allCommands()
{
    return table;
}

const Command *findCommand(const QString &name)
{
    const auto *found =
        std::find_if(table.begin(), table.end(), [&](const Command &each) { return each.name == name; });
    return found == table.end() ? nullptr : found;
}

ExitCode wrongUsage(const Context &context, const QString &text)
{
    context.terminal.say(u"pullcord-cli: %1"_s.arg(text));
    context.terminal.say(
        u"\"pullcord-cli --help\" and \"pullcord-cli COMMAND --help\" say how it is used."_s);
    return ExitCode::Usage;
}

ExitCode reportError(const Context &context, const base::Error &error)
{
    if (error.kind == base::ErrorKind::Usage)
        return wrongUsage(context, error.text);
    context.terminal.say(error);
    return ExitCode::Failed;
}

} // namespace commands
