// SPDX-License-Identifier: Apache-2.0
// One request of a person to cancel one order, from the press of the key to its end. A Ticket is a value that
// front ends may copy; only CancelDesk changes one, and only along cancel_state.
#pragma once

#include "cancel/cancel_state.h"
#include "orders/order.h"

#include <optional>
#include <vector>

namespace cancel {

struct Ticket
{
    QString id;
    QString batch;
    orders::OrderKey key;
    QString connection;
    orders::OrderPtr asked;  // the row as the person saw it
    orders::OrderPtr latest; // the newest row that is evidence for it; never null after `asked`
    orders::Effect consented = orders::Effect::Cancel;
    TicketState state = TicketState::Queued;
    int attempt = 1; // of this order, counted over tickets
    int writes = 0;  // 0 or 1: how many requests of this ticket left
    QString why;     // one of the words in cancel/reasons.h, or empty
    QString detail;  // an English sentence for the terminal and the journal
    QString venueMessage;
    QString venueCode;
    std::optional<base::WallTime> askedAt;
    std::optional<base::WallTime> sentAt;
    std::optional<base::WallTime> receiptAt;
    std::optional<base::WallTime> endedAt; // proved, filled, refused ...: when the end was seen
    QString proof;                         // which list or history proved the end
    base::Decimal filledAtSending;
    base::Decimal filledMeanwhile;           // filled since then: the alarm of product.md 2.7
    std::vector<orders::OrderPtr> liveLegs;  // promised to go with the entry, and still alive
    std::vector<orders::OrderPtr> liveLinks; // after the proof: what took its place, or the other of its pair
    bool isVerified = false;                 // NotTaken: a later read showed the order open
    bool wasCorrected = false;               // its end was changed by newer evidence
    bool isGone = false;                     // two sources do not show the order
    bool isOldDay = false;                   // of an earlier trading day: only its history may prove it
    QString acknowledgedBy;                  // "name: reason", for Acknowledged

    /// Of liveLinks those that took its place: then it is not cancelled (R11).
    [[nodiscard]] std::vector<orders::OrderPtr> liveSuccessors() const;
    /// A request that was not taken is over once a read has shown that the order stands as before.
    [[nodiscard]] bool isOpen() const
    {
        return cancel::isOpen(state) && !(state == TicketState::NotTaken && isVerified);
    }
};

using TicketPtr = std::shared_ptr<const Ticket>;

} // namespace cancel
