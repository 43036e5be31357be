// SPDX-License-Identifier: Apache-2.0
// Journal rows as tickets: what ticket_record writes, read back in the order of the rows after a restart. It
// only reads; that a crash has happened is for CancelDesk to apply.
#pragma once

#include "cancel/tracked_ticket.h"
#include "journal/journal.h"

namespace cancel {

class TicketFold
{
public:
    /// Rows of other kinds are passed over.
    void take(const journal::Row &row);
    /// In the order in which they were asked; states as journaled.
    [[nodiscard]] std::vector<TrackedTicket> &tickets() { return m_tickets; }

private:
    void takeAsked(const journal::Entry &entry);
    static void takeCarried(TrackedTicket &tracked, const journal::Entry &entry);
    static void takeSending(TrackedTicket &tracked, const journal::Entry &entry);
    static void takeEvidence(TrackedTicket &tracked, const journal::Entry &entry);
    static void takeTransition(TrackedTicket &tracked, const journal::Entry &entry);

    std::vector<TrackedTicket> m_tickets;
    QHash<QString, std::size_t> m_byId;
};

} // namespace cancel
