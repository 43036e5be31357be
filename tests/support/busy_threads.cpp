// SPDX-License-Identifier: Apache-2.0
#include "support/busy_threads.h"

#include <QFile>

#include <filesystem>
#include <string>
#include <unistd.h>

namespace support {

namespace {

// "1234 (a name) S ...": the name may hold anything, so the last bracket is looked for.
bool isAsleep(const QByteArray &stat)
{
    const qsizetype state = stat.lastIndexOf(')') + 2;
    return state >= stat.size() || stat.at(state) == 'S';
}

} // namespace

bool areOtherThreadsBusy()
{
    const std::string own = std::to_string(::gettid());
    std::error_code error;
    for (const auto &thread : std::filesystem::directory_iterator("/proc/self/task", error)) {
        QFile stat(thread.path() / "stat");
        if (thread.path().filename() != own && stat.open(QIODevice::ReadOnly) && !isAsleep(stat.readAll()))
            return true;
    }
    return false;
}

} // namespace support
