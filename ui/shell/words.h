// SPDX-License-Identifier: Apache-2.0
// Words and figures for people, in the user's language and locale: errors, spans of time, quantities, money. Every
// part of the window uses these, so that the same thing is said the same way. Pure functions; nothing here decides.
#pragma once

#include "base/clock.h"
#include "base/decimal.h"
#include "base/error.h"

#include <QString>

namespace ui {

/// One sentence, the venue's own words in quotes behind it.
[[nodiscard]] QString errorWords(const base::Error &error);

/// "0.4 s", "14 s", "2 m", "5 h 12 m"
[[nodiscard]] QString spanText(base::milliseconds span);
/// "38 ms", "1.2 s"
[[nodiscard]] QString shortSpanText(base::milliseconds span);
/// In the user's local time: "10:29:44" and "10:29:44.102".
[[nodiscard]] QString timeText(base::WallTime time);
[[nodiscard]] QString exactTimeText(base::WallTime time);
/// "21 Nov 2026, 10:29:44"
[[nodiscard]] QString dateTimeText(base::WallTime time);

/// Grouped as the user's locale (and, for rupees, India) does; every digit of the number stays.
[[nodiscard]] QString numberText(const base::Decimal &number);
/// Two places at least.
[[nodiscard]] QString priceText(const base::Decimal &price);
/// "₹ 8,08,526.30"; two places at least for a currency that has them.
[[nodiscard]] QString moneyText(const base::Decimal &amount, const QString &currency);
[[nodiscard]] QString countText(qint64 count);

/// The venue's own words between quotation marks; empty for empty.
[[nodiscard]] QString quoted(const QString &venueWords);

} // namespace ui
