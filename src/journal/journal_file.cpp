// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_file.h"

#include "journal/chain_check.h"
#include "journal/file_care.h"
#include "journal/record_kinds.h"
#include "journal/schema.h"

#include <QSysInfo>

#include <algorithm>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 rowsCheckedAtOpening = 100;

} // namespace

base::Status JournalFile::openForWriting(const QString &path)
{
    return openForWriting(path, randomId(), {});
}

base::Status JournalFile::openForWriting(const QString &path, const QByteArray &fileId, const Anchor &follows)
{
    m_path = path;
    m_fileIdentity = identityOf(path);
    m_writerId = randomId();
    m_bootId = QSysInfo::bootUniqueId();
    if (m_bootId.isEmpty())
        m_bootId = randomId();

    if (const auto opened = m_database.open(path, Database::Access::Write); !opened)
        return opened;
    // Nothing is written, not even a setting, before the file is known to be ours.
    const auto format = formatOf(m_database);
    if (!format)
        return base::failure(format.error());
    if (*format == Format::Foreign)
        return broken(u"The journal's file is not a journal."_s);
    if (*format == Format::Newer)
        return base::failure(
            base::ErrorKind::Storage,
            u"The journal was written by a newer Pullcord. Use that one, or another folder."_s);
    return prepareToWrite(fileId, follows);
}

base::Status JournalFile::openAgain(const JournalFile &before)
{
    if (before.wasReplaced()) // SQLite would create it
        return base::failure(base::ErrorKind::Storage, u"The journal's file was moved or deleted."_s);
    if (const auto opened = openForWriting(before.m_path); !opened)
        return opened;
    bool isThere = before.m_lastSeq == before.m_follows.seq;
    const auto read = select(u"WHERE seq = ?"_s, {before.m_lastSeq}, [&](const StoredRow &row) {
        isThere = row.hash == before.m_lastHash;
        return false;
    });
    if (!read)
        return read;
    if (!isThere)
        return broken(u"The journal has lost rows that were written before."_s);
    return {};
}

base::Status JournalFile::openForReading(const QString &path)
{
    m_path = path;
    m_fileIdentity = identityOf(path);
    if (const auto opened = m_database.open(path, Database::Access::Read); !opened)
        return opened;
    auto format = formatOf(m_database);
    if (!format && m_database.needsRecovery()) { // SQLite takes it back only where it may write; we don't
        const auto opened = m_database.open(path, Database::Access::Write);
        const auto only = opened ? m_database.run(u"PRAGMA query_only = ON"_s) : opened;
        if (!only)
            return only;
        format = formatOf(m_database);
    }
    if (!format)
        return base::failure(format.error());
    if (*format == Format::Newer)
        return base::failure(base::ErrorKind::Storage, u"The journal was written by a newer Pullcord."_s);
    if (*format == Format::Empty) // the program that began it was killed in doing so
        return base::failure(base::ErrorKind::NotFound, u"There is no journal yet."_s);
    if (*format != Format::Journal)
        return broken(u"The journal's file is not a journal."_s);
    return checkIdentity();
}

base::Status JournalFile::prepareToWrite(const QByteArray &newId, const Anchor &follows)
{
    for (const QString &setting : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto done = m_database.run(setting); !done)
            return done;
    }
    if (const auto done = bringUpToDate(m_database, newId, follows); !done)
        return done;
    if (const auto done = checkIdentity(); !done)
        return done;
    if (const auto done = checkLastRows(); !done)
        return done;

    auto begin = m_database.prepared(u"BEGIN IMMEDIATE"_s);
    auto insert = m_database.prepared(StoredRow::insertSql());
    auto commit = m_database.prepared(u"COMMIT"_s);
    auto rollback = m_database.prepared(u"ROLLBACK"_s);
    for (const auto *query : {&begin, &insert, &commit, &rollback}) {
        if (!*query)
            return base::failure(query->error());
    }
    m_statements.emplace(
        Statements{std::move(*begin), std::move(*insert), std::move(*commit), std::move(*rollback)});

    // SQLite opens what it may only read without a word; taking the write lock shows it.
    if (const auto done = m_database.execute(m_statements->begin); !done)
        return done;
    return m_database.execute(m_statements->rollback);
}

base::Status JournalFile::checkIdentity()
{
    const auto id = m_database.value(u"SELECT value FROM meta WHERE name = 'file_id'"_s);
    if (!id)
        return m_database.hasSeenDamage() ? base::Status(base::failure(id.error()))
                                          : broken(u"The journal's file has lost its identity."_s);
    m_fileId = id->toString().toUtf8();
    auto follows = predecessorOf(m_database);
    if (!follows)
        return base::failure(follows.error());
    m_follows = std::move(*follows);
    return {};
}

base::Status JournalFile::checkLastRows()
{
    const auto found = m_database.value(u"SELECT max(seq) FROM rows"_s);
    if (!found)
        return base::failure(found.error());
    const qint64 last = found->isNull() ? m_follows.seq : found->toLongLong();
    const bool fromBeginning = last - rowsCheckedAtOpening <= m_follows.seq;
    ChainCheck chain(m_fileId, fromBeginning ? m_follows.seq : last - rowsCheckedAtOpening,
                     fromBeginning ? m_follows.hash : QByteArray());
    Damage damage = Damage::None;
    const auto read = select(u"WHERE seq > ? ORDER BY seq"_s, {chain.seq()}, [&](const StoredRow &row) {
        damage = chain.next(row);
        return damage == Damage::None;
    });
    if (!read)
        return read;
    if (damage != Damage::None || chain.seq() != last)
        return broken(u"The last rows of the journal are not what was written."_s);
    m_lastSeq = chain.seq();
    m_lastHash = chain.hash();
    return {};
}

