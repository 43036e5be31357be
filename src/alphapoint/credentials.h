// SPDX-License-Identifier: Apache-2.0
// What a person signs in to an APEX exchange with, and the requests that say so: the one place of this family
// where a secret is revealed (wire.md B3).
#pragma once

#include "base/redactor.h"
#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <variant>

namespace alphapoint {

struct SessionToken
{
    base::Secret token;
};

struct ApiKey
{
    QString userId;
    base::Secret key;
    base::Secret secret;
};

struct UserPassword
{
    QString user;
    base::Secret password;
};

using Credentials = std::variant<SessionToken, ApiKey, UserPassword>;

/// The vault's secret: a session token as it is, {"api_key", "api_secret"} with the connection's user id, or
/// {"user", "password"}. Usage error where it is none of these.
[[nodiscard]] base::Result<Credentials> readCredentials(const base::Secret &secret, const QString &userId);
void protect(const Credentials &credentials, base::Redactor &redactor);

struct SignInRequest
{
    QString function; // "WebAuthenticateUser" or "AuthenticateUser"
    QByteArray payload;
};
/// `nonce` is any number that was not used before.
[[nodiscard]] SignInRequest signInRequest(const Credentials &credentials, qint64 nonce);

} // namespace alphapoint
