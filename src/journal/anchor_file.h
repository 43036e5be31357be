// SPDX-License-Identifier: Apache-2.0
// The anchor of a journal, in a file beside it: what tells, after a crash or a restore, that rows are gone
// which were there. Used by Journal alone. Whoever may write both files can rewrite both; the code of an
// anchor, kept elsewhere, is what convinces others.
#pragma once

#include "base/result.h"
#include "journal/verification.h"

#include <optional>

namespace journal {

/// nullopt where there is none, or none that can be read.
[[nodiscard]] std::optional<Anchor> loadAnchor(const QString &journalPath);
/// On disk when it returns; 0600.
[[nodiscard]] base::Status saveAnchor(const QString &journalPath, const Anchor &anchor);
/// What Anchor::code() prints; its file and the rest of its hash are not known. nullopt for any other text.
[[nodiscard]] std::optional<Anchor> anchorFromCode(const QString &code);

} // namespace journal
