// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryForm_data();
    void takesEveryForm();
    void takesTheSamples();
    void answersAsTheSamples();
    void refuses_data();
    void refuses();
    void cancelsOnlyAfterTheReceipt();
    void takesItsTimeToCancel();
    void takesASecondCancel();
    void meansTheNewestOfAClientsId();
    void keepsClientIdsToTheirAccount();
    void cancelsALongId();
    void cancelsAll_data();
    void cancelsAll();
    void leavesForeignOrdersAlone();
    void refusesToCancelAll_data();
    void refusesToCancelAll();
};

namespace {

// 77 has the client's id 901, 78 has none, 80 is foreign, 81 is cancelled, 82 filled, 83 in no list.
void addOrders(ApexVenue &venue)
{
    venue.add(77, 7, 901);
    venue.add(78);
    venue.add(80, 8, 902);
    venue.add(81, 7, 903);
    venue.add(82, 7, 904);
    venue.add(83, 7, 905);
    if (!venue.market().cancelNow(81) || !venue.market().fillRest(82) || !venue.market().removeFromLists(83))
        qFatal("not done");
}

} // namespace

void TestApexCancel::takesEveryForm_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const QByteArray &payload) { QTest::newRow(name) << payload; };
    row("order", R"({"OMSId":1,"OrderId":77})");
    row("order and account", R"({"OMSId":1,"AccountId":7,"OrderId":77})");
    row("new client key", R"({"OMSId":1,"AccountId":7,"ClOrderId":901})");
    row("old client key", R"({"OMSId":1,"AccountId":7,"ClientOrderId":901})");
    row("both client keys", R"({"OMSId":1,"AccountId":7,"ClOrderId":901,"ClientOrderId":901})");
    row("one of them 0", R"({"OMSId":1,"AccountId":7,"ClOrderId":901,"ClientOrderId":0})");
    row("zeros", R"({"OMSId":1,"AccountId":7,"ClientOrderId":0,"OrderId":77})");
    row("account 0", R"({"OMSId":1,"AccountId":0,"ClOrderId":0,"ClientOrderId":0,"OrderId":77})");
    row("nulls", R"({"OMSId":1,"AccountId":null,"ClientOrderId":null,"OrderId":77})");
    row("everything", R"({"OMSId":1,"AccountId":7,"ClientOrderId":901,"ClOrderId":901,"OrderId":77})");
    row("camel case", R"({"omsId":1,"accountId":7,"clientOrderId":0,"orderId":77})");
    row("texts", R"({"OMSId":"1","AccountId":"7","OrderId":"77"})");
    row("more than asked for", R"({"OMSId":1,"AccountId":7,"OrderId":77,"InstrumentId":999,"x":{"y":[]}})");
}

void TestApexCancel::takesEveryForm()
{
    QFETCH(QByteArray, payload);
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"CancelOrder"_s, payload);
    QVERIFY2(answer.isSuccess(), qPrintable(answer.text));
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
    QCOMPARE(venue.order(78).state, ApexState::Working);
    QCOMPARE(venue.venue.arrivals().arrivals().back().orderId, u"77"_s);
}

void TestApexCancel::takesTheSamples()
{
    const QJsonArray samples = fixture("ap_cancel_request_frames.json").array();
    for (const QJsonValue &sample : samples) {
        PracticeOptions options = Venue::stillOptions();
        options.apex.accounts = {449};
        ApexVenue venue(options);
        venue.add(2543565233, 449, 1607579326);
        const auto socket = venue.signedIn();
        QJsonObject frame = sample.toObject();
        QJsonObject payload = QJsonDocument::fromJson(frame["o"_L1].toString().toUtf8()).object();
        if (payload.contains("ClientOrderId"_L1) && payload.contains("OrderId"_L1))
            QCOMPARE(payload["ClientOrderId"_L1], 0);
        socket->sendText(QString::fromUtf8(QJsonDocument(frame).toJson()));
        const Frame answer = socket->answer(frame["i"_L1].toInteger());
        QVERIFY2(answer.isSuccess(), qPrintable(answer.text));
        venue.clock.advance(base::seconds(1));
        QCOMPARE(venue.order(2543565233).state, ApexState::Canceled);
    }
}

