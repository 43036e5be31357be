// SPDX-License-Identifier: Apache-2.0
// `pullcord-cli journal list|verify|export`: reads the record; an export is noted in it.
#include "commands/engine.h"
#include "commands/filter_argument.h"
#include "commands/text_table.h"
#include "desk/engine_lock.h"
#include "desk/key_text.h"
#include "journal/anchor_file.h"
#include "journal/journal_export.h"
#include "json/json_writer.h"

#include <QBuffer>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

// The KEY of the order that a row is about, with its day: it must stay readable when the order has left the
// book.
QString keyText(const journal::Entry &entry)
{
    const orders::OrderKey key = orders::OrderKey::parse(entry.key);
    if (!key.isValid())
        return entry.key;
    desk::KeyText text{entry.connection, key.orderId, {}, {}, key.day};
    if (!key.leg.isEmpty() || !key.twin.isEmpty())
        text.leg = key.leg;
    if (!key.twin.isEmpty())
        text.exchangeOrderId = key.twin;
    return text.toText();
}

QByteArray rowJson(const journal::Row &row)
{
    json::Writer writer;
    writer.beginObject();
    writer.name(u"seq").number(row.seq);
    writer.member(u"time", base::isoUtc(row.wall));
    writer.member(u"kind", row.entry.kind);
    writer.memberOrNull(u"connection", row.entry.connection);
    writer.memberOrNull(u"key", keyText(row.entry));
    writer.member(u"text", row.entry.text);
    writer.endObject();
    return writer.bytes();
}

ExitCode list(const Context &context, const journal::Journal &journal, base::WallTime since, bool isTable)
{
    TextTable table({u">SEQ"_s, u"TIME (UTC)"_s, u"KIND"_s, u"CONNECTION"_s, u"KEY"_s, u"TEXT"_s});
    QByteArray lines = "[";
    const auto read = journal.read(since, [&](const journal::Row &row) {
        const journal::Entry &entry = row.entry;
        if (isTable)
            table.addRow({QString::number(row.seq), base::isoUtc(row.wall), entry.kind, entry.connection,
                          keyText(entry), entry.text});
        else
            lines += (lines.size() > 1 ? ",\n" : "\n") + rowJson(row);
        return true;
    });
    if (!read)
        return reportError(context, read.error());
    context.terminal.print(isTable ? table.toText() : lines + "\n]\n");
    return ExitCode::Good;
}

QString damageText(const journal::Verification &found)
{
    switch (found.damage) {
    case journal::Damage::None:
        return {};
    case journal::Damage::Unreadable:
        return u"the file is damaged"_s;
    case journal::Damage::Gap:
        return u"row %1 is missing"_s.arg(found.firstBad);
    case journal::Damage::Changed:
        return u"row %1 is not what was written"_s.arg(found.firstBad);
    case journal::Damage::CutOff:
        return u"row %1 and what followed are missing"_s.arg(found.firstBad);
    case journal::Damage::Rewritten:
        return u"row %1 is not the one that was anchored"_s.arg(found.firstBad);
    }
    Q_UNREACHABLE();
}

// What the caller has kept of an earlier export or check; nullopt where nothing was given.
base::Result<std::optional<journal::Anchor>> givenAnchor(const Arguments &arguments)
{
    if (!arguments.has("code"_L1))
        return std::optional<journal::Anchor>();
    const QString code = arguments.value("code"_L1);
    const auto anchor = journal::anchorFromCode(code);
    if (!anchor)
        return base::failure(base::ErrorKind::Usage,
                             u"\"%1\" is no code of a journal (like 5021-9f3ac01b22d4e0aa)"_s.arg(code));
    return anchor;
}

// Kept where nobody can reach it who can reach the journal, it proves later that nothing was cut off or
// rewritten.
void sayCode(const Context &context, const journal::Journal &journal)
{
    if (const auto anchor = journal.anchor(); anchor && anchor->seq > 0)
        context.terminal.say(u"The journal stands at %1. Keep this code elsewhere; \"journal verify --code\" "
                             "checks against it."_s.arg(anchor->code()));
}

// Exports and checks are deliberate acts and leave a row. Not where another program writes the journal, and
// not into a damaged one, which opening it would put aside.
void noteAct(const Context &context, Engine &engine, const QString &kind, const QString &text)
{
    app::Wiring &wiring = engine.wiring();
    const auto found = wiring.journal().verify();
    const auto lock = desk::EngineLock::take(wiring.configDir());
    if (!found || !found->ok || !lock) {
        context.terminal.say(u"the %1 is not noted in the journal: %2"_s.arg(kind, lock ? u"it is damaged"_s
                                                                                        : lock.error().text));
        return;
    }
    journal::Journal writing(wiring.clock(), wiring.redactor());
    journal::Entry entry;
    entry.kind = kind;
    entry.text = text;
    const auto anchor = wiring.journal().anchor();
    entry.details = {{u"anchor"_s, anchor ? anchor->code() : QString()}};
    if (const auto opened = writing.open(wiring.journalPath()); !opened)
        context.terminal.say(opened.error());
    else if (const auto written = writing.append(entry); !written)
        context.terminal.say(written.error());
}

