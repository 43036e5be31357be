// SPDX-License-Identifier: Apache-2.0
// What a token says of itself when it is a JWT: whose it is and until when. Not checked, only shown; an
// opaque token says nothing, and then the family's daily end holds: midnight in India (wire.md A2, A3, C4).
#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <optional>

namespace tradelab {

struct TokenClaims
{
    QString subject;                     // "sub" or "client_id"; empty for none
    std::optional<base::WallTime> until; // "exp", in seconds or milliseconds
};

[[nodiscard]] TokenClaims readClaims(const base::Secret &token);
[[nodiscard]] base::WallTime nextMidnightInIndia(base::WallTime now);

} // namespace tradelab
