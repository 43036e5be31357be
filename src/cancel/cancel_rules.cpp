// SPDX-License-Identifier: Apache-2.0
#include "cancel/cancel_rules.h"

#include "cancel/reasons.h"

namespace cancel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::ListKind;
using orders::MarkerOrder;
using orders::Order;
using orders::OrderState;

namespace {

constexpr base::MonoTime firstOpenRead = 5s;   // R4: an earlier "open" may only be slow news
constexpr base::MonoTime secondOpenRead = 10s; // R5
constexpr base::milliseconds freshBook = 5s;   // R2

GateResult closed(QLatin1StringView why, const QString &text)
{
    return {Gate::Closed, why, text};
}

bool isClosedList(ListKind kind)
{
    return kind == ListKind::Completed;
}

bool knowsExchangeId(const Ticket &ticket, const QString &id)
{
    return ticket.asked->exchangeOrderId == id || ticket.latest->exchangeOrderId == id;
}

bool hasExchangeId(const Ticket &ticket)
{
    return !ticket.asked->exchangeOrderId.isEmpty() || !ticket.latest->exchangeOrderId.isEmpty();
}

bool agreesWhereBothHave(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() || a == b;
}

// A history names the order by other ids, and its symbol is a shorter one: the exchange id decides, or else
// what was fixed at the order's entry.
Identity identifyRevision(const Ticket &ticket, const Order &row)
{
    const Order &asked = *ticket.asked;
    const bool sameTerms = row.side == asked.side && agreesWhereBothHave(row.instrument, asked.instrument) &&
                           agreesWhereBothHave(row.exchange, asked.exchange);
    if (!sameTerms)
        return Identity::Conflict;
    if (!row.exchangeOrderId.isEmpty() && hasExchangeId(ticket))
        return knowsExchangeId(ticket, row.exchangeOrderId) ? Identity::Same : Identity::Other;
    const bool sameQuantity = row.quantity == asked.quantity || row.quantity == ticket.latest->quantity;
    return sameQuantity && (!row.placedAt || row.placedAt == asked.placedAt) ? Identity::Same
                                                                             : Identity::Other;
}

// CANCEL_REJECTED is news when it was not so at sending, or when its marker is newer than then.
bool isNewRejection(const TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    if (!row.isCancelRejected || sighting.began < tracked.sent)
        return false;
    if (!tracked.wasCancelRejected)
        return true;
    return sighting.kind != ListKind::History &&
           orders::compareMarkers(row.marker, tracked.markerAtSending) == MarkerOrder::Newer;
}

std::optional<TicketEvent> judgeOpenRead(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    const TicketState state = tracked.ticket.state;
    if (state == TicketState::RefusedUnverified || state == TicketState::NotTaken)
        return sighting.began >= tracked.answered ? std::optional(TicketEvent::OpenOnce) : std::nullopt;
    if (state != TicketState::Receipt && state != TicketState::Unknown)
        return std::nullopt;
    if (sighting.began < tracked.sent + firstOpenRead || sighting.began <= tracked.lastOpenRead)
        return std::nullopt;
    // A leg that moved meanwhile is being worked on: that is no sign of a cancel that was lost.
    const bool hasMoved = !row.leg.isEmpty() &&
                          (row.filled != tracked.ticket.filledAtSending ||
                           orders::compareMarkers(row.marker, tracked.markerAtSending) != MarkerOrder::Same);
    if (hasMoved && sighting.kind != ListKind::History) {
        tracked.openReads = 0;
        return std::nullopt;
    }
    tracked.lastOpenRead = sighting.began;
    ++tracked.openReads;
    const bool isSecond = tracked.openReads >= 2 && sighting.began >= tracked.sent + secondOpenRead;
    return isSecond ? std::optional(TicketEvent::OpenTwice) : std::nullopt;
}

// An order that was over is alive again: only a newer marker says so, and only twice.
std::optional<TicketEvent> judgeReopening(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    if (sighting.kind == ListKind::History || sighting.began <= tracked.lastReopenedRead)
        return std::nullopt;
    const bool isMarked = !row.marker.reference.isEmpty() && !tracked.markerAtEnd.reference.isEmpty();
    const bool isNewer = isMarked
                             ? orders::compareMarkers(row.marker, tracked.markerAtEnd) == MarkerOrder::Newer
                             : sighting.began >= tracked.endRead + firstOpenRead;
    if (!isNewer) {
        tracked.reopenedReads = 0;
        return std::nullopt;
    }
    tracked.lastReopenedRead = sighting.began;
    return ++tracked.reopenedReads >= 2 ? std::optional(TicketEvent::Reopened) : std::nullopt;
}

bool isWholeFill(const Order &row)
{
    if (row.state == OrderState::Filled)
        return true;
    return row.state == OrderState::Cancelled && row.filled.isNumber() && !row.filled.isZero() &&
           row.filled == row.quantity;
}

bool hasFillMoved(const TrackedTicket &tracked, const Order &row)
{
    const base::Decimal &before = tracked.ticket.latest->filled;
    if (!row.filled.isNumber() || !before.isNumber() || row.filled == before)
        return false;
    // Down is a bust, and only a newer row may say so; up is true whoever says it.
    return row.filled > before ||
           orders::compareMarkers(row.marker, tracked.ticket.latest->marker) == MarkerOrder::Newer;
}

} // namespace

