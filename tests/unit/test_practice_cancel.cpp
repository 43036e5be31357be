// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

using namespace practice;
using namespace probe;

namespace {

constexpr auto demoClient = "DEMO1"; // the client of the samples

} // namespace

class TestPracticeCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheDocumentedRequests_data();
    void takesTheDocumentedRequests();
    void answersEachKindInItsShape_data();
    void answersEachKindInItsShape();
    void takesEveryEncoding_data();
    void takesEveryEncoding();
    void leavesPendingForCompleted();
    void dropsTheLegsWithTheEntry();
    void squaresOffALeg();
};

void TestPracticeCancel::takesTheDocumentedRequests_data()
{
    QTest::addColumn<QJsonObject>("sample");
    const QJsonArray samples = fixture("tl_request_examples.json").array();
    for (const QJsonValue &sample : samples) {
        const QString name = sample["name"_L1].toString();
        if (name != "gtt"_L1 && name != "mt bracket exit"_L1) // of no broker that is played here
            QTest::newRow(qPrintable(name)) << sample.toObject();
    }
}

void TestPracticeCancel::takesTheDocumentedRequests()
{
    QFETCH(QJsonObject, sample);
    const QString path = sample["path"_L1].toString();
    QString query = sample["raw_query"_L1].toString();
    const QJsonObject items = sample["query"_L1].toObject();
    for (auto item = items.begin(); item != items.end(); ++item)
        query += (query.isEmpty() ? u""_s : u"&"_s) + item.key() + u'=' + item->toString();
    QByteArray body;
    if (sample["body"_L1].isObject())
        body = QJsonDocument(sample["body"_L1].toObject()).toJson(QJsonDocument::Indented);
    const QByteArray target = (path + (query.isEmpty() ? u""_s : u'?' + query)).toUtf8();
    SampleVenue venue;
    const QByteArray client = "PKT1042";
    const Answer answer = venue.cancel(QByteArray(target).replace(demoClient, client),
                                       QByteArray(body).replace(demoClient, client));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), "application/json");
    QCOMPARE(answer.json()["status"_L1].toString(), u"success"_s);
    QString orderId = path.section(u'/', -1);
    if (orderId.isEmpty())
        orderId = sample["body"_L1]["oms_order_id"_L1].toString();
    const QString leg = sample["body"_L1]["leg_order_indicator"_L1].toString();
    QCOMPARE(venue.status(orderId, leg), u"CANCEL_PENDING"_s);
    QCOMPARE(venue.venue.arrivals().arrivals().back().orderId, orderId);
}

void TestPracticeCancel::answersEachKindInItsShape_data()
{
    QTest::addColumn<Broker>("broker");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fixtureName");
    const QByteArray cover =
        R"({"client_id":"C","exchange_order_id":"1300000034566552","execution_type":"CO",)"
        R"("leg_order_indicator":"ENTRY","oms_order_id":"202403132605"})";
    const QByteArray spread =
        R"({"client_id":"C","leg_order_indicator":"ENTRY","oms_order_id":"20210226-92",)"
        R"("status":"CONFIRMED","execution_type":"SPD","exchange_order_id":"10095"})";
    for (const Broker broker : brokers) {
        const QByteArray name = profileOf(broker).name.toUtf8();
        const bool isPace = broker == Broker::Pace;
        const auto row = [&](const char *kind, const char *path, const QByteArray &body,
                             const char *fixtureName) {
            QByteArray named = body;
            named.replace("\"C\"", '"' + profileOf(broker).clientId.toUtf8() + '"');
            QTest::newRow((name + ' ' + kind).constData())
                << broker << profileOf(broker).prefix + path << named << QByteArray(fixtureName);
        };
        row("regular", "/orders/202403152052", {}, "tl_cancel_regular_ok.json");
        row("amo", "/orders/2024030943", {}, "tl_cancel_amo_ok.json");
        row("amo, kart path", "/orders/kart/2024030943", R"({"client_id":"C","execution_type":"AMO"})",
            "tl_cancel_amo_ok.json");
        row("cover", "/orders/kart/202403132605", cover, "tl_cancel_kart_ok_basket.json");
        row("bracket", "/orders/kart/20240314929",
            bracketBody("ENTRY", "1100000012461398", "BO", profileOf(broker).clientId.toUtf8()),
            isPace ? "tl_cancel_short_ok.json" : "tl_cancel_kart_ok.json");
        row("spread", "/orders/kart/", spread, isPace ? "tl_cancel_short_ok.json" : "tl_cancel_kart_ok.json");
    }
}

void TestPracticeCancel::answersEachKindInItsShape()
{
    QFETCH(Broker, broker);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fixtureName);
    SampleVenue venue;
    const QByteArray answer = venue.cancel(target, body, broker).body;
    QByteArray expected = QJsonDocument(fixture(fixtureName.constData())).toJson(QJsonDocument::Compact);
    expected.replace("202403111506", "202403152052")
        .replace("20220106-77", "2024030943"); // the samples' own ids
    QCOMPARE(QJsonDocument::fromJson(answer).toJson(QJsonDocument::Compact), expected);
}

