// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/cancel_codec.h"

#include "alphapoint/standard_reply.h"
#include "base/digest.h"
#include "json/json_writer.h"

#include <algorithm>

namespace alphapoint {

using namespace Qt::StringLiterals;
using venues::AnswerClass;
using venues::CancelAnswer;
using venues::CancelRequest;

namespace {

// Ids go onto the wire as the numbers that came from there: 64 bits, in no double.
bool isDigits(const QString &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// 0 says that there is none.
bool isGiven(const QString &id)
{
    return !id.isEmpty() && id != "0"_L1;
}

AnswerClass classOf(const StandardReply &reply)
{
    switch (reply.verdict) {
    case Verdict::Success:
        return AnswerClass::Receipt;
    case Verdict::Throttled:
        return AnswerClass::NotTaken;
    case Verdict::Unclear:
        return AnswerClass::Unknown;
    case Verdict::Refused:
        break;
    }
    switch (reply.code) {
    case code::notAuthorized:
        return AnswerClass::NotTaken;
    case code::serverError:      // it may have been done all the same
    case code::resourceNotFound: // so it may be over, or be another's: only its status tells
        return AnswerClass::Unknown;
    default:
        return AnswerClass::Refused;
    }
}

} // namespace

base::Result<CancelRequest> cancelRequest(const orders::Order &order, const orders::Account &account,
                                          const QString &path)
{
    if (order.account != account.id)
        return base::failure(
            base::ErrorKind::Usage,
            u"the order belongs to account %1, the sign-in is for %2"_s.arg(order.account, account.id));
    if (!isDigits(account.id) || !isDigits(account.omsId))
        return base::failure(base::ErrorKind::Usage, u"the ids of account and OMS have to be numbers"_s);
    // Client ids may repeat: where there is an order id, it is that order or none.
    const bool hasOrderId = isGiven(order.orderId);
    const QString &id = hasOrderId ? order.orderId : order.clientOrderId;
    if (!isGiven(id) || !isDigits(id))
        return base::failure(base::ErrorKind::Usage,
                             u"the row has neither an order id nor a client order id to name it by"_s);
    const auto number = [](const QString &digits) { return digits.toLatin1(); };
    json::Writer body;
    body.beginObject().name(u"OMSId").raw(number(account.omsId)).name(u"AccountId").raw(number(account.id));
    if (hasOrderId) {
        body.name(u"OrderId").raw(number(id));
    } else {
        // Venues differ in how they spell it: each reads the one it knows (wire.md C40).
        body.name(u"ClOrderId").raw(number(id));
        body.name(u"ClientOrderId").raw(number(id));
    }
    CancelRequest request;
    request.key = order.key;
    request.segment = order.exchange;
    request.method = u"CancelOrder"_s;
    request.host = account.host;
    request.path = path;
    request.body = body.endObject().bytes();
    return request;
}

CancelAnswer classifyAnswer(const Frame &frame, const base::Redactor &redactor)
{
    static constexpr qsizetype kept = 8 * 1024;
    const StandardReply reply = readStandardReply(frame);
    CancelAnswer answer;
    answer.answer = classOf(reply);
    answer.isOrderUnknown = reply.code == code::resourceNotFound;
    // Redacted before it is cut: half a secret would not be known as one.
    const QString head =
        u"m %1, i %2, %3\npayload: %4 bytes, blake2b-256 %5\n\n"_s.arg(static_cast<int>(frame.kind))
            .arg(frame.number, frame.function)
            .arg(frame.payload.size())
            .arg(QLatin1StringView(base::digestOf(frame.payload)));
    answer.evidence = redactor.redacted(head + QString::fromUtf8(frame.payload.left(2 * kept))).left(kept);
    if (answer.answer == AnswerClass::Receipt)
        return answer;
    answer.error = errorOf(reply);
    answer.error.text = redactor.redacted(answer.error.text);
    answer.error.venueText = redactor.redacted(answer.error.venueText);
    answer.venueMessage = answer.error.venueText;
    answer.venueCode = answer.error.venueCode;
    return answer;
}

} // namespace alphapoint
