// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

using namespace practice;
using namespace probe;

class TestPracticeFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spoilsTheAnswerToACancel_data();
    void spoilsTheAnswerToACancel();
    void cutsWhereItSays();
    void liesAboutTheLength();
    void dripsByTheClock();
    void leavesARequestUnread();
    void closesAndOpensAgain();
    void answersWithAnotherStatus_data();
    void answersWithAnotherStatus();
    void answersWithAnErrorCode_data();
    void answersWithAnErrorCode();
    void appliesAsOftenAsTold();
    void choosesTheClosestFault();
    void countsEveryArrival();
    void leavesUnsignedCallsAlone();
    void spoilsLists_data();
    void spoilsLists();
    void spoilsHistoryTradesAndUser();
    void refusesABadPlan_data();
    void refusesABadPlan();
    void replacesThePlan();
};

void TestPracticeFaults::spoilsTheAnswerToACancel_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status"); // 0: no whole answer and the connection closed; -1: it stays open
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("acts");
    const QByteArray none;
    QTest::newRow("drop before") << R"({"do":"drop_before"})"_ba << 0 << none << false;
    QTest::newRow("drop after") << R"({"do":"drop_after"})"_ba << 0 << none << true;
    QTest::newRow("half status line") << R"({"do":"half_status_line"})"_ba << 0 << "HTTP/1"_ba << true;
    QTest::newRow("half body") << R"({"do":"half_body"})"_ba << 0 << "HTTP/1.1 200 OK\r\n"_ba << true;
    QTest::newRow("garbage") << R"({"do":"garbage"})"_ba << -1 << "\x05"_ba << true;
    QTest::newRow("long") << R"({"do":"long_length"})"_ba << -1 << "HTTP/1.1 200 OK\r\n"_ba << true;
    QTest::newRow("short") << R"({"do":"short_length"})"_ba << 200 << R"({"data":{"oms_order_id":"77"},)"_ba
                           << true;
    QTest::newRow("half reply") << R"({"do":"half_reply"})"_ba << 0 << "HTTP/1.1 200 OK\r\n"_ba << true;
    QTest::newRow("html") << R"({"do":"html"})"_ba << 200 << "<!DOCTYPE html>"_ba << false;
    QTest::newRow("html, acting") << R"({"do":"html","acts":true})"_ba << 200 << "<!DOCTYPE html>"_ba << true;
    QTest::newRow("wrong JSON") << R"({"do":"wrong_json"})"_ba << 200 << R"({"version")"_ba << true;
    QTest::newRow("truncated JSON") << R"({"do":"truncated_json"})"_ba << 200
                                    << R"({"data":{"oms_order_id":"77"},)"_ba << true;
    QTest::newRow("empty") << R"({"do":"empty"})"_ba << 200 << none << true;
    QTest::newRow("empty, idle") << R"({"do":"empty","acts":false})"_ba << 200 << none << false;
    QTest::newRow("foreign id") << R"({"do":"foreign_id","order_id":"4711"})"_ba << 200
                                << R"({"data":{"oms_order_id":"4711"})"_ba << true;
    QTest::newRow("hollow ok") << R"({"do":"hollow_ok"})"_ba << 200
                               << R"({"status":"success","message":"")"_ba << false;
}

void TestPracticeFaults::spoilsTheAnswerToACancel()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    QFETCH(bool, acts);
    FaultyVenue venue(cancelPlan(fault));
    if (status < 0) {
        Client client(venue.port());
        client.send(request("DELETE", faultTarget, venue.bearer()));
        QTRY_VERIFY2(client.unread().startsWith(start), client.unread());
        QVERIFY(!client.isClosed());
        QCOMPARE(venue.status(), u"CANCEL_PENDING"_s);
        return;
    }
    const Answer answer = venue.cancel(faultTarget);
    QCOMPARE(answer.status, status);
    const QByteArray seen = status == 0 ? answer.head : answer.body;
    QVERIFY2(seen.startsWith(start), seen);
    QCOMPARE(seen.isEmpty(), start.isEmpty());
    QCOMPARE(answer.isClosed, status == 0);
    QCOMPARE(venue.status(), acts ? u"CANCEL_PENDING"_s : u"CONFIRMED"_s);
    QCOMPARE(venue.arrivals(), 1);
    if (fault.contains("truncated"))
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    if (fault.contains("html"))
        QCOMPARE(answer.header("content-type"), "text/html; charset=utf-8");
}

