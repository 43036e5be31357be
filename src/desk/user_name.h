// SPDX-License-Identifier: Apache-2.0
// Who runs this program, by the name that the system gives: for the journal's rows on starts, and on alarms
// that were put away. It proves nothing; whoever runs the program can name themselves otherwise.
#pragma once

#include <QString>

namespace desk {

/// "unknown" where the system does not say.
[[nodiscard]] QString userName();

} // namespace desk
