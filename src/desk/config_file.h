// SPDX-License-Identifier: Apache-2.0
// Reading and writing a small file of the program's own, 0600, whole or not at all. A broken one is put aside
// as NAME.broken-TIME and never written over (rulings.md 23).
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// Ours have a few kilobytes; what is larger is none of ours.
inline constexpr qint64 largestConfigFile = 16LL * 1024 * 1024;

/// Empty when there is no such file. Storage error when it cannot be read, BadReply when it is too large to
/// be one of ours, and so to be put aside as broken.
[[nodiscard]] base::Result<QByteArray> readConfigFile(const QString &path);
[[nodiscard]] base::Status writeConfigFile(const QString &path, const QByteArray &bytes);
/// Returns the name it has now.
[[nodiscard]] base::Result<QString> setConfigFileAside(const QString &path, base::WallTime now);

} // namespace desk
