// SPDX-License-Identifier: Apache-2.0
// Every ticket of the run, found by id, by order and by account. Tickets are never removed while the program
// runs: what is over stays under watch until the day ends.
#pragma once

#include "cancel/tracked_ticket.h"

#include <deque>
#include <functional>
#include <unordered_map>

namespace cancel {

/// Of two twins each has its own tickets, whether or not their keys name the exchange's id.
[[nodiscard]] bool isOfOrder(const Ticket &ticket, const orders::Order &row);

class TicketStore
{
public:
    /// The reference stays good for the life of the store.
    TrackedTicket &add(TrackedTicket ticket);

    /// The order goes by this key from now on, under which there is no other ticket; it is found by the one
    /// that it was asked under too.
    void rekey(TrackedTicket &tracked, const orders::OrderKey &key);

    [[nodiscard]] TrackedTicket *find(const QString &id);
    /// The newest ticket of an order. Of a row it is known which of two twins it is, of a key only where
    /// the key says so.
    [[nodiscard]] TrackedTicket *newestOf(const orders::Order &row) const;
    [[nodiscard]] TrackedTicket *newestOf(const orders::OrderKey &key) const;
    /// Every ticket of an order and of its twins, oldest first.
    [[nodiscard]] const std::vector<TrackedTicket *> &ofOrder(const orders::OrderKey &key) const;
    [[nodiscard]] const std::vector<TrackedTicket *> &ofAccount(const QString &account);
    [[nodiscard]] std::vector<TrackedTicket *> ofBatch(const QString &batch);
    /// Oldest first.
    [[nodiscard]] std::deque<TrackedTicket> &all() { return m_tickets; }

private:
    [[nodiscard]] TrackedTicket *newest(const orders::OrderKey &key,
                                        const std::function<bool(const Ticket &)> &isIt) const;

    std::deque<TrackedTicket> m_tickets;
    QHash<QString, TrackedTicket *> m_byId;
    QHash<orders::OrderKey, std::vector<TrackedTicket *>> m_byOrder; // without the twin
    std::unordered_map<QString, std::vector<TrackedTicket *>> m_byAccount;
};

} // namespace cancel
