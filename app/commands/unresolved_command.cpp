// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli unresolved`: asks again about every cancel that has no end yet, and says what became of it.
#include "commands/cancel_report.h"
#include "commands/cancel_wish.h"
#include "commands/open_cancels.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

std::vector<CancelResult> resultsOf(const OpenCancels &cancels, const QString &endOfWait)
{
    const QStringList keys = cancels.keys();
    std::vector<CancelResult> results;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const cancel::TicketPtr ticket = cancels.ticket(cancels.tickets()[i]);
        if (!ticket)
            continue;
        results.push_back(resultOf(*ticket, endOfWait));
        results.back().key = keys[i];
    }
    return results;
}

// Here a request that the broker did not take counts as open until a read has shown the order.
bool isOver(const cancel::Ticket &ticket)
{
    return !ticket.isOpen() || (ticket.state == cancel::TicketState::NotTaken && ticket.isVerified);
}

bool areOver(const OpenCancels &cancels)
{
    return std::all_of(cancels.tickets().begin(), cancels.tickets().end(), [&](const QString &id) {
        const cancel::TicketPtr ticket = cancels.ticket(id);
        return ticket && isOver(*ticket);
    });
}

// True: the holder's own words were heard.
bool begin(const Context &context, const Engine &engine, OpenCancels &cancels)
{
    const auto begun = cancels.begin();
    if (!begun)
        context.terminal.say(u"%1: %2"_s.arg(engine.holder().value_or(QString()), begun.error().text));
    return begun.has_value();
}

} // namespace

ExitCode runUnresolved(const Context &context)
{
    const auto format = context.arguments.choice("format"_L1, {u"table"_s, u"json"_s});
    if (!format)
        return reportError(context, format.error());
    const auto timeout = readTimeout(context.arguments);
    if (!timeout)
        return reportError(context, timeout.error());
    if (!context.arguments.positional().isEmpty())
        return wrongUsage(context, u"\"unresolved\" takes options alone"_s);
    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Guest, code);
    if (!engine)
        return code;

    const auto cancels = OpenCancels::make(*engine);
    if (!begin(context, *engine, *cancels))
        return ExitCode::NotSent;
    const WaitEnd end =
        engine->waiting().until([&] { return areOver(*cancels) || cancels->isCutOff(); }, *timeout);

    const QString word = end == WaitEnd::Interrupted ? u"stopped"_s : u"timeout"_s;
    const std::vector<CancelResult> results = resultsOf(*cancels, word);
    const bool isDone = areOver(*cancels);
    if (!isDone && cancels->isCutOff())
        context.terminal.say(u"the program that holds the engine broke off: this is what it said last"_s);
    sayDetails(context.terminal, results);
    context.terminal.print(*format == "json"_L1 ? ticketsJson(results) : cancelTable(results));
    return isDone ? ExitCode::Good : ExitCode::Unresolved;
}

} // namespace commands
