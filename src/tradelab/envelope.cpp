// SPDX-License-Identifier: Apache-2.0
#include "tradelab/envelope.h"

#include <QRegularExpression>

namespace tradelab {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

bool isWord(const json::Value &value, QLatin1StringView word)
{
    return value.text().compare(word, Qt::CaseInsensitive) == 0;
}

QString backendCodeIn(const QString &message)
{
    static const QRegularExpression pattern(u"\\((\\d+)\\)-"_s);
    return pattern.match(message).captured(1);
}

ErrorKind kindFor(int httpStatus, const QString &code)
{
    if (httpStatus == 401 || httpStatus == 403)
        return ErrorKind::SignedOut;
    if (httpStatus == 429)
        return ErrorKind::Throttled;
    if (code == "40000"_L1)
        return ErrorKind::NotAllowed;
    return ErrorKind::VenueRefused;
}

QString wordsFor(ErrorKind kind, int httpStatus)
{
    switch (kind) {
    case ErrorKind::SignedOut:
        return u"the broker does not accept the sign-in (HTTP %1)"_s.arg(httpStatus);
    case ErrorKind::Throttled:
        return u"the broker says: too many requests"_s;
    case ErrorKind::NotAllowed:
        return u"the broker does not allow this request; a new sign-in may help"_s;
    default:
        return u"the broker refused the request"_s;
    }
}

} // namespace

EnvelopeReading readEnvelope(const json::Value &envelope, int httpStatus)
{
    EnvelopeReading reading;
    // Histories keep their status and message inside of data.
    const json::Value &data = envelope[u"data"];
    const json::Value &status = envelope[u"status"].isMissing() ? data[u"status"] : envelope[u"status"];
    const json::Value &message =
        envelope[u"message"].text().isEmpty() ? data[u"message"] : envelope[u"message"];
    const json::Value &error = envelope[u"error"];
    reading.isStated = !status.isMissing();
    reading.message = message.text().isEmpty() ? error.text() : message.text();
    const QString code = envelope[u"error_code"].text();
    reading.code = code == "0"_L1 ? QString() : code;
    reading.backendCode = backendCodeIn(reading.message);

    const bool saysNo = isWord(status, "error"_L1) || isWord(status, "failed"_L1) ||
                        isWord(status, "false"_L1) || !reading.code.isEmpty();
    const bool saysYes = isWord(status, "success"_L1) || isWord(status, "true"_L1) ||
                         (status.isMissing() && error.isMissing() && envelope.isObject());
    if (saysNo)
        reading.verdict = Verdict::Error;
    else if (saysYes && httpStatus >= 200 && httpStatus < 300)
        reading.verdict = Verdict::Success;
    return reading;
}

base::Error errorOf(const EnvelopeReading &reading, int httpStatus)
{
    const ErrorKind kind = kindFor(httpStatus, reading.code);
    const QString code = reading.backendCode.isEmpty() ? reading.code : reading.backendCode;
    return {kind, wordsFor(kind, httpStatus), httpStatus, code, reading.message};
}

base::Error errorOf(const base::Error &parseError, int httpStatus)
{
    if (httpStatus == 401 || httpStatus == 403 || httpStatus == 429) {
        const ErrorKind kind = kindFor(httpStatus, {});
        return {kind, wordsFor(kind, httpStatus), httpStatus, {}, {}};
    }
    base::Error error = parseError;
    error.httpStatus = httpStatus;
    if (httpStatus < 200 || httpStatus >= 300)
        error.text = u"the broker answered HTTP %1"_s.arg(httpStatus);
    return error;
}

} // namespace tradelab
