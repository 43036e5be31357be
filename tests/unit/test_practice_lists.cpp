// SPDX-License-Identifier: Apache-2.0
#include "practice_probe.h"

using namespace practice;
using namespace probe;

namespace {

QStringList keysOf(const char *fixtureName, const char *list)
{
    QStringList keys = fixture(fixtureName)["data"_L1][QLatin1StringView(list)][0].toObject().keys();
    keys.sort();
    return keys;
}

// The keys of the first object behind "[{" in the order in which they stand in the text.
QStringList keysInOrder(const QByteArray &json)
{
    QStringList keys;
    const QList<QByteArray> parts = json.mid(json.indexOf("[{") + 2).split('"');
    for (qsizetype at = 1; at + 1 < parts.size(); at += 2) {
        if (parts[at + 1].startsWith(':'))
            keys += QString::fromUtf8(parts[at]);
    }
    return keys;
}

} // namespace

class TestPracticeLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRowsAsTheBrokerDoes_data();
    void writesRowsAsTheBrokerDoes();
    void writesKeysInTheOrderOfTheSamples();
    void writesTheRowOfTheSample();
    void keepsNumbersExact();
    void splitsPendingFromCompleted();
    void seedsTheAskedNumberPerAccount();
    void refusesOtherCalls_data();
    void refusesOtherCalls();
    void sendsErrorsWithAnotherStatusIfTold();
    void listsTrades();
    void tellsTheUser();
    void tellsTheHistory_data();
    void tellsTheHistory();
};

void TestPracticeLists::writesRowsAsTheBrokerDoes_data()
{
    QTest::addColumn<Broker>("broker");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("pocketful") << Broker::Pocketful << keysOf("tl_pending_book_mixed.json", "orders");
    QTest::newRow("pace") << Broker::Pace << keysOf("tl_pending_pace.json", "orders");
    QTest::newRow("hdfcsky") << Broker::HdfcSky << keysOf("tl_pending_pace.json", "orders");
}

void TestPracticeLists::writesRowsAsTheBrokerDoes()
{
    QFETCH(Broker, broker);
    QFETCH(QStringList, keys);
    Venue venue;
    for (const QByteArray &type : {"pending"_ba, "completed"_ba}) {
        const QJsonArray rows = venue.rows(type, broker);
        QVERIFY(rows.size() > 5);
        for (const QJsonValue &row : rows) {
            QCOMPARE(row.toObject().keys(), keys);
            QCOMPARE(row["client_id"_L1].toString(), profileOf(broker).clientId);
            const QJsonValue leg = row["leg_order_indicator"_L1];
            if (row["execution_type"_L1] == u"REGULAR"_s || row["execution_type"_L1] == u"AMO"_s)
                QVERIFY(broker == Broker::Pocketful ? leg.isNull() : leg == QString());
            else
                QVERIFY(!leg.toString().isEmpty());
        }
    }
}

