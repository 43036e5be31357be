// SPDX-License-Identifier: Apache-2.0
// Checks a whole record, however many files it lies in: every row of every file, and that each file goes on
// where the one before it was sealed. Reads the files on several threads; changes nothing.
#pragma once

#include "base/result.h"
#include "journal/verification.h"

#include <QStringList>

#include <optional>

namespace journal {

/// `paths`: the oldest first. An error means that a file could not be read; damage is a Verification.
[[nodiscard]] base::Result<Verification> checkRecord(const QStringList &paths,
                                                     const std::optional<Anchor> &anchor);

} // namespace journal
