// SPDX-License-Identifier: Apache-2.0
// The truth of a simulated venue: every order, what became of it and why, and every cancel that arrived. It
// never errs and never lies; that is the broker's part, who stands in front of it. It knows nothing of
// tickets.
#pragma once

#include "orders/trade_list.h"
#include "sim_agenda.h"
#include "sim_order.h"
#include "sim_plan.h"

#include <deque>
#include <functional>
#include <unordered_map>

namespace simulation {

class SimMarket
{
public:
    /// After each change of an order.
    using Listener = std::function<void(int order)>;

    SimMarket(Agenda &agenda, Dice &dice, const DayPlan &plan, base::WallTime opening);

    void onChange(Listener listener) { m_listener = std::move(listener); }
    /// After an exchange has turned down a cancel.
    void onCancelRejected(Listener listener) { m_rejectListener = std::move(listener); }

    [[nodiscard]] const SimOrder &order(int number) const
    {
        return m_orders[static_cast<std::size_t>(number)];
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_orders.size()); }
    [[nodiscard]] const std::vector<Arrival> &arrivals() const { return m_arrivals; }
    /// The order of today that a request names; -1 for none.
    [[nodiscard]] int find(const QString &orderId, const QString &leg, const QString &exchangeId) const;
    /// An order of its id has been replaced by another: a row names the one before by nothing else.
    [[nodiscard]] bool isReplaced(int number) const;
    /// Another order of its day has the same id and leg.
    [[nodiscard]] bool hasTwin(int number) const;
    /// The order that a row was made of.
    [[nodiscard]] static int numberOf(const orders::Order &row);

    // Requests
    void logArrival(int handOver, int order);
    /// The exchange cancels it, at once or after a while, if it is still there then.
    void cancel(int number);
    void rejectCancel(int number);

    // What happens by itself
    void place();
    /// Something happens to some order; in words.
    QString live();
    void turnDay(base::WallTime morning);
    /// Nothing is hidden any more.
    void showEverything();

    [[nodiscard]] bool isVisible(const SimOrder &order) const;
    [[nodiscard]] std::vector<orders::OrderPtr> rows(orders::ListKind kind) const;
    /// What the list of trades shows: the executions of the day.
    [[nodiscard]] std::vector<orders::Trade> trades() const;
    /// Every revision under that order id, newest first, whosever it is.
    [[nodiscard]] std::vector<orders::OrderPtr> revisions(const QString &orderId) const;
    /// The same as the venue's history writes them, which may leave out the time of the entry.
    [[nodiscard]] std::vector<orders::OrderPtr> history(const QString &orderId) const;
    /// What happened to it, for people.
    [[nodiscard]] QStringList story(int number) const;

private:
    [[nodiscard]] base::WallTime now() const;
    [[nodiscard]] SimOrder &at(int number) { return m_orders[static_cast<std::size_t>(number)]; }
    [[nodiscard]] orders::Order newEntry();
    [[nodiscard]] const SimOrder *ofYesterday(const QString &orderId, const QString &leg = {}) const;
    SimOrder &add(const orders::Order &fixed);
    void placeWithLegs();
    void placeTwins();
    void placeAfterMarket();
    void changed(SimOrder &order);
    void fill(SimOrder &order, int quantity);
    void takeFillBack(SimOrder &order, int quantity);
    void noteTakenBack(SimOrder &order);
    void reopen(SimOrder &order);
    QString liveAfterEnd();
    QString fillLate(SimOrder &order);
    QString bust(SimOrder &order);
    void become(SimOrder &order, orders::OrderState state);
    void finishCancel(int number);
    void replace(SimOrder &order);
    QString liveOn(SimOrder &order);
    QString changeTerms(SimOrder &order);

    Agenda &m_agenda;
    Dice &m_dice;
    const DayPlan &m_plan;
    base::WallTime m_opening;
    base::MonoTime m_openedAt;
    Listener m_listener;
    Listener m_rejectListener;
    std::deque<SimOrder> m_orders;
    std::unordered_multimap<QString, int> m_byId;
    std::vector<Arrival> m_arrivals;
    std::vector<Execution> m_executions;
    int m_nextId = 0;
    int m_days = 0;
    int m_ofYesterday = 0; // the orders before this one are of earlier days
    qint64 m_lastMarker = 1'000'000'000;
};

} // namespace simulation
