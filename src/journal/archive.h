// SPDX-License-Identifier: Apache-2.0
// The files that a record lies in: journal.db, which grows, and beside it journal-DAY-FIRSTROW.db, which are
// sealed. Turns the page from one to the next so that a crash at any moment leaves the one or the other. Used
// by Journal alone; it must never change a sealed file.
//
//   journal.db.next is made, its first rows chained to the seal  ->  the seal is committed to journal.db
//   (from here on there is no way back)  ->  journal.db gets its own name  ->  journal.db.next becomes
//   journal.db
#pragma once

#include "journal/journal_file.h"

namespace journal {

/// The sealed files of the journal at this path, the oldest first.
[[nodiscard]] QStringList sealedFilesOf(const QString &path);

/// Before a journal is opened: carries on where a crash has interrupted the turning of the page.
[[nodiscard]] base::Status finishTurning(const QString &path);

/// What makes the rows of the next file: its id and the end of the file before are known only here.
struct Page
{
    StoredRow seal;               // its detail nextFileDetail is `nextFile`
    std::vector<StoredRow> first; // genesis and what is carried over
};
using PageMaker = std::function<Page(const QByteArray &nextFile)>;

/// Seals `current`, which is open at the path, and moves it aside; the next file is opened. Busy while
/// another program reads the file: try again later. After any other error the journal has to be opened anew.
[[nodiscard]] base::Result<std::shared_ptr<JournalFile>>
turnPage(const QString &path, std::shared_ptr<JournalFile> &current, const PageMaker &make);

} // namespace journal
