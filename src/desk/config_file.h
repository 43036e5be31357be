// SPDX-License-Identifier: Apache-2.0
// Reading and writing a small file of the program's own, 0600, whole or not at all. A broken one is put aside
// as NAME.broken-TIME and never written over (rulings.md 23).
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// Empty when there is no such file. Storage error when it cannot be read.
[[nodiscard]] base::Result<QByteArray> readConfigFile(const QString &path);
[[nodiscard]] base::Status writeConfigFile(const QString &path, const QByteArray &bytes);
/// Returns the name it has now.
[[nodiscard]] base::Result<QString> setConfigFileAside(const QString &path, base::WallTime now);

} // namespace desk
