// SPDX-License-Identifier: Apache-2.0
#include "orders/listing.h"

#include <algorithm>

namespace orders {

using namespace Qt::StringLiterals;

QString listName(ListKind kind)
{
    switch (kind) {
    case ListKind::Pending:
        return u"pending list"_s;
    case ListKind::Completed:
        return u"completed list"_s;
    case ListKind::Open:
        return u"open orders"_s;
    case ListKind::History:
        return u"order history"_s;
    case ListKind::Single:
        return u"order status"_s;
    case ListKind::Event:
        return u"order event"_s;
    }
    Q_UNREACHABLE();
}

OrderPtr Listing::find(const OrderKey &key) const
{
    const auto found = index.find(key);
    return found == index.end() ? nullptr : rows[found->second];
}

namespace {

// A row whose key another row of the reply has too gets its exchange order id into the key.
OrderPtr withTwinKey(const OrderPtr &row)
{
    auto twin = std::make_shared<Order>(*row);
    twin->key.twin = row->exchangeOrderId;
    return twin;
}

// Rows that nothing tells apart: the last one stands, and the index says which that is.
void dropShadowed(Listing &listing)
{
    if (listing.index.size() == listing.rows.size())
        return;
    std::vector<OrderPtr> kept;
    for (std::uint32_t i = 0; i < listing.rows.size(); ++i) {
        std::uint32_t &place = listing.index.at(listing.rows[i]->key);
        if (place != i)
            continue;
        place = static_cast<std::uint32_t>(kept.size());
        kept.push_back(listing.rows[i]);
    }
    listing.rows = std::move(kept);
}

} // namespace

void finishListing(Listing &listing)
{
    listing.index.reserve(listing.rows.size());
    std::vector<std::uint32_t> twins;
    for (std::uint32_t i = 0; i < listing.rows.size(); ++i) {
        const auto [at, isNew] = listing.index.emplace(listing.rows[i]->key, i);
        if (!isNew)
            twins.push_back(i);
    }
    if (twins.empty())
        return;

    std::vector<std::uint32_t> firsts;
    for (const std::uint32_t twin : twins) {
        const auto first = listing.index.find(listing.rows[twin]->key);
        if (first != listing.index.end()) {
            firsts.push_back(first->second);
            listing.index.erase(first);
        }
    }
    twins.insert(twins.end(), firsts.begin(), firsts.end());
    std::sort(twins.begin(), twins.end());
    for (const std::uint32_t i : twins) {
        listing.rows[i] = withTwinKey(listing.rows[i]);
        const auto [at, isNew] = listing.index.insert_or_assign(listing.rows[i]->key, i);
        if (!isNew)
            listing.warnings.push_back({static_cast<int>(i), u"an earlier row has the same ids"_s});
    }
    dropShadowed(listing);
}

ListingDelta compareListings(const ListingPtr &before, const Listing &after)
{
    ListingDelta delta;
    if (!before) {
        delta.upserted = after.rows;
        return delta;
    }
    for (const OrderPtr &row : after.rows) {
        const OrderPtr old = before->find(row->key);
        if (!old || !sameContent(*old, *row))
            delta.upserted.push_back(row);
    }
    for (const OrderPtr &row : before->rows) {
        if (!after.index.contains(row->key))
            delta.vanished.push_back(row->key);
    }
    return delta;
}

} // namespace orders