void TestApexCancel::answersAsTheSamples()
{
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.signedIn();
    const auto payload = [&](const QByteArray &request) {
        return socket->call(u"CancelOrder"_s, request).json();
    };
    QCOMPARE(payload(account("\"OrderId\":77")), frameFixture("ap_cancel_ack_ok_frame.json").json());
    QCOMPARE(payload(account()), frameFixture("ap_cancel_error_100_frame.json").json());
    QCOMPARE(payload(account("\"OrderId\":5")), frameFixture("ap_cancel_error_104_frame.json").json());
    QCOMPARE(payload(account("\"OrderId\":77", 8)), frameFixture("ap_cancel_error_20_frame.json").json());
}

void TestApexCancel::refuses_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &payload, int code) {
        QTest::newRow(name) << payload << code;
    };
    row("two client's ids", R"({"OMSId":1,"AccountId":7,"ClOrderId":901,"ClientOrderId":902})", 100);
    row("client's id without account", R"({"OMSId":1,"ClientOrderId":901})", 100);
    row("new client key without account", R"({"OMSId":1,"ClOrderId":901})", 100);
    row("nothing", R"({"OMSId":1,"AccountId":7})", 100);
    row("zeros alone", R"({"OMSId":1,"AccountId":7,"ClientOrderId":0,"OrderId":0})", 100);
    row("no OMS", R"({"AccountId":7,"OrderId":77})", 100);
    row("OMS 0", R"({"OMSId":0,"AccountId":7,"OrderId":77})", 100);
    row("other OMS", R"({"OMSId":2,"AccountId":7,"OrderId":77})", 104);
    row("empty", "{}", 100);
    row("text", "77", 100);
    row("list", R"([{"OMSId":1,"OrderId":77}])", 100);
    row("word for a number", R"({"OMSId":1,"OrderId":"x"})", 100);
    row("fraction", R"({"OMSId":1,"OrderId":77.5})", 100);
    row("rounded", R"({"OMSId":1,"OrderId":7.7e1})", 100);
    row("beyond 64 bits", R"({"OMSId":1,"OrderId":9223372036854775808})", 100);
    row("order and another's client id", R"({"OMSId":1,"AccountId":7,"ClOrderId":999,"OrderId":77})", 100);
    row("unknown", R"({"OMSId":1,"OrderId":5})", 104);
    row("unknown client's id", R"({"OMSId":1,"AccountId":7,"ClOrderId":5})", 104);
    row("cancelled", R"({"OMSId":1,"OrderId":81})", 104);
    row("filled", R"({"OMSId":1,"AccountId":7,"OrderId":82})", 104);
    row("client's id of a done one", R"({"OMSId":1,"AccountId":7,"ClOrderId":903})", 104);
    row("in no list", R"({"OMSId":1,"OrderId":83})", 104);
    row("client's id in no list", R"({"OMSId":1,"AccountId":7,"ClOrderId":905})", 104);
    row("foreign order", R"({"OMSId":1,"OrderId":80})", 20);
    row("foreign order, own account", R"({"OMSId":1,"AccountId":7,"OrderId":80})", 20);
    row("foreign account", R"({"OMSId":1,"AccountId":8,"OrderId":80})", 20);
    row("foreign account, own order", R"({"OMSId":1,"AccountId":8,"OrderId":77})", 20);
    row("foreign client's id", R"({"OMSId":1,"AccountId":8,"ClOrderId":902})", 20);
}

void TestApexCancel::refuses()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.watching();
    const Frame answer = socket->call(u"CancelOrder"_s, payload);
    QVERIFY2(answer.isError(code), qPrintable(answer.text));
    venue.clock.advance(base::seconds(60));
    QCOMPARE(venue.order(77).state, ApexState::Working);
    QCOMPARE(venue.order(80).state, ApexState::Working);
    QVERIFY(socket->events().isEmpty());
}

void TestApexCancel::cancelsOnlyAfterTheReceipt()
{
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    venue.clock.advance(base::milliseconds(119));
    QCOMPARE(venue.order(77).state, ApexState::Working); // there is no pending state
    QVERIFY(socket->events().isEmpty());
    venue.clock.advance(base::milliseconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
    QCOMPARE(socket->eventNames(), QStringList{u"OrderStateEvent"_s});
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isError(104));
}

