// SPDX-License-Identifier: Apache-2.0
// Room on disk that nobody else can take: a preallocated file beside the journal. Asking how much is free
// would protect nothing, another program may take it the next moment. The journal holds it before a batch and
// gives it up when a commit fails. It must never hold room that is not really there (no holes). The file
// stays when the program ends: tickets may be open, and the next start writes rows before it reserves.
#pragma once

#include "base/result.h"

namespace journal {

/// At least so many bytes are set aside, or an error and what was held before stays held.
[[nodiscard]] base::Status holdReserve(const QString &journalPath, qint64 bytes);
void releaseReserve(const QString &journalPath);

} // namespace journal
