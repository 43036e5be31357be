// SPDX-License-Identifier: Apache-2.0
#include "support/plan_bench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::CancelPlan;
using desk::PlannedCancel;
using desk::WarningKind;
using orders::Effect;
using orders::ListKind;
using orders::OrderPtr;
using orders::OrderState;
using support::keyOf;
using support::makeOrder;
using venues::VenueState;

Q_DECLARE_METATYPE(venues::VenueState)

namespace {

using Bench = support::PlanBench;

std::vector<WarningKind> kindsOf(const CancelPlan &plan)
{
    std::vector<WarningKind> kinds;
    for (const auto &warning : plan.warnings)
        kinds.push_back(warning.kind);
    return kinds;
}

} // namespace

class TestCancelPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainOrderIsChosen();
    void whatNeedsConsentIsNotChosen_data();
    void whatNeedsConsentIsNotChosen();
    void anObstacleIsNamed_data();
    void anObstacleIsNamed();
    void aClosedConnectionIsAnObstacle_data();
    void aClosedConnectionIsAnObstacle();
    void whatCannotBeSentSaysWhy();
    void aCancelUnderWayIsJoined();
    void showsTheRequestWithoutItsBody_data();
    void showsTheRequestWithoutItsBody();
    void warns_data();
    void warns();
    void warnsOfAnOldBook();
    void namesTheLegsOfAnEntry();
    void leavesOutWhatTheBookDoesNotHave();
    void whatIsNamedTwiceIsPlannedOnce();
    void sumsByCurrency();
    void isMadeNow();
};

void TestCancelPlanner::aPlainOrderIsChosen()
{
    Bench bench;
    const PlannedCancel planned = bench.planOf(makeOrder(u"1"_s));
    QVERIFY(planned.isChosen && planned.isPossible && !planned.joinsTicket);
    QCOMPARE(planned.effect, Effect::Cancel);
    QVERIFY(planned.obstacle.isEmpty() && planned.obstacleWord.isEmpty());
    const CancelPlan plan = bench.plan({keyOf(u"1"_s)});
    QCOMPARE(plan.chosenCount(), 1);
    QCOMPARE(plan.countOf(Effect::Cancel), 1);
    QCOMPARE(plan.connections(), QStringList{u"pocketful"_s});
    QVERIFY(plan.warnings.empty());
}

void TestCancelPlanner::whatNeedsConsentIsNotChosen_data()
{
    QTest::addColumn<QString>("leg");
    QTest::addColumn<int>("filled");
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<bool>("isChosen");
    QTest::newRow("entry") << u"ENTRY"_s << 0 << Effect::CancelWithLegs << true;
    QTest::newRow("filled entry") << u"ENTRY"_s << 5 << Effect::Unknown << false;
    QTest::newRow("exit leg") << u"SECOND"_s << 0 << Effect::MayTrade << false;
    QTest::newRow("odd leg") << u"FOURTH"_s << 0 << Effect::Unknown << false;
}

void TestCancelPlanner::whatNeedsConsentIsNotChosen()
{
    QFETCH(QString, leg);
    QFETCH(int, filled);
    QFETCH(Effect, effect);
    QFETCH(bool, isChosen);
    Bench bench;
    const auto row = makeOrder(u"1"_s, leg, [&](orders::Order &order) { order.filled = filled; });
    const PlannedCancel planned = bench.planOf(row);
    QCOMPARE(planned.effect, effect);
    QCOMPARE(planned.isChosen, isChosen);
    QVERIFY(planned.isPossible);
    QCOMPARE(bench.plan({row->key}).countOf(effect), 1);
    QCOMPARE(bench.plan({row->key}).chosenCount(), isChosen ? 1 : 0);
}

void TestCancelPlanner::anObstacleIsNamed_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("open") << OrderState::Open << QString();
    QTest::newRow("in flight") << OrderState::InFlight << QString();
    QTest::newRow("unknown") << OrderState::Unknown << QString();
    QTest::newRow("being cancelled") << OrderState::BeingCancelled << u"being_cancelled"_s;
    QTest::newRow("cancelled") << OrderState::Cancelled << u"final"_s;
    QTest::newRow("filled") << OrderState::Filled << u"final"_s;
    QTest::newRow("rejected") << OrderState::Rejected << u"final"_s;
    QTest::newRow("expired") << OrderState::Expired << u"final"_s;
}

