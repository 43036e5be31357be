// SPDX-License-Identifier: Apache-2.0
// What the selection amounts to: how many, how much is left of them, their value per currency, and what the cancel
// button would do with them. Counted anew from the rows whenever they change. Values; nothing here asks or sends.
#pragma once

#include "orders/order.h"

#include <array>
#include <map>
#include <span>

namespace ui {

class SelectionSummary
{
public:
    void add(const orders::Order &order);

    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] int cancellable() const { return m_cancellable; }
    [[nodiscard]] int count(orders::Effect effect) const { return m_effects[static_cast<std::size_t>(effect)]; }
    /// "2,006 remaining · value ₹ 8,08,526.30"; currencies stand side by side and are never added up.
    [[nodiscard]] QString amounts() const;
    /// "Cancel 4: 3 cancel, 1 MAY TRADE" or "Cancel 3 orders".
    [[nodiscard]] QString buttonText() const;
    /// Why the button does nothing; empty where it does.
    [[nodiscard]] QString obstacle() const;

private:
    int m_selected = 0;
    int m_cancellable = 0;
    int m_beingCancelled = 0;
    std::array<int, 4> m_effects{};
    base::Decimal m_remaining{0};
    std::map<QString, base::Decimal> m_values;
    bool m_hasUnpriced = false;
};

} // namespace ui
