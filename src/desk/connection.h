// SPDX-License-Identifier: Apache-2.0
// A connection as a front end shows it. Values only.
#pragma once

#include "net/rate_limiter.h"
#include "venues/venue.h"

#include <optional>

namespace desk {

/// The contract's words for a book (cli.md): live (pushed), polling, stale, failed.
enum class BookState { Loading, Live, Polling, Stale, Failed };

struct ConnectionView
{
    venues::ConnectionProfile profile;
    QString brokerTitle; // "Pocketful"
    QString account;     // as the venue confirmed it
    venues::VenueState venue = venues::VenueState::Idle;
    BookState book = BookState::Loading;
    std::optional<base::Error> problem; // of the sign-in, or of the last read
    std::optional<base::milliseconds>
        bookAge; // since the older of its lists was asked for; nullopt = never read
    std::optional<base::WallTime> readAt;
    std::optional<base::WallTime> signedInUntil;
    std::optional<base::seconds> clockSkew; // how far the venue is ahead of us
    bool hasSecret = false;
    int warnings = 0; // rows of the last reading that could not be read
    QList<net::WindowUse> budget;
    int writesLeftThisHour = 0;
};

/// "live", "polling", "stale", "failed"; Loading is "stale".
[[nodiscard]] QString bookStateName(BookState state);

} // namespace desk
