// SPDX-License-Identifier: Apache-2.0
// What is said about an order in a sentence: side, quantity, symbol, what kind it is and what it asks. Dialog, dock
// and alarms all take their words from here; the table has columns of its own. Pure functions over values.
#pragma once

#include "orders/order.h"
#include "ui/shell/tone.h"

namespace ui {

[[nodiscard]] QString sideGlyph(const orders::Order &order); // "▲"
[[nodiscard]] Tone sideTone(const orders::Order &order);
/// "bracket stop · THIRD", "after market"; empty for a regular order.
[[nodiscard]] QString kindWords(const orders::Order &order);
/// "SELL 300 SBIN-EQ"
[[nodiscard]] QString orderLine(const orders::Order &order);
/// "LIMIT 1,510.00", "SL 1,490.00 at 1,492.00", "MARKET"
[[nodiscard]] QString priceLine(const orders::Order &order);

} // namespace ui
