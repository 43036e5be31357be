// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsOpenOrders();
    void writesOrdersAsCaptured();
    void keepsEveryDigit();
    void keepsAccountsApart();
    void filtersByInstrument();
    void listsInstruments();
    void tellsOneOrder();
    void tellsOneOrderAsAList();
    void listsTheHistory();
    void filtersTheHistory_data();
    void filtersTheHistory();
    void listsRevisions();
    void refusesReads_data();
    void refusesReads();
    void readsKeysInAnyCase();
};

namespace {

QList<qint64> ids(const QJsonArray &orders)
{
    QList<qint64> found;
    for (const QJsonValue &order : orders)
        found.append(order["OrderId"_L1].toInteger());
    return found;
}

QJsonObject withId(const QJsonArray &orders, qint64 id)
{
    for (const QJsonValue &order : orders) {
        if (order["OrderId"_L1].toInteger() == id)
            return order.toObject();
    }
    return {};
}

// The text of one order in a list, as it was written.
QByteArray rowOf(const QByteArray &list, qint64 id)
{
    const QList<QByteArray> rows = QByteArray(list).replace("},{", "}\n{").split('\n');
    for (const QByteArray &row : rows) {
        if (row.contains("\"OrderId\":" + QByteArray::number(id) + ','))
            return row;
    }
    return {};
}

} // namespace

void TestApexReads::listsOpenOrders()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"GetOpenOrders"_s, account());
    QCOMPARE(answer.kind, 1);
    QCOMPARE(answer.function, u"GetOpenOrders"_s);
    const QJsonArray orders = answer.array();
    QCOMPARE(orders.size(), 13);
    for (const QJsonValue &order : orders) {
        QCOMPARE(order["OrderState"_L1], u"Working"_s);
        QCOMPARE(order["Account"_L1], 7);
    }
    for (const qint64 id : ids(orders))
        venue.market().cancelNow(id);
    QCOMPARE(socket->call(u"GetOpenOrders"_s, account()).payload, "[]"_ba);
}

void TestApexReads::writesOrdersAsCaptured()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const ApexOrder &order = venue.add(77);
    const QJsonObject open = socket->call(u"GetOrderStatus"_s, account("\"OrderId\":77")).json();
    QJsonObject sample = fixture("ap_open_orders_payload.json").array()[0].toObject();
    QCOMPARE(open.keys(), sample.keys());
    for (const char *same : {"Price", "Quantity", "DisplayQuantity", "OrigQuantity", "QuantityExecuted",
                             "OrderState", "ChangeReason", "OrderType", "OrderFlag", "CancelReason",
                             "IsQuote", "StopPrice", "PegPriceType", "IpAddress", "AvgPrice", "OrigClOrdId"})
        QCOMPARE(open[QLatin1StringView(same)], sample[QLatin1StringView(same)]);
    QCOMPARE(open["OrigOrderId"_L1], open["OrderId"_L1]);
    QCOMPARE(open["ReceiveTime"_L1].toInteger(), 1'710'480'600'000);
    // 2024-03-15T05:30Z, and a little more: ticks never stand still
    QCOMPARE(open["ReceiveTimeTicks"_L1].toInteger() / 10'000, 63'846'077'400'000);
    QCOMPARE(open["ReceiveTimeTicks"_L1].toInteger(), order.receivedTicks);

    venue.clock.advance(base::milliseconds(1500));
    QVERIFY(venue.market().cancelNow(77));
    const QJsonObject done = socket->call(u"GetOrderStatus"_s, account("\"OrderId\":77")).json();
    sample = fixture("ap_order_canceled_payload.json").object();
    for (const char *same : {"Quantity", "DisplayQuantity", "OrigQuantity", "QuantityExecuted", "OrderState",
                             "ChangeReason", "OrderFlag", "CancelReason", "RejectReason"})
        QCOMPARE(done[QLatin1StringView(same)], sample[QLatin1StringView(same)]);
    QVERIFY(!done["IpAddress"_L1].toString().isEmpty());
    QCOMPARE(done["LastUpdatedTime"_L1].toInteger(), 1'710'480'601'500);
    QCOMPARE(done["ReceiveTime"_L1], open["ReceiveTime"_L1]);
}

