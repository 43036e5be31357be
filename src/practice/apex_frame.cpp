// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_frame.h"

#include "practice/json_text.h"
#include "json/json_writer.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

std::optional<ApexKind> kindFrom(const json::Value &value)
{
    for (const ApexKind kind : {ApexKind::Request, ApexKind::Subscribe, ApexKind::Unsubscribe}) {
        if (value.kind() == json::Kind::Number && value.text() == QString::number(static_cast<int>(kind)))
            return kind;
    }
    return {};
}

QByteArray sequenceFrom(const json::Value &value)
{
    if (value.kind() == json::Kind::Number)
        return value.text().toUtf8();
    return value.kind() == json::Kind::String ? quoted(value.text()) : "0"_ba;
}

json::Value payloadFrom(const json::Value &value)
{
    if (value.isMissing() || value.isNull() || (value.kind() == json::Kind::String && value.text().isEmpty()))
        return json::Value(json::Kind::Object);
    if (value.kind() != json::Kind::String)
        return value;
    return json::parse(value.text().toUtf8()).value_or(value);
}

} // namespace

std::optional<ApexRequest> readApexRequest(const QString &frame)
{
    const auto value = json::parse(frame.toUtf8());
    if (!value || !value->isObject())
        return {};
    const auto kind = kindFrom(apexMember(*value, u"m"));
    const json::Value &function = apexMember(*value, u"n");
    if (!kind || function.kind() != json::Kind::String)
        return {};
    const json::Value &content = apexMember(*value, u"o");
    ApexRequest request;
    request.kind = *kind;
    request.sequence = sequenceFrom(apexMember(*value, u"i"));
    request.function = function.text();
    request.text = content.kind() == json::Kind::String ? content.text() : QString();
    request.payload = payloadFrom(content);
    return request;
}

QString apexFrame(ApexKind kind, const QByteArray &sequence, const QString &function,
                  const QByteArray &payload)
{
    json::Writer frame;
    frame.beginObject();
    frame.name(u"m").number(static_cast<int>(kind));
    frame.name(u"i").raw(sequence);
    frame.member(u"n", function);
    frame.member(u"o", QString::fromUtf8(payload));
    frame.endObject();
    return QString::fromUtf8(frame.bytes());
}

const json::Value &apexMember(const json::Value &object, QStringView name)
{
    static const json::Value missing;
    for (const auto &[key, value] : object.members()) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return missing;
}

} // namespace practice
