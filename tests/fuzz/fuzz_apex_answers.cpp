// SPDX-License-Identifier: Apache-2.0
// Answers to a cancel at an APEX exchange: whole frames, and the bytes as the payload of one. A receipt is
// only a reply whose payload Qt, asked apart from us, finds to say "result": true.
#include "alphapoint/cancel_codec.h"

#include "fuzz/must.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using alphapoint::Frame;
using alphapoint::FrameKind;
using fuzz::must;
using venues::AnswerClass;

namespace {

const QByteArray secret = "s3cretTokenOfTheTest";

// In one case of letters or another, and no member of that name says anything else.
bool saysTrue(const QJsonObject &payload)
{
    bool isFound = false;
    for (auto member = payload.begin(); member != payload.end(); ++member) {
        if (member.key().compare("result"_L1, Qt::CaseInsensitive) != 0)
            continue;
        isFound = true;
        if (!member->isBool() || !member->toBool())
            return false;
    }
    return isFound;
}

void judge(const Frame &frame)
{
    base::Redactor redactor;
    redactor.protect(base::Secret(secret));
    const auto answer = alphapoint::classifyAnswer(frame, redactor);
    if (answer.answer == AnswerClass::Receipt) {
        must(frame.kind != FrameKind::Error, "an error is no receipt");
        const QJsonDocument theirs = QJsonDocument::fromJson(frame.payload);
        must(theirs.isObject(), "a receipt is a JSON object");
        must(saysTrue(theirs.object()), "a receipt says \"result\": true and nothing else");
    } else {
        must(!answer.error.text.isEmpty(), "what is no receipt has words");
    }
    Frame echoed = frame;
    echoed.payload.prepend(secret + ' ');
    const auto echo = alphapoint::classifyAnswer(echoed, redactor);
    for (const QString &text : {echo.evidence, echo.venueMessage, echo.error.text, echo.error.venueText})
        must(!text.contains(QString::fromLatin1(secret)), "what the exchange echoes is redacted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    if (const auto frame = alphapoint::decodeFrame(bytes))
        judge(*frame);
    judge({FrameKind::Reply, u"10"_s, u"CancelOrder"_s, bytes});
    judge({FrameKind::Error, u"10"_s, u"CancelOrder"_s, bytes});
    return 0;
}
