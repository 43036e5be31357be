// SPDX-License-Identifier: Apache-2.0
#include "net/http_exchange.h"

#include "net/one_shot_body.h"
#include "net/private_roots.h"

#include <QSslConfiguration>
#include <QSslError>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceSize = 256LL * 1024;
// Qt's thread reads for as long as anything comes, and holds all that we have not taken yet: where we are
// late, an answer without an end would fill the memory.
constexpr qint64 mostUntaken = 32 * pieceSize;

} // namespace

HttpExchange::HttpExchange(base::Clock &clock, const base::Redactor &redactor, const HttpRequest &request,
                           QObject *owner)
    : HttpCall(owner)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_host(request.url.host() + u':' +
             QString::number(request.url.port(request.url.scheme() == u"http"_s ? 80 : 443)))
    , m_largest(request.largestAnswer)
    , m_head(request.verb == "HEAD")
    , m_deadline(clock,
                 [this] { giveUp(base::ErrorKind::Timeout, u"No answer from %1 in time"_s.arg(m_host)); })
{
    m_result.began = clock.monotonic();
    m_deadline.start(request.deadline);
}

HttpExchange::~HttpExchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void HttpExchange::follow(QNetworkReply *reply, const OneShotBody *body)
{
    m_reply = reply;
    m_body = body;
    // Later: Qt hands it to its thread only where the request has begun, and one with a body begins in a
    // moment.
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(mostUntaken); }, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(reply, &QNetworkReply::encrypted, this, [this] {
        m_encrypted = true;
        noteCertificate();
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors << error.errorString();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readAnswer);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::readAnswer);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
}

void HttpExchange::fail(base::ErrorKind kind, const QString &text)
{
    QMetaObject::invokeMethod(
        this, [this, kind, text] { finish(HttpOutcome::NotSent, kind, text); }, Qt::QueuedConnection);
}

void HttpExchange::noteCertificate()
{
    if (const QString digest = digestOf(m_reply->sslConfiguration().peerCertificate()); !digest.isEmpty())
        m_result.certificateDigest = digest;
}

void HttpExchange::readAnswer()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_largest || !takeBody())
        giveUp(base::ErrorKind::BadReply, tooLarge());
}

// Piece by piece: what is packed may become a thousand times as much. False where it is more than may be.
bool HttpExchange::takeBody()
{
    for (QByteArray piece = m_reply->read(pieceSize); !piece.isEmpty(); piece = m_reply->read(pieceSize)) {
        if (m_result.body.size() + piece.size() > m_largest)
            return false;
        m_result.body += piece;
    }
    return true;
}

QString HttpExchange::tooLarge() const
{
    static constexpr qint64 kibi = 1024;
    const bool isMany = m_largest >= kibi * kibi;
    return u"The answer of %1 is larger than %2 %3"_s.arg(m_host)
        .arg(isMany ? m_largest / kibi / kibi : m_largest / kibi)
        .arg(isMany ? u"MiB"_s : u"KiB"_s);
}

void HttpExchange::giveUp(base::ErrorKind kind, const QString &text)
{
    finish(HttpOutcome::Unknown, kind, text);
}

void HttpExchange::conclude()
{
    if (!takeBody())
        return giveUp(base::ErrorKind::BadReply, tooLarge());
    if (isAnswered() && isCut()) {
        finish(HttpOutcome::Unknown, base::ErrorKind::BadReply,
               u"The answer of %1 was cut short"_s.arg(m_host));
    } else if (isAnswered()) {
        m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_result.headers = m_reply->rawHeaderPairs();
        noteCertificate(); // a connection that was open already does not emit encrypted
        finish(HttpOutcome::Answered, {}, {});
    } else {
        finish(isProvedUnsent() ? HttpOutcome::NotSent : HttpOutcome::Unknown, errorKind(), errorWords());
    }
}

void HttpExchange::finish(HttpOutcome outcome, base::ErrorKind kind, const QString &text)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    m_result.outcome = outcome;
    m_result.ended = m_clock.monotonic();
    m_result.endedAt = m_clock.wall();
    if (outcome == HttpOutcome::Answered || m_sent || m_encrypted)
        m_result.peer = m_host;
    m_result.wasHandedOver = m_sent;
    if (outcome != HttpOutcome::Answered) {
        m_result.body.clear();
        m_result.error = {kind, m_redactor.redacted(text), 0, {}, {}};
    }
    // The listener may destroy us.
    const HttpResult result = std::move(m_result);
    deleteLater();
    Q_EMIT finished(result);
}

// Qt reports an HTTP status of 400 and more as an error of its own; a transport error with a status is a cut
// answer.
bool HttpExchange::isAnswered() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (status < 200)
        return false;
    if (error == QNetworkReply::NoError)
        return true;
    // Before it hands over a 307 or 308, Qt rewinds the body for a redirect that nobody asked for.
    if (error == QNetworkReply::ContentReSendError && (status == 307 || status == 308))
        return true;
    const bool isOfStatus =
        (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError &&
         error != QNetworkReply::ContentReSendError) ||
        (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError) ||
        error == QNetworkReply::ProtocolInvalidOperationError ||
        error == QNetworkReply::ProxyAuthenticationRequiredError;
    return status >= 400 && isOfStatus;
}

// Qt takes a connection that closes at the wrong moment for the end of the body; Content-Length knows better.
// (It drops the header where it unpacked the body.)
bool HttpExchange::isCut() const
{
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_head || !announced.isValid() || status == 204 || status == 304)
        return false;
    return announced.toLongLong() != m_result.body.size();
}

// Refused, unknown host and failed handshake end attempts to connect. Qt connects again for a request that
// has left already, but asks its body to rewind first; so an untouched body means that this was the first
// attempt. (Qt 6.4: QHttpNetworkConnectionPrivate::_q_startNextRequest; a test holds newer versions to it.)
bool HttpExchange::isProvedUnsent() const
{
    if (m_sent || m_encrypted || (m_body && m_body->isTouched()))
        return false;
    const QNetworkReply::NetworkError error = m_reply->error();
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError;
}

base::ErrorKind HttpExchange::errorKind() const
{
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return base::ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
        return base::ErrorKind::Timeout;
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::NoError:
        return base::ErrorKind::BadReply;
    default:
        return base::ErrorKind::Network;
    }
}

QString HttpExchange::errorWords() const
{
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return u"%1 refused the connection"_s.arg(m_host);
    case QNetworkReply::HostNotFoundError:
        return u"There is no host %1"_s.arg(m_host);
    case QNetworkReply::SslHandshakeFailedError: {
        const QString text = u"No encrypted connection to %1"_s.arg(m_host);
        return m_tlsErrors.isEmpty() ? text : text + u": "_s + m_tlsErrors.join(u' ');
    }
    case QNetworkReply::TimeoutError:
        return u"No answer from %1 in time"_s.arg(m_host);
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::RemoteHostClosedError:
        return u"%1 closed the connection before a whole answer came"_s.arg(m_host);
    case QNetworkReply::UnknownContentError:
        return u"The answer of %1 cannot be unpacked, or becomes far too large"_s.arg(m_host);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::NoError:
        return u"The answer of %1 is not HTTP as it should be"_s.arg(m_host);
    default:
        return u"The connection to %1 failed (code %2)"_s.arg(m_host).arg(m_reply->error());
    }
}

} // namespace net
