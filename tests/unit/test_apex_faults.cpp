// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsTheSocket_data();
    void dropsTheSocket();
    void hearsNothingAfterADrop_data();
    void hearsNothingAfterADrop();
    void keepsSilent_data();
    void keepsSilent();
    void delaysTheAnswer();
    void survivesAClientThatLeaves();
    void sendsGarbage_data();
    void sendsGarbage();
    void sendsErrorCodes_data();
    void sendsErrorCodes();
    void sendsAPlainError();
    void answersAnotherRequest();
    void goesByOrder();
    void goesByFunction_data();
    void goesByFunction();
    void knowsOutages_data();
    void knowsOutages();
    void leavesWhoIsNotSignedInAlone();
};

void TestApexFaults::dropsTheSocket_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<ApexState>("state");
    QTest::newRow("before") << R"({"do":"drop_before"})"_ba << ApexState::Working;
    QTest::newRow("after") << R"({"do":"drop_after"})"_ba << ApexState::Canceled;
    QTest::newRow("late") << R"({"do":"drop_after","after_ms":50})"_ba << ApexState::Canceled;
}

void TestApexFaults::dropsTheSocket()
{
    QFETCH(QByteArray, fault);
    QFETCH(ApexState, state);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.signedIn();
    const qsizetype before = socket->texts.size();
    socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    venue.clock.advance(base::seconds(1));
    QTRY_VERIFY(socket->isClosed());
    QCOMPARE(socket->texts.size(), before);
    QCOMPARE(venue.state(), state);
    QTRY_COMPARE(venue.venue.apexGateway().sessions().size(), 0);
    QVERIFY(venue.signedIn()->isInStep()); // the next one is served
}

void TestApexFaults::hearsNothingAfterADrop_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("drop") << R"({"do":"drop_before"})"_ba;
    QTest::newRow("half") << R"({"do":"half_reply"})"_ba;
}

void TestApexFaults::hearsNothingAfterADrop()
{
    QFETCH(QByteArray, fault);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.signedIn();
    socket->send(u"CancelOrder"_s, faultyCancel);
    socket->send(u"CancelOrder"_s, account("\"OrderId\":78")); // is in the pipe by then
    QTRY_VERIFY(socket->isClosed());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.count("CancelOrder"), 1);
    QCOMPARE(venue.state(78), ApexState::Working);
}

void TestApexFaults::keepsSilent_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<ApexState>("state");
    QTest::newRow("silent") << R"({"do":"silence"})"_ba << ApexState::Working;
    QTest::newRow("acts") << R"({"do":"silence","acts":true})"_ba << ApexState::Canceled;
}

void TestApexFaults::keepsSilent()
{
    QFETCH(QByteArray, fault);
    QFETCH(ApexState, state);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.signedIn();
    const qsizetype before = socket->texts.size();
    socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    venue.clock.advance(base::seconds(3600));
    QVERIFY(socket->isInStep()); // the socket lives, and other frames are answered
    QCOMPARE(socket->texts.size(), before + 1);
    QCOMPARE(venue.state(), state);
}

void TestApexFaults::delaysTheAnswer()
{
    FaultyApexVenue venue(planFor(R"({"do":"delay","after_ms":5000})"));
    const auto socket = venue.signedIn();
    const qint64 sequence = socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    venue.clock.advance(base::milliseconds(4999));
    QCOMPARE(venue.state(), ApexState::Canceled); // it acts at once
    const qsizetype before = socket->texts.size();
    QVERIFY(socket->isInStep());
    QCOMPARE(socket->texts.size(), before + 1);
    venue.clock.advance(base::milliseconds(1));
    QVERIFY(socket->answer(sequence).isSuccess());
}

void TestApexFaults::survivesAClientThatLeaves()
{
    FaultyApexVenue venue(planFor(R"({"do":"delay","after_ms":5000})"));
    const auto socket = venue.signedIn();
    socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    socket->leave();
    QTRY_COMPARE(venue.venue.apexGateway().sessions().size(), 0);
    venue.clock.advance(base::seconds(10));
    QVERIFY(venue.signedIn()->isInStep());
    QCOMPARE(venue.state(), ApexState::Canceled); // a client that leaves takes nothing back
}

void TestApexFaults::sendsGarbage_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<ApexState>("state");
    QTest::newRow("html") << R"({"do":"html"})"_ba << u"<!DOCTYPE html>"_s << ApexState::Working;
    QTest::newRow("wrong") << R"({"do":"wrong_json"})"_ba << u"{\"version\""_s << ApexState::Canceled;
    QTest::newRow("cut") << R"({"do":"truncated_json"})"_ba << u"{\"m\":1,"_s << ApexState::Canceled;
    QTest::newRow("half") << R"({"do":"half_reply"})"_ba << u"{\"m\":1,"_s << ApexState::Canceled;
    QTest::newRow("empty") << R"({"do":"empty"})"_ba << QString() << ApexState::Canceled;
    QTest::newRow("throttled") << R"({"do":"status","status":429})"_ba << u"TOO MANY REQUESTS"_s
                               << ApexState::Working;
}

void TestApexFaults::sendsGarbage()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, begin);
    QFETCH(ApexState, state);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.signedIn();
    const qsizetype before = socket->texts.size();
    socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(socket->texts.size(), before + 1);
    QCOMPARE(frameFrom(socket->texts.last()).kind, -1);
    QVERIFY(socket->texts.last().startsWith(begin));
    QCOMPARE(socket->texts.last().isEmpty(), begin.isEmpty());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), state);
    if (fault.contains("half"))
        QTRY_VERIFY(socket->isClosed());
    else
        QVERIFY(socket->isInStep());
}

