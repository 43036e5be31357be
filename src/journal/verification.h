// SPDX-License-Identifier: Apache-2.0
// The values of a check of the whole journal: the anchor that was kept elsewhere, and what the check found.
// Whoever verifies (window, CLI) makes the words from the damage; nothing here touches a file.
#pragma once

#include <QByteArray>

namespace journal {

/// Where the chain stood at some moment. Kept outside the file, it proves later that no row before it is
/// gone.
struct Anchor
{
    qint64 seq = 0;
    qint64 count = 0;
    QByteArray hash; // hex, of the row `seq`; of the beginning of every chain while there is no row

    bool operator==(const Anchor &) const = default;
};

enum class Damage {
    None,
    Unreadable, // SQLite itself finds the file damaged
    Gap,        // the row firstBad is missing, later ones are there
    Changed,    // the row firstBad is not what was written, or does not follow on the one before
    CutOff,     // the anchor is ahead of the file: firstBad and later rows are missing
    Rewritten,  // the chain fits together, but the row firstBad is not the one the anchor knows
};

struct Verification
{
    bool ok = false;
    qint64 rows = 0;
    qint64 firstBad = 0;   // seq; 0 = none, or nowhere in particular
    qint64 unanchored = 0; // rows after the anchor; all of them without one
    Damage damage = Damage::None;
};

} // namespace journal
