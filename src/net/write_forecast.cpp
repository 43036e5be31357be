// SPDX-License-Identifier: Apache-2.0
#include "net/write_forecast.h"

#include <algorithm>

namespace net {

namespace {

constexpr int firstReads = 6; // as they come with the first answers
constexpr base::milliseconds readEvery{2500};
constexpr base::seconds provenWithin{5};

} // namespace

WriteForecast::WriteForecast(base::MonoTime start, base::MonoTime pace)
    : m_next(start)
    , m_pace(pace)
{
}

void WriteForecast::addWindow(base::seconds length, int limit, bool forWritesAlone,
                              std::deque<base::MonoTime> times)
{
    m_windows.push_back(
        {length, static_cast<std::size_t>(std::max(limit, 1)), forWritesAlone, std::move(times)});
}

base::MonoTime WriteForecast::next()
{
    base::MonoTime before{-1};
    while (before != m_next) { // the reads until then may fill a window in their turn
        before = m_next;
        for (const Window &window : m_windows) {
            if (window.times.size() >= window.limit)
                m_next = std::max(m_next, window.times[window.times.size() - window.limit] + window.length);
        }
        addReadsUntil(m_next);
    }
    for (Window &window : m_windows)
        window.times.push_back(m_next);
    const base::MonoTime now = m_next;
    if (!m_lastWrite)
        addReads(now, firstReads);
    m_lastWrite = now;
    m_nextRead = std::max(m_nextRead, now);
    m_next += m_pace;
    return now;
}

void WriteForecast::addReadsUntil(base::MonoTime end)
{
    for (; m_lastWrite && m_nextRead <= std::min(end, *m_lastWrite + provenWithin); m_nextRead += readEvery)
        addReads(m_nextRead, 1);
}

void WriteForecast::addReads(base::MonoTime time, int count)
{
    for (Window &window : m_windows) {
        if (!window.forWritesAlone)
            window.times.insert(window.times.end(), static_cast<std::size_t>(count), time);
    }
}

} // namespace net
