// SPDX-License-Identifier: Apache-2.0
// The rows that the journal writes about itself. Everything else in it comes from the layers above.
#pragma once

#include <QLatin1StringView>
#include <QStringView>

namespace journal {

inline constexpr char sealKind[] = "seal";          // the last row of a file; the record goes on in the next
inline constexpr char genesisKind[] = "genesis";    // the first row of such a next file
inline constexpr char rowsLostKind[] = "rows lost"; // the anchor knew rows that are not there
inline constexpr QStringView nextFileDetail = u"next_file";

} // namespace journal
