// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/search_field.h"

#include "ui/shell/tone.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace ui {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget *parent) : QWidget(parent), m_field(new QLineEdit(this)), m_error(new QLabel(this))
{
    setObjectName(u"searchArea"_s);
    m_field->setObjectName(u"search"_s);
    m_field->setAccessibleName(tr("Search orders"));
    m_field->setAccessibleDescription(
        tr("Words match any text; side:sell, symbol:NIFTY*, price>100, age>5m match one field; a minus negates."));
    m_field->setPlaceholderText(tr("Search: side:sell age>5m"));
    m_field->setToolTip(m_field->accessibleDescription());
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_error->setObjectName(u"searchError"_s);
    m_error->setAccessibleName(tr("What is wrong with the search"));
    m_error->setContentsMargins(6, 2, 6, 2);
    m_error->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &SearchField::parse);
}

QString SearchField::text() const
{
    return m_field->text();
}

void SearchField::clear()
{
    m_field->clear();
}

void SearchField::focusAndSelect()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchField::parse()
{
    const auto filter = orders::OrderFilter::parse(m_field->text());
    m_hasError = !filter;
    m_field->setProperty("hasError", m_hasError);
    setTone(*m_field, m_hasError ? Tone::Refused : Tone::Plain);
    m_error->setVisible(m_hasError);
    if (filter) {
        Q_EMIT filterChanged(*filter);
        return;
    }
    m_error->setText(tr("%1 · the table keeps the search before").arg(filter.error().text));
    m_error->setAccessibleDescription(m_error->text());
    placeError();
}

void SearchField::placeError()
{
    if (!m_hasError || window() == nullptr)
        return;
    m_error->setParent(window());
    m_error->adjustSize();
    const QPoint under = mapTo(window(), QPoint(0, height() + 2));
    const int leftmost = std::max(0, window()->width() - m_error->width() - 4);
    m_error->move(std::min(under.x(), leftmost), under.y());
    m_error->show();
    m_error->raise();
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (key == Qt::Key_Escape)
        m_field->clear();
    Q_EMIT left();
    return true;
}

void SearchField::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    placeError();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeError();
}

} // namespace ui
