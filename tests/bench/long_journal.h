// SPDX-License-Identifier: Apache-2.0
// A record as it is after months of work: rows as long as a cancel really writes, its pages turned as the
// engine turns them, the last with tickets that are open.
#pragma once

#include "journal/journal.h"

namespace bench {

/// A request's words, and for every third row the broker's row that it rests on.
[[nodiscard]] inline journal::Entry entryOf(int number)
{
    journal::Entry entry;
    entry.kind = number % 3 == 0 ? QStringLiteral("evidence") : QStringLiteral("transition");
    entry.connection = QStringLiteral("pocketful");
    entry.key =
        QStringLiteral("live|tradelab|trade.pocketful.in||AB1234|20261121|2611210000%1|").arg(number / 6);
    entry.ticket = QStringLiteral("ticket-%1").arg(number / 6);
    entry.text = QStringLiteral("the closed list shows CANCEL_CONFIRMED, filled 0 of 100");
    entry.details = {{QStringLiteral("source"), QStringLiteral("closed list")},
                     {QStringLiteral("raw"), QString(number % 3 == 0 ? 900 : 200, QLatin1Char('x'))}};
    return entry;
}

[[nodiscard]] inline std::vector<journal::Entry> entriesOf(int first, int count)
{
    std::vector<journal::Entry> made;
    for (int i = 0; i < count; ++i)
        made.push_back(entryOf(first + i));
    return made;
}

/// From its present number of rows up to so many.
inline bool writeLong(journal::Journal &journal, int rows)
{
    constexpr int atOnce = 5000;
    for (int written = static_cast<int>(journal.rowCount()); written < rows; written += atOnce) {
        if (!journal.appendAll(entriesOf(written, std::min(atOnce, rows - written))))
            return false;
        if (journal.isLong() && !journal.turnPage(entriesOf(written, 100)))
            return false;
    }
    return true;
}

} // namespace bench
