// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/status_words.h"

#include <QDateTime>
#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;
using orders::Order;
using orders::OrderState;

namespace {

bool saysOneOf(const QString &venueStatus, std::initializer_list<QLatin1StringView> words)
{
    for (const QLatin1StringView word : words) {
        if (venueStatus.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

QString StatusWords::of(const Order &order, const CancelMark &mark, base::MonoTime now)
{
    if (mark.step != CancelStep::None)
        return ofMark(mark, now);
    if (order.missingSince) {
        const QDateTime since =
            QDateTime::fromMSecsSinceEpoch(order.missingSince->time_since_epoch().count());
        return tr("Not in the broker's lists since %1")
            .arg(QLocale::c().toString(since.time(), u"HH:mm:ss"_s));
    }
    return ofState(order);
}

QString StatusWords::ofMark(const CancelMark &mark, base::MonoTime now)
{
    const QString time = span(std::chrono::duration_cast<base::milliseconds>(now - mark.since));
    switch (mark.step) {
    case CancelStep::None:
        return {};
    case CancelStep::Queued:
        return tr("Waiting to be sent");
    case CancelStep::Sent:
        return tr("Cancel sent %1, may still fill").arg(time);
    case CancelStep::Receipt:
        return tr("Receipt %1, not proved").arg(time);
    case CancelStep::Unknown:
        return tr("Unknown: asking the broker");
    case CancelStep::StillLive:
        return tr("Still live, may fill");
    case CancelStep::Refusal:
        return tr("Refusal, being checked");
    case CancelStep::NotTaken:
        return tr("Cancel not taken, still open");
    case CancelStep::Refused:
        return tr("Cancel refused, still open");
    case CancelStep::NotSent:
        return tr("Cancel not sent, still open");
    case CancelStep::Contradicted:
        return tr("Open again after its end");
    case CancelStep::Proved:
        return tr("Proved cancelled");
    case CancelStep::FilledFirst:
        return tr("Filled first");
    case CancelStep::Ended:
        return tr("Ended by the broker");
    case CancelStep::Acknowledged:
        return tr("Acknowledged, not proved");
    }
    Q_UNREACHABLE();
}

QString StatusWords::ofState(const Order &order)
{
    switch (order.state) {
    case OrderState::Open:
        return ofOpen(order);
    case OrderState::BeingCancelled:
        return tr("Being cancelled, may still fill");
    case OrderState::InFlight:
        return tr("On its way");
    case OrderState::Cancelled:
        return order.filled.isZero() ? tr("Cancelled") : tr("Cancelled, part filled");
    case OrderState::Filled:
        return tr("Filled");
    case OrderState::Rejected:
        return tr("Rejected");
    case OrderState::Expired:
        return tr("Expired");
    case OrderState::Unknown:
        return tr("“%1”, not known").arg(order.venueStatus);
    }
    Q_UNREACHABLE();
}

QString StatusWords::ofOpen(const Order &order)
{
    if (order.filled.isNumber() && !order.filled.isZero())
        return tr("Part filled");
    if (saysOneOf(order.venueStatus, {"CANCEL_REJECTED"_L1, "not cancelled"_L1}))
        return tr("Open, cancel rejected");
    if (saysOneOf(order.venueStatus, {"MODIFY_REJECTED"_L1, "not modified"_L1}))
        return tr("Open, change rejected");
    if (saysOneOf(order.venueStatus, {"TRIGGER_PENDING"_L1, "trigger pending"_L1}))
        return tr("Trigger pending");
    if (order.kind.compare("AMO"_L1, Qt::CaseInsensitive) == 0)
        return tr("After market");
    if (order.parent.isValid() && saysOneOf(order.venueStatus, {"PENDING"_L1}))
        return tr("Waiting");
    return tr("Open");
}

CellTone StatusWords::toneOf(const Order &order, const CancelMark &mark)
{
    switch (mark.step) {
    case CancelStep::None:
        break;
    case CancelStep::Queued:
    case CancelStep::Sent:
        return CellTone::Dim;
    case CancelStep::Receipt:
    case CancelStep::Unknown:
    case CancelStep::Refusal:
    case CancelStep::FilledFirst:
    case CancelStep::Acknowledged:
        return CellTone::Waiting;
    case CancelStep::StillLive:
    case CancelStep::NotTaken:
    case CancelStep::Refused:
    case CancelStep::NotSent:
    case CancelStep::Contradicted:
        return CellTone::Refused;
    case CancelStep::Proved:
        return CellTone::Proved;
    case CancelStep::Ended:
        return CellTone::Normal;
    }
    if (order.missingSince || order.state == OrderState::Unknown)
        return CellTone::Waiting;
    if (order.state == OrderState::Rejected)
        return CellTone::Refused;
    const bool isPlain = order.state == OrderState::Open && !order.parent.isValid();
    return isPlain ? CellTone::Normal : CellTone::Dim;
}

QString StatusWords::span(base::milliseconds span)
{
    const qint64 whole = span.count() / 1000;
    if (whole < 0)
        return {};
    if (whole < 60)
        return tr("%1 s", "seconds").arg(whole);
    if (whole < 3600)
        return tr("%1 m", "minutes").arg(whole / 60);
    if (whole < 86'400)
        return tr("%1 h", "hours").arg(whole / 3600);
    return tr("%1 d", "days").arg(whole / 86'400);
}

} // namespace ui
