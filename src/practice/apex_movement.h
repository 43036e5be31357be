// SPDX-License-Identifier: Apache-2.0
// Makes the APEX market move while somebody watches: prices drift, orders fill in part or whole, are
// replaced, come anew. Started once unless the venue is to stand still; the same seed moves it the same way.
// For benchmarks it can also send as many state events per second as are wanted.
#pragma once

#include "practice/apex_seed.h"

namespace practice {

class ApexMovement
{
public:
    ApexMovement(ApexMarket &market, ApexSeed &source, Agenda &agenda, base::Clock &clock, quint64 seed);

    void start();
    /// State events of the open orders in turn, each newer than the last; 0 ends it.
    void storm(int eventsPerSecond);

private:
    void waitForNext();
    void move();
    void moveOrder(const ApexOrder &order);
    void blow();
    [[nodiscard]] ApexOrder *pick();

    ApexMarket &m_market;
    ApexSeed &m_source;
    Agenda &m_agenda;
    base::Clock &m_clock;
    Dice m_dice;
    bool m_isStarted = false;
    bool m_isBlowing = false;
    int m_eventsPerSecond = 0;
    qint64 m_eventsSent = 0;
    base::MonoTime m_stormBegin{};
    std::size_t m_next = 0;
    std::size_t m_stormNext = 0;
};

} // namespace practice
