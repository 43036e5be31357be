// SPDX-License-Identifier: Apache-2.0
#include "net/request_ledger.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <deque>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemaVersion = 1;
constexpr base::seconds keptFor{24 * 3600};
// A clock that was wrong for a while may have left rows of the future; the near ones count as now, the far
// ones would count for ever.
constexpr base::seconds futureAllowed{3600};
constexpr base::seconds pruneEvery{600};
constexpr std::size_t mostWaiting = 1000;

qint64 millisecondsOf(base::WallTime time)
{
    return time.time_since_epoch().count();
}

base::WallTime wallOf(qint64 milliseconds)
{
    return base::WallTime(base::milliseconds(milliseconds));
}

QString putAside(const QString &path, base::WallTime now)
{
    const QString aside = path + u".broken-"_s + QString::number(millisecondsOf(now) / 1000);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, aside + suffix);
    return aside;
}

} // namespace

class RequestLedger::File
{
public:
    explicit File(const QString &path)
        : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        m_database.setDatabaseName(path);
        // Nobody waits for a counter: a lock that lasts longer than this is tried again with the next
        // request.
        m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5"_s);
    }

    ~File()
    {
        m_insert = QSqlQuery();
        m_select = QSqlQuery();
        m_pause = QSqlQuery();
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    File(const File &) = delete;
    File &operator=(const File &) = delete;

    enum class State { Ready, Broken, OtherVersion };

    State open()
    {
        if (!m_database.open())
            return State::Broken;
        QSqlQuery query(m_database);
        query.exec(u"PRAGMA journal_mode=WAL"_s);
        query.exec(u"PRAGMA synchronous=OFF"_s);
        if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
            return State::Broken;
        const int version = query.value(0).toInt();
        query.finish();
        if (version > schemaVersion)
            return State::OtherVersion;
        const bool made =
            query.exec(u"CREATE TABLE IF NOT EXISTS request(id INTEGER PRIMARY KEY AUTOINCREMENT, "
                       u"account TEXT NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL, "
                       u"segment TEXT NOT NULL, writer TEXT NOT NULL)"_s) &&
            query.exec(u"CREATE INDEX IF NOT EXISTS request_account ON request(account, id)"_s) &&
            query.exec(u"CREATE TABLE IF NOT EXISTS pause(account TEXT PRIMARY KEY, "
                       u"until INTEGER NOT NULL, halved INTEGER NOT NULL)"_s) &&
            query.exec(u"PRAGMA user_version=%1"_s.arg(schemaVersion)) &&
            query.exec(u"PRAGMA quick_check(1)"_s) && query.next() && query.value(0).toString() == u"ok"_s;
        return made && prepare() ? State::Ready : State::Broken;
    }

    bool prepare()
    {
        m_insert = QSqlQuery(m_database);
        m_select = QSqlQuery(m_database);
        m_pause = QSqlQuery(m_database);
        m_select.setForwardOnly(true);
        return m_insert.prepare(
                   u"INSERT INTO request(account, time, kind, segment, writer) VALUES(?, ?, ?, ?, ?)"_s) &&
               m_select.prepare(u"SELECT id, time, kind, segment FROM request "
                                u"WHERE account = ? AND id > ? AND time > ? AND writer <> ? ORDER BY id"_s) &&
               m_pause.prepare(u"SELECT until, halved FROM pause WHERE account = ?"_s);
    }

    struct Waiting
    {
        QString account;
        qint64 time;
        RequestClass kind;
        QString segment;
        int writer;
    };

    QString nameOf(int writer) const { return u"%1.%2"_s.arg(m_name).arg(writer); }

    bool write(const Waiting &row)
    {
        m_insert.bindValue(0, row.account);
        m_insert.bindValue(1, row.time);
        m_insert.bindValue(2, static_cast<int>(row.kind));
        m_insert.bindValue(3, row.segment.isNull() ? u""_s : row.segment);
        m_insert.bindValue(4, nameOf(row.writer));
        const bool written = m_insert.exec();
        m_insert.finish();
        return written;
    }

    QSqlDatabase m_database;
    QSqlQuery m_insert;
    QSqlQuery m_select;
    QSqlQuery m_pause;
    QString m_name; // of these writers too
    std::deque<Waiting> m_waiting;
    base::MonoTime m_pruned{0};
};

