// SPDX-License-Identifier: Apache-2.0
// Every order of one account, merged from the venue's lists. It decides what a row is now; it never decides
// what became of a cancel. Each change is handed out as one BookDiff. Engine thread only; no I/O.
#pragma once

#include "orders/listing.h"

#include <QStringList>

#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
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
    OrderBook() = default;
    OrderBook(const OrderBook &) = delete;
    OrderBook &operator=(const OrderBook &) = delete;

    /// Merges one whole list. `delta` is compareListings(previous of this kind, listing).
    /// An order that left the open list stays, "missing since", until a list, a history or an event shows it.
    BookDiff apply(const Listing &listing, const ListingDelta &delta);
    /// What such a list changes for a book that was filled by somebody else's.
    [[nodiscard]] ListingDelta deltaTo(const Listing &listing) const;
    /// Rows that came by themselves at that time: one order's status, which adds no row, or an event, which
    /// may. They hold until a list is at least as new. Not for histories: those name symbols and times in
    /// other ways.
    BookDiff applyRows(std::span<const OrderPtr> rows, ListKind kind, base::MonoTime at);
    /// The venue's book is not ours any more (another account signed in): every row goes.
    BookDiff clear();

    [[nodiscard]] OrderPtr find(const OrderKey &key) const;
    /// What shows the row as it stands: a list, or what came by itself.
    [[nodiscard]] ListKind shownBy(const OrderKey &key) const;
    [[nodiscard]] std::size_t size() const { return m_slots.size(); }
    [[nodiscard]] std::vector<OrderPtr> rows() const;
    /// The rows that stand under this entry.
    [[nodiscard]] std::vector<OrderPtr> legsOf(const OrderKey &parent) const;
    /// The open orders have been read since the book began: before, nobody knows what is linked to a row.
    [[nodiscard]] bool knowsOpenOrders() const { return m_openOrdersBegan.has_value(); }
    /// They have been read since the venue told by itself that this order, or one that took its place, was
    /// cancelled: what took their place since, and was told of in a message of its own, stands among them.
    [[nodiscard]] bool knowsWhatLivesOn(const Order &row) const;
    /// The live rows that this one is linked to: the other of its pair, and what took its place.
    [[nodiscard]] std::vector<OrderPtr> liveLinksOf(const Order &row) const;
    /// The orders whose ticket this one concerns: the other of its pair, and all whose place it took in turn.
    [[nodiscard]] QStringList linkedIdsOf(const Order &row) const;
    /// Every row with this order id, whatever its leg or day.
    [[nodiscard]] std::vector<OrderPtr> withOrderId(const QString &orderId) const;

private:
    /// One order: what each list says of it, what came by itself, and what is shown for it.
    struct Slot
    {
        const OrderKey *key = nullptr; // of this slot; a row of a list may have it with or without the twin
        OrderPtr row;                  // as shown
        OrderPtr open;                 // as the newest open list has it; null where that lacks it
        OrderPtr closed;
        OrderPtr pushed;
        base::MonoTime pushedAt{0};
        ListKind pushedBy = ListKind::Event;
        base::MonoTime cancelToldAt{0}; // by the venue itself; 0 for never
        bool isTouched = false;         // by the change under way
    };
    using Index = std::unordered_multimap<QString, Slot *>;
    // What happens to rows while one reading is merged: each slot once, with the row that it showed before.
    struct Change
    {
        struct Touched
        {
            Slot *slot;
            OrderPtr before;
        };
        std::vector<Touched> touched;
    };

    [[nodiscard]] Slot *findSlot(const Order &row);
    [[nodiscard]] const Slot *findSlot(const Order &row) const;
    [[nodiscard]] Slot &slotFor(const Order &row);
    [[nodiscard]] Slot *slotOf(const OrderKey &listed, OrderPtr Slot::*list);
    void touch(Slot &slot, Change &change);
    void upsert(const OrderPtr &row, OrderPtr Slot::*list, Change &change);
    void vanish(Slot &slot, OrderPtr Slot::*list, const Listing &listing, Change &change);
    void settlePushed(const Listing &listing, Change &change);
    void showListed(Slot &slot);
    void markMissing(Slot &slot, base::WallTime since);
    void show(Slot &slot, const OrderPtr &row);
    void enter(Slot &slot);
    void forget(Slot &slot, const Order &before);
    [[nodiscard]] std::vector<OrderPtr> successorsOf(const Order &row) const;
    void relink(Change &change);
    void relinkGroup(const Index &index, const QString &id, Change &change);
    [[nodiscard]] OrderPtr linked(const OrderPtr &row) const;
    [[nodiscard]] OrderKey parentOf(const Order &row) const;
    [[nodiscard]] BookDiff finish(Change &change);

    std::unordered_map<OrderKey, Slot> m_slots; // a slot keeps its address
    Index m_byOrderId;
    Index m_byBasket;
    Index m_byLeg;                       // a leg may be named after its parent's order id
    Index m_byReplaced;                  // by the order whose place it took
    std::unordered_set<Slot *> m_pushed; // the slots that show what came by itself
    std::optional<base::MonoTime> m_openOrdersBegan;
};

} // namespace orders
