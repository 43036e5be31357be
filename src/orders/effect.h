// SPDX-License-Identifier: Apache-2.0
// What cancelling a row would do, as far as the row tells (rulings.md 3). The order is that of severity: a
// person who consented to one effect has consented to those before it and to none after it.
#pragma once

#include <QString>

namespace orders {

struct Order;

enum class Effect : unsigned char {
    Cancel,         // the order's remainder goes, nothing else
    CancelWithLegs, // an unfilled CO or BO entry: the broker should drop its legs
    Unknown,        // an odd leg, or an entry that has fills
    MayTrade,       // a stop, target or square-off leg: cancelling it may close the position at market
};

/// `legIsParentId`: the row's leg text is the order id of another row (Nest style legs, wire.md A6).
[[nodiscard]] Effect effectOf(const Order &order, bool legIsParentId);
[[nodiscard]] constexpr bool needsConsent(Effect effect)
{
    return effect == Effect::MayTrade || effect == Effect::Unknown;
}
/// The contract's words: "cancel", "cancel_with_legs", "may_trade", "unknown".
[[nodiscard]] QString effectName(Effect effect);

/// How a leg is called on screen: told by its own row, never by SECOND or THIRD (rulings.md 3).
enum class LegRole : unsigned char { None, Entry, Stop, Target, Other };
[[nodiscard]] LegRole legRole(const Order &order);

} // namespace orders
