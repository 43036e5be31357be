// SPDX-License-Identifier: Apache-2.0
// Exact numbers in the user's own writing: 12,34,567.50 in en_IN. Separators go into the exact decimal text;
// a number never passes through a double. For the screen alone: files, wires and the clipboard use the C
// locale.
#pragma once

#include "base/decimal.h"

#include <QLocale>

namespace ui {

class NumberText
{
public:
    explicit NumberText(const QLocale &locale = QLocale());

    /// At least so many places after the point; more where the number has them. "" for none; a text that is
    /// no number as it is.
    [[nodiscard]] QString of(const base::Decimal &number, int places = 0) const;

private:
    [[nodiscard]] QString grouped(QStringView digits) const;
    [[nodiscard]] QString written(QStringView digits) const;

    QString m_minus;
    QString m_point;
    QString m_separator;
    char16_t m_zero = u'0';
    qsizetype m_lastGroup = 3;    // digits next to the point
    qsizetype m_otherGroups = 3;  // further left
    qsizetype m_leastToGroup = 4; // shorter numbers stand without a separator
};

} // namespace ui
