// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscribes_data();
    void subscribes();
    void unsubscribes_data();
    void unsubscribes();
    void refusesSubscriptions_data();
    void refusesSubscriptions();
    void tellsACancel();
    void tellsAFill();
    void tellsALateCancel();
    void tellsACancelThatWasTooLate();
    void tellsTheOtherOfAPair();
    void tellsAReplacement();
    void tellsAnExpiry();
    void tellsANewOrder();
    void repeatsAnEvent();
    void countsPerSocket();
    void echoesTheSubscription();
    void tellsOnlyItsAccount();
    void tellsOnlyThoseWhoSubscribed();
    void writesEveryDigit();
};

void TestApexEvents::subscribes_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("as a request") << 0;
    QTest::newRow("as a subscription") << 2;
}

void TestApexEvents::subscribes()
{
    QFETCH(int, kind);
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"SubscribeAccountEvents"_s, account(), kind);
    QCOMPARE(answer.kind, 1);
    QCOMPARE(answer.json(), frameFixture("ap_subscribe_ok_frame.json").json());
    venue.add(77);
    QCOMPARE(socket->events().size(), 1);
}

void TestApexEvents::unsubscribes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("function");
    QTest::newRow("function") << 0 << u"UnsubscribeAccountEvents"_s;
    QTest::newRow("kind of frame") << 4 << u"SubscribeAccountEvents"_s;
    QTest::newRow("both") << 4 << u"UnsubscribeAccountEvents"_s;
}

void TestApexEvents::unsubscribes()
{
    QFETCH(int, kind);
    QFETCH(QString, function);
    ApexVenue venue;
    const auto socket = venue.watching();
    QVERIFY(socket->call(function, account(), kind).isSuccess());
    venue.add(77);
    QVERIFY(socket->events().isEmpty());
    QVERIFY(socket->subscribe());
    venue.add(78);
    QCOMPARE(socket->events().size(), 1);
    QCOMPARE(socket->call(u"CancelOrder"_s, account("\"OrderId\":77"), 4).kind, 5);
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Working);
}

void TestApexEvents::refusesSubscriptions_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::newRow("foreign") << account({}, 8) << 20;
    QTest::newRow("no account") << R"({"OMSId":1})"_ba << 100;
    QTest::newRow("no OMS") << R"({"AccountId":7})"_ba << 100;
}

void TestApexEvents::refusesSubscriptions()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    ApexVenue venue;
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"SubscribeAccountEvents"_s, payload).isError(code));
    venue.add(77);
    venue.add(78, 8);
    QVERIFY(socket->events().isEmpty());
}

void TestApexEvents::tellsACancel()
{
    ApexVenue venue;
    venue.add(77);
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    venue.clock.advance(base::milliseconds(120));
    const QList<Frame> events = socket->events();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].function, u"OrderStateEvent"_s);
    QCOMPARE(events[0].sequence, 2);
    const QJsonObject told = events[0].json();
    const QJsonObject sample = fixture("ap_order_canceled_payload.json").object();
    QCOMPARE(told.keys(), sample.keys());
    QCOMPARE(told["OrderId"_L1], 77);
    QCOMPARE(events[0].payload, socket->call(u"GetOrderStatus"_s, account("\"OrderId\":77")).payload);
    for (const char *same : {"OrderState", "ChangeReason", "CancelReason", "Quantity", "OrigQuantity",
                             "QuantityExecuted", "OrderFlag"})
        QCOMPARE(told[QLatin1StringView(same)], sample[QLatin1StringView(same)]);
}

void TestApexEvents::tellsAFill()
{
    ApexVenue venue;
    venue.add(77, 7, 901);
    const auto socket = venue.watching();
    QVERIFY(venue.market().fill(77, apexDecimal("0.1")));
    QVERIFY(venue.market().fillRest(77));
    const QList<Frame> events = socket->events();
    QCOMPARE(socket->eventNames(), QStringList({u"OrderTradeEvent"_s, u"OrderStateEvent"_s,
                                                u"OrderTradeEvent"_s, u"OrderStateEvent"_s}));
    const QJsonObject trade = events[0].json();
    const QJsonObject sample = fixture("ap_order_trade_payload.json").object();
    for (const QString &key : sample.keys())
        QVERIFY2(trade.contains(key), qPrintable(key));
    QCOMPARE(trade["OrderId"_L1], 77);
    QCOMPARE(trade["ClientOrderId"_L1], 0); // a venue was seen to leave it out
    QVERIFY(events[0].payload.contains(
        R"("Quantity":0.1,"RemainingQuantity":0.245,"Price":19010,"Value":1901,)"));
    QVERIFY(events[0].json()["TradeId"_L1] != events[2].json()["TradeId"_L1]);
    const QJsonObject part = events[1].json();
    QCOMPARE(part["OrderState"_L1], u"Working"_s); // there is no partial state
    QCOMPARE(part["ChangeReason"_L1], u"Trade"_s);
    QCOMPARE(part["Quantity"_L1], 0.245);
    QCOMPARE(part["QuantityExecuted"_L1], 0.1);
    const QJsonObject whole = events[3].json();
    const QJsonObject filled = frameFixture("ap_order_state_filled_frame.json").json();
    for (const char *same : {"OrderState", "ChangeReason", "Quantity", "OrigQuantity", "QuantityExecuted",
                             "GrossValueExecuted", "AvgPrice", "OrderFlag", "CancelReason"})
        QCOMPARE(whole[QLatin1StringView(same)], filled[QLatin1StringView(same)]);
}

