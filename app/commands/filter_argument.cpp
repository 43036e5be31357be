// SPDX-License-Identifier: Apache-2.0
#include "commands/filter_argument.h"

#include <QDateTime>
#include <QTimeZone>

namespace commands {

using namespace Qt::StringLiterals;

base::Result<orders::OrderFilter> readFilter(const Arguments &arguments)
{
    if (!arguments.has("filter"_L1))
        return orders::OrderFilter();
    auto filter = orders::OrderFilter::parse(arguments.value("filter"_L1));
    if (filter && filter->isEmpty())
        return base::failure(base::ErrorKind::Usage, u"the filter is empty"_s);
    if (!filter)
        return base::failure(base::ErrorKind::Usage,
                             u"the filter does not parse: %1"_s.arg(filter.error().text));
    return filter;
}

base::Result<base::WallTime> readSince(const Arguments &arguments)
{
    if (!arguments.has("since"_L1))
        return base::WallTime();
    const QString text = arguments.value("since"_L1);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return base::failure(base::ErrorKind::Usage,
                             u"--since needs a time like 2026-01-31T03:45:00Z, not \"%1\""_s.arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return base::WallTime(base::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace commands
