// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/order_rows.h"

#include "alphapoint/row_builder.h"
#include "alphapoint/standard_reply.h"

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;

namespace {

// .NET ticks are digits; 0 and words say nothing that could be compared.
QString ticksIn(const QString &text)
{
    const bool isNumber =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber && text != "0"_L1 ? text : QString();
}

} // namespace

base::Result<OrderRows> readOrders(const QByteArray &payload, const RowContext &context)
{
    RowBuilder builder(context);
    // One order that stands alone is read as a list of one.
    const bool isList = payload.trimmed().startsWith('[');
    QByteArray body = isList ? payload : '[' + payload + ']';
    const auto envelope = json::readRecords(body, RowBuilder::layout(), builder);
    if (!envelope)
        return base::failure(envelope.error());
    OrderRows rows = builder.take();
    const std::size_t read =
        rows.rows.size() + rows.warnings.size() + static_cast<std::size_t>(rows.ofOthers);
    if (!isList && read != 1)
        return base::failure(base::ErrorKind::BadReply, u"the answer holds no list of orders"_s);
    if (rows.rows.empty() && !rows.warnings.empty())
        return base::failure(base::ErrorKind::BadReply, u"not one row of the answer could be read: %1"_s.arg(
                                                            rows.warnings.front().reason));
    const auto reply = std::make_shared<const QByteArray>(std::move(body));
    for (const auto &row : rows.rows)
        row->raw.reply = reply;
    return rows;
}

base::Result<Trade> readTrade(const QByteArray &payload)
{
    const auto value = json::parse(payload);
    return value ? readTrade(*value) : base::failure(value.error());
}

base::Result<Trade> readTrade(const json::Value &value)
{
    const auto text = [&](QStringView name) { return member(value, name).text(); };
    const auto number = [&](QStringView name) {
        return base::Decimal::fromText(QStringView(text(name))).value_or(base::Decimal());
    };
    Trade trade{text(u"TradeId"),     text(u"OrderId"),
                text(u"AccountId"),   ticksIn(text(u"TradeTime")),
                number(u"Quantity"),  number(u"RemainingQuantity"),
                text(u"InstrumentId")};
    if (trade.tradeId.isEmpty() || trade.orderId.isEmpty() || !trade.quantity.isNumber())
        return base::failure(base::ErrorKind::BadReply, u"the trade names no order or no quantity"_s);
    return trade;
}

} // namespace alphapoint
