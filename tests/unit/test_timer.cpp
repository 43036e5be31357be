// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/manual_clock.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace std::chrono_literals;

class TestTimer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesOnceInOrder()
    {
        support::ManualClock clock;
        std::vector<int> fired;
        base::Timer late(clock, [&] { fired.push_back(2); });
        base::Timer early(clock, [&] { fired.push_back(1); });
        late.start(200ms);
        early.start(100ms);
        clock.advance(150ms);
        QCOMPARE(fired, std::vector<int>{1});
        clock.advance(1s);
        QCOMPARE(fired, (std::vector<int>{1, 2}));
        QCOMPARE(clock.timerCount(), std::size_t(0));
    }

    void stopsWhenDestroyedAndRestartsItself()
    {
        support::ManualClock clock;
        int count = 0;
        {
            base::Timer gone(clock, [&] { ++count; });
            gone.start(1ms);
        }
        clock.advance(10ms);
        QCOMPARE(count, 0);

        std::unique_ptr<base::Timer> repeating;
        repeating = std::make_unique<base::Timer>(clock, [&] {
            ++count;
            repeating->start(10ms);
        });
        repeating->start(10ms);
        clock.advance(35ms);
        QCOMPARE(count, 3);
    }

    void mayBeDestroyedByItsOwnCallback()
    {
        base::SystemClock clock;
        bool fired = false;
        auto timer = std::make_unique<base::Timer>(clock, [] {});
        timer = std::make_unique<base::Timer>(clock, [&] {
            timer.reset();
            fired = true;
        });
        timer->start(0ms);
        QTRY_VERIFY(fired);
        QVERIFY(!timer);
    }

    void systemClockNeverFiresInsideStart()
    {
        base::SystemClock clock;
        bool fired = false;
        base::Timer timer(clock, [&] { fired = true; });
        timer.start(0ms);
        QVERIFY(!fired);
        QTRY_VERIFY(fired);
    }
};

QTEST_GUILESS_MAIN(TestTimer)
#include "test_timer.moc"
