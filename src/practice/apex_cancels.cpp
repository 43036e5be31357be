// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_cancels.h"

#include "practice/apex_replies.h"

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds usualSequel{200}; // where a plan names no time

qint64 clientIdFrom(ApexParameters &parameters)
{
    return parameters.id(u"ClOrderId", u"ClientOrderId");
}

} // namespace

ApexCancels::ApexCancels(ApexMarket &market, const ApexIdentity &identity, Agenda &agenda)
    : m_market(market)
    , m_identity(identity)
    , m_agenda(agenda)
{
}

QString ApexCancels::orderId(const ApexRequest &request) const
{
    ApexParameters parameters(request.payload);
    const qint64 orderId = parameters.id(u"OrderId");
    if (orderId != 0)
        return QString::number(orderId);
    const ApexOrder *order = findByClientId(parameters.id(u"AccountId"), clientIdFrom(parameters));
    return order != nullptr ? QString::number(order->orderId) : QString();
}

ApexReply ApexCancels::cancel(const ApexRequest &request, const std::optional<Fault> &fault)
{
    ApexParameters parameters(request.payload);
    const Target target = find(parameters);
    if (target.order == nullptr)
        return target.refusal;
    if (target.order->isDone())
        return apex_replies::notFound();
    if (fault && fault->kind == Fault::Kind::EventFirst)
        m_market.cancelNow(target.order->orderId);
    else if (fault && fault->isReceipt())
        playOut(*target.order, *fault);
    else
        m_market.cancel(*target.order);
    return apex_replies::success();
}

ApexReply ApexCancels::cancelAll(const ApexRequest &request)
{
    ApexParameters parameters(request.payload);
    // The documents' own spelling has a letter too few.
    const qint64 instrument = parameters.id(u"InstrumentId", u"IntrumentId");
    const qint64 account = parameters.id(u"AccountId");
    if (const auto refusal = m_identity.refusal(parameters, false))
        return *refusal;
    const auto &known = m_market.instruments();
    const bool isKnown = std::any_of(known.begin(), known.end(), [instrument](const ApexInstrument &each) {
        return each.id == instrument;
    });
    if (instrument != 0 && !isKnown)
        return apex_replies::error(100, u"Invalid InstrumentId: %1"_s.arg(instrument));
    for (ApexOrder &order : m_market.orders()) {
        const bool isMeant = m_identity.owns(order.accountId) &&
                             (account == 0 || account == order.accountId) &&
                             (instrument == 0 || instrument == order.instrument->id);
        if (isMeant)
            m_market.cancel(order);
    }
    return apex_replies::success();
}

ApexCancels::Target ApexCancels::find(ApexParameters &parameters) const
{
    const qint64 orderId = parameters.id(u"OrderId");
    const qint64 clientId = clientIdFrom(parameters);
    const qint64 account = parameters.id(u"AccountId");
    if (const auto refusal = m_identity.refusal(parameters, false))
        return {nullptr, *refusal};
    if (orderId != 0)
        return findById(orderId, account, clientId);
    if (clientId == 0 || account == 0) // a client's id alone may mean several orders
        return {nullptr, apex_replies::invalidRequest()};
    return {findByClientId(account, clientId), apex_replies::notFound()};
}

ApexCancels::Target ApexCancels::findById(qint64 orderId, qint64 accountId, qint64 clientId) const
{
    ApexOrder *order = m_market.find(orderId);
    if (order == nullptr)
        return {nullptr, apex_replies::notFound()};
    if (!m_identity.owns(order->accountId))
        return {nullptr, apex_replies::notAuthorized()};
    if (accountId != 0 && accountId != order->accountId)
        return {nullptr, apex_replies::notFound()};
    if (clientId != 0 && clientId != order->clientOrderId)
        return {nullptr, apex_replies::invalidRequest()};
    return {order, {}};
}

// The newest one, an open one before those that are done.
ApexOrder *ApexCancels::findByClientId(qint64 accountId, qint64 clientId) const
{
    ApexOrder *found = nullptr;
    for (ApexOrder &order : m_market.orders()) {
        const bool isMeant = clientId != 0 && order.clientOrderId == clientId &&
                             order.accountId == accountId && !order.isHidden;
        if (isMeant && (found == nullptr || found->isDone() || !order.isDone()))
            found = &order;
    }
    return found;
}

// What happens after a receipt, where the plan has other ideas than a cancel.
void ApexCancels::playOut(const ApexOrder &order, const Fault &fault)
{
    const base::milliseconds after = fault.after.count() > 0 ? fault.after : usualSequel;
    const qint64 id = order.orderId;
    m_market.find(id)->isBeingMoved = true;
    switch (fault.kind) {
    case Fault::Kind::ReceiptThenFill:
        m_agenda.after(after, [this, id] {
            m_market.fillRest(id);
            m_market.rejectCancel(id);
        });
        break;
    case Fault::Kind::ReceiptThenPartial: {
        const base::Decimal half = order.remaining().times(apexDecimal("0.5"));
        const base::Decimal part =
            fault.quantity > 0 ? apexDecimal(QByteArray::number(fault.quantity)) : half;
        m_agenda.after(after, [this, id, part] { m_market.fill(id, part); });
        m_agenda.after(after * 2, [this, id] { m_market.cancelNow(id); });
        break;
    }
    case Fault::Kind::ReceiptThenCancelled:
        m_agenda.after(after, [this, id] { m_market.cancelNow(id); });
        break;
    case Fault::Kind::ReceiptThenRejected:
        m_agenda.after(after, [this, id] { m_market.rejectCancel(id); });
        break;
    default:
        break;
    }
}

} // namespace practice
