// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_masking.h"

#include "json/json_writer.h"

#include <algorithm>
#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

bool isSecret(const QString &name)
{
    static constexpr std::array parts{"token"_L1, "password"_L1, "signature"_L1,
                                      "code"_L1,  "apikey"_L1,   "secret"_L1};
    return std::any_of(parts.begin(), parts.end(),
                       [&name](QLatin1StringView part) { return name.contains(part, Qt::CaseInsensitive); });
}

bool hasSecret(const json::Value &value)
{
    const auto &members = value.members();
    const auto &items = value.items();
    return std::any_of(
               members.begin(), members.end(),
               [](const auto &member) { return isSecret(member.first) || hasSecret(member.second); }) ||
           std::any_of(items.begin(), items.end(), hasSecret);
}

void write(json::Writer &out, const json::Value &value)
{
    switch (value.kind()) {
    case json::Kind::Object:
        out.beginObject();
        for (const auto &[name, member] : value.members()) {
            out.name(name);
            write(out, isSecret(name) ? json::Value(json::Kind::String, u"***"_s) : member);
        }
        out.endObject();
        break;
    case json::Kind::Array:
        out.beginArray();
        for (const json::Value &item : value.items())
            write(out, item);
        out.endArray();
        break;
    case json::Kind::String:
        out.text(value.text());
        break;
    case json::Kind::Number:
    case json::Kind::Bool:
        out.raw(value.text().toUtf8());
        break;
    case json::Kind::Null:
    case json::Kind::Missing:
        out.null();
        break;
    }
}

} // namespace

QByteArray maskedPayload(const ApexRequest &request)
{
    if (!request.payload.isObject() && !request.payload.isArray())
        return "***"_ba;
    if (!request.text.isEmpty() && !hasSecret(request.payload))
        return request.text.toUtf8();
    json::Writer out;
    write(out, request.payload);
    return out.bytes();
}

} // namespace practice
