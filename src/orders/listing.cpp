// SPDX-License-Identifier: Apache-2.0
#include "orders/listing.h"

#include <algorithm>
#include <bit>

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
    case ListKind::Trades:
        return u"list of trades"_s;
    }
    Q_UNREACHABLE();
}

OrderPtr Listing::find(const OrderKey &key) const
{
    const auto place = index.find(rows, key);
    return place ? rows[*place] : nullptr;
}

void RowIndex::reserve(std::size_t rows)
{
    m_slots.assign(std::bit_ceil(2 * rows + 2), 0);
}

std::size_t RowIndex::slotFor(const std::vector<OrderPtr> &rows, const OrderKey &key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = qHash(key) & mask;
    while (m_slots[slot] != 0 && rows[m_slots[slot] - 1]->key != key)
        slot = (slot + 1) & mask;
    return slot;
}

std::uint32_t RowIndex::enter(const std::vector<OrderPtr> &rows, std::uint32_t place)
{
    std::uint32_t &slot = m_slots[slotFor(rows, rows[place]->key)];
    if (slot == 0)
        slot = place + 1;
    return slot - 1;
}

std::optional<std::uint32_t> RowIndex::find(const std::vector<OrderPtr> &rows, const OrderKey &key) const
{
    const std::uint32_t entry = m_slots.empty() ? 0 : m_slots[slotFor(rows, key)];
    return entry == 0 ? std::nullopt : std::optional(entry - 1);
}

namespace {

// The places of the rows whose key an earlier row has.
std::vector<std::uint32_t> fillIndex(Listing &listing)
{
    std::vector<std::uint32_t> repeated;
    listing.index.reserve(listing.rows.size());
    for (std::uint32_t place = 0; place < listing.rows.size(); ++place) {
        if (listing.index.enter(listing.rows, place) != place)
            repeated.push_back(place);
    }
    return repeated;
}

// Rows whose key another row of the reply has too get their exchange order id into the key.
void splitTwins(Listing &listing, const std::vector<std::uint32_t> &repeated)
{
    std::vector<std::uint32_t> twins = repeated;
    for (const std::uint32_t place : repeated)
        twins.push_back(*listing.index.find(listing.rows, listing.rows[place]->key));
    std::sort(twins.begin(), twins.end());
    twins.erase(std::unique(twins.begin(), twins.end()), twins.end());
    for (const std::uint32_t place : twins) {
        auto twin = std::make_shared<Order>(*listing.rows[place]);
        twin->key.twin = twin->exchangeOrderId;
        listing.rows[place] = std::move(twin);
    }
}

// Of rows that nothing tells apart the last one stands.
void dropShadowed(Listing &listing, const std::vector<std::uint32_t> &repeated)
{
    for (const std::uint32_t place : repeated) {
        listing.warnings.push_back({static_cast<int>(place), u"an earlier row has the same ids"_s});
        listing.rows[*listing.index.find(listing.rows, listing.rows[place]->key)] = listing.rows[place];
        listing.rows[place] = nullptr;
    }
    std::erase(listing.rows, nullptr);
}

// The row of that key; mostly it stands where it stood.
OrderPtr counterpart(const Listing &listing, std::size_t place, const OrderKey &key)
{
    if (place < listing.rows.size() && listing.rows[place]->key == key)
        return listing.rows[place];
    return listing.find(key);
}

} // namespace

void finishListing(Listing &listing)
{
    std::vector<std::uint32_t> repeated = fillIndex(listing);
    if (repeated.empty())
        return;
    splitTwins(listing, repeated);
    repeated = fillIndex(listing);
    if (repeated.empty())
        return;
    dropShadowed(listing, repeated);
    fillIndex(listing);
}

void shareUnchanged(const ListingPtr &before, Listing &listing)
{
    if (!before)
        return;
    std::vector<std::size_t> changed;
    for (std::size_t place = 0; place < listing.rows.size(); ++place) {
        OrderPtr &row = listing.rows[place];
        OrderPtr old = counterpart(*before, place, row->key);
        if (old && row->raw.reply && old->raw.view() == row->raw.view())
            row = std::move(old);
        else
            changed.push_back(place);
    }
    if (changed.size() > listing.rows.size() / 4)
        return;
    for (const std::size_t place : changed) {
        auto own = std::make_shared<Order>(*listing.rows[place]);
        own->raw = {std::make_shared<const QByteArray>(own->raw.view().toByteArray()), 0, own->raw.length};
        listing.rows[place] = std::move(own);
    }
}

ListingDelta compareListings(const ListingPtr &before, const Listing &after)
{
    ListingDelta delta;
    if (!before) {
        delta.upserted = after.rows;
        return delta;
    }
    std::size_t known = 0;
    for (std::size_t place = 0; place < after.rows.size(); ++place) {
        const OrderPtr &row = after.rows[place];
        const OrderPtr old = counterpart(*before, place, row->key);
        known += old ? 1 : 0;
        if (!old || (old != row && !sameContent(*old, *row)))
            delta.upserted.push_back(row);
    }
    if (known == before->rows.size())
        return delta;
    for (std::size_t place = 0; place < before->rows.size(); ++place) {
        const OrderPtr &row = before->rows[place];
        if (!counterpart(after, place, row->key))
            delta.vanished.push_back(row->key);
    }
    return delta;
}

} // namespace orders
