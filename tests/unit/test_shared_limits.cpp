// SPDX-License-Identifier: Apache-2.0
// Limits that several programs share, that outlast a restart, and that no clock confuses.
#include "net/request_ledger.h"
#include "support/limiter_drive.h"

#include <QTemporaryDir>
#include <QTest>

using base::milliseconds;
using base::seconds;
using net::RateLimiter;
using net::RequestClass;
using namespace support;
using namespace Qt::StringLiterals;

class TestSharedLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock = std::make_unique<ManualClock>(); }

    void steppingTheWallClockMovesNothing_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::addRow("back a year") << qint64(-365) * 24 * 3600;
        QTest::addRow("back an hour") << qint64(-3600);
        QTest::addRow("on an hour") << qint64(3600);
    }

    void steppingTheWallClockMovesNothing()
    {
        QFETCH(qint64, step);
        QTemporaryDir folder;
        net::RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(folder.filePath(u"requests.db"_s)));
        RateLimiter limiter(*m_clock, pocketful, account, &ledger);
        takeAll(limiter, *m_clock, RequestClass::Session, 245);
        const milliseconds wait = limiter.delay(RequestClass::Session);
        QVERIFY(wait > milliseconds(0));
        m_clock->setWall(m_clock->wall() + seconds(step));
        QCOMPARE(limiter.delay(RequestClass::Session), wait);
        m_clock->advance(wait);
        QCOMPARE(limiter.delay(RequestClass::Session), milliseconds(0));
    }

    // Ten seconds are ten seconds, whatever the wall clock in the file says of them by now.
    void aPauseIsNoLongerForAClockThatWasSetBack()
    {
        QTemporaryDir folder;
        net::RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(folder.filePath(u"requests.db"_s)));
        RateLimiter limiter(*m_clock, pocketful, account, &ledger);
        limiter.pauseFor(seconds(10));
        m_clock->advance(seconds(11));
        m_clock->setWall(m_clock->wall() - seconds(600));
        m_clock->advance(seconds(1));
        QCOMPARE(limiter.pausedFor(), milliseconds(0));
    }

    void aSleepEmptiesTheWindows()
    {
        RateLimiter limiter(*m_clock, pocketful, account, nullptr);
        takeAll(limiter, *m_clock, RequestClass::Session, 245);
        m_clock->sleep(seconds(60));
        QCOMPARE(limiter.delay(RequestClass::Session), milliseconds(0));
        QCOMPARE(used(limiter, seconds(60)), 0);
    }

    // Two connections of one program; the one learns only after its sign-in whose account it is.
    void connectionsOfOneAccountCountTogether()
    {
        QTemporaryDir folder;
        net::RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(folder.filePath(u"requests.db"_s)));
        RateLimiter first(*m_clock, pocketful, account, &ledger);
        RateLimiter second(*m_clock, pocketful, u"@unnamed"_s, &ledger);
        takeNow(first, RequestClass::Poll, 3);
        QCOMPARE(used(second, seconds(3600)), 0);
        second.setAccount(account);
        QCOMPARE(used(second, seconds(3600)), 3);
        takeNow(second, RequestClass::Poll, 2);
        m_clock->advance(seconds(2));
        QCOMPARE(used(first, seconds(3600)), 5);
        QCOMPARE(used(second, seconds(3600)), 5);
    }

    void programsCountTogether()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"requests.db"_s);
        net::RequestLedger firstLedger(*m_clock);
        net::RequestLedger secondLedger(*m_clock);
        QVERIFY(firstLedger.open(path));
        QVERIFY(secondLedger.open(path));
        RateLimiter first(*m_clock, pocketful, account, &firstLedger);
        RateLimiter second(*m_clock, pocketful, account, &secondLedger);
        RateLimiter other(*m_clock, pocketful, u"tradelab/pocketful/B2"_s, &secondLedger);
        QCOMPARE(used(second, seconds(60)), 0);
        QCOMPARE(takeNow(first, RequestClass::Write, 8), 8);
        m_clock->advance(milliseconds(200));
        QCOMPARE(used(second, seconds(60)), 8);
        QCOMPARE(second.delay(RequestClass::Write, nse), milliseconds(800));
        QCOMPARE(second.delay(RequestClass::Write, u"NFO"_s), milliseconds(0));
        second.take(RequestClass::Write, u"NFO"_s);
        m_clock->advance(milliseconds(200));
        QCOMPARE(used(first, seconds(60)), 9);
        QCOMPARE(used(second, seconds(60)), 9); // its own are not counted twice
        QCOMPARE(used(other, seconds(60)), 0);

        first.pauseFor(seconds(30));
        m_clock->advance(milliseconds(200));
        QCOMPARE(second.pausedFor(), milliseconds(29800));
        QCOMPARE(second.use().at(2).limit, 490);
        QCOMPARE(other.pausedFor(), milliseconds(0));
    }

    void whatIsLearnedLateStillLeavesInTime()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"requests.db"_s);
        net::RequestLedger firstLedger(*m_clock);
        net::RequestLedger secondLedger(*m_clock);
        QVERIFY(firstLedger.open(path));
        QVERIFY(secondLedger.open(path));
        RateLimiter first(*m_clock, tenPerSecond, account, &firstLedger);
        RateLimiter second(*m_clock, tenPerSecond, account, &secondLedger);
        QCOMPARE(used(second, seconds(1)), 0); // reads again in 200 ms
        first.take(RequestClass::Poll);
        m_clock->advance(milliseconds(100));
        second.take(RequestClass::Poll);
        m_clock->advance(milliseconds(100));
        QCOMPARE(used(second, seconds(1)), 2);
        m_clock->advance(milliseconds(800));
        QCOMPARE(used(second, seconds(1)), 1);
    }

    void aRestartForgetsNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"requests.db"_s);
        {
            net::RequestLedger ledger(*m_clock);
            QVERIFY(ledger.open(path));
            RateLimiter limiter(*m_clock, pocketful, account, &ledger);
            takeAll(limiter, *m_clock, RequestClass::Session, 245);
            m_clock->advance(seconds(70));
            takeAll(limiter, *m_clock, RequestClass::Write, 10);
        }
        net::RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(path));
        const RateLimiter limiter(*m_clock, pocketful, account, &ledger);
        QCOMPARE(used(limiter, seconds(60)), 10);
        QCOMPARE(used(limiter, seconds(3600)), 255);
        QCOMPARE(used(limiter, seconds(24 * 3600)), 255);
    }

    void aRestartUnderAClockThatWasWrongIsNotLocked_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addRow("a year ahead") << qint64(365) * 24 * 3600;
        QTest::addRow("a minute ahead") << qint64(60);
    }

    void aRestartUnderAClockThatWasWrongIsNotLocked()
    {
        QFETCH(qint64, ahead);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"requests.db"_s);
        const base::WallTime right = m_clock->wall();
        {
            m_clock->setWall(right + seconds(ahead));
            net::RequestLedger ledger(*m_clock);
            QVERIFY(ledger.open(path));
            RateLimiter limiter(*m_clock, pocketful, account, &ledger);
            takeAll(limiter, *m_clock, RequestClass::Session, 245);
            limiter.pauseFor(seconds(3600));
        }
        m_clock->setWall(right);
        net::RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(path));
        const RateLimiter limiter(*m_clock, pocketful, account, &ledger);
        QVERIFY(limiter.delay(RequestClass::Session) <= seconds(60));
        m_clock->advance(seconds(60));
        QCOMPARE(limiter.delay(RequestClass::Session), milliseconds(0));
    }

private:
    std::unique_ptr<ManualClock> m_clock;
};

QTEST_GUILESS_MAIN(TestSharedLimits)
#include "test_shared_limits.moc"
