// SPDX-License-Identifier: Apache-2.0
// Turns what venues show into events of tickets: checks whose evidence a row is, judges it, and watches
// orders that are over until the day ends. It reads what it is given and never asks or sends. Engine thread
// only.
#pragma once

#include "cancel/cancel_rules.h"
#include "cancel/ticket_store.h"
#include "cancel/transitions.h"
#include "orders/order_book.h"
#include "venues/venue.h"

namespace cancel {

class Reconciler
{
public:
    Reconciler(TicketStore &store, Transitions &transitions);

    void takeListing(const QString &account, const orders::Listing &listing, const orders::OrderBook &book);
    void takeOrderAnswer(const QString &account, const venues::OrderAnswer &answer,
                         const orders::OrderBook &book);
    /// Fills of proved orders that their own rows do not show. False: the journal failed.
    bool takeTrades(const orders::TradeList &trades, const orders::OrderBook &book);
    /// True where an order's end was told that counts once the open orders have been read: read them now.
    [[nodiscard]] bool takePush(const venues::Push &push, const orders::OrderBook &book);
    /// True where a ticket of that order waits for its end: a read has to tell what became of it.
    [[nodiscard]] bool takeCancelReject(const orders::OrderKey &key, const QString &reason);
    /// The trading day turned: only an order's own history may still prove a ticket of an earlier day (R12).
    /// False: the journal failed, and it has to be told again.
    [[nodiscard]] bool turnDay(std::int32_t today);

private:
    void followId(TrackedTicket &tracked, const orders::OrderBook &book);
    /// False: the journal failed.
    bool takeRow(TrackedTicket &tracked, const orders::OrderPtr &row, const Sighting &sighting,
                 const QByteArray &digest, const orders::OrderBook &book);
    void hold(TrackedTicket &tracked, HeldEnd end);
    void takeHeld(TrackedTicket &tracked, const orders::OrderBook &book);
    void noteConflict(TrackedTicket &tracked, const orders::Order &row);
    [[nodiscard]] bool noteLegs(TrackedTicket &tracked, const std::vector<orders::OrderPtr> &legs);
    void watchLinks(TrackedTicket &tracked, const orders::OrderBook &book, const Sighting &sighting);

    TicketStore &m_store;
    Transitions &m_transitions;
    QHash<QString, QString> m_conflicts; // ticket id -> exchange id already journaled
};

} // namespace cancel
