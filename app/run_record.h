// SPDX-License-Identifier: Apache-2.0
// The rows of the journal that say when a program began and ended: who ran it, where, with which settings,
// and how the run before it ended. Wiring calls both; they decide nothing.
#pragma once

#include "journal/journal.h"

namespace app {

/// `settings`: the files whose content counts as the settings of this run. An error means that the journal
/// cannot be written.
[[nodiscard]] base::Status noteStart(journal::Journal &journal, const QStringList &settings);
void noteStop(journal::Journal &journal);

} // namespace app
