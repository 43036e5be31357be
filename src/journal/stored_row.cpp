// SPDX-License-Identifier: Apache-2.0
#include "journal/stored_row.h"

#include "json/json_writer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <QtEndian>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

void add(QCryptographicHash &hash, const QByteArray &column)
{
    const quint64 length = qToBigEndian(quint64(column.size()));
    hash.addData({reinterpret_cast<const char *>(&length), sizeof length});
    hash.addData(column);
}

// Nearly four times as fast as SHA-256 without hardware for it, which is what Qt has.
const QByteArray hashName = "blake2b-256:"_ba;

QByteArray hashBy(const StoredRow &row, QCryptographicHash::Algorithm algorithm)
{
    QCryptographicHash hash(algorithm);
    add(hash, QByteArray::number(row.seq));
    for (const QByteArray *column : {&row.fileId, &row.writerId, &row.previousHash})
        add(hash, *column);
    add(hash, QByteArray::number(row.wallMilliseconds));
    add(hash, QByteArray::number(row.monotonicNanoseconds));
    for (const QByteArray *column : {&row.bootId, &row.program, &row.rules, &row.kind, &row.connection,
                                     &row.key, &row.ticket, &row.text, &row.details})
        add(hash, *column);
    return hash.result().toHex();
}

std::vector<std::pair<QString, QString>> detailsFromJson(const QByteArray &json)
{
    std::vector<std::pair<QString, QString>> details;
    const QJsonArray pairs = QJsonDocument::fromJson(json).array();
    details.reserve(std::size_t(pairs.size()));
    for (const QJsonValue &pair : pairs)
        details.emplace_back(pair[0].toString(), pair[1].toString());
    return details;
}

} // namespace

QByteArray StoredRow::computedHash() const
{
    return hashName + hashBy(*this, QCryptographicHash::Blake2b_256);
}

bool StoredRow::isGenuine() const
{
    return hash.startsWith(hashName) ? hash == computedHash()
                                     : hash == hashBy(*this, QCryptographicHash::Sha256);
}

Row StoredRow::toRow() const
{
    Row row;
    row.seq = seq;
    row.wall = base::WallTime(base::milliseconds(wallMilliseconds));
    row.monotonic = base::MonoTime(monotonicNanoseconds);
    row.boot = QString::fromUtf8(bootId);
    row.entry = {QString::fromUtf8(kind),   QString::fromUtf8(connection), QString::fromUtf8(key),
                 QString::fromUtf8(ticket), QString::fromUtf8(text),       detailsFromJson(details)};
    row.hash = hash;
    return row;
}

// Texts travel as UTF-8 blobs: on the way through UTF-16 SQLite would change some characters (byte order
// marks, lone surrogates, U+FFFE), and the hash would not fit what lies in the file.
QString StoredRow::columns()
{
    return u"seq, CAST(file_id AS BLOB), CAST(writer_id AS BLOB), CAST(previous_hash AS BLOB), wall_ms, "
           "monotonic_ns, CAST(boot_id AS BLOB), CAST(program AS BLOB), CAST(rules AS BLOB), CAST(kind AS "
           "BLOB), "
           "CAST(connection AS BLOB), CAST(key AS BLOB), CAST(ticket AS BLOB), CAST(text AS BLOB), "
           "CAST(details AS BLOB), CAST(hash AS BLOB)"_s;
}

StoredRow StoredRow::fromQuery(const QSqlQuery &query)
{
    StoredRow row;
    int column = 0;
    row.seq = query.value(column++).toLongLong();
    for (QByteArray *bytes : {&row.fileId, &row.writerId, &row.previousHash})
        *bytes = query.value(column++).toByteArray();
    row.wallMilliseconds = query.value(column++).toLongLong();
    row.monotonicNanoseconds = query.value(column++).toLongLong();
    for (QByteArray *bytes : {&row.bootId, &row.program, &row.rules, &row.kind, &row.connection, &row.key,
                              &row.ticket, &row.text, &row.details, &row.hash})
        *bytes = query.value(column++).toByteArray();
    return row;
}

QString StoredRow::insertSql()
{
    return u"INSERT INTO rows (seq, file_id, writer_id, previous_hash, wall_ms, monotonic_ns, boot_id, "
           u"program, "
           "rules, kind, connection, key, ticket, text, details, hash) "
           "VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS "
           "TEXT), "
           "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS "
           "TEXT), "
           "CAST(? AS TEXT), CAST(? AS TEXT))"_s;
}

void StoredRow::bindTo(QSqlQuery &insert) const
{
    int column = 0;
    insert.bindValue(column++, seq);
    for (const QByteArray *bytes : {&fileId, &writerId, &previousHash})
        insert.bindValue(column++, boundText(*bytes));
    insert.bindValue(column++, wallMilliseconds);
    insert.bindValue(column++, monotonicNanoseconds);
    for (const QByteArray *bytes :
         {&bootId, &program, &rules, &kind, &connection, &key, &ticket, &text, &details, &hash})
        insert.bindValue(column++, boundText(*bytes));
}

QVariant boundText(const QByteArray &utf8)
{
    return utf8.isNull() ? ""_ba : utf8; // Qt would bind NULL, which no column takes and nothing equals
}

QByteArray beginningOfChain()
{
    return QByteArray(64, '0');
}

QByteArray randomId()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

QByteArray detailsToJson(const std::vector<std::pair<QString, QString>> &details)
{
    json::Writer writer;
    writer.beginArray();
    for (const auto &[name, value] : details)
        writer.beginArray().text(name).text(value).endArray();
    writer.endArray();
    return writer.bytes();
}

} // namespace journal
