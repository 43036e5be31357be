// SPDX-License-Identifier: Apache-2.0
// The one user of the practice venue's APEX gateway, what each socket has signed in to, and which accounts a
// call may name. Shared by the functions; the secrets are those that `practice` prints.
#pragma once

#include "base/secret.h"
#include "practice/apex_parameters.h"

#include <map>
#include <vector>

namespace practice {

struct ApexIdentity
{
    qint64 omsId = 1;
    qint64 userId = 5;
    QString user;
    base::Secret password;
    base::Secret token;
    base::Secret apiKey;
    base::Secret apiSecret;
    std::optional<QString> code;     // asked for after a password
    std::vector<qint64> accounts{7}; // of the user; others are foreign
    bool namesAccount = true;        // the sign-in names the first one, else 0

    [[nodiscard]] bool owns(qint64 accountId) const;
    /// What makes a call with these parameters impossible, whatever it is. An account that is given has to be
    /// the user's.
    [[nodiscard]] std::optional<ApexReply> refusal(ApexParameters &parameters, bool needsAccount) const;
};

/// How far one socket has come.
struct ApexLogin
{
    bool isSignedIn = false;
    bool waitsForCode = false;
    std::map<qint64, QByteArray> subscriptions; // account, and the i that subscribed to it
};

} // namespace practice
