// SPDX-License-Identifier: Apache-2.0
// The requests of the last second, minute, hour or day, oldest first, with their classes. Counts and forgets;
// what is allowed is decided by RequestShares and RateLimiter. Times are the clock's sinceBoot().
#pragma once

#include "base/clock.h"
#include "net/request_class.h"

#include <array>
#include <deque>
#include <initializer_list>

namespace net {

using RequestCounts = std::array<int, requestClassCount>;

/// Some of the five classes.
class ClassSet
{
public:
    constexpr ClassSet(std::initializer_list<RequestClass> kinds)
    {
        for (const RequestClass kind : kinds)
            m_bits |= 1U << static_cast<unsigned>(kind);
    }
    [[nodiscard]] constexpr bool has(RequestClass kind) const
    {
        return (m_bits >> static_cast<unsigned>(kind) & 1U) != 0;
    }

private:
    unsigned m_bits = 0;
};
inline constexpr ClassSet everyClass{RequestClass::Session, RequestClass::Proof, RequestClass::Write,
                                     RequestClass::Refresh, RequestClass::Poll};

class SlidingWindow
{
public:
    struct Request
    {
        base::MonoTime time{0};
        RequestClass kind = RequestClass::Session;
    };

    /// `limit` is what the broker allows within `length`.
    SlidingWindow(base::seconds length, int limit);

    void add(Request request);
    void forgetBefore(base::MonoTime now);

    [[nodiscard]] base::seconds length() const { return m_length; }
    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] int total() const { return static_cast<int>(m_requests.size()); }
    [[nodiscard]] const RequestCounts &counts() const { return m_counts; }
    [[nodiscard]] const std::deque<Request> &requests() const { return m_requests; }

    /// When the n-th oldest request (from 1) of these classes leaves the window; of fewer, the last one.
    [[nodiscard]] base::MonoTime leavesAt(int n, ClassSet kinds) const;

private:
    base::seconds m_length;
    int m_limit;
    std::deque<Request> m_requests;
    RequestCounts m_counts{};
};

} // namespace net
