// SPDX-License-Identifier: Apache-2.0
// A value of the sort column squeezed into 128 bits whose order is the order of the values, so that 100,000
// rows are sorted without touching an order. Most values fit; where one does not, equal keys say "look at the
// value".
#pragma once

#include "base/decimal.h"

#include <QStringView>

#include <compare>
#include <cstdint>
#include <optional>

namespace ui {

/// Letters without their case, by code unit: the order that text keys keep too.
[[nodiscard]] int compareFolded(QStringView a, QStringView b);

class SortKey
{
public:
    SortKey() = default; // sorts behind everything

    [[nodiscard]] static SortKey ofText(QStringView text, bool isDescending);
    [[nodiscard]] static SortKey ofNumber(const base::Decimal &number, bool isDescending);
    [[nodiscard]] static SortKey ofInteger(std::optional<std::int64_t> value, bool isDescending);

    /// Ascending by key is the wanted order in either direction; values that are missing come last in both.
    auto operator<=>(const SortKey &) const = default;
    /// Two equal keys of which this is one mean equal values.
    [[nodiscard]] bool isWhole() const { return (m_low & 1) == 0; }

private:
    SortKey(std::uint64_t high, std::uint64_t low)
        : m_high(high)
        , m_low(low)
    {
    }
    [[nodiscard]] static SortKey make(std::uint64_t high, std::uint64_t low, bool isWhole, bool isDescending);

    std::uint64_t m_high = ~std::uint64_t{0};
    std::uint64_t m_low = ~std::uint64_t{1};
};

} // namespace ui
