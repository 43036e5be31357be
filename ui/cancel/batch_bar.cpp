// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/batch_bar.h"

#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// What cannot be done is not shown; nor can a screen reader press it, which finds hidden buttons too.
void offer(QPushButton *button, bool isPossible)
{
    button->setVisible(isPossible);
    button->setEnabled(isPossible);
}

} // namespace

BatchBar::BatchBar(desk::Desk &desk, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_line(new QLabel(this))
    , m_pause(addButton(u"pauseBatch"_s))
    , m_stop(addButton(u"stopBatch"_s))
    , m_retry(addButton(u"retryBatch"_s))
{
    m_line->setObjectName(u"batchLine"_s);
    m_line->setTextFormat(Qt::RichText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each : std::initializer_list<QWidget *>{m_line, m_pause, m_stop, m_retry})
        layout->addWidget(each);
    connect(m_pause, &QPushButton::clicked, this, &BatchBar::togglePause);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_desk.cancels().stop(m_shown); });
    connect(m_retry, &QPushButton::clicked, this, &BatchBar::retry);
    connect(&desk.cancels(), &cancel::CancelDesk::batchPaused, this, &BatchBar::refresh);
    m_stop->setToolTip(tr("What has left goes on; the rest stays here and is told as not sent."));
    m_retry->setToolTip(tr("Asks first, and reads the orders anew before anything leaves."));
    refresh();
}

QPushButton *BatchBar::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("role", u"small"_s);
    button->hide();
    return button;
}

void BatchBar::refresh()
{
    const BatchSummary summary = newestBatch(m_desk.cancels().tickets());
    m_shown = summary.batch;
    const bool isPaused = m_desk.cancels().isPaused(m_shown);
    const auto refused = static_cast<int>(m_desk.cancels().refusedOf(m_shown).size());
    m_line->setText(summary.richText(m_theme));
    m_line->setAccessibleName(summary.plainText());
    m_pause->setText(isPaused ? tr("Go on") : tr("Pause"));
    m_pause->setToolTip(isPaused ? tr("Lets the rest of the batch leave.")
                                 : tr("What has not left waits; what was agreed to still runs out."));
    m_stop->setText(tr("Stop %n unsent", nullptr, summary.waiting));
    m_retry->setText(tr("Retry %n refused", nullptr, refused));
    offer(m_pause, summary.waiting > 0);
    offer(m_stop, summary.waiting > 0);
    offer(m_retry, refused > 0 && summary.waiting == 0);
}

void BatchBar::togglePause()
{
    m_desk.cancels().pause(m_shown, !m_desk.cancels().isPaused(m_shown));
}

void BatchBar::retry()
{
    m_desk.refresh();
    std::vector<orders::OrderKey> keys;
    for (const cancel::TicketPtr &ticket : m_desk.cancels().refusedOf(m_shown))
        keys.push_back(ticket->key);
    Q_EMIT retryAsked(keys);
}

} // namespace ui