void TestCancelPlanner::anObstacleIsNamed()
{
    QFETCH(OrderState, state);
    QFETCH(QString, word);
    Bench bench;
    const PlannedCancel planned = bench.planOf(makeOrder(u"1"_s, state));
    QCOMPARE(planned.obstacleWord, word);
    QCOMPARE(planned.isPossible, word.isEmpty());
    QCOMPARE(planned.isChosen, word.isEmpty());
    QCOMPARE(planned.obstacle.isEmpty(), word.isEmpty());
    QCOMPARE(planned.request.isEmpty(), !word.isEmpty());
}

void TestCancelPlanner::aClosedConnectionIsAnObstacle_data()
{
    QTest::addColumn<VenueState>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("idle") << VenueState::Idle << u"no_connection"_s;
    QTest::newRow("signed out") << VenueState::SignedOut << u"signed_out"_s;
    QTest::newRow("signed in") << VenueState::SignedIn << QString();
}

void TestCancelPlanner::aClosedConnectionIsAnObstacle()
{
    QFETCH(VenueState, state);
    QFETCH(QString, word);
    Bench bench;
    bench.venue->setState(state);
    QCOMPARE(bench.planOf(makeOrder(u"1"_s)).obstacleWord, word);
}

void TestCancelPlanner::whatCannotBeSentSaysWhy()
{
    Bench bench;
    const auto row =
        makeOrder(u"1"_s, u"ENTRY"_s, [](orders::Order &order) { order.exchangeOrderId.clear(); });
    const PlannedCancel planned = bench.planOf(row);
    QVERIFY(!planned.isPossible && !planned.isChosen);
    QCOMPARE(planned.obstacleWord, u"unsendable"_s);
    QCOMPARE(planned.obstacle, u"there is no exchange order id"_s);
    QCOMPARE(bench.plan({row->key}).countOf(planned.effect), 0);
}

void TestCancelPlanner::aCancelUnderWayIsJoined()
{
    Bench bench;
    QVERIFY(bench.journal.open(bench.dir.filePath(u"journal.db"_s)).has_value());
    const auto row = makeOrder(u"1"_s);
    bench.show({row});
    bench.cancels->attach(*bench.venue, bench.book);
    QVERIFY(bench.cancels->ask({{bench.book.find(row->key), Effect::Cancel}}, {}).has_value());
    const PlannedCancel planned = bench.plan({row->key}).orders.front();
    QVERIFY(planned.joinsTicket && !planned.isPossible && !planned.isChosen);
    QCOMPARE(planned.obstacleWord, u"being_cancelled"_s);
}

void TestCancelPlanner::showsTheRequestWithoutItsBody_data()
{
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("request");
    QTest::newRow("with a query") << QString() << u"DELETE /orders/1?client_id=DEMO1"_s;
    QTest::newRow("without") << u"ENTRY"_s << u"DELETE /orders/1"_s;
}

void TestCancelPlanner::showsTheRequestWithoutItsBody()
{
    QFETCH(QString, leg);
    QFETCH(QString, request);
    Bench bench;
    QCOMPARE(bench.planOf(makeOrder(u"1"_s, leg)).request, request);
}

void TestCancelPlanner::warns_data()
{
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("filled");
    QTest::addColumn<QList<int>>("kinds");
    const auto kinds = [](std::initializer_list<WarningKind> list) {
        QList<int> numbers;
        for (const WarningKind kind : list)
            numbers << static_cast<int>(kind);
        return numbers;
    };
    QTest::newRow("plain") << QString() << u"LIMIT"_s << 0 << kinds({});
    QTest::newRow("part filled") << QString() << u"LIMIT"_s << 4 << kinds({WarningKind::FilledPart});
    QTest::newRow("stop") << u"THIRD"_s << u"SL"_s << 0
                          << kinds({WarningKind::MayTrade, WarningKind::LosesStop});
    QTest::newRow("stop by another name")
        << u"SECOND"_s << u"SLM"_s << 0 << kinds({WarningKind::MayTrade, WarningKind::LosesStop});
    QTest::newRow("target") << u"THIRD"_s << u"LIMIT"_s << 0 << kinds({WarningKind::MayTrade});
    QTest::newRow("filled entry") << u"ENTRY"_s << u"LIMIT"_s << 4
                                  << kinds({WarningKind::EffectUnknown, WarningKind::FilledPart});
}

