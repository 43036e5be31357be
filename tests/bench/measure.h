// SPDX-License-Identifier: Apache-2.0
// What the benchmarks measure with: times, percentiles, memory, and a probe that says how late the event loop
// is. Benchmarks print; they never judge.
#pragma once

#include "base/clock.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace bench {

/// Milliseconds that the call takes.
template <typename Call> [[nodiscard]] double millisecondsOf(const base::Clock &clock, Call call)
{
    const base::MonoTime start = clock.monotonic();
    call();
    return std::chrono::duration<double, std::milli>(clock.monotonic() - start).count();
}

[[nodiscard]] inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[place];
}

/// Resident memory of this process in MB; 0 where the system does not say.
[[nodiscard]] inline double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1'000'000;
}

/// A timer of one millisecond that notes how much later than that it fires.
class LatenessProbe
{
public:
    explicit LatenessProbe(base::Clock &clock)
        : m_clock(clock)
        , m_timer(clock, [this] { fire(); })
    {
        arm();
    }

    [[nodiscard]] const std::vector<double> &milliseconds() const { return m_late; }

private:
    static constexpr base::milliseconds period{1};

    void arm()
    {
        m_due = m_clock.monotonic() + period;
        m_timer.start(period);
    }
    void fire()
    {
        m_late.push_back(std::chrono::duration<double, std::milli>(m_clock.monotonic() - m_due).count());
        arm();
    }

    base::Clock &m_clock;
    base::MonoTime m_due{0};
    std::vector<double> m_late;
    base::Timer m_timer;
};

} // namespace bench
