// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/unresolved_panel.h"

#include "ui/cancel/acknowledge_dialog.h"
#include "ui/cancel/escalation_card.h"
#include "ui/cancel/proof_delegate.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

namespace ui {

using namespace Qt::StringLiterals;
using cancel::Ticket;
using cancel::TicketState;

namespace {

/// What is merely on its way does not need a person yet.
bool needsAPerson(const Ticket &ticket)
{
    switch (ticket.state) {
    case TicketState::Unknown:
    case TicketState::StillLive:
    case TicketState::RefusedUnverified:
    case TicketState::NotTaken:
    case TicketState::Contradicted: return true;
    default: return false;
    }
}

QPushButton *button(QWidget *parent, const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

bool mayCancelAgain(const Ticket &ticket)
{
    return ticket.state == TicketState::StillLive || ticket.state == TicketState::NotTaken
           || ticket.state == TicketState::Contradicted;
}

UnresolvedPanel::UnresolvedPanel(desk::Desk &desk, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new TicketModel(desk.cancels(), needsAPerson, this)),
      m_view(new QListView(this)), m_card(new QPlainTextEdit(this)), m_placeholder(new QLabel(this)),
      m_content(new QWidget(this))
{
    setObjectName(u"unresolvedPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_view->setObjectName(u"unresolvedList"_s);
    m_view->setAccessibleName(tr("Cancels without an end"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProofDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_card->setObjectName(u"escalationCard"_s);
    m_card->setAccessibleName(tr("What to read to the dealing desk"));
    m_card->setReadOnly(true);
    m_card->setFrameShape(QFrame::NoFrame);
    m_placeholder->setObjectName(u"nothingUnresolved"_s);
    m_placeholder->setText(tr("Every cancel has an end."));
    m_placeholder->setAlignment(Qt::AlignCenter);
    setTone(*m_placeholder, Tone::Dim);

    auto *parts = new QSplitter(m_content);
    parts->setObjectName(u"unresolvedParts"_s);
    parts->addWidget(m_view);
    parts->addWidget(m_card);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(parts, 1);
    content->addWidget(buildActions());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content);
    layout->addWidget(m_placeholder);

    connect(m_model, &TicketModel::changed, this, &UnresolvedPanel::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UnresolvedPanel::showState);
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT orderAsked(m_model->ticketAt(index)->key); });
    showState();
}

QWidget *UnresolvedPanel::buildActions()
{
    auto *bar = new QWidget(this);
    m_askAgain = button(bar, u"askBrokerAgain"_s, tr("Ask the broker again"));
    m_cancelAgain = button(bar, u"cancelAgain"_s, tr("Cancel again…"));
    m_acknowledge = button(bar, u"acknowledgeTicket"_s, tr("Acknowledge without proof…"));
    m_copy = button(bar, u"copyCard"_s, tr("Copy card"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    for (QPushButton *each : {m_askAgain, m_cancelAgain, m_acknowledge})
        layout->addWidget(each);
    layout->addStretch();
    layout->addWidget(m_copy);

    connect(m_askAgain, &QPushButton::clicked, this, [this] { m_desk.cancels().askForProof(); });
    connect(m_cancelAgain, &QPushButton::clicked, this, [this] {
        std::vector<orders::OrderKey> keys;
        for (const cancel::TicketPtr &ticket : chosen())
            keys.push_back(ticket->key);
        Q_EMIT cancelAgainAsked(keys);
    });
    connect(m_acknowledge, &QPushButton::clicked, this, &UnresolvedPanel::askForReason);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_card->toPlainText()); });
    return bar;
}

std::vector<cancel::TicketPtr> UnresolvedPanel::chosen() const
{
    std::vector<cancel::TicketPtr> tickets;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        tickets.push_back(m_model->ticketAt(index));
    if (tickets.empty() && m_model->rowCount() == 1)
        tickets.push_back(m_model->ticketAt(m_model->index(0)));
    return tickets;
}

void UnresolvedPanel::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_content->setVisible(!isEmpty);
    m_placeholder->setVisible(isEmpty);
    std::vector<cancel::TicketPtr> tickets = chosen();
    m_cancelAgain->setEnabled(!tickets.empty() && std::all_of(tickets.begin(), tickets.end(), [](const auto &ticket) {
        return mayCancelAgain(*ticket);
    }));
    m_acknowledge->setEnabled(tickets.size() == 1);
    if (tickets.empty()) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            tickets.push_back(m_model->ticketAt(m_model->index(row)));
    }
    const QString card = isEmpty ? QString() : escalationText(tickets);
    if (card != m_card->toPlainText())
        m_card->setPlainText(card);
    Q_EMIT countChanged(count());
}

void UnresolvedPanel::askForReason()
{
    const std::vector<cancel::TicketPtr> tickets = chosen();
    if (tickets.size() != 1)
        return;
    const QString id = tickets.front()->id;
    auto *dialog = new AcknowledgeDialog(*tickets.front(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id] { acknowledge(id, dialog->person(), dialog->reason()); });
    dialog->open();
}

void UnresolvedPanel::acknowledge(const QString &ticket, const QString &person, const QString &reason)
{
    const base::Status status = m_desk.cancels().acknowledge(ticket, person, reason);
    if (!status)
        Q_EMIT failed(errorWords(status.error()));
}

} // namespace ui
