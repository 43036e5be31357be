// SPDX-License-Identifier: Apache-2.0
// How a list of an APEX account is asked for and read, for venues::ListReader: GetOpenOrders, and
// GetOrderHistory for what is over. GetAccountTrades is read here too.
#pragma once

#include "alphapoint/call_queue.h"
#include "alphapoint/order_rows.h"
#include "venues/list_reader.h"

namespace alphapoint {

/// The queue must outlive the reader.
[[nodiscard]] venues::ListRequests listRequests(orders::ListKind kind, CallQueue &calls,
                                                CallQueue::Make account, std::function<RowContext()> context,
                                                std::function<void(const base::Error &)> noteFailure);

/// The list of a reply's payload. Of several revisions of an order the newest stands; the list of what is
/// over leaves out what is not.
[[nodiscard]] base::Result<orders::Listing> readListing(orders::ListKind kind, const Frame &frame,
                                                        const RowContext &context);

/// The answer to GetAccountTrades. Trades of other accounts are passed over.
[[nodiscard]] base::Result<orders::TradeList> readTradeList(const CallResult &result,
                                                            const RowContext &context);

} // namespace alphapoint
