// SPDX-License-Identifier: Apache-2.0
// The APEX functions around the user: signing in by password (with a second factor or without), by key or by
// session token, signing out, and telling who the user is (wire.md B3). The functions call it; it changes the
// socket's login and nothing else.
#pragma once

#include "practice/apex_access.h"

namespace practice {

class ApexSignIn
{
public:
    explicit ApexSignIn(const ApexIdentity &identity)
        : m_identity(identity)
    {
    }

    [[nodiscard]] ApexReply authenticate(const ApexRequest &request, ApexLogin &login) const;
    [[nodiscard]] ApexReply authenticateByCode(const ApexRequest &request, ApexLogin &login) const;
    [[nodiscard]] ApexReply logOut(ApexLogin &login) const;
    [[nodiscard]] ApexReply userInfo(const ApexRequest &request) const;
    [[nodiscard]] ApexReply accounts(const ApexRequest &request) const;
    [[nodiscard]] ApexReply accountInfos(const ApexRequest &request) const;

private:
    [[nodiscard]] ApexReply byPassword(const ApexParameters &parameters, ApexLogin &login) const;
    [[nodiscard]] ApexReply byKey(const ApexParameters &parameters, ApexLogin &login) const;
    [[nodiscard]] ApexReply byToken(const ApexParameters &parameters, ApexLogin &login) const;
    [[nodiscard]] ApexReply welcome(ApexLogin &login) const;
    [[nodiscard]] ApexReply shortWelcome(ApexLogin &login) const;
    [[nodiscard]] bool meansOther(const ApexRequest &request) const;
    [[nodiscard]] QByteArray userJson() const;

    const ApexIdentity &m_identity;
};

} // namespace practice
