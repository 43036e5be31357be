// SPDX-License-Identifier: Apache-2.0
// The tables of a journal and how older ones become today's. Used when a journal is opened; it must never
// touch a database that is not a journal or that a newer program wrote.
#pragma once

#include "journal/database.h"
#include "journal/verification.h"

namespace journal {

enum class Format {
    Empty,   // nothing in it: a new file
    Journal, // ours, of a version that this program can bring up to date
    Newer,   // ours, of a later program
    Foreign, // some other database
};

[[nodiscard]] base::Result<Format> formatOf(Database &database);
/// Creates the tables or migrates them, all in one commit. A new file gets the id, and its first row comes
/// after the row `follows` of another file, or begins a chain.
[[nodiscard]] base::Status bringUpToDate(Database &database, const QByteArray &newId, const Anchor &follows);
/// What the file's first row comes after; a seq of 0 for one that begins a chain.
[[nodiscard]] base::Result<Anchor> predecessorOf(Database &database);

} // namespace journal
