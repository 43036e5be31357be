// SPDX-License-Identifier: Apache-2.0
#include "json/json_writer.h"

namespace json {

namespace {

void appendQuoted(QByteArray &bytes, QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    bytes += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            bytes += "\\\"";
            break;
        case '\\':
            bytes += "\\\\";
            break;
        case '\n':
            bytes += "\\n";
            break;
        case '\r':
            bytes += "\\r";
            break;
        case '\t':
            bytes += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                bytes += "\\u00";
                bytes += hex[c >> 4];
                bytes += hex[c & 15];
            } else {
                bytes += c;
            }
        }
    }
    bytes += '"';
}

} // namespace

void Writer::separate()
{
    if (m_needsComma)
        m_bytes += ',';
    m_needsComma = true;
}

Writer &Writer::beginObject()
{
    separate();
    m_bytes += '{';
    m_needsComma = false;
    return *this;
}

Writer &Writer::endObject()
{
    m_bytes += '}';
    m_needsComma = true;
    return *this;
}

Writer &Writer::beginArray()
{
    separate();
    m_bytes += '[';
    m_needsComma = false;
    return *this;
}

Writer &Writer::endArray()
{
    m_bytes += ']';
    m_needsComma = true;
    return *this;
}

Writer &Writer::name(QStringView text)
{
    separate();
    appendQuoted(m_bytes, text);
    m_bytes += ':';
    m_needsComma = false;
    return *this;
}

Writer &Writer::text(const QString &value)
{
    separate();
    appendQuoted(m_bytes, value);
    return *this;
}

Writer &Writer::textOrNull(const QString &value)
{
    return value.isEmpty() ? null() : text(value);
}

Writer &Writer::number(qint64 value)
{
    separate();
    m_bytes += QByteArray::number(value);
    return *this;
}

Writer &Writer::boolean(bool value)
{
    separate();
    m_bytes += value ? "true" : "false";
    return *this;
}

Writer &Writer::null()
{
    separate();
    m_bytes += "null";
    return *this;
}

Writer &Writer::value(const Value &value)
{
    switch (value.kind()) {
    case Kind::Missing:
    case Kind::Null:
        return null();
    case Kind::Bool:
        return boolean(value.isTrue());
    case Kind::Number:
        return raw(value.text().toLatin1());
    case Kind::String:
        return text(value.text());
    case Kind::Array:
        beginArray();
        for (const Value &item : value.items())
            this->value(item);
        return endArray();
    case Kind::Object:
        beginObject();
        for (const auto &[key, member] : value.members())
            name(key).value(member);
        return endObject();
    }
    Q_UNREACHABLE();
}

Writer &Writer::raw(QByteArrayView json)
{
    separate();
    m_bytes += json;
    return *this;
}

} // namespace json
