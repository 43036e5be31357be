// SPDX-License-Identifier: Apache-2.0
#include "cancel/ticket_store.h"

#include <algorithm>

namespace cancel {

namespace {

// The exchange's id tells two twins apart, whether or not their keys name it.
bool isOfTwin(const Ticket &ticket, const QString &exchangeId)
{
    const QString &asked = ticket.asked->exchangeOrderId;
    const QString &latest = ticket.latest->exchangeOrderId;
    const bool isKnown = !exchangeId.isEmpty() && !(asked.isEmpty() && latest.isEmpty());
    return isKnown && asked != exchangeId && latest != exchangeId;
}

} // namespace

bool isOfOrder(const Ticket &ticket, const orders::Order &row)
{
    const orders::OrderKey key = row.key.withoutTwin();
    // A name of the trader's own may be given again to another order.
    const bool isIts = key == ticket.key.withoutTwin() || (key == ticket.asked->key.withoutTwin() &&
                                                           orders::sameFingerprint(*ticket.asked, row));
    return isIts && !isOfTwin(ticket, row.exchangeOrderId);
}

TrackedTicket &TicketStore::add(TrackedTicket ticket)
{
    TrackedTicket &kept = m_tickets.emplace_back(std::move(ticket));
    m_byId.insert(kept.ticket.id, &kept);
    m_byOrder[kept.ticket.key.withoutTwin()].push_back(&kept);
    if (kept.ticket.asked->key.withoutTwin() != kept.ticket.key.withoutTwin()) // it has been named since
        m_byOrder[kept.ticket.asked->key.withoutTwin()].push_back(&kept);
    m_byAccount[kept.account].push_back(&kept);
    return kept;
}

void TicketStore::rekey(TrackedTicket &tracked, const orders::OrderKey &key)
{
    tracked.ticket.key = key;
    std::vector<TrackedTicket *> &same = m_byOrder[key.withoutTwin()];
    std::erase(same, &tracked); // it was named before, and that could not be written
    same.push_back(&tracked);
}

TrackedTicket *TicketStore::find(const QString &id)
{
    return m_byId.value(id, nullptr);
}

TrackedTicket *TicketStore::newestOf(const orders::Order &row) const
{
    TrackedTicket *found = newest(row.key, [&](const Ticket &each) { return isOfOrder(each, row); });
    return found ? found : newest(row.key, [&](const Ticket &each) { return each.key == row.key; });
}

TrackedTicket *TicketStore::newestOf(const orders::OrderKey &key) const
{
    TrackedTicket *found = newest(key, [&](const Ticket &each) { return each.key == key; });
    return found ? found : newest(key, [&](const Ticket &each) {
        return each.key.withoutTwin() == key.withoutTwin() && !isOfTwin(each, key.twin);
    });
}

TrackedTicket *TicketStore::newest(const orders::OrderKey &key,
                                   const std::function<bool(const Ticket &)> &isIt) const
{
    const auto &tickets = ofOrder(key);
    const auto found = std::find_if(tickets.rbegin(), tickets.rend(),
                                    [&](const TrackedTicket *each) { return isIt(each->ticket); });
    return found == tickets.rend() ? nullptr : *found;
}

const std::vector<TrackedTicket *> &TicketStore::ofOrder(const orders::OrderKey &key) const
{
    static const std::vector<TrackedTicket *> none;
    const auto found = m_byOrder.constFind(key.withoutTwin());
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
