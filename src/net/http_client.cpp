// SPDX-License-Identifier: Apache-2.0
#include "net/http_client.h"

#include "net/http_exchange.h"
#include "net/one_shot_body.h"
#include "net/private_roots.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 unpackedUnchecked = 64LL * 1024 * 1024;

QNetworkAccessManager *newPool(QObject *parent)
{
    auto *pool = new QNetworkAccessManager(parent);
    pool->setProxy(QNetworkProxy::NoProxy);
    pool->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return pool;
}

} // namespace

QNetworkRequest HttpClient::prepared(const HttpRequest &request, const Circle &circle)
{
    QNetworkRequest prepared(request.url);
    if (circle.tls)
        prepared.setSslConfiguration(*circle.tls);
    prepared.setRawHeader("User-Agent"_ba, "Pullcord/" PULLCORD_VERSION ""_ba);
    prepared.setRawHeader("Accept"_ba, "application/json"_ba);
    for (const auto &[name, value] : request.headers)
        prepared.setRawHeader(name, value);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                          false); // two writes a request: 44 ms under Nagle
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt counts what an answer unpacks to before it hands any of it over. Beyond this it gives up where a
    // byte became more than 40: lists of orders pack to a twentieth.
    prepared.setDecompressedSafetyCheckThreshold(std::min(request.largestAnswer, unpackedUnchecked));
    return prepared;
}

namespace {

bool canBeSent(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"https"_s || url.scheme() == u"http"_s);
}

} // namespace

HttpClient::HttpClient(base::Clock &clock, const base::Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
{
}

HttpClient::~HttpClient() = default;

HttpCall *HttpClient::read(HttpRequest request, QObject *owner)
{
    auto *exchange = new HttpExchange(m_clock, m_redactor, request, owner);
    if (!canBeSent(request.url)) {
        exchange->fail(base::ErrorKind::Usage, u"This is no http or https address"_s);
        return exchange;
    }
    const Circle &circle = circleOf(request);
    const QNetworkRequest out = prepared(request, circle);
    exchange->follow(request.verb == "GET" && request.body.isEmpty()
                         ? circle.reads->get(out)
                         : circle.reads->sendCustomRequest(out, request.verb, request.body),
                     nullptr);
    return exchange;
}

HttpCall *HttpClient::write(HttpRequest request, QObject *owner)
{
    request.largestAnswer = std::min(request.largestAnswer, largestAnswerToWrite);
    auto *exchange = new HttpExchange(m_clock, m_redactor, request, owner);
    if (!canBeSent(request.url)) {
        exchange->fail(base::ErrorKind::Usage, u"This is no http or https address"_s);
        return exchange;
    }
    const Circle &circle = circleOf(request);
    QNetworkRequest out = prepared(request, circle);
    // Without both of these Qt copies the body into a buffer that it can rewind.
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    // Unpacked, so that the answer's Content-Length can be checked.
    out.setRawHeader("Accept-Encoding"_ba, "identity"_ba);
    auto *body = new OneShotBody(request.body);
    QNetworkReply *reply = circle.writes->sendCustomRequest(out, request.verb, body);
    body->setParent(reply);
    exchange->follow(reply, body);
    return exchange;
}

void HttpClient::trustAlso(const QList<QSslCertificate> &certificates)
{
    m_alsoTrusted += certificates;
    for (auto &[digests, circle] : m_circles)
        circle.tls = trusting(circle.tls, certificates);
}

HttpClient::Circle &HttpClient::circleOf(const HttpRequest &request)
{
    const QByteArray origin = request.url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery |
                                                    QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    const auto [place, isNew] = m_circles.try_emplace(origin + ' ' + digestsOf(request.privateRoots));
    Circle &circle = place->second;
    if (isNew) {
        circle = {newPool(this), newPool(this), std::nullopt};
        if (!m_alsoTrusted.isEmpty() || !request.privateRoots.isEmpty())
            circle.tls = trusting(std::nullopt, m_alsoTrusted + request.privateRoots);
    }
    return circle;
}

} // namespace net
