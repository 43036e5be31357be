// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/cell_text.h"

#include <QDateTime>
#include <QTimeZone>

namespace ui {

using namespace Qt::StringLiterals;
using orders::Order;

namespace {

bool isMarketType(const QString &type)
{
    static constexpr QLatin1StringView types[] = {"MARKET"_L1, "SLM"_L1,        "SL-M"_L1,
                                                  "MKT"_L1,    "StopMarket"_L1, "TrailingStopMarket"_L1};
    return std::any_of(std::begin(types), std::end(types),
                       [&](QLatin1StringView each) { return type.compare(each, Qt::CaseInsensitive) == 0; });
}

// Ids differ at their ends.
QString shortId(const QString &id)
{
    constexpr qsizetype shown = 6;
    return id.size() <= shown ? id : u"…"_s + id.right(shown);
}

QString joinedLines(const QStringList &lines)
{
    QStringList present = lines;
    present.removeAll(QString());
    return present.join(u'\n');
}

} // namespace

QString CellText::of(const RowFacts &row, ColumnId column, const CellTimes &now) const
{
    const Order &order = *row.order;
    switch (column) {
    case ColumnId::Tick:
        return {};
    case ColumnId::Status:
        return StatusWords::of(order, row.mark, now.monotonic);
    case ColumnId::Age:
        return order.placedAt ? StatusWords::span(now.wall - *order.placedAt) : QString();
    case ColumnId::Kind:
        return row.isLeg ? QString() : kindWord(order.kind); // its entry says it
    case ColumnId::Leg:
        return legWord(order);
    case ColumnId::Quantity:
        return m_numbers.of(order.quantity);
    case ColumnId::Filled:
        return m_numbers.of(order.filled);
    case ColumnId::Remaining:
        return m_numbers.of(order.remaining());
    case ColumnId::Price:
        return price(order.price, !isMarketType(order.orderType));
    case ColumnId::Trigger:
        return price(order.triggerPrice, false);
    case ColumnId::Time:
        return order.placedAt ? time(*order.placedAt, now.wall) : QString();
    case ColumnId::Side:
        return sideWord(order);
    case ColumnId::Symbol:
    case ColumnId::Exchange:
    case ColumnId::Product:
    case ColumnId::Type:
    case ColumnId::Validity:
    case ColumnId::Account:
    case ColumnId::Connection:
    case ColumnId::OrderId:
    case ColumnId::ExchangeOrderId:
    case ColumnId::Reason:
        break;
    }
    return orders::orderField(*orderColumn(column).field).text(order);
}

CellTone CellText::toneOf(const RowFacts &row, ColumnId column)
{
    const Order &order = *row.order;
    if (row.isStale || row.isContext) {
        const bool isStatus = column == ColumnId::Status && row.mark.step != CancelStep::None;
        return isStatus ? StatusWords::toneOf(order, row.mark) : CellTone::Dim;
    }
    switch (column) {
    case ColumnId::Status:
        return StatusWords::toneOf(order, row.mark);
    case ColumnId::Side:
        if (order.side == orders::Side::Unknown)
            return CellTone::Normal;
        return order.side == orders::Side::Buy ? CellTone::Buy : CellTone::Sell;
    case ColumnId::Leg:
        return order.isAlive() && needsConsent(order.effect) ? CellTone::Waiting : CellTone::Normal;
    case ColumnId::Remaining:
        return CellTone::Strong;
    case ColumnId::Age:
    case ColumnId::Exchange:
    case ColumnId::Product:
    case ColumnId::Type:
    case ColumnId::Validity:
    case ColumnId::Time:
    case ColumnId::Account:
    case ColumnId::OrderId:
    case ColumnId::ExchangeOrderId:
        return CellTone::Dim;
    case ColumnId::Tick:
    case ColumnId::Symbol:
    case ColumnId::Kind:
    case ColumnId::Quantity:
    case ColumnId::Filled:
    case ColumnId::Price:
    case ColumnId::Trigger:
    case ColumnId::Connection:
    case ColumnId::Reason:
        break;
    }
    return CellTone::Normal;
}

QString CellText::toolTipOf(const RowFacts &row, ColumnId column, const CellTimes &now) const
{
    const Order &order = *row.order;
    if (column == ColumnId::Time || column == ColumnId::Age) {
        if (!order.placedAt)
            return {};
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(order.placedAt->time_since_epoch().count());
        return joinedLines(
            {m_locale.toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation(),
             base::isoUtc(*order.placedAt),
             order.exchangeTime.isEmpty() ? QString() : tr("The broker's: %1").arg(order.exchangeTime)});
    }
    if (column == ColumnId::Status) {
        const QString seen = order.missingSince && row.mark.step != CancelStep::None
                                 ? StatusWords::of(order, CancelMark(), now.monotonic)
                                 : QString();
        return joinedLines(
            {of(row, column, now), row.mark.text, seen, order.reason,
             order.venueStatus.isEmpty() ? QString() : tr("The broker says: %1").arg(order.venueStatus)});
    }
    if (column == ColumnId::Leg && needsConsent(order.effect) && order.isAlive()) {
        return order.effect == orders::Effect::MayTrade ? tr("Cancelling this leg may trade at market")
                                                        : tr("What cancelling this would do is not known");
    }
    if (column == ColumnId::Leg && !order.pairOrderId.isEmpty()) {
        return tr("One of a pair with order %1: when one executes, the exchange drops the other. Cancelling one leaves "
                  "the other working.")
            .arg(order.pairOrderId);
    }
    return of(row, column, now);
}

QString CellText::sentenceOf(const RowFacts &row, const CellTimes &now) const
{
    const Order &order = *row.order;
    QStringList parts;
    parts += tr("%1 %2 of %3 %4", "Sell 50 of 75 INFY-EQ")
                 .arg(orders::sideName(order), m_numbers.of(order.remaining()), m_numbers.of(order.quantity),
                      order.symbol);
    if (row.isLeg)
        parts += legWord(order);
    const QString limit = of(row, ColumnId::Price, now);
    parts += limit.isEmpty() ? order.orderType : tr("%1 %2", "limit 1,510.00").arg(order.orderType, limit);
    parts += of(row, ColumnId::Status, now);
    if (row.isStale)
        parts += tr("not up to date");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString CellText::sideWord(const Order &order)
{
    switch (order.side) {
    case orders::Side::Buy:
        return tr("BUY");
    case orders::Side::Sell:
        return tr("SELL");
    case orders::Side::Short:
        return tr("SHORT");
    case orders::Side::Unknown:
        break;
    }
    return order.sideText;
}

QString CellText::kindWord(const QString &kind)
{
    const auto is = [&kind](QLatin1StringView word) { return kind.compare(word, Qt::CaseInsensitive) == 0; };
    if (is("REGULAR"_L1))
        return tr("Regular");
    if (is("BO"_L1))
        return tr("Bracket");
    if (is("CO"_L1))
        return tr("Cover");
    if (is("SPD"_L1))
        return tr("Spread");
    return kind;
}

QString CellText::legWord(const Order &order)
{
    switch (orders::legRole(order)) {
    case orders::LegRole::None:
        return order.pairOrderId.isEmpty() ? QString() : tr("Pair · %1").arg(shortId(order.pairOrderId));
    case orders::LegRole::Entry:
        return tr("Entry");
    case orders::LegRole::Stop:
        return tr("Stop · %1").arg(order.leg);
    case orders::LegRole::Target:
        return tr("Target · %1").arg(order.leg);
    case orders::LegRole::Other:
        return order.leg;
    }
    Q_UNREACHABLE();
}

QString CellText::price(const base::Decimal &price, bool isZeroMeant) const
{
    return price.isZero() && !isZeroMeant ? QString() : m_numbers.of(price, 2);
}

QString CellText::time(base::WallTime time, base::WallTime now) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
    const bool isToday = local.date() == today.date();
    return m_locale.toString(local, isToday ? u"HH:mm:ss"_s : u"d MMM HH:mm"_s);
}

} // namespace ui
