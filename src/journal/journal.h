// SPDX-License-Identifier: Apache-2.0
// The append-only record of every intent, send, answer and proof: SQLite, WAL, synchronous=FULL, each row
// hashed over the one before. A row is on disk when append returns; when it fails, nothing may be sent. From
// time to time the record goes on in a new file, the chain with it. Engine thread only. The engine writes,
// under the lock of its config folder; any other program may read at the same time. It must never overwrite,
// change or drop what was written, and never store a text that has not passed the Redactor.
#pragma once

#include "base/clock.h"
#include "base/redactor.h"
#include "base/result.h"
#include "journal/entry.h"
#include "journal/verification.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace journal {

class JournalFile;
struct StoredRow;

class Journal
{
public:
    Journal(const base::Clock &clock, const base::Redactor &redactor);
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;
    ~Journal();

    /// Creates the file (0600) and its folder (0700), or opens it and checks its last rows. A file that is
    /// damaged or no journal is renamed (see setAside()) and a new one begins. Storage errors in words for
    /// people: not writable, held by another program, written by a newer Pullcord.
    [[nodiscard]] base::Status open(const QString &path);
    /// For a second program: adds no row, never creates (NotFound: there is none) and never renames; what a
    /// killed program left half done it takes back. After any other error all that is asked of it says so
    /// again.
    [[nodiscard]] base::Status openForReading(const QString &path);
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] bool isWritable() const;
    /// Where open() has put a broken journal. Tickets open in it are unknown to the new one: tell the user.
    [[nodiscard]] std::optional<QString> setAside() const { return m_setAside; }
    /// What open() has found missing by the anchor beside the file: tell the user. It stands in the record
    /// too.
    [[nodiscard]] std::optional<QString> rowsLost() const { return m_rowsLost; }

    /// Before the first row of a batch: room on disk for so many tickets, 4 MiB + 16 KiB each. Count every
    /// ticket that is open, the batch included. The room is a preallocated file beside the journal; a failed
    /// commit gives it up, so that after reopen() the rows that end these tickets can be written though the
    /// disk is full.
    [[nodiscard]] base::Status reserve(int tickets);
    /// One commit. After a failure nothing of it counts as written and the journal is closed for writing
    /// (reading goes on) until reopen() has verified it; then append the entry again.
    [[nodiscard]] base::Result<qint64> append(const Entry &entry);
    /// One commit for all of them; the seqs are consecutive, the first is returned (0 where there are no
    /// entries).
    [[nodiscard]] base::Result<qint64> appendAll(std::span<const Entry> entries);
    /// Opens for writing again if the file still ends as this object knows it; rows of a commit that was
    /// reported as failed and reached the disk nevertheless are kept.
    [[nodiscard]] base::Status reopen();

    /// The trading day has turned since the file was begun, or it has grown long.
    [[nodiscard]] bool isLong() const;
    /// Goes on in a new file, which begins with `carried`: whatever is needed after a restart. Busy while
    /// another program reads: try again later. After any other error the journal is closed for writing until
    /// reopen().
    [[nodiscard]] base::Status turnPage(std::span<const Entry> carried);

    /// All rows of the record, the sealed files included.
    [[nodiscard]] qint64 rowCount() const;
    /// A random name of the file that grows now.
    [[nodiscard]] QString fileId() const;
    /// The file that grows now, oldest row first: all that a restart needs.
    [[nodiscard]] base::Status readPage(const std::function<bool(const Row &)> &visit) const;
    /// Oldest first, from `since` on; the visitor returns false to stop.
    [[nodiscard]] base::Status read(base::WallTime since,
                                    const std::function<bool(const Row &)> &visit) const;
    /// The rows of one order, oldest first; so far back as `since`, as near as whole files come to it.
    [[nodiscard]] base::Result<std::vector<Row>> ofOrder(const QString &key, base::WallTime since) const;
    /// The rows of one ticket in the file that grows now, oldest first.
    [[nodiscard]] base::Result<std::vector<Row>> ofTicket(const QString &ticket) const;
    /// The last `count` rows before the row `before` (0 = the end), oldest first: pages backwards.
    [[nodiscard]] base::Result<std::vector<Row>> latest(int count, qint64 before = 0) const;

    /// Where the chain stands now, to be kept outside the file.
    [[nodiscard]] base::Result<Anchor> anchor() const;
    /// Writes it into journal.anchor beside the file. Called at the end of each batch; append() does it once
    /// a minute, and closing does it too.
    void keepAnchor();
    /// Reads the whole record, all its files. Without an anchor of the caller's own it takes the one beside
    /// the file. An error means that it could not be checked; damage is a Verification.
    [[nodiscard]] base::Result<Verification> verify(const std::optional<Anchor> &anchor = {}) const;

private:
    enum class State { Closed, Reading, Writing, Failed };

    void close(const QString &nextPath);
    [[nodiscard]] base::Status openForWriting(const QString &path, bool &isBroken);
    [[nodiscard]] base::Status beginAnew(const QString &path);
    [[nodiscard]] base::Status compareWithAnchor();
    /// `seq` is the number that the row will have; what opens and closes a file follows from no row.
    [[nodiscard]] StoredRow toStored(const Entry &entry, qint64 seq = 0) const;
    void noteBeginning(base::WallTime time);
    /// The file that grows. A reader opens it for each call and lets go of it: while it is open, the program
    /// that writes cannot turn the page.
    [[nodiscard]] base::Result<std::shared_ptr<JournalFile>> file() const;
    [[nodiscard]] base::Status readSealed(base::WallTime since,
                                          const std::function<base::Status(const JournalFile &)> &read) const;

    const base::Clock &m_clock;
    const base::Redactor &m_redactor;
    QString m_path;
    std::shared_ptr<JournalFile> m_file; // while it is written
    std::optional<QString> m_setAside;
    std::optional<QString> m_rowsLost;
    State m_state = State::Closed;
    std::int32_t m_day = 0;  // trading day of the file's first row
    qint64 m_rowsOfPage = 0; // since what was carried over
    base::MonoTime m_anchored{0};
    bool m_hasUnanchored = false;
};

} // namespace journal
