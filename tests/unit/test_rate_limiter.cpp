// SPDX-License-Identifier: Apache-2.0
// The windows, the shares and the estimates of one program.
#include "support/limiter_drive.h"

#include <QTest>

#include <climits>

using base::milliseconds;
using base::seconds;
using net::RateLimiter;
using net::RequestClass;
using namespace support;
using namespace Qt::StringLiterals;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock = std::make_unique<ManualClock>(); }

    void ceilingsAreTwoPercentBelow()
    {
        const RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QList<int> limits;
        for (const net::WindowUse &use : limiter.use())
            limits << use.limit;
        QCOMPARE(limits, QList<int>({24, 245, 980, 6860}));
        const RateLimiter other(*m_clock, tenPerSecond, account, nullptr);
        QCOMPARE(other.use().size(), 1);
        QCOMPARE(other.use().constFirst().limit, 9);
    }

    void withTenASecondNothingElseLimits()
    {
        RateLimiter limiter(*m_clock, tenPerSecond, account, nullptr);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(takeNow(limiter, RequestClass::Poll, 100), 9);
            QVERIFY(limiter.delay(RequestClass::Session) > milliseconds(0));
            m_clock->advance(seconds(1));
        }
        QCOMPARE(limiter.pollInterval(), seconds(5));
        QCOMPARE(limiter.writesLeftThisHour(), INT_MAX);
    }

    void writesHaveWindowsOfTheirOwn()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(takeNow(limiter, RequestClass::Write, 100, u"NSE"_s), 8);
        QCOMPARE(limiter.delay(RequestClass::Write, u"NSE"_s), seconds(1));
        QCOMPARE(takeNow(limiter, RequestClass::Write, 100, u"NFO"_s), 8);
        QCOMPARE(takeNow(limiter, RequestClass::Write, 100, u"MCX"_s), 4); // 20 for the account
        QCOMPARE(takeNow(limiter, RequestClass::Session, 100), 4);         // 24 in all
        m_clock->advance(milliseconds(999));
        QCOMPARE(limiter.delay(RequestClass::Write, u"NSE"_s), milliseconds(1));
        m_clock->advance(milliseconds(1));
        QCOMPARE(takeNow(limiter, RequestClass::Write, 100, u"NSE"_s), 8);
    }

    void simulatedFigures_data()
    {
        QTest::addColumn<int>("writes");
        QTest::addColumn<int>("secondsNeeded");
        QTest::addRow("210") << 210 << 26;
        QTest::addRow("500: the minute binds") << 500 << 128;
    }

    void simulatedFigures()
    {
        QFETCH(int, writes);
        QFETCH(int, secondsNeeded);
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        idleForAnHour(limiter, *m_clock);
        limiter.setBatchRunning(true);
        const milliseconds told = limiter.estimate({writes});
        QCOMPARE(told / seconds(1), secondsNeeded);
        QCOMPARE(takeAll(limiter, *m_clock, RequestClass::Write, writes) / seconds(1), secondsNeeded);
    }

    void withinTenSecondsEightyOne()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(limiter.writesWithin(seconds(10)), 81);
        QCOMPARE(limiter.writesWithin(milliseconds(0)), 1);
        QCOMPARE(limiter.estimate({0}), milliseconds(0));
        QCOMPARE(limiter.estimate({1}), milliseconds(0));
        limiter.pauseFor(seconds(4));
        QVERIFY(limiter.writesWithin(seconds(10)) < 81);
        QCOMPARE(limiter.estimate({1}), seconds(4));
    }

    void segmentsShareTheWindowsOfTheirAccount_data()
    {
        QTest::addColumn<std::vector<int>>("writes");
        QTest::addColumn<int>("secondsNeeded");
        QTest::addRow("two: each has its own second") << std::vector{16, 16} << 1;
        QTest::addRow("many: twenty a second for the account") << std::vector<int>(10, 11) << 5;
        QTest::addRow("one is the fullest") << std::vector{40, 2, 2} << 4;
        QTest::addRow("the minute binds their sum") << std::vector<int>(4, 75) << 64;
    }

    void segmentsShareTheWindowsOfTheirAccount()
    {
        QFETCH(std::vector<int>, writes);
        QFETCH(int, secondsNeeded);
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        limiter.setBatchRunning(true);
        const milliseconds told = limiter.estimate(writes);
        QCOMPARE(told / seconds(1), secondsNeeded);
        const milliseconds taken = takeMixed(limiter, *m_clock, writes);
        QVERIFY2(told >= taken && told < taken + seconds(1), QByteArray::number(qint64(taken.count())));
    }

    void anEstimateKnowsWhatTheMinuteHasSeen()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        takeAll(limiter, *m_clock, RequestClass::Write, 215);
        const milliseconds told = limiter.estimate({1});
        QVERIFY(told > seconds(30));
        QCOMPARE(told, takeAll(limiter, *m_clock, RequestClass::Write, 1));
    }

    void anIdleHourLeavesSixHundredAndTwenty()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(limiter.writesLeftThisHour(), 920);
        idleForAnHour(limiter, *m_clock);
        QCOMPARE(limiter.writesLeftThisHour(), 620);
    }

    void aLargeBatchEndsWhenTheHourRolls()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        idleForAnHour(limiter, *m_clock);
        limiter.setBatchRunning(true);
        const milliseconds told = limiter.estimate({700});
        const milliseconds first = takeAll(limiter, *m_clock, RequestClass::Write, 600);
        QVERIFY(first < seconds(300));
        const milliseconds all = first + takeAll(limiter, *m_clock, RequestClass::Write, 100);
        QVERIFY(all > seconds(600)); // room comes back only as the polls of the hour before roll out
        QVERIFY(all < seconds(3600));
        QVERIFY(told > all); // the reads that prove them are told too, and were not made here
        QVERIFY(told < seconds(3660));
    }

    // A batch that just fits the hour does not fit together with its proofs.
    void anEstimateCountsTheReadsOfTheProofs()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        idleForAnHour(limiter, *m_clock);
        limiter.setBatchRunning(true);
        const milliseconds told = limiter.estimate({620});
        milliseconds passed{0};
        milliseconds lastWrite{0};
        for (int writes = 0; writes < 620; passed += milliseconds(25)) {
            if (takeNow(limiter, RequestClass::Write, 1) == 1) {
                ++writes;
                lastWrite = passed;
            }
            if (passed % milliseconds(2500) == milliseconds(0) && passed - lastWrite < seconds(6))
                takeNow(limiter, RequestClass::Proof, 1);
            const bool hasTrades = passed > seconds(0) && passed - lastWrite < seconds(36);
            if (hasTrades && passed % milliseconds(30'000) == milliseconds(0))
                takeNow(limiter, RequestClass::Proof, 1);
            m_clock->advance(milliseconds(25));
        }
        QVERIFY(passed > seconds(300));
        QVERIFY2(told > passed / 2 && told < passed * 3 / 2,
                 qPrintable(u"%1 told, %2 needed"_s.arg(told.count()).arg(passed.count())));
    }

    void proofsAreSpreadOverTheMinute()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        limiter.setBatchRunning(true);
        QCOMPARE(takeNow(limiter, RequestClass::Proof, 100), 6); // a first burst
        milliseconds longest{0};
        std::vector<base::MonoTime> times;
        for (int i = 0; i < 96; ++i) {
            const milliseconds wait = takeAll(limiter, *m_clock, RequestClass::Proof, 1);
            longest = std::max(longest, wait);
            QVERIFY(wait >= milliseconds(2500));
            times.push_back(m_clock->monotonic());
        }
        QVERIFY2(longest < seconds(4), qPrintable(QString::number(longest.count())));
        QVERIFY(times.back() - times.front() < seconds(4 * 60 + 10)); // and none of the share is left over
    }

    void aBurstOfProofsComesBackWithTheMinute()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        limiter.setBatchRunning(true);
        takeAll(limiter, *m_clock, RequestClass::Proof, 10);
        m_clock->advance(seconds(60));
        QCOMPARE(takeNow(limiter, RequestClass::Proof, 100), 6);
        RateLimiter plain(*m_clock, tenPerSecond, account, nullptr); // no minute to spread them over
        plain.setBatchRunning(true);
        QCOMPARE(takeNow(plain, RequestClass::Proof, 100), 9);
    }

    void cancelsLeaveSixtyOfTheHourToOthers()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        limiter.setBatchRunning(true);
        QVERIFY(takeAll(limiter, *m_clock, RequestClass::Write, 920) < seconds(400));
        QCOMPARE(limiter.writesLeftThisHour(), 0);
        QVERIFY(limiter.delay(RequestClass::Write, nse) > seconds(3000));
        m_clock->advance(seconds(60));
        QVERIFY(takeAll(limiter, *m_clock, RequestClass::Proof, 40) < seconds(180));
        m_clock->advance(seconds(61));
        QVERIFY(limiter.delay(RequestClass::Proof) > seconds(3000)); // the last 20 are for signing in
        m_clock->advance(seconds(1));
        QCOMPARE(takeNow(limiter, RequestClass::Session, 100), 20);
        QCOMPARE(used(limiter, seconds(3600)), 980);
    }

    void pollsNeverTakeTheCancelsShare()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QVERIFY(takeAll(limiter, *m_clock, RequestClass::Poll, 340) < seconds(3600));
        QVERIFY(limiter.delay(RequestClass::Poll) > seconds(60));
        QVERIFY(limiter.delay(RequestClass::Refresh) > seconds(60)); // one share for both
        m_clock->advance(seconds(60));
        QCOMPARE(limiter.writesLeftThisHour(), 580);
        QCOMPARE(takeNow(limiter, RequestClass::Write, 8), 8);
        QCOMPARE(takeNow(limiter, RequestClass::Proof, 5), 5);
    }

    void proofsAboveTheirShareRankBelowCancels()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        idleForAnHour(limiter, *m_clock); // 300 polls
        // 120 are theirs; 40 more are what polls left unspent; the cancels' 500 and the session's 20 stay.
        takeAll(limiter, *m_clock, RequestClass::Proof, 120);
        const int borrowed = 980 - 20 - 500 - used(limiter, seconds(3600));
        takeAll(limiter, *m_clock, RequestClass::Proof, borrowed);
        const milliseconds wait = limiter.delay(RequestClass::Proof);
        QVERIFY(wait > milliseconds(0));
        QCOMPARE(limiter.delay(RequestClass::Write, nse), milliseconds(0));
    }

    void pollsYieldToProofsThatBorrowed()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        takeAll(limiter, *m_clock, RequestClass::Proof, 200);
        takeAll(limiter, *m_clock, RequestClass::Poll, 260); // 980 - 20 - 200 - the cancels' 500
        QVERIFY(limiter.delay(RequestClass::Poll) > seconds(60));
    }

    void aMinuteIsSharedOut()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(takeNow(limiter, RequestClass::Poll, 100), 15);
        QCOMPARE(limiter.delay(RequestClass::Refresh), seconds(60));
        m_clock->advance(seconds(60));

        limiter.setBatchRunning(true);
        QVERIFY(limiter.delay(RequestClass::Poll) > milliseconds(0)); // its proof reads are the polls
        QCOMPARE(takeNow(limiter, RequestClass::Refresh, 100), 2);
        // 24 proofs, the polls' share among them, beside all of the cancels' 215.
        int proofs = 0;
        int writes = 0;
        for (int i = 0; i < 595; ++i) {
            proofs += takeNow(limiter, RequestClass::Proof, 100);
            writes += takeNow(limiter, RequestClass::Write, 100);
            m_clock->advance(milliseconds(100));
        }
        QCOMPARE(proofs, 24);
        QCOMPARE(writes, 215);
        QVERIFY(limiter.delay(RequestClass::Proof) > milliseconds(0));
        QVERIFY(limiter.delay(RequestClass::Write, nse) > milliseconds(0));
        QCOMPARE(takeNow(limiter, RequestClass::Session, 100), 4);
        QCOMPARE(used(limiter, seconds(60)), 245);
        limiter.setBatchRunning(false);
        QVERIFY(limiter.delay(RequestClass::Session) > milliseconds(0));
    }

    void otherLimitsGetTheSameProportions()
    {
        RateLimiter limiter(*m_clock, {25, 250, 500, 0, 8, 20}, account, nullptr);
        QCOMPARE(limiter.writesLeftThisHour(), 460);
        QCOMPARE(limiter.pollInterval(), seconds(30));
    }

    void theDayIsNotEatenUpByPolls()
    {
        RateLimiter limiter(*m_clock, {0, 0, 1000, 1000, 8, 20}, account, nullptr);
        takeAll(limiter, *m_clock, RequestClass::Poll, 340);
        QVERIFY(limiter.delay(RequestClass::Poll) > seconds(24 * 3600 - 60));
        QCOMPARE(limiter.delay(RequestClass::Write, nse), milliseconds(0));
    }

    void pocketfulIsPolledEveryFifteenSeconds()
    {
        const RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(limiter.pollInterval(), seconds(15));
    }

    void aPauseHoldsEverything()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(limiter.pausedFor(), milliseconds(0));
        limiter.pauseFor(seconds(30));
        for (int kind = 0; kind < net::requestClassCount; ++kind)
            QCOMPARE(limiter.delay(static_cast<RequestClass>(kind)), seconds(30));
        limiter.pauseFor(seconds(5)); // never shortens
        QCOMPARE(limiter.pausedFor(), seconds(30));
        m_clock->advance(seconds(30));
        QCOMPARE(limiter.pausedFor(), milliseconds(0));
        limiter.pauseFor(milliseconds(0));
        QCOMPARE(limiter.pausedFor(), seconds(10));
    }

    void aThrottleBelowTheCeilingHalvesItForAnHour()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        limiter.pauseFor(seconds(10));
        QList<int> limits;
        for (const net::WindowUse &use : limiter.use())
            limits << use.limit;
        QCOMPARE(limits, QList<int>({12, 122, 490, 6860}));
        m_clock->advance(seconds(10));
        QCOMPARE(takeNow(limiter, RequestClass::Session, 100), 12);
        m_clock->advance(seconds(3590));
        QCOMPARE(limiter.use().at(2).limit, 980);
    }

    void aThrottleAtTheCeilingHalvesNothing()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        QCOMPARE(takeNow(limiter, RequestClass::Session, 100), 24);
        limiter.pauseFor(seconds(10));
        QCOMPARE(limiter.use().at(2).limit, 980);
    }

private:
    std::unique_ptr<ManualClock> m_clock;
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "test_rate_limiter.moc"