void TestApexEvents::tellsALateCancel()
{
    ApexVenue venue;
    venue.add(77);
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    QVERIFY(venue.market().fill(77, apexDecimal("0.1"))); // a part fill does not end the cancel
    venue.clock.advance(base::milliseconds(120));
    QCOMPARE(socket->eventNames(),
             QStringList({u"OrderTradeEvent"_s, u"OrderStateEvent"_s, u"OrderStateEvent"_s}));
    const QByteArray last = socket->events().last().payload;
    QVERIFY(last.contains(R"("OrderState":"Canceled")"));
    QVERIFY(last.contains(R"("Quantity":0,)"));
    QVERIFY(last.contains(R"("QuantityExecuted":0.1,)"));
}

void TestApexEvents::tellsACancelThatWasTooLate()
{
    ApexVenue venue;
    venue.add(77);
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    QVERIFY(venue.market().fillRest(77));
    venue.clock.advance(base::milliseconds(120));
    QCOMPARE(socket->eventNames(),
             QStringList({u"OrderTradeEvent"_s, u"OrderStateEvent"_s, u"CancelOrderRejectEvent"_s}));
    QJsonObject wanted = fixture("ap_cancel_reject_event_payload.json").object();
    wanted[u"AccountId"_s] = 7;
    wanted[u"OrderId"_s] = 77;
    QCOMPARE(socket->events().last().json(), wanted);
    QCOMPARE(venue.order(77).state, ApexState::FullyExecuted);
}

void TestApexEvents::tellsTheOtherOfAPair()
{
    ApexVenue venue;
    ApexOrder target;
    target.orderId = 77;
    target.ocoOrderId = 78;
    target.price = "1300";
    ApexOrder loss = target;
    loss.orderId = 78;
    loss.ocoOrderId = 77;
    venue.market().add(target);
    venue.market().add(loss);
    const auto socket = venue.watching();
    QVERIFY(venue.market().fill(77, apexDecimal("0.4"))); // only a whole execution ends the other
    QCOMPARE(venue.order(78).state, ApexState::Working);
    QVERIFY(venue.market().fillRest(77));
    const QList<Frame> events = socket->events(u"OrderStateEvent"_s);
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[2].json()["OrderId"_L1], 78);
    QCOMPARE(events[2].json()["OrderState"_L1], u"Canceled"_s);
    QCOMPARE(events[2].json()["OrderIdOCO"_L1], 77);

    venue.add(79).ocoOrderId = 80; // a cancel leaves the other alone
    venue.add(80).ocoOrderId = 79;
    QVERIFY(venue.market().cancelNow(79));
    QCOMPARE(venue.order(80).state, ApexState::Working);
}

void TestApexEvents::tellsAReplacement()
{
    ApexVenue venue;
    venue.add(77, 7, 901);
    const auto socket = venue.watching();
    const ApexOrder *next = venue.market().replace(77, "19020", apexDecimal("0.2"));
    QVERIFY(next != nullptr);
    const QList<Frame> events = socket->events();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].json()["OrderId"_L1], 77);
    QCOMPARE(events[0].json()["OrderState"_L1], u"Canceled"_s);
    const QJsonObject told = events[1].json();
    QCOMPARE(told["OrderId"_L1].toInteger(), next->orderId);
    QCOMPARE(told["OrigOrderId"_L1], 77);
    QCOMPARE(told["OrigClOrdId"_L1], 901);
    QCOMPARE(told["OrderState"_L1], u"Working"_s);
    QCOMPARE(told["ChangeReason"_L1], u"NewInputAccepted"_s);
    QCOMPARE(told["Price"_L1], 19020);
    QCOMPARE(told["Quantity"_L1], 0.2);
    QVERIFY(venue.market().replace(77, "1", 1) == nullptr);
}

