// SPDX-License-Identifier: Apache-2.0
// What the user may choose: looks, keys, language, and when the confirm dialog asks for more than a click. It works
// on a copy; whoever opened it takes values() and keeps them.
#pragma once

#include "desk/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const desk::SettingValues &values, QWidget *parent = nullptr);

    [[nodiscard]] desk::SettingValues values() const;

private:
    void build();
    void checkLimit();

    const desk::SettingValues m_before;
    QComboBox *m_theme;
    QComboBox *m_keys;
    QComboBox *m_language;
    QSpinBox *m_orders;
    QLineEdit *m_value;
    QLabel *m_valueProblem;
    QCheckBox *m_skip;
    QPushButton *m_keep;
};

} // namespace ui
