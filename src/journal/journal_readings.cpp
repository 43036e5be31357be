// SPDX-License-Identifier: Apache-2.0
// What is read from a record, over all the files that it lies in: the other half of journal.cpp.
#include "journal/anchor_file.h"
#include "journal/archive.h"
#include "journal/journal.h"
#include "journal/record_check.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr auto ofKey = "WHERE key = CAST(? AS TEXT) ORDER BY seq"_L1;
constexpr auto ofTicketId = "WHERE ticket = CAST(? AS TEXT) ORDER BY seq"_L1;
// The index on the time finds where to begin; from there on the order of the rows is that of their numbers.
// The plus keeps SQLite from using the index a second time and sorting all it finds.
constexpr auto sinceTime =
    "WHERE seq >= (SELECT min(seq) FROM rows WHERE wall_ms >= ?) AND +wall_ms >= ? ORDER BY seq"_L1;
constexpr auto before = "WHERE seq < ? ORDER BY seq DESC LIMIT ?"_L1;

JournalFile::Visitor into(std::vector<Row> &rows)
{
    return [&rows](const StoredRow &row) {
        rows.push_back(row.toRow());
        return true;
    };
}

} // namespace

base::Result<std::shared_ptr<JournalFile>> Journal::file() const
{
    if (m_file)
        return m_file;
    if (m_state != State::Reading)
        return base::failure(base::ErrorKind::Storage, u"The journal is not open."_s);
    auto opened = std::make_shared<JournalFile>();
    if (const auto done = opened->openForReading(m_path); !done)
        return base::failure(done.error());
    return opened;
}

base::Status Journal::readSealed(base::WallTime since,
                                 const std::function<base::Status(const JournalFile &)> &read) const
{
    const QStringList paths = sealedFilesOf(m_path);
    for (const QString &path : paths) {
        if (QFileInfo(path).lastModified().toMSecsSinceEpoch() < since.time_since_epoch().count())
            continue;
        JournalFile sealed;
        if (const auto opened = sealed.openForReading(path); !opened)
            return opened;
        if (const auto done = read(sealed); !done)
            return done;
    }
    return {};
}

qint64 Journal::rowCount() const
{
    const auto end = anchor();
    return end ? end->count : 0;
}

QString Journal::fileId() const
{
    const auto page = file();
    return page ? QString::fromUtf8((*page)->fileId()) : QString();
}

base::Status Journal::readPage(const std::function<bool(const Row &)> &visit) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    return (*page)->select(u"ORDER BY seq"_s, {},
                           [&visit](const StoredRow &row) { return visit(row.toRow()); });
}

base::Status Journal::read(base::WallTime since, const std::function<bool(const Row &)> &visit) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    bool goesOn = true;
    const auto readFrom = [&](const JournalFile &from) {
        const qint64 first = since.time_since_epoch().count();
        return goesOn ? from.select(sinceTime, {first, first},
                                    [&](const StoredRow &row) { return goesOn = visit(row.toRow()); })
                      : base::Status();
    };
    const auto read = readSealed(since, readFrom);
    return read ? readFrom(**page) : read;
}

base::Result<std::vector<Row>> Journal::ofOrder(const QString &key, base::WallTime since) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    std::vector<Row> rows;
    const auto readFrom = [&](const JournalFile &from) {
        return from.select(ofKey, {boundText(key.toUtf8())}, into(rows));
    };
    const auto read = readSealed(since, readFrom);
    const auto done = read ? readFrom(**page) : read;
    if (!done)
        return base::failure(done.error());
    return rows;
}

base::Result<std::vector<Row>> Journal::ofTicket(const QString &ticket) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    std::vector<Row> rows;
    if (const auto done = (*page)->select(ofTicketId, {boundText(ticket.toUtf8())}, into(rows)); !done)
        return base::failure(done.error());
    return rows;
}

base::Result<std::vector<Row>> Journal::latest(int count, qint64 beforeSeq) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    const qint64 end = beforeSeq > 0 ? beforeSeq : std::numeric_limits<qint64>::max();
    const auto wanted = static_cast<std::size_t>(std::max(count, 0));
    std::vector<Row> rows;
    const auto readFrom = [&](const JournalFile &from) {
        return from.select(before, {end, qint64(wanted - rows.size())}, into(rows));
    };
    base::Status done = readFrom(**page);
    const QStringList paths = sealedFilesOf(m_path);
    for (auto path = paths.crbegin(); done && rows.size() < wanted && path != paths.crend(); ++path) {
        JournalFile sealed;
        done = sealed.openForReading(*path);
        if (done)
            done = readFrom(sealed);
    }
    if (!done)
        return base::failure(done.error());
    std::reverse(rows.begin(), rows.end());
    return rows;
}

base::Result<Verification> Journal::verify(const std::optional<Anchor> &anchor) const
{
    const auto page = file();
    if (!page)
        return base::failure(page.error());
    return checkRecord(sealedFilesOf(m_path) + QStringList{m_path}, anchor ? anchor : loadAnchor(m_path));
}

} // namespace journal
