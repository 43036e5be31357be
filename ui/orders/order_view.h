// SPDX-License-Identifier: Apache-2.0
// The order table on the screen. The selection is what is ticked, by order and not by place: it outlives
// every refresh and ends when its row leaves the table. It tells the model while a hand is on it, so that no
// row moves under the pointer. It cancels nothing: others ask it for the chosen orders.
#pragma once

#include "ui/orders/hold_watch.h"
#include "ui/orders/order_delegate.h"
#include "ui/orders/order_header.h"
#include "ui/orders/order_view_model.h"

#include <QTreeView>

namespace ui {

class OrderView final : public QTreeView
{
    Q_OBJECT

public:
    OrderView(OrderViewModel &model, base::Clock &clock, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] OrderHeader &columns() { return *m_header; }
    [[nodiscard]] QByteArray saveLayout() const { return m_header->saveLayout(); }
    bool restoreLayout(const QByteArray &layout) { return m_header->restoreLayout(layout); }

    /// In the order of the table. Whoever asks a person first keeps the keys, not the places.
    [[nodiscard]] std::vector<orders::OrderPtr> selectedOrders() const;
    [[nodiscard]] std::vector<orders::OrderKey> selectedKeys() const;
    /// Those of the keys that are shown; the first of them is scrolled to.
    void selectKeys(const std::vector<orders::OrderKey> &keys);
    [[nodiscard]] orders::OrderPtr currentOrder() const;
    /// The chosen rows as lines with tabs, visible columns, C locale.
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;
    /// Every visible row that may be cancelled and that the search itself has found.
    void selectAll() override;

Q_SIGNALS:
    /// The set of chosen orders is another; their values may change without it.
    void selectedOrdersChanged();
    void currentOrderChanged();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followHand(const QEvent &event);
    void toggleTick(const QModelIndex &index);
    void beginRearrangement();
    void endRearrangement();
    void expandNew(const QModelIndexList &entries);
    void passSecond();
    [[nodiscard]] QModelIndexList rowsInSight() const;
    void fitNumbers();
    [[nodiscard]] bool isAlternate(int y) const;
    [[nodiscard]] std::vector<ColumnId> visibleColumns() const;

    OrderViewModel &m_model;
    HoldWatch m_hold; // before the children: each of them is an event
    OrderDelegate *m_delegate;
    OrderHeader *m_header;
    QSet<orders::OrderKey> m_collapsed;
    orders::OrderKey m_currentKey; // as the rearrangement began
    int m_currentPlace = -1;
    std::vector<RowId> m_selectedRows; // while a rearrangement lasts
    bool m_isRearranging = false;
    base::Timer m_second;
    base::Timer m_fit; // soon after what is in sight has changed
};

} // namespace ui
