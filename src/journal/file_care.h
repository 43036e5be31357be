// SPDX-License-Identifier: Apache-2.0
// What the journal does to files as files: make them private, move broken ones out of the way, notice that
// one was replaced. Used by the journal alone; it must never delete or overwrite anything.
#pragma once

#include "base/clock.h"
#include "base/result.h"

namespace journal {

/// An empty file (0600) in a folder that is made (0700) where it is missing. An existing file becomes
/// private.
[[nodiscard]] base::Status makePrivateFile(const QString &path);
/// Renames the file and what SQLite keeps beside it to NAME.broken-TIME; returns the new path.
[[nodiscard]] base::Result<QString> setFileAside(const QString &path, base::WallTime now);
/// Renames a file that is closed, under a name that is free; on disk when it returns.
[[nodiscard]] base::Status moveFile(const QString &from, const QString &to);
/// Differs for another file at the same path; empty where there is none.
[[nodiscard]] QByteArray identityOf(const QString &path);

} // namespace journal