void TestCancelPlanner::warns()
{
    QFETCH(QString, leg);
    QFETCH(QString, type);
    QFETCH(int, filled);
    QFETCH(QList<int>, kinds);
    Bench bench;
    const auto row = makeOrder(u"1"_s, leg, [&](orders::Order &order) {
        order.orderType = type;
        order.filled = filled;
    });
    bench.show({row});
    const CancelPlan plan = bench.plan({row->key});
    QList<int> numbers;
    for (const WarningKind kind : kindsOf(plan))
        numbers << static_cast<int>(kind);
    QCOMPARE(numbers, kinds);
    for (const auto &warning : plan.warnings) {
        QCOMPARE(warning.symbol, u"INFY-EQ"_s);
        QCOMPARE(warning.quantity,
                 base::Decimal(warning.kind == WarningKind::FilledPart ? filled : 100 - filled));
    }
}

void TestCancelPlanner::warnsOfAnOldBook()
{
    Bench bench;
    bench.show({makeOrder(u"1"_s)});
    bench.clock.advance(base::seconds(10));
    QVERIFY(bench.plan({keyOf(u"1"_s)}).warnings.empty());
    bench.clock.advance(base::seconds(1));
    const CancelPlan plan = bench.plan({keyOf(u"1"_s)});
    QCOMPARE(kindsOf(plan), std::vector{WarningKind::StaleBook});
    QCOMPARE(plan.bookAge, base::milliseconds(11'000));
}

void TestCancelPlanner::namesTheLegsOfAnEntry()
{
    Bench bench;
    bench.show(
        {makeOrder(u"1"_s, u"ENTRY"_s), makeOrder(u"1"_s, u"SECOND"_s), makeOrder(u"1"_s, u"THIRD"_s)});
    QCOMPARE(bench.plan({keyOf(u"1"_s, u"ENTRY"_s)}).orders.front().legs.size(), std::size_t(2));
    QVERIFY(bench.plan({keyOf(u"1"_s, u"SECOND"_s)}).orders.front().legs.empty());
}

void TestCancelPlanner::leavesOutWhatTheBookDoesNotHave()
{
    Bench bench;
    bench.show({makeOrder(u"1"_s)});
    orders::OrderKey elsewhere = keyOf(u"1"_s);
    elsewhere.account = u"live|tradelab|elsewhere||X"_s;
    QVERIFY(bench.plan({keyOf(u"2"_s), elsewhere}).orders.empty());
    bench.runtime->book = nullptr;
    QVERIFY(bench.plan({keyOf(u"1"_s)}).orders.empty());
}

void TestCancelPlanner::whatIsNamedTwiceIsPlannedOnce()
{
    Bench bench;
    bench.show({makeOrder(u"1"_s), makeOrder(u"2"_s)});
    QCOMPARE(bench.plan({keyOf(u"1"_s), keyOf(u"2"_s), keyOf(u"1"_s)}).chosenCount(), 2);
}

void TestCancelPlanner::sumsByCurrency()
{
    Bench bench;
    const auto row = [](const QString &id, const QString &currency, const base::Decimal &price) {
        return makeOrder(id, {}, [&](orders::Order &order) {
            order.currency = currency;
            order.price = price;
        });
    };
    bench.show({row(u"1"_s, u"INR"_s, 10), row(u"2"_s, u"USD"_s, 2), row(u"3"_s, u"INR"_s, 5),
                row(u"4"_s, u"USD"_s, {}), makeOrder(u"5"_s, u"SECOND"_s)}); // not chosen
    const auto sums =
        bench.plan({keyOf(u"1"_s), keyOf(u"2"_s), keyOf(u"3"_s), keyOf(u"4"_s), keyOf(u"5"_s, u"SECOND"_s)})
            .sums();
    QCOMPARE(sums.size(), std::size_t(2));
    QCOMPARE(sums[0].currency, u"INR"_s);
    QCOMPARE(sums[0].value, base::Decimal(1500));
    QVERIFY(sums[0].isComplete);
    QCOMPARE(sums[1].value, base::Decimal(200));
    QVERIFY(!sums[1].isComplete);
}

void TestCancelPlanner::isMadeNow()
{
    Bench bench;
    QCOMPARE(bench.plan({}).madeAt, bench.clock.wall());
}

QTEST_GUILESS_MAIN(TestCancelPlanner)
#include "test_cancel_planner.moc"
