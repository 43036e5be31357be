// SPDX-License-Identifier: Apache-2.0
// Orders and trades of APEX: as a whole payload, as one row between two good ones, and as events upon rows
// that are known.
#include "alphapoint/list_requests.h"
#include "alphapoint/live_orders.h"
#include "json/json_value.h"

#include "fuzz/must.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using fuzz::must;

namespace {

const QByteArray first = R"({"OrderId":1001,"Account":449,"OrderState":"Working","Quantity":2})";
const QByteArray last = R"({"OrderId":1002,"Account":449,"OrderState":"Working","Quantity":3})";

alphapoint::RowContext context()
{
    return {{orders::Environment::Live, u"alphapoint"_s, u"api.ndax.io"_s, u"1"_s, u"449"_s},
            u"mine"_s,
            std::make_shared<alphapoint::Instruments>()};
}

bool hasRow(const alphapoint::OrderRows &rows, QLatin1StringView orderId)
{
    return std::any_of(rows.rows.begin(), rows.rows.end(),
                       [&](const auto &row) { return row->orderId == orderId; });
}

void readWhole(const QByteArray &bytes, const alphapoint::RowContext &context)
{
    const auto rows = alphapoint::readOrders(bytes, context);
    if (!rows) {
        must(!rows.error().text.isEmpty(), "an error has words");
        return;
    }
    must(!rows->rows.empty() || rows->warnings.empty(), "a list of which no row could be read is an error");
    for (const auto &row : rows->rows) {
        must(row->key.isValid(), "a row has an id");
        must(row->account == context.account.id, "a row is of the account asked for");
        must(row->raw.view().startsWith('{') && row->raw.view().endsWith('}'), "a row's text is an object");
        (void)row->remaining().toText();
        (void)row->value().toText();
    }
}

void readBetween(const QByteArray &bytes, const alphapoint::RowContext &context)
{
    if (!json::parse(bytes))
        return; // then the whole payload is no JSON
    const auto rows = alphapoint::readOrders('[' + first + ',' + bytes + ',' + last + ']', context);
    must(rows.has_value(), "a bad row does not spoil the list");
    must(hasRow(*rows, "1001"_L1) && hasRow(*rows, "1002"_L1), "a bad row hides no other");
    must(rows->rows.size() + rows->warnings.size() + static_cast<std::size_t>(rows->ofOthers) == 3,
         "each row is there, or there is a word about it");
}

// The bytes as a state event and as a trade, upon the rows that are known.
void readEvents(const QByteArray &bytes, const alphapoint::RowContext &context)
{
    alphapoint::LiveOrders live;
    const auto known = alphapoint::readOrders('[' + first + ',' + last + ']', context);
    orders::Listing listing;
    listing.kind = orders::ListKind::Open;
    listing.rows.assign(known->rows.begin(), known->rows.end());
    orders::finishListing(listing);
    live.takeList(listing);
    if (const auto rows = alphapoint::readOrders(bytes, context)) {
        for (const auto &row : rows->rows) {
            const orders::OrderPtr whole = live.takeState(row);
            must(whole && whole->key == row->key, "a state event stays with its order");
        }
    }
    if (const auto trade = alphapoint::readTrade(bytes)) {
        const orders::OrderPtr after = live.takeTrade(*trade);
        must(!after || after->orderId == trade->orderId, "a trade moves its own order alone");
        must(!live.takeTrade(*trade), "a trade counts once");
    }
    must(live.find(u"1001"_s) != nullptr && live.find(u"1002"_s) != nullptr, "no event hides an order");
}

void readTrades(const QByteArray &bytes, const alphapoint::RowContext &context)
{
    alphapoint::CallResult result;
    result.outcome = alphapoint::CallOutcome::Answered;
    result.frame = {alphapoint::FrameKind::Reply, u"2"_s, u"GetAccountTrades"_s, bytes};
    const auto list = alphapoint::readTradeList(result, context);
    if (!list) {
        must(!list.error().text.isEmpty(), "an error has words");
        return;
    }
    for (const orders::Trade &trade : list->trades)
        must(!trade.id.isEmpty() && !trade.order->orderId.isEmpty() && trade.quantity.isNumber(),
             "a trade names its order and how much");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const alphapoint::RowContext rowContext = context();
    readWhole(bytes, rowContext);
    readBetween(bytes, rowContext);
    readEvents(bytes, rowContext);
    readTrades(bytes, rowContext);
    return 0;
}
