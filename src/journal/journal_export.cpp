// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_export.h"

#include "journal/stored_row.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

bool writeAll(QIODevice &device, const QByteArray &bytes)
{
    return device.write(bytes) == bytes.size();
}

base::Status notWritten(const QIODevice &device)
{
    return base::failure(base::ErrorKind::Storage,
                         u"The export could not be written: %1"_s.arg(device.errorString()));
}

// What a spreadsheet would take for a formula gets an apostrophe in front, which it takes for "this is a
// text".
QString guarded(const QString &value)
{
    static const QString starters = u"=+-@\t\r\n"_s;
    return !value.isEmpty() && starters.contains(value.front()) ? u'\'' + value : value;
}

QByteArray quotedCsv(QString value)
{
    value = guarded(value);
    return u"\"%1\""_s.arg(value.replace(u'"', u"\"\""_s)).toUtf8();
}

QByteArray quotedJson(const QString &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray csvLine(const Row &row)
{
    const Entry &entry = row.entry;
    QByteArrayList cells;
    for (const QString &value : {QString::number(row.seq), base::isoUtc(row.wall), entry.kind,
                                 entry.connection, entry.key, entry.text})
        cells << quotedCsv(value);
    return cells.join(',') + "\r\n";
}

QByteArray jsonObject(const Row &row)
{
    const Entry &entry = row.entry;
    return "{\"seq\":" + QByteArray::number(row.seq) + ",\"time\":" + quotedJson(base::isoUtc(row.wall)) +
           ",\"kind\":" + quotedJson(entry.kind) + ",\"connection\":" + quotedJson(entry.connection) +
           ",\"key\":" + quotedJson(entry.key) + ",\"text\":" + quotedJson(entry.text) +
           ",\"details\":" + detailsToJson(entry.details) + '}';
}

} // namespace

base::Status exportCsv(const Journal &journal, base::WallTime since, QIODevice &device)
{
    bool isWritten = writeAll(device, "\"seq\",\"time\",\"kind\",\"connection\",\"key\",\"text\"\r\n"_ba);
    const auto read = journal.read(
        since, [&](const Row &row) { return isWritten = isWritten && writeAll(device, csvLine(row)); });
    if (!read)
        return read;
    return isWritten ? base::Status() : notWritten(device);
}

base::Status exportJson(const Journal &journal, base::WallTime since, QIODevice &device)
{
    bool isWritten = writeAll(device, "["_ba);
    QByteArray separator = "\n"_ba;
    const auto read = journal.read(since, [&](const Row &row) {
        isWritten = isWritten && writeAll(device, separator + jsonObject(row));
        separator = ",\n"_ba;
        return isWritten;
    });
    if (!read)
        return read;
    isWritten = isWritten && writeAll(device, "\n]\n"_ba);
    return isWritten ? base::Status() : notWritten(device);
}

} // namespace journal
