// SPDX-License-Identifier: Apache-2.0
// Makes a market move while somebody watches: orders fill, in part or whole, are changed, come anew, stops
// are reached. Started once per account unless the venue is to stand still; the same seed moves it the same
// way.
#pragma once

#include "practice/seed_book.h"

namespace practice {

class Movement
{
public:
    Movement(Market &market, SeedBook &source, Agenda &agenda, quint64 seed);

    void start();

private:
    void waitForNext();
    void move();
    void moveOrder(PracticeOrder &order);
    [[nodiscard]] PracticeOrder *pick();

    Market &m_market;
    SeedBook &m_source;
    Agenda &m_agenda;
    Dice m_dice;
};

} // namespace practice
