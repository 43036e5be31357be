// SPDX-License-Identifier: Apache-2.0
#include "desk/config_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace desk {

using namespace Qt::StringLiterals;
using base::ErrorKind;

base::Result<QByteArray> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(ErrorKind::Storage, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    QByteArray bytes = file.read(largestConfigFile + 1);
    if (bytes.size() > largestConfigFile)
        return base::failure(ErrorKind::BadReply, u"it is larger than 16 MiB"_s);
    return bytes;
}

base::Status writeConfigFile(const QString &path, const QByteArray &bytes)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (!folder.exists() && !folder.mkpath(u"."_s))
        return base::failure(ErrorKind::Storage, u"the folder %1 cannot be made"_s.arg(folder.path()));
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return base::failure(ErrorKind::Storage, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

base::Result<QString> setConfigFileAside(const QString &path, base::WallTime now)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC)
                             .toString(u"yyyyMMdd'T'HHmmss"_s);
    for (int i = 0;; ++i) {
        const QString aside = u"%1.broken-%2%3"_s.arg(path, time, i == 0 ? QString() : u"-%1"_s.arg(i));
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(path, aside))
            return aside;
        return base::failure(ErrorKind::Storage, u"%1 is broken and cannot be put aside"_s.arg(path));
    }
}

} // namespace desk
