// SPDX-License-Identifier: Apache-2.0
// Makes tickets of what a person has asked for: joins those that are under way, writes the intent to the
// journal, then keeps the tickets. It sends nothing and decides nothing about lanes. Engine thread only;
// owned by CancelDesk.
#pragma once

#include "cancel/cancel_desk.h"
#include "cancel/ticket_store.h"
#include "cancel/transitions.h"

namespace cancel {

/// A name for a ticket or a batch that no other one has.
[[nodiscard]] QString newTicketId();

class Intake
{
public:
    Intake(TicketStore &store, Transitions &transitions);

    struct Taken
    {
        BatchResult batch;
        std::vector<TrackedTicket *> fresh; // the new ones, in the order of the requests
        QStringList toRead; // accounts: what was joined there waits for a read, which a person wants now
    };
    /// Storage error: the journal could not be written, and nothing was taken.
    [[nodiscard]] base::Result<Taken> take(const std::vector<Request> &requests, const Consent &consent);

private:
    /// The ticket that serves a new asker too; nullptr where a new one is due.
    [[nodiscard]] const TrackedTicket *ticketToJoin(const orders::Order &row) const;
    [[nodiscard]] TrackedTicket makeTicket(const Request &request, const Consent &consent,
                                           const QString &batch) const;

    TicketStore &m_store;
    Transitions &m_transitions;
};

} // namespace cancel
