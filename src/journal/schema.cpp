// SPDX-License-Identifier: Apache-2.0
#include "journal/schema.h"

#include "journal/stored_row.h"

#include <QStringList>

#include <iterator>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr int applicationId = 0x50756C6C; // "Pull": tells a journal from any other database

QStringList createVersion1()
{
    return {
        u"PRAGMA application_id = %1"_s.arg(applicationId),
        u"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
        u"CREATE TABLE rows (seq INTEGER PRIMARY KEY, file_id TEXT NOT NULL, writer_id TEXT NOT NULL, "
        "previous_hash TEXT NOT NULL, hash TEXT NOT NULL, wall_ms INTEGER NOT NULL, monotonic_ns INTEGER NOT "
        "NULL, "
        "boot_id TEXT NOT NULL, program TEXT NOT NULL, rules TEXT NOT NULL, kind TEXT NOT NULL, "
        "connection TEXT NOT NULL, key TEXT NOT NULL, ticket TEXT NOT NULL, text TEXT NOT NULL, "
        "details TEXT NOT NULL) STRICT"_s,
        u"CREATE INDEX rows_by_time ON rows (wall_ms)"_s,
        u"CREATE INDEX rows_by_key ON rows (key)"_s,
        u"CREATE INDEX rows_by_ticket ON rows (ticket)"_s,
        u"CREATE TRIGGER rows_never_change BEFORE UPDATE ON rows "
        "BEGIN SELECT RAISE(ABORT, 'a journal row never changes'); END"_s,
        u"CREATE TRIGGER rows_never_go BEFORE DELETE ON rows "
        "BEGIN SELECT RAISE(ABORT, 'a journal row never goes'); END"_s,
        // REPLACE deletes without the trigger above; this also keeps the numbers without gaps.
        u"CREATE TRIGGER rows_only_at_the_end BEFORE INSERT ON rows "
        "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM rows) "
        "BEGIN SELECT RAISE(ABORT, 'a journal grows at its end only'); END"_s,
        u"CREATE TRIGGER meta_never_changes BEFORE UPDATE ON meta "
        "BEGIN SELECT RAISE(ABORT, 'the journal keeps its identity'); END"_s,
        u"CREATE TRIGGER meta_never_goes BEFORE DELETE ON meta "
        "BEGIN SELECT RAISE(ABORT, 'the journal keeps its identity'); END"_s,
    };
}

// The record goes on in a file of its own from time to time; its numbers and its chain go on with it.
QStringList createVersion2()
{
    return {
        u"DROP TRIGGER rows_only_at_the_end"_s,
        u"CREATE TRIGGER rows_only_at_the_end BEFORE INSERT ON rows "
        "WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM rows), "
        "(SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'follows_seq'), 0) "
        "BEGIN SELECT RAISE(ABORT, 'a journal grows at its end only'); END"_s,
    };
}

// Each step leads from its index to the next version. A step that has been released is never edited.
using Step = QStringList (*)();
constexpr Step steps[] = {createVersion1, createVersion2};
constexpr int currentVersion = int(std::size(steps));

base::Status runAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = database.run(statement); !done)
            return done;
    }
    return {};
}

} // namespace

base::Result<Format> formatOf(Database &database)
{
    const auto application = database.value(u"PRAGMA application_id"_s);
    if (!application)
        return base::failure(application.error());
    const auto version = database.value(u"PRAGMA user_version"_s);
    if (!version)
        return base::failure(version.error());
    const auto objects = database.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!objects)
        return base::failure(objects.error());

    if (application->toInt() == applicationId)
        return version->toInt() > currentVersion ? Format::Newer : Format::Journal;
    const bool isEmpty = application->toInt() == 0 && version->toInt() == 0 && objects->toInt() == 0;
    return isEmpty ? Format::Empty : Format::Foreign;
}

base::Status bringUpToDate(Database &database, const QByteArray &newId, const Anchor &follows)
{
    const auto version = database.value(u"PRAGMA user_version"_s);
    if (!version)
        return base::failure(version.error());
    if (version->toInt() == currentVersion)
        return {};

    QStringList statements{u"BEGIN IMMEDIATE"_s};
    for (int from = version->toInt(); from < currentVersion; ++from)
        statements += steps[from]();
    // Ids, numbers and hashes: nothing in them needs an escape.
    if (version->toInt() == 0)
        statements << u"INSERT INTO meta VALUES ('file_id', '%1')"_s.arg(QString::fromLatin1(newId));
    if (version->toInt() == 0 && follows.seq > 0)
        statements << u"INSERT INTO meta VALUES ('follows_file', '%1'), ('follows_seq', '%2'), "
                      "('follows_hash', '%3')"_s.arg(QString::fromLatin1(follows.file))
                          .arg(follows.seq)
                          .arg(QString::fromLatin1(follows.hash));
    statements << u"PRAGMA user_version = %1"_s.arg(currentVersion) << u"COMMIT"_s;
    return runAll(database, statements); // a failure closes the connection, which rolls back
}

base::Result<Anchor> predecessorOf(Database &database)
{
    const auto meta = [&database](const QString &name) {
        return database.value(
            u"SELECT coalesce((SELECT value FROM meta WHERE name = 'follows_%1'), '')"_s.arg(name));
    };
    const auto file = meta(u"file"_s);
    const auto seq = meta(u"seq"_s);
    const auto hash = meta(u"hash"_s);
    for (const auto *value : {&file, &seq, &hash}) {
        if (!*value)
            return base::failure(value->error());
    }
    if (seq->toLongLong() <= 0)
        return Anchor{{}, 0, 0, beginningOfChain()};
    return Anchor{file->toByteArray(), seq->toLongLong(), seq->toLongLong(), hash->toByteArray()};
}

} // namespace journal
