// SPDX-License-Identifier: Apache-2.0
// What each cell of the table says to a person: words, numbers in the user's writing, local times, tool tips,
// and the sentence that a screen reader says for a row. The model and the delegate ask it; the clipboard does
// not.
#pragma once

#include "ui/orders/order_columns.h"
#include "ui/orders/status_words.h"
#include "ui/shared/number_text.h"

namespace ui {

/// A row as the table shows it now.
struct RowFacts
{
    const orders::Order *order = nullptr;
    CancelMark mark;
    int legCount = 0;       // shown under it
    bool isLeg = false;     // stands under another
    bool isContext = false; // shown for its entry's or its leg's sake only
    bool isStale = false;   // its book could not be loaded

    [[nodiscard]] bool isBeingCancelled() const
    {
        return order->isAlive() &&
               (isOnItsWay(mark.step) || order->state == orders::OrderState::BeingCancelled);
    }
};

struct CellTimes
{
    base::WallTime wall;
    base::MonoTime monotonic;
};

class CellText
{
    Q_DECLARE_TR_FUNCTIONS(ui::CellText)

public:
    explicit CellText(const QLocale &locale = QLocale())
        : m_locale(locale)
        , m_numbers(locale)
    {
    }

    [[nodiscard]] QString of(const RowFacts &row, ColumnId column, const CellTimes &now) const;
    [[nodiscard]] static CellTone toneOf(const RowFacts &row, ColumnId column);
    [[nodiscard]] QString toolTipOf(const RowFacts &row, ColumnId column, const CellTimes &now) const;
    /// "Sell 50 of 75 INFY-EQ, limit 1,510.00, Cancel sent 3 s, may still fill"
    [[nodiscard]] QString sentenceOf(const RowFacts &row, const CellTimes &now) const;

    [[nodiscard]] static QString sideWord(const orders::Order &order); // "BUY"
    [[nodiscard]] static QString kindWord(const QString &kind);
    /// "Stop · THIRD": our word by the row, the broker's beside it.
    [[nodiscard]] static QString legWord(const orders::Order &order);

private:
    [[nodiscard]] QString price(const base::Decimal &price, bool isZeroMeant) const;
    [[nodiscard]] QString time(base::WallTime time, base::WallTime now) const;

    QLocale m_locale;
    NumberText m_numbers;
};

} // namespace ui
