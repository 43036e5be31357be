// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace base {

namespace {

__extension__ using Wide = unsigned __int128;
constexpr Wide maxWide = (~Wide{0}) >> 1;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

struct Parts
{
    bool negative = false;
    std::string digits;  // without the point
    long long point = 0; // how many of the digits stand before the point; may lie outside of them
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Splits "-12.50e3" into its parts; false when it is no number.
bool split(std::string_view text, Parts &parts)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    std::size_t i = 0;
    while (i < text.size() && isDigit(text[i]))
        parts.digits += text[i++];
    parts.point = static_cast<long long>(parts.digits.size());
    if (i < text.size() && text[i] == '.') {
        const std::size_t before = parts.digits.size();
        for (++i; i < text.size() && isDigit(text[i]); ++i)
            parts.digits += text[i];
        if (parts.digits.size() == before)
            return false;
    }
    if (parts.digits.empty())
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        std::string_view exponent = text.substr(i + 1);
        if (!exponent.empty() && exponent.front() == '+')
            exponent.remove_prefix(1);
        int value = 0;
        const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
        if (error != std::errc{} || end != exponent.data() + exponent.size() || std::abs(value) > 400)
            return false;
        parts.point += value;
        i = text.size();
    }
    return i == text.size();
}

// |a| * |b| / 10^18, rounded half up; false when it does not fit.
bool multiplied(Wide a, Wide b, Wide &result)
{
    constexpr std::uint64_t scale = 1'000'000'000'000'000'000ULL;
    const Wide whole = a / scale;
    const Wide rest = a % scale; // below 2^60
    if (whole != 0 && b > maxWide / whole)
        return false;
    const Wide high = (b / scale) * rest;
    const Wide low = ((b % scale) * rest + scale / 2) / scale; // both factors below 2^60
    const Wide first = whole * b;
    if (first > maxWide - high || first + high > maxWide - low)
        return false;
    result = first + high + low;
    return true;
}

} // namespace

Decimal Decimal::exact(Units units)
{
    Decimal result;
    result.m_units = units;
    result.m_state = State::Exact;
    return result;
}

std::optional<Decimal> Decimal::fromText(std::string_view text)
{
    text = trimmed(text);
    Parts parts;
    if (!split(text, parts))
        return std::nullopt;

    // Walk to 18 places after the point, then see whether anything was left out.
    Wide units = 0;
    bool fits = true;
    const long long wanted = parts.point + places;
    const auto digitAt = [&parts](long long i) {
        const bool inside = i >= 0 && i < static_cast<long long>(parts.digits.size());
        return static_cast<unsigned>(inside ? parts.digits[static_cast<std::size_t>(i)] - '0' : 0);
    };
    for (long long i = std::min(0LL, wanted); i < wanted; ++i) {
        const unsigned digit = digitAt(i);
        fits = fits && units <= (maxWide - digit) / 10;
        units = fits ? units * 10 + digit : maxWide;
    }
    bool isWhole = fits;
    for (long long i = std::max(wanted, 0LL); i < static_cast<long long>(parts.digits.size()); ++i)
        isWhole = isWhole && digitAt(i) == 0;
    if (fits && !isWhole && digitAt(wanted) >= 5 && units < maxWide)
        ++units;

    Decimal result = exact(parts.negative ? -static_cast<Units>(units) : static_cast<Units>(units));
    if (!isWhole) {
        result.m_state = State::Rounded;
        result.m_text = std::make_shared<const QString>(
            QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
    }
    return result;
}

std::optional<Decimal> Decimal::fromText(QStringView text)
{
    const QByteArray latin = text.toLatin1();
    return fromText(std::string_view(latin.constData(), static_cast<std::size_t>(latin.size())));
}

Decimal Decimal::unreadable(const QString &text)
{
    Decimal result;
    result.m_state = State::Unreadable;
    result.m_text = std::make_shared<const QString>(text);
    return result;
}

QString Decimal::toText() const
{
    if (m_text)
        return *m_text;
    if (m_state == State::Null)
        return {};
    const bool negative = m_units < 0;
    Wide rest = negative ? -static_cast<Wide>(m_units) : static_cast<Wide>(m_units);
    char buffer[48];
    char *end = buffer + sizeof buffer;
    char *at = end;
    for (int i = 0; i < places; ++i, rest /= 10)
        *--at = static_cast<char>('0' + static_cast<int>(rest % 10));
    *--at = '.';
    do {
        *--at = static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (negative)
        *--at = '-';
    while (end[-1] == '0')
        --end;
    if (end[-1] == '.')
        --end;
    return QString::fromLatin1(at, end - at);
}

double Decimal::toDouble() const
{
    return isNumber() ? static_cast<double>(m_units) / static_cast<double>(one) : std::nan("");
}

Decimal Decimal::plus(const Decimal &other) const
{
    Units sum = 0;
    if (!isNumber() || !other.isNumber() || __builtin_add_overflow(m_units, other.m_units, &sum))
        return {};
    return exact(sum);
}

Decimal Decimal::minus(const Decimal &other) const
{
    Units difference = 0;
    if (!isNumber() || !other.isNumber() || __builtin_sub_overflow(m_units, other.m_units, &difference))
        return {};
    return exact(difference);
}

Decimal Decimal::times(const Decimal &other) const
{
    if (!isNumber() || !other.isNumber())
        return {};
    const auto size = [](Units units) {
        return units < 0 ? -static_cast<Wide>(units) : static_cast<Wide>(units);
    };
    Wide product = 0;
    if (!multiplied(size(m_units), size(other.m_units), product))
        return {};
    const bool negative = (m_units < 0) != (other.m_units < 0);
    return exact(negative ? -static_cast<Units>(product) : static_cast<Units>(product));
}

std::partial_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    if (a.isNumber() && b.isNumber())
        return a.m_units <=> b.m_units;
    return a == b ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

bool operator==(const Decimal &a, const Decimal &b)
{
    if (a.isNumber() && b.isNumber())
        return a.m_units == b.m_units;
    if (a.m_state != b.m_state)
        return false;
    return a.m_state == Decimal::State::Null || *a.m_text == *b.m_text;
}

} // namespace base
