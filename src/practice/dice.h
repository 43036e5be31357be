// SPDX-License-Identifier: Apache-2.0
// The seeded chance of the practice venue: the same seed gives the same numbers on every machine (the
// standard distributions don't promise that). Never for secrets.
#pragma once

#include <QtGlobal>

#include <random>

namespace practice {

class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    /// 0 .. end - 1; end has to be positive.
    [[nodiscard]] qint64 below(qint64 end)
    {
        return static_cast<qint64>(m_engine() % static_cast<quint64>(end));
    }
    [[nodiscard]] bool comesUp(int percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

} // namespace practice
