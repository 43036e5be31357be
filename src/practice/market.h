// SPDX-License-Identifier: Apache-2.0
// The rules of one account's market: what a fill, a trigger, a change or a cancel does to the book. Called by
// the routes, by the movement and by scripts in tests; every change of an order goes through here and is told
// by a signal. It knows no wire format. A cancel is taken first and confirmed a moment later:
//   open -cancel-> CANCEL_PENDING -latency-> CANCEL_CONFIRMED (its legs a moment after, for an unfilled
//   entry)
//                                 -fill----> COMPLETE        (the fill was quicker)
//   leg of a filled entry -cancel-> CANCEL_PENDING -latency-> COMPLETE at market, mode SQUAREOFF, sibling
//   cancelled
#pragma once

#include "practice/agenda.h"
#include "practice/book.h"
#include "practice/broker.h"
#include "practice/script.h"

#include <QHash>
#include <QObject>

namespace practice {

struct MarketOptions
{
    base::milliseconds cancelLatency{120};
    bool legCancelSquaresOff = true; // else it takes the leg away and leaves the position
};

enum class CancelAnswer { Taken, AlreadyTraded, AlreadyGone, AlreadyPending };

class Market : public QObject
{
    Q_OBJECT

public:
    Market(const BrokerProfile &profile, base::Clock &clock, Agenda &agenda, MarketOptions options,
           QObject *parent = nullptr);

    [[nodiscard]] const BrokerProfile &profile() const { return m_profile; }
    [[nodiscard]] Book &book() { return m_book; }
    [[nodiscard]] const Book &book() const { return m_book; }

    /// Fills in what is blank: ids, times, the activity. An id that is given stays, even when it is taken.
    PracticeOrder &addOrder(PracticeOrder order);
    CancelAnswer cancel(PracticeOrder &order);
    /// The next cancel of this order is taken, and brings this about instead of its confirmation.
    void scriptCancel(PracticeOrder &order, Script script);
    /// One step of a script, now.
    void perform(PracticeOrder &order, const Deed &deed);

    /// By order id, for scripts; false when there is no such row, or it is done.
    bool fill(const QString &orderId, qint64 quantity, const QString &leg = {});
    /// Any status at all, at once, whatever the rules say.
    bool setStatus(const QString &orderId, const QString &status, const QString &leg = {});
    /// The row is in neither list from now on; a cancel of it answers "not found".
    bool removeFromLists(const QString &orderId, const QString &leg = {});

    void fill(PracticeOrder &order, qint64 quantity);
    void modifyPrice(PracticeOrder &order, Paise price);
    /// A stop is reached: SL goes to the exchange, SLM is filled.
    void trigger(PracticeOrder &order);
    void markCancelPending(PracticeOrder &order);
    /// Only where the cancel is still pending.
    void confirmCancel(PracticeOrder &order);
    /// An order that is filled by then is complete.
    void rejectCancel(PracticeOrder &order);
    /// A trade that leaves the status as it is.
    void fillKeepingStatus(PracticeOrder &order, qint64 quantity);
    /// A trade is taken back, and may give life back to an order that was complete. The list of trades still
    /// has it.
    void bust(PracticeOrder &order, qint64 quantity);
    /// The exchange has the order, and gives it its number.
    void acknowledge(PracticeOrder &order);

    [[nodiscard]] QString nextOrderId();
    [[nodiscard]] QString nextExchangeOrderId(const QString &exchange);
    [[nodiscard]] qint64 nextActivity();
    [[nodiscard]] qint64 now() const; // Unix seconds

Q_SIGNALS:
    void orderChanged(const practice::PracticeOrder &order);
    void traded(const practice::Trade &trade);

private:
    void change(PracticeOrder &order, const QString &status, const QString &mode);
    [[nodiscard]] Trade addTrade(PracticeOrder &order, qint64 volume);
    void dropLegs(const QString &orderId);
    void squareOff(PracticeOrder &leg);
    void startLegs(const QString &orderId);
    [[nodiscard]] bool isEntryFilled(const PracticeOrder &order) const;

    const BrokerProfile &m_profile;
    base::Clock &m_clock;
    Agenda &m_agenda;
    MarketOptions m_options;
    Book m_book;
    QHash<PracticeOrder *, Script> m_cancelScripts;
    qint64 m_lastOrder = 1000;
    qint64 m_lastExchangeOrder = 29'886'168;
    qint64 m_lastActivity = 0;
    qint64 m_lastTrade = 76'817'532;
};

} // namespace practice
