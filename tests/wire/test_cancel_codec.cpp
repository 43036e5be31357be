// SPDX-License-Identifier: Apache-2.0
// Every cancel of wire.md A7, for each dialect, byte for byte: method, address, headers, body.
#include "support/fault_server.h"
#include "support/fixture.h"
#include "support/http_wait.h"
#include "support/manual_clock.h"
#include "support/written_request.h"
#include "tradelab/cancel_codec.h"
#include "tradelab/request_factory.h"
#include "json/json_value.h"
#include "json/json_writer.h"

#include "net/http_client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::written;

namespace {

struct Broker
{
    const char *id;
    const char *origin; // with the dialect's prefix
    const char *headers;
    const char *firstQuery; // what stands behind a query of its own
    const char *onlyQuery;  // where there is none else
};

constexpr Broker brokers[] = {
    {"pocketful", "https://trade.pocketful.in/api/v1",
     "Authorization: Bearer TOKEN\nx-device-type: WEB\nP-DeviceType: WEB\nContent-Type: application/json\n",
     "", ""},
    {"pace", "https://pacetrader.pacefin.in/api/v1",
     "x-authorization-token: TOKEN\nx-device-type: WEB\nP-DeviceType: WEB\nContent-Type: application/json\n",
     "", ""},
    {"hdfcsky", "https://developer.hdfcsky.com/oapi/v1",
     "Authorization: TOKEN\nx-device-type: WEB\nP-DeviceType: WEB\nContent-Type: application/json\n",
     "&api_key=KEY%2B1", "?api_key=KEY%2B1"},
};

struct Cancel
{
    const char *name;
    const char *orderId;
    const char *path;
    const char *query;
    const char *body;
    const char *example; // its name in tl_request_examples.json, where that has the same body
};

// Of the rows of tl_pending_book_mixed.json.
constexpr Cancel cancels[] = {
    {"regular", "202403152052", "/orders/202403152052", "?client_id=DEMO1&execution_type=REGULAR", "",
     "regular query only"},
    {"regular, part filled", "202403152060", "/orders/202403152060",
     "?client_id=DEMO1&execution_type=REGULAR", "", nullptr},
    {"amo", "2024030943", "/orders/2024030943", "?client_id=DEMO1&execution_type=AMO", "", nullptr},
    {"co entry", "202403132605:ENTRY", "/orders/kart/202403132605", "",
     R"({"client_id":"DEMO1","exchange_order_id":"1300000034566552","execution_type":"CO",)"
     R"("leg_order_indicator":"ENTRY","oms_order_id":"202403132605"})",
     "co"},
    {"co stop", "202403132605:THIRD", "/orders/kart/202403132605", "",
     R"({"client_id":"DEMO1","exchange_order_id":"1300000034566560","execution_type":"CO",)"
     R"("leg_order_indicator":"THIRD","oms_order_id":"202403132605"})",
     nullptr},
    {"bo entry", "20240314929:ENTRY", "/orders/kart/20240314929", "",
     R"({"client_id":"DEMO1","exchange_order_id":"1100000012461398","execution_type":"BO",)"
     R"("leg_order_indicator":"ENTRY","oms_order_id":"20240314929","status":"MODIFY_CONFIRMED"})",
     "bo"},
    {"bo second", "20240314929:SECOND", "/orders/kart/20240314929", "",
     R"({"client_id":"DEMO1","exchange_order_id":"1100000012461405","execution_type":"BO",)"
     R"("leg_order_indicator":"SECOND","oms_order_id":"20240314929","status":"PENDING"})",
     nullptr},
    {"bo third", "20240314929:THIRD", "/orders/kart/20240314929", "",
     R"({"client_id":"DEMO1","exchange_order_id":"1100000012461406","execution_type":"BO",)"
     R"("leg_order_indicator":"THIRD","oms_order_id":"20240314929","status":"PENDING"})",
     nullptr},
    {"spread", "20210226-92:ENTRY", "/orders/kart/20210226-92", "",
     R"({"client_id":"DEMO1","leg_order_indicator":"ENTRY","oms_order_id":"20210226-92","status":"CONFIRMED",)"
     R"("execution_type":"SPD","exchange_order_id":"10095"})",
     "spd, Pace path without id"},
};

orders::OrderPtr rowOf(const QString &name)
{
    const auto listing =
        tradelab::readOrderList(support::fixture(u"tl_pending_book_mixed.json"_s), support::replyContext());
    for (const auto &row : listing->rows) {
        if (name == (row->leg.isEmpty() ? row->orderId : row->orderId + u':' + row->leg))
            return row;
    }
    return nullptr;
}

template <typename Change> orders::Order changed(const QString &name, const Change &change)
{
    orders::Order row = *rowOf(name);
    change(row);
    return row;
}

tradelab::RequestFactory factoryOf(const tradelab::Dialect &dialect, const QUrl &url)
{
    tradelab::RequestFactory factory(dialect, url);
    factory.setCredentials({base::Secret("TOKEN"), base::Secret("KEY+1")});
    return factory;
}

base::Result<venues::CancelRequest> requestFor(const orders::Order &row, const char *broker = "pocketful")
{
    return tradelab::cancelRequest(row, *tradelab::findDialect(QString::fromLatin1(broker)),
                                   support::demoAccount());
}

void writeCompact(json::Writer &writer, const json::Value &value)
{
    writer.beginObject();
    for (const auto &[name, member] : value.members())
        writer.member(name, member.text());
    writer.endObject();
}

} // namespace

class TestCancelCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenByteForByte_data();
    void isWrittenByteForByte();
    void hasTheBodyOfTheDocuments_data();
    void hasTheBodyOfTheDocuments();
    void neverHoldsASecret();
    void legAndStatusAreTheRowsOwn();
    void aLegWithoutItsExchangeIdCannotBeSent_data();
    void aLegWithoutItsExchangeIdCannotBeSent();
    void regularOrdersNeverTakeTheLegsRoute_data();
    void regularOrdersNeverTakeTheLegsRoute();
    void otherKindsAreToldByTheirLeg();
    void aRowOfAnotherClientCannotBeSent();
    void oddIdsAreEncoded_data();
    void oddIdsAreEncoded();
    void oddTextIsWrittenAsJson();
    void namesItsOrderAndItsWindow();
};

void TestCancelCodec::isWrittenByteForByte_data()
{
    QTest::addColumn<QString>("broker");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QByteArray>("expected");
    for (const Broker &broker : brokers) {
        for (const Cancel &cancel : cancels) {
            const bool hasQuery = *cancel.query != '\0';
            QTest::addRow("%s %s", broker.id, cancel.name)
                << QString::fromLatin1(broker.id) << QString::fromLatin1(cancel.orderId)
                << QByteArray("DELETE ") + broker.origin + cancel.path + cancel.query +
                       (hasQuery ? broker.firstQuery : broker.onlyQuery) + '\n' + broker.headers + '\n' +
                       cancel.body;
        }
    }
}

void TestCancelCodec::isWrittenByteForByte()
{
    QFETCH(QString, broker);
    QFETCH(QString, row);
    QFETCH(QByteArray, expected);
    const auto &dialect = *tradelab::findDialect(broker);
    const auto request = tradelab::cancelRequest(*rowOf(row), dialect, support::demoAccount());
    QVERIFY(request.has_value());
    const auto factory = factoryOf(dialect, QUrl(QString(dialect.defaultUrl)));
    QCOMPARE(written(factory.cancel(*request)), expected);
}

void TestCancelCodec::hasTheBodyOfTheDocuments_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("example");
    for (const Cancel &cancel : cancels) {
        if (cancel.example)
            QTest::newRow(cancel.name)
                << QString::fromLatin1(cancel.orderId) << QString::fromLatin1(cancel.example);
    }
}

void TestCancelCodec::hasTheBodyOfTheDocuments()
{
    QFETCH(QString, row);
    QFETCH(QString, example);
    const auto examples = json::parse(support::fixture(u"tl_request_examples.json"_s));
    QVERIFY(examples.has_value());
    for (const json::Value &each : examples->items()) {
        if (each[u"name"].text() != example)
            continue;
        json::Writer body;
        if (each[u"body"].isObject())
            writeCompact(body, each[u"body"]);
        const auto request = requestFor(*rowOf(row));
        QCOMPARE(request->body, body.bytes());
        QCOMPARE(request->method, each[u"method"].text());
        QVERIFY(request->path.startsWith(each[u"path"].text())); // one sample leaves the id out
        QStringList query;
        for (const auto &[name, value] : each[u"query"].members())
            query << name + u'=' + value.text();
        QCOMPARE(request->query, query.join(u'&'));
        return;
    }
    QFAIL("no such example");
}

void TestCancelCodec::neverHoldsASecret()
{
    for (const Cancel &cancel : cancels) {
        const auto request = requestFor(*rowOf(QString::fromLatin1(cancel.orderId)), "hdfcsky");
        QVERIFY(!request->query.contains(u"api_key"));
        QVERIFY(request->authHeaders.isEmpty()); // the venue fills it in
    }
}

void TestCancelCodec::legAndStatusAreTheRowsOwn()
{
    const auto row = changed(u"20240314929:SECOND"_s, [](orders::Order &order) {
        order.leg = u"sEcOnD"_s;
        order.venueStatus = u"Modify_Confirmed, CANCELLED"_s;
        order.kind = u"Bo"_s;
    });
    const QByteArray expected = R"({"client_id":"DEMO1","exchange_order_id":"1100000012461405",)"
                                R"("execution_type":"Bo","leg_order_indicator":"sEcOnD",)"
                                R"("oms_order_id":"20240314929","status":"Modify_Confirmed, CANCELLED"})";
    QCOMPARE(requestFor(row)->body, expected);
}

void TestCancelCodec::aLegWithoutItsExchangeIdCannotBeSent_data()
{
    QTest::addColumn<QString>("row");
    for (const char *row : {"202403132605:ENTRY", "20240314929:THIRD", "20210226-92:ENTRY"})
        QTest::newRow(row) << QString::fromLatin1(row);
}

