// SPDX-License-Identifier: Apache-2.0
// One order as the venue itself knows it, and what it was before.
#pragma once

#include "orders/order.h"

#include <vector>

namespace simulation {

inline constexpr auto simAccount = "practice|tradelab|127.0.0.1:1||SIM";

struct SimOrder
{
    int number = 0;      // in the market's own count, never used twice
    orders::Order fixed; // what never changes after its entry
    orders::OrderState state = orders::OrderState::Open;
    QString exchangeId; // empty until an after-market order is released
    int quantity = 100;
    int filled = 0;
    int price = 1200;
    bool hasMarker = true;
    bool isCancelRejected = false;
    int entry = -1; // of a leg
    std::vector<int> legs;
    int successor = -1;     // the order that took its place
    bool isCarried = false; // lives on over night
    bool isListed = true;   // false: in no list any more
    base::MonoTime hiddenUntil{0};
    int arrivals = 0;                        // of cancels
    int lives = 0;                           // how often it came back after its end
    std::vector<orders::OrderPtr> revisions; // oldest first; the last is what the lists show

    [[nodiscard]] bool isAlive() const { return orders::isAlive(state); }
};

/// One cancel that has reached the venue.
struct Arrival
{
    int handOver = 0;
    int order = -1; // -1: it knows no such order
    base::MonoTime at{0};
};

} // namespace simulation
