// SPDX-License-Identifier: Apache-2.0
// The hand-made day that the practice accounts start with (all but the first in other names), as plain data: one
// row per order, orders of one family (an entry and its legs) next to each other. Read by SeedBook alone.
// Prices are paise.
#pragma once

#include "practice/json_text.h"

#include <span>

namespace practice {

struct SeedRow
{
    int family; // rows of one family share their order id; 0 stands alone
    QLatin1StringView instrument;
    QLatin1StringView executionType;
    QLatin1StringView leg;
    QLatin1StringView side;
    QLatin1StringView type;
    QLatin1StringView product;
    QLatin1StringView status;
    qint64 quantity;
    qint64 filled;
    Paise price;
    Paise trigger;
    QLatin1StringView reason = QLatin1StringView("NONE");
    int rejectionCode = 0;
};

[[nodiscard]] std::span<const SeedRow> openSeedRows();
[[nodiscard]] std::span<const SeedRow> completedSeedRows();

} // namespace practice
