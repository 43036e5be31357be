// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket_store.h"

namespace cancel {

TrackedTicket &TicketStore::add(TrackedTicket ticket)
{
    TrackedTicket &kept = m_tickets.emplace_back(std::move(ticket));
    m_byId.insert(kept.ticket.id, &kept);
    m_newest.insert(kept.ticket.key, &kept);
    m_byAccount[kept.account].push_back(&kept);
    return kept;
}

TrackedTicket *TicketStore::find(const QString &id)
{
    return m_byId.value(id, nullptr);
}

TrackedTicket *TicketStore::newestOf(const orders::OrderKey &key)
{
    return m_newest.value(key, nullptr);
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
