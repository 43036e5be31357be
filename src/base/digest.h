// SPDX-License-Identifier: Apache-2.0
// What stands in the journal for a text that is too long for it. BLAKE2b-256, because Qt's SHA-256 takes four
// times as long. Not for secrets: whoever has the text can compute it.
#pragma once

#include <QCryptographicHash>

namespace base {

/// In hex.
[[nodiscard]] inline QByteArray digestOf(QByteArrayView text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256).toHex();
}

} // namespace base
