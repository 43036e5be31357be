// SPDX-License-Identifier: Apache-2.0
// The people of a simulated day: they choose orders from what the program shows them, ask twice, stop, sign
// in, press refresh, close the lid of the machine. They know nothing of the venue's truth.
#pragma once

#include "desk/desk.h"
#include "sim_plan.h"
#include "sim_tally.h"
#include "support/manual_clock.h"

namespace simulation {

class SimUsers
{
public:
    SimUsers(support::ManualClock &clock, Dice &dice, const DayPlan &plan, Tally &tally);

    /// One thing that somebody does; in words.
    QString act(desk::Desk &desk);
    /// At every connection.
    static void signIn(desk::Desk &desk);
    /// At those that are signed out.
    static void signInAgain(desk::Desk &desk);

private:
    [[nodiscard]] std::vector<orders::OrderPtr> chooseRows(const desk::Desk &desk);
    QString ask(desk::Desk &desk);
    QString askAgain(desk::Desk &desk);
    QString askBluntly(desk::Desk &desk, const std::vector<orders::OrderPtr> &rows);
    QString acknowledge(desk::Desk &desk);
    QString disturb(desk::Desk &desk);
    QString useDoor(desk::Desk &desk);

    support::ManualClock &m_clock;
    Dice &m_dice;
    const DayPlan &m_plan;
    Tally &m_tally;
    QString m_lastBatch;
};

} // namespace simulation
