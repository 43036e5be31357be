// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_reads.h"

#include "practice/apex_replies.h"

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualDepth = 100;
constexpr qint64 mostTrades = 200; // in one answer

// A state by its name or by the documents' number; blank is any.
bool isInState(const ApexOrder &order, const QString &state)
{
    return state.isEmpty() || state.compare(apexStateName(order.state), Qt::CaseInsensitive) == 0 ||
           state == QString::number(static_cast<int>(order.state));
}

bool fits(qint64 wanted, qint64 value)
{
    return wanted == 0 || wanted == value;
}

} // namespace

ApexReads::ApexReads(ApexMarket &market, const ApexIdentity &identity, bool statusAsArray)
    : m_market(market)
    , m_identity(identity)
    , m_statusAsArray(statusAsArray)
    , m_owner{identity.omsId, identity.userId, identity.user}
{
}

void ApexReads::keepCopy()
{
    m_copy = m_market.orders();
}

ApexReply ApexReads::instruments(const ApexRequest &request) const
{
    ApexParameters parameters(request.payload);
    if (const auto refusal = m_identity.refusal(parameters, false))
        return *refusal;
    ApexReply reply{ApexKind::Reply, "["};
    for (const ApexInstrument &instrument : m_market.instruments()) {
        if (reply.payload.size() > 1)
            reply.payload += ',';
        appendApexInstrument(reply.payload, instrument, m_owner);
    }
    reply.payload += ']';
    return reply;
}

ApexReply ApexReads::openOrders(const ApexRequest &request, bool isStale) const
{
    ApexParameters parameters(request.payload);
    const qint64 instrument = parameters.id(u"InstrumentId");
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    const auto orders = select(parameters.id(u"AccountId"), isStale, [instrument](const ApexOrder &order) {
        return !order.isDone() && fits(instrument, order.instrument->id);
    });
    return {ApexKind::Reply, list(orders)};
}

ApexReply ApexReads::orderStatus(const ApexRequest &request, bool isStale) const
{
    ApexParameters parameters(request.payload);
    const qint64 orderId = parameters.id(u"OrderId");
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    if (orderId == 0)
        return apex_replies::invalidRequest();
    const auto orders = select(parameters.id(u"AccountId"), isStale,
                               [orderId](const ApexOrder &order) { return order.orderId == orderId; });
    if (orders.empty())
        return apex_replies::notFound();
    const QByteArray rows = list(orders);
    return {ApexKind::Reply, m_statusAsArray ? rows : rows.sliced(1, rows.size() - 2)};
}

ApexReply ApexReads::orderHistory(const ApexRequest &request, bool isStale) const
{
    ApexParameters parameters(request.payload);
    const QString state = parameters.text(u"OrderState");
    const qint64 orderId = parameters.id(u"OrderId");
    const qint64 clientId = parameters.id(u"ClientOrderId");
    const qint64 instrument = parameters.id(u"InstrumentId");
    const qint64 begin = parameters.id(u"StartTimestamp");
    const qint64 end = parameters.id(u"EndTimestamp");
    const qint64 skipped = parameters.id(u"StartIndex");
    const qint64 depth = parameters.id(u"Depth", u"Limit");
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    auto orders = select(parameters.id(u"AccountId"), isStale, [&](const ApexOrder &order) {
        const qint64 received = unixMilliseconds(order.receivedTicks);
        return isInState(order, state) && fits(orderId, order.orderId) &&
               fits(clientId, order.clientOrderId) && fits(instrument, order.instrument->id) &&
               received >= begin && (end == 0 || received <= end);
    });
    std::stable_sort(orders.begin(), orders.end(), [](const ApexOrder *a, const ApexOrder *b) {
        return a->receivedTicks > b->receivedTicks;
    });
    const auto size = static_cast<qint64>(orders.size());
    orders.erase(orders.begin(), orders.begin() + std::min(skipped, size));
    orders.resize(static_cast<std::size_t>(
        std::min(depth == 0 ? usualDepth : depth, static_cast<qint64>(orders.size()))));
    return {ApexKind::Reply, list(orders)};
}

ApexReply ApexReads::accountTrades(const ApexRequest &request) const
{
    ApexParameters parameters(request.payload);
    const qint64 skipped = parameters.id(u"StartIndex");
    const qint64 count = parameters.id(u"Count", u"Depth");
    if (const auto refusal = m_identity.refusal(parameters, true))
        return *refusal;
    const qint64 account = parameters.id(u"AccountId");
    const qint64 wanted = std::min(count == 0 ? usualDepth : count, mostTrades);
    qint64 index = -skipped;
    ApexReply reply{ApexKind::Reply, "["};
    for (auto trade = m_market.trades().rbegin(); trade != m_market.trades().rend(); ++trade) {
        if (trade->order->accountId != account || index++ < 0)
            continue;
        if (index > wanted)
            break;
        if (reply.payload.size() > 1)
            reply.payload += ',';
        reply.payload += apexTradeJson(*trade, m_owner);
    }
    reply.payload += ']';
    return reply;
}

ApexReply ApexReads::revisions(const ApexRequest &request) const
{
    ApexParameters parameters(request.payload);
    const qint64 orderId = parameters.id(u"OrderId");
    if (const auto refusal = m_identity.refusal(parameters, false))
        return *refusal;
    const ApexOrder *order = m_market.find(orderId);
    if (order == nullptr)
        return orderId == 0 ? apex_replies::invalidRequest() : apex_replies::notFound();
    if (!m_identity.owns(order->accountId))
        return apex_replies::notAuthorized();
    std::vector<const ApexOrder *> entries;
    const auto &revisions = m_market.revisions(orderId);
    for (auto entry = revisions.rbegin(); entry != revisions.rend(); ++entry)
        entries.push_back(&*entry);
    return {ApexKind::Reply, list(entries)};
}

std::vector<const ApexOrder *> ApexReads::select(qint64 accountId, bool isStale, const Wanted &wanted) const
{
    const std::deque<ApexOrder> &orders = isStale ? m_copy : m_market.orders();
    std::vector<const ApexOrder *> selected;
    for (const ApexOrder &order : orders) {
        if (order.accountId == accountId && !order.isHidden && wanted(order))
            selected.push_back(&order);
    }
    return selected;
}

QByteArray ApexReads::list(const std::vector<const ApexOrder *> &orders) const
{
    constexpr qsizetype usualRow = 1200; // bytes
    QByteArray rows;
    rows.reserve(static_cast<qsizetype>(orders.size()) * usualRow + 2);
    rows += '[';
    for (const ApexOrder *order : orders) {
        if (rows.size() > 1)
            rows += ',';
        appendApexOrder(rows, *order, m_owner);
    }
    rows += ']';
    return rows;
}

} // namespace practice
