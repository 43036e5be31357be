// SPDX-License-Identifier: Apache-2.0
#include "commands/row_order.h"

#include <algorithm>
#include <tuple>

namespace commands {

using namespace Qt::StringLiterals;

namespace {

auto placeOf(const orders::Order &row)
{
    const bool isLeg = !row.leg.isEmpty() && row.leg.compare("ENTRY"_L1, Qt::CaseInsensitive) != 0;
    return std::tuple<const QString &, base::WallTime, qsizetype, const QString &, bool, const QString &,
                      const QString &>(row.connection, row.placedAt.value_or(base::WallTime()),
                                       row.orderId.size(), row.orderId, isLeg, row.leg, row.exchangeOrderId);
}

} // namespace

void sortRows(std::vector<orders::OrderPtr> &rows)
{
    std::sort(rows.begin(), rows.end(),
              [](const orders::OrderPtr &a, const orders::OrderPtr &b) { return placeOf(*a) < placeOf(*b); });
}

} // namespace commands
