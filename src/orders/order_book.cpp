// SPDX-License-Identifier: Apache-2.0
#include "orders/order_book.h"

#include <algorithm>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

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

// Events may come in any order: what is over lives again only where the venue's own marker says so.
bool isOldNews(const Order &row, const Order &known)
{
    if (compareMarkers(row.marker, known.marker) == MarkerOrder::Older)
        return true;
    return row.isAlive() && !known.isAlive() && !isMarkedNewer(row, known);
}

} // namespace

BookDiff OrderBook::apply(const Listing &listing, const ListingDelta &delta)
{
    OrderPtr Slot::*const list = listing.kind == ListKind::Completed ? &Slot::closed : &Slot::open;
    if (listing.kind != ListKind::Completed)
        m_openOrdersBegan = std::max(m_openOrdersBegan.value_or(listing.began), listing.began);
    Change change;
    change.touched.reserve(delta.upserted.size() + delta.vanished.size());
    if (m_slots.empty()) {
        m_slots.reserve(delta.upserted.size());
        m_byOrderId.reserve(delta.upserted.size());
    }
    std::vector<std::pair<Slot *, OrderPtr>> before; // what had these keys in the list
    for (const OrderPtr &row : delta.upserted) {
        if (Slot *slot = slotOf(row->key, list); slot && slot->*list != row)
            before.emplace_back(slot, slot->*list);
        upsert(row, list, change);
    }
    for (const auto &[slot, listed] : before) {
        if (slot->*list == listed) // the id is used again, and another order stands there now
            vanish(*slot, list, listing, change);
    }
    for (const OrderKey &key : delta.vanished) {
        if (Slot *slot = slotOf(key, list))
            vanish(*slot, list, listing, change);
    }
    if (!m_pushed.empty())
        settlePushed(listing, change);
    return finish(change);
}

ListingDelta OrderBook::deltaTo(const Listing &listing) const
{
    OrderPtr Slot::*const list = listing.kind == ListKind::Completed ? &Slot::closed : &Slot::open;
    ListingDelta delta{listing.rows, {}};
    for (const auto &[key, slot] : m_slots) {
        if (slot.*list && !listing.find((slot.*list)->key))
            delta.vanished.push_back((slot.*list)->key);
    }
    return delta;
}

BookDiff OrderBook::applyRows(std::span<const OrderPtr> rows, ListKind kind, base::MonoTime at)
{
    Change change;
    for (const OrderPtr &row : rows) {
        const Slot *known = findSlot(*row);
        if (known ? isOldNews(*row, *known->row) : kind != ListKind::Event)
            continue;
        Slot &slot = slotFor(*row);
        touch(slot, change);
        slot.pushed = row;
        slot.pushedAt = at;
        slot.pushedBy = kind;
        if (kind == ListKind::Event && row->state == OrderState::Cancelled)
            slot.cancelToldAt = at;
        m_pushed.insert(&slot);
        show(slot, row);
    }
    return finish(change);
}

BookDiff OrderBook::clear()
{
    BookDiff diff;
    diff.removed.reserve(m_slots.size());
    m_pushed.clear();
    m_openOrdersBegan.reset();
    for (const auto &[key, slot] : m_slots)
        diff.removed.push_back(key);
    m_slots.clear();
    m_byOrderId.clear();
    m_byBasket.clear();
    m_byLeg.clear();
    m_byReplaced.clear();
    return diff;
}

OrderPtr OrderBook::find(const OrderKey &key) const
{
    const auto found = m_slots.find(key);
    return found == m_slots.end() ? nullptr : found->second.row;
}

ListKind OrderBook::shownBy(const OrderKey &key) const
{
    const auto found = m_slots.find(key);
    if (found == m_slots.end() || !found->second.row)
        return ListKind::Pending;
    const Slot &slot = found->second;
    if (slot.pushed && slot.row->state == slot.pushed->state)
        return slot.pushedBy;
    return slot.closed && slot.row->state == slot.closed->state ? ListKind::Completed : ListKind::Pending;
}

std::vector<OrderPtr> OrderBook::rows() const
{
    std::vector<OrderPtr> all;
    all.reserve(m_slots.size());
    for (const auto &[key, slot] : m_slots)
        all.push_back(slot.row);
    return all;
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
    return const_cast<Slot *>(std::as_const(*this).findSlot(row));
}

const OrderBook::Slot *OrderBook::findSlot(const Order &row) const
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
    if (!slot.pushed)
        showListed(slot);
}

void OrderBook::showListed(Slot &slot)
{
    // What the closed list shows is over, unless the venue itself says that the open row is newer.
    const bool isReopened = slot.open && slot.closed && isMarkedNewer(*slot.open, *slot.closed);
    show(slot, slot.closed && !isReopened ? slot.closed : slot.open);
}

void OrderBook::vanish(Slot &slot, OrderPtr Slot::*list, const Listing &listing, Change &change)
{
    touch(slot, change);
    (slot.*list).reset();
    if (slot.pushed)
        return; // settled after the lists
    if (slot.open || slot.closed)
        return show(slot, slot.closed ? slot.closed : slot.open);
    if (slot.row->isAlive())
        markMissing(slot, listing.endedAt);
    else
        slot.row.reset();
}

void OrderBook::markMissing(Slot &slot, base::WallTime since)
{
    auto missing = std::make_shared<Order>(*slot.row);
    missing->missingSince = since;
    slot.row = std::move(missing);
}

// What came by itself gives way to a list that was asked for after it, unless the venue marks it as newer. A
// list that lacks the order takes back that it is alive, and never that it is over.
void OrderBook::settlePushed(const Listing &listing, Change &change)
{
    OrderPtr Slot::*const list = listing.kind == ListKind::Completed ? &Slot::closed : &Slot::open;
    for (auto at = m_pushed.begin(); at != m_pushed.end();) {
        Slot &slot = **at;
        const OrderPtr &listed = slot.*list;
        const bool isLater = listing.began > slot.pushedAt;
        const bool givesWay = listed && (isLater ? !isMarkedNewer(*slot.pushed, *listed)
                                                 : isMarkedNewer(*listed, *slot.pushed));
        const bool isLost = !listed && isLater && list == &Slot::open && slot.pushed->isAlive();
        if (!givesWay && !isLost) {
            ++at;
            continue;
        }
        touch(slot, change);
        slot.pushed.reset();
        at = m_pushed.erase(at);
        if (slot.open || slot.closed)
            showListed(slot);
        else
            markMissing(slot, listing.endedAt);
    }
}

// Gives the slot this row, and the indexes what they need to find it.
void OrderBook::show(Slot &slot, const OrderPtr &row)
{
    const bool isNew = !slot.row;
    const bool isEntered =
        !isNew && slot.row->basketId == row->basketId && slot.row->replacedOrderId == row->replacedOrderId;
    if (!isNew && !isEntered)
        forget(slot, *slot.row);
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
    if (!slot.row->replacedOrderId.isEmpty())
        m_byReplaced.emplace(slot.row->replacedOrderId, &slot);
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
    eraseFrom(m_byReplaced, before.replacedOrderId);
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
        if (!slot->row) {
            m_pushed.erase(slot);
            m_slots.erase(m_slots.find(*slot->key));
        }
    }
    return diff;
}

} // namespace orders
