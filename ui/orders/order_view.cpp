// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_view.h"

#include "ui/orders/selected_orders.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int legIndent = 18;
constexpr base::milliseconds fitPause{50};

bool isTick(const QModelIndex &index)
{
    return index.column() == columnNumber(ColumnId::Tick);
}

} // namespace

OrderView::OrderView(OrderViewModel &model, base::Clock &clock, const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new OrderDelegate(model, theme, this))
    , m_header(new OrderHeader(theme, this))
    , m_second(clock, [this] { passSecond(); })
    , m_fit(clock, [this] { fitNumbers(); })
{
    setObjectName(u"orderTable"_s);
    setAccessibleName(tr("Orders"));
    setModel(&model);
    setHeader(m_header);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setRootIsDecorated(false);
    setIndentation(legIndent);
    setTreePosition(columnNumber(ColumnId::Status));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setMouseTracking(false);
    setTheme(theme);

    m_header->resetLayout();
    setSortingEnabled(true); // sorts by the header's own column at once

    connect(&model, &OrderViewModel::rearrangementStarted, this, &OrderView::beginRearrangement);
    connect(&model, &OrderViewModel::rearrangementEnded, this, &OrderView::endRearrangement);
    connect(&model, &OrderViewModel::groupsAppeared, this, &OrderView::expandNew);
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_collapsed.insert(m_model.orderAt(index)->key); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_collapsed.remove(m_model.orderAt(index)->key); });
    m_second.start(1s);
}

void OrderView::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_header->setTheme(theme);
    setFont(theme.font);
    setPalette(paletteOf(theme));
    viewport()->update();
}

std::vector<orders::OrderPtr> OrderView::selectedOrders() const
{
    return ordersOf(m_model, selectionModel()->selection());
}

std::vector<orders::OrderKey> OrderView::selectedKeys() const
{
    std::vector<orders::OrderKey> keys;
    for (const orders::OrderPtr &order : selectedOrders())
        keys.push_back(order->key);
    return keys;
}

void OrderView::selectKeys(const std::vector<orders::OrderKey> &keys)
{
    QItemSelection selection;
    QModelIndex first;
    for (const orders::OrderKey &key : keys) {
        const QModelIndex index = m_model.indexOf(key);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        scrollTo(first);
    }
}

orders::OrderPtr OrderView::currentOrder() const
{
    return m_model.orderAt(currentIndex());
}

QString OrderView::selectedText() const
{
    return tableText(selectedOrders(), visibleColumns());
}

void OrderView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

// Rows that are there for their entry's or leg's sake are left out: the person has not asked for them.
void OrderView::selectAll()
{
    QItemSelection selection;
    const auto addRuns = [&](const QModelIndex &parent) {
        int first = -1;
        const int end = m_model.rowCount(parent);
        for (int row = 0; row <= end; ++row) {
            const RowFacts facts = row < end ? m_model.factsAt(m_model.index(row, 0, parent)) : RowFacts();
            const bool isChosen = facts.order && facts.order->isCancellable() && !facts.isContext &&
                                  !isOnItsWay(facts.mark.step);
            if (isChosen && first < 0)
                first = row;
            if (!isChosen && first >= 0) {
                selection.append(
                    QItemSelectionRange(m_model.index(first, 0, parent),
                                        m_model.index(row - 1, m_model.columnCount() - 1, parent)));
                first = -1;
            }
        }
    };
    addRuns({});
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex entry = m_model.index(row, 0);
        if (m_model.hasChildren(entry) && isExpanded(entry))
            addRuns(entry);
    }
    {
        // Qt compares each old range with each new one: seconds, for thousands of them.
        const QSignalBlocker quiet(selectionModel());
        selectionModel()->select(QItemSelection(), QItemSelectionModel::Clear);
    }
    selectionModel()->select(selection, QItemSelectionModel::Select);
}

void OrderView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowFacts row = m_model.factsAt(index);
    const bool isChosen = selectionModel()->isSelected(index);
    const QRect whole(0, option.rect.top(), viewport()->width(), option.rect.height());
    m_delegate->paintRow(*painter, whole, row, isChosen, isAlternate(option.rect.top()));

    QStyleOptionViewItem cell = option;
    cell.state.setFlag(QStyle::State_Selected, isChosen);
    const bool isOpen = row.legCount > 0 && isExpanded(index);
    for (int section = 0; section < m_header->count(); ++section) {
        const int left = columnViewportPosition(section);
        const int width = columnWidth(section);
        if (width == 0 || left + width < 0 || left > viewport()->width())
            continue;
        cell.rect = QRect(left, option.rect.top(), width, option.rect.height());
        if (section == columnNumber(ColumnId::Status) && row.isLeg)
            cell.rect.adjust(isRightToLeft() ? 0 : legIndent, 0, isRightToLeft() ? -legIndent : 0, 0);
        m_delegate->paintCell(*painter, cell, row, static_cast<ColumnId>(section), isOpen);
    }
    if (hasFocus() && currentIndex().isValid() &&
        currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0)) {
        painter->setPen(m_delegate->theme().accent);
        painter->drawRect(whole.adjusted(0, 0, -1, -1));
    }
}

QItemSelectionModel::SelectionFlags OrderView::selectionCommand(const QModelIndex &index,
                                                                const QEvent *event) const
{
    const auto *mouse = dynamic_cast<const QMouseEvent *>(event);
    if (!mouse || !index.isValid() || !isTick(index) || mouse->modifiers().testFlag(Qt::ShiftModifier))
        return QTreeView::selectionCommand(index, event);
    // A click on a box changes that box and no other; drawn over more boxes it does the same to them.
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton)
        return QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
    if (event->type() == QEvent::MouseMove)
        return QItemSelectionModel::ToggleCurrent | QItemSelectionModel::Rows;
    if (event->type() == QEvent::MouseButtonRelease)
        return QItemSelectionModel::NoUpdate;
    return QTreeView::selectionCommand(index, event);
}

