// SPDX-License-Identifier: Apache-2.0
// The model's own reading of the rules about what may leave and what "open" means (R2, R4, R5, R7), from what
// the program got to see. Another part of sim_model.cpp.
#include "sim_model.h"

#include "cancel/reasons.h"

#include <algorithm>

namespace simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::Ticket;
using cancel::TicketState;
using orders::OrderPtr;
using orders::OrderState;

namespace {

constexpr std::size_t readsKept = 400;
constexpr base::MonoTime longestSleep = 2s;

} // namespace

void SimModel::listRead(const orders::ListingPtr &listing, bool isTaken)
{
    if (isTaken)
        seeTakenBack(*listing);
    if (listing->kind == orders::ListKind::Completed)
        return;
    m_lists.push_back(listing);
    if (m_lists.size() > readsKept)
        m_lists.pop_front();
}

void SimModel::orderRead(const venues::OrderAnswer &answer)
{
    OrderRead read{{}, answer.began};
    for (const OrderPtr &row : answer.rows) {
        if (row->isAlive())
            read.open.insert(SimMarket::numberOf(*row));
    }
    if (read.open.empty())
        return;
    m_orderReads.push_back(read);
    if (m_orderReads.size() > readsKept)
        m_orderReads.pop_front();
}

// How many reads, begun since then, have shown the order open.
int SimModel::openReads(const Known &known, base::MonoTime since) const
{
    const auto lists = std::count_if(m_lists.begin(), m_lists.end(), [&](const orders::ListingPtr &list) {
        return list->began >= since &&
               std::any_of(list->rows.begin(), list->rows.end(), [&](const OrderPtr &row) {
                   return row->orderId == known.last->key.orderId && SimMarket::numberOf(*row) == known.order;
               });
    });
    const auto reads = std::count_if(m_orderReads.begin(), m_orderReads.end(), [&](const OrderRead &read) {
        return read.began >= since && read.open.contains(known.order);
    });
    return static_cast<int>(lists + reads);
}

void SimModel::checkStep(const Known &known, TicketState from)
{
    const TicketState to = known.last->state;
    if (to == TicketState::Contradicted)
        m_tally.count(m_market.order(known.order).takenBack > 0 ? "told of a reopening"
                                                                : "told of a reopening in vain");
    if (to == TicketState::StillLive &&
        (openReads(known, known.sent + 5s) < 2 || openReads(known, known.sent + 10s) < 1))
        fail(known, u"and two late reads have not shown the order open"_s);
    const bool isByAnswer = from == TicketState::RefusedUnverified && to == TicketState::Refused &&
                            known.last->why != cancel::reasons::cancelRejected;
    if (isByAnswer && openReads(known, known.refused) < 1)
        fail(known, u"and no read since the answer has shown the order open"_s);
}

void SimModel::checkGate(const Known &known, const OrderPtr &shown)
{
    const Ticket &ticket = *known.last;
    if (!shown || !shown->isAlive() || shown->state == OrderState::BeingCancelled || shown->missingSince)
        return fail(known, u"left, and the book does not show the order open"_s);
    if (SimMarket::numberOf(*shown) != known.order)
        return fail(known, u"left for another order"_s);
    if (shown->quantity > ticket.asked->quantity)
        return fail(known, u"left though the order has grown"_s);
    if (shown->effect > ticket.consented)
        return fail(known, u"left and does more than was agreed to"_s);
    if (sleptSoFar() - known.slept > longestSleep)
        return fail(known, u"left after the machine has slept"_s);
    if (orders::tradingDay(*ticket.askedAt) != orders::tradingDay(m_clock.wall()))
        fail(known, u"left on another day"_s);
}

// What lives on after a proof has to be named: legs that were to go too, and the order that took its place.
QString SimModel::unnamed(const Known &known) const
{
    const Ticket &ticket = *known.last;
    const SimOrder &order = m_market.order(known.order);
    const auto livesOn = [this](int number) {
        return number >= 0 && m_market.order(number).isAlive() && m_market.isVisible(m_market.order(number));
    };
    const auto legs = std::count_if(order.legs.begin(), order.legs.end(), livesOn);
    if (ticket.consented == orders::Effect::CancelWithLegs &&
        static_cast<std::size_t>(legs) > ticket.liveLegs.size())
        return u"%1 of its legs live on, and it names %2"_s.arg(legs).arg(ticket.liveLegs.size());
    if (livesOn(order.successor) && ticket.liveLinks.empty())
        return u"order %1 has taken its place, and it does not say so"_s.arg(order.successor);
    return {};
}

} // namespace simulation