void TestApexReads::keepsEveryDigit()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QByteArray list = socket->call(u"GetOpenOrders"_s, account()).payload;
    const QByteArray longId = rowOf(list, 312269865356374016);
    QVERIFY(longId.contains("\"ClientOrderId\":9223372036854775807,"));
    QVERIFY(list.contains("\"Price\":17068.2704786123456789012345678901,\"Quantity\":0.00000001,"));
    QVERIFY(list.contains("\"Price\":24068.270478610000000000000000,"));
    QVERIFY(list.contains("\"OrigQuantity\":0.00000001,\"QuantityExecuted\":0,"));

    ApexOrder order;
    order.orderId = std::numeric_limits<qint64>::max();
    order.price = "0.1000000000000000000000000003";
    order.quantity = apexDecimal("123456789012345678.000000000000000001");
    venue.market().add(order);
    QVERIFY(venue.market().fill(order.orderId, apexDecimal("0.000000000000000001")));
    const QByteArray status =
        socket->call(u"GetOrderStatus"_s, account("\"OrderId\":9223372036854775807")).payload;
    QVERIFY(status.contains("\"OrderId\":9223372036854775807,"));
    QVERIFY(status.contains("\"Price\":0.1000000000000000000000000003,\"Quantity\":123456789012345678,"));
    QVERIFY(status.contains("\"OrigQuantity\":123456789012345678.000000000000000001,"));
    QVERIFY(status.contains("\"QuantityExecuted\":0.000000000000000001,"));
    QVERIFY(status.contains("\"AvgPrice\":0.1000000000000000000000000003,"));
}

void TestApexReads::keepsAccountsApart()
{
    ApexVenue venue(twoAccounts());
    const auto socket = venue.signedIn();
    const QList<qint64> first = ids(socket->call(u"GetOpenOrders"_s, account()).array());
    const QList<qint64> second = ids(socket->call(u"GetOpenOrders"_s, account({}, 8)).array());
    QCOMPARE(second.size(), 2);
    for (const qint64 id : second)
        QVERIFY(!first.contains(id));
    const QByteArray of8 = "\"OrderId\":" + QByteArray::number(second[0]);
    QVERIFY(socket->call(u"GetOrderStatus"_s, account(of8)).isError(104));
    QCOMPARE(socket->call(u"GetOrderStatus"_s, account(of8, 8)).json()["Account"_L1], 8);
}

void TestApexReads::filtersByInstrument()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QJsonArray orders = socket->call(u"GetOpenOrders"_s, account("\"InstrumentId\":2")).array();
    QVERIFY(orders.size() >= 2);
    for (const QJsonValue &order : orders)
        QCOMPARE(order["Instrument"_L1], 2);
}

void TestApexReads::listsInstruments()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QJsonArray instruments = socket->call(u"GetInstruments"_s, R"({"OMSId":1})").array();
    QCOMPARE(instruments.size(), 4);
    QHash<qint64, QString> symbols;
    for (const QJsonValue &each : instruments) {
        symbols[each["InstrumentId"_L1].toInteger()] = each["Symbol"_L1].toString();
        for (const char *key : {"Product1", "Product1Symbol", "Product2", "Product2Symbol", "SessionStatus",
                                "QuantityIncrement", "PriceIncrement", "MinimumQuantity", "IsDisable"})
            QVERIFY2(each.toObject().contains(QLatin1StringView(key)), key);
    }
    QCOMPARE(symbols.value(1), u"BTC-USD"_s);
    QCOMPARE(symbols.value(2), u"ETH-USD"_s);
    const QJsonArray orders = socket->call(u"GetOpenOrders"_s, account()).array();
    for (const QJsonValue &order : orders)
        QVERIFY(symbols.contains(order["Instrument"_L1].toInteger()));
}