void TestApexEvents::tellsAnExpiry()
{
    ApexVenue venue;
    venue.add(77);
    const auto socket = venue.watching();
    QVERIFY(venue.market().expire(77));
    const QJsonObject told = socket->events()[0].json();
    QCOMPARE(told["OrderState"_L1], u"Expired"_s);
    QCOMPARE(told["ChangeReason"_L1], u"Expired"_s);
    QCOMPARE(told["CancelReason"_L1], QString());
    QVERIFY(!venue.market().expire(77));
    QVERIFY(!venue.market().fill(77, 1));
    QVERIFY(!venue.market().cancelNow(77));
}

void TestApexEvents::tellsANewOrder()
{
    ApexVenue venue;
    const auto socket = venue.watching();
    venue.add(77);
    const QJsonObject told = socket->events()[0].json();
    QCOMPARE(told["OrderId"_L1], 77);
    QCOMPARE(told["OrderState"_L1], u"Working"_s);
    QCOMPARE(told["ChangeReason"_L1], u"NewInputAccepted"_s);
}

void TestApexEvents::repeatsAnEvent()
{
    ApexVenue venue;
    venue.add(77);
    const auto socket = venue.watching();
    QVERIFY(venue.market().sendStateEvent(77));
    QVERIFY(venue.market().sendStateEvent(77));
    const QList<Frame> events = socket->events();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].payload, events[1].payload);
    QVERIFY(!venue.market().sendStateEvent(5));
}

void TestApexEvents::countsPerSocket()
{
    ApexVenue venue;
    venue.add(77);
    const auto first = venue.watching();
    QVERIFY(venue.market().sendStateEvent(77));
    const auto second = venue.watching();
    QVERIFY(venue.market().fill(77, apexDecimal("0.1")));
    const auto sequences = [](const QList<Frame> &events) {
        QList<qint64> found;
        for (const Frame &event : events)
            found.append(event.sequence);
        return found;
    };
    QCOMPARE(sequences(first->events()), QList<qint64>({2, 4, 6}));
    QCOMPARE(sequences(second->events()), QList<qint64>({2, 4}));
}

void TestApexEvents::echoesTheSubscription()
{
    PracticeOptions options = twoAccounts();
    options.apex.eventsEcho = true;
    ApexVenue venue(options);
    const auto socket = venue.signedIn();
    const qint64 first = socket->send(u"SubscribeAccountEvents"_s, account());
    const qint64 second = socket->send(u"SubscribeAccountEvents"_s, account({}, 8));
    QVERIFY(socket->isInStep());
    venue.add(77);
    venue.add(78, 8);
    venue.add(79);
    const QList<Frame> events = socket->events();
    QCOMPARE(events[0].sequence, first);
    QCOMPARE(events[1].sequence, second);
    QCOMPARE(events[2].sequence, first);
}

void TestApexEvents::tellsOnlyItsAccount()
{
    ApexVenue venue(twoAccounts());
    const auto socket = venue.signedIn();
    QVERIFY(socket->subscribe(8));
    venue.add(77);
    venue.add(78, 8);
    QVERIFY(venue.market().fillRest(77));
    QVERIFY(venue.market().rejectCancel(77));
    const QList<Frame> events = socket->events();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].json()["OrderId"_L1], 78);
}

void TestApexEvents::tellsOnlyThoseWhoSubscribed()
{
    ApexVenue venue;
    venue.add(77);
    const auto watching = venue.watching();
    const auto silent = venue.signedIn();
    QVERIFY(silent->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(watching->events().size(), 1); // the cancel was another socket's
    QVERIFY(silent->events().isEmpty());
}

void TestApexEvents::writesEveryDigit()
{
    ApexVenue venue;
    const auto socket = venue.watching();
    QVERIFY(venue.market().fill(312269865356374016, apexDecimal("0.00000001")));
    const QList<Frame> events = socket->events();
    QVERIFY(events[0].payload.contains(R"("OrderId":312269865356374016,)"));
    QVERIFY(events[0].payload.contains(R"("Quantity":0.00000001,)"));
    QVERIFY(events[1].payload.contains(R"("OrderId":312269865356374016,)"));
    QVERIFY(events[1].payload.contains(R"("Quantity":0.59999999,)"));
    QVERIFY(events[1].payload.contains(R"("ClientOrderId":9223372036854775807,)"));
    const qint64 ticks = events[0].json()["TradeTime"_L1].toInteger();
    QVERIFY(events[0].payload.contains(QByteArray::number(ticks)));
    QVERIFY(ticks > (qint64(1) << 53));
    // Inside the frame the payload is a string: encoded twice.
    QVERIFY(events[1].text.contains("\\\"OrderId\\\":312269865356374016,"_L1));
}

QTEST_GUILESS_MAIN(TestApexEvents)
#include "test_apex_events.moc"
