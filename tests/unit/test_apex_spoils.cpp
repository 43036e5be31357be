// SPDX-License-Identifier: Apache-2.0
// Faults of the APEX gateway below the frames and beside the calls: broken and dripping frames, calls that
// nobody reads, events that come twice or backwards, orders without an id.
#include "apex_probe.h"

using namespace practice;
using namespace probe;

class TestApexSpoils : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksFrames_data();
    void breaksFrames();
    void dripsLetters();
    void leavesACallUnread();
    void tellsEventsTwice();
    void tellsEventsBackwards();
    void losesLongIds();
};

void TestApexSpoils::breaksFrames_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("closes");
    QTest::newRow("half a head") << R"({"do":"half_status_line"})"_ba << true;
    QTest::newRow("half a frame") << R"({"do":"half_body"})"_ba << true;
    QTest::newRow("garbage") << R"({"do":"garbage"})"_ba << true;        // no client stands it
    QTest::newRow("too short") << R"({"do":"short_length"})"_ba << true; // nor this
    QTest::newRow("too long") << R"({"do":"long_length"})"_ba << false;
}

void TestApexSpoils::breaksFrames()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, closes);
    FaultyApexVenue venue(planFor(fault));
    const auto socket = venue.signedIn();
    const qint64 sequence = socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    if (closes) {
        QTRY_VERIFY(socket->isClosed());
    } else {
        socket->send(u"Ping"_s);
        QTRY_COMPARE(venue.count("Ping"), 1);
        QTRY_COMPARE(venue.venue.apexGateway().sessions().size(), socket->isClosed() ? 0 : 1);
    }
    for (const QString &text : std::as_const(socket->texts))
        QVERIFY(frameFrom(text).sequence != sequence);
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.state(), ApexState::Canceled);
}

void TestApexSpoils::dripsLetters()
{
    FaultyApexVenue venue(planFor(R"({"do":"slow_drip","after_ms":20})"));
    const auto socket = venue.watching();
    const qsizetype before = socket->texts.size();
    const qint64 sequence = socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_COMPARE(venue.count("CancelOrder"), 1);
    venue.clock.advance(base::seconds(1)); // the order is cancelled, and its event waits
    QCOMPARE(venue.state(), ApexState::Canceled);
    QCOMPARE(socket->texts.size(), before);
    venue.clock.advance(base::seconds(60));
    QVERIFY(socket->answer(sequence).isSuccess());
    QCOMPARE(socket->eventNames(), QStringList{u"OrderStateEvent"_s});
}

void TestApexSpoils::leavesACallUnread()
{
    FaultyApexVenue venue("{}");
    venue.venue.apexGateway().dropUnread(u"CancelOrder"_s);
    const auto socket = venue.signedIn();
    socket->send(u"CancelOrder"_s, faultyCancel);
    QTRY_VERIFY(socket->isClosed());
    QCOMPARE(venue.venue.apexGateway().unreadCount(), 1);
    QCOMPARE(venue.count("CancelOrder"), 0);
    venue.venue.apexGateway().dropUnread({});
    QVERIFY(venue.signedIn()->call(u"CancelOrder"_s, faultyCancel).isSuccess());
}

void TestApexSpoils::tellsEventsTwice()
{
    FaultyApexVenue venue(R"({"feed":{"events":{"twice":true}}})");
    const auto socket = venue.watching();
    QVERIFY(venue.market().cancelNow(77));
    const QList<Frame> events = socket->events();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].payload, events[1].payload);
}

void TestApexSpoils::tellsEventsBackwards()
{
    FaultyApexVenue venue(R"({"feed":{"events":{"reversed_ms":200}}})");
    const auto socket = venue.watching();
    QVERIFY(venue.market().fill(77, practice::apexDecimal("0.1")));
    QVERIFY(venue.market().cancelNow(77));
    QCOMPARE(socket->events().size(), 0);
    venue.clock.advance(base::milliseconds(200));
    QCOMPARE(socket->eventNames(),
             (QStringList{u"OrderStateEvent"_s, u"OrderStateEvent"_s, u"OrderTradeEvent"_s}));
    const QList<Frame> events = socket->events(u"OrderStateEvent"_s);
    QCOMPARE(events[0].json()["OrderState"_L1].toString(), u"Canceled"_s);
    QCOMPARE(events[1].json()["OrderState"_L1].toString(), u"Working"_s);
}

void TestApexSpoils::losesLongIds()
{
    practice::PracticeOptions options = Venue::stillOptions();
    options.apex.losesIds = true;
    ApexVenue venue(options);
    venue.add(77, 7, (1LL << 53) + 1);
    venue.add(78, 7, 5);
    const auto socket = venue.watching();
    QMap<qint64, qint64> ids; // by the client's own
    const QJsonArray rows = socket->call(u"GetOpenOrders"_s, account()).array();
    for (const QJsonValue &row : rows)
        ids.insert(row["ClientOrderId"_L1].toInteger(), row["OrderId"_L1].toInteger());
    QCOMPARE(ids.value((1LL << 53) + 1, -1), 0);
    QCOMPARE(ids.value(5), 78);
    QVERIFY(socket->call(u"CancelOrder"_s, account("\"ClOrderId\":9007199254740993")).isSuccess());
    venue.clock.advance(base::seconds(1));
    QCOMPARE(venue.order(77).state, ApexState::Canceled);
    QCOMPARE(socket->events().first().json()["OrderId"_L1].toInteger(-1), 0);
}

QTEST_GUILESS_MAIN(TestApexSpoils)
#include "test_apex_spoils.moc"
