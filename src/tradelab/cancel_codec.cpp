// SPDX-License-Identifier: Apache-2.0
#include "tradelab/cancel_codec.h"

#include "base/digest.h"
#include "net/http_dates.h"
#include "tradelab/envelope.h"
#include "json/json_writer.h"

#include <QUrl>

#include <algorithm>

namespace tradelab {

using namespace Qt::StringLiterals;
using venues::AnswerClass;
using venues::CancelAnswer;
using venues::CancelRequest;

namespace {

bool is(const QString &text, QLatin1StringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

// Orders with legs go by the kart route, which names the leg; all others by their id alone, whatever a broker
// that fills every field writes for the leg of one.
bool needsKart(const orders::Order &order)
{
    if (is(order.kind, "REGULAR"_L1) || is(order.kind, "AMO"_L1))
        return false;
    return is(order.kind, "CO"_L1) || is(order.kind, "BO"_L1) || is(order.kind, "SPD"_L1) ||
           !order.leg.isEmpty();
}

QByteArray kartBody(const orders::Order &order)
{
    json::Writer body;
    body.beginObject();
    if (is(order.kind, "SPD"_L1)) {
        body.member(u"client_id", order.account)
            .member(u"leg_order_indicator", order.leg)
            .member(u"oms_order_id", order.orderId)
            .member(u"status", order.venueStatus)
            .member(u"execution_type", order.kind)
            .member(u"exchange_order_id", order.exchangeOrderId);
    } else {
        body.member(u"client_id", order.account)
            .member(u"exchange_order_id", order.exchangeOrderId)
            .member(u"execution_type", order.kind)
            .member(u"leg_order_indicator", order.leg)
            .member(u"oms_order_id", order.orderId);
        if (!is(order.kind, "CO"_L1))
            body.member(u"status", order.venueStatus);
    }
    return body.endObject().bytes();
}

bool isNotFound(const EnvelopeReading &reading)
{
    static const QStringList codes{u"16060"_s, u"2010000"_s, u"8001"_s};
    return reading.message.contains("not found"_L1, Qt::CaseInsensitive) ||
           reading.message.contains("doesn't exist"_L1, Qt::CaseInsensitive) ||
           reading.message.contains("does not exist"_L1, Qt::CaseInsensitive) ||
           codes.contains(reading.backendCode) || codes.contains(reading.code);
}

bool isAlreadyPending(const EnvelopeReading &reading)
{
    return reading.backendCode == "200116"_L1 || reading.code == "200116"_L1;
}

// An answer may name the order at any depth, as text, number or an array of one with a blank in front
// (wire.md A4, A7.4).
bool namesAnotherOrder(const json::Value &value, const QString &orderId, bool isId = false)
{
    const QString text = value.text().trimmed();
    if (isId && !text.isEmpty() && text != orderId)
        return true;
    const auto &items = value.items();
    const auto &members = value.members();
    return std::any_of(items.begin(), items.end(),
                       [&](const json::Value &item) { return namesAnotherOrder(item, orderId, isId); }) ||
           std::any_of(members.begin(), members.end(), [&](const auto &member) {
               return namesAnotherOrder(member.second, orderId, member.first == u"oms_order_id");
           });
}

AnswerClass classOf(const json::Value &envelope, const EnvelopeReading &reading, int status,
                    const QString &orderId)
{
    if (reading.code == "40000"_L1)
        return AnswerClass::NotTaken;
    if (isAlreadyPending(reading))
        return AnswerClass::PendingElsewhere;
    if (status == 404 || isNotFound(reading) || reading.code == "45000"_L1 ||
        namesAnotherOrder(envelope, orderId))
        return AnswerClass::Unknown;
    switch (reading.verdict) {
    case Verdict::Success:
        return reading.isStated ? AnswerClass::Receipt : AnswerClass::Unknown;
    case Verdict::Error:
        return AnswerClass::Refused;
    case Verdict::Unclear:
        break;
    }
    return AnswerClass::Unknown;
}

// Whom it has reached, and whether its bytes left.
QString reachOf(const net::HttpResult &result)
{
    QString text = result.wasHandedOver ? u"\nrequest: handed to the network whole"_s
                                        : u"\nrequest: not known to have left whole"_s;
    if (!result.peer.isEmpty())
        text += u"\npeer: %1"_s.arg(result.peer);
    if (!result.certificateDigest.isEmpty())
        text += u"\ncertificate: sha-256 %1"_s.arg(result.certificateDigest);
    return text;
}

QString evidenceOf(const net::HttpResult &result, const base::Redactor &redactor)
{
    static constexpr qsizetype kept = 8 * 1024;
    QString text = u"HTTP %1"_s.arg(result.status);
    for (const char *name : {"Date", "Age", "Via", "Retry-After", "X-Request-Id"}) {
        if (const QByteArray value = result.header(name); !value.isEmpty())
            text += u"\n%1: %2"_s.arg(QLatin1StringView(name), QString::fromLatin1(value));
    }
    text += reachOf(result);
    text += u"\nbody: %1 bytes, blake2b-256 %2"_s.arg(result.body.size())
                .arg(QLatin1StringView(base::digestOf(result.body)));
    // Redacted before it is cut: half a secret would not be known as one.
    text += u"\n\n"_s + QString::fromUtf8(result.body.left(2 * kept));
    return redactor.redacted(text).left(kept);
}

} // namespace

base::Result<CancelRequest> cancelRequest(const orders::Order &order, const Dialect &dialect,
                                          const orders::Account &account)
{
    if (order.account != account.id)
        return base::failure(
            base::ErrorKind::Usage,
            u"the order belongs to client %1, the sign-in is for %2"_s.arg(order.account, account.id));
    CancelRequest request;
    request.key = order.key;
    request.segment = order.exchange;
    request.method = u"DELETE"_s;
    request.host = account.host;
    const QString id = percentEncoded(order.orderId);
    if (needsKart(order)) {
        if (order.exchangeOrderId.isEmpty())
            return base::failure(
                base::ErrorKind::Usage,
                u"the broker needs the exchange order id of a leg, and the row has none yet"_s);
        request.path = dialect.prefix + u"/orders/kart/"_s + id;
        request.body = kartBody(order);
    } else {
        request.path = dialect.prefix + u"/orders/"_s + id;
        request.query = u"client_id="_s + percentEncoded(order.account);
        if (!order.kind.isEmpty())
            request.query += u"&execution_type="_s + percentEncoded(order.kind);
    }
    return request;
}

CancelAnswer classifyAnswer(const net::HttpResult &result, const QString &orderId,
                            const base::Redactor &redactor)
{
    CancelAnswer answer;
    answer.ended = result.ended;
    answer.endedAt = result.endedAt;
    if (result.outcome != net::HttpOutcome::Answered) {
        answer.answer =
            result.outcome == net::HttpOutcome::NotSent ? AnswerClass::NotSent : AnswerClass::Unknown;
        answer.error = result.error;
        answer.evidence = result.error.text;
        if (result.outcome == net::HttpOutcome::Unknown)
            answer.evidence += reachOf(result);
        return answer;
    }
    answer.evidence = evidenceOf(result, redactor);

    const auto envelope = json::parse(result.body);
    const EnvelopeReading reading = envelope ? readEnvelope(*envelope, result.status) : EnvelopeReading{};
    answer.error = envelope ? errorOf(reading, result.status) : errorOf(envelope.error(), result.status);
    answer.venueMessage = redactor.redacted(reading.message);
    answer.error.venueText = answer.venueMessage;
    answer.venueCode = answer.error.venueCode;

    if (result.status == 401 || result.status == 403) {
        answer.answer = AnswerClass::NotTaken;
    } else if (result.status == 429) {
        answer.answer = AnswerClass::NotTaken;
        answer.retryAfter = net::retryAfter(result);
    } else if (result.status >= 500 || (result.status >= 300 && result.status < 400) || !envelope) {
        answer.answer = AnswerClass::Unknown;
    } else {
        answer.answer = classOf(*envelope, reading, result.status, orderId);
    }
    if (answer.answer == AnswerClass::Receipt) {
        answer.error = {};
    } else if (answer.answer == AnswerClass::Unknown && envelope && reading.verdict != Verdict::Error) {
        answer.error.kind = base::ErrorKind::BadReply;
        answer.error.text =
            u"the broker's answer (HTTP %1) does not tell what became of the request"_s.arg(result.status);
    }
    return answer;
}

} // namespace tradelab
