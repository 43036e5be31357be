// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_sign_in.h"

#include "practice/apex_replies.h"
#include "practice/json_text.h"

#include <QMessageAuthenticationCode>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr auto wrongPassword = "Invalid username or password"_L1;
constexpr auto wrongKey = "User api key not found"_L1;

ApexReply failure(QLatin1StringView reason)
{
    ApexReply reply;
    JsonText object(reply.payload);
    object.beginObject();
    object.truth("Authenticated", false);
    object.truth("EnforceEnable2FA", false);
    object.truth("Locked", false);
    object.truth("Requires2FA", false);
    object.raw("SessionToken", "null");
    object.raw("TwoFAToken", "null");
    object.raw("TwoFAType", "null");
    object.raw("User", R"({"AccountId":0,"Email":null,"EmailVerified":false,"OMSId":0,"Use2FA":false,)"
                       R"("UserId":0,"UserName":null})");
    object.text("errormsg", reason);
    object.endObject();
    return reply;
}

ApexReply codeIsWanted()
{
    return {ApexKind::Reply, R"({"Authenticated":true,"Requires2FA":true,"AuthType":"Google","AddtlInfo":"",)"
                             R"("Pending2FaToken":"00000000-0000-4000-8000-000000000002"})"};
}

} // namespace

ApexReply ApexSignIn::authenticate(const ApexRequest &request, ApexLogin &login) const
{
    const ApexParameters parameters(request.payload);
    if (parameters.has(u"SessionToken"))
        return byToken(parameters, login);
    if (parameters.has(u"APIKey"))
        return byKey(parameters, login);
    return byPassword(parameters, login);
}

ApexReply ApexSignIn::authenticateByCode(const ApexRequest &request, ApexLogin &login) const
{
    const QString code = ApexParameters(request.payload).text(u"Code");
    if (!login.waitsForCode || code.isEmpty() || m_identity.code != code)
        return failure(wrongPassword);
    return shortWelcome(login);
}

ApexReply ApexSignIn::logOut(ApexLogin &login) const
{
    login = {};
    return apex_replies::success();
}

ApexReply ApexSignIn::userInfo(const ApexRequest &request) const
{
    return meansOther(request) ? apex_replies::notAuthorized() : ApexReply{ApexKind::Reply, userJson()};
}

ApexReply ApexSignIn::accounts(const ApexRequest &request) const
{
    if (meansOther(request))
        return apex_replies::notAuthorized();
    QByteArray ids;
    for (const qint64 account : m_identity.accounts)
        ids += (ids.isEmpty() ? ""_ba : ","_ba) + QByteArray::number(account);
    return {ApexKind::Reply, '[' + ids + ']'};
}

ApexReply ApexSignIn::accountInfos(const ApexRequest &request) const
{
    if (meansOther(request))
        return apex_replies::notAuthorized();
    QByteArray rows;
    for (const qint64 account : m_identity.accounts) {
        if (!rows.isEmpty())
            rows += ',';
        JsonText row(rows);
        row.beginObject();
        row.number("OMSId", m_identity.omsId);
        row.number("AccountId", account);
        row.text("AccountName", u"%1-%2"_s.arg(m_identity.user).arg(account));
        row.text("AccountType", u"Asset"_s);
        row.endObject();
    }
    return {ApexKind::Reply, '[' + rows + ']'};
}

ApexReply ApexSignIn::byPassword(const ApexParameters &parameters, ApexLogin &login) const
{
    const bool isRight = parameters.text(u"UserName") == m_identity.user &&
                         parameters.text(u"Password").toUtf8() == m_identity.password.reveal();
    if (!isRight)
        return failure(wrongPassword);
    if (!m_identity.code)
        return welcome(login);
    login = {};
    login.waitsForCode = true;
    return codeIsWanted();
}

ApexReply ApexSignIn::byKey(const ApexParameters &parameters, ApexLogin &login) const
{
    const QByteArray key = parameters.text(u"APIKey").toUtf8();
    const QByteArray userId = parameters.text(u"UserId").toUtf8();
    const QByteArray nonce = parameters.text(u"Nonce").toUtf8();
    const QByteArray signature = QMessageAuthenticationCode::hash(
        nonce + userId + key, m_identity.apiSecret.reveal(), QCryptographicHash::Sha256);
    const bool isRight = key == m_identity.apiKey.reveal() && !nonce.isEmpty() &&
                         userId == QByteArray::number(m_identity.userId) &&
                         parameters.text(u"Signature").toUtf8() == signature.toHex();
    return isRight ? welcome(login) : failure(wrongKey);
}

ApexReply ApexSignIn::byToken(const ApexParameters &parameters, ApexLogin &login) const
{
    const bool isRight = parameters.text(u"SessionToken").toUtf8() == m_identity.token.reveal();
    return isRight ? shortWelcome(login) : failure(wrongPassword);
}

ApexReply ApexSignIn::welcome(ApexLogin &login) const
{
    login.isSignedIn = true;
    ApexReply reply;
    JsonText object(reply.payload);
    object.beginObject();
    object.truth("Authenticated", true);
    object.text("SessionToken", QString::fromUtf8(m_identity.token.reveal()));
    object.raw("User", userJson());
    object.truth("Locked", false);
    object.truth("Requires2FA", false);
    object.truth("EnforceEnable2FA", false);
    object.raw("TwoFAType", "null");
    object.raw("TwoFAToken", "null");
    object.raw("errormsg", "null");
    object.endObject();
    return reply;
}

ApexReply ApexSignIn::shortWelcome(ApexLogin &login) const
{
    login.isSignedIn = true;
    login.waitsForCode = false;
    ApexReply reply;
    JsonText object(reply.payload);
    object.beginObject();
    object.truth("Authenticated", true);
    object.number("UserId", m_identity.userId);
    object.text("SessionToken", QString::fromUtf8(m_identity.token.reveal()));
    object.raw("errormsg", "null");
    object.endObject();
    return reply;
}

bool ApexSignIn::meansOther(const ApexRequest &request) const
{
    ApexParameters parameters(request.payload);
    const qint64 userId = parameters.id(u"UserId");
    const QString name = parameters.text(u"UserName");
    return (userId != 0 && userId != m_identity.userId) || (!name.isEmpty() && name != m_identity.user);
}

QByteArray ApexSignIn::userJson() const
{
    QByteArray json;
    JsonText object(json);
    object.beginObject();
    object.number("UserId", m_identity.userId);
    object.text("UserName", m_identity.user);
    object.text("Email", u"practice@example.com"_s);
    object.truth("EmailVerified", true);
    object.number("AccountId", m_identity.namesAccount ? m_identity.accounts.front() : 0);
    object.number("OMSId", m_identity.omsId);
    object.truth("Use2FA", m_identity.code.has_value());
    object.endObject();
    return json;
}

} // namespace practice
