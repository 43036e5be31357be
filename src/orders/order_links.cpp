// SPDX-License-Identifier: Apache-2.0
// How the orders of a book hang together: legs under their entry, pairs, successors. OrderBook asks for it
// after every change.
#include "orders/order_book.h"

#include <algorithm>

namespace orders {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::MonoTime listsLag = 5s; // lifecycle.md R4: what a list says so soon may be old news

bool isEntry(const Order &row)
{
    return row.leg.compare("ENTRY"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

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

std::vector<OrderPtr> OrderBook::liveLinksOf(const Order &row) const
{
    std::vector<OrderPtr> links = successorsOf(row);
    if (!row.pairOrderId.isEmpty()) {
        const auto [first, last] = m_byOrderId.equal_range(row.pairOrderId);
        for (auto at = first; at != last; ++at) {
            const OrderPtr &other = at->second->row;
            if (std::find(links.begin(), links.end(), other) == links.end())
                links.push_back(other);
        }
    }
    std::erase_if(links, [](const OrderPtr &other) { return !other->isAlive(); });
    return links;
}

bool OrderBook::knowsWhatLivesOn(const Order &row) const
{
    const auto isRead = [this](const Order &order) {
        const Slot *slot = findSlot(order);
        if (!slot || slot->cancelToldAt == base::MonoTime(0) || slot->row->isAlive()) // it lives again
            return true;
        // A list that still has it alive may have been made before its end, whenever it was read.
        const bool isListed = slot->open && slot->open->isAlive() &&
                              slot->open->exchangeOrderId == slot->row->exchangeOrderId; // and not its twin
        return slot->cancelToldAt + (isListed ? listsLag : 0s) <= *m_openOrdersBegan;
    };
    if (!m_openOrdersBegan || !isRead(row))
        return false;
    const std::vector<OrderPtr> successors = successorsOf(row);
    return std::all_of(successors.begin(), successors.end(),
                       [&](const OrderPtr &each) { return isRead(*each); });
}

QStringList OrderBook::linkedIdsOf(const Order &row) const
{
    QStringList ids;
    for (QString id = row.replacedOrderId; !id.isEmpty() && !ids.contains(id);) {
        ids << id;
        const auto found = m_byOrderId.find(id);
        id = found == m_byOrderId.end() ? QString() : found->second->row->replacedOrderId;
    }
    if (!row.pairOrderId.isEmpty())
        ids << row.pairOrderId;
    return ids;
}

// What took its place may have been replaced itself.
std::vector<OrderPtr> OrderBook::successorsOf(const Order &row) const
{
    std::vector<OrderPtr> found;
    const auto collect = [&](const QString &id) {
        const auto [first, last] = m_byReplaced.equal_range(id);
        for (auto at = first; at != last; ++at) {
            const OrderPtr &other = at->second->row;
            // Order ids are used again: what took its place came no earlier, and trades the same.
            const bool fits = other->key.day >= row.key.day && other->instrument == row.instrument &&
                              other->side == row.side && other->key != row.key;
            if (fits && std::find(found.begin(), found.end(), other) == found.end())
                found.push_back(other);
        }
    };
    const auto collectAfter = [&](const Order &order) {
        if (!order.orderId.isEmpty())
            collect(order.orderId);
        if (!order.clientOrderId.isEmpty())
            collect(idByClient(order.clientOrderId));
    };
    collectAfter(row);
    for (std::size_t next = 0; next < found.size(); ++next)
        collectAfter(*OrderPtr(found[next]));
    return found;
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

} // namespace orders
