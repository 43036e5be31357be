// SPDX-License-Identifier: Apache-2.0
// How a list of a Tradelab broker is asked for and read, for venues::ListReader.
#pragma once

#include "tradelab/order_rows.h"
#include "tradelab/read_queue.h"
#include "venues/list_reader.h"

namespace tradelab {

using MakeContext = std::function<ReplyContext()>;
/// Hears of a read that failed, before the reader's failed().
using NoteFailure = std::function<void(const base::Error &error, const net::HttpResult &result)>;

/// The queue must outlive the reader.
[[nodiscard]] venues::ListRequests listRequests(orders::ListKind kind, ReadQueue &queue,
                                                ReadQueue::MakeRequest makeRequest, MakeContext makeContext,
                                                NoteFailure noteFailure);

} // namespace tradelab
