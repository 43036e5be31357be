// SPDX-License-Identifier: Apache-2.0
// The question before a cancel, for a person at a terminal: what would be sent, with its effects and
// warnings. Many orders, or a large value, are confirmed by typing their number.
#pragma once

#include "commands/terminal.h"
#include "desk/cancel_plan.h"
#include "desk/key_text.h"
#include "desk/settings.h"

namespace commands {

/// The plan in words; also what a dry run says.
[[nodiscard]] QString describePlan(const desk::CancelPlan &plan, const desk::KeyIndex &keys);
/// True only for a clear yes.
[[nodiscard]] bool askWhetherToCancel(Terminal &terminal, const desk::CancelPlan &plan,
                                      const desk::SettingValues &settings);

} // namespace commands
