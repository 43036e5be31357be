// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connections_dialog.h"

#include "ui/connections/connection_form.h"
#include "ui/shell/connection_words.h"
#include "ui/shell/question.h"
#include "ui/shell/tone.h"
#include "ui/shell/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The desk names what it looked at in English words of its own.
QString checkedWords(const QString &what)
{
    if (what == "address"_L1)
        return ConnectionsDialog::tr("address");
    if (what == "sign-in"_L1)
        return ConnectionsDialog::tr("sign-in");
    if (what == "book"_L1)
        return ConnectionsDialog::tr("book");
    if (what == "clock"_L1)
        return ConnectionsDialog::tr("clock");
    return what == "secret"_L1 ? ConnectionsDialog::tr("secret") : what;
}

} // namespace

ConnectionsDialog::ConnectionsDialog(desk::Desk &desk, const BrokerChoices &brokers, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_list(new QListWidget(this)), m_form(new ConnectionForm(brokers, this)),
      m_notice(new QLabel(this)), m_result(new QLabel(this)), m_add(new QPushButton(tr("&Add a connection"), this)),
      m_save(new QPushButton(tr("Sa&ve"), this)), m_check(new QPushButton(tr("Chec&k"), this)),
      m_remove(new QPushButton(tr("Re&move…"), this)), m_close(new QPushButton(tr("C&lose"), this))
{
    setObjectName(u"connectionsDialog"_s);
    setWindowTitle(tr("Connections"));
    build();
    connect(m_list, &QListWidget::currentItemChanged, this, &ConnectionsDialog::showChosen);
    connect(m_form, &ConnectionForm::edited, this, &ConnectionsDialog::showButtons);
    connect(m_add, &QPushButton::clicked, this, &ConnectionsDialog::beginNew);
    connect(m_save, &QPushButton::clicked, this, &ConnectionsDialog::save);
    connect(m_check, &QPushButton::clicked, this, [this] { check(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::askToRemove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_desk, &desk::Desk::connectionsChanged, this, &ConnectionsDialog::fillList);
    fillList();
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        beginNew();
}

void ConnectionsDialog::build()
{
    m_list->setObjectName(u"connectionList"_s);
    m_list->setAccessibleName(tr("Connections"));
    m_list->setMaximumWidth(220);
    m_notice->setObjectName(u"secretsNotice"_s);
    m_notice->setWordWrap(true);
    m_notice->setText(tr("There is no keychain on this computer: secrets stay in memory until you quit, and are asked "
                         "for again at the next start."));
    m_notice->setVisible(m_desk.secretsKind() == vault::StoreKind::Memory);
    setTone(*m_notice, Tone::Waiting);
    m_result->setObjectName(u"connectionResult"_s);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setMinimumHeight(90);
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_add->setObjectName(u"addConnection"_s);
    m_save->setObjectName(u"saveConnection"_s);
    m_check->setObjectName(u"checkConnection"_s);
    m_remove->setObjectName(u"removeConnection"_s);
    m_close->setObjectName(u"closeConnections"_s);

    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(m_add);
    auto *right = new QVBoxLayout;
    right->addWidget(m_form);
    right->addWidget(m_notice);
    right->addWidget(m_result);
    right->addStretch();
    right->addWidget(buildButtons());
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left);
    layout->addLayout(right, 1);
    resize(820, 460);
}

QWidget *ConnectionsDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_remove);
    layout->addStretch();
    layout->addWidget(m_check);
    layout->addWidget(m_save);
    layout->addWidget(m_close);
    m_save->setDefault(true);
    return row;
}

QString ConnectionsDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void ConnectionsDialog::fillList()
{
    const QString before = chosen();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const desk::ConnectionView &view : m_desk.connections()) {
        auto *item = new QListWidgetItem(view.profile.name, m_list);
        item->setData(Qt::UserRole, view.profile.name);
        item->setToolTip(connectionSentence(view, m_desk.clock().wall()));
        if (view.profile.name == before)
            m_list->setCurrentItem(item);
    }
    showButtons();
}

void ConnectionsDialog::choose(const QString &connection)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == connection)
            m_list->setCurrentRow(row);
    }
}

void ConnectionsDialog::beginNew()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
    }
    QStringList taken;
    for (const desk::ConnectionView &view : m_desk.connections())
        taken += view.profile.name;
    m_form->beginNew(taken);
    m_form->focusFirst();
    say({}, false);
    showButtons();
}

void ConnectionsDialog::showChosen()
{
    const auto view = m_desk.connection(chosen());
    if (!view)
        return;
    m_form->show(*view);
    say({}, false);
    showButtons();
}

void ConnectionsDialog::showButtons()
{
    m_save->setEnabled(!m_isBusy && m_form->isValid());
    m_save->setText(m_form->isNew() ? tr("A&dd") : tr("Sa&ve"));
    m_check->setEnabled(!m_isBusy && !m_form->isNew());
    m_remove->setEnabled(!m_isBusy && !m_form->isNew());
}

void ConnectionsDialog::save()
{
    const venues::ConnectionProfile profile = m_form->profile();
    m_isBusy = true;
    say(tr("Saving…"), false);
    showButtons();
    m_desk.saveConnection(profile, m_form->takeSecret(), [self = QPointer(this), name = profile.name](const auto &status) {
        if (!self)
            return;
        self->m_isBusy = false;
        self->fillList();
        self->choose(name);
        self->showChosen();
        self->say(status ? ConnectionsDialog::tr("Saved.") : errorWords(status.error()), !status);
        self->showButtons();
    });
}

void ConnectionsDialog::check(const QString &connection)
{
    if (connection.isEmpty())
        return;
    choose(connection);
    m_isBusy = true;
    showButtons();
    say(tr("Checking…"), false);
    m_desk.checkConnection(connection, [self = QPointer(this)](const std::vector<desk::CheckLine> &lines) {
        if (!self)
            return;
        self->m_isBusy = false;
        self->showButtons();
        self->showChecks(lines);
    });
}

void ConnectionsDialog::showChecks(const std::vector<desk::CheckLine> &lines)
{
    QStringList texts;
    bool isAllGood = true;
    for (const desk::CheckLine &line : lines) {
        isAllGood = isAllGood && line.ok;
        const QString verdict = line.ok ? tr("✓ good") : tr("✗ not good");
        texts += u"%1  %2: %3"_s.arg(verdict, checkedWords(line.what), line.detail);
    }
    say(texts.join(u'\n'), !isAllGood);
}

void ConnectionsDialog::askToRemove()
{
    const QString name = chosen();
    if (name.isEmpty())
        return;
    const Question question{u"removeQuestion"_s, tr("Remove a connection"),
                            tr("Remove “%1” and its secret? Its journal stays. Cancels that have no end yet stay "
                               "unresolved.")
                                .arg(name),
                            tr("Remove %1").arg(name), tr("Keep it")};
    ask(*this, question, [this, name] {
        m_desk.removeConnection(name, [self = QPointer(this)](const auto &status) {
            if (!self)
                return;
            self->fillList();
            self->beginNew();
            self->say(status ? ConnectionsDialog::tr("Removed.") : errorWords(status.error()), !status);
        });
    });
}

void ConnectionsDialog::say(const QString &text, bool isBad)
{
    m_result->setText(text);
    m_result->setAccessibleName(text);
    setTone(*m_result, isBad ? Tone::Refused : Tone::Plain);
}

} // namespace ui
