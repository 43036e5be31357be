// SPDX-License-Identifier: Apache-2.0
#include "orders/order_key.h"

#include <QDateTime>
#include <QStringList>

namespace orders {

using namespace Qt::StringLiterals;

namespace {

// Tabs part the fields of a key's text; a tab inside a field (no venue sends one) becomes "%09".
QString escaped(QString part)
{
    return part.replace(u'%', u"%25"_s).replace(u'\t', u"%09"_s);
}

QString unescaped(QString part)
{
    return part.replace(u"%09"_s, u"\t"_s).replace(u"%25"_s, u"%"_s);
}

} // namespace

QString Account::canonical() const
{
    const QString world = environment == Environment::Practice ? u"practice"_s : u"live"_s;
    return QStringList{world, family, host, omsId, id}.join(u'|');
}

std::int32_t tradingDay(base::WallTime time)
{
    static constexpr int indiaOffset = 5 * 3600 + 30 * 60; // no daylight saving
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::OffsetFromUTC, indiaOffset)
            .date();
    return day.year() * 10000 + day.month() * 100 + day.day();
}

QString OrderKey::toText() const
{
    return QStringList{escaped(account), QString::number(day), escaped(orderId), escaped(leg), escaped(twin)}
        .join(u'\t');
}

OrderKey OrderKey::parse(const QString &text)
{
    const QStringList parts = text.split(u'\t');
    if (parts.size() != 5)
        return {};
    return {unescaped(parts[0]), parts[1].toInt(), unescaped(parts[2]), unescaped(parts[3]),
            unescaped(parts[4])};
}

} // namespace orders
