// SPDX-License-Identifier: Apache-2.0
// What one connection knows of each order, from lists and states in whatever order they come.
#include "support/apex_live.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::LiveOrders;
using orders::ListKind;
using orders::OrderPtr;
using support::apexLaterTicks;
using support::apexRow;
using support::filledOf;
using support::listOf;
using support::rowOf;
using support::stateOf;
using support::tradeOf;

class TestApexLiveOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStateThatSaysLittleIsMadeWhole();
    void theWholeRowStaysTheSameOrder_data();
    void theWholeRowStaysTheSameOrder();
    void whatIsFilledIsNotForgotten();
    void ofAnUnknownOrderItKnowsWhatIsSaid();
    void anOlderStateChangesNothing();
    void whatIsOverStaysOver_data();
    void whatIsOverStaysOver();
    void aListForgetsWhatIsOver();
    void anOlderListChangesNothing();
    void clearForgetsAll();
};

void TestApexLiveOrders::aStateThatSaysLittleIsMadeWhole()
{
    LiveOrders live;
    const OrderPtr known = rowOf(apexRow);
    live.takeList(listOf(ListKind::Open, {known}));
    const OrderPtr row = live.takeState(stateOf(R"("OrderState":"Canceled","ChangeReason":"UserModified")"));
    QCOMPARE(row->state, orders::OrderState::Cancelled);
    QCOMPARE(row->mode, u"UserModified"_s);
    QCOMPARE(row->placedAt, known->placedAt);
    QCOMPARE(row->symbol, u"BTCUSD"_s);
    QCOMPARE(row->currency, u"USD"_s);
    QCOMPARE(row->instrument, u"8"_s);
    QCOMPARE(row->sideText, u"Sell"_s);
    QCOMPARE(row->orderType, u"StopLimit"_s);
    QCOMPARE(row->kind, u"StopLimit"_s);
    QCOMPARE(row->price.toText(), u"10"_s);
    QCOMPARE(row->triggerPrice.toText(), u"9"_s);
    QCOMPARE(row->quantity.toText(), u"1"_s);
    QCOMPARE(row->clientOrderId, u"77"_s);
    QCOMPARE(row->pairOrderId, u"5"_s);
    QCOMPARE(row->replacedOrderId, u"3"_s);
    QVERIFY(orders::sameFingerprint(*row, *known));
    QCOMPARE(live.find(u"1"_s), row);
    const OrderPtr next = live.takeState(stateOf(R"("OrderState":"Canceled","Price":11,"OrderIdOCO":6)"));
    QCOMPARE(next->price.toText(), u"11"_s);
    QCOMPARE(next->pairOrderId, u"6"_s);
}

void TestApexLiveOrders::theWholeRowStaysTheSameOrder_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("state alone") << QByteArray(R"("OrderState":"Working")");
    QTest::newRow("as in the documents") << QByteArray(
        R"("Side":"Sell","Price":10,"Quantity":1,"Instrument":8,"Account":449,"OrderType":"StopLimit",)"
        R"("ClientOrderId":0,"OrderState":"Working","ReceiveTime":0,"OrigQuantity":1,)"
        R"("QuantityExecuted":0,"AvgPrice":0,"ChangeReason":"NewInputAccepted")");
    QTest::newRow("the side as a number") << QByteArray(R"("Side":1,"OrderState":"Working")");
    QTest::newRow("the instrument by its other name")
        << QByteArray(R"("InstrumentId":8,"OrderState":"Working")");
    QTest::newRow("the whole row") << apexRow.sliced(apexRow.indexOf(',') + 1).chopped(1);
}

void TestApexLiveOrders::theWholeRowStaysTheSameOrder()
{
    QFETCH(QByteArray, members);
    LiveOrders live;
    const OrderPtr known = rowOf(apexRow);
    live.takeList(listOf(ListKind::Open, {known}));
    const OrderPtr row = live.takeState(stateOf(members));
    QVERIFY(orders::sameFingerprint(*row, *known));
    QCOMPARE(row->key, known->key);
    QCOMPARE(row->clientOrderId, u"77"_s);
}

// A cancelled order's fills are what a person asks for first.
void TestApexLiveOrders::whatIsFilledIsNotForgotten()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QCOMPARE(filledOf(live.takeState(stateOf(R"("OrderState":"Working","QuantityExecuted":0.4)"))), u"0.4"_s);
    const OrderPtr row = live.takeState(stateOf(R"("OrderState":"Canceled","Quantity":0)"));
    QCOMPARE(filledOf(row), u"0.4"_s);
    QCOMPARE(row->quantity.toText(), u"1"_s);
    QCOMPARE(row->remaining().toText(), u"0"_s);
}

