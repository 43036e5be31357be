// SPDX-License-Identifier: Apache-2.0
#include "practice_samples.h"

using namespace practice;
using namespace probe;

class TestPracticeReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysTheAnswer();
    void survivesAClientThatLeavesBeforeADelayedAnswer();
    void keepsSilent();
    void playsOutAReceipt_data();
    void playsOutAReceipt();
    void validatesBeforeAReceipt();
    void showsAStaleList();
};

void TestPracticeReceipts::delaysTheAnswer()
{
    FaultyVenue venue(cancelPlan(R"({"do":"delay","after_ms":5000})"));
    Client client(venue.port());
    client.send(request("DELETE", faultTarget, venue.bearer()));
    QTRY_COMPARE(venue.status(), u"CANCEL_PENDING"_s); // it acts at once
    venue.clock.advance(base::milliseconds(4999));
    QCoreApplication::processEvents();
    QCOMPARE(client.unread(), "");
    venue.clock.advance(base::milliseconds(1));
    QCOMPARE(client.read().json()["data"_L1]["oms_order_id"_L1].toString(), u"77"_s);
}

void TestPracticeReceipts::survivesAClientThatLeavesBeforeADelayedAnswer()
{
    FaultyVenue venue(cancelPlan(R"({"do":"delay","after_ms":5000})", "*"));
    for (const int order : {77, 78}) {
        Client client(venue.port());
        client.send(request("DELETE", "/api/v1/orders/" + QByteArray::number(order), venue.bearer()));
        QTRY_COMPARE(venue.venue.arrivals().arrivals().size(), std::size_t(order - 76));
        client.leave();
        QTRY_COMPARE(venue.venue.server().connectionCount(), 0);
    }
    venue.clock.advance(base::seconds(10));
    QCOMPARE(venue.get("/api/v1/trades").status, 200);
    QCOMPARE(venue.status(), u"CANCEL_CONFIRMED"_s); // a client that leaves takes nothing back
}

void TestPracticeReceipts::keepsSilent()
{
    for (const bool acts : {false, true}) {
        FaultyVenue venue(cancelPlan(acts ? R"({"do":"silence","acts":true})" : R"({"do":"silence"})"));
        Client client(venue.port());
        client.send(request("DELETE", faultTarget, venue.bearer()));
        QTRY_COMPARE(venue.arrivals(), 1);
        QTRY_VERIFY(venue.venue.arrivals().arrivals().back().isComplete);
        venue.clock.advance(base::seconds(3600));
        QCOMPARE(venue.get("/api/v1/trades").status, 200); // long enough for an answer to come
        QCOMPARE(client.unread(), "");
        QVERIFY(!client.isClosed());
        QCOMPARE(venue.status(), acts ? u"CANCEL_CONFIRMED"_s : u"CONFIRMED"_s);
    }
}

void TestPracticeReceipts::playsOutAReceipt_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("atOnce");
    QTest::addColumn<QString>("then"); // at 300 ms
    QTest::addColumn<QString>("atEnd");
    QTest::addColumn<int>("filled");
    const QString pending = u"CANCEL_PENDING"_s;
    QTest::newRow("fill") << R"({"do":"receipt_then_fill","after_ms":300})"_ba << pending << u"COMPLETE"_s
                          << u"COMPLETE"_s << 100;
    QTest::newRow("partial") << R"({"do":"receipt_then_partial_then_cancel","after_ms":300,"quantity":30})"_ba
                             << pending << pending << u"CANCEL_CONFIRMED"_s << 30;
    QTest::newRow("partial, half") << R"({"do":"receipt_then_partial_then_cancel","after_ms":300})"_ba
                                   << pending << pending << u"CANCEL_CONFIRMED"_s << 50;
    QTest::newRow("late cancel") << R"({"do":"receipt_then_cancel","after_ms":300})"_ba << pending
                                 << u"CANCEL_CONFIRMED"_s << u"CANCEL_CONFIRMED"_s << 0;
    QTest::newRow("rejected") << R"({"do":"receipt_then_cancel_rejected","after_ms":300})"_ba << pending
                              << u"CANCEL_REJECTED"_s << u"CANCEL_REJECTED"_s << 0;
    QTest::newRow("nothing") << R"({"do":"receipt_then_nothing"})"_ba << u"CONFIRMED"_s << u"CONFIRMED"_s
                             << u"CONFIRMED"_s << 0;
}

void TestPracticeReceipts::playsOutAReceipt()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, atOnce);
    QFETCH(QString, then);
    QFETCH(QString, atEnd);
    QFETCH(int, filled);
    FaultyVenue venue(cancelPlan(fault));
    const qint64 before = venue.market().book().find(u"77"_s)->lastActivity;
    QCOMPARE(venue.cancel(faultTarget).json(),
             QJsonDocument::fromJson(
                 QByteArray(R"({"data":{"oms_order_id":"77"},"message":"Order cancellation request )"
                            R"(submitted for OMS Order: 77","status":"success"})"))
                 .object());
    QCOMPARE(venue.status(), atOnce);
    venue.clock.advance(base::milliseconds(299));
    QCOMPARE(venue.status(), atOnce);
    venue.clock.advance(base::milliseconds(1));
    QCOMPARE(venue.status(), then);
    venue.clock.advance(base::seconds(60));
    QCOMPARE(venue.status(), atEnd);
    QCOMPARE(venue.market().book().find(u"77"_s)->filled, filled);
    QCOMPARE(venue.market().book().find(u"77"_s)->lastActivity > before, atEnd != u"CONFIRMED"_s);
}

void TestPracticeReceipts::validatesBeforeAReceipt()
{
    FaultyVenue venue(cancelPlan(R"({"do":"receipt_then_fill"})", "*"));
    QCOMPARE(venue.cancel("/api/v1/orders/77?execution_type=BO").json()["error_code"_L1].toInt(), 44000);
    QVERIFY(venue.market().fill(u"77"_s, 100));
    QCOMPARE(venue.cancel(faultTarget).json(), fixture("tl_error_already_traded.json").object());
}

void TestPracticeReceipts::showsAStaleList()
{
    FaultyVenue venue(R"({"list":{"pending":{"do":"stale_list","times":2}}})");
    QVERIFY(venue.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s));
    for (int read = 0; read < 2; ++read)
        QCOMPARE(venue.row("pending", u"77"_s)["order_status"_L1].toString(), u"CONFIRMED"_s);
    QVERIFY(venue.isListed("completed", u"77"_s));
    QVERIFY(!venue.isListed("pending", u"77"_s));
}

QTEST_GUILESS_MAIN(TestPracticeReceipts)
#include "test_practice_receipts.moc"
