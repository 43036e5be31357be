// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_order.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ticksAtUnixStart = 621'355'968'000'000'000;
constexpr qint64 ticksPerMillisecond = 10'000;

} // namespace

bool ApexOrder::isStop() const
{
    return type != "Limit"_L1 && type != "Market"_L1;
}

base::Decimal ApexOrder::remaining() const
{
    return isDone() ? base::Decimal(0) : quantity.minus(executed);
}

QString apexStateName(ApexState state)
{
    switch (state) {
    case ApexState::Unknown:
        break;
    case ApexState::Working:
        return u"Working"_s;
    case ApexState::Rejected:
        return u"Rejected"_s;
    case ApexState::Canceled:
        return u"Canceled"_s;
    case ApexState::Expired:
        return u"Expired"_s;
    case ApexState::FullyExecuted:
        return u"FullyExecuted"_s;
    }
    return u"Unknown"_s;
}

base::Decimal apexDecimal(const QByteArray &token)
{
    return base::Decimal::fromText(QString::fromLatin1(token)).value_or(base::Decimal(0));
}

qint64 apexTicks(base::WallTime time)
{
    return time.time_since_epoch().count() * ticksPerMillisecond + ticksAtUnixStart;
}

qint64 unixMilliseconds(qint64 ticks)
{
    return (ticks - ticksAtUnixStart) / ticksPerMillisecond;
}

} // namespace practice
