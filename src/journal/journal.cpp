// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.h"

#include "journal/anchor_file.h"
#include "journal/archive.h"
#include "journal/disk_reserve.h"
#include "journal/file_care.h"
#include "journal/record_kinds.h"
#include "orders/order_key.h"

#include <QFileInfo>

#include <algorithm>

namespace journal {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 reserveForProgram = 4 * 1024 * 1024;
constexpr qint64 reserveForTicket = 16 * 1024;
constexpr qint64 rowsOfALongPage = 50'000; // a restart reads a page: a fraction of a second
constexpr base::MonoTime anchorEvery = 60s;

base::Error notWritable()
{
    return {base::ErrorKind::Storage, u"The journal is closed for writing."_s, 0, {}, {}};
}

Entry aboutItself(const char *kind, const QString &text, std::vector<std::pair<QString, QString>> details)
{
    Entry entry;
    entry.kind = QString::fromLatin1(kind);
    entry.text = text;
    entry.details = std::move(details);
    return entry;
}

} // namespace

Journal::Journal(const base::Clock &clock, const base::Redactor &redactor)
    : m_clock(clock)
    , m_redactor(redactor)
{
}

Journal::~Journal()
{
    keepAnchor();
}

base::Status Journal::open(const QString &path)
{
    close(path);
    if (const auto finished = finishTurning(path); !finished)
        return finished;
    // Companions without a file are what is left of a renaming that was interrupted: not for the new journal.
    if (!QFileInfo::exists(path) && QFileInfo::exists(path + u"-wal"_s))
        return beginAnew(path);
    bool isBroken = false;
    const auto opened = openForWriting(path, isBroken);
    if (isBroken)
        return beginAnew(path);
    return opened ? compareWithAnchor() : opened;
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
    auto file = std::make_shared<JournalFile>();
    const auto opened = file->openForWriting(path);
    isBroken = !opened && file->isBroken();
    if (!opened)
        return opened;
    m_file = std::move(file);
    m_state = State::Writing;
    m_anchored = m_clock.monotonic();
    noteBeginning(m_clock.wall());
    return m_file->select(u"ORDER BY seq LIMIT 1"_s, {}, [this](const StoredRow &row) {
        noteBeginning(row.toRow().wall);
        return false;
    });
}

void Journal::noteBeginning(base::WallTime time)
{
    m_day = orders::tradingDay(time);
    const auto end = m_file->end();
    m_rowsOfPage = end ? end->seq - m_file->follows().seq : 0;
}

base::Status Journal::compareWithAnchor()
{
    const auto anchor = loadAnchor(m_path);
    const auto end = m_file->end();
    if (!anchor || !end)
        return {};
    const bool isOfThisPage = anchor->seq > m_file->follows().seq;
    QByteArray hash = isOfThisPage ? QByteArray() : anchor->hash;
    if (isOfThisPage) {
        const auto read = m_file->select(u"WHERE seq = ?"_s, {anchor->seq}, [&hash](const StoredRow &row) {
            hash = row.hash;
            return false;
        });
        if (!read)
            return read;
    }
    if (hash == anchor->hash)
        return {};
    m_rowsLost = anchor->seq > end->seq
                     ? u"rows %1 to %2 of the journal were written once and are gone"_s.arg(end->seq + 1)
                           .arg(anchor->seq)
                     : u"the journal is another one than before: row %1 has changed"_s.arg(anchor->seq);
    const auto noted = append(aboutItself(rowsLostKind, *m_rowsLost,
                                          {{u"anchor_file"_s, QString::fromLatin1(anchor->file)},
                                           {u"anchor_seq"_s, QString::number(anchor->seq)},
                                           {u"anchor_hash"_s, QString::fromLatin1(anchor->hash)}}));
    return noted ? base::Status() : base::Status(base::failure(noted.error()));
}

base::Status Journal::openForReading(const QString &path)
{
    close(path);
    if (!QFileInfo::exists(path))
        return base::failure(base::ErrorKind::NotFound, u"There is no journal yet."_s);
    m_state = State::Reading;
    const auto opened = file();
    if (opened)
        return {};
    if (opened.error().kind == base::ErrorKind::NotFound)
        m_state = State::Closed;
    return base::failure(opened.error());
}

