// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/top_bar.h"

#include "ui/shell/connection_chip.h"
#include "ui/shell/environment_badge.h"
#include "ui/shell/search_field.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

TopBar::TopBar(desk::Desk &desk, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_badge(new EnvironmentBadge(theme, this)),
      m_chipRow(new QHBoxLayout), m_search(new SearchField(this)), m_refresh(new QPushButton(this)),
      m_menu(new QPushButton(this))
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_refresh->setObjectName(u"refresh"_s);
    m_refresh->setText(tr("Refresh"));
    m_refresh->setToolTip(tr("Read every book now"));
    m_menu->setObjectName(u"mainMenu"_s);
    m_menu->setText(tr("&Menu"));
    m_chipRow->setSpacing(8);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_badge);
    layout->addLayout(m_chipRow);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addWidget(m_refresh);
    layout->addWidget(m_menu);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(320);
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_refresh, &QPushButton::clicked, this, &TopBar::refreshAsked);
    connect(&m_desk, &desk::Desk::connectionsChanged, this, &TopBar::updateConnections);
    connect(&m_desk, &desk::Desk::connectionChanged, this, &TopBar::updateTimes);
    updateConnections();
}

std::optional<orders::Environment> TopBar::environment() const
{
    std::optional<orders::Environment> found;
    for (const desk::ConnectionView &view : m_desk.connections()) {
        if (!found || view.profile.environment() == orders::Environment::Live)
            found = view.profile.environment();
    }
    return found;
}

void TopBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void TopBar::setRefreshHint(const QString &key)
{
    m_refresh->setText(u"%1  %2"_s.arg(tr("Refresh"), key));
    m_refresh->setAccessibleName(tr("Refresh"));
}

void TopBar::addChip(const QString &name)
{
    auto *chip = new ConnectionChip(m_theme, name, this);
    connect(chip, &ConnectionChip::signInAsked, this, &TopBar::signInAsked);
    connect(chip, &ConnectionChip::checkAsked, this, &TopBar::checkAsked);
    connect(chip, &ConnectionChip::editAsked, this, &TopBar::editAsked);
    m_chips.emplace(name, chip);
    m_chipRow->addWidget(chip);
}

void TopBar::updateConnections()
{
    const std::vector<desk::ConnectionView> views = m_desk.connections();
    std::erase_if(m_chips, [&views](const auto &entry) {
        for (const desk::ConnectionView &view : views) {
            if (view.profile.name == entry.first)
                return false;
        }
        entry.second->deleteLater();
        return true;
    });
    for (const desk::ConnectionView &view : views) {
        if (!m_chips.contains(view.profile.name))
            addChip(view.profile.name);
    }
    m_badge->setEnvironment(environment());
    updateTimes();
}

void TopBar::updateTimes()
{
    const base::WallTime now = m_desk.clock().wall();
    for (const desk::ConnectionView &view : m_desk.connections()) {
        const auto chip = m_chips.find(view.profile.name);
        if (chip != m_chips.end())
            chip->second->show(view, now);
    }
}

} // namespace ui
