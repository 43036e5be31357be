// SPDX-License-Identifier: Apache-2.0
// What a simulated run met, counted by name, so that nobody has to believe that it met anything.
#pragma once

#include <map>
#include <string>

namespace simulation {

class Tally
{
public:
    void count(const char *what, long long times = 1) { m_counts[what] += times; }
    [[nodiscard]] long long of(const char *what) const
    {
        const auto found = m_counts.find(what);
        return found == m_counts.end() ? 0 : found->second;
    }
    [[nodiscard]] const std::map<std::string, long long, std::less<>> &all() const { return m_counts; }

private:
    std::map<std::string, long long, std::less<>> m_counts;
};

} // namespace simulation
