// SPDX-License-Identifier: Apache-2.0
#include "tradelab/request_factory.h"

#include "json/json_value.h"

namespace tradelab {

using namespace Qt::StringLiterals;

base::Result<Credentials> readCredentials(const base::Secret &secret)
{
    const base::Secret trimmed(secret.reveal().trimmed());
    const QByteArray &text = trimmed.reveal();
    if (!text.startsWith('{')) {
        if (text.isEmpty())
            return base::failure(base::ErrorKind::SignedOut,
                                 u"there is no access token for this connection"_s);
        return Credentials{trimmed, {}};
    }
    const auto object = json::parse(text);
    const QString token = object ? (*object)[u"token"].text() : QString();
    if (token.isEmpty())
        return base::failure(
            base::ErrorKind::Usage,
            u"the secret must be the access token, or JSON like {\"token\": ..., \"api_key\": ...}"_s);
    return Credentials{base::Secret(token.toUtf8()), base::Secret((*object)[u"api_key"].text().toUtf8())};
}

RequestFactory::RequestFactory(const Dialect &dialect, const QUrl &url)
    : m_dialect(dialect)
    , m_origin(
          url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo))
{
}

net::HttpRequest RequestFactory::make(const QByteArray &verb, const QString &path, const QString &query) const
{
    net::HttpRequest request;
    request.verb = verb;
    request.privateRoots = m_privateRoots;
    QByteArray url = m_origin + path.toLatin1();
    QByteArray items = query.toLatin1();
    const QByteArray &token = m_credentials.token.reveal();
    switch (m_dialect.auth) {
    case AuthStyle::Bearer:
        request.headers.emplaceBack("Authorization", "Bearer " + token);
        break;
    case AuthStyle::AuthorizationToken:
        request.headers.emplaceBack("x-authorization-token", token);
        break;
    case AuthStyle::RawWithApiKey:
        request.headers.emplaceBack("Authorization", token);
        if (!m_credentials.apiKey.isEmpty())
            items += (items.isEmpty() ? "api_key=" : "&api_key=") +
                     m_credentials.apiKey.reveal().toPercentEncoding();
        break;
    }
    // Some servers of the family read the one name, some the other (wire.md C2).
    request.headers.emplaceBack("x-device-type", "WEB");
    request.headers.emplaceBack("P-DeviceType", "WEB");
    if (!items.isEmpty())
        url += '?' + items;
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    return request;
}

net::HttpRequest RequestFactory::get(const QString &path, const QString &query) const
{
    return make("GET", m_dialect.prefix + path, query);
}

net::HttpRequest RequestFactory::cancel(const venues::CancelRequest &request) const
{
    net::HttpRequest http = make(request.method.toLatin1(), request.path, request.query);
    http.body = request.body;
    http.deadline = venues::answerDeadline;
    http.headers.emplaceBack("Content-Type", "application/json");
    return http;
}

QStringList RequestFactory::authHeaderNames() const
{
    return {m_dialect.auth == AuthStyle::AuthorizationToken ? u"x-authorization-token"_s
                                                            : u"Authorization"_s};
}

} // namespace tradelab
