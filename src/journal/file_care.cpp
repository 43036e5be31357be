// SPDX-License-Identifier: Apache-2.0
#include "journal/file_care.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace journal {

namespace {

using namespace Qt::StringLiterals;

constexpr QFile::Permissions privateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions privateFolder = privateFile | QFile::ExeOwner;

// SQLite's companions. They keep these endings when they move, so that SQLite can still read what was set
// aside.
const QString companions[] = {u"-wal"_s, u"-shm"_s};

bool makePrivateFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.isDir())
        return true;
    return makePrivateFolder(folder.absolutePath()) && QDir().mkdir(path, privateFolder) &&
           QFile::setPermissions(path, privateFolder); // an odd umask takes too much
}

// A new name in a folder is on disk only when the folder is.
void flushFolder([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#endif
}

bool rename(const QString &from, const QString &to)
{
    // QFile::rename() copies and deletes where it cannot rename: not with evidence.
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), error);
    return !error;
}

base::Status moveCompanions(const QString &path, const QString &target)
{
    for (const QString &ending : companions) {
        if (QFileInfo::exists(path + ending) && !rename(path + ending, target + ending))
            return base::failure(base::ErrorKind::Storage,
                                 u"The broken journal's file %1 cannot be renamed."_s.arg(path + ending));
    }
    return {};
}

} // namespace

base::Status makePrivateFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!makePrivateFolder(folder))
        return base::failure(base::ErrorKind::Storage, u"The folder %1 cannot be created."_s.arg(folder));
    if (!QFileInfo::exists(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile))
            return base::failure(base::ErrorKind::Storage, u"The file %1 cannot be created."_s.arg(path));
        flushFolder(folder);
    }
    // An odd umask takes too much, a copy or an older program leaves too much. Where a file system knows no
    // permissions, or the file is another user's, this does nothing; whether it can be written shows later.
    QFile::setPermissions(path, privateFile);
    for (const QString &ending : companions) {
        if (QFileInfo::exists(path + ending))
            QFile::setPermissions(path + ending, privateFile);
    }
    return {};
}

base::Result<QString> setFileAside(const QString &path, base::WallTime now)
{
    const QString time = base::isoUtc(now).remove(u'-').remove(u':'); // colons are not for every file system
    const QString target = u"%1.broken-%2"_s.arg(path, time);
    QString free = target;
    for (int number = 2; QFileInfo::exists(free) || QFileInfo::exists(free + companions[0]); ++number)
        free = u"%1-%2"_s.arg(target).arg(number);

    // The main file first: if the program dies in between, the next opening finds companions without it and
    // moves them too. The other way round it would find a journal that has lost its last rows.
    if (QFileInfo::exists(path) && !rename(path, free))
        return base::failure(base::ErrorKind::Storage,
                             u"The broken journal %1 cannot be renamed."_s.arg(path));
    if (const auto moved = moveCompanions(path, free); !moved)
        return base::failure(moved.error());
    flushFolder(QFileInfo(path).absolutePath());
    return free;
}

base::Status moveFile(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to) || !rename(from, to))
        return base::failure(base::ErrorKind::Storage,
                             u"The journal's file %1 cannot be renamed to %2."_s.arg(from, to));
    flushFolder(QFileInfo(to).absolutePath());
    return {};
}

QByteArray identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
#else
    return QFileInfo::exists(path) ? "there"_ba : QByteArray(); // an open file cannot be replaced there
#endif
}

} // namespace journal
