// SPDX-License-Identifier: Apache-2.0
// A small JSON document as a tree, members in their order, numbers as the text that stood there: ids of
// thirty digits and 64-bit integers stay what they were. For replies of a few kilobytes; lists go through
// record_reader.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace json {

enum class Kind : unsigned char { Missing, Null, Bool, Number, String, Array, Object };

class Value
{
public:
    Value() = default;
    explicit Value(Kind kind, QString text = {})
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isMissing() const { return m_kind == Kind::Missing; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    /// A string's text, a number's token, "true" or "false"; empty for the rest.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isTrue() const { return m_kind == Kind::Bool && m_text == u"true"; }

    /// The member of that name, or a missing value; the last one where a name stands twice.
    [[nodiscard]] const Value &operator[](QStringView name) const;
    [[nodiscard]] const std::vector<std::pair<QString, Value>> &members() const { return m_members; }
    [[nodiscard]] const std::vector<Value> &items() const { return m_items; }

    void addMember(QString name, Value value) { m_members.emplace_back(std::move(name), std::move(value)); }
    void addItem(Value value) { m_items.push_back(std::move(value)); }

private:
    Kind m_kind = Kind::Missing;
    QString m_text;
    std::vector<std::pair<QString, Value>> m_members;
    std::vector<Value> m_items;
};

/// The whole of `bytes` must be one JSON value; BadReply (with the place) otherwise.
[[nodiscard]] base::Result<Value> parse(const QByteArray &bytes);

} // namespace json
