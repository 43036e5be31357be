// SPDX-License-Identifier: Apache-2.0
#include "alphapoint/credentials.h"

#include "json/json_value.h"
#include "json/json_writer.h"

#include <QMessageAuthenticationCode>

namespace alphapoint {

using namespace Qt::StringLiterals;

namespace {

base::Secret secretOf(const json::Value &value)
{
    return base::Secret(value.text().toUtf8());
}

QString textOf(const base::Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

SignInRequest requestOf(const SessionToken &session, qint64)
{
    json::Writer payload;
    payload.beginObject().member(u"SessionToken", textOf(session.token)).endObject();
    return {u"WebAuthenticateUser"_s, payload.bytes()};
}

// Lower-case hex of HMAC-SHA256(secret, nonce + user id + key).
SignInRequest requestOf(const ApiKey &api, qint64 nonce)
{
    const QByteArray number = QByteArray::number(nonce);
    const QByteArray signature = QMessageAuthenticationCode::hash(
        number + api.userId.toUtf8() + api.key.reveal(), api.secret.reveal(), QCryptographicHash::Sha256);
    json::Writer payload;
    payload.beginObject()
        .member(u"APIKey", textOf(api.key))
        .member(u"Signature", QString::fromLatin1(signature.toHex()))
        .member(u"UserId", api.userId)
        .member(u"Nonce", QString::fromLatin1(number))
        .endObject();
    return {u"AuthenticateUser"_s, payload.bytes()};
}

SignInRequest requestOf(const UserPassword &user, qint64)
{
    json::Writer payload;
    payload.beginObject()
        .member(u"UserName", user.user)
        .member(u"Password", textOf(user.password))
        .endObject();
    return {u"AuthenticateUser"_s, payload.bytes()};
}

void protectParts(const SessionToken &session, base::Redactor &redactor)
{
    redactor.protect(session.token);
}

void protectParts(const ApiKey &api, base::Redactor &redactor)
{
    redactor.protect(api.key);
    redactor.protect(api.secret);
}

void protectParts(const UserPassword &user, base::Redactor &redactor)
{
    redactor.protect(user.password);
}

} // namespace

base::Result<Credentials> readCredentials(const base::Secret &secret, const QString &userId)
{
    const QByteArray &bytes = secret.reveal();
    if (bytes.isEmpty())
        return base::failure(base::ErrorKind::Usage, u"the secret is empty"_s);
    if (!bytes.startsWith('{'))
        return SessionToken{secret};
    const auto object = json::parse(bytes);
    if (!object)
        return base::failure(base::ErrorKind::Usage, u"the secret looks like JSON and is none"_s);
    const base::Secret key = secretOf((*object)[u"api_key"]);
    const base::Secret apiSecret = secretOf((*object)[u"api_secret"]);
    const QString user = (*object)[u"user"].text();
    const base::Secret password = secretOf((*object)[u"password"]);
    if (!user.isEmpty() && !password.isEmpty())
        return UserPassword{user, password};
    if (key.isEmpty() || apiSecret.isEmpty())
        return base::failure(
            base::ErrorKind::Usage,
            uR"(the secret has to be a session token, {"api_key", "api_secret"} or {"user", "password"})"_s);
    if (userId.isEmpty())
        return base::failure(
            base::ErrorKind::Usage,
            u"an API key needs the user id that it was made for: add it to the connection"_s);
    return ApiKey{userId, key, apiSecret};
}

void protect(const Credentials &credentials, base::Redactor &redactor)
{
    std::visit([&](const auto &each) { protectParts(each, redactor); }, credentials);
}

SignInRequest signInRequest(const Credentials &credentials, qint64 nonce)
{
    return std::visit([nonce](const auto &each) { return requestOf(each, nonce); }, credentials);
}

} // namespace alphapoint
