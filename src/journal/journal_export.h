// SPDX-License-Identifier: Apache-2.0
// Writes the journal's rows for people and other programs. Called by the CLI and the window when a person
// asks for it; the caller appends a row that says so. JSON has every value exactly as it is; in CSV one that
// a spreadsheet would take for a formula gets an apostrophe in front.
#pragma once

#include "journal/journal.h"

class QIODevice;

namespace journal {

/// A header line, then one line per row: seq, time, kind, connection, key, text; all in quotes (RFC 4180).
[[nodiscard]] base::Status exportCsv(const Journal &journal, base::WallTime since, QIODevice &device);
/// One array of objects with the same names and "details", an array of [name, value] in their order.
[[nodiscard]] base::Status exportJson(const Journal &journal, base::WallTime since, QIODevice &device);

} // namespace journal
