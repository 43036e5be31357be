// SPDX-License-Identifier: Apache-2.0
#include "tradelab/order_rows.h"

#include "base/digest.h"
#include "tradelab/envelope.h"
#include "tradelab/row_builder.h"

#include <algorithm>

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

// A trade's row is read as one of its order: what was filled is this trade's quantity, and the trade's number
// stands where the client's id would.
constexpr WantedField tradeFields[] = {
    {"oms_order_id", Wanted::OmsOrderId},    {"exchange_order_id", Wanted::ExchangeOrderId},
    {"trade_number", Wanted::UserOrderId},   {"trade_quantity", Wanted::Filled},
    {"client_id", Wanted::ClientId},         {"order_side", Wanted::Side},
    {"exchange", Wanted::Exchange},          {"instrument_token", Wanted::InstrumentToken},
    {"order_entry_time", Wanted::EntryTime}, {"trading_symbol", Wanted::TradingSymbol},
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
constexpr auto tradeFieldNames = namesOf(tradeFields);
constexpr std::string_view listNames[] = {"orders"};
constexpr std::string_view tradeNames[] = {"trades"};
constexpr std::string_view historyNames[] = {"order history", "orders"};

// Where a book stands (rulings.md 6), and where a history may.
enum class Place { Named, Anywhere };

// Walks the reply and hands it back; an error where it is no success envelope with a list in its place.
base::Result<std::shared_ptr<const QByteArray>> readRows(QByteArray body, const ReplyContext &context,
                                                         const json::RecordLayout &layout, Place place,
                                                         RowBuilder &builder)
{
    const auto envelope = json::readRecords(body, layout, builder);
    if (!envelope)
        return base::failure(errorOf(envelope.error(), context.httpStatus));
    const EnvelopeReading reading = readEnvelope(envelope->value, context.httpStatus);
    const bool isBareArray = place == Place::Anywhere && envelope->value.isArray() &&
                             context.httpStatus >= 200 && context.httpStatus < 300;
    if (reading.verdict != Verdict::Success && !isBareArray) {
        if (reading.verdict == Verdict::Error || context.httpStatus < 200 || context.httpStatus >= 300)
            return base::failure(errorOf(reading, context.httpStatus));
        return base::failure(base::ErrorKind::BadReply, u"the answer is JSON, but no list of orders"_s);
    }
    const bool isInPlace =
        place == Place::Anywhere || envelope->listName == QLatin1StringView(layout.listNames.front());
    if (!(envelope->hasList && isInPlace) && !envelope->listIsNull)
        return base::failure(base::ErrorKind::BadReply, u"the answer holds no list of orders"_s);
    if (builder.rows().empty() && !builder.warnings().empty())
        return base::failure(base::ErrorKind::BadReply, u"not one row of the answer could be read: %1"_s.arg(
                                                            builder.warnings().front().reason));
    auto reply = std::make_shared<const QByteArray>(std::move(body));
    builder.attachReply(reply);
    return reply;
}

// Brokers are seen to write the newest first; where every revision has its time, that decides.
void putNewestFirst(std::vector<OrderPtr> &revisions)
{
    const bool isTimed = std::all_of(revisions.begin(), revisions.end(),
                                     [](const OrderPtr &each) { return !each->marker.reference.isEmpty(); });
    if (!isTimed)
        return;
    std::stable_sort(revisions.begin(), revisions.end(), [](const OrderPtr &a, const OrderPtr &b) {
        return orders::compareMarkers(a->marker, b->marker) == orders::MarkerOrder::Newer;
    });
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
    const auto reply = readRows(std::move(body), context, {listNames, listFieldNames}, Place::Named, builder);
    if (!reply)
        return base::failure(reply.error());
    listing.digest = base::digestOf(**reply);
    listing.rows.assign(std::move_iterator(builder.rows().begin()), std::move_iterator(builder.rows().end()));
    listing.warnings = std::move(builder.warnings());
    orders::finishListing(listing);
    return listing;
}

base::Result<orders::TradeList> readTradeList(QByteArray body, const ReplyContext &context)
{
    orders::TradeList list;
    list.account = context.account.canonical();
    list.began = context.began;
    list.ended = context.ended;

    ReplyContext tradeContext = context;
    tradeContext.kind = orders::ListKind::Trades;
    RowBuilder builder(tradeContext, tradeFields);
    const auto reply = readRows(body, tradeContext, {tradeNames, tradeFieldNames}, Place::Named, builder);
    if (!reply) {
        auto orders = readOrderList(std::move(body), context);
        if (!orders)
            return base::failure(reply.error());
        list.digest = orders->digest;
        for (const OrderPtr &row : orders->rows)
            list.trades.push_back({{}, row->filled, row});
        return list;
    }
    list.digest = base::digestOf(**reply);
    for (const auto &row : builder.rows())
        list.trades.push_back({row->clientOrderId, row->filled, row});
    list.warnings = std::move(builder.warnings());
    return list;
}

base::Result<std::vector<OrderPtr>> readOrderHistory(QByteArray body, const ReplyContext &context,
                                                     const orders::Order &asked)
{
    ReplyContext historyContext = context;
    historyContext.kind = orders::ListKind::History;
    RowBuilder builder(historyContext, historyFields);
    const auto reply = readRows(std::move(body), historyContext, {historyNames, historyFieldNames},
                                Place::Anywhere, builder);
    if (!reply)
        return base::failure(reply.error());
    std::vector<OrderPtr> revisions;
    for (const auto &row : builder.rows()) {
        row->key = asked.key;
        row->orderId = asked.orderId;
        row->leg = asked.leg;
        row->kind = asked.kind;
        row->effect = orders::effectOf(*row, false);
        revisions.push_back(row);
    }
    putNewestFirst(revisions);
    return revisions;
}

} // namespace tradelab
