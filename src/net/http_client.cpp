// SPDX-License-Identifier: Apache-2.0
#include "net/http_client.h"

#include "net/http_exchange.h"
#include "net/one_shot_body.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace net {

using namespace Qt::StringLiterals;

namespace {

QNetworkAccessManager *newPool(QObject *parent)
{
    auto *pool = new QNetworkAccessManager(parent);
    pool->setProxy(QNetworkProxy::NoProxy);
    pool->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return pool;
}

QNetworkRequest prepared(const HttpRequest &request)
{
    QNetworkRequest prepared(request.url);
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
    prepared.setDecompressedSafetyCheckThreshold(
        -1); // a long list of orders packs well; HttpExchange has a limit
    return prepared;
}

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
    , m_reads(newPool(this))
    , m_writes(newPool(this))
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
    QNetworkRequest out = prepared(request);
    if (m_tls)
        out.setSslConfiguration(*m_tls);
    exchange->follow(request.verb == "GET" && request.body.isEmpty()
                         ? m_reads->get(out)
                         : m_reads->sendCustomRequest(out, request.verb, request.body),
                     nullptr);
    return exchange;
}

HttpCall *HttpClient::write(HttpRequest request, QObject *owner)
{
    auto *exchange = new HttpExchange(m_clock, m_redactor, request, owner);
    if (!canBeSent(request.url)) {
        exchange->fail(base::ErrorKind::Usage, u"This is no http or https address"_s);
        return exchange;
    }
    QNetworkRequest out = prepared(request);
    if (m_tls)
        out.setSslConfiguration(*m_tls);
    // Without both of these Qt copies the body into a buffer that it can rewind.
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    // Unpacked, so that the answer's Content-Length can be checked.
    out.setRawHeader("Accept-Encoding"_ba, "identity"_ba);
    auto *body = new OneShotBody(request.body);
    QNetworkReply *reply = m_writes->sendCustomRequest(out, request.verb, body);
    body->setParent(reply);
    exchange->follow(reply, body);
    return exchange;
}

void HttpClient::trustAlso(const QList<QSslCertificate> &certificates)
{
    // A list of one's own switches Qt's loading of the system's certificates off: name them too.
    QSslConfiguration tls = m_tls.value_or(QSslConfiguration::defaultConfiguration());
    if (!m_tls)
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates());
    tls.addCaCertificates(certificates);
    m_tls = tls;
}

} // namespace net
