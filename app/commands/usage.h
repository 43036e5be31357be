// SPDX-License-Identifier: Apache-2.0
// What --help prints: the whole program's page and one for each command. Words alone; main() and the commands
// print them.
#pragma once

#include <QString>

namespace commands {

[[nodiscard]] QString programUsage();
/// Empty for a name that no command has.
[[nodiscard]] QString commandUsage(const QString &command);

} // namespace commands
