// SPDX-License-Identifier: Apache-2.0
// The five drawers of the window: what stands in each, and how many. "Open" is everything that may still
// fill, so what is being cancelled stands there too. A row may stand in several; pure functions, no state.
#pragma once

#include "orders/order.h"
#include "ui/orders/cancel_mark.h"

#include <array>

namespace ui {

enum class Category : unsigned char {
    Open,
    BeingCancelled, // by us, or by the venue's own word
    Closed,         // filled, cancelled, expired
    Refused,        // the order was rejected, or our cancel was and the order is alive
    All,
};

inline constexpr std::array allCategories{Category::Open, Category::BeingCancelled, Category::Closed,
                                          Category::Refused, Category::All};

class CategorySet
{
public:
    constexpr CategorySet() = default;

    [[nodiscard]] constexpr bool has(Category category) const { return (m_bits & bit(category)) != 0; }
    constexpr void add(Category category) { m_bits = static_cast<unsigned char>(m_bits | bit(category)); }
    bool operator==(const CategorySet &) const = default;

private:
    static constexpr unsigned bit(Category category) { return 1U << static_cast<unsigned>(category); }
    unsigned char m_bits = 0;
};

[[nodiscard]] CategorySet categoriesOf(const orders::Order &order, CancelStep step);

/// How many rows each category has, whatever the search says.
class CategoryCounts
{
public:
    [[nodiscard]] int of(Category category) const { return m_counts[static_cast<std::size_t>(category)]; }
    void add(CategorySet set, int by);
    bool operator==(const CategoryCounts &) const = default;

private:
    std::array<int, allCategories.size()> m_counts{};
};

} // namespace ui
