// SPDX-License-Identifier: Apache-2.0
// Writes compact JSON with the members in the order in which they are given: what goes on a wire is compared
// byte for byte, and people read results in the order of the contract.
#pragma once

#include "json/json_value.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace json {

class Writer
{
public:
    Writer &beginObject();
    Writer &endObject();
    Writer &beginArray();
    Writer &endArray();
    /// The name of the member that comes next.
    Writer &name(QStringView text);
    Writer &text(const QString &value);
    /// Null where the text is null or empty.
    Writer &textOrNull(const QString &value);
    Writer &number(qint64 value);
    Writer &boolean(bool value);
    Writer &null();
    /// A parsed value, its numbers as they stood there.
    Writer &value(const Value &value);
    /// A finished JSON text, put in as it is.
    Writer &raw(QByteArrayView json);

    Writer &member(QStringView key, const QString &value) { return name(key).text(value); }
    Writer &memberOrNull(QStringView key, const QString &value) { return name(key).textOrNull(value); }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void separate();

    QByteArray m_bytes;
    bool m_needsComma = false;
};

} // namespace json
