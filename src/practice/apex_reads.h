// SPDX-License-Identifier: Apache-2.0
// The APEX functions that read: instruments, open orders, one order, the histories and the trades (wire.md
// B7). They answer from the market as it is, or, for the fault of a stale list, from a copy that was kept.
// Nothing is changed here.
#pragma once

#include "practice/apex_access.h"
#include "practice/apex_json.h"
#include "practice/apex_market.h"

#include <functional>

namespace practice {

class ApexReads
{
public:
    ApexReads(ApexMarket &market, const ApexIdentity &identity, bool statusAsArray);

    /// From now on a stale answer shows the orders as they are now.
    void keepCopy();

    [[nodiscard]] ApexReply instruments(const ApexRequest &request) const;
    [[nodiscard]] ApexReply openOrders(const ApexRequest &request, bool isStale) const;
    [[nodiscard]] ApexReply orderStatus(const ApexRequest &request, bool isStale) const;
    /// GetOrderHistory and GetOrdersHistory, the newest first.
    [[nodiscard]] ApexReply orderHistory(const ApexRequest &request, bool isStale) const;
    /// GetAccountTrades, the newest first.
    [[nodiscard]] ApexReply accountTrades(const ApexRequest &request) const;
    /// One entry per revision, the newest first.
    [[nodiscard]] ApexReply revisions(const ApexRequest &request) const;

private:
    using Wanted = std::function<bool(const ApexOrder &)>;

    [[nodiscard]] std::vector<const ApexOrder *> select(qint64 accountId, bool isStale,
                                                        const Wanted &wanted) const;
    [[nodiscard]] QByteArray list(const std::vector<const ApexOrder *> &orders) const;

    ApexMarket &m_market;
    const ApexIdentity &m_identity;
    bool m_statusAsArray;
    ApexOwner m_owner;
    std::deque<ApexOrder> m_copy;
};

} // namespace practice
