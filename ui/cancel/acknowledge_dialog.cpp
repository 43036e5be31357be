// SPDX-License-Identifier: Apache-2.0
#include "ui/cancel/acknowledge_dialog.h"

#include "ui/cancel/order_words.h"
#include "ui/shell/tone.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

AcknowledgeDialog::AcknowledgeDialog(const cancel::Ticket &ticket, QWidget *parent)
    : QDialog(parent), m_person(new QLineEdit(this)), m_reason(new QLineEdit(this)), m_act(new QPushButton(this))
{
    setObjectName(u"acknowledgeDialog"_s);
    setWindowTitle(tr("Acknowledge without proof"));
    auto *words = new QLabel(tr("%1 at %2 was never proved cancelled. It may still be open, or have filled. Pullcord "
                                "stops asking about it; your name and reason go into the journal.")
                                 .arg(orderLine(*ticket.latest), ticket.connection),
                             this);
    words->setObjectName(u"acknowledgeWords"_s);
    words->setWordWrap(true);
    setTone(*words, Tone::Waiting);
    m_person->setObjectName(u"acknowledgePerson"_s);
    m_reason->setObjectName(u"acknowledgeReason"_s);
    m_reason->setPlaceholderText(tr("Who said what, and when"));

    auto *keep = new QPushButton(tr("Keep watching"), this);
    keep->setObjectName(u"keepWatching"_s);
    keep->setDefault(true);
    m_act->setObjectName(u"acknowledge"_s);
    m_act->setText(tr("Acknowledge without proof"));
    m_act->setAutoDefault(false);
    m_act->setEnabled(false);

    auto *form = new QFormLayout;
    form->addRow(tr("Your &name"), m_person);
    form->addRow(tr("&Reason"), m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(m_act);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addLayout(buttons);
    setMinimumWidth(460);

    const auto checkFields = [this] { m_act->setEnabled(!person().isEmpty() && !reason().isEmpty()); };
    connect(m_person, &QLineEdit::textChanged, this, checkFields);
    connect(m_reason, &QLineEdit::textChanged, this, checkFields);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &QDialog::accept);
    m_person->setFocus();
}

QString AcknowledgeDialog::person() const
{
    return m_person->text().trimmed();
}

QString AcknowledgeDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace ui
