// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_view_model.h"

#include <algorithm>

namespace ui {

using orders::OrderKey;
using orders::OrderPtr;
using namespace std::chrono_literals;

namespace {

// Of one turn of the event loop; laying out and painting come on top.
constexpr base::milliseconds slice{3};
constexpr base::milliseconds betweenSlices{8};

} // namespace

OrderViewModel::OrderViewModel(base::Clock &clock, QObject *parent)
    : OrderTreeModel(clock, parent)
    , m_frame(clock, [this] { takeInFrame(); })
    , m_release(clock,
                [this] {
                    m_isHeld = false;
                    place();
                })
    , m_second(clock, [this] { passSecond(); })
{
}

OrderViewModel::~OrderViewModel() = default;

void OrderViewModel::apply(const orders::BookDiff &diff)
{
    for (const OrderKey &key : diff.removed)
        m_pending.remove(key);
    for (const auto *rows : {&diff.added, &diff.changed}) {
        for (const OrderPtr &order : *rows)
            m_pending.put(order);
    }
    if (!m_frame.isActive())
        takeInFrame();
}

void OrderViewModel::clear()
{
    m_pending.clear();
    for (RowId id = 0; id < m_rows.end(); ++id) {
        if (m_rows[id].order)
            m_pending.remove(m_rows[id].order->key);
    }
    m_marks.clear();
    m_lingering.clear();
    const bool wasHeld = std::exchange(m_isHeld, false);
    takeInFrame();
    m_isHeld = wasHeld;
}

void OrderViewModel::setHeld(bool isHeld)
{
    if (isHeld) {
        m_release.stop();
        m_isHeld = true;
    } else if (m_isHeld) {
        m_release.start(holdAfterRelease);
    }
}

void OrderViewModel::setCancelMark(const OrderKey &key, const CancelMark &mark)
{
    const auto found = m_marks.find(key);
    if (mark.step == CancelStep::None ? found == m_marks.end()
                                      : found != m_marks.end() && found->second == mark)
        return;
    if (mark.step == CancelStep::None)
        m_marks.erase(found);
    else
        m_marks.insert_or_assign(key, mark);
    if (isOver(mark.step))
        m_lingering.push_back(key);
    m_pending.reconsider(key);
    watchTime();
    if (!m_frame.isActive())
        takeInFrame();
}

// Everything that waits, or as much as fits into one turn; then a pause of a frame.
void OrderViewModel::takeInFrame()
{
    if (m_isTakingIn || (m_pending.isEmpty() && m_reviewed == noRow))
        return;
    m_isTakingIn = true;
    const base::MonoTime start = m_clock.monotonic();
    takeInWaiting(start);
    reviewSome(start);
    if (!m_isHeld)
        place();
    announce(std::exchange(m_changed, {}), ColumnId::Tick, ColumnId::Reason);
    announceCounts();
    m_isTakingIn = false;

    const bool isBehind = !m_pending.isEmpty() || m_reviewed != noRow;
    const auto spent = std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - start);
    // A selection of very many rows makes a frame dear: then there are fewer of them.
    m_frame.start(std::max(isBehind ? betweenSlices : frame, 3 * spent));
}

void OrderViewModel::takeInWaiting(base::MonoTime start)
{
    // A first load is cheaper in one piece, and nobody works in an empty table.
    const bool isBulk = m_pending.size() >= m_rows.size();
    if (isBulk)
        m_rows.reserve(m_rows.size() + m_pending.size());
    for (unsigned count = 1; !m_pending.isEmpty(); ++count) {
        takeIn(m_pending.takeFirst());
        if (!isBulk && count % 32 == 0 && m_clock.monotonic() - start > slice)
            return;
    }
}

void OrderViewModel::takeIn(const PendingChanges::Entry &entry)
{
    RowId id = m_rows.find(entry.key);
    std::vector<RowId> moved;
    if (entry.kind == PendingChanges::Kind::Remove) {
        if (id == noRow || m_rows[id].isRemoved)
            return;
        m_matcher.forget(m_rows[id]);
        m_rows.detach(id, moved);
        m_rows[id].isRemoved = true;
        moved.push_back(id);
        markUnplaced(moved);
        return;
    }
    const bool isNew = id == noRow || m_rows[id].isRemoved;
    if (entry.kind == PendingChanges::Kind::Reconsider && isNew)
        return;
    const SortKey keyBefore = isNew ? SortKey() : m_rows[id].sortKey;
    const OrderPtr orderBefore = isNew ? nullptr : m_rows[id].order;
    if (entry.order)
        id = m_rows.put(entry.order, moved);
    reconsider(id, isNew, keyBefore, orderBefore);
    markUnplaced(moved);
}

void OrderViewModel::reconsider(RowId id, bool isNew, const SortKey &keyBefore, const OrderPtr &orderBefore)
{
    OrderRow &row = m_rows[id];
    const bool matchedBefore = row.matches();
    row.hasMark = m_marks.contains(row.order->key);
    const CancelMark &mark = markOf(row);
    row.sortKey = m_ordering.keyOf(*row.order, mark.step);
    m_matcher.consider(row, mark, {m_clock.wall(), m_clock.monotonic()});

    if (isNew || !m_ordering.isSamePlace(keyBefore, *orderBefore, row))
        markUnplaced(id);
    if (matchedBefore != row.matches()) {
        markUnplaced(id);
        if (row.parent != noRow)
            markUnplaced(row.parent);
        if (row.legs)
            markUnplaced(*row.legs);
    }
    if (m_arrangement.isShown(id))
        m_changed.push_back(id);
}

