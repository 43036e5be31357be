// SPDX-License-Identifier: Apache-2.0
#include "tradelab/order_rows.h"

#include "tradelab/envelope.h"
#include "tradelab/row_builder.h"

#include <QCryptographicHash>

namespace tradelab {

using namespace Qt::StringLiterals;
using orders::OrderPtr;

namespace {

constexpr WantedField listFields[] = {
    {"oms_order_id", Wanted::OmsOrderId},
    {"exchange_order_id", Wanted::ExchangeOrderId},
    {"user_order_id", Wanted::UserOrderId},
    {"basket_id", Wanted::BasketId},
    {"client_id", Wanted::ClientId},
    {"order_status", Wanted::Status},
    {"execution_type", Wanted::ExecutionType},
    {"leg_order_indicator", Wanted::Leg},
    {"mode", Wanted::Mode},
    {"order_side", Wanted::Side},
    {"transaction_type", Wanted::Side},
    {"order_type", Wanted::OrderType},
    {"product", Wanted::Product},
    {"validity", Wanted::Validity},
    {"exchange", Wanted::Exchange},
    {"segment", Wanted::Segment},
    {"trading_symbol", Wanted::TradingSymbol},
    {"symbol", Wanted::Symbol},
    {"instrument_token", Wanted::InstrumentToken},
    {"quantity", Wanted::Quantity},
    {"filled_quantity", Wanted::Filled},
    {"lot_size", Wanted::LotSize},
    {"lotsize", Wanted::LotSize},
    {"price", Wanted::Price},
    {"trigger_price", Wanted::TriggerPrice},
    {"average_price", Wanted::AveragePrice},
    {"order_entry_time", Wanted::EntryTime},
    {"exchange_time", Wanted::ExchangeTime},
    {"last_activity_reference", Wanted::Activity},
    {"rejection_reason", Wanted::RejectionReason},
};

constexpr WantedField historyFields[] = {
    {"exchange_order_id", Wanted::ExchangeOrderId},
    {"client_order_id", Wanted::UserOrderId},
    {"client_id", Wanted::ClientId},
    {"status", Wanted::Status},
    {"order_mode", Wanted::Mode},
    {"order_side", Wanted::Side},
    {"order_type", Wanted::OrderType},
    {"product", Wanted::Product},
    {"validity", Wanted::Validity},
    {"exchange", Wanted::Exchange},
    {"segment", Wanted::Segment},
    {"symbol", Wanted::Symbol},
    {"token", Wanted::InstrumentToken},
    {"quantity", Wanted::Quantity},
    {"fill_quantity", Wanted::Filled},
    {"price", Wanted::Price},
    {"trigger_price", Wanted::TriggerPrice},
    {"avg_price", Wanted::AveragePrice},
    {"created_at", Wanted::EntryTime},
    {"exchange_time", Wanted::ExchangeTime},
    {"last_modified", Wanted::Activity},
    {"reject_reason", Wanted::RejectionReason},
};

template <std::size_t Size> constexpr auto namesOf(const WantedField (&fields)[Size])
{
    std::array<std::string_view, Size> names;
    for (std::size_t i = 0; i < Size; ++i)
        names[i] = fields[i].name;
    return names;
}

constexpr auto listFieldNames = namesOf(listFields);
constexpr auto historyFieldNames = namesOf(historyFields);
constexpr std::string_view listNames[] = {"orders"};
constexpr std::string_view historyNames[] = {"order history", "orders"};

struct Rows
{
    std::shared_ptr<const QByteArray> reply;
    bool hasList = false;
};

// Walks the reply; an error where the reply is no success envelope with a list in it.
base::Result<Rows> readRows(QByteArray body, const ReplyContext &context, const json::RecordLayout &layout,
                            RowBuilder &builder)
{
    const auto envelope = json::readRecords(body, layout, builder);
    if (!envelope)
        return base::failure(errorOf(envelope.error(), context.httpStatus));
    const EnvelopeReading reading = readEnvelope(envelope->value, context.httpStatus);
    const bool isBareArray =
        envelope->value.isArray() && context.httpStatus >= 200 && context.httpStatus < 300;
    if (reading.verdict != Verdict::Success && !isBareArray) {
        if (reading.verdict == Verdict::Error || context.httpStatus < 200 || context.httpStatus >= 300)
            return base::failure(errorOf(reading, context.httpStatus));
        return base::failure(base::ErrorKind::BadReply, u"the answer is JSON, but no list of orders"_s);
    }
    if (!envelope->hasList && !envelope->listIsNull)
        return base::failure(base::ErrorKind::BadReply, u"the answer holds no list of orders"_s);
    Rows rows{std::make_shared<const QByteArray>(std::move(body)), envelope->hasList};
    builder.attachReply(rows.reply);
    return rows;
}

} // namespace

base::Result<orders::Listing> readOrderList(QByteArray body, const ReplyContext &context)
{
    orders::Listing listing;
    listing.kind = context.kind;
    listing.account = context.account.canonical();
    listing.began = context.began;
    listing.ended = context.ended;
    listing.endedAt = context.endedAt;

    RowBuilder builder(context, listFields);
    const auto rows = readRows(std::move(body), context, {listNames, listFieldNames}, builder);
    if (!rows)
        return base::failure(rows.error());
    listing.digest = QCryptographicHash::hash(*rows->reply, QCryptographicHash::Sha256).toHex();
    listing.rows.assign(builder.rows().begin(), builder.rows().end());
    listing.warnings = std::move(builder.warnings());
    orders::finishListing(listing);
    return listing;
}

base::Result<std::vector<OrderPtr>> readOrderHistory(QByteArray body, const ReplyContext &context,
                                                     const orders::Order &asked)
{
    ReplyContext historyContext = context;
    historyContext.kind = orders::ListKind::History;
    RowBuilder builder(historyContext, historyFields);
    const auto rows = readRows(std::move(body), historyContext, {historyNames, historyFieldNames}, builder);
    if (!rows)
        return base::failure(rows.error());
    std::vector<OrderPtr> revisions;
    for (const auto &row : builder.rows()) {
        row->key = asked.key;
        row->orderId = asked.orderId;
        row->leg = asked.leg;
        row->kind = asked.kind;
        revisions.push_back(row);
    }
    return revisions;
}

} // namespace tradelab
