// SPDX-License-Identifier: Apache-2.0
// Tickets as journal entries. Each entry about a ticket holds all that a restart needs, so that TicketFold,
// which reads the file in order and keeps the last word on each ticket, gets the state before the crash
// (lifecycle.md R10).
#pragma once

#include "cancel/cancel_desk.h"
#include "cancel/cancel_rules.h"
#include "cancel/tracked_ticket.h"
#include "journal/journal.h"

namespace cancel::record {

[[nodiscard]] journal::Entry asked(const TrackedTicket &tracked, const Consent &consent);
/// The request as it will leave, secrets cut.
[[nodiscard]] journal::Entry sending(const TrackedTicket &tracked, const venues::CancelRequest &request);
[[nodiscard]] journal::Entry answer(const TrackedTicket &tracked, const venues::CancelAnswer &answer);
[[nodiscard]] journal::Entry evidence(const TrackedTicket &tracked, const orders::Order &row,
                                      const Sighting &sighting, const QByteArray &replyDigest);
/// A read that shows it open and that counts: written with the next one, where that decides.
[[nodiscard]] journal::Entry counted(const TrackedTicket &tracked, const orders::Order &row,
                                     const Sighting &sighting, const QByteArray &replyDigest);
/// It shows the order's end, which counts once the open orders have shown what lives on.
[[nodiscard]] journal::Entry held(const TrackedTicket &tracked, const orders::Order &row,
                                  const Sighting &sighting, const QByteArray &replyDigest);
[[nodiscard]] journal::Entry absence(const TrackedTicket &tracked, const orders::Listing &listing);
[[nodiscard]] journal::Entry named(const TrackedTicket &tracked, const orders::Order &row);
[[nodiscard]] journal::Entry conflict(const TrackedTicket &tracked, const orders::Order &row);
/// `tracked` is as it will be; `from` what it was. Written right after the evidence or the answer that it
/// follows from, in the same commit.
[[nodiscard]] journal::Entry transition(const TrackedTicket &tracked, TicketState from, TicketEvent event);
/// All of a ticket in one entry: a new file of the journal begins with it.
[[nodiscard]] journal::Entry carried(const TrackedTicket &tracked);
/// An event that the table has no row for.
[[nodiscard]] journal::Entry unlisted(const TrackedTicket &tracked, TicketEvent event);
/// Another person or program asked for the same cancel, agreed to that effect, and watches this ticket.
[[nodiscard]] journal::Entry joined(const TrackedTicket &tracked, const Consent &consent,
                                    orders::Effect effect);
/// How many of the legs that should have gone with the entry are alive now.
[[nodiscard]] journal::Entry legs(const TrackedTicket &tracked, std::size_t alive);
[[nodiscard]] journal::Entry links(const TrackedTicket &tracked, const std::vector<orders::OrderPtr> &alive);
/// The trades were compared with what so many proved cancels say of their fills.
[[nodiscard]] journal::Entry tradesRead(const orders::TradeList &trades, int looked, int corrected);
[[nodiscard]] journal::Entry rejectHeard(const TrackedTicket &tracked, const QString &reason);
[[nodiscard]] journal::Entry batchPaused(const QString &batch, bool isPaused);
/// The machine slept, the program stood still or the wall clock was set.
[[nodiscard]] journal::Entry clockNote(const QString &text);
[[nodiscard]] journal::Entry alarm(const TrackedTicket &tracked, const QString &text);

} // namespace cancel::record
