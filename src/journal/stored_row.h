// SPDX-License-Identifier: Apache-2.0
// A row byte for byte as it lies in the file, and the hash over it. Used by the journal's own files: the
// chain is checked over these bytes, never over texts that were decoded and encoded again.
#pragma once

#include "journal/entry.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QVariant>

namespace journal {

struct StoredRow
{
    qint64 seq = 0;
    QByteArray fileId;
    QByteArray writerId; // random for each opening
    QByteArray previousHash;
    qint64 wallMilliseconds = 0;
    qint64 monotonicNanoseconds = 0;
    QByteArray bootId;
    QByteArray program;
    QByteArray rules;
    QByteArray kind;
    QByteArray connection;
    QByteArray key;
    QByteArray ticket;
    QByteArray text;
    QByteArray details; // JSON: [["name","value"], ...]
    QByteArray hash;    // not part of itself

    /// "blake2b-256:" and hex, over the columns in the order above, each as eight bytes of length, the
    /// highest first, and its bytes; numbers as decimal text. A row of a file's first version has SHA-256,
    /// without a name.
    [[nodiscard]] QByteArray computedHash() const;
    /// The hash is what it is computed to be, by the function that it names.
    [[nodiscard]] bool isGenuine() const;
    [[nodiscard]] Row toRow() const;

    /// For a SELECT: the columns that fromQuery() reads.
    [[nodiscard]] static QString columns();
    [[nodiscard]] static StoredRow fromQuery(const QSqlQuery &query);
    [[nodiscard]] static QString insertSql();
    void bindTo(QSqlQuery &insert) const;
};

/// For the place of a text in a statement, which must be CAST(? AS TEXT).
[[nodiscard]] QVariant boundText(const QByteArray &utf8);

/// What the first row names as the hash of the row before it.
[[nodiscard]] QByteArray beginningOfChain();

/// A name that nothing else has: for a file, a writer.
[[nodiscard]] QByteArray randomId();

[[nodiscard]] QByteArray detailsToJson(const std::vector<std::pair<QString, QString>> &details);

} // namespace journal
