// SPDX-License-Identifier: Apache-2.0
// Keeps the table's marks in step with the tickets: each change of a ticket becomes the mark of its row. It knows
// when each step began, so that the row can say "cancel sent 3 s".
#pragma once

#include "cancel/cancel_desk.h"
#include "ui/orders/cancel_mark.h"

#include <QObject>

namespace ui {

class OrderViewModel;

class MarkKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    MarkKeeper(const base::Clock &clock, cancel::CancelDesk &cancels, OrderViewModel &model, QObject *parent);

private:
    void mark(const cancel::TicketPtr &ticket);
    [[nodiscard]] base::MonoTime sinceOf(const cancel::Ticket &ticket) const;

    const base::Clock &m_clock;
    cancel::CancelDesk &m_cancels;
    OrderViewModel &m_model;
};

} // namespace ui
