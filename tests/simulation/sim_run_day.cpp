// SPDX-License-Identifier: Apache-2.0
// The turns of a simulated day: midnight, the end of a sign-in, the calm at its end and the market's close.
// The other half of sim_run.cpp.
#include "sim_engine.h"
#include "sim_run.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds india = 5h + 30min;
constexpr base::milliseconds dayLength = 24h;

} // namespace

// The trading day turns: the machine sleeps, or the program is ended and started in the morning, or midnight
// comes while people are at work.
void SimRun::spendNight()
{
    m_tally.count("night");
    const int kind = m_dice.below(3);
    if (kind == 0)
        return workOverMidnight();
    const bool isKilled = kind == 1;
    if (isKilled)
        die();
    m_clock.sleep(21h);
    m_market.turnDay(m_clock.wall());
    pass(m_dice.time(1, 3000));
    if (isKilled)
        buryAndRestart();
    m_steps.push_back(u"--- a night has passed"_s);
}

void SimRun::workOverMidnight()
{
    m_tally.count("midnight at work");
    const std::int32_t before = today();
    const base::milliseconds sinceMidnight = (m_clock.wall().time_since_epoch() + india) % dayLength;
    m_clock.setWall(m_clock.wall() - sinceMidnight + dayLength - m_dice.time(100, 4000));
    for (int i = 0; i < 100 && today() == before && m_model.wrong().isEmpty(); ++i) {
        m_steps.push_back(u"before midnight: "_s + m_users.act(m_engine->desk));
        pass(m_dice.time(5, 300));
        if (m_isDead)
            buryAndRestart();
    }
    m_market.turnDay(m_clock.wall());
    m_steps.push_back(u"--- midnight has passed"_s);
}

// People do nothing until the sign-in ends: whatever is open gets a last look ten minutes before (R12).
void SimRun::awaitEndOfSignIn()
{
    SimUsers::signIn(m_engine->desk);
    pass(1s);
    const auto until = m_doors.front() ? m_doors.front()->signedInUntil() : std::nullopt;
    if (m_isDead || !until)
        return;
    passOver(*until - 10min, "sweep before the end of a sign-in");
    for (int i = 0; i < 400 && !m_isDead && !m_broker.isSignedOut(); ++i) {
        m_market.live();
        pass(2s);
        if (!m_isDead)
            m_model.checkCorrections();
    }
    m_steps.push_back(u"--- the sign-in has ended"_s);
    if (m_isDead)
        buryAndRestart();
}

// The program must read both lists for whatever is open when that time comes.
void SimRun::passOver(base::WallTime due, const char *what)
{
    const auto isReady = [this] {
        const auto doors = m_engine->desk.connections();
        return !m_isDead && !m_disk.isAway() && !m_engine->desk.cancels().unresolved().empty() &&
               std::all_of(doors.begin(), doors.end(), [](const desk::ConnectionView &each) {
                   return each.venue == venues::VenueState::SignedIn;
               });
    };
    while (!m_isDead && m_clock.wall() < due - 1s)
        pass(std::min<base::milliseconds>(500ms, due - 1s - m_clock.wall()));
    const base::MonoTime since = m_clock.monotonic();
    const bool wasReady = isReady();
    pass(3s);
    if (!wasReady || !isReady())
        return;
    m_tally.count(what);
    for (const orders::ListKind kind : {orders::ListKind::Pending, orders::ListKind::Completed}) {
        if (m_proofAsked[kind] < since)
            m_model.fail(u"no %1 is due and was not made: %2"_s.arg(QString::fromLatin1(what),
                                                                    orders::listName(kind)));
    }
}

// No more faults, and time enough for every proof.
void SimRun::calmDown()
{
    m_isCalm = true;
    m_momentsLeft = -1;
    m_momentsOfDisk = -1;
    m_disk.giveBack();
    if (m_isDead) // in the last step, or while it was started again
        buryAndRestart();
    m_broker.calm();
    m_market.showEverything();
    SimUsers::signIn(m_engine->desk);
    settle(400);
    if (m_model.wrong().isEmpty())
        passClose();
    m_model.demandSettled(today());
    m_model.checkAll(m_engine->desk.cancels());
}

void SimRun::settle(int most)
{
    for (int i = 0; i < most && m_model.wrong().isEmpty(); ++i) {
        pass(1500ms);
        m_model.checkCorrections();
        SimUsers::signInAgain(m_engine->desk);
        if (i % 3 == 2)
            m_engine->desk.refresh();
        if (!m_broker.mayStillAct() && m_model.isSettled(today()))
            break;
    }
}

// Five minutes after the close whatever is open is looked at once more, and the trades of the day are read.
void SimRun::passClose()
{
    for (int i = 0; i < 8; ++i) // the trades that are due after the last proofs are not those of the close
        pass(5s);
    const base::WallTime due = SimVenue::nextClose(m_clock.wall()) + 5min;
    if (m_clock.wall() < due - 3s)
        m_clock.setWall(due - 3s);
    passOver(due, "sweep after the close");
    const auto isRead = [&] { return m_tradesRead && *m_tradesRead >= due; };
    for (int i = 0; i < 40 && m_model.wrong().isEmpty() && !isRead() && m_model.hasProofs(today()); ++i) {
        pass(5s);
        SimUsers::signInAgain(m_engine->desk);
    }
    if (m_model.hasProofs(today()) && !isRead())
        m_model.fail(u"the trades were not read after the close"_s);
    settle(100);
    // Whatever was read while the last orders ended may be older than their ends.
    m_engine->desk.refresh();
    pass(20s);
    m_model.checkBook(m_engine->desk.orders());
}

} // namespace simulation
