// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/proof_delegate.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/cancel/ticket_model.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using cancel::Ticket;
using cancel::TicketState;

namespace {

constexpr int padding = 8;
constexpr int dot = 9;

/// Where the columns begin, in hundredths of the width: order, four steps, words.
constexpr std::array<int, 6> columnStarts{0, 24, 35, 47, 58, 71};

QString sinceSending(const Ticket &ticket, const std::optional<base::WallTime> &time)
{
    return ticket.sentAt && time ? u"+"_s + shortSpanText(*time - *ticket.sentAt) : QString();
}

QString lastStepTitle(TicketState state)
{
    switch (state) {
    case TicketState::FilledFirst: return ProofDelegate::tr("Filled first");
    case TicketState::Refused: return ProofDelegate::tr("Refused");
    case TicketState::Ended: return ProofDelegate::tr("Ended");
    case TicketState::Acknowledged: return ProofDelegate::tr("Acknowledged");
    default: return ProofDelegate::tr("Proved");
    }
}

bool hasEnd(const Ticket &ticket)
{
    return cancel::isFinal(ticket.state) || ticket.state == TicketState::Refused
           || ticket.state == TicketState::Acknowledged;
}

class StripPainter
{
public:
    StripPainter(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
        : m_painter(painter), m_theme(theme), m_area(option.rect), m_metrics(option.fontMetrics),
          m_isSelected(option.state.testFlag(QStyle::State_Selected)),
          m_isMirrored(option.direction == Qt::RightToLeft)
    {
    }

    [[nodiscard]] QRect column(std::size_t number) const
    {
        const int left = m_area.left() + padding + m_area.width() * columnStarts[number] / 100;
        const int right = number + 1 < columnStarts.size()
                              ? m_area.left() + m_area.width() * columnStarts[number + 1] / 100
                              : m_area.right() - padding;
        const QRect rect(left, m_area.top(), right - left, m_area.height());
        return m_isMirrored ? rect.translated(m_area.left() + m_area.right() - rect.left() - rect.right(), 0) : rect;
    }

    void text(const QRect &area, const QString &words, Tone tone)
    {
        m_painter.setPen(colorOf(tone));
        m_painter.drawText(area, Qt::AlignVCenter | (m_isMirrored ? Qt::AlignRight : Qt::AlignLeft),
                           m_metrics.elidedText(words, Qt::ElideRight, area.width()));
    }

    void step(QRect area, const ProofDelegate::ProofStep &step, bool isFirst)
    {
        if (!isFirst)
            dash(area);
        QRect circle(m_isMirrored ? area.right() - dot : area.left(), area.center().y() - dot / 2, dot, dot);
        m_painter.setPen(QPen(colorOf(step.hasHappened ? Tone::Plain : Tone::Dim), 1.2));
        m_painter.setBrush(step.hasHappened ? QBrush(colorOf(Tone::Plain)) : QBrush(Qt::NoBrush));
        m_painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
        area.adjust(m_isMirrored ? 0 : dot + 5, 0, m_isMirrored ? -dot - 5 : 0, 0);
        text(area, step.title, step.hasHappened ? Tone::Plain : Tone::Dim);
        const int used = m_metrics.horizontalAdvance(step.title) + m_metrics.horizontalAdvance(u' ');
        area.adjust(m_isMirrored ? 0 : used, 0, m_isMirrored ? -used : 0, 0);
        if (!step.time.isEmpty() && area.width() > 0)
            text(area, step.time, Tone::Dim);
    }

private:
    void dash(const QRect &area)
    {
        const int start = m_isMirrored ? area.right() + 6 : area.left() - 14;
        m_painter.setPen(m_theme.hairline);
        m_painter.drawLine(start, area.center().y(), start + 8, area.center().y());
    }

    [[nodiscard]] QColor colorOf(Tone tone) const { return m_isSelected ? m_theme.selectionText : toneColor(m_theme, tone); }

    QPainter &m_painter;
    const Theme &m_theme;
    QRect m_area;
    QFontMetrics m_metrics;
    bool m_isSelected;
    bool m_isMirrored;
};

} // namespace

ProofDelegate::ProofDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QList<ProofDelegate::ProofStep> ProofDelegate::stepsOf(const Ticket &ticket)
{
    const bool wasNotSent = ticket.state == TicketState::NotSent;
    const QString sentTime = ticket.sentAt ? exactTimeText(*ticket.sentAt) : QString();
    return {{tr("Queued"), {}, true},
            {wasNotSent ? tr("Not sent") : tr("Sent"), sentTime, ticket.sentAt.has_value()},
            {tr("Receipt"), sinceSending(ticket, ticket.receiptAt), ticket.receiptAt.has_value()},
            {lastStepTitle(ticket.state), hasEnd(ticket) ? sinceSending(ticket, ticket.endedAt) : QString(),
             hasEnd(ticket)}};
}

void ProofDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TicketModel *>(index.model());
    if (model == nullptr)
        return;
    const Ticket &ticket = *model->ticketAt(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.hairline);

    StripPainter strip(*painter, m_theme, option);
    const orders::Order &order = *ticket.latest;
    QStringList title{u"%1 %2"_s.arg(sideGlyph(order), orderLine(order))};
    const QString kind = kindWords(order);
    if (!kind.isEmpty())
        title += kind;
    title += ticket.connection;
    strip.text(strip.column(0), title.join(u" · "_s), Tone::Plain);
    const QList<ProofStep> steps = stepsOf(ticket);
    for (qsizetype number = 0; number < steps.size(); ++number)
        strip.step(strip.column(static_cast<std::size_t>(number) + 1), steps[number], number == 0);
    strip.text(strip.column(5), ticketWords(ticket), ticketTone(ticket.state));
    painter->restore();
}

QSize ProofDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {400, std::max(25, option.fontMetrics.height() + 8)};
}

} // namespace ui
