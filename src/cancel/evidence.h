// SPDX-License-Identifier: Apache-2.0
// What a row that is evidence brings to a ticket besides its new state. Used by the reconciler for what is
// read, and by a lane for an order that turns out to be over before its cancel leaves.
#pragma once

#include "cancel/cancel_rules.h"
#include "cancel/transitions.h"
#include "orders/order_book.h"

namespace cancel {

struct Evidence
{
    orders::OrderPtr row;
    Sighting sighting;
    QByteArray digest; // of the reply, empty for what the book had already
};

/// Journals the row and what it does to the ticket in one commit. False: the journal failed, and nothing has
/// changed.
bool applyEvidence(Transitions &transitions, TrackedTicket &tracked, TicketEvent event,
                   const Evidence &evidence, const orders::OrderBook &book);

/// Something that took the order's place works (R11).
[[nodiscard]] bool hasLiveSuccessor(const orders::Order &row, const orders::OrderBook &book);

/// The legs that were promised to go with the entry and are alive.
[[nodiscard]] std::vector<orders::OrderPtr> liveLegs(const Ticket &ticket, const orders::OrderBook &book);

} // namespace cancel