void TestApexReads::tellsOneOrder()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"GetOrderStatus"_s, account("\"OrderId\":312269865356374016"));
    QVERIFY(answer.payload.startsWith("{\"Side\":"));
    QCOMPARE(answer.json()["OrderId"_L1].toInteger(), 312269865356374016);
    const Frame none = socket->call(u"GetOrderStatus"_s, account("\"OrderId\":5"));
    QCOMPARE(none.kind, 1);
    QCOMPARE(none.json(), fixture("ap_order_status_not_found.json").object());
}

void TestApexReads::tellsOneOrderAsAList()
{
    PracticeOptions options = Venue::stillOptions();
    options.apex.statusAsArray = true;
    ApexVenue venue(options);
    const auto socket = venue.signedIn();
    const QJsonArray rows =
        socket->call(u"GetOrderStatus"_s, account("\"OrderId\":312269865356374016")).array();
    QCOMPARE(ids(rows), QList<qint64>{312269865356374016});
    QVERIFY(socket->call(u"GetOrderStatus"_s, account("\"OrderId\":5")).isError(104));
}

void TestApexReads::listsTheHistory()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QJsonArray all = socket->call(u"GetOrderHistory"_s, account()).array();
    QCOMPARE(all.size(), 19);
    QSet<QString> states;
    qint64 last = std::numeric_limits<qint64>::max();
    for (const QJsonValue &order : all) {
        states.insert(order["OrderState"_L1].toString());
        QVERIFY(order["ReceiveTimeTicks"_L1].toInteger() <= last);
        last = order["ReceiveTimeTicks"_L1].toInteger();
    }
    QCOMPARE(states,
             (QSet<QString>{u"Working"_s, u"Canceled"_s, u"FullyExecuted"_s, u"Rejected"_s, u"Expired"_s}));
    const QJsonArray three = socket->call(u"GetOrderHistory"_s, account("\"Depth\":3")).array();
    QCOMPARE(ids(three), ids(all).first(3));
}

void TestApexReads::filtersTheHistory_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QList<qint64>>("found");
    const auto row = [](const char *name, const QByteArray &filter, const QList<qint64> &found) {
        QTest::newRow(name) << filter << found;
    };
    row("state", R"("OrderState":"Canceled","Limit":2)", {33, 31});
    row("state in any case", R"("OrderState":"fullyexecuted","Limit":1)", {32});
    row("state by its number", R"("OrderState":3,"Limit":1)", {33});
    row("order", R"("OrderId":32)", {32});
    row("client's id", R"("ClientOrderId":901)", {34, 33});
    row("from", R"("StartTimestamp":1710480602000)", {34, 33});
    row("until", R"("EndTimestamp":1710480600000,"Limit":1)", {31});
    row("page", R"("StartIndex":1,"Limit":2)", {33, 32});
    row("beyond the end", R"("StartIndex":100)", {});
    row("instrument", R"("InstrumentId":8,"Limit":1)", {34});
    row("several", R"("ClientOrderId":901,"OrderState":"Working")", {34});
    row("nothing fits", R"("OrderId":32,"OrderState":"Working")", {});
}

void TestApexReads::filtersTheHistory()
{
    QFETCH(QByteArray, filter);
    QFETCH(QList<qint64>, found);
    ApexVenue venue;
    venue.add(31);
    venue.clock.advance(base::seconds(1));
    venue.add(32);
    venue.clock.advance(base::seconds(1));
    venue.add(33, 7, 901);
    venue.clock.advance(base::seconds(1));
    venue.add(34, 7, 901).instrument = venue.market().instrument(u"BTC-CAD"_s);
    QVERIFY(venue.market().cancelNow(31) && venue.market().fillRest(32) && venue.market().cancelNow(33));
    const auto socket = venue.signedIn();
    QCOMPARE(ids(socket->call(u"GetOrdersHistory"_s, account(filter)).array()), found);
}

