// SPDX-License-Identifier: Apache-2.0
// A broker's list of trades, in the shapes in which it may come.
#include "support/fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::TradeList;
using support::fixture;
using support::replyContext;

namespace {

base::Result<TradeList> read(const QByteArray &body, int httpStatus = 200)
{
    return tradelab::readTradeList(body, replyContext(httpStatus));
}

QString describe(const TradeList &list)
{
    QStringList texts;
    for (const orders::Trade &each : list.trades)
        texts << u"%1: %2 of %3"_s.arg(each.id, each.quantity.toText(), each.order->orderId);
    return texts.join(u", "_s);
}

const QByteArray twoTrades = R"({"status":"success","data":{"trades":[
    {"oms_order_id":"7","trade_number":"1","trade_quantity":30,"filled_quantity":30},
    {"oms_order_id":"7","trade_number":"2","trade_quantity":"20","filled_quantity":50}]}})";
const QByteArray oneUnreadable = R"({"status":"success","data":{"trades":[{"trade_number":"1"},
    {"oms_order_id":"7","trade_number":"2","trade_quantity":20}]}})";
const QByteArray ordersInstead = R"({"status":"success","data":{"orders":[
    {"oms_order_id":"7","order_status":"COMPLETE","quantity":50,"filled_quantity":50}]}})";

} // namespace

class TestTradeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSample()
    {
        const auto list = read(fixture(u"tl_trades_pace.json"_s));
        QVERIFY(list);
        QCOMPARE(list->account, support::demoAccount().canonical());
        QCOMPARE(list->trades.size(), std::size_t(1));
        QVERIFY(!list->digest.isEmpty());
        const orders::Trade &trade = list->trades.front();
        QCOMPARE(trade.id, u"76817533"_s);
        QCOMPARE(trade.quantity.toText(), u"1"_s);
        QCOMPARE(trade.order->orderId, u"200018000000003"_s);
        QCOMPARE(trade.order->exchangeOrderId, u"1300000005790553"_s);
        QCOMPARE(trade.order->key.account, list->account);
        QCOMPARE(trade.order->key.day, 20201118);
        QCOMPARE(trade.order->instrument, u"11915"_s);
        QCOMPARE(trade.order->exchange, u"NSE"_s);
        QVERIFY(trade.order->side == orders::Side::Buy);
        QVERIFY(trade.order->raw.view().startsWith('{'));
    }

    void readsEachShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("two of one order") << twoTrades << u"1: 30 of 7, 2: 20 of 7"_s;
        QTest::newRow("orders instead of trades") << ordersInstead << u": 50 of 7"_s;
        QTest::newRow("one that names no order") << oneUnreadable << u"2: 20 of 7"_s;
        QTest::newRow("none") << R"({"status":"success","data":{"trades":[]}})"_ba << u""_s;
        QTest::newRow("null") << R"({"status":"success","data":{"trades":null}})"_ba << u""_s;
    }

    void readsEachShape()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto list = read(body);
        QVERIFY2(list, list ? "" : qPrintable(list.error().text));
        QCOMPARE(describe(*list), expected);
    }

    void whatIsNoListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("an error") << R"({"status":"error","message":"no"})"_ba << 200;
        QTest::newRow("signed out") << fixture(u"tl_error_401.json"_s) << 401;
        QTest::newRow("html") << "<html>busy</html>"_ba << 502;
        QTest::newRow("nothing") << ""_ba << 200;
        QTest::newRow("a success without a list") << R"({"status":"success","data":{}})"_ba << 200;
        QTest::newRow("cut") << twoTrades.first(100) << 200;
    }

    void whatIsNoListIsAnError()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto list = read(body, status);
        QVERIFY(!list);
        QVERIFY(!list.error().text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTradeList)
#include "test_trade_list.moc"
