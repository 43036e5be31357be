// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/escalation_card.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/shell/words.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct EscalationCard
{
    Q_DECLARE_TR_FUNCTIONS(EscalationCard)
};

QString paragraph(const cancel::Ticket &ticket)
{
    const orders::Order &order = *ticket.latest;
    QStringList what{orderLine(order), kindWords(order), order.exchange, priceLine(order)};
    what.removeAll(QString());
    QStringList lines{what.join(u", "_s)};
    lines += EscalationCard::tr("Account %1, order id %2").arg(order.account, order.orderId);
    if (!order.exchangeOrderId.isEmpty())
        lines += EscalationCard::tr("Exchange order id %1").arg(order.exchangeOrderId);
    lines += EscalationCard::tr("Quantity %1, filled %2, remaining %3")
                 .arg(numberText(order.quantity), numberText(order.filled), numberText(order.remaining()));
    if (ticket.sentAt)
        lines += EscalationCard::tr("Cancel sent at %1").arg(dateTimeText(*ticket.sentAt));
    lines += u"%1: %2"_s.arg(ticketStateTitle(ticket.state), ticketWords(ticket));
    return lines.join(u'\n');
}

} // namespace

QString escalationText(std::span<const cancel::TicketPtr> tickets)
{
    QStringList paragraphs{
        EscalationCard::tr("Please tell us the state of %n order(s) and cancel what is open:", nullptr,
                           static_cast<int>(tickets.size()))};
    for (const cancel::TicketPtr &ticket : tickets)
        paragraphs += paragraph(*ticket);
    return paragraphs.join(u"\n\n"_s);
}

} // namespace ui
