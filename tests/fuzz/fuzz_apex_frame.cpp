// SPDX-License-Identifier: Apache-2.0
// Frames of APEX: what was read can be written and reads the same; what we write reads as it was meant.
#include "alphapoint/frame.h"
#include "alphapoint/standard_reply.h"
#include "json/json_value.h"

#include "fuzz/must.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using alphapoint::Frame;
using alphapoint::FrameKind;
using fuzz::must;

namespace {

void readAndWrite(const QByteArray &bytes)
{
    const auto frame = alphapoint::decodeFrame(bytes);
    if (!frame) {
        must(!frame.error().text.isEmpty(), "an error has words");
        return;
    }
    must(bytes.contains("m") && bytes.contains('{'), "a frame is an object with m");
    (void)alphapoint::errorOf(alphapoint::readStandardReply(*frame));
    const QString text =
        alphapoint::encodeFrame(frame->kind, frame->number.toLongLong(), frame->function, frame->payload);
    const auto again = alphapoint::decodeFrame(text.toUtf8());
    must(again && again->kind == frame->kind && again->function == frame->function, "a frame goes both ways");
    // As text: a mark before it says how it is written, and is none of it.
    must(again->payload == QString::fromUtf8(frame->payload).toUtf8(), "its payload, too");
}

void writeAndRead(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (!text.isValidUtf16() || text.startsWith(u'\ufeff'))
        return; // no payload of ours begins with a mark
    const QByteArray payload = text.toUtf8();
    const QString function = text.left(40).isValidUtf16() ? text.left(40) : u"CancelOrder"_s;
    const QString written =
        alphapoint::encodeFrame(FrameKind::Request, -9'223'372'036'854'775'807, function, payload);
    const auto frame = alphapoint::decodeFrame(written.toUtf8());
    must(frame && frame->kind == FrameKind::Request && frame->function == function,
         "our own frame can be read");
    must(frame->number == u"-9223372036854775807", "with all digits of its number");
    must(frame->payload == payload, "and with its payload");
    must(QJsonDocument::fromJson(written.toUtf8())[u"o"].toString().toUtf8() == payload,
         "Qt reads it so, too");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    readAndWrite(bytes);
    writeAndRead(bytes);
    return 0;
}
