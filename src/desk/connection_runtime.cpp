// SPDX-License-Identifier: Apache-2.0
#include "desk/connection_runtime.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using venues::VenueState;

namespace {

// A book older than three of its polls is no present view any more.
constexpr int staleAfterPolls = 3;

} // namespace

QString bookStateName(BookState state)
{
    switch (state) {
    case BookState::Live:
        return u"live"_s;
    case BookState::Polling:
        return u"polling"_s;
    case BookState::Failed:
        return u"failed"_s;
    case BookState::Loading:
    case BookState::Stale:
        return u"stale"_s;
    }
    Q_UNREACHABLE();
}

ConnectionRuntime::ConnectionRuntime(std::unique_ptr<venues::Venue> venue, base::Clock &clock)
    : m_clock(clock)
    , m_venue(std::move(venue))
{
    for (const orders::ListKind kind : m_venue->lists())
        m_lists[kind] = {};
}

ConnectionRuntime::~ConnectionRuntime() = default;

bool ConnectionRuntime::hasBook() const
{
    return std::all_of(m_lists.begin(), m_lists.end(),
                       [](const auto &list) { return list.second.began.has_value(); });
}

void ConnectionRuntime::beginAsPrimary()
{
    isPrimary = true;
    const std::vector<orders::ListKind> kinds = m_venue->lists();
    m_takesOver = {kinds.begin(), kinds.end()};
}

void ConnectionRuntime::noteListRead(const orders::Listing &listing)
{
    ListState &list = m_lists[listing.kind];
    list.began = listing.began;
    list.readAt = listing.endedAt;
    list.error.reset();
    list.warnings = static_cast<int>(listing.warnings.size());
}

void ConnectionRuntime::noteListFailed(orders::ListKind kind, const base::Error &error)
{
    m_lists[kind].error = error;
}

BookState ConnectionRuntime::bookState(std::optional<base::milliseconds> age) const
{
    const bool hasFailed = std::any_of(m_lists.begin(), m_lists.end(),
                                       [](const auto &list) { return list.second.error.has_value(); });
    if (hasFailed || m_venue->state() == VenueState::SignedOut || m_venue->state() == VenueState::Unreachable)
        return BookState::Failed;
    if (!age)
        return m_problem ? BookState::Failed : BookState::Loading;
    if (m_venue->heardAt())
        return BookState::Live;
    const base::milliseconds usual = m_venue->pollEvery() * staleAfterPolls;
    return *age > usual ? BookState::Stale : BookState::Polling;
}

ConnectionView ConnectionRuntime::view() const
{
    ConnectionView view;
    view.profile = m_venue->profile();
    view.brokerTitle = m_venue->title();
    view.account = m_venue->account().id;
    view.venue = m_venue->state();
    view.signedInUntil = m_venue->signedInUntil();
    view.clockSkew = m_venue->clockSkew();
    view.hasSecret = m_hasSecret;
    view.budget = m_venue->limiter().use();
    view.writesLeftThisHour = m_venue->limiter().writesLeftThisHour();
    view.problem = m_venue->problem();
    if (!view.problem)
        view.problem = m_problem;
    for (const auto &[kind, list] : m_lists) {
        view.warnings += list.warnings;
        if (!view.problem)
            view.problem = list.error;
        if (list.began && (!view.readAt || list.readAt < *view.readAt))
            view.readAt = list.readAt;
    }
    // The open list is what people act on; the closed one may be older by design.
    const auto &open = m_lists.begin()->second;
    // A venue that speaks by itself has nothing new to say since it was last heard.
    if (hasBook()) {
        const base::MonoTime shownAt = std::max(*open.began, m_venue->heardAt().value_or(*open.began));
        view.bookAge = std::chrono::duration_cast<base::milliseconds>(m_clock.monotonic() - shownAt);
    }
    view.book = bookState(view.bookAge);
    return view;
}

} // namespace desk
