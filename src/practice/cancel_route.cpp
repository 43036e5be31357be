// SPDX-License-Identifier: Apache-2.0
#include "practice/cancel_route.h"

#include "practice/tradelab_replies.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr base::milliseconds usualSequel{200}; // where a plan names no time

bool isSame(const QString &a, QLatin1StringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// The tables call the legs TARGET and STOPLOSS where the samples say SECOND and THIRD.
QString legName(const QString &leg)
{
    if (isSame(leg, "TARGET"_L1))
        return u"SECOND"_s;
    if (isSame(leg, "STOPLOSS"_L1))
        return u"THIRD"_s;
    return leg.toUpper();
}

} // namespace

CancelRoute::CancelRoute(Accounts &accounts, Agenda &agenda, ArrivalLog &arrivals, const FaultPlayer &player)
    : m_accounts(accounts)
    , m_agenda(agenda)
    , m_arrivals(arrivals)
    , m_player(player)
{
}

void CancelRoute::handle(const TradelabCall &call, bool isKartPath, const QString &pathId, FaultPlan &plan)
{
    const CancelParameters parameters(pathId, call.request);
    const QString orderId = parameters.value(u"oms_order_id"_s);
    m_arrivals.setOrderId(call.request.arrival, orderId);
    const QString leg = parameters.value(u"leg_order_indicator"_s).toUpper();
    const auto fault = plan.take(FaultPlan::Section::Cancel, {orderId + u':' + leg, orderId});
    m_player.play(fault, call.request, call.responder,
                  [&] { return act(check(call, parameters, isKartPath), fault, call.errorStatus); });
}

CancelRoute::Target CancelRoute::check(const TradelabCall &call, const CancelParameters &parameters,
                                       bool isKartPath)
{
    const QString clientId = parameters.value(u"client_id"_s);
    if (!parameters.isBodyReadable())
        return {nullptr, nullptr, replies::error(44000, u"request body is invalid"_s)};
    if (clientId.isEmpty() && call.isStrict)
        return {nullptr, nullptr, replies::blank(u"client_id"_s)};
    const std::optional<Broker> account =
        clientId.isEmpty() ? std::optional(call.broker) : Accounts::withClientId(clientId);
    if (!account)
        return {nullptr, nullptr, replies::error(40000, u"Request Unauthorised"_s)};
    if (call.isStrict && !parameters.contradiction().isEmpty())
        return {nullptr, nullptr, replies::invalid(parameters.contradiction())};
    if (parameters.value(u"oms_order_id"_s).isEmpty())
        return {nullptr, nullptr, replies::blank(u"oms_order_id"_s)};
    Market &market = m_accounts.market(*account);
    return isKartPath ? checkKart(market, parameters, call.isStrict) : checkRegular(market, parameters);
}

CancelRoute::Target CancelRoute::checkRegular(Market &market, const CancelParameters &parameters)
{
    PracticeOrder *order = market.book().find(parameters.value(u"oms_order_id"_s));
    const QString type = parameters.value(u"execution_type"_s).toUpper();
    if (order == nullptr)
        return {&market, nullptr, replies::notFound(market.profile().notFound)};
    // One client says REGULAR of an AMO and another nothing at all; a kart order has a route of its own.
    const bool fits =
        type.isEmpty() || type == order->executionType || (type == "REGULAR"_L1 && order->isAmo());
    if (order->isKart() || !fits)
        return {&market, nullptr, replies::invalid(u"execution_type"_s)};
    return {&market, order, {}};
}