void Journal::close(const QString &nextPath)
{
    keepAnchor();
    m_file.reset();
    m_path = nextPath;
    m_setAside.reset();
    m_rowsLost.reset();
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

StoredRow Journal::toStored(const Entry &entry, qint64 seq) const
{
    StoredRow row;
    row.wallMilliseconds = m_clock.wall().time_since_epoch().count();
    row.monotonicNanoseconds = m_clock.monotonic().count();
    row.program = PULLCORD_VERSION;
    row.rules = ruleSetVersion;
    row.kind = entry.kind.toUtf8();
    row.connection = entry.connection.toUtf8();
    row.key = entry.key.toUtf8();
    row.ticket = entry.ticket.toUtf8();
    row.text = m_redactor.redacted(entry.text).toUtf8();
    auto details = entry.details;
    for (auto &[name, value] : details)
        value = m_redactor.redacted(std::move(value));
    if (entry.followsBack > 0)
        details.emplace_back(u"follows_row"_s, QString::number(seq - entry.followsBack));
    row.details = detailsToJson(details);
    return row;
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
    qint64 seq = m_file->lastSeq();
    for (const Entry &entry : entries)
        rows.push_back(toStored(entry, ++seq));
    if (const auto written = m_file->append(rows); !written) {
        m_state = State::Failed;
        releaseReserve(m_path);
        return base::failure(written.error());
    }
    m_rowsOfPage += static_cast<qint64>(rows.size());
    m_hasUnanchored = true;
    if (m_clock.monotonic() - m_anchored >= anchorEvery)
        keepAnchor();
    return rows.front().seq;
}

base::Status Journal::reopen()
{
    if (m_state == State::Closed || m_state == State::Reading)
        return base::failure(notWritable());
    if (m_state == State::Writing)
        return {};
    if (!m_file) { // it failed between two pages
        bool isBroken = false;
        const auto finished = finishTurning(m_path);
        return finished ? openForWriting(m_path, isBroken) : finished;
    }
    auto again = std::make_shared<JournalFile>();
    if (const auto opened = again->openAgain(*m_file); !opened)
        return opened;
    m_file = std::move(again);
    m_state = State::Writing;
    return {};
}

bool Journal::isLong() const
{
    return isWritable() && m_rowsOfPage > 0 &&
           (m_rowsOfPage >= rowsOfALongPage || m_day != orders::tradingDay(m_clock.wall()));
}

base::Status Journal::turnPage(std::span<const Entry> carried)
{
    if (!isWritable())
        return base::failure(notWritable());
    const auto end = m_file->end();
    if (!end)
        return base::failure(end.error());
    const auto make = [&](const QByteArray &nextFile) {
        const QString next = QString::fromLatin1(nextFile);
        Page page{toStored(aboutItself(sealKind, u"the record goes on in the file %1"_s.arg(next),
                                       {{nextFileDetail.toString(), next}})),
                  {}};
        page.first.push_back(toStored(aboutItself(
            genesisKind,
            u"the record goes on here after row %1 of the file %2"_s.arg(end->seq + 1).arg(fileId()),
            {{u"previous_file"_s, fileId()},
             {u"previous_rows"_s, QString::number(end->seq + 1)},
             {u"carried"_s, QString::number(carried.size())}})));
        for (const Entry &entry : carried)
            page.first.push_back(toStored(entry));
        return page;
    };
    auto turned = journal::turnPage(m_path, m_file, make);
    if (!turned) {
        if (turned.error().kind != base::ErrorKind::Busy || !m_file)
            m_state = State::Failed;
        return base::failure(turned.error());
    }
    m_file = std::move(*turned);
    m_day = orders::tradingDay(m_clock.wall());
    m_rowsOfPage = 0;
    keepAnchor();
    return {};
}

base::Result<Anchor> Journal::anchor() const
{
    const auto opened = file();
    return opened ? (*opened)->end() : base::Result<Anchor>(base::failure(opened.error()));
}

void Journal::keepAnchor()
{
    if (!isWritable() || !m_hasUnanchored)
        return;
    m_anchored = m_clock.monotonic();
    // An anchor that cannot be kept weakens what can be proved later; it is no reason to send nothing.
    if (const auto end = m_file->end(); end && saveAnchor(m_path, *end))
        m_hasUnanchored = false;
}

} // namespace journal
