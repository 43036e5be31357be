// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli history KEY`: what became of one order, as its broker tells it.
#include "commands/key_argument.h"
#include "commands/text_table.h"
#include "json/json_value.h"
#include "json/json_writer.h"

#include <QPointer>

namespace commands {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using History = std::vector<orders::OrderPtr>;

constexpr base::milliseconds readTime = 20s;

// When the revision came about: the venue's own stamp where it is one (nanoseconds), else when the order
// came.
std::optional<base::WallTime> timeOf(const orders::Order &row)
{
    bool isNumber = false;
    const qint64 stamp = row.marker.reference.toLongLong(&isNumber);
    if (isNumber && row.marker.reference.size() == 19)
        return base::WallTime(base::milliseconds(stamp / 1'000'000));
    const qint64 exchangeSeconds = row.exchangeTime.toLongLong(&isNumber);
    if (isNumber && exchangeSeconds > 0 && exchangeSeconds < 100'000'000'000)
        return base::WallTime(base::seconds(exchangeSeconds));
    return row.placedAt;
}

QString timeText(const orders::Order &row)
{
    const auto time = timeOf(row);
    return time ? base::isoUtc(*time) : QString();
}

QByteArray historyJson(const History &history)
{
    json::Writer writer;
    writer.beginArray();
    for (const orders::OrderPtr &row : history) {
        writer.beginObject();
        writer.memberOrNull(u"time", timeText(*row));
        writer.member(u"status", orders::stateName(row->state));
        writer.memberOrNull(u"venue_status", row->venueStatus);
        writer.memberOrNull(u"filled", row->filled.toText());
        writer.memberOrNull(u"price", row->price.toText());
        writer.memberOrNull(u"reason", row->reason);
        const QByteArray raw = row->raw.view().toByteArray();
        writer.name(u"raw");
        if (json::parse(raw))
            writer.raw(raw);
        else
            writer.textOrNull(QString::fromUtf8(raw));
        writer.endObject();
    }
    writer.endArray();
    return writer.bytes() + '\n';
}

QByteArray historyTable(const History &history)
{
    TextTable table(
        {u"TIME (UTC)"_s, u"STATUS"_s, u"BROKER'S WORD"_s, u">FILLED"_s, u">PRICE"_s, u"REASON"_s});
    for (const orders::OrderPtr &row : history)
        table.addRow({timeText(*row), orders::stateName(row->state), row->venueStatus, row->filled.toText(),
                      row->price.toText(), row->reason});
    return table.toText();
}

ExitCode printHistory(const Context &context, Engine &engine, const orders::Order &order,
                      const QString &format)
{
    // Shared: the answer may come after the wait was given up.
    const auto shared = std::make_shared<std::optional<base::Result<History>>>();
    const QPointer<Waiting> waiting(&engine.waiting());
    engine.desk().readHistory(order.key, [shared, waiting](base::Result<History> history) {
        *shared = std::move(history);
        if (waiting)
            waiting->look();
    });
    const WaitEnd end = engine.waiting().until([&] { return shared->has_value(); }, readTime);
    const auto &answer = *shared;
    if (end == WaitEnd::Interrupted)
        return ExitCode::Failed;
    if (end == WaitEnd::TimedOut) {
        context.terminal.say(u"the broker did not answer in time"_s);
        return ExitCode::BookFailed;
    }
    if (!*answer) {
        context.terminal.say(answer->error());
        return ExitCode::BookFailed;
    }
    context.terminal.print(format == "json"_L1 ? historyJson(**answer) : historyTable(**answer));
    return ExitCode::Good;
}

} // namespace

ExitCode runHistory(const Context &context)
{
    const auto format = context.arguments.choice("format"_L1, {u"table"_s, u"json"_s});
    if (!format)
        return reportError(context, format.error());
    if (context.arguments.positional().size() != 1)
        return wrongUsage(context, u"\"history\" takes one KEY"_s);
    const auto key = desk::KeyText::parse(context.arguments.positional().front());
    if (!key)
        return reportError(context, key.error());

    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Reader, code);
    if (!engine)
        return code;
    code = engine->restrictTo({key->connection});
    if (code != ExitCode::Good)
        return code;
    if (!engine->loadBooks(false))
        return ExitCode::Failed;
    const desk::KeyIndex keys(engine->desk().orders());
    const FoundOrder found = findOrder(*engine, keys, *key);
    if (found.isBookMissing)
        return ExitCode::BookFailed;
    if (!found.row)
        return wrongUsage(context, found.problem);
    return printHistory(context, *engine, *found.row, *format);
}

} // namespace commands
