// SPDX-License-Identifier: Apache-2.0
// The day and the seconds as an Indian exchange counts them. Free functions on a wall time that the caller
// took from its Clock; nothing here asks the machine for the time.
#pragma once

#include "base/clock.h"

#include <QDate>

namespace practice {

[[nodiscard]] QDate indianDate(base::WallTime time);
/// Unix seconds of 00:00 in India of that day.
[[nodiscard]] qint64 indianMidnight(base::WallTime time);
[[nodiscard]] qint64 unixSeconds(base::WallTime time);
/// Nanoseconds since 1980-01-01, the scale of last_activity_reference.
[[nodiscard]] qint64 activityAt(base::WallTime time);

} // namespace practice
