// SPDX-License-Identifier: Apache-2.0
// Makes HTTP exchanges. Knows no broker. Reads and writes have a connection pool each, so that a hung read
// never holds a cancel; a write leaves the machine at most once (one_shot_body.h says how). Requests that
// trust other private authorities never share a connection. Engine thread only.
#pragma once

#include "base/clock.h"
#include "base/redactor.h"
#include "net/http_types.h"

#include <QObject>
#include <QSslConfiguration>

#include <map>
#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;
class QSslCertificate;

namespace net {

class HttpCall;

class HttpClient : public QObject
{
    Q_OBJECT

public:
    HttpClient(base::Clock &clock, const base::Redactor &redactor, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Sent at once. A read that fails may be asked again by the caller; nothing here repeats it.
    /// The call is a child of `owner`; it emits finished once and deletes itself after.
    [[nodiscard]] HttpCall *read(HttpRequest request, QObject *owner);
    /// At most one arrival, whatever the server does. The caller hands over no more than maxWrites at a time.
    [[nodiscard]] HttpCall *write(HttpRequest request, QObject *owner);

    static constexpr int maxWrites = 6; // connections of one pool to one host

    /// Certificates to trust besides the system's: the practice venue's own, and a test's. Call it before the
    /// first exchange with the host concerned: Qt keeps what a host was first asked with.
    void trustAlso(const QList<QSslCertificate> &certificates);

private:
    /// Qt gives a request any open connection to its host, whoever was trusted when that was made: each
    /// circle of trust has pools of its own.
    struct Circle
    {
        QNetworkAccessManager *reads;
        QNetworkAccessManager *writes;
        std::optional<QSslConfiguration> tls; // none: Qt's own, which trusts the system's authorities
    };
    [[nodiscard]] Circle &circleOf(const HttpRequest &request);
    [[nodiscard]] static QNetworkRequest prepared(const HttpRequest &request, const Circle &circle);

    base::Clock &m_clock;
    const base::Redactor &m_redactor;
    QList<QSslCertificate> m_alsoTrusted;
    std::map<QByteArray, Circle> m_circles; // by host and digests of the private roots
};

} // namespace net
