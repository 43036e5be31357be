// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli cancel`: cancels orders and waits for the proof.
#include "commands/cancel_question.h"
#include "commands/cancel_report.h"
#include "commands/cancel_run.h"
#include "desk/settings.h"

namespace commands {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds longestService = std::chrono::seconds(60);

// Empty: they did not agree.
QString askForConsent(const Context &context, Engine &engine, const CancelRun &run, const CancelWish &wish)
{
    const QString trade = wish.allowsTrade ? u" --allow-trade"_s : QString();
    if (wish.asksNothing || !run.hasSomethingToSend())
        return u"cli --yes"_s + trade;
    context.terminal.say(describePlan(run.plan(), desk::KeyIndex(engine.desk().orders())));
    const bool agreed = askWhetherToCancel(context.terminal, run.plan(), engine.wiring().settings().values());
    return agreed ? u"cli, typed"_s + trade : QString();
}

void perform(const Context &context, Engine &engine, CancelRun &run, const CancelWish &wish)
{
    if (wish.isDryRun) {
        if (run.hasSomethingToSend())
            context.terminal.say(describePlan(run.plan(), desk::KeyIndex(engine.desk().orders())));
        run.endAsDryRun();
        return;
    }
    const QString given = askForConsent(context, engine, run, wish);
    if (given.isEmpty())
        run.endUnsent(u"declined"_s);
    else
        run.sendAndWait(given);
}

// Another program's cancels went through this one: to leave now would leave them without an end.
void serveOthers(const Context &context, Engine &engine)
{
    if (!engine.wiring().servesOthers())
        return;
    context.terminal.say(u"another program has handed its cancels over to this one: waiting for their end"_s);
    static_cast<void>(
        engine.waiting().until([&] { return !engine.wiring().servesOthers(); }, longestService));
}

} // namespace

ExitCode runCancel(const Context &context)
{
    const auto wish = CancelWish::read(context.arguments);
    if (!wish)
        return reportError(context, wish.error());
    if (!wish->isDryRun && !wish->asksNothing && !context.terminal.isInputTerminal())
        return wrongUsage(context, u"there is no terminal to ask at: nothing is cancelled without --yes"_s);

    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, wish->isDryRun ? Door::Reader : Door::Guest, code);
    if (!engine)
        return code;
    code = engine->restrictTo(wish->connections);
    if (code != ExitCode::Good)
        return code;
    if (!engine->loadBooks(false)) {
        context.terminal.say(u"interrupted: nothing was sent"_s);
        return ExitCode::NotSent;
    }
    QObject::connect(&engine->desk().cancels(), &cancel::CancelDesk::alarmRaised, &engine->waiting(),
                     [&](const cancel::TicketPtr &, const QString &text) { context.terminal.say(text); });
    CancelRun run(*engine, *wish);
    if (const auto chosen = run.choose(); !chosen)
        return reportError(context, chosen.error());
    perform(context, *engine, run, *wish);

    const std::vector<CancelResult> results = run.results();
    sayDetails(context.terminal, results);
    context.terminal.print(wish->format == "json"_L1 ? cancelJson(run.batch(), results)
                                                     : cancelTable(results));
    serveOthers(context, *engine);
    code = exitCodeOf(results);
    return engine->hasFailedBook() ? graver(code, ExitCode::BookFailed) : code;
}

} // namespace commands
