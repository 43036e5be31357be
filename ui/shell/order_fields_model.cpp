// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/order_fields_model.h"

#include "ui/cancel/cancel_words.h"
#include "ui/cancel/order_words.h"
#include "ui/orders/cell_text.h"
#include "ui/shell/words.h"

namespace ui {

using namespace Qt::StringLiterals;

std::vector<OrderFieldsModel::Line> OrderFieldsModel::linesOf(const orders::Order &order)
{
    std::vector<Line> lines{
        {tr("Status"), StatusWords::of(order, CancelMark(), {}), order.venueStatus},
        {tr("If cancelled"), effectTitle(order.effect), {}},
        {tr("Side"), CellText::sideWord(order), order.sideText},
        {tr("Symbol"), order.symbol, order.instrument},
        {tr("Exchange"), order.exchange, order.segment},
        {tr("Kind"), CellText::kindWord(order.kind), order.kind},
        {tr("Leg"), CellText::legWord(order), order.leg},
        {tr("Product"), order.product, {}},
        {tr("Order type"), order.orderType, {}},
        {tr("Validity"), order.validity, {}},
        {tr("Quantity"), numberText(order.quantity), order.quantity.toText()},
        {tr("Filled"), numberText(order.filled), order.filled.toText()},
        {tr("Remaining"), numberText(order.remaining()), {}},
        {tr("Price"), numberText(order.price), order.price.toText()},
        {tr("Trigger price"), numberText(order.triggerPrice), order.triggerPrice.toText()},
        {tr("Average price"), numberText(order.averagePrice), order.averagePrice.toText()},
        {tr("Value of the rest"), moneyText(order.value(), order.currency), {}},
        {tr("Placed at"), order.placedAt ? dateTimeText(*order.placedAt) : QString(), order.exchangeTime},
        {tr("Connection"), order.connection, {}},
        {tr("Account"), order.account, {}},
        {tr("Order id"), order.orderId, {}},
        {tr("Exchange order id"), order.exchangeOrderId, {}},
        {tr("Client order id"), order.clientOrderId, {}},
        {tr("Basket id"), order.basketId, {}},
        {tr("Other of the pair"), order.pairOrderId, {}},
        {tr("Took the place of"), order.replacedOrderId, {}},
        {tr("Reason"), {}, order.reason},
        {tr("Mode"), {}, order.mode},
    };
    if (order.missingSince)
        lines.push_back({tr("In no list since"), dateTimeText(*order.missingSince), {}});
    std::erase_if(lines, [](const Line &line) { return line.ours.isEmpty() && line.brokers.isEmpty(); });
    return lines;
}

void OrderFieldsModel::setOrder(const orders::OrderPtr &order)
{
    std::vector<Line> lines = order ? linesOf(*order) : std::vector<Line>();
    if (lines.size() != m_lines.size()) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    m_lines = std::move(lines);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 2));
}

QString OrderFieldsModel::toText() const
{
    QString text;
    for (const Line &line : m_lines)
        text += u"%1\t%2\t%3\n"_s.arg(line.name, line.ours, line.brokers);
    return text;
}

int OrderFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OrderFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant OrderFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case 0: return line.name;
    case 1: return line.ours;
    default: return line.brokers;
    }
}

QVariant OrderFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case 0: return tr("Field");
    case 1: return tr("Pullcord");
    default: return tr("Broker");
    }
}

} // namespace ui
