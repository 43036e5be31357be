// SPDX-License-Identifier: Apache-2.0
// The secrets of one run, from --secrets FILE or standard input: {"NAME": SECRET, ...}. They stay in memory.
// No error text ever holds a part of the file.
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <utility>
#include <vector>

namespace commands {

using NamedSecrets = std::vector<std::pair<QString, base::Secret>>;

/// Keychain error for a file that others can read (the exit code is that of a missing keychain: 5); Usage
/// errors for one that cannot be read or is not what it should be.
[[nodiscard]] base::Result<base::Secret> readSecretsFile(const QString &path);
/// A SECRET may be a text, or an object, which is handed on as JSON.
[[nodiscard]] base::Result<NamedSecrets> parseSecrets(const base::Secret &text);

} // namespace commands
