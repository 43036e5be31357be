// SPDX-License-Identifier: Apache-2.0
// How the brokers of the Tradelab family differ, one row each. A new broker of the family is a new row;
// nothing else in this folder may ask which broker it talks to. Sources: wire.md A1, A2, C1, C2, C6 to C11.
#pragma once

#include "base/clock.h"
#include "net/rate_limiter.h"

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace tradelab {

enum class AuthStyle {
    Bearer,             // Authorization: Bearer TOKEN
    AuthorizationToken, // x-authorization-token: TOKEN
    RawWithApiKey,      // Authorization: TOKEN, and api_key=KEY in every query
};

enum class IdentitySource {
    TradingInfo, // GET user/trading_info names the client
    Token,       // the "sub" of the JWT, or what the user typed
};

struct Dialect
{
    QLatin1StringView id;
    QLatin1StringView title;
    QLatin1StringView defaultUrl;
    QLatin1StringView prefix;
    AuthStyle auth;
    IdentitySource identity;
    net::RateLimits limits;
    base::seconds pendingEvery;
    base::seconds completedEvery;
};

[[nodiscard]] std::span<const Dialect> dialects();
/// nullptr for a broker that is not of this family.
[[nodiscard]] const Dialect *findDialect(QStringView id);

} // namespace tradelab
