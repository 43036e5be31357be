// SPDX-License-Identifier: Apache-2.0
#include "tradelab/market_hours.h"

#include <QDate>

namespace tradelab {

using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds india = 5h + 30min; // ahead of UTC, all year
constexpr base::milliseconds day = 24h;
constexpr base::milliseconds shareClose = 15h + 30min;
constexpr base::milliseconds commodityCloseInSummer = 23h + 30min;
constexpr base::milliseconds commodityCloseInWinter = 23h + 55min;
constexpr base::milliseconds releaseBegin = 8h + 45min;
constexpr base::milliseconds releaseEnd = 9h + 20min;

base::milliseconds timeOfDay(base::WallTime time)
{
    return (time.time_since_epoch() + india) % day;
}

QDate sundayOf(int year, int month, int number)
{
    const QDate first(year, month, 1);
    return first.addDays(7 - first.dayOfWeek() + 7 * (number - 1));
}

// From the second Sunday of March to the first of November.
bool isSummerInNewYork(base::WallTime time)
{
    const auto days = std::chrono::floor<std::chrono::days>((time + india).time_since_epoch());
    const QDate date = QDate(1970, 1, 1).addDays(days.count());
    return date >= sundayOf(date.year(), 3, 2) && date < sundayOf(date.year(), 11, 1);
}

} // namespace

base::WallTime closeAfter(base::WallTime time)
{
    const base::WallTime midnight = time - timeOfDay(time);
    const base::milliseconds commodityClose =
        isSummerInNewYork(time) ? commodityCloseInSummer : commodityCloseInWinter;
    for (const base::milliseconds close : {shareClose, commodityClose}) {
        if (time <= midnight + close)
            return midnight + close;
    }
    return midnight + day + shareClose;
}

bool isReleaseTime(base::WallTime time)
{
    const base::milliseconds now = timeOfDay(time);
    return now >= releaseBegin && now <= releaseEnd;
}

} // namespace tradelab
