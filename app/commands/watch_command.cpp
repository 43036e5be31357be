// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli watch`: one line for every change, until a person ends it.
#include "commands/watch_feed.h"

namespace commands {

using namespace Qt::StringLiterals;

ExitCode runWatch(const Context &context)
{
    const auto format = context.arguments.choice("format"_L1, {u"table"_s, u"json"_s});
    if (!format)
        return reportError(context, format.error());
    if (!context.arguments.positional().isEmpty())
        return wrongUsage(context, u"\"watch\" takes options alone"_s);
    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Reader, code);
    if (!engine)
        return code;
    code = engine->restrictTo(context.arguments.values("connection"_L1));
    if (code != ExitCode::Good)
        return code;
    WatchFeed feed(*engine, context.terminal, *format == "json"_L1);
    QObject::connect(&feed, &WatchFeed::outputLost, &engine->waiting(), &Waiting::giveUp);
    feed.begin();
    engine->desk().start(true);
    engine->waiting().untilInterrupted();
    return ExitCode::Good; // lost output is told by main()
}

} // namespace commands
