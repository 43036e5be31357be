// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/sort_key.h"

#include <bit>

namespace ui {

namespace {

char16_t folded(char16_t unit)
{
    if (unit >= 128)
        unit = static_cast<char16_t>(QChar::toCaseFolded(char32_t{unit})); // of one unit: stays within one
    return unit >= u'a' && unit <= u'z' ? static_cast<char16_t>(unit - 32) : unit;
}

constexpr std::uint64_t signBit = std::uint64_t{1} << 63;

} // namespace

int compareFolded(QStringView a, QStringView b)
{
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        const char16_t left = folded(a[i].unicode());
        const char16_t right = folded(b[i].unicode());
        if (left != right)
            return left < right ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

// Bit 1 of the low word puts whole texts before the longer ones that begin alike, and is inverted with the
// rest for a descending key; bit 0 says the same for isWhole() and never is.
SortKey SortKey::make(std::uint64_t high, std::uint64_t low, bool isWhole, bool isDescending)
{
    low = (low & ~std::uint64_t{3}) | (isWhole ? 0 : 2);
    if (isDescending) {
        high = ~high;
        low = ~low;
    }
    return {high, (low & ~std::uint64_t{1}) | (isWhole ? 0 : 1)};
}

SortKey SortKey::ofText(QStringView text, bool isDescending)
{
    if (text.isEmpty())
        return {};
    // 21 characters of 6 bits: 0 for the end, 1 to 62 for ' ' to ']', 63 for anything above.
    constexpr qsizetype capacity = 21;
    std::uint64_t words[2] = {0, 0};
    bool isWhole = text.size() <= capacity;
    int shift = 122; // of the next character within 128 bits
    for (qsizetype i = 0; i < std::min(text.size(), capacity); ++i, shift -= 6) {
        const char16_t unit = folded(text[i].unicode());
        const bool isPlain = unit >= u' ' && unit <= u']';
        const auto code = static_cast<std::uint64_t>(isPlain ? unit - u' ' + 1 : (unit < u' ' ? 0 : 63));
        if (shift >= 64) {
            words[0] |= code << (shift - 64);
        } else if (shift > 58) {
            words[0] |= code >> (64 - shift);
            words[1] |= code << shift;
        } else {
            words[1] |= code << shift;
        }
        if (!isPlain) {
            isWhole = false;
            break;
        }
    }
    return make(words[0], words[1], isWhole, isDescending);
}

SortKey SortKey::ofNumber(const base::Decimal &number, bool isDescending)
{
    if (!number.isNumber())
        return number.isNull() ? SortKey() : SortKey(~std::uint64_t{0}, 0);
    const auto bits = std::bit_cast<std::uint64_t>(number.toDouble() + 0.0); // no negative zero
    return make((bits & signBit) != 0 ? ~bits : bits | signBit, 0, false, isDescending);
}

SortKey SortKey::ofInteger(std::optional<std::int64_t> value, bool isDescending)
{
    if (!value)
        return {};
    return make(static_cast<std::uint64_t>(*value) ^ signBit, 0, true, isDescending);
}

} // namespace ui
