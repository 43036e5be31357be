// SPDX-License-Identifier: Apache-2.0
// When trades are asked for: by the clock alone.
#include "cancel/trade_watch.h"

#include "orders/order_key.h"
#include "support/manual_clock.h"

#include <QTest>

using namespace std::chrono_literals;
using cancel::TradeWatch;

namespace {

constexpr base::milliseconds india = 5h + 30min;
constexpr base::milliseconds day = 24h;

base::WallTime atTimeOfDay(base::WallTime time, base::milliseconds wanted)
{
    return time - (time.time_since_epoch() + india) % day + wanted;
}

// Two closes a day, as where shares and commodities are traded.
std::optional<base::WallTime> closeAfter(base::WallTime time)
{
    for (const base::milliseconds close :
         {base::milliseconds(15h + 30min), base::milliseconds(23h + 30min)}) {
        if (time <= atTimeOfDay(time, close))
            return atTimeOfDay(time, close);
    }
    return atTimeOfDay(time, day + 15h + 30min);
}

} // namespace

class TestTradeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_asked = 0;
        m_answers = true;
        m_clock = std::make_unique<support::ManualClock>();
        m_clock->setWall(atTimeOfDay(m_clock->wall(), 11h));
        m_watch = std::make_unique<TradeWatch>(
            *m_clock,
            [this] {
                ++m_asked;
                if (m_answers)
                    m_watch->noteRead(m_clock->monotonic());
            },
            closeAfter);
    }
    void cleanup() { m_watch.reset(); }

    void nothingProved_nothingIsAsked()
    {
        m_clock->advance(day);
        QCOMPARE(m_asked, 0);
    }

    void halfAMinuteAfterAProof()
    {
        m_watch->noteProof();
        m_clock->advance(29s);
        QCOMPARE(m_asked, 0);
        m_clock->advance(1s);
        QCOMPARE(m_asked, 1);
        m_clock->advance(1h);
        QCOMPARE(m_asked, 1);
    }

    void everyProofIsFollowedByARead_andReadsAreShared()
    {
        for (int i = 0; i < 120; ++i) {
            m_watch->noteProof();
            m_clock->advance(1s);
        }
        QVERIFY2(m_asked >= 3 && m_asked <= 4, qPrintable(QString::number(m_asked)));
        m_clock->advance(28s);
        const int before = m_asked;
        m_clock->advance(1s); // half a minute after the last one
        QCOMPARE(m_asked, before + 1);
        m_clock->advance(5min);
        QCOMPARE(m_asked, before + 1);
    }

    void onceMoreAfterEachCloseOfTheDay()
    {
        m_watch->noteProof();
        m_clock->advance(1min);
        QCOMPARE(m_asked, 1);
        m_clock->advance(4h + 33min); // 15:34
        QCOMPARE(m_asked, 1);
        m_clock->advance(2min);
        QCOMPARE(m_asked, 2);
        m_clock->advance(7h + 58min); // 23:34
        QCOMPARE(m_asked, 2);
        m_clock->advance(2min);
        QCOMPARE(m_asked, 3);
        m_clock->advance(3 * day);
        QCOMPARE(m_asked, 3);
    }

    void aMachineThatSleptPastTheCloseReadsSoonAfter()
    {
        m_watch->noteProof();
        m_clock->advance(1min);
        m_clock->setWall(atTimeOfDay(m_clock->wall(), 19h));
        m_clock->advance(1min);
        QCOMPARE(m_asked, 2);
    }

    void withoutAnAnswerItAsksMoreAndMoreSeldom()
    {
        m_answers = false;
        m_watch->noteProof();
        m_clock->advance(10min);
        const int asked = m_asked;
        QVERIFY2(asked >= 4 && asked <= 6, qPrintable(QString::number(asked)));
        m_clock->advance(1h);
        QVERIFY2(m_asked - asked >= 3 && m_asked - asked <= 5, qPrintable(QString::number(m_asked - asked)));
    }

    void theCloseDoesNotWaitForEarlierPatience()
    {
        m_watch->noteProof();
        m_answers = false;
        m_clock->advance(4h + 34min); // 15:34; nobody answers for hours
        m_answers = true;
        const int before = m_asked;
        m_clock->advance(2min);
        QCOMPARE(m_asked, before + 1);
    }

    // The program slept over the night: what is proved today is read after today's close.
    void aCloseThatWasMissedDoesNotHideTheNext()
    {
        m_watch->noteProof();
        m_clock->setWall(atTimeOfDay(m_clock->wall(), day + 10h));
        m_watch->noteProof();
        m_clock->advance(1min);
        const int before = m_asked;
        m_clock->advance(5h + 33min); // 15:34
        QCOMPARE(m_asked, before);
        m_clock->advance(2min);
        QCOMPARE(m_asked, before + 1);
    }

    // A request that was under way when the order was proved may not have seen its last trade.
    void aReadThatBeganBeforeDoesNotCount()
    {
        const base::MonoTime before = m_clock->monotonic();
        m_watch->noteProof();
        m_clock->advance(20s);
        m_watch->noteRead(before);
        m_clock->advance(10s);
        QCOMPARE(m_asked, 1);
    }

private:
    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<TradeWatch> m_watch;
    int m_asked = 0;
    bool m_answers = true;
};

QTEST_GUILESS_MAIN(TestTradeWatch)
#include "test_trade_watch.moc"
