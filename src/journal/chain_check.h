// SPDX-License-Identifier: Apache-2.0
// Walks a chain row by row and says what is wrong with it. Used at opening over the last rows and by verify()
// over all of them. It only reads what it is handed.
#pragma once

#include "journal/stored_row.h"
#include "journal/verification.h"

namespace journal {

class ChainCheck
{
public:
    /// The row after `seq`, whose hash is given, comes next. Without a hash what the next row follows on is
    /// taken on trust: in the middle of a chain.
    ChainCheck(QByteArray fileId, qint64 seq, QByteArray hash);

    [[nodiscard]] Damage next(const StoredRow &row);
    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] const QByteArray &hash() const { return m_hash; }

private:
    QByteArray m_fileId;
    qint64 m_seq = 0;
    QByteArray m_hash; // empty: on trust
};

} // namespace journal
