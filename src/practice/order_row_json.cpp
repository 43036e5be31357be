// SPDX-License-Identifier: Apache-2.0
#include "practice/order_row_json.h"

namespace practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 terminalNumber = 333'333'333'333'100;

// In the older rows a stop value that is not set is an empty object.
QByteArray olderValue(Paise value)
{
    return value == 0 ? "{}"_ba : priceToken(value, false);
}

// A price of nothing is written 0, any other with a fraction.
void appendNewerRow(JsonText &row, const PracticeOrder &order, const BrokerProfile &profile)
{
    const Instrument &instrument = *order.instrument;
    row.text("mode", order.mode);
    row.text("exchange", instrument.exchange);
    row.text("segment", {});
    row.text("login_id", order.loginId.isEmpty() ? profile.clientId : order.loginId);
    row.number("deposit", 0);
    row.text("order_status", order.status);
    row.text("product", order.product);
    row.text("order_type", order.type);
    row.text("rejection_reason", order.rejectionReason);
    row.text("order_side", order.side);
    row.number("instrument_token", instrument.token);
    row.number("exchange_time", order.exchangeTime);
    row.number("nnf_id", order.status == "REJECTED"_L1 ? 0 : terminalNumber);
    row.number("quantity", order.quantity);
    row.text("trading_symbol", instrument.tradingSymbol);
    row.text("client_id", profile.clientId);
    row.number("average_trade_price", 0);
    row.raw("underlying_token", "null");
    row.text("oms_order_id", order.orderId);
    row.number("lot_size", instrument.lotSize);
    row.text("isin", instrument.isin);
    row.number("disclosed_quantity", order.disclosed);
    row.text("execution_type", order.executionType);
    row.text("source", order.device.isEmpty() ? QString() : u"practice.pullcord.example"_s);
    row.text("device", order.device);
    row.text("exchange_order_id", order.exchangeOrderId);
    row.text("validity", order.validity);
    row.raw("leg_order_indicator", order.leg.isEmpty() ? "null"_ba : quoted(order.leg));
    row.number("trade_price", 0);
    row.raw("spread_token", order.spreadToken == 0 ? "null"_ba : QByteArray::number(order.spreadToken));
    row.number("market_protection_percentage", 0);
    row.number("filled_quantity", order.filled);
    row.text("order_tag", order.orderTag);
    row.raw("sl_trigger_price", "0.0");
    row.truth("square_off", false);
    row.text("order_status_info", {});
    row.price("square_off_value", order.squareOffValue, true);
    row.raw("tags", "null");
    row.number("order_entry_time", order.entryTime);
    row.number("last_activity_reference", order.lastActivity);
    row.price("trigger_price", order.triggerPrice, order.triggerPrice != 0);
    row.raw("sl_order_price", "0.0");
    row.price("stop_loss_value", order.stopLossValue, true);
    row.number("rejection_code", order.rejectionCode);
    row.price("average_price", order.averagePrice, order.averagePrice != 0);
    row.raw("trailing_stop_loss", "0.0");
    row.price("price", order.price, order.price != 0);
    row.raw("user_order_id", order.userOrderId);
    row.text("symbol", instrument.symbol);
    row.truth("is_trailing", false);
    row.text("pro_cli", u"CLIENT"_s);
    row.number("remaining_quantity", order.shownRemaining());
    row.raw("contract_description", "{}");
    row.text("series", instrument.series);
    row.text("target_price_type", u"absolute"_s);
    row.number("sl_order_quantity", 0);
}

void appendOlderRow(JsonText &row, const PracticeOrder &order, const BrokerProfile &profile)
{
    const Instrument &instrument = *order.instrument;
    row.text("trading_symbol", instrument.tradingSymbol);
    row.number("average_trade_price", 0);
    row.text("exchange", instrument.exchange);
    row.text("pro_cli", u"CLIENT"_s);
    row.number("market_protection_percentage", order.type == "MARKET"_L1 ? 100 : 0);
    row.number("order_entry_time", order.entryTime);
    row.text("mode", order.mode);
    row.text("oms_order_id", order.orderId);
    row.raw("trailing_stop_loss", "{}");
    row.number("deposit", 0);
    row.raw("square_off_value", olderValue(order.squareOffValue));
    row.number("disclosed_quantity", order.disclosed);
    row.raw("stop_loss_value", olderValue(order.stopLossValue));
    row.price("price", order.price);
    row.text("order_tag", order.orderTag);
    row.text("device", order.device.isEmpty() ? u"UNKNOWN"_s : order.device.toUpper());
    row.number("remaining_quantity", order.shownRemaining());
    row.number("last_activity_reference", order.lastActivity);
    row.price("average_price", order.averagePrice);
    row.truth("square_off?", false);
    row.text("order_status_info", {});
    row.number("quantity", order.quantity);
    row.text("execution_type", order.executionType);
    row.text("client_id", profile.clientId);
    row.number("exchange_time", order.exchangeTime);
    row.text("order_side", order.side);
    row.text("login_id", order.loginId.isEmpty() ? profile.clientId : order.loginId);
    row.text("validity", order.validity);
    row.number("instrument_token", instrument.token);
    row.text("product", order.product);
    row.price("trigger_price", order.triggerPrice);
    row.text("segment", {});
    row.number("trade_price", 0);
    row.text("order_type", order.type);
    row.raw("contract_description", "{}");
    row.number("rejection_code", order.rejectionCode);
    row.text("leg_order_indicator", order.leg);
    row.text("exchange_order_id", order.exchangeOrderId);
    row.text("order_status", order.status);
    row.number("filled_quantity", order.filled);
    row.text("target_price_type", u"absolute"_s);
    row.truth("is_trailing", false);
    row.raw("user_order_id", order.userOrderId);
    row.number("lot_size", instrument.lotSize);
    row.text("series", {});
    row.number("nnf_id", terminalNumber);
    row.text("rejection_reason", order.rejectionReason);
}

} // namespace

void appendOrderRow(QByteArray &out, const PracticeOrder &order, const BrokerProfile &profile)
{
    JsonText row(out);
    row.beginObject();
    if (profile.newerRows)
        appendNewerRow(row, order, profile);
    else
        appendOlderRow(row, order, profile);
    row.endObject();
}

} // namespace practice
