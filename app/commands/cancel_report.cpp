// SPDX-License-Identifier: Apache-2.0
#include "commands/cancel_report.h"

#include "commands/text_table.h"
#include "json/json_writer.h"

#include <array>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

using Counts = std::array<qint64, outcomeCount>;

Counts countsOf(const std::vector<CancelResult> &results)
{
    Counts counts{};
    for (const CancelResult &result : results)
        ++counts[static_cast<std::size_t>(result.outcome)];
    return counts;
}

void writeTime(json::Writer &writer, QStringView name, const std::optional<base::WallTime> &time)
{
    writer.memberOrNull(name, time ? base::isoUtc(*time) : QString());
}

QString secondsBetween(const std::optional<base::WallTime> &from, const std::optional<base::WallTime> &to)
{
    if (!from || !to)
        return {};
    return QString::number(std::chrono::duration<double>(*to - *from).count(), 'f', 2);
}

QString summaryLine(const std::vector<CancelResult> &results)
{
    const Counts counts = countsOf(results);
    QStringList parts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            parts << u"%1 %2"_s.arg(counts[i]).arg(outcomeName(static_cast<Outcome>(i)));
    }
    return u"%1 asked: %2\n"_s.arg(results.size())
        .arg(parts.isEmpty() ? u"nothing to do"_s : parts.join(", "_L1));
}

} // namespace

void writeResult(json::Writer &writer, const CancelResult &result, bool withBatch)
{
    writer.beginObject();
    writer.member(u"key", result.key);
    if (withBatch)
        writer.memberOrNull(u"batch", result.batch);
    writer.member(u"outcome", outcomeName(result.outcome));
    writer.memberOrNull(u"why", result.why);
    writer.name(u"attempts").number(result.attempts);
    writer.memberOrNull(u"filled", result.filled.toText());
    writer.memberOrNull(u"venue_message", result.venueMessage);
    writer.memberOrNull(u"venue_code", result.venueCode);
    writeTime(writer, u"asked_at", result.askedAt);
    writeTime(writer, u"sent_at", result.sentAt);
    writeTime(writer, u"receipt_at", result.receiptAt);
    writeTime(writer, u"proved_at", result.provedAt);
    writer.endObject();
}

QByteArray cancelJson(const QString &batch, const std::vector<CancelResult> &results)
{
    json::Writer writer;
    writer.beginObject();
    writer.memberOrNull(u"batch", batch);
    writer.name(u"results").beginArray();
    for (const CancelResult &result : results)
        writeResult(writer, result, false);
    writer.endArray();
    writer.name(u"summary").beginObject();
    const Counts counts = countsOf(results);
    for (std::size_t i = 0; i < counts.size(); ++i)
        writer.name(outcomeName(static_cast<Outcome>(i)).toString()).number(counts[i]);
    writer.endObject();
    writer.endObject();
    return writer.bytes() + '\n';
}

QByteArray ticketsJson(const std::vector<CancelResult> &results)
{
    json::Writer writer;
    writer.beginObject().name(u"tickets").beginArray();
    for (const CancelResult &result : results)
        writeResult(writer, result, true);
    writer.endArray().endObject();
    return writer.bytes() + '\n';
}

QByteArray cancelTable(const std::vector<CancelResult> &results)
{
    TextTable table({u"KEY"_s, u"OUTCOME"_s, u"WHY"_s, u">TRIES"_s, u">FILLED"_s, u">SECONDS"_s, u"EFFECT"_s,
                     u"BROKER SAYS"_s});
    for (const CancelResult &result : results) {
        const QString said = result.venueCode.isEmpty()
                                 ? result.venueMessage
                                 : u"%1 (%2)"_s.arg(result.venueMessage, result.venueCode);
        table.addRow({result.key, outcomeName(result.outcome), result.why, QString::number(result.attempts),
                      result.filled.toText(), secondsBetween(result.sentAt, result.provedAt), result.effect,
                      said});
    }
    return (table.isEmpty() ? QByteArray() : table.toText()) + summaryLine(results).toUtf8();
}

void sayDetails(Terminal &terminal, const std::vector<CancelResult> &results)
{
    for (const CancelResult &result : results) {
        if (!result.detail.isEmpty())
            terminal.say(u"%1: %2"_s.arg(result.key, result.detail));
    }
}

ExitCode exitCodeOf(const std::vector<CancelResult> &results)
{
    ExitCode code = ExitCode::Good;
    for (const CancelResult &result : results)
        code = graver(code, result.exitCode);
    return code;
}

} // namespace commands
