// SPDX-License-Identifier: Apache-2.0
// One connection with a book that a test fills, and the plans of cancels made from it. Nothing is sent.
#pragma once

#include "desk/cancel_planner.h"
#include "support/orders_of.h"
#include "support/still_venue.h"

#include <QTemporaryDir>

namespace support {

class PlanBench
{
public:
    PlanBench()
    {
        auto still =
            std::make_unique<StillVenue>(clock, QStringLiteral("pocketful"), QStringLiteral("DEMO1"));
        venue = still.get();
        runtime = std::make_unique<desk::ConnectionRuntime>(std::move(still), clock);
        runtime->book = &book;
    }
    void show(std::vector<orders::OrderPtr> rows)
    {
        const auto listing = makeListing(orders::ListKind::Pending, std::move(rows));
        (void)book.apply(*listing, orders::compareListings(nullptr, *listing));
        auto read = *listing;
        for (const orders::ListKind kind : {orders::ListKind::Pending, orders::ListKind::Completed}) {
            read.kind = kind;
            read.began = clock.monotonic();
            runtime->noteListRead(read);
        }
    }
    [[nodiscard]] desk::CancelPlan plan(const std::vector<orders::OrderKey> &keys)
    {
        return desk::planCancel(
            keys,
            [this](const orders::OrderKey &key) { return key.account == account ? runtime.get() : nullptr; },
            *cancels, clock.wall());
    }
    /// Of so many orders, dealt out over the segments.
    [[nodiscard]] desk::CancelPlan planOfMany(int count, const QStringList &segments)
    {
        std::vector<orders::OrderPtr> rows;
        std::vector<orders::OrderKey> keys;
        for (int i = 0; i < count; ++i) {
            rows.push_back(makeOrder(QString::number(i), {}, [&](orders::Order &order) {
                order.exchange = segments[i % segments.size()];
            }));
            keys.push_back(rows.back()->key);
        }
        show(std::move(rows));
        return plan(keys);
    }
    [[nodiscard]] desk::PlannedCancel planOf(const OrderPtr &row)
    {
        show({row});
        const desk::CancelPlan made = plan({row->key});
        return made.orders.empty() ? desk::PlannedCancel() : made.orders.front();
    }

    ManualClock clock;
    base::Redactor redactor;
    QTemporaryDir dir;
    journal::Journal journal{clock, redactor};
    orders::OrderBook book;
    StillVenue *venue = nullptr;
    std::unique_ptr<desk::ConnectionRuntime> runtime;
    std::unique_ptr<cancel::CancelDesk> cancels = std::make_unique<cancel::CancelDesk>(clock, journal);
};

} // namespace support
