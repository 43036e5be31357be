// SPDX-License-Identifier: Apache-2.0
// The rules of the APEX market of the practice venue: what a fill, a replacement or a cancel does to an
// order, for all accounts of its OMS. Called by the gateway, the movement and scripts in tests; every change
// is told by a signal. It knows no wire format. A cancel is taken first and carried out a moment later; in
// between the order reads Working, as APEX has no pending state:
//   Working -cancel, latency-> Canceled            (UserModified)
//           -fill-> FullyExecuted, then -latency-> the cancel is rejected
#pragma once

#include "practice/agenda.h"
#include "practice/apex_order.h"
#include "practice/script.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <vector>

namespace practice {

class ApexMarket : public QObject
{
    Q_OBJECT

public:
    ApexMarket(base::Clock &clock, Agenda &agenda, base::milliseconds cancelLatency,
               QObject *parent = nullptr);

    [[nodiscard]] std::deque<ApexInstrument> &instruments() { return m_instruments; }
    /// "BTC-USD"; nullptr when there is none.
    [[nodiscard]] ApexInstrument *instrument(const QString &symbol);
    [[nodiscard]] const std::deque<ApexOrder> &orders() const { return m_orders; }
    [[nodiscard]] std::deque<ApexOrder> &orders() { return m_orders; }
    /// nullptr when there is none, or it is in no list.
    [[nodiscard]] ApexOrder *find(qint64 orderId);
    /// What an order looked like after each of its changes, the oldest first.
    [[nodiscard]] const std::vector<ApexOrder> &revisions(qint64 orderId) const;

    /// Every execution, the oldest first.
    [[nodiscard]] const std::deque<ApexTrade> &trades() const { return m_trades; }
    [[nodiscard]] std::deque<ApexTrade> &trades() { return m_trades; }

    /// Fills in what is blank: id, instrument, times. References stay good.
    ApexOrder &add(ApexOrder order);
    /// False when there is nothing to cancel any more.
    bool cancel(ApexOrder &order);
    /// The next cancel of this order is taken, and brings this about instead of being carried out.
    void scriptCancel(qint64 orderId, Script script);
    /// One step of a script, now; a pending cancel shows nowhere here.
    void perform(qint64 orderId, const Deed &deed);

    /// By order id, for scripts; false when there is no such order, or it is done.
    bool fill(qint64 orderId, const base::Decimal &quantity);
    bool fillRest(qint64 orderId);
    /// A trade that is told after the order's end, and leaves its state as it is.
    bool fillLate(qint64 orderId, const base::Decimal &quantity);
    /// A trade is taken back, and gives life back to an order that was executed whole.
    bool bust(qint64 orderId, const base::Decimal &quantity);
    bool cancelNow(qint64 orderId);
    bool expire(qint64 orderId);
    /// The old one is cancelled and a new one stands in its place; nullptr when there is nothing to replace.
    ApexOrder *replace(qint64 orderId, const QByteArray &price, const base::Decimal &quantity);
    /// Tells that a cancel failed; the order stays as it is.
    bool rejectCancel(qint64 orderId, const QString &reason = QStringLiteral("Order Not Found"));
    /// Tells the order once more as it stands.
    bool sendStateEvent(qint64 orderId);
    /// Newer by its time alone: no revision, and told.
    void touch(ApexOrder &order);
    /// The order is in no list from now on; a cancel of it finds nothing.
    bool removeFromLists(qint64 orderId);

    [[nodiscard]] qint64 nextOrderId();
    [[nodiscard]] qint64 nextTicks();

Q_SIGNALS:
    void orderChanged(const practice::ApexOrder &order);
    void traded(const practice::ApexTrade &trade);
    void cancelRejected(const practice::ApexOrder &order, const QString &reason);

private:
    void change(ApexOrder &order, ApexState state, const QString &reason);
    void addTrade(ApexOrder &order, const base::Decimal &volume);
    void finishCancel(qint64 orderId);
    [[nodiscard]] ApexOrder *findOpen(qint64 orderId);

    base::Clock &m_clock;
    Agenda &m_agenda;
    base::milliseconds m_cancelLatency;
    std::deque<ApexInstrument> m_instruments;
    std::deque<ApexOrder> m_orders;
    QHash<qint64, ApexOrder *> m_byId;
    QHash<qint64, std::vector<ApexOrder>> m_revisions;
    QHash<qint64, Script> m_cancelScripts;
    std::deque<ApexTrade> m_trades;
    qint64 m_lastOrder = 2'543'565'226;
    qint64 m_lastTrade = 212;
    qint64 m_lastTicks = 0;
};

} // namespace practice