void TestPracticeFaults::cutsWhereItSays()
{
    FaultyVenue venue(cancelPlan(R"([{"do":"half_status_line","times":1},{"do":"half_body"}])"));
    QCOMPARE(venue.cancel(faultTarget).head, "HTTP/1.");
    const Answer answer = venue.cancel(faultTarget);
    const qsizetype end = answer.head.indexOf("\r\n\r\n");
    QVERIFY(end > 0);
    const qsizetype come = answer.head.size() - end - 4;
    QCOMPARE(come, answer.header("content-length").toLongLong() / 2);
    QVERIFY(come > 0);
}

void TestPracticeFaults::liesAboutTheLength()
{
    FaultyVenue venue(cancelPlan(R"([{"do":"long_length","times":1},{"do":"short_length"}])"));
    for (const bool isLong : {true, false}) {
        Client client(venue.port());
        client.send(request("DELETE", faultTarget, venue.bearer()));
        QTRY_VERIFY(client.unread().endsWith('}'));
        const QByteArray bytes = client.unread();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype size = bytes.size() - end - 4;
        const QByteArray said = "Content-Length: " + QByteArray::number(isLong ? size + 10 : size / 2);
        QVERIFY2(bytes.contains(said + "\r\n"), bytes);
        QCOMPARE(bytes.count("Content-Length"), 1);
    }
}

void TestPracticeFaults::dripsByTheClock()
{
    FaultyVenue venue(cancelPlan(R"({"do":"slow_drip","after_ms":50})"));
    Client client(venue.port());
    client.send(request("DELETE", faultTarget, venue.bearer()));
    QTRY_COMPARE(client.unread(), "H");
    QCOMPARE(venue.status(), u"CANCEL_PENDING"_s);
    venue.clock.advance(base::milliseconds(49));
    QCoreApplication::processEvents();
    QCOMPARE(client.unread(), "H");
    venue.clock.advance(base::milliseconds(1));
    QTRY_COMPARE(client.unread(), "HT");
    venue.clock.advance(base::seconds(60));
    QCOMPARE(client.read().json()["status"_L1].toString(), u"success"_s);
    client.send(request("DELETE", faultTarget, venue.bearer())); // the connection is still good
    QTRY_COMPARE(client.unread(), "H");
}

void TestPracticeFaults::leavesARequestUnread()
{
    FaultyVenue venue("{}");
    venue.venue.server().dropUnread("DELETE");
    for (int number = 1; number <= 2; ++number) {
        const Answer answer = venue.cancel(faultTarget);
        QVERIFY(answer.isClosed);
        QCOMPARE(answer.head, "");
        QCOMPARE(venue.venue.server().unreadCount(), number);
    }
    QCOMPARE(venue.arrivals(), 0);
    QCOMPARE(venue.status(), u"CONFIRMED"_s);
    QCOMPARE(venue.get("/api/v1/orders?type=pending").status, 200); // only what was meant
    venue.venue.server().dropUnread({});
    QCOMPARE(venue.cancel(faultTarget).status, 200);
    QCOMPARE(venue.venue.server().unreadCount(), 2);
}

void TestPracticeFaults::closesAndOpensAgain()
{
    FaultyVenue venue("{}");
    const quint16 port = venue.port();
    Client old(port);
    QVERIFY(!old.isClosed());
    QTRY_COMPARE(venue.venue.server().connectionCount(), 1);
    venue.venue.server().close();
    QTRY_VERIFY(old.isClosed());
    QTcpSocket refused;
    refused.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(venue.venue.server().listen(port));
    QCOMPARE(venue.cancel(faultTarget).status, 200);
}

void TestPracticeFaults::answersWithAnotherStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("429") << 429 << R"(,"retry_after":7)"_ba
                         << "Retry-After"_ba
                         << "7"_ba;
    QTest::newRow("429, no time") << 429 << R"(,"bare":true)"_ba
                                  << "Retry-After"_ba
                                  << ""_ba;
    QTest::newRow("302") << 302 << ""_ba
                         << "Location"_ba
                         << "/moved/api/v1/orders/77"_ba;
    QTest::newRow("307") << 307 << R"(,"location":"http://127.0.0.1:1/x")"_ba
                         << "Location"_ba
                         << "http://127.0.0.1:1/x"_ba;
    for (const int status : {401, 403, 500, 502, 503})
        QTest::addRow("%d", status) << status << ""_ba
                                    << ""_ba
                                    << ""_ba;
}

