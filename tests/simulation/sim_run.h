// SPDX-License-Identifier: Apache-2.0
// One simulated day: the real engine with a real journal on disk, the simulated venue, the people, and death
// at any moment, also in the middle of a chain of calls. The model looks on after every step. Time is the
// manual clock's alone.
#pragma once

#include "sim_disk.h"
#include "sim_model.h"
#include "sim_rate.h"
#include "sim_users.h"
#include "sim_venue.h"

#include <QPointer>
#include <QTemporaryDir>

#include <deque>
#include <memory>

namespace simulation {

class SimEngine;

class SimRun : private Watcher
{
public:
    SimRun(const DayPlan &plan, Tally &tally);
    ~SimRun() override;

    /// From morning to end. Empty while all is well, else what went wrong.
    QString live();
    /// What was done last, what the program wrote of that ticket, and what was true.
    [[nodiscard]] QStringList story() const;
    [[nodiscard]] int tickets() const { return m_model.tickets(); }
    [[nodiscard]] long long arrivals() const { return static_cast<long long>(m_market.arrivals().size()); }

private:
    void moment() override;
    [[nodiscard]] bool isDead() const override { return m_isDead; }
    int handOver(const SimVenue &door, const venues::CancelRequest &request) override;
    void askedForList(orders::ListKind kind, net::RequestClass why) override;

    void step();
    void pass(base::milliseconds time);
    void startEngine();
    [[nodiscard]] std::unique_ptr<SimVenue> openDoor(const venues::ConnectionProfile &profile);
    void tellChange(int order);
    void checkOnDisk(const orders::OrderKey &key);
    void loseDisk();
    void die();
    void copyJournal();
    void buryAndRestart();
    void spendNight();
    void workOverMidnight();
    void awaitEndOfSignIn();
    void passOver(base::WallTime due, const char *what);
    void calmDown();
    void passClose();
    void settle(int most);
    void check();
    [[nodiscard]] std::int32_t today() const { return orders::tradingDay(m_clock.wall()); }

    DayPlan m_plan;
    Tally &m_tally;
    Dice m_dice;
    support::ManualClock m_clock;
    Agenda m_agenda;
    SimMarket m_market;
    SimBroker m_broker;
    SimModel m_model;
    SimUsers m_users;
    SimRate m_rate;
    SimDisk m_disk;
    QTemporaryDir m_dir;
    QString m_folder;
    std::unique_ptr<SimEngine> m_engine;
    std::vector<QPointer<SimVenue>> m_doors;
    const SimVenue *m_sender = nullptr; // the door that the last cancel left through
    std::map<orders::ListKind, base::MonoTime> m_proofAsked;
    std::optional<base::WallTime> m_tradesRead; // the last read of them that the program took: asked for then
    std::deque<QString> m_steps;
    int m_stepCount = 0;
    int m_runs = 0;
    int m_killsLeft = 0;
    int m_momentsLeft = -1; // until the program dies; -1: it is safe
    int m_diskLossesLeft = 0;
    int m_momentsOfDisk = -1; // until the journal's disk is lost; -1: it stays
    bool m_isDead = false;
    bool m_isCalm = false;
};

/// A day of that seed, from its plan to its end; the failure tells the seed and the story.
struct DayResult
{
    QString wrong;
    QStringList story;
    int tickets = 0;
    long long arrivals = 0;
};
[[nodiscard]] DayResult liveDay(std::uint64_t seed, Tally &tally);

} // namespace simulation
