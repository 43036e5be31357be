// SPDX-License-Identifier: Apache-2.0
// Draws one cancel as a strip: which order, then Queued, Sent, Receipt, Proved with their times, then what it means
// in words. A hollow step has not happened. It reads the ticket of a TicketModel and changes nothing.
#pragma once

#include "cancel/ticket.h"
#include "ui/shared/theme.h"

#include <QStyledItemDelegate>

namespace ui {

class ProofDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// The theme outlives the delegate.
    explicit ProofDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    struct ProofStep
    {
        QString title;
        QString time;
        bool hasHappened = false;
    };
    /// The four steps of a ticket as they are drawn.
    [[nodiscard]] static QList<ProofStep> stepsOf(const cancel::Ticket &ticket);

private:
    const Theme &m_theme;
};

} // namespace ui
