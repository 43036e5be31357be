// SPDX-License-Identifier: Apache-2.0
// One opening of one journal file: its connection, its identity and the end of its chain. Journal owns it and
// makes a new one for every opening. It must never create, rename or delete files, nor see a text that is not
// redacted.
#pragma once

#include "journal/database.h"
#include "journal/stored_row.h"
#include "journal/verification.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace journal {

/// What lies in one file, from its first row to its last.
struct FileReport
{
    QByteArray fileId;
    Anchor follows; // what its first row comes after
    Anchor end;
    QByteArray next; // the file in which the record goes on, by the last row; empty where it does not
    qint64 rows = 0;
    qint64 firstBad = 0;
    Damage damage = Damage::None;
    QByteArray hashAtAnchor; // of the row that was asked for, where it is here
};

class JournalFile
{
public:
    using Visitor = std::function<bool(const StoredRow &)>; // false stops

    /// An empty file becomes a journal that begins a chain. Checks the last rows and that the file can be
    /// written to.
    [[nodiscard]] base::Status openForWriting(const QString &path);
    /// An empty file becomes a journal of this id, whose first row comes after `follows`.
    [[nodiscard]] base::Status openForWriting(const QString &path, const QByteArray &fileId,
                                              const Anchor &follows);
    /// The file of an opening that failed since, if it still holds every row that one has written.
    [[nodiscard]] base::Status openAgain(const JournalFile &before);
    [[nodiscard]] base::Status openForReading(const QString &path);
    /// Opening failed because of what is in the file, not because of locks, rights or room.
    [[nodiscard]] bool isBroken() const { return m_isBroken || m_database.hasSeenDamage(); }

    /// Numbers, chains and commits the rows; their other columns are given. All or nothing.
    [[nodiscard]] base::Status append(std::span<StoredRow> rows);
    /// What append() would make of them now; nothing is written.
    void chain(std::span<StoredRow> rows) const;
    /// Everything in the one file, nothing in a companion. Busy while another program reads it.
    [[nodiscard]] base::Status foldIn();

    /// The rows that the end of a SELECT ("WHERE ... ORDER BY ...") names.
    [[nodiscard]] base::Status select(const QString &condition, const QVariantList &values,
                                      const Visitor &visit) const;
    [[nodiscard]] base::Result<Anchor> end() const;
    /// Reads every row. An error means that it could not be read; damage stands in the report.
    [[nodiscard]] base::Result<FileReport> examine(qint64 anchoredSeq) const;
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    [[nodiscard]] const QByteArray &fileId() const { return m_fileId; }
    [[nodiscard]] const Anchor &follows() const { return m_follows; }
    /// It was opened at this path, and another file lies there now.
    [[nodiscard]] bool wasReplaced() const;

private:
    [[nodiscard]] base::Status prepareToWrite(const QByteArray &newId, const Anchor &follows);
    [[nodiscard]] base::Status checkIdentity();
    [[nodiscard]] base::Status checkLastRows();
    [[nodiscard]] base::Status write(std::span<StoredRow> rows);
    [[nodiscard]] base::Status broken(const QString &text);

    struct Statements
    {
        QSqlQuery begin;
        QSqlQuery insert;
        QSqlQuery commit;
        QSqlQuery rollback;
    };

    QString m_path;
    QByteArray m_fileIdentity; // which file lay at the path when it was opened
    mutable Database m_database;
    std::optional<Statements> m_statements; // after the database: queries go first
    bool m_isBroken = false;

    QByteArray m_fileId;
    Anchor m_follows;
    QByteArray m_writerId;
    QByteArray m_bootId;
    qint64 m_lastSeq = 0;
    QByteArray m_lastHash;
};

} // namespace journal
