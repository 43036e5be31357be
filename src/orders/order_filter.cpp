// SPDX-License-Identifier: Apache-2.0
#include "orders/order_filter.h"

#include <QDateTime>

#include <algorithm>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

// Each term is asked of each row: a hundred thousand rows are to answer within a moment.
constexpr qsizetype longest = 4096;

// "*" stands for any run of characters; everything else for itself, in any case of letters.
bool matchesPattern(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p].toCaseFolded() == text[t].toCaseFolded()) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

bool containsWord(const Order &order, const QString &word)
{
    const auto fields = orderFields();
    const QString pattern = word.contains(u'*') ? u'*' + word + u'*' : QString();
    return std::any_of(fields.begin(), fields.end(), [&](const FieldSpec &field) {
        if (field.type != FieldType::Text)
            return false;
        const QString text = field.text(order);
        if (pattern.isEmpty())
            return text.contains(word, Qt::CaseInsensitive);
        return !text.isEmpty() && matchesPattern(text, pattern);
    });
}

} // namespace

class OrderFilter::Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    base::Result<OrderFilter> parse()
    {
        if (m_text.size() > longest)
            return base::failure(base::ErrorKind::Usage,
                                 u"a filter has no more than %1 characters"_s.arg(longest));
        OrderFilter filter;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            Term term;
            const QString error = readTerm(term);
            if (!error.isEmpty())
                return base::failure(base::ErrorKind::Usage, error);
            filter.m_terms.push_back(term);
        }
        return filter;
    }

private:
    // Each returns what is wrong, or nothing.
    QString readTerm(Term &term)
    {
        const qsizetype start = m_at;
        if (m_text[m_at] == u'-') {
            term.isNegated = true;
            ++m_at;
        }
        const qsizetype nameStart = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
            ++m_at;
        const QString name = m_text.mid(nameStart, m_at - nameStart);
        if (!name.isEmpty() && readOperator(term.op))
            return readField(name, term, start);
        m_at = nameStart;
        term.subject = Subject::AnyText;
        if (!readValue(term.text))
            return unclosed(start);
        return term.text.isEmpty() ? u"a lone \"-\" is no filter"_s : QString();
    }

    bool readOperator(Operator &op)
    {
        static constexpr std::pair<QLatin1StringView, Operator> operators[] = {
            {"!="_L1, Operator::NotEqual},       {"<="_L1, Operator::LessOrEqual},
            {">="_L1, Operator::GreaterOrEqual}, {":"_L1, Operator::Equal},
            {"="_L1, Operator::Equal},           {"<"_L1, Operator::Less},
            {">"_L1, Operator::Greater},
        };
        for (const auto &[text, value] : operators) {
            if (QStringView(m_text).sliced(m_at).startsWith(text)) {
                m_at += text.size();
                op = value;
                return true;
            }
        }
        return false;
    }

    bool readValue(QString &value)
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            const qsizetype end = m_text.indexOf(u'"', m_at + 1);
            if (end < 0)
                return false;
            value = m_text.mid(m_at + 1, end - m_at - 1);
            m_at = end + 1;
            return true;
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
        value = m_text.mid(start, m_at - start);
        return true;
    }

    QString readField(const QString &name, Term &term, qsizetype start)
    {
        if (!readValue(term.text))
            return unclosed(start);
        if (term.text.isEmpty())
            return u"nothing stands after \"%1\""_s.arg(m_text.mid(start, m_at - start));
        if (name.compare("age"_L1, Qt::CaseInsensitive) == 0) {
            term.subject = Subject::Age;
            return readAge(term);
        }
        term.subject = Subject::Field;
        term.field = findOrderField(name);
        if (!term.field)
            return u"there is no field \"%1\""_s.arg(name);
        switch (term.field->type) {
        case FieldType::Number:
            return readNumber(name, term);
        case FieldType::Time:
            return readTime(name, term);
        case FieldType::Flag:
            if (term.text.compare("true"_L1, Qt::CaseInsensitive) != 0 &&
                term.text.compare("false"_L1, Qt::CaseInsensitive) != 0)
                return u"\"%1\" is true or false, not \"%2\""_s.arg(name, term.text);
            break;
        case FieldType::Text:
            break;
        }
        if (term.op != Operator::Equal && term.op != Operator::NotEqual)
            return u"\"%1\" is text: it can be compared with : = and != only"_s.arg(name);
        return {};
    }

    static QString readNumber(const QString &name, Term &term)
    {
        const auto number = base::Decimal::fromText(term.text);
        if (!number)
            return u"\"%1\" needs a number, not \"%2\""_s.arg(name, term.text);
        term.number = *number;
        return {};
    }

    static QString readTime(const QString &name, Term &term)
    {
        const QDateTime time = QDateTime::fromString(term.text, Qt::ISODate);
        if (!time.isValid())
            return u"\"%1\" needs a time like 2026-01-31T09:15:00Z, not \"%2\""_s.arg(name, term.text);
        term.span = base::milliseconds(time.toMSecsSinceEpoch());
        return {};
    }

    static QString readAge(Term &term)
    {
        static constexpr std::pair<char16_t, qint64> units[] = {
            {u's', 1'000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}};
        for (const auto &[letter, length] : units) {
            if (term.text.back().toLower() != QChar(letter))
                continue;
            const auto count = base::Decimal::fromText(QStringView(term.text).chopped(1));
            if (count && !count->isNegative() && count->toDouble() < 1e6) {
                term.span =
                    base::milliseconds(static_cast<qint64>(count->toDouble() * static_cast<double>(length)));
                return {};
            }
        }
        return u"an age is a number with s, m, h or d, not \"%1\""_s.arg(term.text);
    }

    QString unclosed(qsizetype start) const
    {
        return u"the quote in \"%1\" is not closed"_s.arg(m_text.mid(start));
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

template <typename T> bool OrderFilter::compares(const T &a, const T &b, Operator op)
{
    switch (op) {
    case Operator::Equal:
        return a == b;
    case Operator::NotEqual:
        return a != b;
    case Operator::Less:
        return a < b;
    case Operator::LessOrEqual:
        return a <= b;
    case Operator::Greater:
        return a > b;
    case Operator::GreaterOrEqual:
        return a >= b;
    }
    Q_UNREACHABLE();
}

base::Result<OrderFilter> OrderFilter::parse(const QString &text)
{
    return Parser(text).parse();
}

bool OrderFilter::matches(const Order &order, base::WallTime now) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return holds(term, order, now) != term.isNegated; });
}

bool OrderFilter::dependsOnTime() const
{
    return std::any_of(m_terms.begin(), m_terms.end(),
                       [](const Term &term) { return term.subject == Subject::Age; });
}

bool OrderFilter::holds(const Term &term, const Order &order, base::WallTime now)
{
    switch (term.subject) {
    case Subject::AnyText:
        return containsWord(order, term.text);
    case Subject::Age:
        return order.placedAt && compares(now - *order.placedAt, term.span, term.op);
    case Subject::Field:
        break;
    }
    if (term.field->type == FieldType::Number) {
        const base::Decimal value = term.field->number(order);
        return value.isNumber() && compares(value, term.number, term.op);
    }
    if (term.field->type == FieldType::Time)
        return order.placedAt && compares(order.placedAt->time_since_epoch(), term.span, term.op);
    const QString value = term.field->text(order);
    return !value.isEmpty() && matchesPattern(value, term.text) == (term.op == Operator::Equal);
}

} // namespace orders
