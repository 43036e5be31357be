// SPDX-License-Identifier: Apache-2.0
#include "practice_probe.h"

#include <QSignalSpy>

using namespace practice;
using namespace probe;

namespace {

// A market of our own making: an empty book on a clock turned by hand.
struct Bench
{
    explicit Bench(MarketOptions options = {}, Broker broker = Broker::Pocketful)
        : agenda(clock)
        , market(profileOf(broker), clock, agenda, options)
    {
    }

    PracticeOrder &add(const PracticeOrder &order) { return market.addOrder(order); }
    void addBracket(qint64 entryFilled)
    {
        PracticeOrder entry =
            order(u"B1"_s, u"BO"_s, u"ENTRY"_s, u"11"_s, entryFilled == 100 ? u"COMPLETE"_s : u"CONFIRMED"_s);
        entry.filled = entryFilled;
        add(entry);
        add(order(u"B1"_s, u"BO"_s, u"SECOND"_s, u"12"_s, entryFilled > 0 ? u"CONFIRMED"_s : u"PENDING"_s));
        PracticeOrder stop = order(u"B1"_s, u"BO"_s, u"THIRD"_s, u"13"_s,
                                   entryFilled > 0 ? u"TRIGGER_PENDING"_s : u"PENDING"_s);
        stop.type = u"SL"_s;
        stop.triggerPrice = 1100;
        add(stop);
    }
    [[nodiscard]] const PracticeOrder &at(const QString &leg) const
    {
        return *market.book().find(u"B1"_s, leg);
    }

    support::ManualClock clock;
    Agenda agenda;
    Market market;
};

} // namespace

class TestPracticeMarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmsACancelAMomentLater();
    void confirmsAtOnceWithoutLatency();
    void refusesACancelThatComesTooLate_data();
    void refusesACancelThatComesTooLate();
    void letsAFillOvertakeACancel();
    void keepsThePartThatTraded();
    void dropsTheLegsOfAnUnfilledEntry();
    void keepsTheLegsOfAFilledEntry();
    void squaresOffALegOfAFilledEntry();
    void takesALegAwayWhereItIsToldTo();
    void takesALegAwayBeforeTheEntryTrades();
    void startsTheLegsWhenTheEntryTrades();
    void endsTheOtherLegWhenOneTrades();
    void movesTheActivityWithEveryChange();
    void keepsTheActivityOfAmoAtZero();
    void averagesThePriceOfItsFills();
    void playsTheScriptOfACancel();
    void keepsAWholeFillPending();
    void takesATradeBack_data();
    void takesATradeBack();
    void acknowledgesWhatIsAccepted();
};

void TestPracticeMarket::confirmsACancelAMomentLater()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QSignalSpy changes(&bench.market, &Market::orderChanged);
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QCOMPARE(order.status, u"CANCEL_PENDING"_s);
    QCOMPARE(bench.market.cancel(order), CancelAnswer::AlreadyPending);
    bench.clock.advance(base::milliseconds(119));
    QCOMPARE(order.status, u"CANCEL_PENDING"_s);
    bench.clock.advance(base::milliseconds(1));
    QCOMPARE(order.status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(changes.size(), 2);

    PracticeOrder &amo = bench.add(probe::order(u"2"_s, u"AMO"_s, {}, {}, u"AMO_REQ_RECEIVED"_s));
    QCOMPARE(bench.market.cancel(amo), CancelAnswer::Taken);
    bench.clock.advance(base::milliseconds(120));
    QCOMPARE(amo.status, u"AMO_CANCEL_CONFIRMED"_s);
}

void TestPracticeMarket::confirmsAtOnceWithoutLatency()
{
    Bench bench({base::milliseconds(0), true});
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QCOMPARE(order.status, u"CANCEL_CONFIRMED"_s);
}

void TestPracticeMarket::refusesACancelThatComesTooLate_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<CancelAnswer>("answer");
    QTest::newRow("traded") << u"COMPLETE"_s << CancelAnswer::AlreadyTraded;
    QTest::newRow("cancelled") << u"CANCEL_CONFIRMED"_s << CancelAnswer::AlreadyGone;
    QTest::newRow("rejected") << u"REJECTED"_s << CancelAnswer::AlreadyGone;
    QTest::newRow("rejected cancel is open") << u"CANCEL_REJECTED"_s << CancelAnswer::Taken;
    QTest::newRow("unknown word is open") << u"SOMETHING_NEW"_s << CancelAnswer::Taken;
}

