// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/status_line.h"

#include "ui/cancel/batch_summary.h"
#include "ui/shell/connection_words.h"
#include "ui/shell/words.h"

#include <QLabel>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString lengthTitle(base::seconds length)
{
    if (length <= base::seconds(1))
        return StatusLine::tr("a second");
    if (length <= base::seconds(60))
        return StatusLine::tr("a minute");
    return length <= base::seconds(3600) ? StatusLine::tr("an hour") : StatusLine::tr("a day");
}

/// The window that is nearest to its limit.
const net::WindowUse *tightest(const QList<net::WindowUse> &uses)
{
    const net::WindowUse *found = nullptr;
    for (const net::WindowUse &use : uses) {
        if (use.limit > 0 && (found == nullptr || use.used * found->limit > found->used * use.limit))
            found = &use;
    }
    return found;
}

} // namespace

StatusLine::StatusLine(desk::Desk &desk, QWidget *parent)
    : QStatusBar(parent), m_desk(desk), m_budget(new QLabel(this)), m_keychain(new QLabel(this)),
      m_journal(new QLabel(this)), m_notice(new QLabel(this)), m_proofs(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_budget->setObjectName(u"budget"_s);
    m_keychain->setObjectName(u"keychain"_s);
    m_journal->setObjectName(u"journal"_s);
    m_notice->setObjectName(u"notice"_s);
    m_proofs->setObjectName(u"proofTimes"_s);
    for (QLabel *label : {m_budget, m_keychain, m_journal})
        addWidget(label);
    addWidget(m_notice, 1);
    addPermanentWidget(m_proofs);
    for (QLabel *label : {m_budget, m_keychain, m_journal, m_notice, m_proofs})
        setTone(*label, Tone::Dim);
    refresh();
}

QString StatusLine::budgetText() const
{
    QStringList parts;
    QStringList lines;
    for (const desk::ConnectionView &view : m_desk.connections()) {
        const net::WindowUse *use = tightest(view.budget);
        if (use == nullptr)
            continue;
        parts += tr("%1 %2/%3 in %4").arg(connectionTitle(view)).arg(use->used).arg(use->limit).arg(lengthTitle(use->length));
        lines += tr("%1: room for %2 cancels this hour").arg(connectionTitle(view), countText(view.writesLeftThisHour));
    }
    m_budget->setToolTip(lines.join(u'\n'));
    return parts.isEmpty() ? QString() : tr("Budget: %1").arg(parts.join(u" · "_s));
}

QString StatusLine::journalText() const
{
    if (!m_desk.journal().isWritable())
        return tr("Journal: CANNOT BE WRITTEN");
    return tr("Journal: %1 entries").arg(countText(m_desk.journal().rowCount()));
}

void StatusLine::refresh()
{
    m_budget->setText(budgetText());
    const bool hasKeychain = m_desk.secretsKind() == vault::StoreKind::Keychain;
    m_keychain->setText(hasKeychain ? tr("Keychain") : tr("No keychain: secrets kept until you quit"));
    setTone(*m_keychain, hasKeychain ? Tone::Dim : Tone::Waiting);
    m_journal->setText(journalText());
    setTone(*m_journal, m_desk.journal().isWritable() ? Tone::Dim : Tone::Refused);
    const std::vector<cancel::TicketPtr> tickets = m_desk.cancels().tickets();
    const ProofTimes times = proofTimes(tickets);
    if (times.last && times.median) {
        m_proofs->setText(
            tr("Last proof %1 · median %2").arg(shortSpanText(*times.last), shortSpanText(*times.median)));
    }
}

void StatusLine::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setToolTip(text);
}

} // namespace ui
