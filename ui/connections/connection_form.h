// SPDX-License-Identifier: Apache-2.0
// The fields of one connection, with what is wrong with them said beside them. It makes a profile and a
// secret of what was typed; it neither saves nor signs in.
#pragma once

#include "base/secret.h"
#include "desk/connection.h"
#include "ui/connections/broker_choice.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

class SecretField;

class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(BrokerChoices brokers, QWidget *parent = nullptr);

    /// Empty fields for a new connection; `taken` are the names that it cannot have.
    void beginNew(const QStringList &taken);
    void show(const desk::ConnectionView &view);
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] venues::ConnectionProfile profile() const;
    [[nodiscard]] base::Secret takeSecret();
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void buildFields();
    [[nodiscard]] QWidget *caFileRow();
    void browseForCaFile();
    void takeBroker();
    void checkFields();
    [[nodiscard]] const BrokerChoice *chosenBroker() const;
    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString urlProblem() const;
    [[nodiscard]] QString caFileProblem() const;

    const BrokerChoices m_brokers;
    QStringList m_taken;
    QString m_defaultUrl;
    bool m_isNew = true;
    QFormLayout *m_layout;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    QComboBox *m_broker;
    QLineEdit *m_url;
    QLabel *m_urlProblem;
    QLineEdit *m_clientId;
    QLineEdit *m_omsId;
    QLineEdit *m_accountId;
    QLineEdit *m_userId;
    QLineEdit *m_caFile;
    QLabel *m_caFileProblem;
    SecretField *m_secret;
    QLabel *m_secretHint;
};

} // namespace ui
