// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connection_form.h"

#include "ui/connections/secret_field.h"
#include "ui/shell/tone.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *problemLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->hide();
    setTone(*label, Tone::Refused);
    return label;
}

void showProblem(QLineEdit &field, QLabel &label, const QString &problem)
{
    label.setText(problem);
    label.setVisible(!problem.isEmpty());
    field.setAccessibleDescription(problem);
    setTone(field, problem.isEmpty() ? Tone::Plain : Tone::Refused);
}

} // namespace

ConnectionForm::ConnectionForm(BrokerChoices brokers, QWidget *parent)
    : QWidget(parent)
    , m_brokers(std::move(brokers))
    , m_layout(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_nameProblem(problemLabel(this, u"nameProblem"_s))
    , m_broker(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_urlProblem(problemLabel(this, u"urlProblem"_s))
    , m_clientId(new QLineEdit(this))
    , m_omsId(new QLineEdit(this))
    , m_accountId(new QLineEdit(this))
    , m_userId(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
    , m_caFileProblem(problemLabel(this, u"caFileProblem"_s))
    , m_secret(new SecretField(this))
    , m_secretHint(new QLabel(this))
{
    setObjectName(u"connectionForm"_s);
    for (const BrokerChoice &choice : m_brokers)
        m_broker->addItem(choice.title, choice.id);
    buildFields();
    connect(m_broker, &QComboBox::currentIndexChanged, this, &ConnectionForm::takeBroker);
    for (QLineEdit *field : {m_name, m_url, m_clientId, m_omsId, m_accountId, m_userId, m_caFile})
        connect(field, &QLineEdit::textEdited, this, &ConnectionForm::checkFields);
    connect(m_secret, &QLineEdit::textEdited, this, &ConnectionForm::edited);
}

void ConnectionForm::buildFields()
{
    m_name->setObjectName(u"connectionName"_s);
    m_broker->setObjectName(u"connectionBroker"_s);
    m_url->setObjectName(u"connectionUrl"_s);
    m_clientId->setObjectName(u"connectionClientId"_s);
    m_omsId->setObjectName(u"connectionOmsId"_s);
    m_accountId->setObjectName(u"connectionAccountId"_s);
    m_userId->setObjectName(u"connectionUserId"_s);
    m_caFile->setObjectName(u"connectionCaFile"_s);
    m_secret->setObjectName(u"connectionSecret"_s);
    m_secretHint->setObjectName(u"connectionSecretHint"_s);
    m_secretHint->setWordWrap(true);
    setTone(*m_secretHint, Tone::Dim);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->addRow(tr("&Broker"), m_broker);
    m_layout->addRow(tr("&Name"), m_name);
    m_layout->addRow({}, m_nameProblem);
    m_layout->addRow(tr("&Address"), m_url);
    m_layout->addRow({}, m_urlProblem);
    m_layout->addRow(tr("&Client id"), m_clientId);
    m_layout->addRow(tr("&OMS id"), m_omsId);
    m_layout->addRow(tr("Acco&unt id"), m_accountId);
    m_layout->addRow(tr("Use&r id"), m_userId);
    m_layout->addRow(tr("&Secret"), m_secret);
    m_layout->addRow({}, m_secretHint);
    m_layout->addRow(tr("&Private CA"), caFileRow());
    static_cast<QLabel *>(m_layout->labelForField(m_caFile->parentWidget()))->setBuddy(m_caFile);
    m_layout->addRow({}, m_caFileProblem);
}

QWidget *ConnectionForm::caFileRow()
{
    auto *row = new QWidget(this);
    auto *browse = new QPushButton(tr("Bro&wse..."), row);
    browse->setObjectName(u"browseCaFile"_s);
    browse->setAutoDefault(false);
    m_caFile->setPlaceholderText(tr("None: the system's authorities alone"));
    m_caFile->setToolTip(
        tr("Certificates (PEM) of authorities that this connection trusts besides the system's."));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_caFile);
    layout->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &ConnectionForm::browseForCaFile);
    return row;
}

void ConnectionForm::browseForCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Private CA"), QFileInfo(m_caFile->text()).absolutePath(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setObjectName(u"caFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_caFile->setText(QDir::toNativeSeparators(path));
        checkFields();
    });
    dialog->open();
}

void ConnectionForm::beginNew(const QStringList &taken)
{
    m_taken = taken;
    m_isNew = true;
    m_name->setReadOnly(false);
    for (QLineEdit *field : {m_name, m_url, m_clientId, m_omsId, m_accountId, m_userId, m_caFile})
        field->clear();
    m_defaultUrl.clear();
    m_secret->setStored(false);
    takeBroker();
}