ExitCode verify(const Context &context, Engine &engine, bool isTable)
{
    const journal::Journal &journal = engine.wiring().journal();
    const auto anchor = givenAnchor(context.arguments);
    if (!anchor)
        return reportError(context, anchor.error());
    const auto found = journal.verify(*anchor);
    if (!found)
        return reportError(context, found.error());
    if (isTable) {
        TextTable table({u"OK"_s, u">ROWS"_s, u">FIRST BAD"_s, u">UNANCHORED"_s});
        table.addRow({found->ok ? u"yes"_s : u"NO"_s, QString::number(found->rows),
                      found->firstBad == 0 ? QString() : QString::number(found->firstBad),
                      QString::number(found->unanchored)});
        context.terminal.print(table.toText());
    } else {
        json::Writer writer;
        writer.beginObject()
            .name(u"ok")
            .boolean(found->ok)
            .name(u"rows")
            .number(found->rows)
            .name(u"first_bad");
        if (found->firstBad == 0)
            writer.null();
        else
            writer.number(found->firstBad);
        writer.name(u"unanchored").number(found->unanchored).endObject();
        context.terminal.print(writer.bytes() + '\n');
    }
    if (!found->ok)
        context.terminal.say(u"the journal is not what was written: %1"_s.arg(damageText(*found)));
    else
        noteAct(context, engine, u"check"_s,
                u"the journal was checked: %1 rows, all as written"_s.arg(found->rows));
    if (found->ok)
        sayCode(context, journal);
    return found->ok ? ExitCode::Good : ExitCode::Failed;
}

ExitCode exportRows(const Context &context, Engine &engine, base::WallTime since)
{
    const auto format = context.arguments.choice("format"_L1, {u"csv"_s, u"json"_s});
    if (!format)
        return reportError(context, format.error());
    noteAct(context, engine, u"export"_s, u"the journal was exported as %1"_s.arg(*format));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const journal::Journal &journal = engine.wiring().journal();
    const auto written = *format == "csv"_L1 ? journal::exportCsv(journal, since, buffer)
                                             : journal::exportJson(journal, since, buffer);
    if (!written)
        return reportError(context, written.error());
    context.terminal.print(buffer.data());
    sayCode(context, journal);
    return ExitCode::Good;
}

// Before the first cancel there is no journal; that is no error, and reading must not make one.
ExitCode answerWithoutJournal(const Context &context, const QString &what, const QString &format)
{
    context.terminal.say(u"There is no journal yet."_s);
    if (what == "verify"_L1)
        context.terminal.print("{\"ok\":true,\"rows\":0,\"first_bad\":null,\"unanchored\":0}\n");
    else if (format == "json"_L1)
        context.terminal.print("[]\n");
    else if (what == "export"_L1)
        context.terminal.print("\"seq\",\"time\",\"kind\",\"connection\",\"key\",\"text\"\r\n");
    return ExitCode::Good;
}

} // namespace

ExitCode runJournal(const Context &context)
{
    const QStringList &words = context.arguments.positional();
    const QString what = words.value(0);
    const bool isExport = what == "export"_L1;
    if (words.size() != 1 || !(isExport || what == "list"_L1 || what == "verify"_L1))
        return wrongUsage(context, u"\"journal\" takes list, verify or export"_s);
    const auto format = isExport ? context.arguments.choice("format"_L1, {u"csv"_s, u"json"_s})
                                 : context.arguments.choice("format"_L1, {u"json"_s, u"table"_s});
    if (!format)
        return reportError(context, format.error());
    const auto since = readSince(context.arguments);
    if (!since)
        return reportError(context, since.error());
    ExitCode code = ExitCode::Good;
    const auto engine = Engine::open(context, Door::Reader, code);
    if (!engine)
        return code;
    if (!engine->wiring().journal().isOpen())
        return answerWithoutJournal(context, what, *format);
    if (isExport)
        return exportRows(context, *engine, *since);
    if (what == "verify"_L1)
        return verify(context, *engine, *format == "table"_L1);
    return list(context, engine->wiring().journal(), *since, *format == "table"_L1);
}

} // namespace commands
