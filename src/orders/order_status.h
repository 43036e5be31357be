// SPDX-License-Identifier: Apache-2.0
// The states that an order book can show. What a cancel of ours is doing is cancel/cancel_state.h, not this.
#pragma once

#include <QString>

namespace orders {

enum class OrderState : unsigned char {
    Open,
    BeingCancelled, // the venue says that a cancel is pending
    InFlight,       // between us and the exchange, or being changed
    Cancelled,
    Filled,
    Rejected,
    Expired,
    Unknown, // a word we don't know: alive as far as we know
};

/// Open, BeingCancelled, InFlight and Unknown: it may still trade.
[[nodiscard]] constexpr bool isAlive(OrderState state)
{
    return state == OrderState::Open || state == OrderState::BeingCancelled ||
           state == OrderState::InFlight || state == OrderState::Unknown;
}

/// The contract's words (cli.md): "open", "being_cancelled", ...
[[nodiscard]] QString stateName(OrderState state);

} // namespace orders
