// SPDX-License-Identifier: Apache-2.0
// From the name of an APEX function to its answer: which functions there are, which of them work before the
// sign-in, and which section of a fault plan each belongs to. The gateway asks it once per frame.
#pragma once

#include "practice/apex_cancels.h"
#include "practice/apex_reads.h"
#include "practice/apex_sign_in.h"

namespace practice {

class ApexFunctions
{
public:
    ApexFunctions(ApexMarket &market, const ApexIdentity &identity, Agenda &agenda, bool statusAsArray);

    /// For the fault of a stale list.
    void keepCopy() { m_reads.keepCopy(); }
    /// Ping and the sign-ins are for everybody.
    [[nodiscard]] static bool needsSignIn(const ApexRequest &request);
    [[nodiscard]] static std::optional<Fault> takeFault(FaultPlan &plan, const ApexRequest &request,
                                                        const QString &orderId);
    /// The order that the call is about; blank when it is about none.
    [[nodiscard]] QString orderId(const ApexRequest &request) const;
    [[nodiscard]] ApexReply call(const ApexRequest &request, ApexLogin &login,
                                 const std::optional<Fault> &fault);

private:
    [[nodiscard]] ApexReply read(const ApexRequest &request, bool isStale) const;
    [[nodiscard]] ApexReply subscribe(const ApexRequest &request, ApexLogin &login) const;
    [[nodiscard]] ApexReply unsubscribe(const ApexRequest &request, ApexLogin &login) const;

    const ApexIdentity &m_identity;
    ApexSignIn m_signIn;
    ApexReads m_reads;
    ApexCancels m_cancels;
};

} // namespace practice
