// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_dialog.h"

#include "ui/shell/tone.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

template <typename Choice> void fill(QComboBox &box, Choice chosen, const QList<std::pair<Choice, QString>> &choices)
{
    for (const auto &[choice, text] : choices)
        box.addItem(text, static_cast<int>(choice));
    box.setCurrentIndex(box.findData(static_cast<int>(chosen)));
}

template <typename Choice> Choice chosenOf(const QComboBox &box)
{
    return static_cast<Choice>(box.currentData().toInt());
}

std::optional<base::Decimal> limitOf(const QString &text)
{
    const auto limit = base::Decimal::fromText(QString(text).remove(u',').trimmed());
    return limit && !limit->isNegative() ? limit : std::nullopt;
}

} // namespace

SettingsDialog::SettingsDialog(const desk::SettingValues &values, QWidget *parent)
    : QDialog(parent), m_before(values), m_theme(new QComboBox(this)), m_keys(new QComboBox(this)),
      m_language(new QComboBox(this)), m_orders(new QSpinBox(this)), m_value(new QLineEdit(this)),
      m_valueProblem(new QLabel(this)), m_skip(new QCheckBox(this)), m_keep(new QPushButton(tr("&Save"), this))
{
    using desk::KeyScheme;
    using desk::LanguageChoice;
    using desk::ThemeChoice;
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    fill<ThemeChoice>(*m_theme, values.theme,
                      {{ThemeChoice::System, tr("As the system")},
                       {ThemeChoice::Light, tr("Light")},
                       {ThemeChoice::Dark, tr("Dark")},
                       {ThemeChoice::HighContrast, tr("High contrast")}});
    fill<KeyScheme>(*m_keys, values.keys,
                    {{KeyScheme::Standard, tr("Standard (Delete, F5)")},
                     {KeyScheme::Dealer, tr("Dealer (Shift+F1, Shift+F3, F3, Ctrl+R)")}});
    fill<LanguageChoice>(*m_language, values.language,
                         {{LanguageChoice::System, tr("As the system")},
                          {LanguageChoice::English, u"English"_s},
                          {LanguageChoice::Hindi, u"हिन्दी"_s}});
    m_orders->setRange(0, 100'000);
    m_orders->setValue(values.confirmAboveOrders);
    m_value->setText(values.confirmAboveValue.toText());
    m_skip->setText(tr("One regular order is cancelled by the key alone, without the dialog"));
    m_skip->setChecked(values.isDialogSkipped);
    build();
    connect(m_value, &QLineEdit::textChanged, this, &SettingsDialog::checkLimit);
    checkLimit();
}

void SettingsDialog::build()
{
    m_theme->setObjectName(u"themeChoice"_s);
    m_keys->setObjectName(u"keyChoice"_s);
    m_language->setObjectName(u"languageChoice"_s);
    m_orders->setObjectName(u"orderLimit"_s);
    m_value->setObjectName(u"valueLimit"_s);
    m_valueProblem->setObjectName(u"valueProblem"_s);
    setTone(*m_valueProblem, Tone::Refused);
    m_skip->setObjectName(u"skipDialog"_s);
    m_keep->setObjectName(u"saveSettings"_s);
    m_keep->setDefault(true);
    auto *leave = new QPushButton(tr("Leave as it &was"), this);
    leave->setObjectName(u"leaveSettings"_s);
    auto *skipNote = new QLabel(tr("What may trade always asks."), this);
    skipNote->setObjectName(u"skipNote"_s);
    setTone(*skipNote, Tone::Dim);
    auto *languageNote = new QLabel(tr("The language changes at the next start."), this);
    languageNote->setObjectName(u"languageNote"_s);
    setTone(*languageNote, Tone::Dim);

    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("&Looks"), m_theme);
    form->addRow(tr("&Keys"), m_keys);
    form->addRow(tr("L&anguage"), m_language);
    form->addRow({}, languageNote);
    form->addRow(tr("Type the count or hold, above &orders"), m_orders);
    form->addRow(tr("… or above this &value in one currency"), m_value);
    form->addRow({}, m_valueProblem);
    form->addRow(m_skip);
    form->addRow(skipNote);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(leave);
    buttons->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(520);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
}

void SettingsDialog::checkLimit()
{
    const bool isGood = limitOf(m_value->text()).has_value();
    m_valueProblem->setText(isGood ? QString() : tr("A number, please."));
    m_valueProblem->setVisible(!isGood);
    m_keep->setEnabled(isGood);
}

desk::SettingValues SettingsDialog::values() const
{
    desk::SettingValues values = m_before;
    values.theme = chosenOf<desk::ThemeChoice>(*m_theme);
    values.keys = chosenOf<desk::KeyScheme>(*m_keys);
    values.language = chosenOf<desk::LanguageChoice>(*m_language);
    values.confirmAboveOrders = m_orders->value();
    values.confirmAboveValue = limitOf(m_value->text()).value_or(m_before.confirmAboveValue);
    values.isDialogSkipped = m_skip->isChecked();
    return values;
}

} // namespace ui
