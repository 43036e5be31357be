// SPDX-License-Identifier: Apache-2.0
// What a venue's list of trades shows: a witness of fills beside the orders' own rows, which may lag behind
// it (lifecycle.md R11). Values; any thread may read them.
#pragma once

#include "orders/listing.h"

namespace orders {

struct Trade
{
    QString id;             // the venue's, unique in an account's day; empty where it names none
    base::Decimal quantity; // of this execution
    OrderPtr order;         // whose it is, as far as the trade names it: ids, instrument, side, entry time
};

struct TradeList
{
    QString account; // Account::canonical()
    std::vector<Trade> trades;
    std::vector<RowWarning> warnings;
    bool isWhole = true; // not just the newest of the day
    base::MonoTime began{0};
    base::MonoTime ended{0};
    QByteArray digest; // BLAKE2b-256 of the reply, hex
};

} // namespace orders