void TestPracticeLists::writesKeysInTheOrderOfTheSamples()
{
    Venue venue;
    for (const Broker broker : {Broker::Pocketful, Broker::Pace}) {
        const bool isNewer = broker == Broker::Pocketful;
        QFile file(isNewer ? QStringLiteral(PULLCORD_FIXTURES "/tl_pending_book_mixed.json")
                           : QStringLiteral(PULLCORD_FIXTURES "/tl_pending_pace.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray sample = file.readAll();
        sample = sample.mid(sample.indexOf('[')).replace(" ", "").replace("\n", "");
        const Answer answer = venue.get(profileOf(broker).prefix + "/orders?type=pending", broker);
        const qsizetype count = isNewer ? keysOf("tl_pending_book_mixed.json", "orders").size()
                                        : keysOf("tl_pending_pace.json", "orders").size();
        QCOMPARE(keysInOrder(answer.body).first(count), keysInOrder(sample).first(count));
    }
}

// The sample's own first row, told to the venue, comes out again as it stands there.
void TestPracticeLists::writesTheRowOfTheSample()
{
    Venue venue;
    PracticeOrder order = probe::order(u"202403152052"_s, u"REGULAR"_s, {}, u"1100000029886168"_s);
    order.quantity = 1;
    order.entryTime = order.exchangeTime = 1710480000;
    order.lastActivity = 1394972885476889600;
    venue.venue.market(Broker::Pocketful).addOrder(order);
    QJsonObject expected = fixture("tl_pending_book_mixed.json")["data"_L1]["orders"_L1][0].toObject();
    QJsonObject row = venue.row("pending", order.orderId);
    for (const auto name : {"client_id"_L1, "login_id"_L1, "source"_L1, "nnf_id"_L1}) { // these are our own
        expected.remove(name);
        row.remove(name);
    }
    QCOMPARE(row, expected);
}

void TestPracticeLists::keepsNumbersExact()
{
    Venue venue;
    PracticeOrder order = probe::order(u"1"_s);
    order.lastActivity = 1394972885476889719; // no double
    order.price = -1235;
    order.triggerPrice = 5;
    order.averagePrice = 378500;
    order.userOrderId = "123456789012345678901234567890";
    venue.venue.market(Broker::Pocketful).addOrder(order);
    const QByteArray body = venue.get("/api/v1/orders?type=pending").body;
    for (const QByteArray &text :
         {"\"last_activity_reference\":1394972885476889719,"_ba, "\"price\":-12.35,"_ba,
          "\"trigger_price\":0.05,"_ba, "\"average_price\":3785.0,"_ba,
          "\"user_order_id\":123456789012345678901234567890,"_ba})
        QVERIFY2(body.contains(text), text);
}

void TestPracticeLists::splitsPendingFromCompleted()
{
    Venue venue;
    Market &market = venue.venue.market(Broker::Pocketful);
    market.addOrder(probe::order(u"1"_s));
    QVERIFY(venue.isListed("pending", u"1"_s));
    QVERIFY(!venue.isListed("completed", u"1"_s));
    for (const QString &status :
         {u"CANCEL_REJECTED"_s, u"MODIFY_REJECTED"_s, u"CANCEL_PENDING"_s, u"NEW_WORD"_s}) {
        QVERIFY(market.setStatus(u"1"_s, status));
        QVERIFY(venue.isListed("pending", u"1"_s));
    }
    for (const QString &status :
         {u"COMPLETE"_s, u"REJECTED"_s, u"CANCEL_CONFIRMED"_s, u"AMO_CANCEL_CONFIRMED"_s}) {
        QVERIFY(market.setStatus(u"1"_s, status));
        QVERIFY(!venue.isListed("pending", u"1"_s));
        QVERIFY(venue.isListed("completed", u"1"_s));
    }
    QVERIFY(venue.isListed("all", u"1"_s));
    QVERIFY(market.removeFromLists(u"1"_s));
    QVERIFY(!venue.isListed("all", u"1"_s));
    QCOMPARE(venue.rows("all").size(), venue.rows("pending").size() + venue.rows("completed").size());
}

void TestPracticeLists::seedsTheAskedNumberPerAccount()
{
    Venue venue;
    for (const Broker broker : brokers)
        QCOMPARE(venue.rows("pending", broker).size(), 40);
    PracticeOptions options = Venue::stillOptions();
    options.orders = 0;
    Venue empty(options);
    QVERIFY(empty.get("/api/v1/orders?type=pending").body.startsWith(R"({"data":{"orders":[]})"));
}

void TestPracticeLists::refusesOtherCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const QString none;
    QTest::newRow("list of nothing") << "GET"_ba
                                     << "/api/v1/orders?type=odd"_ba << 200 << 44000
                                     << u"`type` is invalid"_s;
    QTest::newRow("list without type") << "GET"_ba
                                       << "/api/v1/orders"_ba << 200 << 44000 << u"`type` is invalid"_s;
    QTest::newRow("foreign client") << "GET"_ba
                                    << "/api/v1/orders?type=pending&client_id=X"_ba << 200 << 40000
                                    << u"Request forbidden"_s;
    QTest::newRow("foreign trades") << "GET"_ba
                                    << "/api/v1/trades?client_id=X"_ba << 200 << 40000
                                    << u"Request forbidden"_s;
    QTest::newRow("unknown route") << "GET"_ba
                                   << "/api/v1/holdings"_ba << 404 << 404 << none;
    QTest::newRow("unknown prefix") << "GET"_ba
                                    << "/api/v2/orders?type=pending"_ba << 404 << 404 << none;
    QTest::newRow("root") << "GET"_ba
                          << "/"_ba << 404 << 404 << none;
    QTest::newRow("deeper") << "GET"_ba
                            << "/api/v1/orders/a/b/c"_ba << 404 << 404 << none;
    QTest::newRow("unknown practice page") << "GET"_ba
                                           << "/practice/else"_ba << 404 << 404 << none;
    QTest::newRow("place") << "POST"_ba
                           << "/api/v1/orders"_ba << 405 << 405 << none;
    QTest::newRow("read one") << "GET"_ba
                              << "/api/v1/orders/1"_ba << 405 << 405 << none;
    QTest::newRow("delete trades") << "DELETE"_ba
                                   << "/api/v1/trades"_ba << 405 << 405 << none;
    QTest::newRow("post arrivals") << "POST"_ba
                                   << "/practice/arrivals"_ba << 405 << 405 << none;
    QTest::newRow("unknown history") << "GET"_ba
                                     << "/api/v1/order/1/history"_ba << 200 << 0 << u"Order not found"_s;
}

void TestPracticeLists::refusesOtherCalls()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(QString, message);
    Venue venue;
    const Answer answer = venue.ask(request(method, target, venue.bearer()));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json()["status"_L1].toString(), u"error"_s);
    QCOMPARE(answer.json()["error_code"_L1].toInt(), code);
    if (!message.isEmpty())
        QCOMPARE(answer.json()["message"_L1].toString(), message);
    if (status == 405)
        QVERIFY(!answer.header("allow").isEmpty());
    if (code == 40000)
        QCOMPARE(answer.json(), fixture("tl_error_40000_list.json").object());
}

