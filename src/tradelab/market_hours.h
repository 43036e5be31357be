// SPDX-License-Identifier: Apache-2.0
// The hours of the Indian exchanges, by the calendar alone: weekends and holidays are days like others here,
// for nothing worse than a read too many follows from that. Pure.
#pragma once

#include "base/clock.h"

namespace tradelab {

/// The next close at or after that time: shares and their derivatives at 15:30, commodities late in the
/// evening, half an hour before midnight while New York has summer time and 23:55 in its winter.
[[nodiscard]] base::WallTime closeAfter(base::WallTime time);
/// After-market orders go to the exchange about then, around its pre-open: 08:45 to 09:20 (lifecycle.md R2).
[[nodiscard]] bool isReleaseTime(base::WallTime time);

} // namespace tradelab
