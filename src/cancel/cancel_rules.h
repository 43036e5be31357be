// SPDX-License-Identifier: Apache-2.0
// The rules that decide what may leave and what counts as evidence (lifecycle.md R1, R2, R4, R5). Pure
// functions over values; the times are those of the monotonic clock.
#pragma once

#include "cancel/tracked_ticket.h"
#include "orders/trade_list.h"

#include <span>

namespace cancel {

enum class Gate {
    Open,           // it may leave now
    NeedsFreshBook, // a leg, or an after-market order around its release: the book must be 5 s old at most
    Closed,         // it may not leave; `why` and `text` say why
    AlreadyOver,    // the newest row is final: the ticket ends by that evidence, with nothing sent
};

struct GateResult
{
    Gate gate = Gate::Open;
    QLatin1StringView why{};
    QString text;
};

struct GateInput
{
    orders::OrderPtr newest; // nullptr: the book does not have it
    base::milliseconds bookAge{0};
    bool isReleaseTime = false;
    std::int32_t today = 0; // orders::tradingDay of now
};

/// R2: just before sending, against the newest row.
[[nodiscard]] GateResult checkGate(const Ticket &ticket, const GateInput &input);

enum class Identity { Same, Other, Conflict };
/// R1: whether a row is evidence for the ticket. Conflict: the key fits and the order is another one.
[[nodiscard]] Identity identify(const Ticket &ticket, const orders::Order &row, orders::ListKind kind);

/// The order had no id of the venue's, and this row gives it one. The trader's own ids may repeat: what was
/// fixed at its entry, and the moment of that, have to agree too.
[[nodiscard]] bool givesId(const orders::Order &row, const Ticket &ticket);

/// Asking for the row again joins the ticket: it is on its way, or its end is proved and the lists have yet
/// to follow. Otherwise it opens another one.
[[nodiscard]] bool joinsWhenAsked(const Ticket &ticket, const orders::Order &row);

/// The ticket's newest row once this one is evidence. A history's row lacks fields that a list's has, and
/// counts its revisions in another way: it only tells how the order stands.
[[nodiscard]] orders::OrderPtr afterEvidence(const Ticket &ticket, const orders::OrderPtr &row,
                                             orders::ListKind kind);

/// Where a row was seen: by which read, begun when.
struct Sighting
{
    orders::ListKind kind = orders::ListKind::Pending;
    base::MonoTime began{0};
};

/// What a row says to a ticket, most telling first: MoreFilled may stand before an end. Updates what the
/// ticket remembers of its reads.
[[nodiscard]] std::vector<TicketEvent> judge(TrackedTicket &tracked, const orders::Order &row,
                                             const Sighting &sighting);

/// A list without the order. Gone when the closed list, begun after an open list that lacked it, lacks it too
/// (R4).
[[nodiscard]] bool judgeAbsence(TrackedTicket &tracked, const Sighting &sighting);

/// The order as its trades show it: the ticket's newest row with what they sum up to (R11). nullptr where
/// they have nothing to say. `areAll` of the account's day, and not just the newest.
[[nodiscard]] orders::OrderPtr rowByTrades(const TrackedTicket &tracked,
                                           std::span<const orders::Trade *const> trades, bool areAll);

} // namespace cancel
