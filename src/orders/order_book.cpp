// SPDX-License-Identifier: Apache-2.0
#include "orders/order_book.h"

#include <algorithm>
#include <unordered_set>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

bool isEntry(const Order &row)
{
    return row.leg.compare("ENTRY"_L1, Qt::CaseInsensitive) == 0;
}

// Two orders under one key: nothing that is fixed at an order's entry agrees, and the exchange ids differ.
bool isOtherOrder(const Order &a, const Order &b)
{
    return a.exchangeOrderId != b.exchangeOrderId && !a.exchangeOrderId.isEmpty() &&
           !b.exchangeOrderId.isEmpty() && !sameFingerprint(a, b);
}

// By the venue's own reckoning. Where one of the two has none, nothing says so.
bool isMarkedNewer(const Order &a, const Order &b)
{
    return !a.marker.reference.isEmpty() && !b.marker.reference.isEmpty() &&
           compareMarkers(a.marker, b.marker) == MarkerOrder::Newer;
}

} // namespace

// What happens to rows while one reading is merged: each slot once, with the row that it showed before.
struct OrderBook::Change
{
    struct Touched
    {
        Slot *slot;
        OrderPtr before;
    };
    std::vector<Touched> touched;
};

BookDiff OrderBook::apply(const Listing &listing, const ListingDelta &delta)
{
    OrderPtr Slot::*const list = listing.kind == ListKind::Completed ? &Slot::closed : &Slot::open;
    Change change;
    change.touched.reserve(delta.upserted.size() + delta.vanished.size());
    if (m_slots.empty()) {
        m_slots.reserve(delta.upserted.size());
        m_byOrderId.reserve(delta.upserted.size());
    }
    for (const OrderPtr &row : delta.upserted)
        upsert(row, list, change);
    for (const OrderKey &key : delta.vanished)
        vanish(key, list, listing.endedAt, change);
    return finish(change);
}

