// SPDX-License-Identifier: Apache-2.0
#include "cancel/cancel_rules.h"

#include "cancel/reasons.h"

#include <QSet>

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
    if (!asked.leg.isEmpty())
        return Identity::Other; // the legs of one order share all the rest
    const bool sameQuantity = row.quantity == asked.quantity || row.quantity == ticket.latest->quantity;
    return sameQuantity && row.placedAt && row.placedAt == asked.placedAt ? Identity::Same : Identity::Other;
}

// A trade names its order by ids and says nothing of a leg. Where it has no time it is of the day of its
// list.
Identity identifyTrade(const Ticket &ticket, const Order &row)
{
    const Order &asked = *ticket.asked;
    const bool sameDay = row.key.day == 0 || row.key.day == ticket.key.day;
    if (row.key.account != ticket.key.account || row.key.orderId != ticket.key.orderId || !sameDay)
        return Identity::Other;
    // What has no id of the exchange's was never there, and has no trades that have one.
    const bool hasId = !row.exchangeOrderId.isEmpty();
    if (hasId && !knowsExchangeId(ticket, row.exchangeOrderId))
        return Identity::Other; // another leg's, or another order's
    const bool isPlain = asked.leg.isEmpty() && row.key.day == ticket.key.day &&
                         (!row.placedAt || row.placedAt == asked.placedAt);
    if (!hasId && !isPlain)
        return Identity::Other;
    const bool sameSide = row.side == orders::Side::Unknown || row.side == asked.side;
    const bool sameTerms = sameSide && agreesWhereBothHave(row.instrument, asked.instrument) &&
                           agreesWhereBothHave(row.exchange, asked.exchange);
    return sameTerms ? Identity::Same : Identity::Conflict;
}

// The answer was a refusal, or the request was not taken: one read after it is enough.
bool isWaitingForOneRead(TicketState state)
{
    return state == TicketState::RefusedUnverified || state == TicketState::NotTaken;
}

// An end that the venue has taken back since: a newer row shows the order alive. A history is judged by its
// own newest revision.
bool isTakenBack(const Order &row, const Order &latest, ListKind kind)
{
    const bool areMarked = !row.marker.reference.isEmpty() && !latest.marker.reference.isEmpty();
    return kind != ListKind::History && !row.isAlive() && latest.isAlive() && areMarked &&
           orders::compareMarkers(row.marker, latest.marker) == MarkerOrder::Older;
}

// Its end has been shown, though it does not count yet: a list that was made before that is no sign of
// anything.
bool isBeforeHeldEnd(const TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    if (!tracked.heldEnd || !row.isAlive())
        return false;
    const orders::Marker &end = tracked.heldEnd->row->marker;
    const bool areMarked = !row.marker.reference.isEmpty() && !end.reference.isEmpty();
    const bool isOlder = areMarked && sighting.kind != ListKind::History &&
                         orders::compareMarkers(row.marker, end) == MarkerOrder::Older;
    return isOlder || sighting.began < tracked.heldEnd->began + firstOpenRead;
}

