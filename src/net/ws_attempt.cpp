// SPDX-License-Identifier: Apache-2.0
#include "net/ws_attempt.h"

#include "net/private_roots.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslError>
#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

namespace {

bool canBeOpened(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"wss"_s || url.scheme() == u"ws"_s);
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent"_ba, "Pullcord/" PULLCORD_VERSION ""_ba);
    return request;
}

// The status that an HTTP answer had which was no handshake; it stands nowhere but in Qt's error text.
int statusIn(const QString &errorText)
{
    static const QRegularExpression pattern(uR"(: (\d{3}) \()"_s);
    return pattern.match(errorText).captured(1).toInt();
}

} // namespace

WsAttempt::WsAttempt(const QUrl &url, qint64 largestMessage, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent)
    , m_host(hostOf(url))
    , m_socket(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this))
{
    const quint64 limit =
        std::min(static_cast<quint64>(largestMessage),
                 std::min(QWebSocket::maxIncomingMessageSize(), QWebSocket::maxIncomingFrameSize()));
    m_socket->setMaxAllowedIncomingMessageSize(limit);
    m_socket->setMaxAllowedIncomingFrameSize(limit);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSslConfiguration(tls);
    listen();
    if (!canBeOpened(url)) {
        note(base::ErrorKind::Usage, u"This is no ws or wss address"_s);
        return;
    }
    m_socket->open(requestFor(url));
    // QWebSocket keeps pings of the other side and the pieces of a long message to itself. (Qt 6.4: its
    // socket is its child; a test holds newer versions to it.)
    if (const auto *wire = m_socket->findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        connect(wire, &QIODevice::readyRead, this, &WsAttempt::heard);
}

WsAttempt::~WsAttempt()
{
    // We may be in the middle of one of its signals: it must outlive us.
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    m_socket->abort();
    m_socket->deleteLater();
}

QString WsAttempt::hostOf(const QUrl &url)
{
    return url.host() + u':' + QString::number(url.port(url.scheme() == u"ws"_s ? 80 : 443));
}

void WsAttempt::listen()
{
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        connect(m_socket, &QWebSocket::aboutToClose, this, &WsAttempt::noteClose);
        Q_EMIT opened();
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &WsAttempt::received);
    connect(m_socket, &QWebSocket::pong, this, &WsAttempt::heard);
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors << error.errorString();
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, &WsAttempt::noteError);
#else
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WsAttempt::noteError);
#endif
}

bool WsAttempt::send(const QString &text)
{
    if (m_trouble || text.isEmpty())
        return false;
    // A QWebSocket that is not open takes a text and drops it.
    const bool isSent = m_socket->isValid() && m_socket->sendTextMessage(text) > 0;
    if (!isSent)
        note(base::ErrorKind::Network, u"The connection to %1 broke"_s.arg(m_host));
    return isSent;
}

QString WsAttempt::certificateDigest() const
{
    const auto *wire = m_socket->findChild<QSslSocket *>(QString(), Qt::FindDirectChildrenOnly);
    return wire ? digestOf(wire->peerCertificate()) : QString();
}

void WsAttempt::ping()
{
    m_socket->ping();
}

void WsAttempt::takeLeave()
{
    m_socket->close(QWebSocketProtocol::CloseCodeNormal);
}

void WsAttempt::noteError(QAbstractSocket::SocketError code)
{
    if (code == QAbstractSocket::SslHandshakeFailedError && !m_tlsErrors.isEmpty()) {
        note(base::ErrorKind::Tls,
             u"The certificate of %1 is not trusted: %2"_s.arg(m_host, m_tlsErrors.join(u' ')));
    } else if (code == QAbstractSocket::SslHandshakeFailedError) {
        note(base::ErrorKind::Tls, u"No encrypted connection to %1"_s.arg(m_host));
    } else if (m_isOpen && code == QAbstractSocket::RemoteHostClosedError) {
        note(base::ErrorKind::Network, u"%1 closed the connection"_s.arg(m_host));
    } else if (m_isOpen) {
        note(base::ErrorKind::Network, u"The connection to %1 broke (code %2)"_s.arg(m_host).arg(code));
    } else if (m_socket->error() == QAbstractSocket::UnknownSocketError) {
        // The network has nothing to complain of: it is the answer that QWebSocket refuses.
        const int status = statusIn(m_socket->errorString());
        const QString text = u"The answer of %1 is no WebSocket handshake"_s.arg(m_host);
        note(base::ErrorKind::BadReply, status == 0 ? text : text + u" (HTTP %1)"_s.arg(status), status);
    } else if (code == QAbstractSocket::ConnectionRefusedError) {
        note(base::ErrorKind::Network, u"%1 refused the connection"_s.arg(m_host));
    } else if (code == QAbstractSocket::HostNotFoundError) {
        note(base::ErrorKind::Network, u"There is no host %1"_s.arg(m_host));
    } else if (code == QAbstractSocket::RemoteHostClosedError) {
        note(base::ErrorKind::Network, u"%1 closed the connection during the handshake"_s.arg(m_host));
    } else {
        note(base::ErrorKind::Network, u"%1 is not reachable (code %2)"_s.arg(m_host).arg(code));
    }
}

// QWebSocket does not tell whether the other side found the fault or it did itself, so neither do we.
void WsAttempt::noteClose()
{
    const QWebSocketProtocol::CloseCode code = m_socket->closeCode();
    const auto closed = [this, code](base::ErrorKind kind, const QString &why) {
        note(kind, u"The connection to %1 was closed: %2 (%3)"_s.arg(m_host, why).arg(code));
    };
    switch (code) {
    case QWebSocketProtocol::CloseCodeProtocolError:
        return closed(base::ErrorKind::BadReply, u"a message broke the WebSocket protocol"_s);
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return closed(base::ErrorKind::BadReply, u"a message was no valid UTF-8"_s);
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return closed(base::ErrorKind::BadReply, u"a message was too large"_s);
    case QWebSocketProtocol::CloseCodeGoingAway:
        return closed(base::ErrorKind::Network, u"the other side went away or stopped in mid-message"_s);
    default:
        break;
    }
    base::Error error{base::ErrorKind::Network, u"%1 closed the connection (%2)"_s.arg(m_host).arg(code), 0,
                      QString::number(code), m_socket->closeReason()};
    note(std::move(error));
}

void WsAttempt::note(base::ErrorKind kind, const QString &text, int httpStatus)
{
    note({kind, text, httpStatus, {}, {}});
}

void WsAttempt::note(base::Error error)
{
    if (m_trouble)
        return;
    m_trouble = std::move(error);
    const auto tell = [this] {
        const base::Error told = *m_trouble; // the listener destroys us
        Q_EMIT failed(told);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

} // namespace net
