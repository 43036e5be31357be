// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.h"

#include "journal/disk_reserve.h"
#include "journal/file_care.h"
#include "journal/journal_file.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 reserveForProgram = 4 * 1024 * 1024;
constexpr qint64 reserveForTicket = 16 * 1024;

base::Error notOpen()
{
    return {base::ErrorKind::Storage, u"The journal is not open."_s, 0, {}, {}};
}

base::Error notWritable()
{
    return {base::ErrorKind::Storage, u"The journal is closed for writing."_s, 0, {}, {}};
}

StoredRow toStored(const Entry &entry, const base::Clock &clock, const base::Redactor &redactor)
{
    StoredRow row;
    row.wallMilliseconds = clock.wall().time_since_epoch().count();
    row.monotonicNanoseconds = clock.monotonic().count();
    row.program = PULLCORD_VERSION;
    row.rules = ruleSetVersion;
    row.kind = entry.kind.toUtf8();
    row.connection = entry.connection.toUtf8();
    row.key = entry.key.toUtf8();
    row.ticket = entry.ticket.toUtf8();
    row.text = redactor.redacted(entry.text).toUtf8();
    auto details = entry.details;
    for (auto &[name, value] : details)
        value = redactor.redacted(std::move(value));
    row.details = detailsToJson(details);
    return row;
}

base::Result<std::vector<Row>> collect(const JournalFile *file, const QString &condition,
                                       const QVariantList &values)
{
    if (!file)
        return base::failure(notOpen());
    std::vector<Row> rows;
    const auto read = file->select(condition, values, [&rows](const StoredRow &row) {
        rows.push_back(row.toRow());
        return true;
    });
    if (!read)
        return base::failure(read.error());
    return rows;
}

} // namespace

Journal::Journal(const base::Clock &clock, const base::Redactor &redactor)
    : m_clock(clock)
    , m_redactor(redactor)
{
}

Journal::~Journal() = default;

base::Status Journal::open(const QString &path)
{
    close(path);
    // Companions without a file are what is left of a renaming that was interrupted: not for the new journal.
    if (!QFileInfo::exists(path) && QFileInfo::exists(path + u"-wal"_s))
        return beginAnew(path);
    bool isBroken = false;
    const auto opened = openForWriting(path, isBroken);
    return isBroken ? beginAnew(path) : opened;
}

base::Status Journal::beginAnew(const QString &path)
{
    const auto aside = setFileAside(path, m_clock.wall());
    if (!aside)
        return base::failure(aside.error());
    m_setAside = *aside;
    bool isBroken = false;
    return openForWriting(path, isBroken);
}

base::Status Journal::openForWriting(const QString &path, bool &isBroken)
{
    if (const auto made = makePrivateFile(path); !made)
        return made;
    auto file = std::make_unique<JournalFile>();
    const auto opened = file->openForWriting(path);
    isBroken = !opened && file->isBroken();
    if (opened) {
        m_file = std::move(file);
        m_state = State::Writing;
    }
    return opened;
}

base::Status Journal::openForReading(const QString &path)
{
    close(path);
    if (!QFileInfo::exists(path))
        return base::failure(base::ErrorKind::NotFound, u"There is no journal yet."_s);
    auto file = std::make_unique<JournalFile>();
    if (const auto opened = file->openForReading(path); !opened)
        return opened;
    m_file = std::move(file);
    m_state = State::Reading;
    return {};
}

void Journal::close(const QString &nextPath)
{
    m_file.reset();
    m_path = nextPath;
    m_setAside.reset();
    m_state = State::Closed;
}

bool Journal::isWritable() const
{
    return m_state == State::Writing;
}

base::Status Journal::reserve(int tickets)
{
    if (!isWritable())
        return base::failure(notWritable());
    return holdReserve(m_path, reserveForProgram + std::max(tickets, 0) * reserveForTicket);
}

base::Result<qint64> Journal::append(const Entry &entry)
{
    return appendAll({&entry, 1});
}

base::Result<qint64> Journal::appendAll(std::span<const Entry> entries)
{
    if (!isWritable())
        return base::failure(notWritable());
    if (entries.empty())
        return 0;
    std::vector<StoredRow> rows;
    rows.reserve(entries.size());
    for (const Entry &entry : entries)
        rows.push_back(toStored(entry, m_clock, m_redactor));
    if (const auto written = m_file->append(rows); !written) {
        m_state = State::Failed;
        releaseReserve(m_path);
        return base::failure(written.error());
    }
    return rows.front().seq;
}

base::Status Journal::reopen()
{
    if (m_state == State::Closed || m_state == State::Reading)
        return base::failure(notWritable());
    if (m_state == State::Writing)
        return {};
    auto file = std::make_unique<JournalFile>();
    if (const auto opened = file->openAgain(*m_file); !opened)
        return opened;
    m_file = std::move(file);
    m_state = State::Writing;
    return {};
}

qint64 Journal::rowCount() const
{
    const auto end = anchor();
    return end ? end->count : 0;
}

QString Journal::fileId() const
{
    return m_file ? QString::fromUtf8(m_file->fileId()) : QString();
}

base::Status Journal::read(base::WallTime since, const std::function<bool(const Row &)> &visit) const
{
    if (!m_file)
        return base::failure(notOpen());
    // The index on the time finds where to begin; from there on the order of the rows is that of their
    // numbers. The plus keeps SQLite from using the index a second time and sorting all it finds.
    const qint64 from = since.time_since_epoch().count();
    return m_file->select(u"WHERE seq >= (SELECT min(seq) FROM rows WHERE wall_ms >= ?) AND +wall_ms >= ? "
                          "ORDER BY seq"_s,
                          {from, from}, [&visit](const StoredRow &row) { return visit(row.toRow()); });
}

base::Result<std::vector<Row>> Journal::ofOrder(const QString &key) const
{
    return collect(m_file.get(), u"WHERE key = CAST(? AS TEXT) ORDER BY seq"_s, {boundText(key.toUtf8())});
}

base::Result<std::vector<Row>> Journal::ofTicket(const QString &ticket) const
{
    return collect(m_file.get(), u"WHERE ticket = CAST(? AS TEXT) ORDER BY seq"_s,
                   {boundText(ticket.toUtf8())});
}

base::Result<std::vector<Row>> Journal::latest(int count, qint64 before) const
{
    const qint64 end = before > 0 ? before : std::numeric_limits<qint64>::max();
    auto rows =
        collect(m_file.get(), u"WHERE seq < ? ORDER BY seq DESC LIMIT ?"_s, {end, std::max(count, 0)});
    if (rows)
        std::reverse(rows->begin(), rows->end());
    return rows;
}

base::Result<Anchor> Journal::anchor() const
{
    if (!m_file)
        return base::failure(notOpen());
    return m_file->end();
}

base::Result<Verification> Journal::verify(const std::optional<Anchor> &anchor) const
{
    if (!m_file)
        return base::failure(notOpen());
    return m_file->verify(anchor);
}

} // namespace journal
