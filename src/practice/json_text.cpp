// SPDX-License-Identifier: Apache-2.0
#include "practice/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace practice {

namespace {

bool isSpecial(char16_t letter)
{
    return letter == u'"' || letter == u'\\' || letter < 0x20;
}

void appendEscaped(QByteArray &out, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    for (const char letter : bytes) {
        if (letter == '"' || letter == '\\')
            out += '\\';
        if (static_cast<unsigned char>(letter) < 0x20)
            out += "\\u" + QByteArray::number(letter, 16).rightJustified(4, '0');
        else
            out += letter;
    }
}

// Rows repeat plain words a million times: those go across letter by letter, without a copy in between.
void appendQuoted(QByteArray &out, const QString &text)
{
    const bool isPlain = std::none_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter.unicode() > 0x7e || isSpecial(letter.unicode());
    });
    out += '"';
    if (isPlain) {
        const qsizetype start = out.size();
        out.resize(start + text.size());
        std::transform(text.cbegin(), text.cend(), out.begin() + start,
                       [](QChar letter) { return static_cast<char>(letter.unicode()); });
    } else {
        appendEscaped(out, text);
    }
    out += '"';
}

void appendNumber(QByteArray &out, qint64 value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end - digits.data());
}

void appendPrice(QByteArray &out, Paise price, bool wholeAsFraction)
{
    const Paise size = std::abs(price);
    if (price < 0)
        out += '-';
    appendNumber(out, size / 100);
    const int rest = static_cast<int>(size % 100);
    if (rest != 0 || wholeAsFraction) {
        out += '.';
        out += static_cast<char>('0' + rest / 10);
    }
    if (rest % 10 != 0)
        out += static_cast<char>('0' + rest % 10);
}

} // namespace

QByteArray priceToken(Paise price, bool wholeAsFraction)
{
    QByteArray token;
    appendPrice(token, price, wholeAsFraction);
    return token;
}

QByteArray quoted(const QString &text)
{
    QByteArray out;
    appendQuoted(out, text);
    return out;
}

void JsonText::beginObject()
{
    m_out += '{';
    m_isFirst = true;
}

void JsonText::endObject()
{
    m_out += '}';
}

void JsonText::text(QByteArrayView name, const QString &value)
{
    key(name);
    appendQuoted(m_out, value);
}

void JsonText::number(QByteArrayView name, qint64 value)
{
    key(name);
    appendNumber(m_out, value);
}

void JsonText::truth(QByteArrayView name, bool value)
{
    raw(name, value ? "true" : "false");
}

void JsonText::price(QByteArrayView name, Paise value, bool wholeAsFraction)
{
    key(name);
    appendPrice(m_out, value, wholeAsFraction);
}

void JsonText::raw(QByteArrayView name, QByteArrayView token)
{
    key(name);
    m_out += token;
}

void JsonText::key(QByteArrayView name)
{
    m_out += m_isFirst ? "\"" : ",\"";
    m_out += name;
    m_out += "\":";
    m_isFirst = false;
}

} // namespace practice