void TestCancelCodec::aLegWithoutItsExchangeIdCannotBeSent()
{
    QFETCH(QString, row);
    const auto request =
        requestFor(changed(row, [](orders::Order &order) { order.exchangeOrderId.clear(); }));
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().kind, base::ErrorKind::Usage);
    QVERIFY(request.error().text.contains(u"exchange order id"));
    QVERIFY(
        requestFor(changed(u"202403152052"_s, [](orders::Order &order) { order.exchangeOrderId.clear(); })));
}

void TestCancelCodec::regularOrdersNeverTakeTheLegsRoute_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("regular") << u"REGULAR"_s;
    QTest::newRow("regular, odd case") << u"Regular"_s;
    QTest::newRow("amo") << u"AMO"_s;
}

void TestCancelCodec::regularOrdersNeverTakeTheLegsRoute()
{
    QFETCH(QString, kind);
    const auto request = requestFor(changed(u"202403152052"_s, [&](orders::Order &order) {
        order.kind = kind;
        order.leg = u"ENTRY"_s; // the first of the legs is what a broker writes that fills every field
    }));
    QCOMPARE(request->path, u"/api/v1/orders/202403152052"_s);
    QCOMPARE(request->query, u"client_id=DEMO1&execution_type="_s + kind);
    QVERIFY(request->body.isEmpty());
}

void TestCancelCodec::otherKindsAreToldByTheirLeg()
{
    const auto kindOf = [](const QString &kind, const QString &leg) {
        return requestFor(changed(u"202403152052"_s, [&](orders::Order &order) {
            order.kind = kind;
            order.leg = leg;
        }));
    };
    QCOMPARE(kindOf(u"ICEBERG"_s, {})->path, u"/api/v1/orders/202403152052"_s);
    QCOMPARE(kindOf(u"HDG"_s, u"ENTRY"_s)->path, u"/api/v1/orders/kart/202403152052"_s);
    QCOMPARE(kindOf(u"co"_s, {})->path, u"/api/v1/orders/kart/202403152052"_s);
    QCOMPARE(kindOf({}, {})->query, u"client_id=DEMO1"_s);
}

void TestCancelCodec::aRowOfAnotherClientCannotBeSent()
{
    const auto request =
        requestFor(changed(u"202403152052"_s, [](orders::Order &order) { order.account = u"X"_s; }));
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().kind, base::ErrorKind::Usage);
}

void TestCancelCodec::oddIdsAreEncoded_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("onTheWire");
    QTest::newRow("plain") << u"20220106-106"_s << QByteArray("20220106-106");
    QTest::newRow("slash") << u"../kart/1"_s << QByteArray("..%2Fkart%2F1");
    QTest::newRow("query") << u"1?client_id=X&a=b#c"_s << QByteArray("1%3Fclient_id%3DX%26a%3Db%23c");
    QTest::newRow("percent") << u"1%2F2 %"_s << QByteArray("1%252F2%20%25");
    QTest::newRow("letters") << u"क+é"_s << QByteArray("%E0%A4%95%2B%C3%A9");
    QTest::newRow("line end") << u"1\r\nX: y"_s << QByteArray("1%0D%0AX%3A%20y");
}

void TestCancelCodec::oddIdsAreEncoded()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, onTheWire);
    const auto row = changed(u"202403152052"_s, [&](orders::Order &order) {
        order.orderId = id;
        order.account = id;
    });
    orders::Account account = support::demoAccount();
    account.id = id;
    const auto &dialect = *tradelab::findDialect(u"pocketful");
    const auto request = tradelab::cancelRequest(row, dialect, account);
    QVERIFY(request.has_value());

    support::FaultServer server;
    support::ManualClock clock;
    base::Redactor redactor;
    net::HttpClient client(clock, redactor);
    const auto factory = factoryOf(dialect, server.url({}));
    QCOMPARE(support::waitFor(client.write(factory.cancel(*request), &client)).status, 200);
    QCOMPARE(server.arrivalCount(), 1);
    QCOMPARE(server.arrivals().front().requestLine(), "DELETE /api/v1/orders/" + onTheWire + "?client_id=" +
                                                          onTheWire + "&execution_type=REGULAR HTTP/1.1");
}

void TestCancelCodec::oddTextIsWrittenAsJson()
{
    const auto row = changed(u"20240314929:ENTRY"_s,
                             [](orders::Order &order) { order.venueStatus = u"a\"b\\c\n\x01क"_s; });
    const QByteArray body = requestFor(row)->body;
    const QByteArray status = R"("status":"a\"b\\c\n\u0001क")";
    QVERIFY(body.contains(status));
    QCOMPARE((*json::parse(body))[u"status"].text(), row.venueStatus);
}

void TestCancelCodec::namesItsOrderAndItsWindow()
{
    const auto row = rowOf(u"20240314929:SECOND"_s);
    const auto request = requestFor(*row);
    QCOMPARE(request->key, row->key);
    QCOMPARE(request->segment, u"BSE"_s);
    QCOMPARE(request->method, u"DELETE"_s);
    QCOMPARE(request->host, u"trade.pocketful.in"_s);
}

QTEST_GUILESS_MAIN(TestCancelCodec)
#include "test_cancel_codec.moc"
