// SPDX-License-Identifier: Apache-2.0
// Adds address, headers and credentials to a request: the one place of this family where a token is revealed.
// HDFC Sky's api_key goes into the query because the broker leaves no other way (rulings.md 13).
#pragma once

#include "base/redactor.h"
#include "base/result.h"
#include "base/secret.h"
#include "net/http_types.h"
#include "tradelab/dialect.h"
#include "venues/cancel_exchange.h"

namespace tradelab {

struct Credentials
{
    base::Secret token;
    base::Secret apiKey; // HDFC Sky alone
};

/// The vault's secret is the token, or for HDFC Sky {"token", "api_key"}. Usage error where it is neither.
[[nodiscard]] base::Result<Credentials> readCredentials(const base::Secret &secret);

class RequestFactory
{
public:
    RequestFactory(const Dialect &dialect, const QUrl &url);

    void setCredentials(const Credentials &credentials) { m_credentials = credentials; }
    /// Whom every request trusts besides the system's authorities.
    void setPrivateRoots(const QList<QSslCertificate> &certificates) { m_privateRoots = certificates; }
    [[nodiscard]] bool hasCredentials() const { return !m_credentials.token.isEmpty(); }

    /// `path` follows the prefix: "/orders". `query` is encoded already, without secrets.
    [[nodiscard]] net::HttpRequest get(const QString &path, const QString &query) const;
    [[nodiscard]] net::HttpRequest cancel(const venues::CancelRequest &request) const;
    /// Names alone, for the journal.
    [[nodiscard]] QStringList authHeaderNames() const;

private:
    [[nodiscard]] net::HttpRequest make(const QByteArray &verb, const QString &path,
                                        const QString &query) const;

    const Dialect &m_dialect;
    QByteArray m_origin; // "https://trade.pocketful.in"
    Credentials m_credentials;
    QList<QSslCertificate> m_privateRoots;
};

} // namespace tradelab
