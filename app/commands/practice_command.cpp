// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli practice`: the practice venue as a server on 127.0.0.1, until a person ends it.
#include "commands/command.h"
#include "commands/waiting.h"
#include "practice/practice_venue.h"

#include <QFile>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOrders = 1'000'000;

base::Result<practice::PracticeOptions> readOptions(const Arguments &arguments)
{
    const auto port = arguments.number("port"_L1, 0, 65535);
    if (!port)
        return base::failure(port.error());
    const auto orders = arguments.number("orders"_L1, 0, mostOrders);
    if (!orders)
        return base::failure(orders.error());
    const auto seed = arguments.number("seed"_L1, 0, std::numeric_limits<qint64>::max());
    if (!seed)
        return base::failure(seed.error());
    practice::PracticeOptions options;
    options.port = static_cast<quint16>(port->value_or(options.port));
    options.orders = static_cast<int>(orders->value_or(options.orders));
    options.seed = static_cast<quint64>(seed->value_or(static_cast<qint64>(options.seed)));
    options.still = arguments.has("still"_L1);
    return options;
}

base::Status setFaults(practice::PracticeVenue &venue, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::ErrorKind::Usage, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    const auto set = venue.setFaults(file.readAll());
    if (!set)
        return base::failure(base::ErrorKind::Usage, u"%1: %2"_s.arg(path, set.error().text));
    return {};
}

} // namespace

ExitCode runPractice(const Context &context)
{
    if (!context.arguments.positional().isEmpty())
        return wrongUsage(context, u"\"practice\" takes options alone"_s);
    const auto options = readOptions(context.arguments);
    if (!options)
        return reportError(context, options.error());

    base::SystemClock clock;
    practice::PracticeVenue venue(clock, *options);
    if (context.arguments.has("faults"_L1)) {
        if (const auto set = setFaults(venue, context.arguments.value("faults"_L1)); !set)
            return reportError(context, set.error());
    }
    if (const auto started = venue.start(); !started)
        return reportError(context, started.error());
    // These sign in to this process alone and are there to be used.
    context.terminal.printUnredacted(venue.credentials().toJson() + '\n');
    if (context.terminal.hasLostOutput())
        return ExitCode::Failed;
    Waiting waiting(clock, context.interrupts);
    waiting.untilInterrupted();
    return ExitCode::Good;
}

} // namespace commands
