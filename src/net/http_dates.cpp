// SPDX-License-Identifier: Apache-2.0
#include "net/http_dates.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

std::optional<base::WallTime> httpDate(const QByteArray &text)
{
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    return base::WallTime(
        base::milliseconds(QDateTime(date.date(), date.time(), Qt::UTC).toMSecsSinceEpoch()));
}

base::seconds retryAfter(const HttpResult &result)
{
    static constexpr base::seconds usual(10);
    const QByteArray text = result.header("Retry-After").trimmed();
    bool isNumber = false;
    if (const int seconds = text.toInt(&isNumber); isNumber)
        return seconds >= 0 ? base::seconds(seconds) : usual;
    const auto until = httpDate(text);
    if (!until)
        return usual;
    const base::WallTime now = httpDate(result.header("Date")).value_or(result.endedAt);
    return std::max(std::chrono::ceil<base::seconds>(*until - now), base::seconds(0));
}

} // namespace net