void TestApexLiveOrders::ofAnUnknownOrderItKnowsWhatIsSaid()
{
    LiveOrders live;
    const OrderPtr row = live.takeState(stateOf(R"("OrderState":"Working")"));
    QVERIFY(row);
    QVERIFY(!row->placedAt);
    QCOMPARE(live.find(u"1"_s), row);
    const OrderPtr byClient = live.takeState(rowOf(R"({"OrderId":0,"ClientOrderId":77})"));
    QCOMPARE(byClient->clientOrderId, u"77"_s);
    QVERIFY(!live.find(QString()));
}

void TestApexLiveOrders::anOlderStateChangesNothing()
{
    LiveOrders live;
    const auto newer =
        stateOf(R"("OrderState":"Working","OrigQuantity":1,"QuantityExecuted":0.6,"Instrument":8,)"
                R"("LastUpdatedTimeTicks":637431761260054714)");
    static_cast<void>(live.takeState(newer));
    const OrderPtr older = live.takeState(stateOf(
        R"("OrderState":"Working","QuantityExecuted":0.4,"LastUpdatedTimeTicks":637431761260054713)"));
    QCOMPARE(filledOf(older), u"0.4"_s); // as it was said: the book sees its marker
    QCOMPARE(older->symbol, u"BTCUSD"_s);
    QCOMPARE(live.find(u"1"_s), OrderPtr(newer));
    const OrderPtr same = live.takeState(stateOf(
        R"("OrderState":"Working","QuantityExecuted":0.7,"LastUpdatedTimeTicks":637431761260054714)"));
    QCOMPARE(live.find(u"1"_s), same);
}

void TestApexLiveOrders::whatIsOverStaysOver_data()
{
    QTest::addColumn<QByteArray>("over");
    QTest::addColumn<QByteArray>("late");
    QTest::addColumn<bool>("isOver");
    const auto ticks = [](const char *number) { return R"(,"LastUpdatedTimeTicks":)" + QByteArray(number); };
    const QByteArray cancelled = R"("OrderState":"Canceled")";
    const QByteArray working = R"("OrderState":"Working")";
    QTest::newRow("no ticks at all") << cancelled << working << true;
    QTest::newRow("the late one has none") << cancelled + ticks("20") << working << true;
    QTest::newRow("the first has none") << cancelled << working + ticks("20") << true;
    QTest::newRow("late by its ticks") << cancelled + ticks("20") << working + ticks("10") << true;
    QTest::newRow("in the same moment") << cancelled + ticks("20") << working + ticks("20") << true;
    QTest::newRow("alive again by its ticks") << cancelled + ticks("20") << working + ticks("30") << false;
    QTest::newRow("filled instead") << cancelled << QByteArray(R"("OrderState":"FullyExecuted")") << true;
}

void TestApexLiveOrders::whatIsOverStaysOver()
{
    QFETCH(QByteArray, over);
    QFETCH(QByteArray, late);
    QFETCH(bool, isOver);
    LiveOrders live;
    static_cast<void>(live.takeState(stateOf(over)));
    static_cast<void>(live.takeState(stateOf(late)));
    QCOMPARE(!live.find(u"1"_s)->isAlive(), isOver);
}

void TestApexLiveOrders::aListForgetsWhatIsOver()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow), rowOf(R"({"OrderId":2,"OrderState":"Working"})")}));
    static_cast<void>(live.takeState(rowOf(R"({"OrderId":2,"OrderState":"Canceled"})")));
    QVERIFY(live.find(u"2"_s));
    live.takeList(listOf(ListKind::Completed, {rowOf(R"({"OrderId":3,"OrderState":"Canceled"})")}));
    QVERIFY(live.find(u"2"_s));
    QVERIFY(live.find(u"3"_s));
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QVERIFY(live.find(u"1"_s));
    QVERIFY(!live.find(u"2"_s));
    QVERIFY(!live.find(u"3"_s));
}

// The list was asked for before the event.
void TestApexLiveOrders::anOlderListChangesNothing()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    const OrderPtr filled = live.takeState(
        stateOf(R"("OrderState":"Working","QuantityExecuted":0.4,"LastUpdatedTimeTicks":)" + apexLaterTicks));
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QCOMPARE(live.find(u"1"_s), filled);
    const OrderPtr over =
        live.takeState(stateOf(R"("OrderState":"Canceled","LastUpdatedTimeTicks":637431761260054900)"));
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QCOMPARE(live.find(u"1"_s), over);
}

void TestApexLiveOrders::clearForgetsAll()
{
    LiveOrders live;
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QVERIFY(live.takeTrade(tradeOf(u"t1"_s, "0.1")));
    live.clear();
    QVERIFY(!live.find(u"1"_s));
    live.takeList(listOf(ListKind::Open, {rowOf(apexRow)}));
    QVERIFY(live.takeTrade(tradeOf(u"t1"_s, "0.1")));
}

QTEST_APPLESS_MAIN(TestApexLiveOrders)
#include "test_apex_live_orders.moc"
