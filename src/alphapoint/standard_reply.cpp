// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/standard_reply.h"

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

// wire.md B3: the bare text that a venue answers too many calls with.
bool saysTooMany(const QString &text)
{
    return text.contains("TOO MANY REQUESTS"_L1, Qt::CaseInsensitive);
}

bool isContent(const json::Value &payload)
{
    return payload.isObject() || payload.isArray();
}

StandardReply readPlainText(const QString &text)
{
    StandardReply reply;
    reply.message = text.trimmed();
    if (saysTooMany(reply.message))
        reply.verdict = Verdict::Throttled;
    return reply;
}

// A member that stands there twice, in whatever letters, and says two things.
bool isContradicted(const json::Value &payload, QStringView name)
{
    const QString &first = member(payload, name).text();
    return std::any_of(payload.members().begin(), payload.members().end(), [&](const auto &each) {
        return name.compare(each.first, Qt::CaseInsensitive) == 0 && each.second.text() != first;
    });
}

StandardReply readObject(const json::Value &payload)
{
    StandardReply reply;
    const json::Value &result = member(payload, u"result");
    const QString code = member(payload, u"errorcode").text();
    reply.code = code.toInt();
    reply.message = member(payload, u"errormsg").text().trimmed();
    reply.detail = member(payload, u"detail").text().trimmed();
    const bool isRejected =
        member(payload, u"status").text().compare("Rejected"_L1, Qt::CaseInsensitive) == 0;
    const bool isFalse = result.text().compare("false"_L1, Qt::CaseInsensitive) == 0;
    const bool hasCode = !code.isEmpty() && code != "0"_L1; // one that no int can hold is one too
    if (saysTooMany(reply.message))
        reply.verdict = Verdict::Throttled;
    else if (isFalse || hasCode || isRejected)
        reply.verdict = Verdict::Refused;
    else if (result.isTrue() && !isContradicted(payload, u"result"))
        reply.verdict = Verdict::Success;
    return reply;
}

StandardReply readParsed(const Frame &frame, const json::Value &payload)
{
    // Words in quotes, or a number.
    if (!isContent(payload))
        return readPlainText(payload.text());
    StandardReply reply = readObject(payload);
    if (frame.kind == FrameKind::Error && reply.verdict == Verdict::Success)
        reply.verdict = Verdict::Unclear;
    return reply;
}

ErrorKind kindOf(const StandardReply &reply)
{
    if (reply.verdict == Verdict::Throttled)
        return ErrorKind::Throttled;
    if (reply.verdict == Verdict::Unclear)
        return ErrorKind::BadReply;
    switch (reply.code) {
    case code::notAuthorized:
        return ErrorKind::NotAllowed;
    case code::resourceNotFound:
        return ErrorKind::NotFound;
    default:
        return ErrorKind::VenueRefused;
    }
}

} // namespace

const json::Value &member(const json::Value &object, QStringView name)
{
    for (const auto &[key, value] : object.members()) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    static const json::Value missing;
    return missing;
}

StandardReply readStandardReply(const Frame &frame)
{
    const auto payload = json::parse(frame.payload);
    return payload ? readParsed(frame, *payload) : readPlainText(QString::fromUtf8(frame.payload));
}

StandardReply readContentReply(const Frame &frame, const json::Value &payload)
{
    StandardReply reply = readParsed(frame, payload);
    if (reply.verdict == Verdict::Unclear && isContent(payload) && frame.kind == FrameKind::Reply)
        reply.verdict = Verdict::Success;
    return reply;
}

QString codeName(int code)
{
    switch (code) {
    case code::notAuthorized:
        return u"Not Authorized"_s;
    case code::invalidRequest:
        return u"Invalid Request"_s;
    case code::operationFailed:
        return u"Operation Failed"_s;
    case code::serverError:
        return u"Server Error"_s;
    case code::resourceNotFound:
        return u"Resource Not Found"_s;
    case code::operationNotSupported:
        return u"Operation Not Supported"_s;
    default:
        return {};
    }
}

base::Error errorOf(const StandardReply &reply)
{
    base::Error error;
    error.kind = kindOf(reply);
    error.venueCode = reply.code == 0 ? QString() : QString::number(reply.code);
    error.venueText = reply.message.isEmpty() ? codeName(reply.code) : reply.message;
    if (!reply.detail.isEmpty())
        error.venueText += u" ("_s + reply.detail + u')';
    switch (reply.verdict) {
    case Verdict::Throttled:
        error.text = u"the exchange says that there were too many requests"_s;
        break;
    case Verdict::Unclear:
        error.text = u"the exchange's answer does not tell what became of the request"_s;
        break;
    case Verdict::Success:
    case Verdict::Refused:
        error.text = u"the exchange refused: %1"_s.arg(error.venueText);
        if (!error.venueCode.isEmpty())
            error.text += u" (code %1)"_s.arg(error.venueCode);
        break;
    }
    return error;
}

} // namespace alphapoint
