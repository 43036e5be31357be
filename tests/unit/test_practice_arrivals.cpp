// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

using namespace practice;
using namespace probe;

class TestPracticeArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesArrivals();
    void masksSecretsInArrivals();
};

void TestPracticeArrivals::notesArrivals()
{
    SampleVenue venue;
    Client client(venue.port());
    client.send(request("DELETE", "/api/v1/orders/kart/?x=1", venue.bearer(), bracketBody()));
    QCOMPARE(client.read().status, 200);
    client.send(request("GET", "/api/v1/order/202403152052/history", venue.bearer()));
    QCOMPARE(client.read().status, 200);
    Client cut(venue.port()); // the head is there, the body never comes
    cut.send("DELETE /api/v1/orders/5 HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n{");
    QTRY_COMPARE(venue.venue.arrivals().arrivals().size(), std::size_t(3));

    const Answer answer = venue.get("/practice/arrivals");
    const QJsonArray arrivals = QJsonDocument::fromJson(answer.body).array();
    QCOMPARE(arrivals.size(), 3); // reading them is none
    const QJsonObject first = arrivals[0].toObject();
    QCOMPARE(first["seq"_L1].toInt(), 1);
    QCOMPARE(first["at"_L1].toString(), u"2024-03-15T05:30:00.000Z"_s);
    QCOMPARE(first["method"_L1].toString(), u"DELETE"_s);
    QCOMPARE(first["path"_L1].toString(), u"/api/v1/orders/kart/"_s);
    QCOMPARE(first["query"_L1].toString(), u"x=1"_s);
    QCOMPARE(first["body"_L1].toString().toUtf8(), bracketBody());
    QCOMPARE(first["order_id"_L1].toString(), u"20240314929"_s);
    QCOMPARE(first["headers"_L1]["Content-Type"_L1].toString(), u"application/json"_s);
    QCOMPARE(arrivals[1]["order_id"_L1].toString(), u"202403152052"_s);
    QCOMPARE(arrivals[1]["connection_id"_L1], first["connection_id"_L1]);
    QVERIFY(arrivals[2]["connection_id"_L1] != first["connection_id"_L1]);
    QCOMPARE(arrivals[2]["complete"_L1].toBool(), false);
    QCOMPARE(venue.venue.arrivals().count("DELETE", "/api/v1/orders/5"), 1);
}

void TestPracticeArrivals::masksSecretsInArrivals()
{
    SampleVenue venue;
    const QByteArray headers = "Authorization: " + venue.token + "\r\nx-auth-token: " + venue.token +
                               "\r\nX-Authorization-Token: " + venue.token + "\r\n";
    const QByteArray target =
        "/oapi/v1/orders?type=pending&api_key=" + venue.apiKey + "&access_token=" + venue.token;
    QCOMPARE(venue.ask(request("GET", target, headers)).status, 200);
    QCOMPARE(venue.get("/api/v1/orders?type=pending").status, 200);
    const QByteArray arrivals = venue.get("/practice/arrivals").body;
    QVERIFY(!arrivals.contains(venue.token));
    QVERIFY(!arrivals.contains(venue.apiKey));
    QVERIFY(arrivals.contains("api_key=***&access_token=***"));
    QVERIFY(arrivals.contains(R"("Authorization":"Bearer ***")"));
}

QTEST_GUILESS_MAIN(TestPracticeArrivals)
#include "test_practice_arrivals.moc"
