// SPDX-License-Identifier: Apache-2.0
#include "journal/database.h"

#include <QSqlError>
#include <QUuid>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

// SQLite's primary result codes; its header is not needed for anything else.
enum Code {
    SqlError = 1, // our statements never change: a table or column of theirs is missing
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

// Finer ones: what is left of a killed program's transaction.
enum FineCode {
    ReadOnlyRecovery = ReadOnly | (1 << 8),
    ReadOnlyRollback = ReadOnly | (3 << 8),
};

QString wordsFor(int code, const QSqlError &error)
{
    switch (code) {
    case Busy:
    case Locked:
        return u"The journal is held by another program."_s;
    case ReadOnly:
        return u"The journal may not be written to."_s;
    case InputOutput:
        return u"The disk reported an error while the journal was used."_s;
    case SqlError:
    case Corrupt:
    case NotADatabase:
        return u"The journal's file is damaged or is not a journal."_s;
    case Full:
        return u"The disk is full: the journal cannot be written."_s;
    case CannotOpen:
        return u"The journal's file cannot be opened."_s;
    default:
        return u"The journal cannot be used: %1"_s.arg(error.text().trimmed());
    }
}

} // namespace

Database::Database()
    : m_name(u"journal-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = {}; // Qt warns about a name that is removed while a handle to it is alive
    QSqlDatabase::removeDatabase(m_name);
}

base::Status Database::open(const QString &path, Access access)
{
    close();
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!m_connection.isValid())
        return base::failure(base::ErrorKind::Storage, u"Qt's SQLite driver is not installed."_s);
    m_connection.setDatabaseName(path);
    // A lock lasts for the moment of a commit. Whoever holds it for longer holds it for good.
    m_connection.setConnectOptions(access == Access::Read
                                       ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s
                                       : u"QSQLITE_BUSY_TIMEOUT=1000"_s);
    if (!m_connection.open())
        return base::failure(errorOf(m_connection.lastError()));
    return {};
}

base::Status Database::run(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return base::failure(errorOf(query.lastError()));
    return {};
}

base::Result<QVariant> Database::value(const QString &sql)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return base::failure(errorOf(query.lastError()));
    if (!query.next())
        return base::failure(errorOf(query.lastError()));
    return query.value(0);
}

base::Result<QSqlQuery> Database::prepared(const QString &sql)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return base::failure(errorOf(query.lastError()));
    return query;
}

base::Status Database::execute(QSqlQuery &query)
{
    if (!query.exec())
        return base::failure(errorOf(query.lastError()));
    return {};
}

base::Status Database::ended(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return base::failure(errorOf(query.lastError()));
    return {};
}

base::Error Database::errorOf(const QSqlError &error)
{
    const int fineCode = error.nativeErrorCode().toInt();
    const int code = fineCode & 0xff;
    m_needsRecovery = fineCode == ReadOnlyRecovery || fineCode == ReadOnlyRollback;
    if (code == SqlError || code == Corrupt || code == NotADatabase)
        m_hasSeenDamage = true;
    const bool isHeld = code == Busy || code == Locked;
    return {isHeld ? base::ErrorKind::Busy : base::ErrorKind::Storage, wordsFor(code, error), 0, {}, {}};
}

} // namespace journal
