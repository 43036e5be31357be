// SPDX-License-Identifier: Apache-2.0
#include "practice_probe.h"

using namespace practice;
using namespace probe;

namespace {

QString describe(const Market &market)
{
    QString text;
    for (const PracticeOrder &order : market.book().orders()) {
        text += u"%1|%2|%3|%4|%5|%6|%7\n"_s
                    .arg(order.orderId, order.instrument->tradingSymbol, order.leg, order.status)
                    .arg(order.price)
                    .arg(order.filled)
                    .arg(order.lastActivity);
    }
    return text;
}

QString dayOf(quint64 seed, int orders, base::seconds watched)
{
    support::ManualClock clock;
    Agenda agenda(clock);
    SeedOptions options;
    options.seed = seed;
    options.orders = orders;
    Accounts accounts(clock, agenda, options);
    Market &market = accounts.market(Broker::Pocketful);
    clock.advance(watched);
    return describe(market);
}

int openCount(const Book &book)
{
    return static_cast<int>(std::count_if(book.orders().begin(), book.orders().end(),
                                          [](const auto &order) { return !order.isDone(); }));
}

} // namespace

class TestPracticeSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedsAWholeDay();
    void seedsAsManyAsAskedFor_data();
    void seedsAsManyAsAskedFor();
    void seedsTheSameDayFromTheSameSeed();
    void movesTheSameWayFromTheSameSeed();
    void movesInEveryWay();
    void standsStill();
    void placesOrdersToday_data();
    void placesOrdersToday();
};

void TestPracticeSeed::seedsAWholeDay()
{
    Venue venue;
    const Book &book = venue.venue.market(Broker::Pocketful).book();
    QSet<QString> exchanges, types, legs, statuses, reasons;
    for (const PracticeOrder &order : book.orders()) {
        exchanges += order.instrument->exchange;
        types += order.executionType;
        legs += order.leg;
        statuses += order.status;
        reasons += order.rejectionReason;
    }
    QCOMPARE(exchanges, QSet<QString>({u"NSE"_s, u"BSE"_s, u"NFO"_s, u"MCX"_s}));
    QCOMPARE(types, QSet<QString>({u"REGULAR"_s, u"AMO"_s, u"CO"_s, u"BO"_s, u"SPD"_s}));
    QCOMPARE(legs, QSet<QString>({QString(), u"ENTRY"_s, u"SECOND"_s, u"THIRD"_s}));
    QVERIFY(statuses.contains(
        QSet<QString>({u"CONFIRMED"_s, u"PARTIAL_TRADE"_s, u"TRIGGER_PENDING"_s, u"MODIFY_CONFIRMED"_s,
                       u"CANCEL_REJECTED"_s, u"AMO_REQ_RECEIVED"_s, u"COMPLETE"_s, u"REJECTED"_s,
                       u"CANCEL_CONFIRMED"_s, u"AMO_CANCEL_CONFIRMED"_s})));
    QVERIFY(reasons.contains(QSet<QString>({u""_s, u"NONE"_s, u"--"_s})));
}

void TestPracticeSeed::seedsAsManyAsAskedFor_data()
{
    QTest::addColumn<int>("orders");
    for (const int orders : {0, 1, 5, 6, 7, 40, 41, 500})
        QTest::addRow("%d", orders) << orders;
}

void TestPracticeSeed::seedsAsManyAsAskedFor()
{
    QFETCH(int, orders);
    for (const Broker broker : brokers) {
        PracticeOptions options = Venue::stillOptions();
        options.orders = orders;
        Venue venue(options);
        const Book &book = venue.venue.market(broker).book();
        QCOMPARE(openCount(book), orders);
        for (const PracticeOrder &order : book.orders()) { // no leg without its entry
            if (!order.leg.isEmpty())
                QVERIFY(book.find(order.orderId, u"ENTRY"_s) != nullptr);
            QVERIFY(order.filled <= order.quantity);
            QCOMPARE(order.isAmo() || order.status == "REJECTED"_L1, order.lastActivity == 0);
        }
    }
}