void TestPracticeFaults::answersWithAnotherStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    FaultyVenue venue(cancelPlan(R"({"do":"status","status":)" + QByteArray::number(status) + more + '}'));
    const Answer answer = venue.cancel(faultTarget);
    QCOMPARE(answer.status, status);
    if (!header.isEmpty())
        QCOMPARE(answer.header(header), value);
    if (status == 429)
        QCOMPARE(answer.json(), fixture("tl_error_rate_limit_429.json").object());
    if (status == 401)
        QCOMPARE(answer.json(), fixture("tl_error_401.json").object());
    QCOMPARE(venue.status(), u"CONFIRMED"_s);
}

void TestPracticeFaults::answersWithAnErrorCode_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("fixtureName");
    QTest::addColumn<QString>("message");
    QTest::newRow("40000") << R"("code":40000)"_ba
                           << "tl_error_40000_cancel.json"_ba << QString();
    QTest::newRow("44000") << R"("code":44000)"_ba
                           << "tl_error_44000_kart.json"_ba << QString();
    QTest::newRow("45000") << R"("code":45000)"_ba
                           << "tl_error_45000_cancel.json"_ba << QString();
    QTest::newRow("16344") << R"("code":16344)"_ba
                           << "tl_error_45000_cancel.json"_ba << QString();
    QTest::newRow("45010") << R"("code":45010)"_ba
                           << "tl_error_45010.json"_ba << QString();
    QTest::newRow("16115") << R"("code":16115)"_ba
                           << ""_ba << u"Error from backend: (16115)-cancel rejected"_s;
    QTest::newRow("own words") << R"("code":45000,"message":"no \"such\" thing")"_ba
                               << ""_ba << u"no \"such\" thing"_s;
}

void TestPracticeFaults::answersWithAnErrorCode()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, fixtureName);
    QFETCH(QString, message);
    FaultyVenue venue(cancelPlan(R"({"do":"error_code",)" + more + '}'));
    const Answer answer = venue.cancel(faultTarget);
    if (!fixtureName.isEmpty())
        QCOMPARE(answer.json(), fixture(fixtureName.constData()).object());
    else
        QCOMPARE(answer.json()["message"_L1].toString(), message);
    QCOMPARE(venue.status(), u"CONFIRMED"_s);
}

void TestPracticeFaults::appliesAsOftenAsTold()
{
    FaultyVenue venue(
        cancelPlan(R"([{"do":"status","status":503,"times":2},{"do":"status","status":429,"times":1}])"));
    QCOMPARE(venue.cancel(faultTarget).status, 503);
    QCOMPARE(venue.cancel(faultTarget).status, 503);
    QCOMPARE(venue.cancel(faultTarget).status, 429);
    QCOMPARE(venue.cancel(faultTarget).status, 200);
    QCOMPARE(venue.arrivals(), 4);
}

void TestPracticeFaults::choosesTheClosestFault()
{
    FaultyVenue venue(R"({"cancel":{"*":{"do":"status","status":503},"77":{"do":"status","status":429},
                          "90:THIRD":{"do":"status","status":500}}})");
    QCOMPARE(venue.cancel(faultTarget).status, 429);
    QCOMPARE(venue.cancel("/api/v1/orders/78").status, 503);
    QCOMPARE(venue.cancel("/api/v1/orders/kart/90", R"({"leg_order_indicator":"third"})").status, 500);
    QCOMPARE(venue.cancel("/api/v1/orders/kart/90", R"({"leg_order_indicator":"ENTRY"})").status, 503);
    QCOMPARE(venue.get("/api/v1/orders?type=pending").status, 200);
}

void TestPracticeFaults::countsEveryArrival()
{
    FaultyVenue venue(cancelPlan(R"({"do":"drop_before"})"));
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(venue.cancel(faultTarget).status, 0);
        QCOMPARE(venue.arrivals(), number);
        QCOMPARE(venue.venue.arrivals().arrivals().back().orderId, u"77"_s);
    }
    QCOMPARE(venue.venue.server().connectionCount(), 0);
}

