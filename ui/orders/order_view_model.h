// SPDX-License-Identifier: Apache-2.0
// The one model of the order table: a tree of entries and their legs, sorted, searched and by category, fed
// with the differences of any number of books. It takes changes in once a frame, never resets, and keeps
// every index that somebody holds, so that a selection outlives all but the row itself. It asks no broker and
// decides nothing.
#pragma once

#include "orders/order_book.h"
#include "ui/orders/order_tree_model.h"
#include "ui/orders/pending_changes.h"
#include "ui/orders/row_matcher.h"
#include "ui/orders/row_placing.h"

namespace ui {

class OrderViewModel final : public OrderTreeModel
{
    Q_OBJECT

public:
    static constexpr base::milliseconds frame{33};
    static constexpr base::milliseconds holdAfterRelease{400};

    explicit OrderViewModel(base::Clock &clock, QObject *parent = nullptr);
    ~OrderViewModel() override;

    /// What a book has become. Shown at once when nothing is waiting, else with the next frame.
    void apply(const orders::BookDiff &diff);
    void clear();

    void setFilter(orders::OrderFilter filter);
    [[nodiscard]] const orders::OrderFilter &filter() const { return m_matcher.filter(); }
    void setCategory(Category category);
    [[nodiscard]] Category category() const { return m_matcher.category(); }
    /// Of every category, whatever the search says.
    [[nodiscard]] const CategoryCounts &counts() const { return m_matcher.counts(); }
    /// Rows of the open category that the search leaves out: "The filter hides 12 orders".
    [[nodiscard]] int hiddenBySearch() const { return m_matcher.hiddenBySearch(); }

    /// While a button or key is held, and for a moment after, rows stay where they are; values still change.
    void setHeld(bool isHeld);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

    /// What a cancel of ours is doing; CancelStep::None takes the mark away. May come before the order does.
    void setCancelMark(const orders::OrderKey &key, const CancelMark &mark);

    [[nodiscard]] ColumnId sortColumn() const { return m_ordering.column(); }
    [[nodiscard]] bool isSortDescending() const { return m_ordering.isDescending(); }
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void countsChanged();
    /// Around each change of what is shown where.
    void rearrangementStarted();
    void rearrangementEnded();
    /// These rows have legs under them now and had none.
    void groupsAppeared(const QModelIndexList &entries);

private:
    void takeInFrame();
    void takeInWaiting(base::MonoTime start);
    void takeIn(const PendingChanges::Entry &entry);
    void reconsider(RowId id, bool isNew, const SortKey &keyBefore, const orders::OrderPtr &orderBefore);
    void reviewSome(base::MonoTime start);
    void reviewAll();
    void markUnplaced(RowId id);
    void markUnplaced(const std::vector<RowId> &ids);
    void watchTime();
    void passSecond();

    void place();
    void cutOff(const RowPlacing &placing);
    void append(const std::vector<RowId> &arriving);
    void change(Rearrangement arrangement);
    void releaseRemoved();
    void announceCounts();

    OrderOrdering m_ordering{ColumnId::Time, true};
    RowMatcher m_matcher;
    PendingChanges m_pending;
    std::vector<RowId> m_unplaced;
    std::vector<RowId> m_changed; // shown rows whose words have changed in this frame
    std::vector<orders::OrderKey> m_lingering;
    CategoryCounts m_countsAnnounced;
    int m_hiddenAnnounced = 0;
    RowId m_reviewed = noRow; // rows below this have been asked again whether they match, as time has passed
    bool m_isHeld = false;
    bool m_isTakingIn = false;
    base::Timer m_frame;
    base::Timer m_release;
    base::Timer m_second;
};

} // namespace ui
