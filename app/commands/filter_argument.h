// SPDX-License-Identifier: Apache-2.0
// --filter and --since, read for every command that takes them.
#pragma once

#include "base/clock.h"
#include "commands/arguments.h"
#include "orders/order_filter.h"

namespace commands {

/// The filter of --filter; lets everything through where the option is not given. An empty filter is a Usage
/// error: it is a variable of a script that was not set, and must not come to mean everything.
[[nodiscard]] base::Result<orders::OrderFilter> readFilter(const Arguments &arguments);

/// --since, ISO 8601 (without a zone: UTC); the beginning of time where it is not given.
[[nodiscard]] base::Result<base::WallTime> readSince(const Arguments &arguments);

} // namespace commands
