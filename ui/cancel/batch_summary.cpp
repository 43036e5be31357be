// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/batch_summary.h"

#include "ui/shell/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using cancel::TicketState;

namespace {

struct BatchWords
{
    Q_DECLARE_TR_FUNCTIONS(BatchWords)
};

} // namespace

void BatchSummary::add(const cancel::Ticket &ticket)
{
    ++asked;
    if (ticket.askedAt && (!askedAt || *ticket.askedAt < *askedAt))
        askedAt = ticket.askedAt;
    switch (ticket.state) {
    case TicketState::Proved:
        ++proved;
        break;
    case TicketState::FilledFirst:
        ++filled;
        break;
    case TicketState::Refused:
    case TicketState::NotTaken:
        ++refused;
        break;
    case TicketState::NotSent:
        ++notSent;
        break;
    case TicketState::Queued:
        ++waiting;
        break;
    case TicketState::Ended:
    case TicketState::Acknowledged:
        ++other;
        break;
    default:
        ++unproved;
    }
}

QList<BatchSummary::Part> BatchSummary::parts() const
{
    QList<Part> parts;
    if (proved > 0)
        parts += {BatchWords::tr("%n proved", nullptr, proved), Tone::Proved};
    if (filled > 0)
        parts += {BatchWords::tr("%n filled first", nullptr, filled), Tone::Refused};
    if (refused > 0)
        parts += {BatchWords::tr("%n refused", nullptr, refused), Tone::Refused};
    if (notSent > 0)
        parts += {BatchWords::tr("%n not sent", nullptr, notSent), Tone::Refused};
    if (other > 0)
        parts += {BatchWords::tr("%n ended otherwise", nullptr, other), Tone::Plain};
    if (waiting > 0)
        parts += {BatchWords::tr("%n waiting to leave", nullptr, waiting), Tone::Waiting};
    if (unproved > 0)
        parts += {BatchWords::tr("%n not proved yet", nullptr, unproved), Tone::Waiting};
    return parts;
}

QString BatchSummary::beginning() const
{
    const QString time = askedAt ? timeText(*askedAt) : QString();
    return BatchWords::tr("Batch %1 — %n asked:", nullptr, asked).arg(time);
}

QString BatchSummary::richText(const Theme &theme) const
{
    if (asked == 0)
        return {};
    QStringList texts;
    for (const Part &part : parts())
        texts += u"<span style=\"color:%1\">%2</span>"_s.arg(toneColor(theme, part.tone).name(),
                                                             part.text.toHtmlEscaped());
    return u"<span style=\"color:%1\">%2</span> "_s.arg(toneColor(theme, Tone::Dim).name(),
                                                        beginning().toHtmlEscaped()) +
           texts.join(u", "_s);
}

QString BatchSummary::plainText() const
{
    if (asked == 0)
        return {};
    QStringList texts;
    for (const Part &part : parts())
        texts += part.text;
    return beginning() + u' ' + texts.join(u", "_s);
}

BatchSummary newestBatch(std::span<const cancel::TicketPtr> tickets)
{
    BatchSummary summary;
    if (tickets.empty())
        return summary;
    summary.batch = tickets.back()->batch;
    for (const cancel::TicketPtr &ticket : tickets) {
        if (ticket->batch == summary.batch)
            summary.add(*ticket);
    }
    return summary;
}

ProofTimes proofTimes(std::span<const cancel::TicketPtr> tickets)
{
    std::vector<base::milliseconds> times;
    ProofTimes result;
    std::optional<base::WallTime> newest;
    for (const cancel::TicketPtr &ticket : tickets) {
        if (ticket->state != TicketState::Proved || !ticket->sentAt || !ticket->endedAt)
            continue;
        times.push_back(*ticket->endedAt - *ticket->sentAt);
        if (!newest || *newest <= *ticket->endedAt) {
            newest = ticket->endedAt;
            result.last = times.back();
        }
    }
    if (times.empty())
        return result;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    result.median = *middle;
    return result;
}

} // namespace ui