RequestLedger::RequestLedger(const base::Clock &clock)
    : m_clock(clock)
{
}
RequestLedger::~RequestLedger() = default;

base::Status RequestLedger::open(const QString &path)
{
    QString trouble;
    for (int attempt = 0; attempt < 2; ++attempt) {
        QFile file(path);
        if (!file.exists() &&
            !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
            !file.exists())
            return base::failure(
                base::ErrorKind::Storage,
                u"The request counters cannot be kept in %1: %2. They last until the program ends"_s.arg(
                    path, file.errorString()));
        file.close();
        auto opened = std::make_unique<File>(path);
        const File::State state = opened->open();
        if (state == File::State::Ready) {
            m_file = std::move(opened);
            prune();
            if (trouble.isEmpty())
                return {};
            return base::failure(base::ErrorKind::Storage, trouble);
        }
        if (state == File::State::OtherVersion || !QFileInfo(path).isWritable())
            break;
        opened.reset();
        trouble = u"The request counters in %1 were broken and are kept as %2; counting begins anew"_s.arg(
            path, putAside(path, m_clock.wall()));
    }
    return base::failure(
        base::ErrorKind::Storage,
        u"The request counters in %1 cannot be used by this version of the program. They last until it ends"_s
            .arg(path));
}

bool RequestLedger::isOpen() const
{
    return m_file != nullptr;
}

void RequestLedger::add(const QString &account, RequestClass kind, const QString &segment, int writer)
{
    if (!m_file)
        return;
    m_file->m_waiting.push_back({account, millisecondsOf(m_clock.wall()), kind, segment, writer});
    while (!m_file->m_waiting.empty() && m_file->write(m_file->m_waiting.front()))
        m_file->m_waiting.pop_front();
    if (m_file->m_waiting.size() > mostWaiting)
        m_file.reset(); // the disk is gone: on in memory
    else if (m_clock.sinceBoot() - m_file->m_pruned > pruneEvery)
        prune();
}

std::vector<LedgerRow> RequestLedger::rows(const QString &account, qint64 after, base::WallTime since,
                                           int writer)
{
    std::vector<LedgerRow> rows;
    if (!m_file)
        return rows;
    QSqlQuery &query = m_file->m_select;
    query.bindValue(0, account);
    query.bindValue(1, after);
    query.bindValue(2, millisecondsOf(since));
    query.bindValue(3, m_file->nameOf(writer));
    if (!query.exec())
        return rows;
    const qint64 latest = millisecondsOf(m_clock.wall() + futureAllowed);
    while (query.next()) {
        const int kind = query.value(2).toInt();
        if (kind < 0 || kind >= requestClassCount || query.value(1).toLongLong() > latest)
            continue;
        rows.push_back({query.value(0).toLongLong(), wallOf(query.value(1).toLongLong()),
                        static_cast<RequestClass>(kind), query.value(3).toString()});
    }
    query.finish();
    return rows;
}

void RequestLedger::setPause(const QString &account, const LedgerPause &pause)
{
    if (!m_file)
        return;
    QSqlQuery query(m_file->m_database);
    query.prepare(u"INSERT INTO pause(account, until, halved) VALUES(?, ?, ?) "
                  u"ON CONFLICT(account) DO UPDATE SET until = excluded.until, halved = excluded.halved"_s);
    query.addBindValue(account);
    query.addBindValue(millisecondsOf(pause.pausedUntil));
    query.addBindValue(millisecondsOf(pause.halvedUntil));
    query.exec();
}

LedgerPause RequestLedger::pause(const QString &account)
{
    if (!m_file)
        return {};
    QSqlQuery &query = m_file->m_pause;
    query.bindValue(0, account);
    LedgerPause pause;
    if (query.exec() && query.next())
        pause = {wallOf(query.value(0).toLongLong()), wallOf(query.value(1).toLongLong())};
    query.finish();
    return pause;
}

void RequestLedger::prune()
{
    m_file->m_pruned = m_clock.sinceBoot();
    const base::WallTime now = m_clock.wall();
    QSqlQuery query(m_file->m_database);
    query.prepare(u"DELETE FROM request WHERE time <= ? OR time > ?"_s);
    query.addBindValue(millisecondsOf(now - keptFor));
    query.addBindValue(millisecondsOf(now + futureAllowed));
    query.exec();
}

} // namespace net
