// SPDX-License-Identifier: Apache-2.0
#include "orders/order_book.h"

#include <unordered_set>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

bool isEntry(const Order &row)
{
    return row.leg.compare("ENTRY"_L1, Qt::CaseInsensitive) == 0;
}

unsigned char membershipOf(ListKind kind, unsigned char open, unsigned char closed)
{
    switch (kind) {
    case ListKind::Pending:
    case ListKind::Open:
        return open;
    case ListKind::Completed:
        return closed;
    case ListKind::History:
    case ListKind::Single:
    case ListKind::Event:
        break;
    }
    return 0;
}

// Two orders under one key: nothing that is fixed at an order's entry agrees, and the exchange ids differ.
bool isOtherOrder(const Order &a, const Order &b)
{
    return a.exchangeOrderId != b.exchangeOrderId && !a.exchangeOrderId.isEmpty() &&
           !b.exchangeOrderId.isEmpty() && !sameFingerprint(a, b);
}

void eraseFrom(std::unordered_multimap<QString, OrderKey> &index, const QString &id, const OrderKey &key)
{
    const auto [first, last] = index.equal_range(id);
    for (auto at = first; at != last; ++at) {
        if (at->second == key) {
            index.erase(at);
            return;
        }
    }
}

} // namespace

// Collects what happens to rows while one reading is merged, each key once.
class OrderBook::Change
{
public:
    std::unordered_set<OrderKey> added;
    std::unordered_set<OrderKey> changed;
    std::vector<OrderKey> removed;
    std::unordered_set<QString> touchedIds; // order and basket ids whose groups must be linked anew
};

BookDiff OrderBook::apply(const Listing &listing, const ListingDelta &delta)
{
    Change change;
    if (m_slots.empty())
        m_slots.reserve(delta.upserted.size());
    for (const OrderPtr &row : delta.upserted)
        upsert(row, listing.kind, change);
    for (const OrderKey &key : delta.vanished)
        vanish(key, listing, change);
    relink(change);
    return diffOf(*this, change);
}

BookDiff OrderBook::applyRows(std::span<const OrderPtr> rows, ListKind kind)
{
    Change change;
    for (const OrderPtr &row : rows) {
        if (m_slots.contains(keyFor(row)) || kind == ListKind::Event)
            upsert(row, kind, change);
    }
    relink(change);
    return diffOf(*this, change);
}

BookDiff OrderBook::diffOf(const OrderBook &book, Change &change)
{
    BookDiff diff;
    diff.removed = std::move(change.removed);
    diff.added.reserve(change.added.size());
    for (const OrderKey &key : change.added)
        diff.added.push_back(book.find(key));
    for (const OrderKey &key : change.changed) {
        if (!change.added.contains(key))
            diff.changed.push_back(book.find(key));
    }
    return diff;
}

BookDiff OrderBook::clear()
{
    BookDiff diff;
    diff.removed.reserve(m_slots.size());
    for (const auto &[key, slot] : m_slots)
        diff.removed.push_back(key);
    m_slots.clear();
    m_byOrderId.clear();
    m_byBasket.clear();
    m_byLeg.clear();
    return diff;
}

OrderPtr OrderBook::find(const OrderKey &key) const
{
    const auto found = m_slots.find(key);
    return found == m_slots.end() ? nullptr : found->second.row;
}

std::vector<OrderPtr> OrderBook::rows() const
{
    std::vector<OrderPtr> all;
    all.reserve(m_slots.size());
    for (const auto &[key, slot] : m_slots)
        all.push_back(slot.row);
    return all;
}

std::vector<OrderPtr> OrderBook::legsOf(const OrderKey &parent) const
{
    std::vector<OrderPtr> legs;
    const OrderPtr entry = find(parent);
    if (!entry)
        return legs;
    const auto collect = [&](const std::unordered_multimap<QString, OrderKey> &index, const QString &id) {
        const auto [first, last] = index.equal_range(id);
        for (auto at = first; at != last; ++at) {
            const OrderPtr row = find(at->second);
            if (row && row->parent == parent && std::find(legs.begin(), legs.end(), row) == legs.end())
                legs.push_back(row);
        }
    };
    collect(m_byOrderId, entry->orderId);
    if (!entry->basketId.isEmpty())
        collect(m_byBasket, entry->basketId);
    return legs;
}

std::vector<OrderPtr> OrderBook::withOrderId(const QString &orderId) const
{
    std::vector<OrderPtr> result;
    const auto [first, last] = m_byOrderId.equal_range(orderId);
    for (auto at = first; at != last; ++at)
        result.push_back(find(at->second));
    return result;
}

OrderKey OrderBook::keyFor(const OrderPtr &row) const
{
    OrderKey key = row->key;
    const auto found = m_slots.find(key);
    const bool isTwin = found != m_slots.end() && isOtherOrder(*found->second.row, *row);
    if (isTwin || (found == m_slots.end() && key.twin.isEmpty())) {
        // The same order may be known under its twin key from an earlier reply.
        OrderKey twin = key;
        twin.twin = row->exchangeOrderId;
        if (isTwin || m_slots.contains(twin))
            return twin;
    }
    return key;
}

