// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/dock.h"

#include "ui/cancel/batch_bar.h"
#include "ui/cancel/cancels_panel.h"
#include "ui/cancel/unresolved_panel.h"
#include "ui/shell/activity_panel.h"
#include "ui/shell/details_panel.h"
#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr base::milliseconds batchPause{50};
}

Dock::Dock(desk::Desk &desk, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabBar(this))
    , m_panels(new QStackedWidget(this))
    , m_cancels(new CancelsPanel(desk.cancels(), theme, this))
    , m_unresolved(new UnresolvedPanel(desk, theme, this))
    , m_activity(new ActivityPanel(desk, this))
    , m_details(new DetailsPanel(desk, this))
    , m_batch(new BatchBar(desk, theme, this))
    , m_batchTimer(desk.clock(), [this] { updateBatch(); })
{
    setObjectName(u"dock"_s);
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_tabs, &QTabBar::currentChanged, m_panels, &QStackedWidget::setCurrentIndex);
    connect(m_unresolved, &UnresolvedPanel::countChanged, this, &Dock::showUnresolvedCount);
    connect(m_unresolved, &UnresolvedPanel::cancelAgainAsked, this, &Dock::cancelAgainAsked);
    connect(m_unresolved, &UnresolvedPanel::failed, this, &Dock::failed);
    connect(m_unresolved, &UnresolvedPanel::orderAsked, this, &Dock::orderAsked);
    connect(m_batch, &BatchBar::retryAsked, this, &Dock::cancelAgainAsked);
    connect(m_cancels, &CancelsPanel::orderAsked, this, &Dock::orderAsked);
    connect(&m_cancels->model(), &TicketModel::changed, this, [this] {
        if (!m_batchTimer.isActive())
            m_batchTimer.start(batchPause);
    });
    showUnresolvedCount(m_unresolved->count());
    updateBatch();
}

void Dock::build()
{
    m_tabs->setObjectName(u"dockTabs"_s);
    m_tabs->setAccessibleName(tr("What is shown under the table"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    addPanel(m_cancels, tr("Cancels"));
    addPanel(m_unresolved, tr("Unresolved"));
    addPanel(m_activity, tr("Activity"));
    addPanel(m_details, tr("Order details"));

    auto *head = new QWidget(this);
    head->setObjectName(u"dockHead"_s);
    auto *headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(8, 0, 12, 0);
    headLayout->addWidget(m_tabs);
    headLayout->addStretch();
    headLayout->addWidget(m_batch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_panels, 1);
}

void Dock::addPanel(QWidget *panel, const QString &title)
{
    m_tabs->addTab(title);
    m_panels->addWidget(panel);
}

void Dock::showPanel(QWidget *panel)
{
    m_tabs->setCurrentIndex(m_panels->indexOf(panel));
}

void Dock::showCancels()
{
    showPanel(m_cancels);
}

void Dock::showDetails()
{
    showPanel(m_details);
    m_details->setFocus();
}

void Dock::setOrder(const orders::OrderKey &key)
{
    m_details->showOrder(key);
}

void Dock::refresh()
{
    m_activity->refresh();
}

void Dock::updateBatch()
{
    m_batch->refresh();
}

void Dock::showUnresolvedCount(int count)
{
    const int tab = m_panels->indexOf(m_unresolved);
    m_tabs->setTabText(tab, count > 0 ? tr("Unresolved (%1)").arg(countText(count)) : tr("Unresolved"));
    m_tabs->setTabTextColor(tab, count > 0 ? m_theme.refused : QColor());
}

} // namespace ui
