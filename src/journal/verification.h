// SPDX-License-Identifier: Apache-2.0
// The values of a check of the whole journal: the anchor that was kept elsewhere, and what the check found.
// Whoever verifies (window, CLI) makes the words from the damage; nothing here touches a file.
#pragma once

#include <QByteArray>
#include <QString>

namespace journal {

/// Where the chain stood at some moment. Kept outside the file, it proves later that no row before it is
/// gone.
struct Anchor
{
    QByteArray file; // the id of the file that holds the row
    qint64 seq = 0;
    qint64 count = 0;
    QByteArray hash; // of the row `seq`; of the beginning of every chain while there is no row

    bool operator==(const Anchor &) const = default;

    /// Short enough to be written down: "5021-9f3ac01b22d4e0aa".
    [[nodiscard]] QString code() const;
    /// The row of this hash is the one it knows; of a code only the beginning is known.
    [[nodiscard]] bool fits(const QByteArray &rowHash) const;
};

enum class Damage {
    None,
    Unreadable, // SQLite itself finds the file damaged
    Gap,        // the row firstBad is missing, later ones are there
    Changed,    // the row firstBad is not what was written, or does not follow on the one before
    CutOff,     // rows from firstBad on were written once and are missing
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