void ConnectionForm::show(const desk::ConnectionView &view)
{
    m_isNew = false;
    m_taken.clear();
    m_name->setReadOnly(true);
    m_broker->setCurrentIndex(m_broker->findData(view.profile.broker));
    takeBroker();
    m_name->setText(view.profile.name);
    m_url->setText(view.profile.url.toString());
    m_clientId->setText(view.profile.clientId);
    m_omsId->setText(view.profile.omsId);
    m_accountId->setText(view.profile.accountId);
    m_userId->setText(view.profile.userId);
    m_caFile->setText(view.profile.caFile);
    m_secret->setStored(view.hasSecret);
    checkFields();
}

const BrokerChoice *ConnectionForm::chosenBroker() const
{
    const auto found = std::find_if(m_brokers.begin(), m_brokers.end(), [this](const BrokerChoice &choice) {
        return choice.id == m_broker->currentData().toString();
    });
    return found == m_brokers.end() ? nullptr : &*found;
}

void ConnectionForm::takeBroker()
{
    const BrokerChoice *broker = chosenBroker();
    if (broker == nullptr)
        return;
    // An address that somebody typed stays; the other broker's own goes.
    if (m_url->text().isEmpty() || m_url->text() == m_defaultUrl)
        m_url->setText(broker->defaultUrl.toString());
    m_defaultUrl = broker->defaultUrl.toString();
    const auto setVisible = [this](QWidget *field, bool isVisible) {
        field->setVisible(isVisible);
        m_layout->labelForField(field)->setVisible(isVisible);
    };
    setVisible(m_clientId, broker->hasClientId);
    for (QWidget *field : {m_omsId, m_accountId, m_userId})
        setVisible(field, broker->hasAccountIds);
    m_secretHint->setText(
        broker->hasAccountIds
            ? tr("A session token, or {\"api_key\", \"api_secret\"}, or {\"user\", \"password\"}.")
            : tr("The access token from the broker's login page."));
    checkFields();
}

QString ConnectionForm::nameProblem() const
{
    const QString name = m_name->text();
    if (name.isEmpty())
        return {};
    if (m_isNew && m_taken.contains(name))
        return tr("There is a connection of this name already.");
    return venues::validateName(name)
               ? QString()
               : tr("Up to 32 letters, digits, points, hyphens and underscores, please.");
}

QString ConnectionForm::urlProblem() const
{
    if (m_url->text().isEmpty())
        return {};
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return tr("This is no address.");
    if (venues::validateUrl(url))
        return {};
    if (!url.userInfo().isEmpty() || url.hasQuery())
        return tr("No user name, password or query in the address, please.");
    return tr("Only https and wss are safe; plain http is for this computer alone.");
}

QString ConnectionForm::caFileProblem() const
{
    const QString path = m_caFile->text().trimmed();
    if (!path.isEmpty() && !QFileInfo(path).isAbsolute())
        return tr("The whole path of the file, please.");
    return venues::validateCaFile(path) ? QString()
                                        : tr("This file cannot be read, or holds no certificate.");
}

void ConnectionForm::checkFields()
{
    showProblem(*m_name, *m_nameProblem, nameProblem());
    showProblem(*m_url, *m_urlProblem, urlProblem());
    showProblem(*m_caFile, *m_caFileProblem, caFileProblem());
    Q_EMIT edited();
}

bool ConnectionForm::isValid() const
{
    return !m_name->text().isEmpty() && nameProblem().isEmpty() && !m_url->text().isEmpty() &&
           urlProblem().isEmpty() && caFileProblem().isEmpty();
}

venues::ConnectionProfile ConnectionForm::profile() const
{
    venues::ConnectionProfile profile;
    profile.name = m_name->text();
    profile.broker = m_broker->currentData().toString();
    profile.url = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
    profile.clientId = m_clientId->text().trimmed();
    profile.omsId = m_omsId->text().trimmed();
    profile.accountId = m_accountId->text().trimmed();
    profile.userId = m_userId->text().trimmed();
    profile.caFile = m_caFile->text().trimmed();
    return profile;
}

base::Secret ConnectionForm::takeSecret()
{
    return m_secret->take();
}

void ConnectionForm::focusFirst()
{
    m_isNew ? m_name->setFocus() : m_secret->setFocus();
}

} // namespace ui
