// SPDX-License-Identifier: Apache-2.0
// A ticket with what only the engine needs to judge it: times on the monotonic clock, what the row was at
// sending, which reads have shown what since. Not journaled; after a restart reads begin anew.
#pragma once

#include "cancel/ticket.h"
#include "journal/entry.h"
#include "orders/listing.h"

namespace cancel {

/// What shows that an order was cancelled, while it is not known what lives on in its place.
struct HeldEnd
{
    orders::OrderPtr row;
    orders::ListKind kind;
    base::MonoTime began; // of the read
    QByteArray digest;    // of the reply
};

struct TrackedTicket
{
    Ticket ticket;
    QString account; // the lane, by canonical account
    base::MonoTime consentEnds{0};
    std::optional<base::MonoTime>
        readsFirst; // an earlier attempt has left: the book has to be read after this
    base::MonoTime sent{0};
    base::MonoTime answered{0};
    orders::Marker markerAtSending;
    bool wasCancelRejected = false;           // at sending: the same words later are no news
    std::optional<base::MonoTime> rejectedAt; // the venue said so by itself; a later read has to show it open
    int openReads = 0;                        // valid reads that showed it open since sending
    base::MonoTime lastOpenRead{0};
    orders::Marker markerAtOpenRead; // of a leg, by the last of these reads
    base::Decimal filledAtOpenRead;
    std::optional<journal::Entry> counted; // the last open read that counted and decided nothing yet
    std::optional<HeldEnd> heldEnd;
    std::optional<base::MonoTime> missingOpenSince; // begin of the read whose open list lacked it
    orders::Marker markerAtEnd;
    base::MonoTime endRead{0};   // begin of the read that ended it
    bool endedByHistory = false; // then markerAtEnd is that of the last list that showed it
    int reopenedReads = 0;
    base::MonoTime lastReopenedRead{0};
    base::MonoTime fillLoweredAt{0}; // the last time that a fill was taken back
    bool isFilledByTrades = false;   // the trades show more than the order's own row does
    int singlesAsked = 0;
    base::MonoTime nextSingle{0};
    TicketPtr published; // what front ends have
};

} // namespace cancel
