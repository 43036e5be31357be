// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/category_bar.h"

#include "ui/shell/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString objectNameOf(Category category)
{
    switch (category) {
    case Category::Open: return u"categoryOpen"_s;
    case Category::BeingCancelled: return u"categoryBeingCancelled"_s;
    case Category::Closed: return u"categoryClosed"_s;
    case Category::Refused: return u"categoryRefused"_s;
    case Category::All: return u"categoryAll"_s;
    }
    return {};
}

} // namespace

QString categoryTitle(Category category)
{
    switch (category) {
    case Category::Open: return CategoryBar::tr("Open");
    case Category::BeingCancelled: return CategoryBar::tr("Being cancelled");
    case Category::Closed: return CategoryBar::tr("Closed");
    case Category::Refused: return CategoryBar::tr("Refused");
    case Category::All: return CategoryBar::tr("All");
    }
    return {};
}

CategoryBar::CategoryBar(QWidget *parent) : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    setObjectName(u"categoryBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Which orders are shown"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    for (const Category category : allCategories) {
        auto *made = new QPushButton(this);
        made->setObjectName(objectNameOf(category));
        made->setProperty("role", u"tab"_s);
        made->setCheckable(true);
        made->setAutoDefault(false);
        layout->addWidget(made);
        m_buttons->addButton(made, static_cast<int>(category));
    }
    layout->addStretch();
    m_buttons->setExclusive(true);
    choose(Category::Open);
    setCounts({});
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn)
            Q_EMIT categoryChosen(static_cast<Category>(id));
    });
}

QAbstractButton *CategoryBar::button(Category category) const
{
    return m_buttons->button(static_cast<int>(category));
}

void CategoryBar::setCounts(const CategoryCounts &counts)
{
    for (const Category category : allCategories) {
        const QString title = categoryTitle(category);
        const QString count = countText(counts.of(category));
        button(category)->setText(u"%1  %2"_s.arg(title, count));
        button(category)->setAccessibleName(u"%1, %2"_s.arg(title, count));
    }
}

Category CategoryBar::category() const
{
    return static_cast<Category>(m_buttons->checkedId());
}

void CategoryBar::choose(Category category)
{
    button(category)->setChecked(true);
}

} // namespace ui
