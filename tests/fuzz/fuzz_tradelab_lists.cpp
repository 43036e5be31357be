// SPDX-License-Identifier: Apache-2.0
// Tradelab's order lists and histories: as a whole reply, and as one row between two good ones, which it can
// never hide.
#include "tradelab/order_rows.h"
#include "json/json_value.h"

#include "fuzz/must.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using fuzz::must;

namespace {

tradelab::ReplyContext context(orders::ListKind kind, int httpStatus = 200)
{
    tradelab::ReplyContext context;
    context.kind = kind;
    context.account = {orders::Environment::Live, u"tradelab"_s, u"trade.pocketful.in"_s, {}, u"DEMO1"_s};
    context.connection = u"mine"_s;
    context.httpStatus = httpStatus;
    return context;
}

bool isWhole(const orders::Order &order)
{
    // Whatever a window or a filter asks of a row.
    (void)order.remaining().toText();
    (void)order.value().toText();
    const QByteArrayView raw = order.raw.view();
    return raw.startsWith('{') && raw.endsWith('}');
}

bool hasRow(const orders::Listing &listing, QLatin1StringView orderId)
{
    return std::any_of(listing.rows.begin(), listing.rows.end(),
                       [&](const auto &row) { return row->orderId == orderId; });
}

void readWhole(const QByteArray &bytes)
{
    must(!tradelab::readOrderList(bytes, context(orders::ListKind::Pending, 500)), "HTTP 500 is no book");
    const auto listing = tradelab::readOrderList(bytes, context(orders::ListKind::Pending));
    if (!listing) {
        must(!listing.error().text.isEmpty(), "an error has words");
        return;
    }
    must(bytes.contains("orders"), "a book without \"orders\" is none");
    must(!listing->rows.empty() || listing->warnings.empty(),
         "a list of which no row could be read is an error");
    for (const auto &row : listing->rows) {
        must(row->key.isValid() && !row->orderId.isEmpty(), "a row has an id");
        must(isWhole(*row), "a row's text is the object it came from");
        must(bytes.contains(row->raw.view().toByteArray()), "a row's text stands in the reply");
        must(listing->find(row->key) == row, "a row is found by its key");
    }
    const auto again = tradelab::readOrderList(bytes, context(orders::ListKind::Pending));
    must(again && again->digest == listing->digest, "read twice it is the same");
    const auto delta = orders::compareListings(std::make_shared<orders::Listing>(*listing), *again);
    must(delta.upserted.empty() && delta.vanished.empty(), "and nothing has changed");
}

void readHistory(const QByteArray &bytes)
{
    orders::Order asked;
    asked.orderId = u"7"_s;
    const auto revisions = tradelab::readOrderHistory(bytes, context(orders::ListKind::History), asked);
    if (!revisions)
        return;
    for (const auto &revision : *revisions)
        must(revision->orderId == asked.orderId && isWhole(*revision),
             "a revision is of the order asked for");
}

void readTrades(const QByteArray &bytes)
{
    must(!tradelab::readTradeList(bytes, context(orders::ListKind::Trades, 500)), "HTTP 500 is no list");
    const auto list = tradelab::readTradeList(bytes, context(orders::ListKind::Trades));
    if (!list) {
        must(!list.error().text.isEmpty(), "an error has words");
        return;
    }
    for (const orders::Trade &trade : list->trades)
        must(trade.order && !trade.order->orderId.isEmpty() && isWhole(*trade.order),
             "a trade names its order");
}

void readBetween(const QByteArray &bytes)
{
    if (!json::parse(bytes))
        return; // then the whole reply is no JSON
    const QByteArray first = R"({"oms_order_id":"first","order_status":"CONFIRMED","quantity":1})";
    const QByteArray last = R"({"oms_order_id":"last","order_status":"CONFIRMED","quantity":2})";
    const QByteArray reply =
        R"({"status":"success","data":{"orders":[)" + first + ',' + bytes + ',' + last + "]}}";
    const auto listing = tradelab::readOrderList(reply, context(orders::ListKind::Pending));
    must(listing.has_value(), "a bad row does not spoil the list");
    must(hasRow(*listing, "first"_L1) && hasRow(*listing, "last"_L1), "a bad row hides no other");
    must(listing->rows.size() + listing->warnings.size() >= 3, "each row is there, or there is a warning");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    readWhole(bytes);
    readHistory(bytes);
    readTrades(bytes);
    readBetween(bytes);
    return 0;
}
