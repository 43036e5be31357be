// SPDX-License-Identifier: Apache-2.0
#include "sim_plan.h"

namespace simulation {

namespace {

// So wide that a day's cancels leave within minutes; what the windows themselves do is tested elsewhere.
net::RateLimits wideLimits()
{
    net::RateLimits limits;
    limits.perSecond = 0;
    limits.writesPerSecond = 400;
    limits.accountWritesPerSecond = 1000;
    return limits;
}

net::RateLimits narrowLimits()
{
    net::RateLimits limits;
    limits.perSecond = 25;
    limits.perMinute = 250;
    limits.perHour = 1000;
    limits.perDay = 7000;
    return limits;
}

} // namespace

DayPlan planDay(std::uint64_t seed)
{
    Dice dice(seed ^ 0x5eedU);
    DayPlan plan;
    plan.seed = seed;
    plan.limits = wideLimits();
    plan.orders = dice.between(200, 900);
    plan.latencyMs = dice.oneOf(std::array{2, 10, 40, 40, 150});
    plan.largestAsk = dice.oneOf(std::array{10, 40, 40, 100});
    plan.speaks = dice.chance(400);
    plan.hasSingles = dice.chance(300);
    plan.cancelFaults = dice.oneOf(std::array{0, 100, 300, 300, 700});
    plan.listFaults = dice.oneOf(std::array{0, 40, 100, 250});
    plan.historyFaults = dice.oneOf(std::array{0, 100, 500});
    plan.pushFaults = dice.oneOf(std::array{0, 100, 400});
    plan.outages = dice.oneOf(std::array{0, 3, 10, 25});
    plan.life = dice.between(1, 12);
    plan.odd = dice.oneOf(std::array{0, 100, 300, 600});
    plan.kills = dice.oneOf(std::array{0, 1, 2, 3, 4});
    plan.hasNight = dice.chance(200);
    if (dice.chance(60)) { // a real broker's budget: few orders, long waits
        plan.limits = narrowLimits();
        plan.orders = dice.between(20, 80);
        plan.largestAsk = 20;
    }
    plan.cancels = plan.orders * 5 / 4;
    plan.takenBack = dice.oneOf(std::array{0, 0, 30, 100, 250});
    plan.diskLosses = dice.oneOf(std::array{0, 0, 0, 1, 4});
    plan.isSameDaily = dice.chance(700);
    plan.historyHasTimes = dice.chance(600);
    plan.tradesHaveTimes = dice.chance(600);
    if (dice.chance(250)) {
        plan.doors = 2;
        plan.limits.writesPerSecond = std::min(plan.limits.writesPerSecond, 40);
        plan.limits.accountWritesPerSecond = std::min(plan.limits.accountWritesPerSecond, 60);
    }
    if (dice.chance(120))
        plan.signInLasts = dice.time(11 * 60'000, 13 * 60'000);
    return plan;
}

} // namespace simulation
