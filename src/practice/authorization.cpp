// SPDX-License-Identifier: Apache-2.0
#include "practice/authorization.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView bearer = "Bearer ";

} // namespace

Authorization::Authorization(base::Secret token, base::Secret apiKey)
    : m_token(std::move(token))
    , m_apiKey(std::move(apiKey))
{
}

Authorization::Answer Authorization::check(const HttpRequest &request, Broker broker, bool isStrict) const
{
    if (broker == Broker::HdfcSky) {
        if (request.header("user-agent").trimmed().isEmpty())
            return Answer::NoUserAgent;
        const QByteArray key = request.queryItem("api_key");
        if (!key.isEmpty() && key != m_apiKey.reveal())
            return Answer::WrongCredentials;
    }
    if (!hasToken(request) || (isStrict && !hasOwnVariantOnly(request, broker)))
        return Answer::WrongCredentials;
    return Answer::Ok;
}

Broker Authorization::guessBroker(const HttpRequest &request)
{
    const bool hasOwnHeader =
        !request.header("x-authorization-token").isEmpty() || !request.header("x-auth-token").isEmpty();
    return hasOwnHeader ? Broker::Pace : Broker::Pocketful;
}

bool Authorization::hasToken(const HttpRequest &request) const
{
    const QByteArray &token = m_token.reveal();
    QByteArray authorization = request.header("authorization");
    if (authorization.first(std::min(bearer.size(), authorization.size()))
            .compare(bearer, Qt::CaseInsensitive) == 0)
        authorization.remove(0, bearer.size());
    const QByteArray longHeader = request.header("x-authorization-token");
    const QByteArray shortHeader = request.header("x-auth-token");
    // Whatever is sent has to be right: a good token beside a bad one is no sign-in.
    const auto isWrong = [&token](const QByteArray &sent) { return !sent.isEmpty() && sent != token; };
    const bool isAnySent = !authorization.isEmpty() || !longHeader.isEmpty() || !shortHeader.isEmpty();
    return isAnySent && !isWrong(authorization) && !isWrong(longHeader) && !isWrong(shortHeader);
}

bool Authorization::hasOwnVariantOnly(const HttpRequest &request, Broker broker) const
{
    const QByteArray authorization = request.header("authorization");
    const bool hasLong = !request.header("x-authorization-token").isEmpty();
    const bool hasShort = !request.header("x-auth-token").isEmpty();
    switch (broker) {
    case Broker::Pocketful:
        return authorization.startsWith(bearer) && !hasLong && !hasShort;
    case Broker::Pace:
        return hasLong && authorization.isEmpty() && !hasShort;
    case Broker::HdfcSky:
        return !authorization.isEmpty() && !authorization.startsWith(bearer) && !hasLong && !hasShort &&
               request.queryItem("api_key") == m_apiKey.reveal();
    }
    return false;
}

} // namespace practice
