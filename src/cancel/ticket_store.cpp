// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket_store.h"

namespace cancel {

TrackedTicket &TicketStore::add(TrackedTicket ticket)
{
    TrackedTicket &kept = m_tickets.emplace_back(std::move(ticket));
    m_byId.insert(kept.ticket.id, &kept);
    m_byOrder[kept.ticket.key].push_back(&kept);
    m_byAccount[kept.account].push_back(&kept);
    return kept;
}

TrackedTicket *TicketStore::find(const QString &id)
{
    return m_byId.value(id, nullptr);
}

TrackedTicket *TicketStore::newestOf(const orders::OrderKey &key)
{
    const auto &tickets = ofOrder(key);
    return tickets.empty() ? nullptr : tickets.back();
}

const std::vector<TrackedTicket *> &TicketStore::ofOrder(const orders::OrderKey &key) const
{
    static const std::vector<TrackedTicket *> none;
    const auto found = m_byOrder.constFind(key);
    return found == m_byOrder.cend() ? none : *found;
}

const std::vector<TrackedTicket *> &TicketStore::ofAccount(const QString &account)
{
    return m_byAccount[account];
}

std::vector<TrackedTicket *> TicketStore::ofBatch(const QString &batch)
{
    std::vector<TrackedTicket *> found;
    for (TrackedTicket &each : m_tickets) {
        if (each.ticket.batch == batch)
            found.push_back(&each);
    }
    return found;
}

} // namespace cancel