CancelRoute::Target CancelRoute::checkKart(Market &market, const CancelParameters &parameters, bool isStrict)
{
    const QString type = parameters.value(u"execution_type"_s).toUpper();
    const QList<PracticeOrder *> family = market.book().family(parameters.value(u"oms_order_id"_s));
    const bool isAmo = !family.isEmpty() && family.first()->isAmo() && (type.isEmpty() || type == "AMO"_L1);
    if (isAmo)
        return {&market, family.first(), {}};
    const QString exchangeOrderId = parameters.value(u"exchange_order_id"_s);
    if (exchangeOrderId.isEmpty())
        return {&market, nullptr, replies::blank(u"exchange_order_id"_s)};
    if (!type.isEmpty() && !isKartType(type))
        return {&market, nullptr, replies::invalid(u"execution_type"_s)};
    if (family.isEmpty())
        return {&market, nullptr, replies::notFound(market.profile().notFound)};
    if (!family.first()->isKart() || (!type.isEmpty() && type != family.first()->executionType))
        return {&market, nullptr, replies::invalid(u"execution_type"_s)};
    const QString leg = legName(parameters.value(u"leg_order_indicator"_s));
    PracticeOrder *order = leg.isEmpty() ? nullptr : market.book().find(family.first()->orderId, leg);
    if (order == nullptr)
        return {&market, nullptr, replies::invalid(u"leg_order_indicator"_s)};
    if (order->exchangeOrderId != exchangeOrderId)
        return {&market, nullptr, replies::notFound(market.profile().notFound)};
    const QString status = parameters.value(u"status"_s);
    const bool needsStatus = order->executionType != "CO"_L1;
    if (isStrict && needsStatus && status.compare(order->status, Qt::CaseInsensitive) != 0)
        return {&market, nullptr, replies::invalid(u"status"_s)};
    return {&market, order, {}};
}

HttpReply CancelRoute::act(const Target &target, const std::optional<Fault> &fault, int errorStatus)
{
    HttpReply refusal = target.refusal;
    if (target.order != nullptr) {
        Market &market = *target.market;
        PracticeOrder &order = *target.order;
        const bool isScripted = fault && fault->isReceipt() && !order.isDone();
        const CancelAnswer answer = isScripted ? CancelAnswer::Taken : market.cancel(order);
        switch (answer) {
        case CancelAnswer::Taken: {
            HttpReply reply = receipt(market, order);
            if (isScripted)
                playOut(market, order, *fault);
            return reply;
        }
        case CancelAnswer::AlreadyTraded:
            refusal = replies::alreadyTraded();
            break;
        case CancelAnswer::AlreadyGone:
            refusal = replies::notFound(market.profile().notFound);
            break;
        case CancelAnswer::AlreadyPending:
            refusal = replies::backendError(200116, u"cancellation already pending"_s);
            break;
        }
    }
    refusal.status = errorStatus;
    return refusal;
}

// What the book shows after a receipt, where the plan has other ideas than a cancel.
void CancelRoute::playOut(Market &market, PracticeOrder &order, const Fault &fault)
{
    const base::milliseconds after = fault.after.count() > 0 ? fault.after : usualSequel;
    const qint64 left = order.quantity - order.filled;
    order.isBeingMoved = true;
    switch (fault.kind) {
    case Fault::Kind::ReceiptThenFill:
        market.markCancelPending(order);
        m_agenda.after(after, [&market, &order, left] { market.fill(order, left); });
        break;
    case Fault::Kind::ReceiptThenPartial:
        market.markCancelPending(order);
        m_agenda.after(after, [&market, &order, volume = fault.quantity > 0 ? fault.quantity : left / 2] {
            market.fill(order, volume);
        });
        m_agenda.after(after * 2, [&market, &order] { market.confirmCancel(order); });
        break;
    case Fault::Kind::ReceiptThenCancelled:
        market.markCancelPending(order);
        m_agenda.after(after, [&market, &order] { market.confirmCancel(order); });
        break;
    case Fault::Kind::ReceiptThenRejected:
        market.markCancelPending(order);
        m_agenda.after(after, [&market, &order] { market.rejectCancel(order); });
        break;
    default:
        break;
    }
}

HttpReply CancelRoute::receipt(const Market &market, const PracticeOrder &order)
{
    if (!order.isKart())
        return replies::regularCancel(order.orderId);
    if (market.profile().shortKartReply && order.executionType != "CO"_L1)
        return replies::shortKartCancel();
    return replies::kartCancel(order.basketId);
}

} // namespace practice