// Time alone changes the answer of a search by age: all rows are asked again, a slice per turn.
void OrderViewModel::reviewSome(base::MonoTime start)
{
    if (m_reviewed == noRow)
        return;
    for (unsigned count = 1; m_reviewed < m_rows.end(); ++m_reviewed, ++count) {
        const OrderRow &row = m_rows[m_reviewed];
        if (row.order && !row.isRemoved)
            reconsider(m_reviewed, false, row.sortKey, row.order);
        if (count % 256 == 0 && m_clock.monotonic() - start > slice) {
            ++m_reviewed;
            return;
        }
    }
    m_reviewed = noRow;
}

void OrderViewModel::reviewAll()
{
    const RowMatcher::Times now{m_clock.wall(), m_clock.monotonic()};
    for (RowId id = 0; id < m_rows.end(); ++id) {
        OrderRow &row = m_rows[id];
        if (row.order && !row.isRemoved)
            m_matcher.consider(row, markOf(row), now);
    }
    for (RowId id = 0; id < m_rows.end(); ++id) {
        if (m_rows[id].order && isWanted(m_rows, id) != m_arrangement.isShown(id))
            markUnplaced(id);
    }
    m_reviewed = noRow;
    place();
    announceAll();
    announceCounts();
}

void OrderViewModel::setFilter(orders::OrderFilter filter)
{
    m_matcher.setFilter(std::move(filter));
    reviewAll();
    watchTime();
}

void OrderViewModel::setCategory(Category category)
{
    if (category == m_matcher.category())
        return;
    m_matcher.setCategory(category);
    reviewAll();
}

void OrderViewModel::markUnplaced(RowId id)
{
    if (!std::exchange(m_rows[id].isUnplaced, true))
        m_unplaced.push_back(id);
}

void OrderViewModel::markUnplaced(const std::vector<RowId> &ids)
{
    for (const RowId id : ids)
        markUnplaced(id);
}

void OrderViewModel::watchTime()
{
    if (!m_second.isActive() && (!m_lingering.empty() || m_matcher.filter().dependsOnTime()))
        m_second.start(1s);
}

void OrderViewModel::passSecond()
{
    std::erase_if(m_lingering, [this](const OrderKey &key) {
        if (RowMatcher::lingers(cancelMark(key), m_clock.monotonic()))
            return false;
        m_pending.reconsider(key);
        return true;
    });
    if (m_matcher.filter().dependsOnTime() && m_reviewed == noRow)
        m_reviewed = 0;
    watchTime();
    if (!m_frame.isActive())
        takeInFrame();
}

void OrderViewModel::place()
{
    if (m_unplaced.empty())
        return;
    m_arrangement.reserve(m_rows.end());
    const RowPlacing placing(m_rows, m_arrangement, m_unplaced);
    Q_EMIT rearrangementStarted();
    cutOff(placing);
    append(placing.arriving());
    change(placing.settled(RowSorter(m_rows, m_ordering)));
    releaseRemoved();
    Q_EMIT rearrangementEnded();
}

// The leaving rows go to the end and leave from there, all at once, however scattered they were.
void OrderViewModel::cutOff(const RowPlacing &placing)
{
    if (placing.leaving().empty())
        return;
    change(placing.leavingLast());
    const std::size_t end = m_arrangement.top().size();
    const std::size_t stay = end - placing.leaving().size();
    beginRemoveRows({}, static_cast<int>(stay), static_cast<int>(end) - 1);
    m_arrangement.truncateTop(stay);
    endRemoveRows();
}

void OrderViewModel::append(const std::vector<RowId> &arriving)
{
    if (arriving.empty())
        return;
    const std::size_t end = m_arrangement.top().size();
    beginInsertRows({}, static_cast<int>(end), static_cast<int>(end + arriving.size()) - 1);
    m_arrangement.appendTop(arriving);
    endInsertRows();
}

void OrderViewModel::change(Rearrangement arrangement)
{
    if (!arrangement.changes(m_arrangement))
        return;
    std::vector<RowId> grown;
    for (const auto &[parent, legs] : arrangement.legs) {
        if (!legs.empty() && !m_arrangement.hasLegs(parent))
            grown.push_back(parent);
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::move(arrangement).commit(m_arrangement);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.push_back(indexFor(rowOf(index), index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);

    QModelIndexList entries;
    for (const RowId id : grown)
        entries.push_back(indexFor(id));
    if (!entries.isEmpty())
        Q_EMIT groupsAppeared(entries);
}

void OrderViewModel::releaseRemoved()
{
    for (const RowId id : std::exchange(m_unplaced, {})) {
        m_rows[id].isUnplaced = false;
        if (m_rows[id].isRemoved)
            m_rows.release(id);
    }
}

void OrderViewModel::sort(int column, Qt::SortOrder order)
{
    const auto columns = orderColumns();
    if (column < 0 || column >= columnCount() ||
        columns[static_cast<std::size_t>(column)].sort == SortKind::None)
        return;
    m_ordering = OrderOrdering(static_cast<ColumnId>(column), order == Qt::DescendingOrder);
    for (RowId id = 0; id < m_rows.end(); ++id) {
        if (m_rows[id].order)
            m_rows[id].sortKey = m_ordering.keyOf(*m_rows[id].order, markOf(m_rows[id]).step);
    }
    place();
    Q_EMIT rearrangementStarted();
    change({RowSorter(m_rows, m_ordering).sorted(m_arrangement.top()), {}});
    Q_EMIT rearrangementEnded();
}

void OrderViewModel::announceCounts()
{
    if (m_countsAnnounced == counts() && m_hiddenAnnounced == hiddenBySearch())
        return;
    m_countsAnnounced = counts();
    m_hiddenAnnounced = hiddenBySearch();
    Q_EMIT countsChanged();
}

} // namespace ui
