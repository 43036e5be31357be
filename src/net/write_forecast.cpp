// SPDX-License-Identifier: Apache-2.0
#include "net/write_forecast.h"

#include <algorithm>

namespace net {

WriteForecast::WriteForecast(base::MonoTime start, base::MonoTime pace)
    : m_next(start)
    , m_pace(pace)
{
}

void WriteForecast::addWindow(base::seconds length, int limit, std::deque<base::MonoTime> times)
{
    m_windows.push_back({length, static_cast<std::size_t>(std::max(limit, 1)), std::move(times)});
}

base::MonoTime WriteForecast::next()
{
    for (const Window &window : m_windows) {
        if (window.times.size() >= window.limit)
            m_next = std::max(m_next, window.times[window.times.size() - window.limit] + window.length);
    }
    for (Window &window : m_windows)
        window.times.push_back(m_next);
    const base::MonoTime now = m_next;
    m_next += m_pace;
    return now;
}

} // namespace net
