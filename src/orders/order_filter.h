// SPDX-License-Identifier: Apache-2.0
// The search language of the window and of the terminal program (cli.md, rulings.md 21): words match any text
// field; side:sell, symbol:NIFTY*, price>100, age>5m test one; a leading "-" negates; all must hold.
#pragma once

#include "base/result.h"
#include "orders/order_fields.h"

#include <QString>

#include <vector>

namespace orders {

class OrderFilter
{
public:
    OrderFilter() = default; // lets everything through

    /// Usage errors say which part does not parse; a filter that does not parse is never "everything".
    [[nodiscard]] static base::Result<OrderFilter> parse(const QString &text);

    [[nodiscard]] bool matches(const Order &order, base::WallTime now) const;
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// Its answer changes with time alone, without a change of any row.
    [[nodiscard]] bool dependsOnTime() const;

private:
    enum class Operator : unsigned char { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    enum class Subject : unsigned char { AnyText, Field, Age };
    struct Term
    {
        Subject subject = Subject::AnyText;
        const FieldSpec *field = nullptr;
        Operator op = Operator::Equal;
        bool isNegated = false;
        QString text;               // AnyText: the word; Field: the pattern
        base::Decimal number;       // for number fields
        base::milliseconds span{0}; // Age; for time fields, since 1970
    };
    class Parser;

    template <typename T> [[nodiscard]] static bool compares(const T &a, const T &b, Operator op);
    [[nodiscard]] static bool holds(const Term &term, const Order &order, base::WallTime now);

    std::vector<Term> m_terms;
};

} // namespace orders