void TestPracticeMarket::refusesACancelThatComesTooLate()
{
    QFETCH(QString, status);
    QFETCH(CancelAnswer, answer);
    Bench bench;
    QCOMPARE(bench.market.cancel(bench.add(probe::order(u"1"_s, u"REGULAR"_s, {}, {}, status))), answer);
}

void TestPracticeMarket::letsAFillOvertakeACancel()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QVERIFY(bench.market.fill(u"1"_s, 100));
    bench.clock.advance(base::seconds(1));
    QCOMPARE(order.status, u"COMPLETE"_s);
    QVERIFY(!bench.market.fill(u"1"_s, 1));
}

void TestPracticeMarket::keepsThePartThatTraded()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QVERIFY(bench.market.fill(u"1"_s, 30));
    QCOMPARE(order.status, u"CANCEL_PENDING"_s);
    bench.clock.advance(base::seconds(1));
    QCOMPARE(order.status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(order.filled, 30);
    QCOMPARE(order.shownRemaining(), 0);
}

void TestPracticeMarket::dropsTheLegsOfAnUnfilledEntry()
{
    Bench bench;
    bench.addBracket(0);
    QCOMPARE(bench.market.cancel(*bench.market.book().find(u"B1"_s, u"ENTRY"_s)), CancelAnswer::Taken);
    bench.clock.advance(base::milliseconds(120));
    QCOMPARE(bench.at(u"ENTRY"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(bench.at(u"THIRD"_s).status, u"PENDING"_s); // not in the same moment
    bench.clock.advance(base::milliseconds(120));
    QCOMPARE(bench.at(u"SECOND"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(bench.at(u"THIRD"_s).status, u"CANCEL_CONFIRMED"_s);
    QVERIFY(bench.market.book().trades().empty());
}

void TestPracticeMarket::keepsTheLegsOfAFilledEntry()
{
    Bench bench;
    bench.addBracket(40);
    QCOMPARE(bench.market.cancel(*bench.market.book().find(u"B1"_s, u"ENTRY"_s)), CancelAnswer::Taken);
    bench.clock.advance(base::seconds(5));
    QCOMPARE(bench.at(u"ENTRY"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(bench.at(u"THIRD"_s).status, u"TRIGGER_PENDING"_s);
}

void TestPracticeMarket::squaresOffALegOfAFilledEntry()
{
    Bench bench;
    bench.addBracket(100);
    QSignalSpy trades(&bench.market, &Market::traded);
    QCOMPARE(bench.market.cancel(*bench.market.book().find(u"B1"_s, u"THIRD"_s)), CancelAnswer::Taken);
    QCOMPARE(trades.size(), 0);
    bench.clock.advance(base::seconds(1));
    const PracticeOrder &leg = bench.at(u"THIRD"_s);
    QCOMPARE(leg.status, u"COMPLETE"_s);
    QCOMPARE(leg.mode, u"SQUAREOFF"_s);
    QCOMPARE(leg.type, u"MARKET"_s);
    QCOMPARE(leg.filled, 100);
    QCOMPARE(bench.at(u"SECOND"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(trades.size(), 1);
}

void TestPracticeMarket::takesALegAwayWhereItIsToldTo()
{
    Bench bench({base::milliseconds(120), false});
    bench.addBracket(100);
    QCOMPARE(bench.market.cancel(*bench.market.book().find(u"B1"_s, u"THIRD"_s)), CancelAnswer::Taken);
    bench.clock.advance(base::seconds(1));
    QCOMPARE(bench.at(u"THIRD"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(bench.at(u"SECOND"_s).status, u"CONFIRMED"_s);
}

void TestPracticeMarket::takesALegAwayBeforeTheEntryTrades()
{
    Bench bench;
    bench.addBracket(0);
    QCOMPARE(bench.market.cancel(*bench.market.book().find(u"B1"_s, u"SECOND"_s)), CancelAnswer::Taken);
    bench.clock.advance(base::seconds(1));
    QCOMPARE(bench.at(u"SECOND"_s).status, u"CANCEL_CONFIRMED"_s);
    QCOMPARE(bench.at(u"SECOND"_s).filled, 0);
    QCOMPARE(bench.at(u"ENTRY"_s).status, u"CONFIRMED"_s);
}

void TestPracticeMarket::startsTheLegsWhenTheEntryTrades()
{
    Bench bench;
    bench.addBracket(0);
    QVERIFY(bench.market.fill(u"B1"_s, 100, u"ENTRY"_s));
    QCOMPARE(bench.at(u"ENTRY"_s).status, u"COMPLETE"_s);
    QCOMPARE(bench.at(u"SECOND"_s).status, u"CONFIRMED"_s);
    QCOMPARE(bench.at(u"THIRD"_s).status, u"TRIGGER_PENDING"_s);
}

void TestPracticeMarket::endsTheOtherLegWhenOneTrades()
{
    Bench bench;
    bench.addBracket(100);
    QVERIFY(bench.market.fill(u"B1"_s, 100, u"SECOND"_s));
    QCOMPARE(bench.at(u"THIRD"_s).status, u"CANCEL_CONFIRMED"_s);
}

void TestPracticeMarket::movesTheActivityWithEveryChange()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    qint64 last = order.lastActivity;
    QVERIFY(last > qint64(1) << 53); // no double holds it
    const auto grew = [&] { return order.lastActivity > std::exchange(last, order.lastActivity); };
    bench.market.modifyPrice(order, 1195); // in the same millisecond
    QVERIFY(grew());
    QVERIFY(bench.market.fill(u"1"_s, 10));
    QVERIFY(grew());
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QVERIFY(grew());
    QVERIFY(static_cast<qint64>(static_cast<double>(last)) != last);
}

void TestPracticeMarket::keepsTheActivityOfAmoAtZero()
{
    Bench bench;
    PracticeOrder &amo = bench.add(probe::order(u"1"_s, u"AMO"_s, {}, {}, u"AMO_REQ_RECEIVED"_s));
    QCOMPARE(bench.market.cancel(amo), CancelAnswer::Taken);
    bench.clock.advance(base::seconds(1));
    QCOMPARE(amo.lastActivity, 0);
    QCOMPARE(amo.exchangeOrderId, QString());
}

void TestPracticeMarket::averagesThePriceOfItsFills()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QVERIFY(bench.market.fill(u"1"_s, 50));
    QCOMPARE(order.status, u"PARTIAL_TRADE"_s);
    QCOMPARE(order.averagePrice, 1190);
    bench.market.modifyPrice(order, 1290);
    QVERIFY(bench.market.fill(u"1"_s, 5000)); // no more than is left
    QCOMPARE(order.filled, 100);
    QCOMPARE(order.averagePrice, 1240);
    QCOMPARE(bench.market.book().trades().size(), std::size_t(2));
}

void TestPracticeMarket::playsTheScriptOfACancel()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    using Kind = Deed::Kind;
    bench.market.scriptCancel(order, {{base::milliseconds(100), Kind::Fill, 20},
                                      {base::milliseconds(300), Kind::MarkPending},
                                      {base::milliseconds(400), Kind::Fill, 30},
                                      {base::milliseconds(500), Kind::Cancel},
                                      {base::milliseconds(900), Kind::Bust, 50},
                                      {base::milliseconds(950), Kind::FillKeepingStatus, 40}});
    bench.clock.advance(base::seconds(1));
    QCOMPARE(order.filled, 0); // it waits for the cancel
    QCOMPARE(bench.market.cancel(order), CancelAnswer::Taken);
    QCOMPARE(order.status, u"CONFIRMED"_s); // nothing of the usual course
    const auto expect = [&](int ms, const QString &status, qint64 filled) {
        bench.clock.advance(base::milliseconds(ms));
        QCOMPARE(order.status, status);
        QCOMPARE(order.filled, filled);
    };
    expect(299, u"PARTIAL_TRADE"_s, 20);
    expect(1, u"CANCEL_PENDING"_s, 20);
    expect(100, u"CANCEL_PENDING"_s, 50);
    expect(100, u"CANCEL_CONFIRMED"_s, 50);
    expect(400, u"CANCEL_CONFIRMED"_s, 0);
    expect(50, u"CANCEL_CONFIRMED"_s, 40);
    QVERIFY(order.isBeingMoved);
    // A script is for one cancel.
    PracticeOrder &second = bench.add(probe::order(u"2"_s));
    bench.market.scriptCancel(second, {{base::milliseconds(0), Kind::RejectCancel}});
    QCOMPARE(bench.market.cancel(second), CancelAnswer::Taken);
    bench.clock.advance(base::milliseconds(0));
    QCOMPARE(second.status, u"CANCEL_REJECTED"_s);
    bench.market.perform(second, {{}, Kind::AskElsewhere});
    QCOMPARE(second.status, u"CANCEL_PENDING"_s);
    bench.clock.advance(base::milliseconds(120));
    QCOMPARE(second.status, u"CANCEL_CONFIRMED"_s);
    bench.market.perform(second, {{}, Kind::Hide});
    QVERIFY(second.isHidden);
}

void TestPracticeMarket::keepsAWholeFillPending()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s));
    QSignalSpy trades(&bench.market, &Market::traded);
    bench.market.markCancelPending(order);
    bench.market.fillKeepingStatus(order, 1000); // no more than is left
    QCOMPARE(order.status, u"CANCEL_PENDING"_s);
    QCOMPARE(order.shownRemaining(), 0);
    QCOMPARE(order.averagePrice, 1190);
    QCOMPARE(trades.size(), 1);
    bench.market.rejectCancel(order);
    QCOMPARE(order.status, u"COMPLETE"_s);
    bench.market.fillKeepingStatus(order, 1);
    QCOMPARE(trades.size(), 1);
}

void TestPracticeMarket::takesATradeBack_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<QString>("after");
    QTest::addColumn<qint64>("filled");
    QTest::newRow("complete") << u"COMPLETE"_s << qint64(40) << u"PARTIAL_TRADE"_s << qint64(60);
    QTest::newRow("complete, all of it") << u"COMPLETE"_s << qint64(900) << u"CONFIRMED"_s << qint64(0);
    QTest::newRow("part") << u"PARTIAL_TRADE"_s << qint64(100) << u"CONFIRMED"_s << qint64(0);
    QTest::newRow("cancelled") << u"CANCEL_CONFIRMED"_s << qint64(40) << u"CANCEL_CONFIRMED"_s << qint64(60);
    QTest::newRow("pending") << u"CANCEL_PENDING"_s << qint64(40) << u"CANCEL_PENDING"_s << qint64(60);
}

void TestPracticeMarket::takesATradeBack()
{
    QFETCH(QString, status);
    QFETCH(qint64, quantity);
    QFETCH(QString, after);
    QFETCH(qint64, filled);
    Bench bench;
    PracticeOrder made = probe::order(u"1"_s, u"REGULAR"_s, {}, {}, status);
    made.filled = 100;
    made.averagePrice = 1190;
    PracticeOrder &order = bench.add(made);
    const qint64 activity = order.lastActivity;
    bench.market.bust(order, quantity);
    QCOMPARE(order.status, after);
    QCOMPARE(order.filled, filled);
    QCOMPARE(order.averagePrice, filled == 0 ? 0 : 1190);
    QVERIFY(order.lastActivity > activity);
}

void TestPracticeMarket::acknowledgesWhatIsAccepted()
{
    Bench bench;
    PracticeOrder &order = bench.add(probe::order(u"1"_s, u"REGULAR"_s, {}, {}, u"ACCEPTED"_s));
    order.exchangeOrderId.clear();
    bench.market.acknowledge(order);
    QCOMPARE(order.status, u"CONFIRMED"_s);
    const QString number = order.exchangeOrderId;
    QVERIFY(!number.isEmpty());
    bench.market.markCancelPending(order);
    bench.market.perform(order, {{}, Deed::Kind::Acknowledge});
    QCOMPARE(order.status, u"CANCEL_PENDING"_s); // it does not take the cancel back
    QCOMPARE(order.exchangeOrderId, number);
}

QTEST_GUILESS_MAIN(TestPracticeMarket)
#include "test_practice_market.moc"
