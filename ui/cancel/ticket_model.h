// SPDX-License-Identifier: Apache-2.0
// The cancels as a list, the newest first, for the proof strips of the dock. It mirrors CancelDesk and is told by
// its signals; it never asks, sends or ends anything. Made for thousands of tickets: one index a ticket, no widget.
#pragma once

#include "cancel/cancel_desk.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>

namespace ui {

class TicketModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TicketIdRole = Qt::UserRole + 1, BatchRole };
    /// Which tickets stand in the list; asked again at each change of one.
    using Belongs = std::function<bool(const cancel::Ticket &)>;

    TicketModel(cancel::CancelDesk &cancels, Belongs belongs, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const cancel::TicketPtr &ticketAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &ticketId) const;

Q_SIGNALS:
    /// Something in the list has changed, one ticket or many.
    void changed();

private:
    void take(const cancel::TicketPtr &ticket);
    void drop(qsizetype place);
    [[nodiscard]] int rowOf(qsizetype place) const { return static_cast<int>(m_tickets.size() - 1 - place); }
    [[nodiscard]] qsizetype placeOf(int row) const { return m_tickets.size() - 1 - row; }

    Belongs m_belongs;
    QList<cancel::TicketPtr> m_tickets; // oldest first
    QHash<QString, qsizetype> m_places;
};

} // namespace ui
