// SPDX-License-Identifier: Apache-2.0
#include "journal/disk_reserve.h"

#include "journal/file_care.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <fcntl.h>
#endif

namespace journal {

namespace {

using namespace Qt::StringLiterals;

QString reservePath(const QString &journalPath)
{
    return journalPath + u".reserve"_s;
}

bool allocate(QFile &file, qint64 bytes)
{
#ifdef Q_OS_LINUX
    // Fills holes too, and costs next to nothing where all is allocated already.
    int error = EINTR;
    while (error == EINTR)
        error = ::posix_fallocate(file.handle(), 0, bytes);
    return error == 0;
#else
    return file.size() >= bytes || file.resize(bytes);
#endif
}

} // namespace

base::Status holdReserve(const QString &journalPath, qint64 bytes)
{
    const QString path = reservePath(journalPath);
    if (const auto made = makePrivateFile(path); !made)
        return made;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return base::failure(base::ErrorKind::Storage, u"The file %1 cannot be opened."_s.arg(path));
    const qint64 before = file.size();
    if (allocate(file, bytes))
        return {};
    if (before == 0)
        releaseReserve(journalPath);
    else
        file.resize(before);
    return base::failure(
        base::ErrorKind::Storage,
        u"The disk has no room for the journal: %1 MiB are needed."_s.arg((bytes >> 20) + 1));
}

void releaseReserve(const QString &journalPath)
{
    QFile::remove(reservePath(journalPath));
}

} // namespace journal
