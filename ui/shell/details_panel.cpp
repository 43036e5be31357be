// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/details_panel.h"

#include "ui/cancel/order_words.h"
#include "ui/shared/theme.h"
#include "ui/shell/activity_panel.h"
#include "ui/shell/journal_model.h"
#include "ui/shell/json_layout.h"
#include "ui/shell/order_fields_model.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds shownDays = std::chrono::hours(72); // a file of the journal for each of them

QPushButton *smallButton(QWidget *parent, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setProperty("role", u"small"_s);
    return button;
}

/// A title with buttons at its right, over the widget.
QWidget *underTitle(QWidget *widget, QLabel *title, const QList<QPushButton *> &buttons)
{
    auto *part = new QWidget(widget->parentWidget());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->addWidget(title, 1);
    for (QPushButton *button : buttons)
        head->addWidget(button);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(widget, 1);
    return part;
}

void makePlain(QTableView &table)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(Theme::rowHeight - 2);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

DetailsPanel::DetailsPanel(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_fields(new OrderFieldsModel(this))
    , m_journal(new JournalModel(this))
    , m_title(new QLabel(this))
    , m_historyNote(new QLabel(this))
    , m_history(new QTableWidget(0, 5, this))
    , m_raw(new QPlainTextEdit(this))
    , m_readHistory(smallButton(this, u"readHistory"_s, tr("Ask for history")))
    , m_copyId(smallButton(this, u"copyOrderId"_s, tr("Copy id")))
{
    setObjectName(u"detailsPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *parts = new QSplitter(this);
    parts->setObjectName(u"detailsParts"_s);
    parts->addWidget(buildFields());
    parts->addWidget(buildRecords());
    parts->addWidget(buildRaw());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 4);
    parts->setStretchFactor(2, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);

    connect(m_readHistory, &QPushButton::clicked, this, &DetailsPanel::readHistory);
    connect(m_copyId, &QPushButton::clicked, this, [this] { copyText(m_key.orderId); });
    connect(&m_desk, &desk::Desk::ordersChanged, this, [this](const orders::BookDiff &diff) {
        const auto isOurs = [this](const orders::OrderPtr &order) { return order->key == m_key; };
        if (std::any_of(diff.changed.begin(), diff.changed.end(), isOurs))
            showRow();
    });
    connect(&m_desk.cancels(), &cancel::CancelDesk::ticketChanged, this,
            [this](const cancel::TicketPtr &ticket) {
                if (ticket->key == m_key)
                    showJournal();
            });
    showRow();
}

QWidget *DetailsPanel::buildFields()
{
    auto *table = new QTableView(this);
    table->setObjectName(u"orderFields"_s);
    table->setAccessibleName(tr("The order's fields"));
    table->setModel(m_fields);
    makePlain(*table);
    table->horizontalHeader()->resizeSection(0, 120);
    table->horizontalHeader()->resizeSection(1, 150);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setProperty("role", u"strong"_s);
    auto *copy = smallButton(this, u"copyFields"_s, tr("Copy fields"));
    connect(copy, &QPushButton::clicked, this, [this] { copyText(m_fields->toText()); });
    return underTitle(table, m_title, {m_copyId, copy});
}

QWidget *DetailsPanel::buildRecords()
{
    m_history->setObjectName(u"brokerHistory"_s);
    m_history->setAccessibleName(tr("The broker's history of the order"));
    m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_history->setHorizontalHeaderLabels({tr("Time"), tr("Status"), tr("Filled"), tr("Price"), tr("Reason")});
    makePlain(*m_history);
    m_historyNote->setObjectName(u"historyNote"_s);
    auto *journal = makeJournalTable(*m_journal, this);
    journal->setObjectName(u"orderJournal"_s);
    journal->setAccessibleName(tr("Our journal for the order"));
    journal->hideColumn(JournalModel::ConnectionColumn);
    journal->hideColumn(JournalModel::OrderColumn);

    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setObjectName(u"detailsRecords"_s);
    parts->addWidget(underTitle(m_history, m_historyNote, {m_readHistory}));
    auto *title = new QLabel(tr("Our journal for this order"), this);
    title->setObjectName(u"orderJournalTitle"_s);
    parts->addWidget(underTitle(journal, title, {}));
    return parts;
}

QWidget *DetailsPanel::buildRaw()
{
    m_raw->setObjectName(u"rawText"_s);
    m_raw->setAccessibleName(tr("The broker's own text"));
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *title = new QLabel(tr("As the broker wrote it"), this);
    title->setObjectName(u"rawTitle"_s);
    auto *copy = smallButton(this, u"copyRaw"_s, tr("Copy raw"));
    connect(copy, &QPushButton::clicked, this, [this] {
        if (m_order)
            copyText(QString::fromUtf8(m_order->raw.view()));
    });
    return underTitle(m_raw, title, {copy});
}

void DetailsPanel::showOrder(const orders::OrderKey &key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_order.reset();
    m_history->setRowCount(0);
    showRow();
    showJournal();
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showJournal();
}

void DetailsPanel::showRow()
{
    const orders::OrderPtr newest = m_key.isValid() ? m_desk.order(m_key) : nullptr;
    if (newest || !m_key.isValid())
        m_order = newest;
    m_fields->setOrder(m_order);
    m_title->setText(m_order ? orderLine(*m_order) : tr("Select one order to see all of it"));
    m_raw->setPlainText(m_order ? laidOutJson(m_order->raw.view()) : QString());
    m_readHistory->setEnabled(m_order != nullptr);
    m_copyId->setEnabled(m_order != nullptr);
    if (m_history->rowCount() == 0 && !m_isAsking)
        m_historyNote->setText(tr("The broker's history"));
}

void DetailsPanel::showJournal()
{
    if (!isVisible())
        return;
    const base::WallTime since = m_desk.clock().wall() - shownDays;
    auto rows =
        m_key.isValid() ? m_desk.journal().ofOrder(m_key.toText(), since) : std::vector<journal::Row>();
    m_journal->setRows(rows ? std::move(*rows) : std::vector<journal::Row>());
}

void DetailsPanel::readHistory()
{
    if (!m_order || m_isAsking)
        return;
    m_isAsking = true;
    m_historyNote->setText(tr("Asking the broker…"));
    m_desk.readHistory(m_key, [self = QPointer(this), key = m_key](const auto &rows) {
        if (!self)
            return;
        self->m_isAsking = false;
        if (self->m_key != key)
            return;
        if (rows)
            self->showHistory(*rows);
        else
            self->m_historyNote->setText(errorWords(rows.error()));
    });
}

void DetailsPanel::showHistory(const std::vector<orders::OrderPtr> &rows)
{
    m_historyNote->setText(tr("The broker's history: %n row(s)", nullptr, static_cast<int>(rows.size())));
    m_history->setRowCount(static_cast<int>(rows.size()));
    int row = 0;
    for (const orders::OrderPtr &order : rows) {
        const QString time = !order->exchangeTime.isEmpty() ? order->exchangeTime
                             : order->placedAt              ? dateTimeText(*order->placedAt)
                                                            : QString();
        const QStringList texts{time, order->venueStatus, numberText(order->filled), numberText(order->price),
                                order->reason};
        for (int column = 0; column < texts.size(); ++column)
            m_history->setItem(row, column, new QTableWidgetItem(texts[column]));
        ++row;
    }
}

} // namespace ui