BookDiff OrderBook::applyRows(std::span<const OrderPtr> rows, ListKind kind)
{
    Change change;
    for (const OrderPtr &row : rows) {
        const Slot *known = findSlot(*row);
        if (known ? compareMarkers(row->marker, known->row->marker) == MarkerOrder::Older
                  : kind != ListKind::Event)
            continue;
        Slot &slot = slotFor(*row);
        touch(slot, change);
        slot.pushed = row;
        show(slot, row);
    }
    return finish(change);
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
    const auto collect = [&](const Index &index, const QString &id) {
        const auto [first, last] = index.equal_range(id);
        for (auto at = first; at != last; ++at) {
            const OrderPtr &row = at->second->row;
            if (row->parent == parent && std::find(legs.begin(), legs.end(), row) == legs.end())
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
        result.push_back(at->second->row);
    return result;
}

// The slot of that order. Twins come and go from reply to reply, and with them the twin in a row's key: an
// order keeps the key that it was first shown under.
OrderBook::Slot *OrderBook::findSlot(const Order &row)
{
    const auto exact = m_slots.find(row.key);
    if (exact != m_slots.end() && !isOtherOrder(*exact->second.row, row))
        return &exact->second;
    OrderKey other = row.key;
    other.twin = row.key.twin.isEmpty() ? row.exchangeOrderId : QString();
    const auto found = m_slots.find(other);
    const bool isIt = found != m_slots.end() && found->second.row->exchangeOrderId == row.exchangeOrderId;
    return isIt ? &found->second : nullptr;
}

OrderBook::Slot &OrderBook::slotFor(const Order &row)
{
    if (Slot *slot = findSlot(row))
        return *slot;
    auto [at, isNew] = m_slots.try_emplace(row.key);
    if (!isNew) {
        OrderKey twin = row.key;
        twin.twin = row.exchangeOrderId;
        at = m_slots.try_emplace(twin).first;
    }
    at->second.key = &at->first;
    return at->second;
}

// The slot whose row in that list has this key.
OrderBook::Slot *OrderBook::slotOf(const OrderKey &listed, OrderPtr Slot::*list)
{
    const auto isIt = [&](const Slot &slot) { return slot.*list && (slot.*list)->key == listed; };
    const auto exact = m_slots.find(listed);
    if (exact != m_slots.end() && isIt(exact->second))
        return &exact->second;
    const auto [first, last] = m_byOrderId.equal_range(listed.orderId);
    const auto found = std::find_if(first, last, [&](const auto &each) { return isIt(*each.second); });
    return found == last ? nullptr : found->second;
}

void OrderBook::touch(Slot &slot, Change &change)
{
    if (slot.isTouched)
        return;
    slot.isTouched = true;
    change.touched.push_back({&slot, slot.row});
}

void OrderBook::upsert(const OrderPtr &row, OrderPtr Slot::*list, Change &change)
{
    Slot &slot = slotFor(*row);
    touch(slot, change);
    slot.*list = row;
    if (slot.pushed && !isMarkedNewer(*slot.pushed, *row))
        slot.pushed.reset();
    if (slot.pushed)
        return show(slot, slot.pushed);
    // What the closed list shows is over, unless the venue itself says that the open row is newer.
    const bool isReopened = slot.open && slot.closed && isMarkedNewer(*slot.open, *slot.closed);
    show(slot, slot.closed && !isReopened ? slot.closed : slot.open);
}

void OrderBook::vanish(const OrderKey &listed, OrderPtr Slot::*list, base::WallTime since, Change &change)
{
    Slot *slot = slotOf(listed, list);
    if (!slot)
        return;
    touch(*slot, change);
    (slot->*list).reset();
    if (slot->open || slot->closed) {
        if (!slot->pushed)
            show(*slot, slot->closed ? slot->closed : slot->open);
        return;
    }
    slot->pushed.reset();
    if (slot->row->isAlive()) {
        auto missing = std::make_shared<Order>(*slot->row);
        missing->missingSince = since;
        slot->row = std::move(missing);
    } else {
        slot->row.reset();
    }
}

// Gives the slot this row, and the indexes what they need to find it.
void OrderBook::show(Slot &slot, const OrderPtr &row)
{
    const bool isNew = !slot.row;
    if (!isNew && slot.row->basketId != row->basketId)
        forget(slot, *slot.row);
    const bool isEntered = !isNew && slot.row->basketId == row->basketId;
    if (row->key == *slot.key) {
        slot.row = row;
    } else {
        auto renamed = std::make_shared<Order>(*row);
        renamed->key = *slot.key;
        slot.row = std::move(renamed);
    }
    if (!isEntered)
        enter(slot);
}

void OrderBook::enter(Slot &slot)
{
    m_byOrderId.emplace(slot.row->orderId, &slot);
    if (!slot.row->basketId.isEmpty())
        m_byBasket.emplace(slot.row->basketId, &slot);
    if (!slot.row->leg.isEmpty())
        m_byLeg.emplace(slot.row->leg, &slot);
}

void OrderBook::forget(Slot &slot, const Order &before)
{
    const auto eraseFrom = [&slot](Index &index, const QString &id) {
        const auto [first, last] = index.equal_range(id);
        const auto found = std::find_if(first, last, [&](const auto &each) { return each.second == &slot; });
        if (found != last)
            index.erase(found);
    };
    eraseFrom(m_byOrderId, before.orderId);
    eraseFrom(m_byBasket, before.basketId);
    eraseFrom(m_byLeg, before.leg);
}

// Parents and effects follow from other rows: after a change they are found anew for all who may be
// concerned.
void OrderBook::relink(Change &change)
{
    std::unordered_set<QString> ids;
    std::unordered_set<QString> baskets;
    const std::size_t count = change.touched.size(); // what is added below is linked already
    for (std::size_t i = 0; i < count; ++i) {
        const OrderPtr before = change.touched[i].before;
        const OrderPtr now = change.touched[i].slot->row;
        const OrderPtr &row = now ? now : before;
        if (!now || !before)
            relinkGroup(m_byLeg, row->orderId, change);
        // A row without a leg stands alone.
        if (!row->leg.isEmpty() || row->effect != Effect::Cancel)
            ids.insert(row->orderId);
        for (const OrderPtr &each : {now, before}) {
            if (each && !each->leg.isEmpty() && !each->basketId.isEmpty())
                baskets.insert(each->basketId);
        }
    }
    for (const QString &id : ids)
        relinkGroup(m_byOrderId, id, change);
    for (const QString &id : baskets)
        relinkGroup(m_byBasket, id, change);
}

void OrderBook::relinkGroup(const Index &index, const QString &id, Change &change)
{
    const auto [first, last] = index.equal_range(id);
    for (auto at = first; at != last; ++at) {
        Slot &slot = *at->second;
        OrderPtr row = linked(slot.row);
        if (row == slot.row)
            continue;
        touch(slot, change);
        slot.row = std::move(row);
    }
}

OrderPtr OrderBook::linked(const OrderPtr &row) const
{
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
    // Where several entries would do, none is known to be the one.
    const auto onlyEntryIn = [&row](const Index &index, const QString &id) {
        OrderKey key;
        const auto [first, last] = index.equal_range(id);
        for (auto at = first; at != last; ++at) {
            const Order &other = *at->second->row;
            if (!isEntry(other) || other.key.day != row.key.day)
                continue;
            if (key.isValid())
                return OrderKey();
            key = other.key;
        }
        return key;
    };
    const OrderKey byId = onlyEntryIn(m_byOrderId, row.orderId);
    if (byId.isValid() || row.basketId.isEmpty())
        return byId;
    return onlyEntryIn(m_byBasket, row.basketId);
}

BookDiff OrderBook::finish(Change &change)
{
    for (const auto &[slot, before] : change.touched) {
        if (!slot->row && before)
            forget(*slot, *before);
    }
    relink(change);

    BookDiff diff;
    for (const auto &[slot, before] : change.touched) {
        slot->isTouched = false;
        if (!before && slot->row)
            diff.added.push_back(slot->row);
        else if (slot->row && slot->row != before && !sameContent(*before, *slot->row))
            diff.changed.push_back(slot->row);
        else if (!slot->row && before)
            diff.removed.push_back(*slot->key);
        if (!slot->row)
            m_slots.erase(m_slots.find(*slot->key));
    }
    return diff;
}

} // namespace orders
