// SPDX-License-Identifier: Apache-2.0
// One reply of a venue that shows orders, as values: built on a worker, compared with the one before it
// there, and only the difference handed to the book. Immutable once built; any thread may read it.
#pragma once

#include "orders/order.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace orders {

enum class ListKind : unsigned char {
    Pending,   // Tradelab: what is open
    Completed, // Tradelab: what is done
    Open,      // APEX: what is open, in one list
    History,   // one order's revisions
    Single,    // one order's present state
    Event,     // pushed by the venue
};
[[nodiscard]] QString listName(ListKind kind);

/// A row that could not be read. It is reported and the rest of the list stands.
struct RowWarning
{
    int row = 0; // from 0
    QString reason;
};

struct Listing
{
    ListKind kind = ListKind::Pending;
    QString account; // Account::canonical()
    std::vector<OrderPtr> rows;
    std::vector<RowWarning> warnings;
    base::MonoTime began{0}; // the request was made: what the venue knew before then, it shows
    base::MonoTime ended{0};
    base::WallTime endedAt{};
    QByteArray digest;                                 // SHA-256 of the reply, hex
    std::unordered_map<OrderKey, std::uint32_t> index; // into rows

    [[nodiscard]] OrderPtr find(const OrderKey &key) const;
};

using ListingPtr = std::shared_ptr<const Listing>;

/// Splits twins (equal keys in one reply) by their exchange ids and builds the index. Call once, at the end.
/// Of rows that even these don't tell apart the last one stands, with a warning.
void finishListing(Listing &listing);

/// What changed from one listing to the next of the same kind; everything, when there was none before.
struct ListingDelta
{
    std::vector<OrderPtr> upserted;
    std::vector<OrderKey> vanished;
};
[[nodiscard]] ListingDelta compareListings(const ListingPtr &before, const Listing &after);

} // namespace orders
