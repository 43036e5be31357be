// SPDX-License-Identifier: Apache-2.0
#include "journal/archive.h"

#include "journal/file_care.h"
#include "journal/record_kinds.h"
#include "orders/order_key.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace journal {

namespace {

using namespace Qt::StringLiterals;

QString nextPath(const QString &path)
{
    return path + u".next"_s;
}

qint64 firstRowOf(const QString &sealed)
{
    return QFileInfo(sealed).completeBaseName().section(u'-', -1).toLongLong();
}

// By the day on which it was sealed, for people; by its first row, for us.
QString sealedPath(const QString &path, const StoredRow &seal, qint64 firstRow)
{
    const QFileInfo file(path);
    const auto day = orders::tradingDay(base::WallTime(base::milliseconds(seal.wallMilliseconds)));
    return file.dir().filePath(u"%1-%2-%3.%4"_s.arg(file.completeBaseName())
                                   .arg(day)
                                   .arg(firstRow, 12, 10, QChar(u'0'))
                                   .arg(file.suffix()));
}

std::optional<StoredRow> sealOf(const JournalFile &file)
{
    std::optional<StoredRow> seal;
    const auto read = file.select(u"ORDER BY seq DESC LIMIT 1"_s, {}, [&seal](const StoredRow &row) {
        if (row.kind == sealKind)
            seal = row;
        return false;
    });
    return read ? seal : std::nullopt;
}

QByteArray nextFileOf(const StoredRow &seal)
{
    return seal.toRow().entry.detail(nextFileDetail).toUtf8();
}

base::Status moveToPlaces(const QString &path, const StoredRow &seal, qint64 firstRow)
{
    if (const auto moved = moveFile(path, sealedPath(path, seal, firstRow)); !moved)
        return moved;
    return moveFile(nextPath(path), path);
}

base::Status dropNext(const QString &path)
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        const QString left = nextPath(path) + ending;
        if (QFileInfo::exists(left) && !QFile::remove(left))
            return base::failure(base::ErrorKind::Storage, u"The file %1 cannot be removed."_s.arg(left));
    }
    return {};
}

} // namespace

QStringList sealedFilesOf(const QString &path)
{
    const QFileInfo file(path);
    const QDir folder = file.dir();
    QStringList found;
    const QString pattern = u"%1-*-*.%2"_s.arg(file.completeBaseName(), file.suffix());
    for (const QString &name : folder.entryList({pattern}, QDir::Files))
        found << folder.filePath(name);
    std::sort(found.begin(), found.end(),
              [](const QString &a, const QString &b) { return firstRowOf(a) < firstRowOf(b); });
    return found;
}

base::Status finishTurning(const QString &path)
{
    if (!QFileInfo::exists(nextPath(path)))
        return {};
    if (!QFileInfo::exists(path))
        return moveFile(nextPath(path), path);
    JournalFile current;
    JournalFile next;
    const bool isReadable = current.openForReading(path).has_value();
    if (!isReadable)
        return {}; // opening it will say what is wrong with it
    const auto seal = sealOf(current);
    const bool isNext =
        seal && next.openForReading(nextPath(path)).has_value() && next.fileId() == nextFileOf(*seal);
    return isNext ? moveToPlaces(path, *seal, current.follows().seq + 1) : dropNext(path);
}

base::Result<std::shared_ptr<JournalFile>>
turnPage(const QString &path, std::shared_ptr<JournalFile> &current, const PageMaker &make)
{
    if (const auto alone = current->foldIn(); !alone)
        return base::failure(alone.error());
    if (const auto dropped = dropNext(path); !dropped)
        return base::failure(dropped.error());
    const QByteArray nextFile = randomId();
    Page page = make(nextFile);
    current->chain({&page.seal, 1});
    const Anchor follows{current->fileId(), page.seal.seq, page.seal.seq, page.seal.hash};
    {
        JournalFile next;
        if (const auto made = makePrivateFile(nextPath(path)); !made)
            return base::failure(made.error());
        if (const auto opened = next.openForWriting(nextPath(path), nextFile, follows); !opened)
            return base::failure(opened.error());
        if (const auto written = next.append(page.first); !written)
            return base::failure(written.error());
        if (const auto alone = next.foldIn(); !alone)
            return base::failure(alone.error());
    }
    if (const auto sealed = current->append({&page.seal, 1}); !sealed)
        return base::failure(sealed.error());
    const qint64 firstRow = current->follows().seq + 1;
    current.reset();
    if (const auto moved = moveToPlaces(path, page.seal, firstRow); !moved)
        return base::failure(moved.error());
    auto opened = std::make_shared<JournalFile>();
    if (const auto done = opened->openForWriting(path); !done)
        return base::failure(done.error());
    return opened;
}

} // namespace journal
