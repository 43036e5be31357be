// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/list_requests.h"

#include "alphapoint/standard_reply.h"
#include "base/digest.h"

namespace alphapoint {

using namespace Qt::StringLiterals;
using orders::ListKind;

namespace {

constexpr std::size_t mostTrades = 200; // in one answer
constexpr int historyDepth = 200; // of orders that are over: enough for what a cancel of ours may have ended

QByteArray payloadOf(ListKind kind, QByteArray account)
{
    if (kind != ListKind::Completed)
        return account;
    account.chop(1);
    return account + R"(,"Depth":)" + QByteArray::number(historyDepth) + '}';
}

// Of two revisions of an order in one reply. Without the exchange's clock nobody knows in which order they
// stand there; but what is over does not live again.
bool standsOver(const orders::Order &row, const orders::Order &other)
{
    const bool isTimed = !row.marker.reference.isEmpty() && !other.marker.reference.isEmpty();
    const auto order = isTimed ? orders::compareMarkers(row.marker, other.marker) : orders::MarkerOrder::Same;
    if (order != orders::MarkerOrder::Same)
        return order == orders::MarkerOrder::Newer;
    return !row.isAlive() && other.isAlive();
}

void keepNewest(std::vector<orders::OrderPtr> &rows, QHash<QString, std::size_t> &places,
                const orders::OrderPtr &row)
{
    const auto known = places.constFind(row->key.orderId);
    if (known == places.cend()) {
        places.insert(row->key.orderId, rows.size());
        rows.push_back(row);
    } else if (standsOver(*row, *rows[*known])) {
        rows[*known] = row;
    }
}

// An object is the standard answer, and mostly a refusal.
base::Error whyNoList(const Frame &frame)
{
    const StandardReply reply = readStandardReply(frame);
    base::Error error = errorOf(reply);
    if (reply.verdict == Verdict::Success || reply.verdict == Verdict::Unclear) {
        error.kind = base::ErrorKind::BadReply;
        error.text = u"the answer holds no list of orders"_s;
    }
    return error;
}

} // namespace

base::Result<orders::Listing> readListing(ListKind kind, const Frame &frame, const RowContext &context)
{
    if (frame.kind != FrameKind::Reply || !frame.payload.trimmed().startsWith('['))
        return base::failure(whyNoList(frame));
    auto rows = readOrders(frame.payload, context);
    if (!rows)
        return base::failure(rows.error());
    orders::Listing listing;
    listing.kind = kind;
    listing.account = context.account.canonical();
    listing.digest = base::digestOf(frame.payload);
    listing.warnings = std::move(rows->warnings);
    QHash<QString, std::size_t> places;
    for (const auto &row : rows->rows)
        keepNewest(listing.rows, places, row);
    if (kind == ListKind::Completed)
        std::erase_if(listing.rows, [](const orders::OrderPtr &row) { return row->isAlive(); });
    orders::finishListing(listing);
    return listing;
}

base::Result<orders::TradeList> readTradeList(const CallResult &result, const RowContext &context)
{
    const Frame &frame = result.frame;
    const auto payload = frame.kind == FrameKind::Reply ? json::parse(frame.payload) : json::Value();
    if (!payload || !payload->isArray())
        return base::failure(whyNoList(frame));
    orders::TradeList list;
    list.account = context.account.canonical();
    list.began = result.began;
    list.ended = result.ended;
    list.digest = base::digestOf(frame.payload);
    list.isWhole = payload->items().size() < mostTrades;
    for (const json::Value &each : payload->items()) {
        const auto trade = readTrade(each);
        if (!trade) {
            list.warnings.push_back({static_cast<int>(list.trades.size()), trade.error().text});
            continue;
        }
        if (trade->accountId != context.account.id)
            continue;
        auto order = std::make_shared<orders::Order>();
        order->key.account = list.account;
        order->key.orderId = trade->orderId;
        order->connection = context.connection;
        order->orderId = trade->orderId;
        order->instrument = trade->instrumentId;
        list.trades.push_back({trade->tradeId, trade->quantity, order});
    }
    return list;
}

venues::ListRequests listRequests(ListKind kind, CallQueue &calls, CallQueue::Make account,
                                  std::function<RowContext()> context,
                                  std::function<void(const base::Error &)> noteFailure)
{
    venues::ListRequests requests;
    const QString function = kind == ListKind::Completed ? u"GetOrderHistory"_s : u"GetOpenOrders"_s;
    requests.submit = [kind, function, &calls, account = std::move(account), context = std::move(context),
                       noteFailure = std::move(noteFailure)](net::RequestClass why,
                                                             venues::ListRequests::HasLeft hasLeft,
                                                             venues::ListRequests::Done done) {
        const auto make = [kind, account, hasLeft = std::move(hasLeft)] {
            hasLeft();
            return payloadOf(kind, account());
        };
        return calls.read(why, function, make,
                          [kind, context, noteFailure, done = std::move(done)](const CallResult &result) {
                              venues::ListReply reply;
                              reply.noteFailure = noteFailure;
                              if (result.outcome != CallOutcome::Answered)
                                  reply.error = result.error;
                              reply.size = result.frame.payload.size();
                              reply.parse = [kind, rows = context(),
                                             result]() -> base::Result<orders::Listing> {
                                  auto listing = readListing(kind, result.frame, rows);
                                  if (!listing)
                                      return listing;
                                  listing->began = result.began;
                                  listing->ended = result.ended;
                                  listing->endedAt = result.endedAt;
                                  return listing;
                              };
                              done(reply);
                          });
    };
    requests.withdraw = [&calls](int number) { calls.withdraw(number); };
    return requests;
}

} // namespace alphapoint
