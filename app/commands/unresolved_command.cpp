// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli unresolved`: asks again about every cancel that has no end yet, and says what became of it.
#include "commands/cancel_report.h"
#include "commands/cancel_wish.h"
#include "commands/engine.h"

#include <algorithm>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

std::vector<CancelResult> resultsOf(Engine &engine, const QStringList &tickets, const QString &endOfWait)
{
    const desk::KeyIndex keys(engine.desk().orders());
    std::vector<CancelResult> results;
    for (const QString &id : tickets) {
        const cancel::TicketPtr ticket = engine.desk().cancels().ticket(id);
        if (!ticket)
            continue;
        CancelResult result = resultOf(*ticket, endOfWait);
        const orders::Order *row = ticket->latest ? ticket->latest.get() : ticket->asked.get();
        if (row)
            result.key = keys.textOf(*row);
        results.push_back(std::move(result));
    }
    return results;
}

// Here a request that the broker did not take counts as open until a read has shown the order.
bool isOver(const cancel::Ticket &ticket)
{
    return !ticket.isOpen() || (ticket.state == cancel::TicketState::NotTaken && ticket.isVerified);
}

bool areOver(Engine &engine, const QStringList &tickets)
{
    return std::all_of(tickets.begin(), tickets.end(), [&](const QString &id) {
        const cancel::TicketPtr ticket = engine.desk().cancels().ticket(id);
        return !ticket || isOver(*ticket);
    });
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
    const auto engine = Engine::open(context, Door::Sender, code);
    if (!engine)
        return code;

    cancel::CancelDesk &cancels = engine->desk().cancels();
    QObject::connect(&cancels, &cancel::CancelDesk::ticketChanged, &engine->waiting(), &Waiting::look);
    engine->desk().start(false);
    // What was open in the journal; nothing of it can have ended before the event loop runs.
    QStringList tickets;
    for (const cancel::TicketPtr &ticket : cancels.unresolved())
        tickets << ticket->id;
    WaitEnd end = WaitEnd::Done;
    if (!tickets.isEmpty())
        end = engine->waiting().until([&] { return areOver(*engine, tickets); }, *timeout);

    const QString word = end == WaitEnd::Interrupted ? u"stopped"_s : u"timeout"_s;
    const std::vector<CancelResult> results = resultsOf(*engine, tickets, word);
    context.terminal.print(*format == "json"_L1 ? ticketsJson(results) : cancelTable(results));
    return areOver(*engine, tickets) ? ExitCode::Good : ExitCode::Unresolved;
}

} // namespace commands