void TestPracticeFaults::leavesUnsignedCallsAlone()
{
    FaultyVenue venue(cancelPlan(R"({"do":"status","status":503,"times":1})"));
    QCOMPARE(venue.ask(request("DELETE", faultTarget)).status, 401);
    QCOMPARE(venue.cancel(faultTarget).status, 503); // it was not used up
}

void TestPracticeFaults::spoilsLists_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("html") << "pending"_ba
                          << R"({"do":"html"})"_ba << 200 << "<!DOCTYPE html>"_ba;
    QTest::newRow("any") << "*"_ba
                         << R"({"do":"status","status":502})"_ba << 502 << "<html>"_ba;
    QTest::newRow("truncated") << "pending"_ba
                               << R"({"do":"truncated_json"})"_ba << 200 << R"({"data":{"orders":[{)"_ba;
    QTest::newRow("wrong") << "pending"_ba
                           << R"({"do":"wrong_json"})"_ba << 200 << R"({"version")"_ba;
    QTest::newRow("forbidden") << "pending"_ba
                               << R"({"do":"error_code","code":40000})"_ba << 200
                               << R"({"data":{},"error_code":40000,"message":"Request forbidden")"_ba;
    QTest::newRow("dropped") << "pending"_ba
                             << R"({"do":"drop_before"})"_ba << 0 << ""_ba;
    QTest::newRow("halved") << "pending"_ba
                            << R"({"do":"half_reply"})"_ba << 0 << "HTTP/1.1 200 OK"_ba;
    QTest::newRow("another list") << "completed"_ba
                                  << R"({"do":"html"})"_ba << 200 << R"({"data":{"orders":[{)"_ba;
}

void TestPracticeFaults::spoilsLists()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    FaultyVenue venue(R"({"list":{")" + key + "\":" + fault + "}}");
    const Answer answer = venue.get("/api/v1/orders?type=pending");
    QCOMPARE(answer.status, status);
    const QByteArray seen = status == 0 ? answer.head : answer.body;
    QVERIFY2(seen.startsWith(start), seen.left(100));
    QCOMPARE(venue.cancel(faultTarget).status, 200);
}

void TestPracticeFaults::spoilsHistoryTradesAndUser()
{
    FaultyVenue venue(R"({"history":{"77":{"do":"status","status":500}},"list":{"trades":{"do":"empty"}},
                          "user":{"trading_info":{"do":"html"}}})");
    QCOMPARE(venue.get("/api/v1/order/77/history").status, 500);
    QCOMPARE(venue.get("/api/v1/order/78/history").status, 200);
    QCOMPARE(venue.get("/api/v1/trades").body, "");
    QVERIFY(venue.get("/api/v1/user/trading_info").body.startsWith("<!DOCTYPE"));
    QVERIFY(venue.get("/api/v1/user/profile").body.startsWith("{"));
}

void TestPracticeFaults::refusesABadPlan_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("no JSON") << "nonsense"_ba;
    QTest::newRow("an array") << "[]"_ba;
    QTest::newRow("unknown fault") << cancelPlan(R"({"do":"explode"})");
    QTest::newRow("no fault") << cancelPlan("5");
    QTest::newRow("unknown section") << R"({"cancels":{"*":{"do":"delay"}}})"_ba;
}

void TestPracticeFaults::refusesABadPlan()
{
    QFETCH(QByteArray, plan);
    FaultyVenue venue(cancelPlan(R"({"do":"status","status":503})"));
    const Answer answer = venue.ask(request("POST", "/practice/faults", {}, plan));
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json()["message"_L1].toString().isEmpty());
    QVERIFY(!venue.venue.setFaults(plan));
    QCOMPARE(venue.cancel(faultTarget).status, 503); // the old one stays
}

void TestPracticeFaults::replacesThePlan()
{
    FaultyVenue venue(cancelPlan(R"({"do":"status","status":503})"));
    QCOMPARE(venue.cancel(faultTarget).status, 503);
    QVERIFY(venue.venue.setFaults("{}"_ba));
    QCOMPARE(venue.cancel(faultTarget).status, 200);
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "test_practice_faults.moc"
