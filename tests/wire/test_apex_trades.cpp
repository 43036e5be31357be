// SPDX-License-Identifier: Apache-2.0
// A trade moves what is filled of an order, once, whatever was heard of before.
#include "support/apex_live.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::LiveOrders;
using alphapoint::Trade;
using orders::ListKind;
using orders::OrderPtr;
using support::apexLaterTicks;
using support::apexRow;
using support::filledOf;
using support::listOf;
using support::rowOf;
using support::stateOf;
using support::tradeOf;

class TestApexTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTradeMovesWhatIsFilled_data();
    void aTradeMovesWhatIsFilled();
    void aTradeIsCountedOnce();
    void oneTradeOfTwoOrdersCountsForBoth();
    void tradeBeforeState();
    void stateBeforeTrade_data();
    void stateBeforeTrade();
    void aTradeOfAnUnknownOrderIsNothing();
    void aTradeOfOneThatIsOverIsNothing();
    void aTradeKeepsTheRest();
};

void TestApexTrades::aTradeMovesWhatIsFilled_data()
{
    QTest::addColumn<QString>("before"); // what was filled
    QTest::addColumn<QByteArray>("quantity");
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QString>("after");
    QTest::newRow("adds") << u"0.4"_s << QByteArray("0.1") << QByteArray() << u"0.5"_s;
    QTest::newRow("the smallest part")
        << u"0"_s << QByteArray("0.00000001") << QByteArray() << u"0.00000001"_s;
    QTest::newRow("to the end") << u"0.4"_s << QByteArray("0.6") << QByteArray() << u"1"_s;
    QTest::newRow("beyond the end") << u"0.4"_s << QByteArray("0.7") << QByteArray() << u"none"_s;
    QTest::newRow("by what remains") << u"0"_s << QByteArray("0.1") << QByteArray("0.3") << u"0.7"_s;
    QTest::newRow("nothing remains") << u"0"_s << QByteArray("0.1") << QByteArray("0") << u"1"_s;
    QTest::newRow("known by what remains") << u"0.7"_s << QByteArray("0.1") << QByteArray("0.3") << u"none"_s;
    QTest::newRow("late by what remains") << u"0.7"_s << QByteArray("0.1") << QByteArray("0.5") << u"none"_s;
    QTest::newRow("more remains than there was")
        << u"0"_s << QByteArray("0.1") << QByteArray("2") << u"none"_s;
    QTest::newRow("a part that was taken back")
        << u"0.4"_s << QByteArray("-0.1") << QByteArray() << u"none"_s;
    QTest::newRow("less than nothing remains")
        << u"0.4"_s << QByteArray("0.1") << QByteArray("-1") << u"none"_s;
}

void TestApexTrades::aTradeMovesWhatIsFilled()
{
    QFETCH(QString, before);
    QFETCH(QByteArray, quantity);
    QFETCH(QByteArray, remaining);
    QFETCH(QString, after);
    LiveOrders live;
    auto row = rowOf(apexRow);
    row->filled = *base::Decimal::fromText(QStringView(before));
    live.takeList(listOf(ListKind::Open, {row}));
    const OrderPtr traded = live.takeTrade(
        tradeOf(u"t1"_s, quantity.constData(), remaining.isEmpty() ? nullptr : remaining.constData()));
    QCOMPARE(filledOf(traded), after);
    QCOMPARE(filledOf(live.find(u"1"_s)), traded ? after : before);
    if (traded)
        QVERIFY(traded->marker != row->marker);
}

void TestApexTrades::aTradeIsCountedOnce()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QCOMPARE(filledOf(live.takeTrade(tradeOf(u"t1"_s, "0.1"))), u"0.1"_s);
    QVERIFY(!live.takeTrade(tradeOf(u"t1"_s, "0.1")));
    QVERIFY(!live.takeTrade(tradeOf(u"t1"_s, "0.1", "0.5")));
    QCOMPARE(filledOf(live.takeTrade(tradeOf(u"t2"_s, "0.1"))), u"0.2"_s);
    QCOMPARE(filledOf(live.find(u"1"_s)), u"0.2"_s);
}

// An account's own buy and sell may meet: the exchange tells of the trade once for each.
void TestApexTrades::oneTradeOfTwoOrdersCountsForBoth()
{
    LiveOrders live;
    QByteArray other = apexRow;
    other.replace(R"("OrderId":1,)", R"("OrderId":2,)");
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow), rowOf(other)}));
    Trade trade = tradeOf(u"t1"_s, "0.1");
    QCOMPARE(filledOf(live.takeTrade(trade)), u"0.1"_s);
    trade.orderId = u"2"_s;
    QCOMPARE(filledOf(live.takeTrade(trade)), u"0.1"_s);
    QVERIFY(!live.takeTrade(trade));
}