void TestPracticeCancel::takesEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const QByteArray path = "/api/v1/orders/kart/20240314929";
    const QByteArray json = bracketBody();
    QTest::newRow("body") << path << json;
    QTest::newRow("body, id in it alone") << "/api/v1/orders/kart"_ba << json;
    QTest::newRow("query") << path + "?client_id=PKT1042&exchange_order_id=1100000012461398&execution_type=BO"
                                     "&leg_order_indicator=ENTRY&status=MODIFY_CONFIRMED"
                           << ""_ba;
    QTest::newRow("query and body") << path + "?client_id=PKT1042&execution_type=BO" << json;
    QTest::newRow("JSON as the query") << path + '?' + json.toPercentEncoding() << ""_ba;
    QTest::newRow("JSON as a query item") << path + "?source=API&" + json.toPercentEncoding(":,") << ""_ba;
    QTest::newRow("the body wins") << path + "?exchange_order_id=9&leg_order_indicator=THIRD" << json;
    QTest::newRow("JSON in the query beats an item")
        << path + "?exchange_order_id=9&" + json.toPercentEncoding() << ""_ba;
    QTest::newRow("a blank takes nothing back") << path + "?leg_order_indicator=ENTRY" << bracketBody("");
    QTest::newRow("numbers for ids") << path
                                     << QByteArray(json).replace("\"1100000012461398\"", "1100000012461398");
    QTest::newRow("small letters") << path
                                   << QByteArray(json).replace("ENTRY", "Entry").replace("\"BO\"", "\"bo\"");
    QTest::newRow("another status") << path << QByteArray(json).replace("MODIFY_CONFIRMED", "Confirmed");
    QTest::newRow("without client and type") << path
                                             << R"({"exchange_order_id":"1100000012461398",)"
                                                R"("leg_order_indicator":"ENTRY"})"_ba;
    QTest::newRow("unknown items") << path + "?source=WEB&tags=x"
                                   << QByteArray(json).replace("{", "{\"user_order_id\":1,");
}

void TestPracticeCancel::takesEveryEncoding()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    SampleVenue venue;
    const Answer answer = venue.cancel(target, body);
    QCOMPARE(answer.json(), fixture("tl_cancel_kart_ok.json").object());
    QCOMPARE(venue.status(u"20240314929"_s, u"ENTRY"_s), u"CANCEL_PENDING"_s);
    QCOMPARE(venue.status(u"20240314929"_s, u"THIRD"_s), u"PENDING"_s);
}

void TestPracticeCancel::leavesPendingForCompleted()
{
    SampleVenue venue;
    const QString id = u"202403152052"_s;
    QCOMPARE(venue.cancel("/api/v1/orders/202403152052").status, 200);
    QCOMPARE(venue.row("pending", id)["order_status"_L1].toString(), u"CANCEL_PENDING"_s);
    QVERIFY(!venue.isListed("completed", id));
    venue.clock.advance(base::milliseconds(120));
    QVERIFY(!venue.isListed("pending", id));
    QCOMPARE(venue.row("completed", id)["order_status"_L1].toString(), u"CANCEL_CONFIRMED"_s);

    QCOMPARE(venue.cancel("/api/v1/orders/2024030943?execution_type=AMO").status, 200);
    venue.clock.advance(base::milliseconds(120));
    QCOMPARE(venue.row("completed", u"2024030943"_s)["order_status"_L1].toString(),
             u"AMO_CANCEL_CONFIRMED"_s);
}

void TestPracticeCancel::dropsTheLegsWithTheEntry()
{
    SampleVenue venue;
    const QString id = u"20240314929"_s;
    QCOMPARE(venue.cancel("/api/v1/orders/kart/20240314929", bracketBody()).status, 200);
    venue.clock.advance(base::milliseconds(120));
    QVERIFY(venue.isListed("completed", id, u"ENTRY"_s));
    QVERIFY(venue.isListed("pending", id, u"SECOND"_s));
    venue.clock.advance(base::milliseconds(120));
    for (const QString &leg : {u"ENTRY"_s, u"SECOND"_s, u"THIRD"_s}) {
        QVERIFY(!venue.isListed("pending", id, leg));
        QCOMPARE(venue.row("completed", id, leg)["order_status"_L1].toString(), u"CANCEL_CONFIRMED"_s);
    }
}

void TestPracticeCancel::squaresOffALeg()
{
    SampleVenue venue;
    const QString id = u"20240314929"_s;
    QVERIFY(venue.venue.market(Broker::Pocketful).fill(id, 100, u"ENTRY"_s));
    const QByteArray body = bracketBody("STOPLOSS", "1100000012461406"); // the table's word for THIRD
    QCOMPARE(venue.cancel("/api/v1/orders/kart/20240314929", body).json()["status"_L1].toString(),
             u"success"_s);
    venue.clock.advance(base::seconds(1));
    const QJsonObject leg = venue.row("completed", id, u"THIRD"_s);
    QCOMPARE(leg["order_status"_L1].toString(), u"COMPLETE"_s);
    QCOMPARE(leg["mode"_L1].toString(), u"SQUAREOFF"_s);
    QCOMPARE(leg["filled_quantity"_L1].toInt(), 100);
    const QJsonArray trades = venue.get("/api/v1/trades").json()["data"_L1]["trades"_L1].toArray();
    QCOMPARE(trades.last()["exchange_order_id"_L1].toString(), u"1100000012461406"_s);
}

QTEST_GUILESS_MAIN(TestPracticeCancel)
#include "test_practice_cancel.moc"
