// SPDX-License-Identifier: Apache-2.0
// The bytes of a made-up list of pending orders, of any length, for benchmarks.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace bench {

/// Rows as Pocketful writes them, all their fields; every twentieth order has two legs.
class ListWriter
{
public:
    explicit ListWriter(int rows)
    {
        m_list.reserve(rows * qsizetype(1300));
        m_list += R"({"data":{"orders":[)";
        for (int order = 0; m_rows < rows; ++order) {
            const bool hasLegs = order % 20 == 0 && m_rows + 3 <= rows;
            append(order, hasLegs ? R"("ENTRY")" : "null", hasLegs ? "BO" : "REGULAR");
            if (!hasLegs)
                continue;
            append(order, R"("SECOND")", "BO");
            append(order, R"("THIRD")", "BO");
        }
        m_list += R"(]},"message":"","status":"success"})";
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_list; }
    /// Every hundredth row has been filled in part meanwhile.
    [[nodiscard]] QByteArray changed() const
    {
        QByteArray list = m_list;
        const QByteArray before = R"("filled_quantity":0)";
        qsizetype at = 0;
        for (int row = 0; (at = list.indexOf(before, at)) >= 0; ++row, at += before.size()) {
            if (row % 100 == 0)
                list[at + before.size() - 1] = '5';
        }
        return list;
    }

private:
    void append(int order, const QByteArray &leg, const QByteArray &kind)
    {
        const QByteArray symbol = m_symbols[order % m_symbols.size()].toUtf8();
        const QByteArray number = QByteArray::number(m_rows).rightJustified(8, '0');
        const QByteArray price =
            QByteArray::number(100 + order % 4000) + '.' + QByteArray::number(order % 20 * 5);
        m_list += m_rows++ == 0 ? "{" : ",{";
        m_list +=
            R"("mode":"NEW","exchange":"NFO","segment":"","login_id":"DEMO1","deposit":0,)"
            R"("order_status":"CONFIRMED","product":"NRML","order_type":"LIMIT","rejection_reason":"NONE",)"
            R"("order_side":"BUY","instrument_token":100803,"exchange_time":)" +
            QByteArray::number(1'710'480'000 + order % 20'000) +
            R"(,"nnf_id":333333333333100,"quantity":1500,"trading_symbol":")" + symbol +
            R"(","client_id":"DEMO1","average_trade_price":0,"underlying_token":null,"oms_order_id":"2403150)" +
            QByteArray::number(order).rightJustified(8, '0') +
            R"(","lot_size":150,"isin":"","disclosed_quantity":0,"execution_type":")" + kind +
            R"(","source":"trade","device":"android","exchange_order_id":"11000000)" + number +
            R"(","validity":"DAY","leg_order_indicator":)" + leg +
            R"(,"trade_price":0,"spread_token":null,"market_protection_percentage":0,"filled_quantity":0,)"
            R"("order_tag":"","sl_trigger_price":0.0,"square_off":false,"order_status_info":"",)"
            R"("square_off_value":0.0,"tags":null,"order_entry_time":)" +
            QByteArray::number(1'710'480'000 + order % 20'000) + R"(,"last_activity_reference":13949728)" +
            number +
            R"(718,"trigger_price":0,"sl_order_price":0.0,"stop_loss_value":0.0,"rejection_code":0,)"
            R"("average_price":0,"trailing_stop_loss":0.0,"price":)" +
            price + R"(,"user_order_id":")" + QByteArray::number(10'000 + order % 900) +
            R"(","symbol":"NIFTY",)"
            R"("is_trailing":false,"pro_cli":"CLIENT","remaining_quantity":1500,"contract_description":{},)"
            R"("series":"OPTIDX","target_price_type":"absolute","sl_order_quantity":0})";
    }

    static QStringList symbols()
    {
        QStringList names;
        for (int strike = 20'000; strike < 25'000; strike += 25)
            names << QStringLiteral("NIFTY24MAR%1CE").arg(strike) << QStringLiteral("NIFTY24MAR%1PE").arg(strike);
        return names;
    }

    QByteArray m_list;
    int m_rows = 0;
    const QStringList m_symbols = symbols();
};

} // namespace bench
