// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/order_header.h"

#include "ui/orders/order_columns.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerHeight = 27;
constexpr int leastWidth = 24;
constexpr int mostWidth = 2000;

int columnNamed(const QString &name)
{
    const auto columns = orderColumns();
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const OrderColumn &column) { return column.name == name; });
    return found == columns.end() ? -1 : columnNumber(found->id);
}

const OrderColumn &columnAt(int section)
{
    return orderColumns()[static_cast<std::size_t>(section)];
}

// Without them nobody can choose a row, or see what became of its cancel.
bool canBeHidden(int section)
{
    return section != columnNumber(ColumnId::Tick) && section != columnNumber(ColumnId::Status);
}

} // namespace

OrderHeader::OrderHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setObjectName(u"orderHeader"_s);
    setTheme(theme);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setStretchLastSection(false);
    setMinimumSectionSize(leastWidth);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_isByItself)
            m_setByHand.insert(section);
    });
}

void OrderHeader::resizeByItself(int section, int width)
{
    const bool before = std::exchange(m_isByItself, true);
    resizeSection(section, width);
    m_isByItself = before;
}

void OrderHeader::showSection(int section, bool isShown)
{
    const bool before = std::exchange(m_isByItself, true); // it tells of a new size then too
    setSectionHidden(section, !isShown);
    m_isByItself = before;
}

void OrderHeader::growTo(int section, int width)
{
    const int wanted = std::min(width, widestGrown);
    if (wanted > sectionSize(section) && !m_setByHand.contains(section))
        resizeByItself(section, wanted);
}

void OrderHeader::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_font = theme.secondaryFont;
    m_font.setWeight(QFont::DemiBold);
    viewport()->update();
}

void OrderHeader::resetLayout()
{
    for (int section = 0; section < count(); ++section) {
        const OrderColumn &column = columnAt(section);
        moveSection(visualIndex(section), section);
        showSection(section, column.isVisible);
        resizeByItself(section, column.width);
    }
    m_setByHand.clear();
    setSectionResizeMode(columnNumber(ColumnId::Tick), QHeaderView::Fixed);
    setSortIndicator(columnNumber(ColumnId::Time), Qt::DescendingOrder);
}

QByteArray OrderHeader::saveLayout() const
{
    QJsonArray columns;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        const bool isShown = !isSectionHidden(section);
        // A hidden section has no width of its own to ask for.
        const int width = isShown ? sectionSize(section) : columnAt(section).width;
        columns += QJsonObject{
            {u"name"_s, QString(columnAt(section).name)}, {u"width"_s, width}, {u"shown"_s, isShown}};
    }
    const QJsonObject layout{{u"columns"_s, columns},
                             {u"sort"_s, QString(columnAt(std::max(sortIndicatorSection(), 0)).name)},
                             {u"descending"_s, sortIndicatorOrder() == Qt::DescendingOrder}};
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

bool OrderHeader::restoreLayout(const QByteArray &layout)
{
    const QJsonObject object = QJsonDocument::fromJson(layout).object();
    const QJsonArray columns = object[u"columns"_s].toArray();
    if (columns.isEmpty())
        return false;
    resetLayout();
    int visual = 0;
    for (const QJsonValue &each : columns) {
        const int section = columnNamed(each[u"name"_s].toString());
        if (section < 0)
            continue; // of another version
        moveSection(visualIndex(section), visual++);
        showSection(section, each[u"shown"_s].toBool(true) || !canBeHidden(section));
        resizeByItself(section,
                       std::clamp(each[u"width"_s].toInt(columnAt(section).width), leastWidth, mostWidth));
    }
    const int sort = columnNamed(object[u"sort"_s].toString());
    if (sort >= 0)
        setSortIndicator(sort, object[u"descending"_s].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    return true;
}

void OrderHeader::fillMenu(QMenu &menu)
{
    for (const OrderColumn &column : orderColumns()) {
        if (column.id == ColumnId::Tick)
            continue;
        const int section = columnNumber(column.id);
        QAction *action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(section));
        action->setEnabled(canBeHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            showSection(section, isShown);
            if (isShown && sectionSize(section) < leastWidth)
                resizeByItself(section, columnAt(section).width);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Columns as at first")), &QAction::triggered, this, &OrderHeader::resetLayout);
}

// Behind the last column too: the style would draw a button's gradient there.
void OrderHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const int used = length() - offset();
    const int spare = viewport()->width() - used;
    if (spare <= 0)
        return;
    QPainter painter(viewport());
    const QRect rest(isRightToLeft() ? 0 : used, 0, spare, viewport()->height());
    painter.fillRect(rest, m_theme.panel);
    painter.fillRect(QRect(rest.left(), rest.bottom(), rest.width(), 1), m_theme.hairline);
}

void OrderHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->fillRect(rect, m_theme.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.hairline);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    QString title = model()->headerData(section, Qt::Horizontal).toString();
    if (title.isEmpty())
        return;
    if (isSorted)
        title += sortIndicatorOrder() == Qt::DescendingOrder ? u" ▾"_s : u" ▴"_s;
    const Qt::Alignment logical = columnAt(section).isNumber() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment alignment = QStyle::visualAlignment(layoutDirection(), logical);
    painter->setFont(m_font);
    painter->setPen(isSorted ? m_theme.text : m_theme.dim);
    const QRect inside = rect.adjusted(Theme::cellPadding, 0, -Theme::cellPadding, -1);
    painter->drawText(inside, alignment | Qt::AlignVCenter,
                      QFontMetrics(m_font).elidedText(title, Qt::ElideRight, inside.width()));
}

QSize OrderHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headerHeight};
}

void OrderHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->globalPos());
}

} // namespace ui
