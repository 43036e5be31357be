// SPDX-License-Identifier: Apache-2.0
// A quantity or price as the venue wrote it: a 128-bit integer of 10^-18 units, never a double.
// A number with more than 18 places (or too large) keeps its own text and is compared by its rounded value; a
// text that is no number keeps its text too and compares as unknown, so that it never hides an order.
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <memory>
#include <optional>
#include <string_view>

namespace base {

class Decimal
{
public:
    Decimal() = default;
    Decimal(int value)
        : m_units(static_cast<Units>(value) * one)
        , m_state(State::Exact)
    {
    }

    /// Takes what JSON takes for a number, besides a leading "+" and blanks at either end; nullopt otherwise.
    [[nodiscard]] static std::optional<Decimal> fromText(std::string_view text);
    [[nodiscard]] static std::optional<Decimal> fromText(QStringView text);
    /// For a field that holds something else than a number: shown as it is, known to be no number.
    [[nodiscard]] static Decimal unreadable(const QString &text);

    [[nodiscard]] bool isNumber() const { return m_state == State::Exact || m_state == State::Rounded; }
    /// No value was given at all.
    [[nodiscard]] bool isNull() const { return m_state == State::Null; }
    [[nodiscard]] bool isZero() const { return isNumber() && m_units == 0; }
    [[nodiscard]] bool isNegative() const { return isNumber() && m_units < 0; }

    /// The shortest plain form ("22", "11.9", "0.00000001"), never an exponent; "" for null.
    [[nodiscard]] QString toText() const;
    /// For drawing and estimates alone.
    [[nodiscard]] double toDouble() const;

    /// Null or unreadable on either side gives null; so does an overflow.
    [[nodiscard]] Decimal plus(const Decimal &other) const;
    [[nodiscard]] Decimal minus(const Decimal &other) const;
    [[nodiscard]] Decimal times(const Decimal &other) const;

    /// Numbers by value; anything else is unordered against everything, and equal only to the same text.
    friend std::partial_ordering operator<=>(const Decimal &a, const Decimal &b);
    friend bool operator==(const Decimal &a, const Decimal &b);

private:
    __extension__ using Units = __int128;
    enum class State : unsigned char { Null, Exact, Rounded, Unreadable };
    static constexpr int places = 18;
    static constexpr Units one = 1'000'000'000'000'000'000;

    static Decimal exact(Units units);

    Units m_units = 0;
    std::shared_ptr<const QString> m_text; // set when the units are not the whole truth
    State m_state = State::Null;
};

} // namespace base
