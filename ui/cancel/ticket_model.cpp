// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/ticket_model.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/shell/words.h"

namespace ui {

using namespace Qt::StringLiterals;
using cancel::TicketPtr;

TicketModel::TicketModel(cancel::CancelDesk &cancels, Belongs belongs, QObject *parent)
    : QAbstractListModel(parent), m_belongs(std::move(belongs))
{
    for (const TicketPtr &ticket : cancels.tickets())
        take(ticket);
    connect(&cancels, &cancel::CancelDesk::ticketChanged, this, &TicketModel::take);
}

int TicketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tickets.size());
}

const TicketPtr &TicketModel::ticketAt(const QModelIndex &index) const
{
    return m_tickets[placeOf(index.row())];
}

QModelIndex TicketModel::indexOf(const QString &ticketId) const
{
    const auto found = m_places.find(ticketId);
    return found == m_places.end() ? QModelIndex() : index(rowOf(*found));
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const cancel::Ticket &ticket = *ticketAt(index);
    switch (role) {
    case Qt::DisplayRole: return u"%1 · %2"_s.arg(orderLine(*ticket.latest), ticket.connection);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return u"%1, %2: %3. %4"_s.arg(orderLine(*ticket.latest), ticket.connection, ticketStateTitle(ticket.state),
                                       ticketWords(ticket));
    case TicketIdRole: return ticket.id;
    case BatchRole: return ticket.batch;
    default: return {};
    }
}

void TicketModel::take(const TicketPtr &ticket)
{
    const auto found = m_places.find(ticket->id);
    if (found != m_places.end()) {
        const qsizetype place = *found;
        if (!m_belongs(*ticket)) {
            drop(place);
        } else {
            m_tickets[place] = ticket;
            const QModelIndex changedIndex = index(rowOf(place));
            Q_EMIT dataChanged(changedIndex, changedIndex);
        }
        Q_EMIT changed();
        return;
    }
    if (!m_belongs(*ticket))
        return;
    beginInsertRows({}, 0, 0);
    m_places.insert(ticket->id, m_tickets.size());
    m_tickets.append(ticket);
    endInsertRows();
    Q_EMIT changed();
}

void TicketModel::drop(qsizetype place)
{
    const int row = rowOf(place);
    beginRemoveRows({}, row, row);
    m_places.remove(m_tickets[place]->id);
    m_tickets.removeAt(place);
    for (qsizetype behind = place; behind < m_tickets.size(); ++behind)
        m_places[m_tickets[behind]->id] = behind;
    endRemoveRows();
}

} // namespace ui