void TestApexFaults::sendsErrorCodes_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {20, 100, 101, 102, 104, 106})
        QTest::addRow("%d", code) << code;
}

void TestApexFaults::sendsErrorCodes()
{
    QFETCH(int, code);
    const QByteArray number = QByteArray::number(code);
    FaultyApexVenue venue(planFor(R"({"do":"error_code","code":)" + number + '}'));
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"CancelOrder"_s, faultyCancel);
    QCOMPARE(answer.kind, 1);
    QCOMPARE(answer.json(), frameFixture("ap_cancel_error_" + number + "_frame.json").json());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Working);

    venue.setFaults(planFor(R"({"do":"error_code","code":)" + number + R"(,"acts":true,"message":"No"})"));
    QCOMPARE(socket->call(u"CancelOrder"_s, faultyCancel).json()["errormsg"_L1].toString(), u"No"_s);
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Canceled);

    venue.setFaults(planFor(R"({"do":"error_code"})", "*")); // the other family's usual code
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":78")).isError(101));
}

void TestApexFaults::sendsAPlainError()
{
    FaultyApexVenue venue(planFor(R"([{"do":"m5_text","times":1},{"do":"m5_text","message":"Busy"}])"));
    const auto socket = venue.signedIn();
    const Frame answer = socket->call(u"CancelOrder"_s, faultyCancel);
    const Frame sample = frameFixture("ap_error_frame_m5_text.json");
    QCOMPARE(answer.kind, 5);
    QCOMPARE(answer.function, sample.function);
    QCOMPARE(answer.payload, sample.payload);
    QCOMPARE(socket->call(u"CancelOrder"_s, faultyCancel).payload, "Busy"_ba);
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Working);
}

void TestApexFaults::answersAnotherRequest()
{
    FaultyApexVenue venue(planFor(R"({"do":"foreign_id"})"));
    const auto socket = venue.signedIn();
    const qint64 sequence = socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_VERIFY(frameFrom(socket->texts.last()).function == "CancelOrder"_L1);
    QVERIFY(frameFrom(socket->texts.last()).sequence != sequence);
    QVERIFY(frameFrom(socket->texts.last()).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Canceled);
}

void TestApexFaults::goesByOrder()
{
    FaultyApexVenue venue(planFor(R"({"do":"error_code","code":102,"times":1})"));
    venue.add(79, 7, 901);
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":78")).isSuccess());
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isError(102));
    QVERIFY(socket->call(u"CancelOrder"_s, faultyCancel).isSuccess());
    venue.setFaults(planFor(R"({"do":"error_code","code":102})", "79"));
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":901")).isError(102));
    QCOMPARE(venue.venue.arrivals().arrivals().back().orderId, u"79"_s);
    venue.setFaults(planFor(R"({"do":"error_code","code":106})", "CancelAllOrders"));
    QVERIFY(socket->call(u"CancelAllOrders"_s, account()).isError(106));
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":901")).isSuccess());
}

void TestApexFaults::goesByFunction_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("function");
    for (const char *name :
         {"GetOpenOrders", "GetOrderStatus", "GetOrderHistory", "GetOrdersHistory", "GetInstruments"})
        QTest::newRow(name) << "list"_ba << QByteArray(name) << QString::fromLatin1(name);
    for (const char *name :
         {"AuthenticateUser", "WebAuthenticateUser", "Authenticate2FA", "GetUserAccounts",
          "GetUserAccountInfos", "GetUserInfo", "SubscribeAccountEvents", "Ping", "LogOut"})
        QTest::newRow(name) << "user"_ba << QByteArray(name) << QString::fromLatin1(name);
    QTest::newRow("revisions") << "history"_ba
                               << "77"_ba << u"GetOrderHistoryByOrderId"_s;
    QTest::newRow("every list") << "list"_ba
                                << "*"_ba << u"GetOpenOrders"_s;
    QTest::newRow("every user call") << "user"_ba
                                     << "*"_ba << u"AuthenticateUser"_s;
}

void TestApexFaults::goesByFunction()
{
    QFETCH(QByteArray, section);
    QFETCH(QByteArray, key);
    QFETCH(QString, function);
    FaultyApexVenue venue("{}");
    const auto socket = venue.signedIn();
    const QByteArray fault = R"({"do":"error_code","code":102,"times":1})";
    venue.setFaults("{\"" + section + "\":{\"" + key + "\":" + fault + ",\"other\":" + fault + "}}");
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"OrderId\":5")).isError(104)); // is not meant
    QVERIFY(socket->call(function, faultyCancel).isError(102));
    QVERIFY(!socket->call(function, faultyCancel).isError(102));
}

void TestApexFaults::knowsOutages_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("401") << 401 << 20;
    QTest::newRow("403") << 403 << 20;
    QTest::newRow("500") << 500 << 102;
    QTest::newRow("404") << 404 << 104;
    QTest::newRow("503") << 503 << 102;
}

void TestApexFaults::knowsOutages()
{
    QFETCH(int, status);
    QFETCH(int, code);
    FaultyApexVenue venue(R"({"list":{"*":{"do":"status","status":)" + QByteArray::number(status) + "}}}");
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(u"GetOpenOrders"_s, account()).isError(code));
}

void TestApexFaults::leavesWhoIsNotSignedInAlone()
{
    FaultyApexVenue venue(planFor(R"({"do":"error_code","code":102,"times":1})"));
    Socket socket(venue.webSocketUrl());
    QVERIFY(socket.call(u"CancelOrder"_s, faultyCancel).isError(20)); // and no fault is used up
    QVERIFY(venue.signedIn()->call(u"CancelOrder"_s, faultyCancel).isError(102));
}

QTEST_GUILESS_MAIN(TestApexFaults)
#include "test_apex_faults.moc"
