// SPDX-License-Identifier: Apache-2.0
// pullcord-cli: the engine behind a terminal. Finds the command and hands over.
#include "base/process_guard.h"
#include "commands/command.h"
#include "commands/usage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

commands::ExitCode run(const QStringList &words, commands::Terminal &terminal,
                       commands::Interrupts &interrupts)
{
    const QString name = commands::commandName(words);
    const commands::Command *command = commands::findCommand(name);
    const auto arguments = commands::Arguments::parse(
        words, command ? command->options : std::span<const commands::OptionSpec>());
    const commands::Arguments nothing;
    const commands::Context context{arguments ? *arguments : nothing, terminal, interrupts};

    if (arguments && arguments->has("version"_L1)) {
        terminal.print("pullcord-cli " PULLCORD_VERSION "\n");
        return commands::ExitCode::Good;
    }
    if (name == "help"_L1 || (arguments && arguments->has("help"_L1))) {
        terminal.print((command ? commands::commandUsage(name) : commands::programUsage()).toUtf8());
        return commands::ExitCode::Good;
    }
    if (!command && !name.isEmpty())
        return commands::wrongUsage(context, u"there is no command \"%1\""_s.arg(name));
    if (!arguments)
        return commands::wrongUsage(context, arguments.error().text);
    if (!command) {
        terminal.say(commands::programUsage());
        return commands::ExitCode::Usage;
    }
    return command->run(context);
}

} // namespace

int main(int argc, char **argv)
{
    base::guardProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"pullcord"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PULLCORD_VERSION));

    commands::Interrupts interrupts;
    commands::Terminal terminal(interrupts);
    commands::ExitCode code = run(QCoreApplication::arguments().mid(1), terminal, interrupts);
    if (terminal.hasLostOutput()) {
        terminal.say(u"pullcord-cli: the results could not be written to standard output"_s);
        code = commands::graver(code, commands::ExitCode::Failed);
    }
    return static_cast<int>(code);
}
