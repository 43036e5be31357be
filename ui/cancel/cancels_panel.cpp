// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/cancels_panel.h"

#include "ui/cancel/proof_delegate.h"
#include "ui/shell/tone.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

CancelsPanel::CancelsPanel(cancel::CancelDesk &cancels, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(new TicketModel(cancels, [](const cancel::Ticket &) { return true; }, this)),
      m_view(new QListView(this)), m_placeholder(new QLabel(this))
{
    setObjectName(u"cancelsPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_view->setObjectName(u"proofList"_s);
    m_view->setAccessibleName(tr("Cancels and their proofs"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProofDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_placeholder->setObjectName(u"noCancels"_s);
    m_placeholder->setText(tr("No cancels in this run. What you cancel is followed here until the broker's book proves it."));
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    setTone(*m_placeholder, Tone::Dim);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(m_placeholder);

    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT orderAsked(m_model->ticketAt(index)->key); });
    connect(m_model, &TicketModel::changed, this, &CancelsPanel::showPlaceholder);
    showPlaceholder();
}

void CancelsPanel::showPlaceholder()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_placeholder->setVisible(isEmpty);
}

} // namespace ui
