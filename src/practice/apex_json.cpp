// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_json.h"

#include "practice/json_text.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

QByteArray token(const base::Decimal &number)
{
    return number.toText().toLatin1();
}

QString bookFlag(const ApexOrder &order)
{
    const bool neverThere = order.state == ApexState::Rejected || (order.isStop() && order.executed.isZero());
    if (neverThere)
        return u"0"_s;
    return order.isDone() ? u"AddedToBook, RemovedFromBook"_s : u"AddedToBook"_s;
}

void addTimes(JsonText &row, const ApexOrder &order)
{
    row.number("ReceiveTime", unixMilliseconds(order.receivedTicks));
    row.number("ReceiveTimeTicks", order.receivedTicks);
    row.number("LastUpdatedTime", unixMilliseconds(order.updatedTicks));
    row.number("LastUpdatedTimeTicks", order.updatedTicks);
}

void addPrices(JsonText &row, const ApexInstrument &instrument)
{
    row.raw("InsideAsk", token(instrument.ask()));
    row.raw("InsideAskSize", "0.099736");
    row.raw("InsideBid", token(instrument.bid()));
    row.raw("InsideBidSize", "1.330001");
    row.raw("LastTradePrice", token(instrument.last));
}

void addStop(JsonText &row, const ApexOrder &order)
{
    row.raw("StopPrice", order.stopPrice);
    row.text("PegPriceType", order.pegPriceType);
    row.raw("PegOffset", order.pegOffset);
    row.raw("PegLimitOffset", "0");
}

} // namespace

void appendApexOrder(QByteArray &out, const ApexOrder &order, const ApexOwner &owner)
{
    JsonText row(out);
    row.beginObject();
    row.text("Side", order.side);
    row.number("OrderId", order.orderId);
    row.raw("Price", order.price);
    row.raw("Quantity", token(order.remaining()));
    row.raw("DisplayQuantity", token(order.quantity));
    row.number("Instrument", order.instrument->id);
    row.number("Account", order.accountId);
    row.text("AccountName", owner.userName);
    row.text("OrderType", order.type);
    row.number("ClientOrderId", order.clientOrderId);
    row.text("OrderState", apexStateName(order.state));
    addTimes(row, order);
    row.raw("OrigQuantity", token(order.quantity));
    row.raw("QuantityExecuted", token(order.executed));
    row.raw("GrossValueExecuted", token(order.gross));
    row.raw("ExecutableValue", "0");
    row.raw("AvgPrice", order.averagePrice);
    row.number("CounterPartyId", 0);
    row.text("ChangeReason", order.changeReason);
    row.number("OrigOrderId", order.origOrderId);
    row.number("OrigClOrdId", order.origClientOrderId);
    row.number("EnteredBy", owner.userId);
    row.text("UserName", owner.userName);
    row.truth("IsQuote", false);
    addPrices(row, *order.instrument);
    row.text("RejectReason", order.rejectReason);
    row.truth("IsLockedIn", false);
    row.text("CancelReason", order.cancelReason);
    row.text("OrderFlag", bookFlag(order));
    row.truth("UseMargin", false);
    addStop(row, order);
    row.raw("IpAddress", order.cancelReason.isEmpty() ? "null" : R"("127.0.0.1")");
    row.raw("ClientOrderIdUuid", "null");
    row.number("OMSId", owner.omsId);
    if (order.ocoOrderId != 0) // no captured order has it
        row.number("OrderIdOCO", order.ocoOrderId);
    row.endObject();
}

// Without the order's client id, as venues were seen to send it.
QByteArray apexTradeJson(const ApexTrade &trade, const ApexOwner &owner)
{
    const ApexOrder &order = *trade.order;
    QByteArray out;
    JsonText row(out);
    row.beginObject();
    row.number("OMSId", owner.omsId);
    row.number("TradeId", trade.tradeId);
    row.number("OrderId", order.orderId);
    row.number("AccountId", order.accountId);
    row.number("ClientOrderId", 0);
    row.number("InstrumentId", order.instrument->id);
    row.text("Side", order.side);
    row.raw("Quantity", token(trade.quantity));
    row.raw("RemainingQuantity", token(order.quantity.minus(order.executed)));
    row.raw("Price", trade.price);
    row.raw("Value", token(trade.quantity.times(apexDecimal(trade.price))));
    row.number("TradeTime", trade.ticks);
    row.number("TradeTimeMS", unixMilliseconds(trade.ticks));
    row.number("ContraAcctId", 3);
    row.number("OrderTradeRevision", 1);
    row.text("Direction", u"NoChange"_s);
    row.number("CounterPartyClientUserId", 0);
    row.number("NotionalProductId", 0);
    row.raw("NotionalRate", "0.0");
    row.raw("NotionalValue", "0.0");
    row.endObject();
    return out;
}

QByteArray apexCancelRejectJson(const ApexOrder &order, const QString &reason, const ApexOwner &owner)
{
    QByteArray out;
    JsonText row(out);
    row.beginObject();
    row.number("OMSId", owner.omsId);
    row.number("AccountId", order.accountId);
    row.number("OrderId", order.orderId);
    row.number("OrderRevision", 0);
    row.text("OrderType", u"Unknown"_s);
    row.number("InstrumentId", order.instrument->id);
    row.text("Status", u"Rejected"_s);
    row.text("RejectReason", reason);
    row.endObject();
    return out;
}

void appendApexInstrument(QByteArray &out, const ApexInstrument &instrument, const ApexOwner &owner)
{
    JsonText row(out);
    row.beginObject();
    row.number("OMSId", owner.omsId);
    row.number("InstrumentId", instrument.id);
    row.text("Symbol", instrument.symbol());
    row.number("Product1", instrument.product1Id);
    row.text("Product1Symbol", instrument.product1);
    row.number("Product2", instrument.product2Id);
    row.text("Product2Symbol", instrument.product2);
    row.text("InstrumentType", u"Standard"_s);
    row.text("SessionStatus", u"Running"_s);
    row.raw("QuantityIncrement", token(instrument.quantityIncrement));
    row.raw("PriceIncrement", token(instrument.priceIncrement));
    row.raw("MinimumQuantity", token(instrument.quantityIncrement));
    row.truth("IsDisable", false);
    row.endObject();
}

} // namespace practice
