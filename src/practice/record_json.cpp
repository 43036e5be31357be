// SPDX-License-Identifier: Apache-2.0
#include "practice/record_json.h"

#include <QUuid>

#include <algorithm>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    const PracticeOrder *order;
    OrderStep step;
};

// What happened before the order was added is not known: an acceptance, a confirmation and the first status.
void addEarlySteps(std::vector<Entry> &entries, const PracticeOrder &order)
{
    const qint64 entered = order.entryTime * 1'000'000'000;
    const auto add = [&](const QString &status, qint64 filled, qint64 nanoseconds) {
        entries.push_back({&order,
                           {status, u"NEW"_s, filled, order.price, filled == 0 ? 0 : order.averagePrice,
                            order.entryTime, entered + nanoseconds}});
    };
    if (!order.isAmo()) {
        add(u"ACCEPTED"_s, 0, 2'299'000);
        if (order.firstStatus != "CONFIRMED"_L1 && order.firstStatus != "REJECTED"_L1)
            add(u"CONFIRMED"_s, 0, 9'299'000);
    } else if (order.firstStatus != "AMO_REQ_RECEIVED"_L1) {
        add(u"AMO_REQ_RECEIVED"_s, 0, 2'299'000);
    }
    add(order.firstStatus, order.steps.empty() ? order.filled : 0, 477'299'000);
}

// The history names an order by an id of its own, which is in no list.
QString internalId(const PracticeOrder &order)
{
    const QUuid space(u"{2f2c7d3e-0a4b-4f5e-9d53-6a0c9f3b7e10}"_s);
    return QUuid::createUuidV5(space, order.orderId + order.leg).toString(QUuid::WithoutBraces);
}

void appendEntry(QByteArray &out, const Entry &entry, const BrokerProfile &profile)
{
    const PracticeOrder &order = *entry.order;
    const Instrument &instrument = *order.instrument;
    const OrderStep &step = entry.step;
    JsonText row(out);
    row.beginObject();
    row.price("avg_price", step.averagePrice);
    row.text("client_id", profile.clientId);
    row.raw("client_order_id", order.userOrderId);
    row.number("created_at", order.entryTime);
    row.number("disclosed_quantity", order.disclosed);
    row.text("exchange", instrument.exchange);
    row.text("exchange_order_id", order.exchangeOrderId);
    row.number("exchange_time", 0);
    row.number("fill_quantity", step.filled);
    row.number("last_modified", step.modified);
    row.text("login_id", order.loginId.isEmpty() ? profile.clientId : order.loginId);
    row.number("modified_at", step.time);
    row.text("order_id", internalId(order));
    row.text("order_mode", step.mode);
    row.text("order_side", order.side);
    row.text("order_type", order.type);
    row.price("price", step.price);
    row.text("product", order.product);
    row.number("quantity", order.quantity);
    row.text("reject_reason", order.rejectionReason.isEmpty() ? u"--"_s : order.rejectionReason);
    row.number("remaining_quantity", isDoneStatus(step.status) ? 0 : order.quantity - step.filled);
    row.text("segment", instrument.segment);
    row.text("status", step.status);
    row.text("symbol", instrument.symbol);
    row.number("token", instrument.token);
    row.price("trigger_price", order.triggerPrice);
    row.number("underlying_token", 0);
    row.text("validity", order.validity);
    row.endObject();
}

} // namespace

void appendHistory(QByteArray &out, const QList<PracticeOrder *> &family, const BrokerProfile &profile)
{
    std::vector<Entry> entries;
    for (const PracticeOrder *order : family) {
        addEarlySteps(entries, *order);
        for (const OrderStep &step : order->steps)
            entries.push_back({order, step});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.step.modified < b.step.modified; });
    std::reverse(entries.begin(), entries.end());
    for (std::size_t index = 0; index < entries.size(); ++index) {
        if (index > 0)
            out += ',';
        appendEntry(out, entries[index], profile);
    }
}

void appendTrade(QByteArray &out, const Trade &trade, const BrokerProfile &profile)
{
    const PracticeOrder &order = *trade.order;
    const QByteArray none = profile.newerRows ? "null"_ba : "{}"_ba;
    JsonText row(out);
    row.beginObject();
    row.text("book_type", u"0"_s);
    row.text("broker_id", u"12345"_s);
    row.text("client_id", profile.clientId);
    row.number("disclosed_vol", order.disclosed);
    row.number("disclosed_vol_remaining", 0);
    row.text("exchange", order.instrument->exchange);
    row.text("exchange_order_id", order.exchangeOrderId);
    row.number("exchange_time", trade.time);
    row.raw("fill_number", profile.newerRows ? quoted(QString::number(trade.number)) : none);
    row.number("filled_quantity", trade.filledSoFar);
    row.raw("good_till_date", profile.newerRows ? "\"\"" : "0");
    row.number("instrument_token", order.instrument->token);
    row.text("login_id", order.loginId.isEmpty() ? profile.clientId : order.loginId);
    row.text("oms_order_id", order.orderId);
    row.number("order_entry_time", order.entryTime);
    row.price("order_price", order.price);
    row.text("order_side", order.side);
    row.text("order_type", order.type);
    row.number("original_vol", order.quantity);
    row.text("pan", u"DEMOPAN"_s);
    row.raw("pro_cli", profile.newerRows ? "\"--\"" : "0");
    row.text("product", order.product);
    row.number("remaining_quantity", order.quantity - trade.filledSoFar);
    row.text("trade_number", QString::number(trade.number));
    row.price("trade_price", trade.price);
    row.number("trade_quantity", trade.quantity);
    row.number("trade_time", trade.time);
    row.text("trading_symbol", order.instrument->tradingSymbol);
    row.raw("trigger_price", order.triggerPrice == 0 ? none : priceToken(order.triggerPrice, false));
    row.raw("v_login_id", none);
    row.number("vol_filled_today", trade.filledSoFar);
    row.endObject();
}

} // namespace practice
