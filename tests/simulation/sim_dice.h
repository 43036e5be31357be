// SPDX-License-Identifier: Apache-2.0
// The dice of a simulated day: the same seed throws the same numbers on every machine and library.
#pragma once

#include "base/clock.h"

#include <array>
#include <cstdint>

namespace simulation {

class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed * 0x9e3779b97f4a7c15U + 0x1234567U)
    {
    }

    std::uint64_t next() // splitmix64
    {
        std::uint64_t mixed = m_state += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    /// 0 to end - 1; 0 where there is nothing to choose from.
    int below(int end) { return end <= 0 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
    int between(int first, int last) { return first + below(last - first + 1); }
    /// Out of a thousand.
    bool chance(int perMille) { return below(1000) < perMille; }
    base::milliseconds time(int firstMs, int lastMs) { return base::milliseconds(between(firstMs, lastMs)); }
    template <typename Value, std::size_t size> const Value &oneOf(const std::array<Value, size> &values)
    {
        return values.at(static_cast<std::size_t>(below(static_cast<int>(size))));
    }

private:
    std::uint64_t m_state;
};

} // namespace simulation