void TestApexTrades::tradeBeforeState()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QCOMPARE(filledOf(live.takeTrade(tradeOf(u"t1"_s, "0.4"))), u"0.4"_s);
    const OrderPtr row = live.takeState(
        stateOf(R"("OrderState":"Working","QuantityExecuted":0.4,"LastUpdatedTimeTicks":)" + apexLaterTicks));
    QCOMPARE(filledOf(row), u"0.4"_s);
    QCOMPARE(filledOf(live.find(u"1"_s)), u"0.4"_s);
}

void TestApexTrades::stateBeforeTrade_data()
{
    QTest::addColumn<QByteArray>("stateTicks"); // empty: it tells none
    QTest::addColumn<QString>("tradeTicks");
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QString>("after");
    const QString later = QString::fromLatin1(apexLaterTicks);
    QTest::newRow("in the same moment") << apexLaterTicks << later << QByteArray() << u"none"_s;
    QTest::newRow("the trade was before")
        << apexLaterTicks << u"637431761260054799"_s << QByteArray() << u"none"_s;
    QTest::newRow("another trade after it")
        << apexLaterTicks << u"637431761260054801"_s << QByteArray() << u"0.8"_s;
    QTest::newRow("what remains is known") << apexLaterTicks << later << QByteArray("0.6") << u"none"_s;
    QTest::newRow("what remains is less") << apexLaterTicks << later << QByteArray("0.2") << u"0.8"_s;
    // Who knows whether the state counts it? Another state will come and tell.
    QTest::newRow("a state without ticks") << QByteArray() << later << QByteArray() << u"none"_s;
    QTest::newRow("a trade without ticks") << apexLaterTicks << QString() << QByteArray() << u"none"_s;
    QTest::newRow("no ticks, what remains is less")
        << QByteArray() << QString() << QByteArray("0.2") << u"0.8"_s;
}

void TestApexTrades::stateBeforeTrade()
{
    QFETCH(QByteArray, stateTicks);
    QFETCH(QString, tradeTicks);
    QFETCH(QByteArray, remaining);
    QFETCH(QString, after);
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    const QByteArray ticks = stateTicks.isEmpty() ? QByteArray() : R"(,"LastUpdatedTimeTicks":)" + stateTicks;
    QCOMPARE(filledOf(live.takeState(stateOf(R"("OrderState":"Working","QuantityExecuted":0.4)" + ticks))),
             u"0.4"_s);
    const char *left = remaining.isEmpty() ? nullptr : remaining.constData();
    QCOMPARE(filledOf(live.takeTrade(tradeOf(u"t1"_s, "0.4", left, tradeTicks))), after);
}

void TestApexTrades::aTradeOfAnUnknownOrderIsNothing()
{
    LiveOrders live;
    QVERIFY(!live.takeTrade(tradeOf(u"t1"_s, "0.4")));
    // The state counts it, and it comes once more.
    const auto state = stateOf(R"("OrderState":"Working","OrigQuantity":1,"QuantityExecuted":0.4)");
    QCOMPARE(filledOf(live.takeState(state)), u"0.4"_s);
    QVERIFY(!live.takeTrade(tradeOf(u"t1"_s, "0.4", "0.2")));
}

void TestApexTrades::aTradeOfOneThatIsOverIsNothing()
{
    LiveOrders live;
    static_cast<void>(
        live.takeState(stateOf(R"("OrderState":"Canceled","OrigQuantity":1,"QuantityExecuted":0)")));
    QVERIFY(!live.takeTrade(tradeOf(u"t1"_s, "0.4", "0.6")));
    QCOMPARE(live.find(u"1"_s)->state, orders::OrderState::Cancelled);
}

void TestApexTrades::aTradeKeepsTheRest()
{
    LiveOrders live;
    const OrderPtr known = rowOf(apexRow);
    live.takeList(listOf(ListKind::Open, {known}));
    const OrderPtr row = live.takeTrade(tradeOf(u"t1"_s, "0.4"));
    QVERIFY(row);
    QVERIFY(orders::sameFingerprint(*row, *known));
    QCOMPARE(row->key, known->key);
    QCOMPARE(row->state, orders::OrderState::Open);
    QCOMPARE(row->price, known->price);
    QCOMPARE(row->marker.reference, known->marker.reference);
    QCOMPARE(known->filled.toText(), u"0"_s); // rows are never changed
}

QTEST_APPLESS_MAIN(TestApexTrades)
#include "test_apex_trades.moc"
