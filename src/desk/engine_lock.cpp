// SPDX-License-Identifier: Apache-2.0
#include "desk/engine_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace desk {

using namespace Qt::StringLiterals;

base::Result<std::unique_ptr<EngineLock>> EngineLock::take(const QString &configDir)
{
    const QString path = QDir(configDir).filePath(u"engine.lock"_s);
    if (!QDir().mkpath(configDir))
        return base::failure(base::ErrorKind::Storage, u"the folder %1 cannot be made"_s.arg(configDir));
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return base::failure(
            base::ErrorKind::Storage,
            u"%1 cannot be opened: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    std::unique_ptr<EngineLock> lock(new EngineLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char holder[128] = {};
        const ssize_t length = ::pread(descriptor, holder, sizeof holder - 1, 0);
        const QString who = length > 0 ? QString::fromUtf8(holder, length).trimmed() : u"another program"_s;
        return base::failure(base::ErrorKind::Busy,
                             u"%1 is using these connections; only it may send cancels"_s.arg(who));
    }
    const QByteArray self = nameOfThisProgram().toUtf8() + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, self.constData(), static_cast<std::size_t>(self.size()), 0) < 0)
        return base::failure(base::ErrorKind::Storage, u"%1 cannot be written"_s.arg(path));
    return lock;
}

QString EngineLock::nameOfThisProgram()
{
    return u"%1 (process %2)"_s.arg(QCoreApplication::applicationName())
        .arg(QCoreApplication::applicationPid());
}

EngineLock::~EngineLock()
{
    ::close(m_descriptor);
}

} // namespace desk
