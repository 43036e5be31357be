// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/empty_state.h"

#include "ui/shell/tone.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget &table)
    : QWidget(&table), m_table(table), m_title(new QLabel(this)), m_detail(new QLabel(this)),
      m_first(new QPushButton(this)), m_second(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setProperty("role", u"heading"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_detail->setObjectName(u"emptyDetail"_s);
    m_detail->setAlignment(Qt::AlignCenter);
    m_detail->setWordWrap(true);
    setTone(*m_detail, Tone::Dim);
    m_first->setObjectName(u"emptyAction"_s);
    m_second->setObjectName(u"emptySecondAction"_s);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_first, &QPushButton::clicked, this, [this] { m_content.first.act(); });
    connect(m_second, &QPushButton::clicked, this, [this] { m_content.second.act(); });
    m_table.installEventFilter(this);
    hide();
}

void EmptyState::setContent(const Content &content)
{
    m_content = content;
    m_title->setText(content.title);
    m_detail->setText(content.detail);
    m_detail->setVisible(!content.detail.isEmpty());
    m_first->setText(content.first.text);
    m_first->setVisible(!content.first.text.isEmpty());
    m_second->setText(content.second.text);
    m_second->setVisible(!content.second.text.isEmpty());
    setAccessibleName(content.title);
    setVisible(!content.kind.isEmpty());
    cover();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_table && event->type() == QEvent::Resize)
        cover();
    return QWidget::eventFilter(watched, event);
}

void EmptyState::cover()
{
    setGeometry(m_table.rect());
    raise();
}

} // namespace ui