bool OrderBook::accepts(const Slot &slot, const Order &row, ListKind kind) const
{
    const MarkerOrder order = compareMarkers(row.marker, slot.row->marker);
    switch (kind) {
    case ListKind::Completed:
        return order != MarkerOrder::Older;
    case ListKind::Pending:
    case ListKind::Open:
        // What the closed list shows is over, unless the venue itself says that this is newer.
        return (slot.lists & InClosedList) == 0 ||
               (order == MarkerOrder::Newer && !row.marker.reference.isEmpty());
    case ListKind::History:
    case ListKind::Single:
    case ListKind::Event:
        return order != MarkerOrder::Older;
    }
    Q_UNREACHABLE();
}

void OrderBook::upsert(const OrderPtr &row, ListKind kind, Change &change)
{
    const OrderKey key = keyFor(row);
    const unsigned char list = membershipOf(kind, InOpenList, InClosedList);
    const auto [at, isNew] = m_slots.try_emplace(key);
    Slot &slot = at->second;
    if (!isNew && !accepts(slot, *row, kind)) {
        slot.lists |= list;
        return;
    }
    slot.lists |= list;

    OrderPtr value = row;
    if (value->key != key) {
        auto twin = std::make_shared<Order>(*row);
        twin->key = key;
        value = std::move(twin);
    }
    if (isNew) {
        m_byOrderId.emplace(value->orderId, key);
        if (!value->basketId.isEmpty())
            m_byBasket.emplace(value->basketId, key);
        if (!value->leg.isEmpty())
            m_byLeg.emplace(value->leg, key);
        change.added.insert(key);
        slot.row = std::move(value);
    } else {
        put(slot, std::move(value), change);
    }
    change.touchedIds.insert(slot.row->orderId);
    if (!slot.row->basketId.isEmpty())
        change.touchedIds.insert(slot.row->basketId);
}

void OrderBook::vanish(const OrderKey &key, const Listing &listing, Change &change)
{
    auto at = m_slots.find(key);
    if (at == m_slots.end())
        return;
    Slot &slot = at->second;
    slot.lists &= static_cast<unsigned char>(~membershipOf(listing.kind, InOpenList, InClosedList));
    if (slot.lists != InNone)
        return;
    if (slot.row->isAlive()) {
        auto missing = std::make_shared<Order>(*slot.row);
        missing->missingSince = listing.endedAt;
        put(slot, std::move(missing), change);
        return;
    }
    change.removed.push_back(key);
    change.touchedIds.insert(slot.row->orderId);
    forget(*slot.row);
    m_slots.erase(at);
}

void OrderBook::forget(const Order &row)
{
    eraseFrom(m_byOrderId, row.orderId, row.key);
    eraseFrom(m_byBasket, row.basketId, row.key);
    eraseFrom(m_byLeg, row.leg, row.key);
}

void OrderBook::put(Slot &slot, OrderPtr row, Change &change)
{
    if (slot.row->basketId != row->basketId) {
        eraseFrom(m_byBasket, slot.row->basketId, row->key);
        if (!row->basketId.isEmpty())
            m_byBasket.emplace(row->basketId, row->key);
    }
    change.changed.insert(row->key);
    slot.row = std::move(row);
}

void OrderBook::relink(Change &change)
{
    for (const QString &id : change.touchedIds) {
        for (const auto *index : {&m_byOrderId, &m_byBasket, &m_byLeg}) {
            const auto [first, last] = index->equal_range(id);
            for (auto at = first; at != last; ++at) {
                Slot &slot = m_slots.at(at->second);
                const OrderPtr row = linked(slot.row);
                if (row != slot.row) {
                    change.changed.insert(row->key);
                    slot.row = row;
                }
            }
        }
    }
}

OrderPtr OrderBook::linked(const OrderPtr &row) const
{
    if (row->leg.isEmpty() && !row->parent.isValid() && row->effect == Effect::Cancel)
        return row;
    const OrderKey parent = parentOf(*row);
    const Effect effect = effectOf(*row, !row->leg.isEmpty() && m_byOrderId.contains(row->leg));
    if (row->parent == parent && row->effect == effect)
        return row;
    auto copy = std::make_shared<Order>(*row);
    copy->parent = parent;
    copy->effect = effect;
    return copy;
}

OrderKey OrderBook::parentOf(const Order &row) const
{
    if (row.leg.isEmpty() || isEntry(row))
        return {};
    const auto entryIn = [&](const std::unordered_multimap<QString, OrderKey> &index, const QString &id) {
        const auto [first, last] = index.equal_range(id);
        for (auto at = first; at != last; ++at) {
            const OrderPtr other = find(at->second);
            if (isEntry(*other) && other->key.day == row.key.day)
                return other->key;
        }
        return OrderKey();
    };
    const OrderKey byId = entryIn(m_byOrderId, row.orderId);
    if (byId.isValid() || row.basketId.isEmpty())
        return byId;
    return entryIn(m_byBasket, row.basketId);
}

} // namespace orders
