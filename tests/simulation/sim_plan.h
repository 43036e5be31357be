// SPDX-License-Identifier: Apache-2.0
// What kind of day a seed makes: how many orders, how fast the venue, how often what goes wrong. Shares are
// out of a thousand.
#pragma once

#include "net/rate_limiter.h"
#include "sim_dice.h"

namespace simulation {

struct DayPlan
{
    std::uint64_t seed = 0;
    int orders = 300;  // in the morning; more come in the course of the day
    int cancels = 400; // so many tickets make a day
    int largestAsk = 60;
    net::RateLimits limits;
    int latencyMs = 40;      // one way, at most
    bool speaks = false;     // it tells of changes by itself
    bool hasSingles = false; // one order's status instead of its history
    int cancelFaults = 100;
    int listFaults = 60;
    int historyFaults = 100;
    int pushFaults = 200; // lost, late or twice
    int outages = 3;      // per step: unreachable, signed out, throttled
    int life = 4;         // things that happen to orders in a step, at most
    int odd = 100;        // orders of odd kinds: legs, twins, after-market, without a marker
    int kills = 2;
    int takenBack = 0; // of what happens to orders: ends and fills that are taken back, fills after an end
    int diskLosses = 0;
    int doors = 1;                    // connections to the one account
    base::milliseconds signInLasts{}; // 0: for good
    bool hasNight = false;
    bool isSameDaily = false; // each morning's orders are those of the day before, under the same ids
    bool historyHasTimes = true;
    bool tradesHaveTimes = true;
};

[[nodiscard]] DayPlan planDay(std::uint64_t seed);

} // namespace simulation
