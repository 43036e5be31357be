// SPDX-License-Identifier: Apache-2.0
// What the venues show, on its way to the tickets: the reading half of cancel_desk.cpp.
#include "cancel/cancel_desk.h"
#include "cancel/lane.h"
#include "cancel/reconciler.h"
#include "cancel/ticket_store.h"

namespace cancel {

void CancelDesk::takeReading(venues::Venue &venue, const venues::Reading &reading)
{
    const auto found = m_lanes.find(reading.listing->account);
    if (found == m_lanes.end() || found->second->venue() != &venue)
        return;
    m_reconciler->takeListing(found->first, *reading.listing, *found->second->book());
    found->second->noteListRead(*reading.listing);
}

void CancelDesk::takeOrderAnswer(venues::Venue &venue, const venues::OrderAnswer &answer)
{
    Lane *lane = laneOf(venue);
    if (lane && lane->book())
        m_reconciler->takeOrderAnswer(answer.key.account, answer, *lane->book());
}

void CancelDesk::takeTrades(venues::Venue &venue, const orders::TradeList &trades)
{
    const auto found = m_lanes.find(trades.account);
    if (found == m_lanes.end() || found->second->venue() != &venue)
        return;
    if (m_reconciler->takeTrades(trades, *found->second->book()))
        found->second->noteTradesRead(trades.began);
}

void CancelDesk::takePush(venues::Venue &venue, const venues::Push &push)
{
    Lane *lane = laneOf(venue);
    const bool isIts = lane && lane->book() && lane->venue() == &venue;
    if (isIts && m_reconciler->takePush(push, *lane->book()))
        lane->readOpenOrders();
}

void CancelDesk::takeCancelReject(venues::Venue &venue, const orders::OrderKey &key, const QString &reason)
{
    Lane *lane = laneOf(venue);
    if (!lane || !m_reconciler->takeCancelReject(key, reason))
        return;
    lane->askAbout(m_store->newestOf(key)->ticket.latest);
}

} // namespace cancel
