// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/mark_keeper.h"

#include "ui/cancel/cancel_words.h"
#include "ui/orders/order_view_model.h"

namespace ui {

MarkKeeper::MarkKeeper(const base::Clock &clock, cancel::CancelDesk &cancels, OrderViewModel &model, QObject *parent)
    : QObject(parent), m_clock(clock), m_cancels(cancels), m_model(model)
{
    for (const cancel::TicketPtr &ticket : cancels.tickets())
        mark(ticket);
    connect(&cancels, &cancel::CancelDesk::ticketChanged, this, &MarkKeeper::mark);
}

base::MonoTime MarkKeeper::sinceOf(const cancel::Ticket &ticket) const
{
    std::optional<base::WallTime> time = ticket.askedAt;
    if (ticket.sentAt)
        time = ticket.sentAt;
    if (ticket.state == cancel::TicketState::Receipt && ticket.receiptAt)
        time = ticket.receiptAt;
    if (ticket.endedAt)
        time = ticket.endedAt;
    return time ? m_clock.monotonic() - (m_clock.wall() - *time) : m_clock.monotonic();
}

void MarkKeeper::mark(const cancel::TicketPtr &ticket)
{
    // An older attempt may still change after a newer one was asked for: the row shows the newest.
    const cancel::TicketPtr newest = m_cancels.ticketOf(ticket->key);
    const cancel::Ticket &shown = newest ? *newest : *ticket;
    m_model.setCancelMark(shown.key, {stepOf(shown.state), sinceOf(shown), ticketWords(shown)});
}

} // namespace ui
