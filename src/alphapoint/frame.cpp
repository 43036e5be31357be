// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/frame.h"

#include "json/json_value.h"
#include "json/json_writer.h"

namespace alphapoint {

using namespace Qt::StringLiterals;

QString encodeFrame(FrameKind kind, qint64 number, const QString &function, const QByteArray &payload)
{
    json::Writer frame;
    frame.beginObject()
        .name(u"m")
        .number(static_cast<qint64>(kind))
        .name(u"i")
        .number(number)
        .member(u"n", function)
        .member(u"o", QString::fromUtf8(payload))
        .endObject();
    return QString::fromUtf8(frame.bytes());
}

base::Result<Frame> decodeFrame(const QByteArray &text)
{
    const auto value = json::parse(text);
    if (!value)
        return base::failure(value.error());
    bool isNumber = false;
    const int kind = (*value)[u"m"].text().toInt(&isNumber);
    if (!value->isObject() || !isNumber || kind < 0 || kind > static_cast<int>(FrameKind::Error))
        return base::failure(base::ErrorKind::BadReply, u"the message is no APEX frame"_s);
    Frame frame;
    frame.kind = static_cast<FrameKind>(kind);
    frame.number = (*value)[u"i"].text();
    frame.function = (*value)[u"n"].text();
    const json::Value &payload = (*value)[u"o"];
    if (payload.kind() == json::Kind::String)
        frame.payload = payload.text().toUtf8();
    else if (!payload.isMissing())
        frame.payload = json::Writer().value(payload).bytes();
    return frame;
}

} // namespace alphapoint