void TestApexReads::listsRevisions()
{
    ApexVenue venue;
    venue.add(77);
    QVERIFY(venue.market().fill(77, apexDecimal("0.1")));
    QVERIFY(venue.market().cancelNow(77));
    const auto socket = venue.signedIn();
    const QJsonArray entries =
        socket->call(u"GetOrderHistoryByOrderId"_s, R"({"OMSId":1,"OrderId":77})").array();
    QStringList told;
    for (const QJsonValue &entry : entries) {
        QCOMPARE(entry["OrderId"_L1], 77);
        told.append(entry["OrderState"_L1].toString() + u' ' + entry["ChangeReason"_L1].toString() + u' ' +
                    QString::number(entry["Quantity"_L1].toDouble()) + u' ' +
                    QString::number(entry["QuantityExecuted"_L1].toDouble()));
    }
    QCOMPARE(told, QStringList({u"Canceled UserModified 0 0.1"_s, u"Working Trade 0.245 0.1"_s,
                                u"Working NewInputAccepted 0.345 0"_s}));
    // What happened before the venue began is told as far as it can be.
    const QJsonArray seeded = socket->call(u"GetOrderHistory"_s, account()).array();
    for (const QJsonValue &order : seeded) {
        const QByteArray id = QByteArray::number(order["OrderId"_L1].toInteger());
        const QJsonArray steps =
            socket->call(u"GetOrderHistoryByOrderId"_s, "{\"OMSId\":1,\"OrderId\":" + id + '}').array();
        QCOMPARE(steps.first().toObject(), order.toObject());
        QVERIFY(steps.last()["ChangeReason"_L1].toString().startsWith("NewInput"_L1));
    }
}

void TestApexReads::refusesReads_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    const QByteArray order = "\"OrderId\":312269865356374016";
    for (const char *name : {"GetOpenOrders", "GetOrderStatus", "GetOrderHistory", "GetOrdersHistory"}) {
        const QString function = QString::fromLatin1(name);
        const auto row = [&](const char *what, const QByteArray &payload, int code) {
            QTest::addRow("%s, %s", name, what) << function << payload << code;
        };
        row("no OMS", R"({"AccountId":7,)" + order + '}', 100);
        row("other OMS", R"({"OMSId":2,"AccountId":7,)" + order + '}', 104);
        row("no account", R"({"OMSId":1,)" + order + '}', 100);
        row("foreign account", account(order, 8), 20);
        row("no number", R"({"OMSId":1,"AccountId":"seven",)" + order + '}', 100);
        row("text", "please", 100);
        row("array", "[1,7]", 100);
    }
    QTest::newRow("status without an order") << u"GetOrderStatus"_s << account() << 100;
    QTest::newRow("revisions without an order") << u"GetOrderHistoryByOrderId"_s << account() << 100;
    QTest::newRow("revisions of no order")
        << u"GetOrderHistoryByOrderId"_s << account("\"OrderId\":5") << 104;
    QTest::newRow("revisions of a foreign order")
        << u"GetOrderHistoryByOrderId"_s << QByteArray(R"({"OMSId":1,"OrderId":70})") << 20;
    QTest::newRow("instruments without OMS") << u"GetInstruments"_s << "{}"_ba << 100;
    QTest::newRow("instruments of another OMS") << u"GetInstruments"_s << QByteArray(R"({"OMSId":9})") << 104;
    QTest::newRow("hidden order") << u"GetOrderStatus"_s << account("\"OrderId\":71") << 104;
}

void TestApexReads::refusesReads()
{
    QFETCH(QString, function);
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    ApexVenue venue;
    venue.add(70, 8);
    venue.add(71);
    QVERIFY(venue.market().removeFromLists(71));
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(function, payload);
    QVERIFY2(answer.isError(code), answer.payload.constData());
    QVERIFY(withId(socket->call(u"GetOpenOrders"_s, account()).array(), 71).isEmpty());
}

void TestApexReads::readsKeysInAnyCase()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    QCOMPARE(socket->call(u"GetOpenOrders"_s, R"({"omsId":1,"accountId":7})").array().size(), 13);
    socket->sendText(QString::fromLatin1(R"({"M":0,"I":900,"N":"GetOrderStatus",)"
                                         R"("O":{"omsid":1,"ACCOUNTID":"7","orderid":312269865356374016}})"));
    QCOMPARE(socket->answer(900).json()["OrderId"_L1].toInteger(), 312269865356374016);
}

QTEST_GUILESS_MAIN(TestApexReads)
#include "test_apex_reads.moc"
