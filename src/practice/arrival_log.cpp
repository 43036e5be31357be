// SPDX-License-Identifier: Apache-2.0
#include "practice/arrival_log.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array secretHeaders{"authorization"_L1, "x-authorization-token"_L1,
                                   "x-auth-token"_L1,  "proxy-authorization"_L1,
                                   "cookie"_L1,        "api-key"_L1};
constexpr std::array secretItems{"api_key"_L1, "access_token"_L1, "token"_L1, "request_token"_L1};

template <std::size_t Size>
bool isAmong(const QByteArray &name, const std::array<QLatin1StringView, Size> &words)
{
    return std::any_of(words.begin(), words.end(), [&name](QLatin1StringView word) {
        return name.compare(QByteArrayView(word.data(), word.size()), Qt::CaseInsensitive) == 0;
    });
}

HttpHeader masked(const HttpHeader &header)
{
    if (!isAmong(header.first, secretHeaders))
        return header;
    const qsizetype space = header.second.indexOf(' '); // "Bearer" tells the variant and is no secret
    return {header.first, space > 0 ? header.second.first(space) + " ***" : "***"_ba};
}

QByteArray maskedQuery(const QByteArray &query)
{
    QList<QByteArray> items = query.split('&');
    for (QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        if (equals > 0 && isAmong(item.first(equals), secretItems))
            item = item.first(equals) + "=***";
    }
    return items.join('&');
}

QJsonObject toJson(const Arrival &arrival)
{
    QJsonObject headers;
    for (const auto &[name, value] : arrival.headers)
        headers[QString::fromLatin1(name)] = QString::fromUtf8(value);
    return {{u"seq"_s, static_cast<qint64>(arrival.seq)},
            {u"at"_s, base::isoUtc(arrival.at)},
            {u"method"_s, QString::fromLatin1(arrival.method)},
            {u"path"_s, QString::fromUtf8(arrival.path)},
            {u"query"_s, QString::fromUtf8(arrival.query)},
            {u"headers"_s, headers},
            {u"body"_s, QString::fromUtf8(arrival.body)},
            {u"order_id"_s, arrival.orderId},
            {u"connection_id"_s, static_cast<qint64>(arrival.connectionId)},
            {u"complete"_s, arrival.isComplete}};
}

} // namespace

std::uint64_t ArrivalLog::note(const HttpRequest &request)
{
    Arrival arrival;
    arrival.seq = ++m_last;
    arrival.connectionId = request.connectionId;
    arrival.at = m_clock.wall();
    arrival.method = request.method;
    arrival.path = request.path();
    arrival.query = maskedQuery(request.query());
    for (const HttpHeader &header : request.headers)
        arrival.headers.append(masked(header));
    m_arrivals.push_back(std::move(arrival));
    if (m_arrivals.size() > kept)
        m_arrivals.pop_front();
    return m_last;
}

void ArrivalLog::complete(std::uint64_t seq, const QByteArray &body)
{
    if (Arrival *arrival = find(seq)) {
        arrival->body = body;
        arrival->isComplete = true;
    }
}

void ArrivalLog::setOrderId(std::uint64_t seq, const QString &orderId)
{
    if (Arrival *arrival = find(seq))
        arrival->orderId = orderId;
}

int ArrivalLog::count(const QByteArray &method, const QByteArray &path) const
{
    return static_cast<int>(std::count_if(m_arrivals.begin(), m_arrivals.end(), [&](const Arrival &arrival) {
        return arrival.method == method && arrival.path == path;
    }));
}

QJsonArray ArrivalLog::toJson() const
{
    QJsonArray array;
    for (const Arrival &arrival : m_arrivals)
        array.append(practice::toJson(arrival));
    return array;
}

// Arrivals are numbered without gaps, so its place follows from the first one's number.
Arrival *ArrivalLog::find(std::uint64_t seq)
{
    if (m_arrivals.empty() || seq < m_arrivals.front().seq || seq > m_arrivals.back().seq)
        return nullptr;
    return &m_arrivals[seq - m_arrivals.front().seq];
}

} // namespace practice