base::Status JournalFile::broken(const QString &text)
{
    m_isBroken = true;
    return base::failure(base::ErrorKind::Storage, text);
}

base::Status JournalFile::append(std::span<StoredRow> rows)
{
    // Rows written into a file that somebody has deleted or replaced would be gone with it.
    if (wasReplaced())
        return base::failure(base::ErrorKind::Storage, u"The journal's file was moved or deleted."_s);
    if (const auto begun = m_database.execute(m_statements->begin); !begun)
        return begun;
    if (const auto written = write(rows); !written) {
        // Where SQLite has rolled back by itself this fails, which is just as good.
        m_statements->rollback.exec();
        return written;
    }
    m_lastSeq = rows.back().seq;
    m_lastHash = rows.back().hash;
    return {};
}

void JournalFile::chain(std::span<StoredRow> rows) const
{
    qint64 seq = m_lastSeq;
    QByteArray hash = m_lastHash;
    for (StoredRow &row : rows) {
        row.seq = ++seq;
        row.fileId = m_fileId;
        row.writerId = m_writerId;
        row.bootId = m_bootId;
        row.previousHash = hash;
        row.hash = hash = row.computedHash();
    }
}

base::Status JournalFile::write(std::span<StoredRow> rows)
{
    chain(rows);
    for (const StoredRow &row : rows) {
        row.bindTo(m_statements->insert);
        if (const auto inserted = m_database.execute(m_statements->insert); !inserted)
            return inserted;
    }
    return m_database.execute(m_statements->commit);
}

base::Status JournalFile::select(const QString &condition, const QVariantList &values,
                                 const Visitor &visit) const
{
    auto query = m_database.prepared(u"SELECT %1 FROM rows %2"_s.arg(StoredRow::columns(), condition));
    if (!query)
        return base::failure(query.error());
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (const auto done = m_database.execute(*query); !done)
        return done;
    while (query->next()) {
        if (!visit(StoredRow::fromQuery(*query)))
            return {};
    }
    return m_database.ended(*query);
}

base::Status JournalFile::foldIn()
{
    // Whoever reads now may read on for a while: no waiting.
    if (const auto set = m_database.run(u"PRAGMA busy_timeout = 0"_s); !set)
        return set;
    const auto mode = m_database.value(u"PRAGMA journal_mode = DELETE"_s);
    if (const auto set = m_database.run(u"PRAGMA busy_timeout = 1000"_s); !set)
        return set;
    if (!mode)
        return base::failure(mode.error());
    if (mode->toString() != "delete"_L1)
        return base::failure(base::ErrorKind::Busy, u"Another program reads the journal."_s);
    return {};
}

bool JournalFile::wasReplaced() const
{
    return identityOf(m_path) != m_fileIdentity;
}

base::Result<Anchor> JournalFile::end() const
{
    Anchor anchor{m_fileId, m_follows.seq, m_follows.seq, m_follows.hash};
    const auto read = select(u"ORDER BY seq DESC LIMIT 1"_s, {}, [&](const StoredRow &row) {
        anchor = {m_fileId, row.seq, row.seq, row.hash};
        return false;
    });
    if (!read)
        return base::failure(read.error());
    return anchor;
}

base::Result<FileReport> JournalFile::examine(qint64 anchoredSeq) const
{
    FileReport report{m_fileId, m_follows, m_follows, {}, 0, 0, Damage::None, {}};
    report.end.file = m_fileId;
    const auto found = [&report](Damage damage, qint64 seq) {
        report.damage = damage;
        report.firstBad = seq;
    };
    // The chain proves the rows; this proves the indexes, without which the rows of an order may stay unseen.
    const auto integrity = m_database.value(u"PRAGMA integrity_check(1)"_s);
    if (!integrity && !m_database.hasSeenDamage())
        return base::failure(integrity.error());
    if (!integrity || integrity->toString() != u"ok"_s)
        found(Damage::Unreadable, 0);

    ChainCheck chain(m_fileId, m_follows.seq, m_follows.hash);
    const auto read = select(u"ORDER BY seq"_s, {}, [&](const StoredRow &row) {
        ++report.rows;
        if (row.seq == anchoredSeq)
            report.hashAtAnchor = row.hash;
        if (report.damage != Damage::None)
            return true;
        const Damage damage = chain.next(row);
        if (damage != Damage::None)
            found(damage, damage == Damage::Gap ? chain.seq() + 1 : row.seq);
        else if (row.kind == rowsLostKind)
            found(Damage::CutOff, row.seq);
        report.next = row.kind == sealKind ? row.toRow().entry.detail(nextFileDetail).toUtf8() : QByteArray();
        return true;
    });
    if (!read && !m_database.hasSeenDamage())
        return base::failure(read.error());
    if (!read)
        found(Damage::Unreadable, chain.seq() + 1);
    report.end = {m_fileId, chain.seq(), chain.seq(), chain.hash()};
    return report;
}

} // namespace journal