void TestPracticeLists::sendsErrorsWithAnotherStatusIfTold()
{
    PracticeOptions options = Venue::stillOptions();
    options.tradelab.errorStatus = 400;
    Venue venue(options);
    QCOMPARE(venue.get("/api/v1/orders?type=pending&client_id=X").status, 400);
    QCOMPARE(venue.cancel("/api/v1/orders/1?client_id=X").status, 400);
    QCOMPARE(venue.get("/api/v1/orders?type=pending").status, 200);
}

void TestPracticeLists::listsTrades()
{
    Venue venue;
    Market &market = venue.venue.market(Broker::Pace);
    market.addOrder(probe::order(u"1"_s));
    QVERIFY(market.fill(u"1"_s, 30));
    const QJsonArray trades =
        venue.get("/api/v1/trades?client_id=PAC7781", Broker::Pace).json()["data"_L1]["trades"_L1].toArray();
    const QJsonObject last = trades.last().toObject();
    QCOMPARE(last.keys(), keysOf("tl_trades_pace.json", "trades"));
    QCOMPARE(last["oms_order_id"_L1].toString(), u"1"_s);
    QCOMPARE(last["trade_quantity"_L1].toInt(), 30);
    QCOMPARE(last["trade_price"_L1].toDouble(), 11.9);
}

void TestPracticeLists::tellsTheUser()
{
    Venue venue;
    const QJsonObject info = venue.get("/api/v1/user/trading_info").json();
    QCOMPARE(info["data"_L1].toObject().keys(), fixture("tl_trading_info.json")["data"_L1].toObject().keys());
    QCOMPARE(info["data"_L1]["client_id"_L1].toString(), u"PKT1042"_s);
    const Answer profile = venue.get("/api/v1/user/profile?client_id=PAC7781", Broker::Pace);
    QCOMPARE(profile.json()["data"_L1]["client_id"_L1].toString(), u"PAC7781"_s);
    QCOMPARE(venue.get("/api/v1/user/profile?client_id=X").json()["error_code"_L1].toInt(), 40000);
}

void TestPracticeLists::tellsTheHistory_data()
{
    QTest::addColumn<Broker>("broker");
    QTest::newRow("array") << Broker::Pocketful;
    QTest::newRow("nested") << Broker::Pace;
    QTest::newRow("nested, sky") << Broker::HdfcSky;
}

void TestPracticeLists::tellsTheHistory()
{
    QFETCH(Broker, broker);
    Venue venue;
    Market &market = venue.venue.market(broker);
    PracticeOrder &order = market.addOrder(probe::order(u"1"_s, u"REGULAR"_s, {}, u"1100"_s));
    venue.clock.advance(base::seconds(1));
    QVERIFY(market.fill(u"1"_s, 30));
    QCOMPARE(market.cancel(order), CancelAnswer::Taken);
    venue.clock.advance(base::seconds(1));
    const QByteArray target =
        profileOf(broker).prefix + "/order/1/history?client_id=" + profileOf(broker).clientId.toUtf8();
    const QJsonObject json = venue.get(target, broker).json();
    const bool isArray = broker == Broker::Pocketful;
    const QJsonArray entries =
        isArray ? json["data"_L1].toArray() : json["data"_L1]["order history"_L1].toArray();
    QCOMPARE(isArray ? json["status"_L1] : json["data"_L1]["status"_L1], QJsonValue(u"success"_s));
    QStringList statuses;
    for (const QJsonValue &entry : entries) {
        statuses += entry["status"_L1].toString();
        QCOMPARE(entry.toObject().keys(), fixture("tl_history_array.json")["data"_L1][0].toObject().keys());
        QCOMPARE(entry["exchange_order_id"_L1].toString(), u"1100"_s);
    }
    QCOMPARE(statuses, QStringList({u"CANCEL_CONFIRMED"_s, u"CANCEL_PENDING"_s, u"PARTIAL_TRADE"_s,
                                    u"CONFIRMED"_s, u"ACCEPTED"_s}));
    QCOMPARE(entries[0]["fill_quantity"_L1].toInt(), 30);
    QCOMPARE(entries[0]["remaining_quantity"_L1].toInt(), 0);
    QVERIFY(entries[0]["last_modified"_L1].toInteger() > entries[2]["last_modified"_L1].toInteger());
}

QTEST_GUILESS_MAIN(TestPracticeLists)
#include "test_practice_lists.moc"
