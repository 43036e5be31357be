// SPDX-License-Identifier: Apache-2.0
#include "journal/journal_file.h"

#include "journal/chain_check.h"
#include "journal/file_care.h"
#include "journal/schema.h"

#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 rowsCheckedAtOpening = 100;

QByteArray randomId()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

} // namespace

base::Status JournalFile::openForWriting(const QString &path)
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
    return prepareToWrite();
}

base::Status JournalFile::openAgain(const JournalFile &before)
{
    if (identityOf(before.m_path) != before.m_fileIdentity) // SQLite would create it
        return base::failure(base::ErrorKind::Storage, u"The journal's file was moved or deleted."_s);
    if (const auto opened = openForWriting(before.m_path); !opened)
        return opened;
    bool isThere = before.m_lastSeq == 0;
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
    if (const auto opened = m_database.open(path, Database::Access::Read); !opened)
        return opened;
    const auto format = formatOf(m_database);
    if (!format)
        return base::failure(format.error());
    if (*format == Format::Newer)
        return base::failure(base::ErrorKind::Storage, u"The journal was written by a newer Pullcord."_s);
    if (*format != Format::Journal)
        return broken(u"The journal's file is not a journal."_s);
    return checkIdentity();
}

base::Status JournalFile::prepareToWrite()
{
    for (const QString &setting : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto done = m_database.run(setting); !done)
            return done;
    }
    if (const auto done = bringUpToDate(m_database); !done)
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
    return {};
}

base::Status JournalFile::checkLastRows()
{
    const auto last = m_database.value(u"SELECT coalesce(max(seq), 0) FROM rows"_s);
    if (!last)
        return base::failure(last.error());
    ChainCheck chain(m_fileId, std::max<qint64>(0, last->toLongLong() - rowsCheckedAtOpening));
    Damage damage = Damage::None;
    const auto read = select(u"WHERE seq > ? ORDER BY seq"_s, {chain.seq()}, [&](const StoredRow &row) {
        damage = chain.next(row);
        return damage == Damage::None;
    });
    if (!read)
        return read;
    if (damage != Damage::None || chain.seq() != last->toLongLong())
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
    if (identityOf(m_path) != m_fileIdentity)
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

base::Status JournalFile::write(std::span<StoredRow> rows)
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

base::Result<Anchor> JournalFile::end() const
{
    Anchor anchor{0, 0, beginningOfChain()};
    const auto read = select(u"ORDER BY seq DESC LIMIT 1"_s, {}, [&](const StoredRow &row) {
        anchor = {row.seq, row.seq, row.hash};
        return false;
    });
    if (!read)
        return base::failure(read.error());
    return anchor;
}

base::Result<Verification> JournalFile::verify(const std::optional<Anchor> &anchor) const
{
    Verification result;
    const auto found = [&result](Damage damage, qint64 seq) {
        result.damage = damage;
        result.firstBad = seq;
    };
    // The chain proves the rows; this proves the indexes, without which the rows of an order may stay unseen.
    const auto integrity = m_database.value(u"PRAGMA integrity_check(1)"_s);
    if (!integrity && !m_database.hasSeenDamage())
        return base::failure(integrity.error());
    if (!integrity || integrity->toString() != u"ok"_s)
        found(Damage::Unreadable, 0);

    ChainCheck chain(m_fileId, 0);
    const auto read = select(u"ORDER BY seq"_s, {}, [&](const StoredRow &row) {
        ++result.rows;
        result.unanchored += !anchor || row.seq > anchor->seq ? 1 : 0;
        if (result.damage != Damage::None)
            return true;
        const Damage damage = chain.next(row);
        if (damage != Damage::None)
            found(damage, damage == Damage::Gap ? chain.seq() + 1 : row.seq);
        else if (anchor && row.seq == anchor->seq && row.hash != anchor->hash)
            found(Damage::Rewritten, row.seq);
        return true;
    });
    if (!read && !m_database.hasSeenDamage())
        return base::failure(read.error());
    if (!read)
        found(Damage::Unreadable, chain.seq() + 1);
    if (result.damage == Damage::None && anchor && anchor->seq > chain.seq())
        found(Damage::CutOff, chain.seq() + 1);
    result.ok = result.damage == Damage::None;
    return result;
}

} // namespace journal
