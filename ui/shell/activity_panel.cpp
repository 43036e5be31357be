// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/activity_panel.h"

#include "ui/shared/theme.h"
#include "ui/shell/journal_model.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

QTableView *makeJournalTable(JournalModel &model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(&model);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::rowHeight);
    QHeaderView *header = table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(JournalModel::TimeColumn, 110);
    header->resizeSection(JournalModel::KindColumn, 100);
    header->resizeSection(JournalModel::ConnectionColumn, 110);
    header->resizeSection(JournalModel::OrderColumn, 130);
    return table;
}

ActivityPanel::ActivityPanel(desk::Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new JournalModel(this))
{
    setObjectName(u"activityPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *table = makeJournalTable(*m_model, this);
    table->setObjectName(u"activityTable"_s);
    table->setAccessibleName(tr("Journal, newest first"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(table);
}

void ActivityPanel::refresh()
{
    if (!isVisible())
        return;
    const qint64 last = m_model->lastSeq();
    const qint64 written = m_desk.journal().rowCount();
    const qint64 missing = std::min<qint64>(mostRows, std::max<qint64>(written - last, 0));
    if (missing == 0)
        return;
    auto rows = m_desk.journal().latest(static_cast<int>(missing));
    if (!rows)
        return;
    std::erase_if(*rows, [last](const journal::Row &row) { return row.seq <= last; });
    m_model->append(std::move(*rows));
}

void ActivityPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace ui
