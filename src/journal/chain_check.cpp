// SPDX-License-Identifier: Apache-2.0
#include "journal/chain_check.h"

namespace journal {

ChainCheck::ChainCheck(QByteArray fileId, qint64 seq)
    : m_fileId(std::move(fileId))
    , m_seq(seq)
{
    if (seq == 0)
        m_hash = beginningOfChain();
}

Damage ChainCheck::next(const StoredRow &row)
{
    if (row.seq != m_seq + 1)
        return Damage::Gap;
    const bool follows = m_hash.isEmpty() || row.previousHash == m_hash;
    if (!follows || row.fileId != m_fileId || row.hash != row.computedHash())
        return Damage::Changed;
    m_seq = row.seq;
    m_hash = row.hash;
    return Damage::None;
}

} // namespace journal
