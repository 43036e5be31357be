// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/instruments.h"

#include "alphapoint/standard_reply.h"

namespace alphapoint {

using namespace Qt::StringLiterals;

base::Status Instruments::load(const QByteArray &payload)
{
    const auto list = json::parse(payload);
    if (!list)
        return base::failure(list.error());
    if (!list->isArray())
        return base::failure(base::ErrorKind::BadReply, u"the answer holds no list of instruments"_s);
    const QMutexLocker lock(&m_unnamed->lock);
    for (const json::Value &each : list->items()) {
        const QString id = member(each, u"InstrumentId").text();
        const QString symbol = member(each, u"Symbol").text();
        const bool hasName = m_byId.contains(id) || m_unnamed->ids.contains(id);
        if (!id.isEmpty() && !symbol.isEmpty() && !hasName)
            m_byId.insert(id, {symbol, member(each, u"Product2Symbol").text()});
    }
    return {};
}

Instrument Instruments::find(const QString &id) const
{
    if (id.isEmpty())
        return {};
    if (const auto found = m_byId.constFind(id); found != m_byId.cend())
        return *found;
    const QMutexLocker lock(&m_unnamed->lock);
    m_unnamed->ids.insert(id);
    return {u"Instrument "_s + id, {}};
}

} // namespace alphapoint
