// SPDX-License-Identifier: Apache-2.0
#include "practice/market_time.h"

namespace practice {

namespace {

constexpr qint64 indianOffset = 19'800;       // +05:30, without summer time
constexpr qint64 exchangeEpoch = 315'532'800; // 1980-01-01 in Unix seconds
constexpr qint64 secondsPerDay = 86'400;

qint64 indianDay(base::WallTime time)
{
    return (unixSeconds(time) + indianOffset) / secondsPerDay;
}

} // namespace

QDate indianDate(base::WallTime time)
{
    return QDate(1970, 1, 1).addDays(indianDay(time));
}

qint64 indianMidnight(base::WallTime time)
{
    return indianDay(time) * secondsPerDay - indianOffset;
}

qint64 unixSeconds(base::WallTime time)
{
    return std::chrono::floor<base::seconds>(time).time_since_epoch().count();
}

qint64 activityAt(base::WallTime time)
{
    return (time.time_since_epoch().count() - exchangeEpoch * 1000) * 1'000'000;
}

} // namespace practice
