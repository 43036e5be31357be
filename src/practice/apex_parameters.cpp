// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_parameters.h"

namespace practice {

ApexParameters::ApexParameters(const json::Value &payload)
    : m_payload(payload)
    , m_isReadable(payload.isObject())
{
}

qint64 ApexParameters::id(QStringView name)
{
    const json::Value &value = apexMember(m_payload, name);
    const bool isText = value.kind() == json::Kind::String;
    if (value.isMissing() || value.isNull() || (isText && value.text().isEmpty()))
        return 0;
    bool isNumber = false;
    const qint64 id = value.text().toLongLong(&isNumber);
    if (!isNumber || id < 0) {
        m_isReadable = false;
        return 0;
    }
    return id;
}

qint64 ApexParameters::id(QStringView name, QStringView otherName)
{
    const qint64 first = id(name);
    const qint64 second = id(otherName);
    if (first != 0 && second != 0 && first != second)
        m_isReadable = false;
    return first != 0 ? first : second;
}

QString ApexParameters::text(QStringView name) const
{
    return apexMember(m_payload, name).text();
}

bool ApexParameters::has(QStringView name) const
{
    const json::Value &value = apexMember(m_payload, name);
    return !value.isMissing() && !value.isNull();
}

} // namespace practice
