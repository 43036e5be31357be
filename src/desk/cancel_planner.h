// SPDX-License-Identifier: Apache-2.0
// Makes the plan of a cancel from rows, venues and tickets. Reads only.
#pragma once

#include "cancel/cancel_desk.h"
#include "desk/cancel_plan.h"
#include "desk/connection_runtime.h"

#include <functional>

namespace desk {

using FindRuntime = std::function<const ConnectionRuntime *(const orders::OrderKey &)>;

[[nodiscard]] CancelPlan planCancel(const std::vector<orders::OrderKey> &keys, const FindRuntime &runtimeOf,
                                    const cancel::CancelDesk &cancels, base::WallTime now);

} // namespace desk
