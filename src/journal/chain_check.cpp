// SPDX-License-Identifier: Apache-2.0
#include "journal/chain_check.h"

namespace journal {

ChainCheck::ChainCheck(QByteArray fileId, qint64 seq, QByteArray hash)
    : m_fileId(std::move(fileId))
    , m_seq(seq)
    , m_hash(std::move(hash))
{
}

Damage ChainCheck::next(const StoredRow &row)
{
    if (row.seq != m_seq + 1)
        return Damage::Gap;
    const bool follows = m_hash.isEmpty() || row.previousHash == m_hash;
    if (!follows || row.fileId != m_fileId || !row.isGenuine())
        return Damage::Changed;
    m_seq = row.seq;
    m_hash = row.hash;
    return Damage::None;
}

} // namespace journal
