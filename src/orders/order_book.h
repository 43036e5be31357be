// SPDX-License-Identifier: Apache-2.0
// Every order of one account, merged from the venue's lists. It decides what a row is now; it never decides
// what became of a cancel. Each change is handed out as one BookDiff. Engine thread only; no I/O.
#pragma once

#include "orders/listing.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace orders {

/// The rows are the new values; `changed` keys existed before, `added` did not.
struct BookDiff
{
    std::vector<OrderPtr> added;
    std::vector<OrderPtr> changed;
    std::vector<OrderKey> removed;

    [[nodiscard]] bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

class OrderBook
{
public:
    /// Merges one whole list. `delta` is compareListings(previous of this kind, listing).
    /// An order that left the open list stays, "missing since", until a list, a history or an event shows it.
    BookDiff apply(const Listing &listing, const ListingDelta &delta);
    /// Rows that came by themselves: one order's status or history, which add no row, or an event, which may.
    BookDiff applyRows(std::span<const OrderPtr> rows, ListKind kind);
    /// The venue's book is not ours any more (another account signed in): every row goes.
    BookDiff clear();

    [[nodiscard]] OrderPtr find(const OrderKey &key) const;
    [[nodiscard]] std::size_t size() const { return m_slots.size(); }
    [[nodiscard]] std::vector<OrderPtr> rows() const;
    /// The rows that stand under this entry.
    [[nodiscard]] std::vector<OrderPtr> legsOf(const OrderKey &parent) const;
    /// Every row with this order id, whatever its leg or day.
    [[nodiscard]] std::vector<OrderPtr> withOrderId(const QString &orderId) const;

private:
    enum Membership : unsigned char { InNone = 0, InOpenList = 1, InClosedList = 2 };
    struct Slot
    {
        OrderPtr row;
        unsigned char lists = InNone;
    };
    class Change;

    [[nodiscard]] OrderKey keyFor(const OrderPtr &row) const;
    [[nodiscard]] bool accepts(const Slot &slot, const Order &row, ListKind kind) const;
    void upsert(const OrderPtr &row, ListKind kind, Change &change);
    void vanish(const OrderKey &key, const Listing &listing, Change &change);
    void put(Slot &slot, OrderPtr row, Change &change);
    void forget(const Order &row);
    [[nodiscard]] static BookDiff diffOf(const OrderBook &book, Change &change);
    void relink(Change &change);
    [[nodiscard]] OrderPtr linked(const OrderPtr &row) const;
    [[nodiscard]] OrderKey parentOf(const Order &row) const;

    std::unordered_map<OrderKey, Slot> m_slots;
    std::unordered_multimap<QString, OrderKey> m_byOrderId;
    std::unordered_multimap<QString, OrderKey> m_byBasket;
    std::unordered_multimap<QString, OrderKey> m_byLeg; // a leg may be named after its parent's order id
};

} // namespace orders