bool isListed(const TrackedTicket &tracked, TicketEvent event)
{
    return next(tracked.ticket.state, event).isListed;
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

// The venue said by itself that the cancel has failed, and was asked since.
bool isConfirmedRejection(const TrackedTicket &tracked, const Sighting &sighting)
{
    return tracked.rejectedAt && sighting.kind != ListKind::Event &&
           sighting.began >= std::max(*tracked.rejectedAt, tracked.sent + firstOpenRead);
}

std::optional<TicketEvent> judgeOpenRead(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    if (sighting.kind == ListKind::Event)
        return std::nullopt; // an event may be late: only what was asked for shows that an order is open
    const TicketState state = tracked.ticket.state;
    if (isWaitingForOneRead(state))
        return sighting.began >= tracked.answered ? std::optional(TicketEvent::OpenOnce) : std::nullopt;
    if (state != TicketState::Receipt && state != TicketState::Unknown)
        return std::nullopt;
    if (sighting.began < tracked.sent + firstOpenRead || sighting.began <= tracked.lastOpenRead)
        return std::nullopt;
    // A leg that moves is being worked on, and no sign of a cancel that was lost: the count begins anew.
    // A history cannot say whether it has: it counts its revisions in another way.
    const bool isLeg = !row.leg.isEmpty();
    if (isLeg && sighting.kind == ListKind::History)
        return std::nullopt;
    const bool hasMoved = isLeg && tracked.openReads > 0 &&
                          (row.filled != tracked.filledAtOpenRead || row.marker != tracked.markerAtOpenRead);
    if (hasMoved)
        tracked.openReads = 0;
    if (isLeg) {
        tracked.filledAtOpenRead = row.filled;
        tracked.markerAtOpenRead = row.marker;
    }
    tracked.lastOpenRead = sighting.began;
    ++tracked.openReads;
    const bool isSecond = tracked.openReads >= 2 && sighting.began >= tracked.sent + secondOpenRead;
    return isSecond ? std::optional(TicketEvent::OpenTwice) : std::nullopt;
}

// An order that was over is alive again: only a newer marker says so, and only twice.
std::optional<TicketEvent> judgeReopening(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    // A cancel on its way is what came before the end, in a list that was made then.
    const bool isOldNews = row.state == OrderState::BeingCancelled;
    if (isOldNews || sighting.kind == ListKind::History || sighting.began <= tracked.lastReopenedRead)
        return std::nullopt;
    const bool isMarked = !row.marker.reference.isEmpty() && !tracked.markerAtEnd.reference.isEmpty();
    const bool isMarkedNewer =
        !isMarked || orders::compareMarkers(row.marker, tracked.markerAtEnd) == MarkerOrder::Newer;
    // Where no marker of the end is known, only the time of the read tells news from an old list.
    const bool isLate = sighting.began >= tracked.endRead + firstOpenRead;
    const bool isNewer = isMarkedNewer && (isLate || (isMarked && !tracked.endedByHistory));
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

bool hasFillMoved(const TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    const base::Decimal &before = tracked.ticket.latest->filled;
    if (!row.filled.isNumber() || !before.isNumber() || row.filled == before)
        return false;
    const orders::Marker &known = tracked.ticket.latest->marker;
    const bool areMarked = !row.marker.reference.isEmpty() && !known.reference.isEmpty();
    const MarkerOrder order = orders::compareMarkers(row.marker, known);
    // Up is news whoever says it, but for an old list once a fill has been taken back.
    if (row.filled > before)
        return !(tracked.fillLoweredAt > base::MonoTime(0) && areMarked && order == MarkerOrder::Older);
    if (tracked.isFilledByTrades)
        return false; // the row catches up with the trades
    // Down is a bust, and only a row that the venue itself marks as newer may say so. A history counts its
    // revisions in another way than the lists do.
    return sighting.kind != ListKind::History && areMarked && order == MarkerOrder::Newer;
}

} // namespace

GateResult checkGate(const Ticket &ticket, const GateInput &input)
{
    const Order &asked = *ticket.asked;
    if (!input.newest)
        return closed(reasons::changed, u"the order is not in the book any more"_s);
    const Order &newest = *input.newest;
    if (identify(ticket, newest, ListKind::Pending) != Identity::Same)
        return closed(reasons::changed, u"another order stands under this id now"_s);
    if (!newest.isAlive())
        return {Gate::AlreadyOver, {}, {}};
    if (ticket.key.day != 0 && ticket.askedAt && orders::tradingDay(*ticket.askedAt) != input.today)
        return closed(reasons::dayRolled, u"the trading day has turned since it was asked for"_s);
    if (newest.missingSince)
        return closed(reasons::changed, u"the order has left the broker's lists"_s);
    if (newest.state == OrderState::BeingCancelled)
        return closed(reasons::changed, u"the broker shows that a cancel of it is on its way already"_s);
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
    if (kind == ListKind::Trades)
        return identifyTrade(ticket, row);
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

bool givesId(const Order &row, const Ticket &ticket)
{
    const Order &asked = *ticket.asked;
    const bool isNamed = !row.orderId.isEmpty() && row.clientOrderId == asked.clientOrderId;
    const bool sameQuantity = row.quantity == asked.quantity || row.quantity == ticket.latest->quantity;
    return isNamed && sameQuantity && row.key.account == ticket.key.account &&
           row.key.day == ticket.key.day && row.key.leg == ticket.key.leg && row.placedAt &&
           orders::sameFingerprint(asked, row);
}

bool joinsWhenAsked(const Ticket &ticket, const Order &row)
{
    const Step step = next(ticket.state, TicketEvent::AskedAgain);
    if (step.isListed)
        return step.action != Action::NewTicket;
    return isFinal(ticket.state) && !ticket.isOldDay && orders::sameFingerprint(*ticket.asked, row);
}

orders::OrderPtr afterEvidence(const Ticket &ticket, const orders::OrderPtr &row, ListKind kind)
{
    const bool isOld = isTakenBack(*row, *ticket.latest, kind);
    if (kind != ListKind::History && !isOld)
        return row;
    auto merged = std::make_shared<Order>(*ticket.latest);
    merged->filled = row->filled;
    if (isOld)
        return merged;
    merged->state = row->state;
    merged->venueStatus = row->venueStatus;
    merged->reason = row->reason;
    return merged;
}

std::vector<TicketEvent> judge(TrackedTicket &tracked, const Order &row, const Sighting &sighting)
{
    std::vector<TicketEvent> events;
    const TicketState state = tracked.ticket.state;
    if (hasFillMoved(tracked, row, sighting) && !isWholeFill(row))
        events.push_back(TicketEvent::MoreFilled);
    if (!isFinal(state) && isTakenBack(row, *tracked.ticket.latest, sighting.kind))
        return events;
    if (isBeforeHeldEnd(tracked, row, sighting))
        return events;

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
        tracked.openReads = 0;
        // An answer may say so too while the request is under way; in Receipt it is known.
        const bool isNews = state != TicketState::Sending && isListed(tracked, TicketEvent::PendingElsewhere);
        if (isNews && sighting.began >= tracked.sent)
            events.push_back(TicketEvent::PendingElsewhere);
    } else if (isListed(tracked, TicketEvent::RejectMarked) &&
               (isNewRejection(tracked, row, sighting) || isConfirmedRejection(tracked, sighting))) {
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

orders::OrderPtr rowByTrades(const TrackedTicket &tracked, std::span<const orders::Trade *const> trades,
                             bool areAll)
{
    const Ticket &ticket = tracked.ticket;
    const Order &latest = *ticket.latest;
    QSet<QByteArray> counted; // by name, or by their text where they have none
    base::Decimal sum(0);
    QByteArrayList texts;
    for (const orders::Trade *trade : trades) {
        const QByteArray text = trade->order->raw.view().toByteArray();
        const QByteArray name = trade->id.isEmpty() ? text : trade->id.toUtf8();
        const bool isOurs = identify(ticket, *trade->order, ListKind::Trades) == Identity::Same;
        if (!isOurs || !trade->quantity.isNumber() || counted.contains(name))
            continue;
        counted.insert(name);
        sum = sum.plus(trade->quantity);
        texts << text;
    }
    if (!latest.filled.isNumber())
        return nullptr;
    // Trades come late, so that less of them proves nothing; but what they alone have told they may take
    // back.
    const bool isLess = sum < latest.filled && tracked.isFilledByTrades && areAll;
    if (!(sum > latest.filled) && !isLess)
        return nullptr;
    auto row = std::make_shared<Order>(latest);
    row->filled = sum;
    row->state =
        row->quantity.isNumber() && !(row->quantity > sum) ? OrderState::Filled : OrderState::Cancelled;
    auto text = std::make_shared<const QByteArray>('[' + texts.join(',') + ']');
    row->raw = {text, 0, text->size()};
    return row;
}

} // namespace cancel
