// SPDX-License-Identifier: Apache-2.0
// What the benchmarks read a list of bytes with: the reader that the Tradelab connections use.
#pragma once

#include "tradelab/order_rows.h"

namespace bench {

/// The listing of these bytes; null if they are none. Takes the bytes, as the reply's reader does.
[[nodiscard]] inline std::shared_ptr<orders::Listing> readPendingList(QByteArray body)
{
    tradelab::ReplyContext context;
    context.account = {orders::Environment::Live, QStringLiteral("tradelab"),
                       QStringLiteral("trade.pocketful.in"), {}, QStringLiteral("DEMO1")};
    context.connection = QStringLiteral("pocketful");
    auto list = tradelab::readOrderList(std::move(body), context);
    return list ? std::make_shared<orders::Listing>(std::move(*list)) : nullptr;
}

} // namespace bench
