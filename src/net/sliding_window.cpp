// SPDX-License-Identifier: Apache-2.0
#include "net/sliding_window.h"

#include <algorithm>

namespace net {

SlidingWindow::SlidingWindow(base::seconds length, int limit)
    : m_length(length)
    , m_limit(limit)
{
}

void SlidingWindow::add(Request request)
{
    // Another program's requests are learned a little late: nearly always the end, never far from it.
    auto at = m_requests.end();
    while (at != m_requests.begin() && std::prev(at)->time > request.time)
        --at;
    m_requests.insert(at, request);
    ++m_counts[static_cast<std::size_t>(request.kind)];
}

void SlidingWindow::forgetBefore(base::MonoTime now)
{
    while (!m_requests.empty() && m_requests.front().time + m_length <= now) {
        --m_counts[static_cast<std::size_t>(m_requests.front().kind)];
        m_requests.pop_front();
    }
}

base::MonoTime SlidingWindow::leavesAt(int n, ClassSet kinds) const
{
    base::MonoTime leaves{0};
    for (auto request = m_requests.begin(); request != m_requests.end() && n > 0; ++request) {
        if (kinds.has(request->kind)) {
            leaves = request->time + m_length;
            --n;
        }
    }
    return leaves;
}

} // namespace net
