// SPDX-License-Identifier: Apache-2.0
#include "net/write_forecast.h"

#include <algorithm>

namespace net {

namespace {

constexpr int firstReads = 6; // as they come with the first answers
constexpr base::milliseconds readEvery{2500};
constexpr base::seconds provenWithin{5};
constexpr base::seconds tradesEvery{30};

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
    if (m_nextTrades < now)
        m_nextTrades = now + tradesEvery;
    m_next += m_pace;
    return now;
}

void WriteForecast::addReadsUntil(base::MonoTime end)
{
    if (!m_lastWrite)
        return;
    const base::MonoTime lastRead = std::min(end, *m_lastWrite + provenWithin);
    const base::MonoTime lastTrades = std::min(end, *m_lastWrite + provenWithin + tradesEvery);
    while (m_nextRead <= lastRead || m_nextTrades <= lastTrades) {
        const bool isTrades =
            m_nextTrades <= lastTrades && (m_nextRead > lastRead || m_nextTrades < m_nextRead);
        base::MonoTime &next = isTrades ? m_nextTrades : m_nextRead;
        addReads(next, 1);
        next += isTrades ? base::MonoTime(tradesEvery) : base::MonoTime(readEvery);
    }
}

void WriteForecast::addReads(base::MonoTime time, int count)
{
    for (Window &window : m_windows) {
        if (!window.forWritesAlone)
            window.times.insert(window.times.end(), static_cast<std::size_t>(count), time);
    }
}

} // namespace net