void TestPracticeSeed::seedsTheSameDayFromTheSameSeed()
{
    QCOMPARE(dayOf(7, 200, base::seconds(0)), dayOf(7, 200, base::seconds(0)));
    QVERIFY(dayOf(7, 200, base::seconds(0)) != dayOf(8, 200, base::seconds(0)));
}

void TestPracticeSeed::movesTheSameWayFromTheSameSeed()
{
    const QString day = dayOf(7, 40, base::seconds(300));
    QVERIFY(day != dayOf(7, 40, base::seconds(0)));
    QCOMPARE(day, dayOf(7, 40, base::seconds(300)));
    QVERIFY(day != dayOf(8, 40, base::seconds(300)));
}

void TestPracticeSeed::movesInEveryWay()
{
    support::ManualClock clock;
    Agenda agenda(clock);
    Accounts accounts(clock, agenda, {});
    Market &market = accounts.market(Broker::Pace);
    const std::size_t before = market.book().orders().size();
    QSet<QString> changes;
    connect(&market, &Market::orderChanged, this, [&changes](const PracticeOrder &order) {
        const bool isStop = order.firstStatus == "TRIGGER_PENDING"_L1;
        changes += (isStop ? u"stop "_s : order.mode + u' ') + order.status;
    });
    clock.advance(base::seconds(1200));
    QVERIFY(market.book().orders().size() > before);
    QVERIFY(market.book().trades().size() > 20);
    QVERIFY(changes.contains(u"NEW PARTIAL_TRADE"_s));
    QVERIFY(changes.contains(u"NEW COMPLETE"_s));
    QVERIFY(changes.contains(u"MODIFY MODIFY_CONFIRMED"_s));
    QVERIFY(changes.contains(u"NEW CONFIRMED"_s));
    QVERIFY(changes.contains(u"stop CONFIRMED"_s));
    for (const PracticeOrder &order : market.book().orders())
        QVERIFY(order.filled >= 0 && order.filled <= order.quantity);
}

void TestPracticeSeed::standsStill()
{
    support::ManualClock clock;
    Agenda agenda(clock);
    SeedOptions options;
    options.still = true;
    Accounts accounts(clock, agenda, options);
    const QString before = describe(accounts.market(Broker::Pocketful));
    clock.advance(base::seconds(3600));
    QCOMPARE(describe(accounts.market(Broker::Pocketful)), before);
    QCOMPARE(clock.timerCount(), std::size_t(0));
}

void TestPracticeSeed::placesOrdersToday_data()
{
    QTest::addColumn<qint64>("wall"); // Unix milliseconds
    QTest::newRow("morning") << Q_INT64_C(1710480600000);
    QTest::newRow("a minute after midnight in India") << Q_INT64_C(1710441060000);
    QTest::newRow("before the opening") << Q_INT64_C(1710470000000);
    QTest::newRow("late evening") << Q_INT64_C(1710525500000);
}

void TestPracticeSeed::placesOrdersToday()
{
    QFETCH(qint64, wall);
    support::ManualClock clock;
    clock.setWall(base::WallTime(base::milliseconds(wall)));
    Agenda agenda(clock);
    Accounts accounts(clock, agenda, {});
    const qint64 midnight = (wall / 1000 + 19800) / 86400 * 86400 - 19800;
    const Book &book = accounts.market(Broker::Pocketful).book();
    for (const PracticeOrder &order : book.orders()) {
        QVERIFY(order.entryTime >= midnight);
        QVERIFY(order.entryTime <= wall / 1000);
        QVERIFY(order.orderId.startsWith(u"20240315"_s));
    }
}

QTEST_GUILESS_MAIN(TestPracticeSeed)
#include "test_practice_seed.moc"
