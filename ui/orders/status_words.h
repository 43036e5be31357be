// SPDX-License-Identifier: Apache-2.0
// The words of the Status cell: of a cancel of ours while there is one, else of the book's state, in the way
// that people on a desk say it. Words and their weight; no colours, no state.
#pragma once

#include "orders/order.h"
#include "ui/orders/cancel_mark.h"

#include <QCoreApplication>

namespace ui {

/// What a cell's words mean, for whoever paints them.
enum class CellTone : unsigned char { Normal, Dim, Strong, Buy, Sell, Waiting, Refused, Proved };

class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StatusWords)

public:
    [[nodiscard]] static QString of(const orders::Order &order, const CancelMark &mark, base::MonoTime now);
    [[nodiscard]] static CellTone toneOf(const orders::Order &order, const CancelMark &mark);
    /// "3 s", "14 m", "9 h", "2 d"; nothing for a time that has not come.
    [[nodiscard]] static QString span(base::milliseconds span);

private:
    [[nodiscard]] static QString ofMark(const CancelMark &mark, base::MonoTime now);
    [[nodiscard]] static QString ofState(const orders::Order &order);
    [[nodiscard]] static QString ofOpen(const orders::Order &order);
};

} // namespace ui
