// SPDX-License-Identifier: Apache-2.0
// Rows and tickets for the tests of cancels: one plain order, open since the morning of 2024-03-15, that a
// test changes where it matters.
#pragma once

#include "cancel/tracked_ticket.h"
#include "orders/listing.h"

namespace support {

inline constexpr auto rowAccount = "practice|tradelab|127.0.0.1:1||DEMO1";

/// A limit order for 100, nothing filled, marker 1000.
inline orders::Order openRow(const QString &id = QStringLiteral("77"), const QString &leg = {})
{
    orders::Order row;
    row.key = {QString::fromLatin1(rowAccount), 20240315, id, leg, {}};
    row.connection = QStringLiteral("pocketful");
    row.account = QStringLiteral("DEMO1");
    row.orderId = id;
    row.exchangeOrderId = QStringLiteral("1100000029886168");
    row.kind = leg.isEmpty() ? QStringLiteral("REGULAR") : QStringLiteral("BO");
    row.leg = leg;
    row.symbol = QStringLiteral("IDEA-EQ");
    row.exchange = QStringLiteral("NSE");
    row.instrument = QStringLiteral("14366");
    row.product = QStringLiteral("MIS");
    row.orderType = QStringLiteral("LIMIT");
    row.side = orders::Side::Buy;
    row.sideText = QStringLiteral("BUY");
    row.venueStatus = QStringLiteral("CONFIRMED");
    row.state = orders::OrderState::Open;
    row.quantity = 100;
    row.filled = 0;
    row.price = 12;
    row.placedAt = base::WallTime(base::milliseconds(1'710'480'000'000)); // 10:50:00 in India
    row.marker.reference = QStringLiteral("1000");
    row.effect = orders::effectOf(row, false);
    return row;
}

inline orders::OrderPtr shared(const orders::Order &row)
{
    return std::make_shared<const orders::Order>(row);
}

/// The row later on: with this state and a newer marker.
inline orders::Order later(orders::Order row, orders::OrderState state, int filled = 0,
                           const char *marker = "2000")
{
    row.state = state;
    row.filled = filled;
    row.marker.reference = QString::fromLatin1(marker);
    row.marker.content += 1;
    row.isCancelRejected = false;
    return row;
}

inline cancel::TrackedTicket ticketFor(const orders::Order &row)
{
    cancel::TrackedTicket tracked;
    tracked.account = row.key.account;
    cancel::Ticket &ticket = tracked.ticket;
    ticket.id = QStringLiteral("t-") + row.orderId + row.leg;
    ticket.batch = QStringLiteral("b");
    ticket.key = row.key;
    ticket.connection = row.connection;
    ticket.asked = shared(row);
    ticket.latest = ticket.asked;
    ticket.filledAtSending = row.filled;
    ticket.consented = row.effect;
    ticket.askedAt = base::WallTime(base::milliseconds(1'710'480'600'000));
    return tracked;
}

/// One that left at `sent` and was answered at once.
inline cancel::TrackedTicket sentTicket(const orders::Order &row, cancel::TicketState state,
                                        base::MonoTime sent = base::seconds(100))
{
    cancel::TrackedTicket tracked = ticketFor(row);
    tracked.ticket.state = state;
    tracked.ticket.writes = 1;
    tracked.sent = sent;
    tracked.answered = sent + base::milliseconds(100);
    tracked.markerAtSending = row.marker;
    tracked.wasCancelRejected = row.isCancelRejected;
    return tracked;
}

inline orders::Listing listingOf(orders::ListKind kind, std::initializer_list<orders::Order> rows,
                                 base::MonoTime began = base::MonoTime(0))
{
    orders::Listing listing;
    listing.kind = kind;
    listing.account = QString::fromLatin1(rowAccount);
    listing.began = began;
    listing.ended = began;
    for (const orders::Order &row : rows)
        listing.rows.push_back(shared(row));
    orders::finishListing(listing);
    return listing;
}

} // namespace support
