// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pretends();
    void playsOutAReceipt_data();
    void playsOutAReceipt();
    void sendsTheEventFirst();
    void checksBeforeAReceipt();
    void showsAStaleList();
};

void TestApexReceipts::pretends()
{
    FaultyApexVenue venue(planFor(R"({"do":"hollow_ok"})"));
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Working);
}

void TestApexReceipts::playsOutAReceipt_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QStringList>("then"); // at 300 ms
    QTest::addColumn<QStringList>("atEnd");
    QTest::addColumn<ApexState>("state");
    QTest::addColumn<QByteArray>("executed");
    const QString trade = u"OrderTradeEvent"_s;
    const QString state = u"OrderStateEvent"_s;
    const QString reject = u"CancelOrderRejectEvent"_s;
    const auto row = [](const char *name, const QByteArray &fault, const QStringList &then,
                        const QStringList &atEnd, ApexState finally, const QByteArray &executed) {
        QTest::newRow(name) << fault << then << atEnd << finally << executed;
    };
    row("fill", R"({"do":"receipt_then_fill","after_ms":300})", {trade, state, reject},
        {trade, state, reject}, ApexState::FullyExecuted, "0.345");
    row("part", R"({"do":"receipt_then_partial_then_cancel","after_ms":300})", {trade, state},
        {trade, state, state}, ApexState::Canceled, "0.1725");
    row("cancel", R"({"do":"receipt_then_cancel","after_ms":300})", {state}, {state}, ApexState::Canceled,
        "0");
    row("rejected", R"({"do":"receipt_then_cancel_rejected","after_ms":300})", {reject}, {reject},
        ApexState::Working, "0");
    row("nothing", R"({"do":"receipt_then_nothing"})", {}, {}, ApexState::Working, "0");
}

void TestApexReceipts::playsOutAReceipt()
{
    QFETCH(QByteArray, fault);
    QFETCH(QStringList, then);
    QFETCH(QStringList, atEnd);
    QFETCH(ApexState, state);
    QFETCH(QByteArray, executed);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isSuccess());
    venue.clock.advance(base::milliseconds(299));
    QCOMPARE(venue.state(), ApexState::Working);
    QCOMPARE(socket->eventNames(), QStringList());
    venue.clock.advance(base::milliseconds(1));
    QCOMPARE(socket->eventNames(), then);
    venue.clock.advance(base::seconds(60));
    QCOMPARE(socket->eventNames(), atEnd);
    QCOMPARE(venue.state(), state);
    QCOMPARE(venue.order(77).executed.toText().toLatin1(), executed);
}

void TestApexReceipts::sendsTheEventFirst()
{
    FaultyApexVenue venue(planFor(R"({"do":"event_first"})"));
    const auto socket = venue.watching();
    const qsizetype before = socket->texts.size();
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isSuccess());
    QCOMPARE(socket->texts.size(), before + 2);
    const Frame event = frameFrom(socket->texts[before]);
    QCOMPARE(event.kind, 3);
    QCOMPARE(event.json()["OrderState"_L1], u"Canceled"_s);
    QCOMPARE(frameFrom(socket->texts[before + 1]).kind, 1);
    venue.clock.advance(base::seconds(60));
    QCOMPARE(socket->events().size(), 1);
}

void TestApexReceipts::checksBeforeAReceipt()
{
    FaultyApexVenue venue(planFor(R"({"do":"receipt_then_fill"})", "*"));
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account()).isError(100));
    QVERIFY(venue.market().cancelNow(77));
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isError(104));
    venue.setFaults(planFor(R"({"do":"event_first"})", "*"));
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isError(104));
}

void TestApexReceipts::showsAStaleList()
{
    FaultyApexVenue venue(R"({"list":{"GetOpenOrders":{"do":"stale_list","times":2},)"
                          R"("GetOrderStatus":{"do":"stale_list","times":1}}})");
    QVERIFY(venue.market().cancelNow(77));
    const auto socket = venue.signedIn();
    const auto isListed = [&] {
        return socket->call(u"GetOpenOrders"_s, account()).payload.contains("\"OrderId\":77,");
    };
    QVERIFY(isListed());
    QVERIFY(isListed());
    QVERIFY(!isListed());
    QCOMPARE(socket->call(u"GetOrderStatus"_s, faultyCancel).json()["OrderState"_L1], u"Working"_s);
    QCOMPARE(socket->call(u"GetOrderStatus"_s, faultyCancel).json()["OrderState"_L1], u"Canceled"_s);
}

QTEST_GUILESS_MAIN(TestApexReceipts)
#include "test_apex_receipts.moc"
