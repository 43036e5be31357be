// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/number_text.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// QLocale does not tell its groups before Qt 6.8, so a number of its own shows them.
QString probe(const QLocale &locale, qlonglong number)
{
    return locale.toString(number);
}

} // namespace

NumberText::NumberText(const QLocale &locale)
    : m_minus(locale.negativeSign())
    , m_point(locale.decimalPoint())
{
    if (locale.zeroDigit().size() == 1)
        m_zero = locale.zeroDigit().front().unicode();
    if (locale.numberOptions().testFlag(QLocale::OmitGroupSeparator) || locale.groupSeparator().isEmpty()) {
        m_leastToGroup = std::numeric_limits<qsizetype>::max();
        return;
    }
    m_separator = locale.groupSeparator();
    const QStringList groups = probe(locale, 1'111'111'111'111).split(m_separator);
    if (groups.size() > 2) {
        m_lastGroup = groups.constLast().size();
        m_otherGroups = groups[groups.size() - 2].size();
    }
    qlonglong number = 1;
    for (m_leastToGroup = 1; m_leastToGroup < 10 && !probe(locale, number).contains(m_separator);
         ++m_leastToGroup)
        number = number * 10 + 1;
}

QString NumberText::of(const base::Decimal &number, int places) const
{
    const QString text = number.toText();
    QStringView whole(text);
    const bool isNegative = whole.startsWith(u'-');
    if (isNegative)
        whole = whole.sliced(1);
    QStringView fraction;
    const qsizetype point = whole.indexOf(u'.');
    if (point >= 0) {
        fraction = whole.sliced(point + 1);
        whole = whole.first(point);
    }
    const auto isDigits = [](QStringView part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || !number.isNumber() || !isDigits(whole) || !isDigits(fraction))
        return text; // no number, or one with an exponent that keeps its own text

    QString result = isNegative ? m_minus : QString();
    result += grouped(whole);
    if (!fraction.isEmpty() || places > 0)
        result += m_point + written(fraction) +
                  QString(std::max<qsizetype>(places - fraction.size(), 0), QChar(m_zero));
    return result;
}

QString NumberText::grouped(QStringView digits) const
{
    if (digits.size() < m_leastToGroup)
        return written(digits);
    QString result = written(digits.last(m_lastGroup));
    for (digits.chop(m_lastGroup); !digits.isEmpty(); digits.chop(std::min(m_otherGroups, digits.size())))
        result.prepend(written(digits.last(std::min(m_otherGroups, digits.size()))) + m_separator);
    return result;
}

QString NumberText::written(QStringView digits) const
{
    QString result = digits.toString();
    if (m_zero != u'0') {
        for (QChar &digit : result)
            digit = QChar(static_cast<char16_t>(m_zero + (digit.unicode() - u'0')));
    }
    return result;
}

} // namespace ui
