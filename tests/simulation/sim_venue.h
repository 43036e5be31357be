// SPDX-License-Identifier: Apache-2.0
// One program's connection to the simulated broker: a Venue without sockets, on the clock alone. It is a fake
// for time and faults; it tells a watcher of each moment at which the program could die, and after its death
// nothing passes in either direction.
#pragma once

#include "sim_broker.h"
#include "venues/venue.h"

namespace simulation {

class SimVenue;

class Watcher
{
public:
    virtual ~Watcher() = default;
    /// The program may die here.
    virtual void moment() = 0;
    [[nodiscard]] virtual bool isDead() const = 0;
    /// A cancel is about to be handed to the network; from its return on it has left. The number is that of
    /// the hand-over.
    virtual int handOver(const SimVenue &door, const venues::CancelRequest &request) = 0;
    virtual void askedForList(orders::ListKind kind, net::RequestClass why) = 0;
};

class SimVenue : public venues::Venue
{
public:
    SimVenue(base::Clock &clock, venues::ConnectionProfile profile, const DayPlan &plan, Agenda &agenda,
             Dice &dice, SimBroker &broker, Watcher &watcher);

    [[nodiscard]] const venues::ConnectionProfile &profile() const override { return m_profile; }
    [[nodiscard]] QString title() const override { return QStringLiteral("Simulation"); }
    [[nodiscard]] orders::Account account() const override;
    [[nodiscard]] venues::VenueState state() const override { return m_state; }
    [[nodiscard]] std::optional<base::WallTime> signedInUntil() const override { return m_until; }
    [[nodiscard]] std::optional<base::seconds> clockSkew() const override { return {}; }
    [[nodiscard]] net::RateLimiter &limiter() override;
    [[nodiscard]] std::optional<base::Error> problem() const override { return {}; }
    [[nodiscard]] std::optional<base::MonoTime> heardAt() const override { return m_heardAt; }
    void signIn(const base::Secret &secret) override;
    void submitCode(const base::Secret &) override {}
    void stop() override;
    void readList(orders::ListKind kind, net::RequestClass why) override;
    [[nodiscard]] std::vector<orders::ListKind> lists() const override
    {
        return {orders::ListKind::Pending, orders::ListKind::Completed};
    }
    void readOrder(const orders::OrderPtr &order, net::RequestClass why) override;
    void readTrades(net::RequestClass why) override;
    void setPolling(bool on) override;
    [[nodiscard]] base::milliseconds pollEvery() const override { return base::seconds(15); }
    void suspendPolls(bool suspended) override;
    [[nodiscard]] std::optional<base::WallTime> closeAfter(base::WallTime now) const override
    {
        return nextClose(now);
    }
    [[nodiscard]] static base::WallTime nextClose(base::WallTime now);
    [[nodiscard]] bool isReleaseTime(base::WallTime now) const override;
    [[nodiscard]] base::Result<venues::CancelRequest>
    prepareCancel(const orders::Order &order) const override;
    [[nodiscard]] venues::CancelExchange *sendCancel(const venues::CancelRequest &request,
                                                     QObject *owner) override;

    /// The program takes what it reads here; another connection to the account only watches.
    [[nodiscard]] bool isPrimary() const { return m_isPolling; }

    // What the venue says by itself
    void tellChange(const orders::OrderPtr &row);
    void tellCancelRejected(const orders::OrderKey &key);

private:
    struct Reader
    {
        orders::ListingPtr before;
        std::optional<net::RequestClass> waitsAs; // for the limiter
        std::optional<net::RequestClass> next;    // after the one under way
        int turn = 0;
        bool hasLeft = false;
    };

    void become(venues::VenueState state);
    void dropReads();
    void noteError(base::ErrorKind kind);
    void whenAllowed(net::RequestClass why, std::function<void()> what);
    void askForList(orders::ListKind kind);
    void takeList(orders::ListKind kind, base::MonoTime began, const ListAnswer &answer);
    void takeOrder(const orders::OrderPtr &order, base::MonoTime began, const ListAnswer &answer);
    void takeTrades(base::MonoTime began, TradesAnswer answer);
    void takeAnswer(const venues::CancelAnswer &answer);
    void pollWhenDue();
    [[nodiscard]] bool isShut() const;

    base::Clock &m_clock;
    venues::ConnectionProfile m_profile;
    const DayPlan &m_plan;
    Agenda &m_agenda;
    Dice &m_dice;
    SimBroker &m_broker;
    Watcher &m_watcher;
    net::RateLimiter m_limiter;
    std::map<orders::ListKind, Reader> m_readers;
    base::Timer m_poll;
    int m_polls = 0;
    int m_signIns = 0;
    venues::VenueState m_state = venues::VenueState::Idle;
    std::optional<base::MonoTime> m_heardAt;
    std::optional<base::WallTime> m_until;
    bool m_isPolling = false;
    bool m_isSuspended = false;
};

} // namespace simulation
