// SPDX-License-Identifier: Apache-2.0
// What goes into the journal and what comes back. Plain values: any layer above may make, copy and compare
// them; they know nothing of files and must never carry a secret on purpose.
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace journal {

/// Which cancel rules the program followed when it wrote a row. Raise it whenever those rules change.
inline constexpr char ruleSetVersion[] = "4";

/// One thing that happened. Details keep their order; values are redacted before they are written.
struct Entry
{
    QString kind;       // "start", "asked", "sending", "answer", "evidence", "transition", ...
    QString connection; // empty where it concerns none
    QString key;        // orders::OrderKey::toText(), empty where it concerns none
    QString ticket;     // the ticket's id, empty for none
    QString text;       // one English sentence for people
    std::vector<std::pair<QString, QString>> details;
    /// It follows from the entry that stands so many before it in the same commit, and is written with the
    /// seq of that in the detail "follows_row". 0: from none.
    int followsBack = 0;

    /// The value of the first detail of that name; empty when there is none.
    [[nodiscard]] QString detail(QStringView name) const;
};

/// An entry as it lies in the file.
struct Row
{
    qint64 seq = 0;
    base::WallTime wall{};
    base::MonoTime monotonic{0};
    QString boot; // the machine's boot id: monotonic times compare only within one
    Entry entry;
    QByteArray hash; // hex
};

} // namespace journal
