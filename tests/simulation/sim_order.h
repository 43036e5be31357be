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
    int hiddenFill = 0;                      // of what is filled: the rows do not show it, the trades do
    int filledBefore = 0;                    // on earlier days: no list of trades tells of it any more
    int takenBack = 0;                       // how often the venue took back its end, or a fill
    std::size_t takenBackRow = 0;            // the revision that says so
    std::vector<orders::OrderPtr> revisions; // oldest first; the last is what the lists show

    [[nodiscard]] bool isAlive() const { return orders::isAlive(state); }
    [[nodiscard]] int shownFill() const { return filled - hiddenFill; }
    [[nodiscard]] bool isWhole() const { return filled == quantity; }
};

/// A part of an order that was filled.
struct Execution
{
    int order = 0;
    int quantity = 0;
    int day = 0; // in the market's own count
};

/// One cancel that has reached the venue.
struct Arrival
{
    int handOver = 0;
    int order = -1; // -1: it knows no such order
    base::MonoTime at{0};
};

} // namespace simulation
