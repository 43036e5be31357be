// SPDX-License-Identifier: Apache-2.0
#include "support/manual_clock.h"
#include "tradelab/poller.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::ListKind;
using tradelab::Poller;

namespace {

class Bench
{
public:
    explicit Bench(const QString &dialect = u"pocketful"_s)
        : poller(clock, *tradelab::findDialect(dialect),
                 [this](ListKind kind) { (kind == ListKind::Pending ? pending : completed) += 1; })
    {
    }
    // How often each list is asked for in this time.
    std::pair<int, int> asksIn(int seconds)
    {
        pending = completed = 0;
        clock.advance(base::seconds(seconds));
        return {pending, completed};
    }

    support::ManualClock clock;
    int pending = 0;
    int completed = 0;
    Poller poller;
};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheDialectsPace_data();
    void keepsTheDialectsPace();
    void isOffAtFirstAndAfterwards();
    void waitsWhileABatchRuns();
    void asksAFailingBrokerLess();
    void recoversAtOnce();
    void stopsWithItsObject();
};

void TestPoller::keepsTheDialectsPace_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("pending");
    QTest::addColumn<int>("completed");
    QTest::newRow("pocketful") << u"pocketful"_s << 240 << 60; // an hour's share (rulings.md 8)
    QTest::newRow("pace") << u"pace"_s << 720 << 240;
    QTest::newRow("hdfcsky") << u"hdfcsky"_s << 720 << 240;
}

void TestPoller::keepsTheDialectsPace()
{
    QFETCH(QString, dialect);
    QFETCH(int, pending);
    QFETCH(int, completed);
    Bench bench(dialect);
    bench.poller.setOn(true);
    QCOMPARE(bench.pending, 0); // the sign-in has just read both
    const auto asks = bench.asksIn(3600);
    QCOMPARE(asks.first, pending);
    QCOMPARE(asks.second, completed);
}

void TestPoller::isOffAtFirstAndAfterwards()
{
    Bench bench;
    QCOMPARE(bench.asksIn(3600), std::pair(0, 0));
    bench.poller.setOn(true);
    QCOMPARE(bench.asksIn(60), std::pair(4, 1));
    bench.poller.setOn(false);
    QCOMPARE(bench.asksIn(3600), std::pair(0, 0));
    QCOMPARE(bench.clock.timerCount(), std::size_t(0));
}

void TestPoller::waitsWhileABatchRuns()
{
    Bench bench;
    bench.poller.setSuspended(true);
    bench.poller.setOn(true);
    QCOMPARE(bench.asksIn(600), std::pair(0, 0));
    bench.poller.setSuspended(false);
    QCOMPARE(bench.asksIn(60), std::pair(4, 1));
    bench.poller.setSuspended(true);
    bench.poller.setOn(false);
    bench.poller.setSuspended(false);
    QCOMPARE(bench.asksIn(600), std::pair(0, 0));
}

void TestPoller::asksAFailingBrokerLess()
{
    Bench bench(u"pace"_s);
    bench.poller.setOn(true);
    for (int i = 0; i < 50; ++i)
        bench.poller.reportFailure();
    (void)bench.asksIn(60); // the timer that runs already
    QCOMPARE(bench.asksIn(3600), std::pair(60, 60));
}

void TestPoller::recoversAtOnce()
{
    Bench bench(u"pace"_s);
    bench.poller.setOn(true);
    for (int i = 0; i < 50; ++i)
        bench.poller.reportFailure();
    (void)bench.asksIn(60);
    bench.poller.reportSuccess();
    (void)bench.asksIn(60);
    QCOMPARE(bench.asksIn(60), std::pair(12, 4));
}

void TestPoller::stopsWithItsObject()
{
    support::ManualClock clock;
    {
        Poller poller(clock, *tradelab::findDialect(u"pace"), [](ListKind) { QFAIL("asked by nobody"); });
        poller.setOn(true);
    }
    clock.advance(base::seconds(3600));
    QCOMPARE(clock.timerCount(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestPoller)
#include "test_poller.moc"
