// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_access.h"

#include "practice/apex_replies.h"

#include <algorithm>

namespace practice {

bool ApexIdentity::owns(qint64 accountId) const
{
    return std::find(accounts.begin(), accounts.end(), accountId) != accounts.end();
}

std::optional<ApexReply> ApexIdentity::refusal(ApexParameters &parameters, bool needsAccount) const
{
    const qint64 oms = parameters.id(u"OMSId");
    const qint64 account = parameters.id(u"AccountId");
    if (!parameters.isReadable() || oms == 0 || (needsAccount && account == 0))
        return apex_replies::invalidRequest();
    if (account != 0 && !owns(account))
        return apex_replies::notAuthorized();
    if (oms != omsId)
        return apex_replies::notFound();
    return {};
}

} // namespace practice