GateResult checkGate(const Ticket &ticket, const GateInput &input)
{
    const Order &asked = *ticket.asked;
    if (!input.newest)
        return closed(reasons::changed, u"the order is not in the book any more"_s);
    const Order &newest = *input.newest;
    if (!newest.isAlive())
        return {Gate::AlreadyOver, {}, {}};
    if (newest.missingSince)
        return closed(reasons::changed, u"the order has left the broker's lists"_s);
    if (newest.state == OrderState::BeingCancelled)
        return closed(reasons::changed, u"the broker shows that a cancel of it is on its way already"_s);
    if (!orders::sameFingerprint(asked, newest))
        return closed(reasons::changed, u"another order stands under this id now"_s);
    if (newest.quantity.isNumber() && asked.quantity.isNumber() && newest.quantity > asked.quantity)
        return closed(reasons::changed, u"the quantity has grown from %1 to %2"_s.arg(
                                            asked.quantity.toText(), newest.quantity.toText()));
    if (newest.effect > ticket.consented)
        return closed(reasons::changed, u"cancelling it would do more now than what was agreed to"_s);
    const bool isLeg =
        orders::legRole(newest) != orders::LegRole::None && orders::legRole(newest) != orders::LegRole::Entry;
    const bool isReleased = input.isReleaseTime && newest.kind.compare("AMO"_L1, Qt::CaseInsensitive) == 0;
    if ((isLeg || isReleased) && input.bookAge > freshBook)
        return {Gate::NeedsFreshBook, {}, {}};
    return {};
}

Identity identify(const Ticket &ticket, const Order &row, ListKind kind)
{
    if (kind == ListKind::History)
        return identifyRevision(ticket, row);
    if (row.key.account != ticket.key.account || row.key.day != ticket.key.day ||
        row.key.orderId != ticket.key.orderId || row.key.leg != ticket.key.leg)
        return Identity::Other;
    if (!orders::sameFingerprint(*ticket.asked, row))
        return Identity::Conflict;
    if (!row.exchangeOrderId.isEmpty() && hasExchangeId(ticket) &&
        !knowsExchangeId(ticket, row.exchangeOrderId))
        return Identity::Conflict;
    return Identity::Same;
}

std::vector<TicketEvent> judge(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    std::vector<TicketEvent> events;
    const TicketState state = tracked.ticket.state;
    if (hasFillMoved(tracked, row) && !isWholeFill(row))
        events.push_back(TicketEvent::MoreFilled);

    if (isWholeFill(row)) {
        events.push_back(TicketEvent::Filled);
    } else if (row.state == OrderState::Cancelled) {
        events.push_back(TicketEvent::Cancelled);
    } else if (row.state == OrderState::Rejected || row.state == OrderState::Expired) {
        events.push_back(TicketEvent::OrderEnded);
    } else if (isFinal(state)) {
        if (const auto event = judgeReopening(tracked, row, sighting))
            events.push_back(*event);
    } else if (row.state == OrderState::BeingCancelled) {
        // In Receipt and Sending the venue only says what is known.
        const bool isNews = state != TicketState::Receipt && state != TicketState::Sending;
        if (isNews && sighting.began >= tracked.sent && tracked.ticket.writes > 0)
            events.push_back(TicketEvent::PendingElsewhere);
    } else if (isNewRejection(tracked, row, sighting)) {
        events.push_back(TicketEvent::RejectMarked);
    } else if (const auto event = judgeOpenRead(tracked, row, sighting)) {
        events.push_back(*event);
    }
    return events;
}

bool judgeAbsence(TrackedTicket &tracked, const Sighting &sighting)
{
    const TicketState state = tracked.ticket.state;
    const bool counts = state == TicketState::Receipt || state == TicketState::Unknown ||
                        state == TicketState::RefusedUnverified;
    if (!counts || sighting.began < tracked.sent + firstOpenRead)
        return false;
    if (!isClosedList(sighting.kind)) {
        tracked.missingOpenSince = sighting.began;
        return false;
    }
    return tracked.missingOpenSince && sighting.began >= *tracked.missingOpenSince;
}

} // namespace cancel
