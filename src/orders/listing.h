// SPDX-License-Identifier: Apache-2.0
// One reply of a venue that shows orders, as values: built on a worker, compared with the one before it
// there, and only the difference handed to the book. Immutable once built; any thread may read it.
#pragma once

#include "orders/order.h"

#include <span>
#include <vector>

namespace orders {

enum class ListKind : unsigned char {
    Pending,   // Tradelab: what is open
    Completed, // Tradelab: what is done
    Open,      // APEX: what is open, in one list
    History,   // one order's revisions
    Single,    // one order's present state
    Event,     // pushed by the venue
    Trades,    // the account's executions
};
[[nodiscard]] QString listName(ListKind kind);

/// A row that could not be read. It is reported and the rest of the list stands.
struct RowWarning
{
    int row = 0; // from 0
    QString reason;
};

/// Where each key stands among rows. A flat table: it is made anew for every reply.
class RowIndex
{
public:
    void reserve(std::size_t rows);
    /// The place of the key; or `place` is entered for it, and returned.
    std::uint32_t enter(const std::vector<OrderPtr> &rows, std::uint32_t place);
    /// nullopt when no row has the key.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::vector<OrderPtr> &rows,
                                                    const OrderKey &key) const;

private:
    [[nodiscard]] std::size_t slotFor(const std::vector<OrderPtr> &rows, const OrderKey &key) const;

    std::vector<std::uint32_t> m_slots; // place + 1; 0 for none. A power of two, at most half full
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
    QByteArray digest; // BLAKE2b-256 of the reply, hex (SHA-256 takes four times as long without hardware)
    RowIndex index;

    [[nodiscard]] OrderPtr find(const OrderKey &key) const;
};

using ListingPtr = std::shared_ptr<const Listing>;

/// Splits twins (equal keys in one reply) by their exchange ids and builds the index. Call once, at the end.
/// Of rows that even these don't tell apart the last one stands, with a warning.
void finishListing(Listing &listing);

/// Lets a listing share the rows that have not changed with the one before it, so that their replies need not
/// be kept; the few that are new get a text of their own. Call before comparing them.
void shareUnchanged(const ListingPtr &before, Listing &listing);

/// What changed from one listing to the next of the same kind; everything, when there was none before.
struct ListingDelta
{
    std::vector<OrderPtr> upserted;
    std::vector<OrderKey> vanished;
};
[[nodiscard]] ListingDelta compareListings(const ListingPtr &before, const Listing &after);

} // namespace orders
