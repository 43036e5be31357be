// SPDX-License-Identifier: Apache-2.0
// CancelOrder and CancelAllOrders of the APEX gateway: finds the order that any of the documented forms names
// (wire.md B8), takes the cancel to the market and answers with a receipt. The functions call it for sockets
// that are signed in. A receipt is no cancel: events and lists show that later.
#pragma once

#include "practice/apex_access.h"
#include "practice/apex_market.h"
#include "practice/fault_plan.h"

namespace practice {

class ApexCancels
{
public:
    ApexCancels(ApexMarket &market, const ApexIdentity &identity, Agenda &agenda);

    /// The order that a cancel names, by its own id or a client's; blank when it names none.
    [[nodiscard]] QString orderId(const ApexRequest &request) const;
    [[nodiscard]] ApexReply cancel(const ApexRequest &request, const std::optional<Fault> &fault);
    [[nodiscard]] ApexReply cancelAll(const ApexRequest &request);

private:
    struct Target
    {
        ApexOrder *order = nullptr; // nullptr: the refusal is the answer
        ApexReply refusal;
    };

    [[nodiscard]] Target find(ApexParameters &parameters) const;
    [[nodiscard]] Target findById(qint64 orderId, qint64 accountId, qint64 clientId) const;
    [[nodiscard]] ApexOrder *findByClientId(qint64 accountId, qint64 clientId) const;
    void playOut(const ApexOrder &order, const Fault &fault);

    ApexMarket &m_market;
    const ApexIdentity &m_identity;
    Agenda &m_agenda;
};

} // namespace practice
