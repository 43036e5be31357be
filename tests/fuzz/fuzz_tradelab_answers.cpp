// SPDX-License-Identifier: Apache-2.0
// Answers to a cancel at a Tradelab broker. The first byte chooses the HTTP status. A receipt is only what
// Qt, asked apart from us, finds to be a success envelope that names no other order.
#include "tradelab/cancel_codec.h"

#include "fuzz/must.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using fuzz::must;
using venues::AnswerClass;

namespace {

const QString orderId = u"202403111506"_s;
const QByteArray secret = "s3cretTokenOfTheTest";
constexpr std::array statuses{200, 201, 202, 204, 301, 302, 400, 401, 403, 404, 429, 500, 502, 503, 0, 999};

bool saysSuccess(const QJsonObject &envelope)
{
    const QJsonValue data = envelope[u"data"];
    const QJsonValue status = envelope.contains(u"status") ? envelope[u"status"] : data[u"status"];
    return (status.isBool() && status.toBool()) ||
           status.toString().compare("success"_L1, Qt::CaseInsensitive) == 0 ||
           status.toString().compare("true"_L1, Qt::CaseInsensitive) == 0;
}

// Beyond 2^53 a double is not the number that stood there; those are for the unit tests.
bool namesAnother(const QJsonValue &value, bool isId = false)
{
    if (isId && value.isString())
        return !value.toString().trimmed().isEmpty() && value.toString().trimmed() != orderId;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(),
                           [&](const QJsonValue &item) { return namesAnother(item, isId); });
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (namesAnother(member.value(), member.key() == "oms_order_id"_L1))
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    base::Redactor redactor;
    redactor.protect(base::Secret(secret));
    net::HttpResult result;
    result.outcome = net::HttpOutcome::Answered;
    result.status = statuses[(data[0] - '0') % statuses.size()];
    result.body = fuzz::bytesOf(data + 1, size - 1);
    result.headers = {{"Retry-After", result.body.left(8)}, {"X-Request-Id", secret}};

    const auto answer = tradelab::classifyAnswer(result, orderId, redactor);
    if (answer.answer == AnswerClass::Receipt) {
        must(result.status >= 200 && result.status < 300, "a receipt is a 2xx");
        const QJsonDocument theirs = QJsonDocument::fromJson(result.body);
        must(theirs.isObject(), "a receipt is a JSON object");
        must(saysSuccess(theirs.object()), "a receipt says that it is one");
        must(!namesAnother(theirs.object()), "a receipt names no other order");
    }
    if (result.status == 401 || result.status == 403 || result.status == 429)
        must(answer.answer == AnswerClass::NotTaken, "401, 403 and 429 were not taken");
    if (result.status >= 500 || (result.status >= 300 && result.status < 400))
        must(answer.answer == AnswerClass::Unknown, "3xx and 5xx say nothing");
    must(answer.retryAfter.count() >= 0, "nobody waits for the past");

    net::HttpResult echoed = result;
    echoed.body.prepend(secret + ' ');
    const auto echo = tradelab::classifyAnswer(echoed, orderId, redactor);
    for (const QString &text : {echo.evidence, echo.venueMessage, echo.error.text, echo.error.venueText})
        must(!text.contains(QString::fromLatin1(secret)), "what the broker echoes is redacted");

    result.outcome = net::HttpOutcome::Unknown;
    must(tradelab::classifyAnswer(result, orderId, redactor).answer != AnswerClass::Receipt,
         "no answer is no receipt");
    return 0;
}
