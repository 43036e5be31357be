// SPDX-License-Identifier: Apache-2.0
// The tables of a journal and how older ones become today's. Used when a journal is opened; it must never
// touch a database that is not a journal or that a newer program wrote.
#pragma once

#include "journal/database.h"

namespace journal {

enum class Format {
    Empty,   // nothing in it: a new file
    Journal, // ours, of a version that this program can bring up to date
    Newer,   // ours, of a later program
    Foreign, // some other database
};

[[nodiscard]] base::Result<Format> formatOf(Database &database);
/// Creates the tables or migrates them, all in one commit.
[[nodiscard]] base::Status bringUpToDate(Database &database);

} // namespace journal
