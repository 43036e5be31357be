// SPDX-License-Identifier: Apache-2.0
#include "tradelab/token_claims.h"

#include "json/json_value.h"

namespace tradelab {

using namespace Qt::StringLiterals;

TokenClaims readClaims(const base::Secret &token)
{
    const QList<QByteArray> parts = token.reveal().split('.');
    if (parts.size() != 3)
        return {};
    const auto payload = json::parse(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
    if (!payload || !payload->isObject())
        return {};
    TokenClaims claims;
    claims.subject = (*payload)[u"sub"].text();
    if (claims.subject.isEmpty())
        claims.subject = (*payload)[u"client_id"].text();
    bool isNumber = false;
    const qint64 end = (*payload)[u"exp"].text().toLongLong(&isNumber);
    if (isNumber && end > 0) {
        static constexpr qint64 yearFiveThousand =
            100'000'000'000; // no seconds reach it, all milliseconds do
        claims.until = base::WallTime(end < yearFiveThousand ? base::milliseconds(base::seconds(end))
                                                             : base::milliseconds(end));
    }
    return claims;
}

base::WallTime nextMidnightInIndia(base::WallTime now)
{
    using namespace std::chrono;
    static constexpr auto india = hours(5) + minutes(30);
    return base::WallTime(floor<days>(now + india) + days(1) - india);
}

} // namespace tradelab
