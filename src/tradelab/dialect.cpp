// SPDX-License-Identifier: Apache-2.0
#include "tradelab/dialect.h"

namespace tradelab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Pocketful publishes its windows. Pace and HDFC Sky don't: ten a second is the exchange's own rule for
// retail.
constexpr net::RateLimits pocketfulLimits{.perSecond = 25, .perMinute = 250, .perHour = 1000, .perDay = 7000};
constexpr net::RateLimits plainLimits{.perSecond = 10};

constexpr Dialect table[] = {
    {"pocketful"_L1, "Pocketful"_L1, "https://trade.pocketful.in"_L1, "/api/v1"_L1, AuthStyle::Bearer,
     IdentitySource::TradingInfo, pocketfulLimits, 15s, 60s},
    {"pace"_L1, "Pace"_L1, "https://pacetrader.pacefin.in"_L1, "/api/v1"_L1, AuthStyle::AuthorizationToken,
     IdentitySource::TradingInfo, plainLimits, 5s, 15s},
    {"hdfcsky"_L1, "HDFC Sky"_L1, "https://developer.hdfcsky.com"_L1, "/oapi/v1"_L1, AuthStyle::RawWithApiKey,
     IdentitySource::Token, plainLimits, 5s, 15s},
};

} // namespace

std::span<const Dialect> dialects()
{
    return table;
}

const Dialect *findDialect(QStringView id)
{
    for (const Dialect &each : table) {
        if (id == each.id)
            return &each;
    }
    return nullptr;
}

} // namespace tradelab
