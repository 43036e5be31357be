// SPDX-License-Identifier: Apache-2.0
// Whether a request is signed in, by any of the header variants of wire.md A2: Bearer, raw Authorization with
// api_key, x-authorization-token, x-auth-token. Asked by the Tradelab routes before anything else. Strict
// takes its broker's own variant alone, and no second one beside it.
#pragma once

#include "base/secret.h"
#include "practice/broker.h"
#include "practice/http_message.h"

namespace practice {

class Authorization
{
public:
    enum class Answer { Ok, WrongCredentials, NoUserAgent };

    Authorization(base::Secret token, base::Secret apiKey);

    [[nodiscard]] Answer check(const HttpRequest &request, Broker broker, bool isStrict) const;
    /// The broker that a client of the shared prefix seems to be, by the header it uses.
    [[nodiscard]] static Broker guessBroker(const HttpRequest &request);

private:
    [[nodiscard]] bool hasToken(const HttpRequest &request) const;
    [[nodiscard]] bool hasOwnVariantOnly(const HttpRequest &request, Broker broker) const;

    base::Secret m_token;
    base::Secret m_apiKey;
};

} // namespace practice
