// SPDX-License-Identifier: Apache-2.0
// The words of Ticket::why. They are part of the terminal program's contract (rulings.md 15, 16); the window
// translates them.
#pragma once

#include <QLatin1StringView>

namespace cancel::reasons {

// NotTaken
inline constexpr QLatin1StringView signedOut("signed_out");
inline constexpr QLatin1StringView throttled("throttled");
inline constexpr QLatin1StringView notAllowed("not_allowed");
// NotSent
inline constexpr QLatin1StringView changed("changed");
inline constexpr QLatin1StringView consentExpired("consent_expired");
inline constexpr QLatin1StringView stopped("stopped");
inline constexpr QLatin1StringView journal("journal");
inline constexpr QLatin1StringView budget("budget");
inline constexpr QLatin1StringView noConnection("no_connection");
inline constexpr QLatin1StringView unsendable("unsendable");
inline constexpr QLatin1StringView crashed("interrupted");
inline constexpr QLatin1StringView dayRolled("day_rolled");
inline constexpr QLatin1StringView slept("slept");
// Ended
inline constexpr QLatin1StringView orderRejected("order_rejected");
inline constexpr QLatin1StringView orderExpired("order_expired");
// Refused
inline constexpr QLatin1StringView refusedByVenue("refused");
inline constexpr QLatin1StringView cancelRejected("cancel_rejected");
// Proved
inline constexpr QLatin1StringView byWhomUnknown("by_whom_unknown"); // after a refusal
// Open
inline constexpr QLatin1StringView timedOut("timeout");

} // namespace cancel::reasons