void OrderView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // Qt works out the rectangle of each of perhaps thousands of ranges; a table is painted sooner as a
    // whole.
    if (QAccessible::isActive())
        QTreeView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT selectedOrdersChanged();
}

// The book moves rows; only a person moves the table to another place.
void OrderView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    const bool wasScrolling = hasAutoScroll();
    setAutoScroll(wasScrolling && !m_isRearranging);
    QTreeView::currentChanged(current, previous);
    setAutoScroll(wasScrolling);
    viewport()->update();
    if (!m_isRearranging)
        Q_EMIT currentOrderChanged();
}

bool OrderView::viewportEvent(QEvent *event)
{
    followHand(*event);
    return QTreeView::viewportEvent(event);
}

bool OrderView::event(QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        followHand(*event);
    return QTreeView::event(event);
}

void OrderView::followHand(const QEvent &event)
{
    if (m_hold.follow(event))
        m_model.setHeld(m_hold.isHeld());
}

void OrderView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isGroup = index.isValid() && m_model.hasChildren(index.siblingAtColumn(0));
    if (isGroup && index.column() == columnNumber(ColumnId::Leg) && event->button() == Qt::LeftButton &&
        event->modifiers() == Qt::NoModifier) {
        const QModelIndex entry = index.siblingAtColumn(0);
        setExpanded(entry, !isExpanded(entry));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void OrderView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat())
            toggleTick(currentIndex());
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void OrderView::toggleTick(const QModelIndex &index)
{
    if (index.isValid())
        selectionModel()->select(index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void OrderView::beginRearrangement()
{
    m_isRearranging = true;
    const QModelIndex current = currentIndex();
    const orders::OrderPtr order = m_model.orderAt(current);
    m_currentKey = order ? order->key : orders::OrderKey();
    m_currentPlace = current.parent().isValid() ? current.parent().row() : current.row();
    // The selection is taken off and put on again. Qt's own way takes a tenth of a second for 100,000 rows,
    // and where all rows are selected it keeps their numbers instead of the rows: others would come to be
    // selected.
    m_selectedRows = m_model.rowsOf(selectionModel()->selection());
    const QSignalBlocker quiet(selectionModel());
    selectionModel()->select(QItemSelection(), QItemSelectionModel::Clear);
}

// The current row has left: the one in its place is next, without being selected and without a jump.
void OrderView::endRearrangement()
{
    const std::size_t before = m_selectedRows.size();
    const QItemSelection selection = m_model.selectionOf(std::exchange(m_selectedRows, {}));
    {
        const QSignalBlocker quiet(selectionModel());
        selectionModel()->select(selection, QItemSelectionModel::Select);
    }
    if (m_currentKey.isValid() && !m_model.indexOf(m_currentKey).isValid() && m_model.rowCount() > 0) {
        const int row = std::min(m_currentPlace, m_model.rowCount() - 1);
        selectionModel()->setCurrentIndex(m_model.index(row, columnNumber(ColumnId::Status)),
                                          QItemSelectionModel::NoUpdate);
    }
    m_isRearranging = false;
    m_fit.start(fitPause);
    if (m_model.rowsOf(selection).size() != before)
        Q_EMIT selectedOrdersChanged();
    const orders::OrderPtr order = currentOrder();
    if ((order ? order->key : orders::OrderKey()) != m_currentKey)
        Q_EMIT currentOrderChanged();
}

void OrderView::expandNew(const QModelIndexList &entries)
{
    for (const QModelIndex &entry : entries) {
        if (!m_collapsed.contains(m_model.orderAt(entry)->key))
            expand(entry);
    }
}

void OrderView::passSecond()
{
    m_second.start(1s);
    if (!isVisible())
        return;
    m_model.refreshAges(rowsInSight());
    fitNumbers();
}

QModelIndexList OrderView::rowsInSight() const
{
    QModelIndexList rows;
    for (QModelIndex row = indexAt({0, 0}); row.isValid() && visualRect(row).top() < viewport()->height();
         row = indexBelow(row))
        rows.push_back(row);
    return rows;
}

// Half a number is never shown: where one in sight does not fit its column grows, but not under a hand.
void OrderView::fitNumbers()
{
    if (m_hold.isHeld() || !isVisible())
        return;
    const QModelIndexList rows = rowsInSight();
    for (const OrderColumn &column : orderColumns()) {
        const int section = columnNumber(column.id);
        if (column.sort != SortKind::Number || m_header->isSectionHidden(section))
            continue;
        int needed = 0;
        for (const QModelIndex &row : rows) {
            const int width = m_delegate->sizeHint({}, row.siblingAtColumn(section)).width();
            if (width <= OrderHeader::widestGrown) // what does not fit then either is in the tool tip
                needed = std::max(needed, width);
        }
        m_header->growTo(section, needed);
    }
}

bool OrderView::isAlternate(int y) const
{
    const int first = verticalScrollBar()->value(); // rows, as it scrolls by rows
    return (first + y / Theme::rowHeight) % 2 != 0;
}

std::vector<ColumnId> OrderView::visibleColumns() const
{
    std::vector<ColumnId> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(section))
            columns.push_back(static_cast<ColumnId>(section));
    }
    return columns;
}

} // namespace ui