void TestApexCancel::takesItsTimeToCancel()
{
    PracticeOptions options = Venue::stillOptions();
    options.market.cancelLatency = base::milliseconds(700);
    ApexVenue venue(options);
    addOrders(venue);
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    venue.clock.advance(base::milliseconds(699));
    QCOMPARE(venue.order(77).state, ApexState::Working);
    venue.clock.advance(base::milliseconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
}

void TestApexCancel::takesASecondCancel()
{
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":77")).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(socket->eventNames(), QStringList({u"OrderStateEvent"_s, u"CancelOrderRejectEvent"_s}));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
    QCOMPARE(venue.count("CancelOrder"), 2);
}

void TestApexCancel::meansTheNewestOfAClientsId()
{
    ApexVenue venue;
    addOrders(venue);
    venue.add(90, 7, 901);
    venue.add(91, 7, 901);
    QVERIFY(venue.market().cancelNow(91));
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":901")).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(90).state, ApexState::Canceled);
    QCOMPARE(venue.order(77).state, ApexState::Working);
}

void TestApexCancel::keepsClientIdsToTheirAccount()
{
    ApexVenue venue(twoAccounts());
    venue.add(91, 8, 905);
    venue.add(90, 7, 905);
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClientOrderId\":905", 8)).isSuccess());
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":91")).isError(104)); // not of that account
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(91).state, ApexState::Canceled);
    QCOMPARE(venue.order(90).state, ApexState::Working);
}

void TestApexCancel::cancelsALongId()
{
    ApexVenue venue;
    venue.add(312269865356374017); // one beside the seeded one: no double tells them apart
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":312269865356374016")).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(312269865356374016).state, ApexState::Canceled);
    QCOMPARE(venue.order(312269865356374017).state, ApexState::Working);
    QCOMPARE(venue.venue.arrivals().arrivals().back().orderId, u"312269865356374016"_s);
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":9223372036854775807")).isError(104));
}

void TestApexCancel::cancelsAll_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QList<qint64>>("left"); // of 77, 78 in BTC-USD, 79 in ETH-USD, 80 of account 8
    const auto row = [](const char *name, const QByteArray &payload, const QList<qint64> &left) {
        QTest::newRow(name) << payload << left;
    };
    row("account", R"({"OMSId":1,"AccountId":7})", {80});
    row("all accounts", R"({"OMSId":1})", {});
    row("instrument", R"({"OMSId":1,"AccountId":7,"InstrumentId":2})", {77, 78, 80});
    row("instrument as the documents spell it", R"({"OMSId":1,"AccountId":7,"IntrumentId":2})", {77, 78, 80});
    row("both spellings", R"({"OMSId":1,"AccountId":7,"IntrumentId":1,"InstrumentId":1})", {79, 80});
    row("instrument 0", R"({"OMSId":1,"AccountId":8,"InstrumentId":0})", {77, 78, 79});
}

void TestApexCancel::cancelsAll()
{
    QFETCH(QByteArray, payload);
    QFETCH(QList<qint64>, left);
    ApexVenue venue(twoAccounts());
    addOrders(venue);
    venue.add(79).instrument = venue.market().instrument(u"ETH-USD"_s);
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelAllOrders"_s, payload).isSuccess());
    venue.clock.advance(base::seconds(1));
    QList<qint64> working;
    for (const qint64 id : {77, 78, 79, 80}) {
        if (!venue.order(id).isDone())
            working.append(id);
    }
    QCOMPARE(working, left);
}

void TestApexCancel::leavesForeignOrdersAlone()
{
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelAllOrders"_s, R"({"OMSId":1})").isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
    QCOMPARE(venue.order(80).state, ApexState::Working);
}

void TestApexCancel::refusesToCancelAll_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::newRow("foreign account") << account({}, 9) << 20;
    QTest::newRow("no OMS") << R"({"AccountId":7})"_ba << 100;
    QTest::newRow("two instruments") << account(R"("InstrumentId":1,"IntrumentId":2)") << 100;
    QTest::newRow("no such instrument") << account(R"("InstrumentId":10000)") << 100;
}

void TestApexCancel::refusesToCancelAll()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    ApexVenue venue;
    addOrders(venue);
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"CancelAllOrders"_s, payload);
    QVERIFY2(answer.isError(code), qPrintable(answer.text));
    if (payload.contains("10000"))
        QCOMPARE(answer.json(), fixture("ap_error_100_specific.json").object());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Working);
}

QTEST_GUILESS_MAIN(TestApexCancel)
#include "test_apex_cancel.moc"
