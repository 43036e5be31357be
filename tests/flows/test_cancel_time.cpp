// SPDX-License-Identifier: Apache-2.0
// What time does to cancels: sleep, a program that stood still, a new day, a sign-in that ends, the close of
// the market, and news that come after the proof.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::PracticeOrder;
using support::Flow;

namespace {

// 2024-03-15 in India, at so many minutes past midnight.
base::WallTime atMinute(int minute)
{
    return base::WallTime(base::milliseconds(1'710'441'000'000) + std::chrono::minutes(minute));
}

// One cancel whose answer does not come, and one that waits because the venue said "too many requests".
struct Waiting
{
    Waiting()
    {
        for (int i = 0; i < 20; ++i) {
            PracticeOrder other = Flow::order(QString::number(1000 + i));
            other.quantity = 100'000;
            flow.place(other);
        }
        flow.placeAll({u"77"_s});
        flow.plan(u"1000"_s, R"("do":"silence","acts":true)");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        for (const cancel::TicketPtr &each : batch->tickets) {
            if (each->key.orderId == "77"_L1)
                waiting = each->id;
            if (each->key.orderId == "1000"_L1)
                inFlight = each->id;
        }
        flow.run(300ms);
    }

    Flow flow;
    QString waiting;
    QString inFlight;
};

} // namespace

class TestCancelTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterASleep_nothingThatWaitedLeaves_data()
    {
        QTest::addColumn<int>("sleep");
        QTest::addColumn<int>("stall");
        QTest::newRow("slept an hour") << 3'600'000 << 0;
        QTest::newRow("slept three seconds") << 3'000 << 0;
        QTest::newRow("stood still for eleven seconds") << 0 << 11'000;
    }

    void afterASleep_nothingThatWaitedLeaves()
    {
        QFETCH(int, sleep);
        QFETCH(int, stall);
        Waiting of;
        Flow &flow = of.flow;
        QVERIFY(flow.stateOf(of.waiting) == TicketState::Queued);
        QVERIFY(flow.stateOf(of.inFlight) == TicketState::Sending);
        const int left = flow.cancels();
        flow.clock.sleep(base::milliseconds(sleep));
        flow.clock.stall(base::milliseconds(stall));
        flow.run(2s);
        QVERIFY2(flow.stateOf(of.waiting) == TicketState::NotSent,
                 qPrintable(support::nameOf(flow.stateOf(of.waiting))));
        QCOMPARE(flow.ticket(of.waiting)->why, u"slept"_s);
        QCOMPARE(flow.cancels(), left);
        QVERIFY(flow.stateOf(of.inFlight) != TicketState::Sending);
        EXPECT_STATE(flow, of.inFlight, TicketState::Proved); // the book was read anew
        flow.run(15s);
        QCOMPARE(flow.cancels(), left);
    }

    void aShortPause_changesNothing()
    {
        Waiting of;
        Flow &flow = of.flow;
        flow.clock.sleep(1500ms);
        flow.clock.stall(2s);
        EXPECT_STATE(flow, of.waiting, TicketState::Proved);
    }

    void aSleepWhileNothingWaits_isNoMatter()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        flow.clock.sleep(8h);
        flow.clock.stall(60s);
        flow.clock.setWall(flow.clock.wall() - 8h); // still the same day
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
    }

    void afterASleep_theBookIsReadBeforeAnythingLeaves()
    {
        Waiting of;
        Flow &flow = of.flow;
        flow.plan(R"({"list":{"*":{"do":"delay","after_ms":3000}}})");
        flow.clock.sleep(60s);
        flow.run(1500ms);
        const int left = flow.cancels();
        const QString id = flow.cancel(u"77"_s);
        flow.run(1s);
        QVERIFY(flow.stateOf(id) == TicketState::Queued);
        QCOMPARE(flow.cancels(), left);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), left + 1);
    }

    void aStepOfTheWallClockAlone_changesNothing()
    {
        Waiting of;
        of.flow.clock.setWall(of.flow.clock.wall() + 20min);
        EXPECT_STATE(of.flow, of.waiting, TicketState::Proved);
        int steps = 0;
        const auto read = of.flow.engine->journal.readPage([&](const journal::Row &row) {
            steps += row.entry.kind == "clock"_L1 ? 1 : 0;
            return true;
        });
        QVERIFY(read && steps == 1); // and it is in the record
    }

    void aNewSignIn_takesBackWhatWaits()
    {
        Waiting of;
        Flow &flow = of.flow;
        const int left = flow.cancels();
        flow.engine->desk.signIn(u"pocketful"_s, flow.venue->connections().front().secret);
        flow.run(3s);
        QVERIFY(flow.stateOf(of.waiting) == TicketState::NotSent);
        QCOMPARE(flow.cancels(), left);
        const QString again = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, again, TicketState::Proved);
        EXPECT_STATE(flow, of.inFlight, TicketState::Proved);
    }

    // The new secret may be another account's: until that is known nothing leaves for the old one.
    void whileASignInIsUnderWay_nothingLeaves()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const orders::OrderPtr row = flow.row(u"77"_s);
        flow.plan(R"({"user":{"*":{"do":"status","status":502}}})");
        flow.engine->desk.signIn(u"pocketful"_s, flow.venue->connections().front().secret);
        flow.run(1s);
        const auto batch = flow.engine->desk.cancels().ask({{row, row->effect}}, cancel::Consent());
        QVERIFY(batch);
        const QString id = batch->tickets[0]->id;
        EXPECT_STATE(flow, id, TicketState::NotSent);
        QCOMPARE(flow.cancels(), 0);
        flow.plan("{}");
        QVERIFY(flow.runUntil(
            [&] {
                return flow.engine->desk.connection(u"pocketful"_s)->venue == venues::VenueState::SignedIn;
            },
            90s));
        const QString again = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, again, TicketState::Proved);
    }

    // The broker cannot be reached when the program starts, and comes back later.
    void aVenueThatComesBack_isUsed()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(R"({"user":{"*":{"do":"drop_before","times":3}}})");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
    }

    void aNewDay_leavesTheHistoryAsTheOnlyProof()
    {
        Flow flow;
        flow.clock.setWall(atMinute(23 * 60 + 58));
        flow.placeAll({u"77"_s, u"78"_s, u"79"_s});
        flow.plan(
            R"({"cancel":{"77":{"do":"receipt_then_nothing"},"78":{"do":"status","status":429,"retry_after":600}},
                      "history":{"*":{"do":"status","status":500}}})");
        flow.start();
        const QString receipt = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, receipt, TicketState::Receipt);
        const QString throttled = flow.cancel(u"78"_s);
        EXPECT_STATE(flow, throttled, TicketState::NotTaken);
        const orders::OrderPtr row = flow.row(u"79"_s);
        cancel::Consent consent;
        consent.estimate = 10min;
        const auto batch = flow.engine->desk.cancels().ask({{row, row->effect}}, consent);
        const QString waiting = batch->tickets[0]->id;
        flow.clock.setWall(atMinute(24 * 60) - 1s);
        flow.run(3s);
        QVERIFY(flow.stateOf(waiting) == TicketState::NotSent);
        QCOMPARE(flow.ticket(waiting)->why, u"day_rolled"_s);
        QVERIFY(flow.stateOf(receipt) == TicketState::Unknown);
        QVERIFY(flow.ticket(receipt)->isOldDay);
        // In no list any more: that says nothing today.
        flow.market().removeFromLists(u"77"_s);
        flow.jump(9min);
        flow.run(30s);
        QVERIFY(!flow.ticket(receipt)->isGone);
        QVERIFY(flow.stateOf(receipt) == TicketState::Unknown);
        flow.plan("{}");
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        flow.engine->desk.cancels().askForProof();
        EXPECT_STATE(flow, receipt, TicketState::Proved);
        QCOMPARE(flow.ticket(receipt)->proof, u"order history"_s);
        QCOMPARE(flow.cancelsOf(u"79"_s), 0);
    }

    void anOldDaysTicket_isAskedAboutTwelveTimesADay()
    {
        Flow flow;
        flow.clock.setWall(atMinute(23 * 60 + 59));
        flow.placeAll({u"77"_s});
        flow.plan(
            R"({"cancel":{"77":{"do":"receipt_then_nothing"}},"history":{"*":{"do":"error_code","code":16060}}})");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.run(2s);
        flow.market().removeFromLists(u"77"_s);
        const int before = flow.reads("/history");
        flow.clock.setWall(atMinute(24 * 60 + 1));
        flow.run(2s);
        QVERIFY(flow.ticket(id)->isOldDay);
        for (int i = 0; i < 720; ++i) // an hour, in steps that are shorter than a request may take
            flow.jump(5s);
        const int firstDay = flow.reads("/history") - before;
        QCOMPARE(firstDay, 12);
        QVERIFY(flow.stateOf(id) == TicketState::Unknown); // not found is no proof, however often
        flow.clock.setWall(atMinute(48 * 60 + 1));
        for (int i = 0; i < 720; ++i) // an hour, in steps that are shorter than a request may take
            flow.jump(5s);
        const int secondDay = flow.reads("/history") - before - firstDay;
        QCOMPARE(secondDay, 12);
    }

    void aCarriedOrder_isProvedByTheListsOfTheNextDay()
    {
        Flow flow;
        flow.clock.setWall(atMinute(23 * 60 + 59));
        flow.placeAll({u"77"_s});
        flow.plan(
            R"({"cancel":{"77":{"do":"receipt_then_nothing"}},"history":{"*":{"do":"status","status":500}}})");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.clock.setWall(atMinute(24 * 60 + 1));
        flow.run(2s);
        QVERIFY(flow.ticket(id)->isOldDay);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->proof, u"completed list"_s);
    }

    void whatIsOwed_isAskedAfterTheClose_data()
    {
        QTest::addColumn<int>("late"); // seconds after the minute when the program is served again
        QTest::newRow("on time") << 0;
        QTest::newRow("four seconds late") << 4;
    }

    void whatIsOwed_isAskedAfterTheClose()
    {
        QFETCH(int, late);
        Flow flow;
        flow.clock.setWall(atMinute(15 * 60 + 32));
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::StillLive);
        flow.jump(110s); // beyond the first minute of reads
        const base::WallTime due = atMinute(15 * 60 + 35);
        flow.jump(due - flow.clock.wall() - 2s);
        const int before = flow.reads("type=completed");
        flow.clock.stall(base::seconds(late));
        flow.run(4s);
        QCOMPARE(flow.reads("type=completed"), before + 1);
        flow.run(60s);
        QCOMPARE(flow.reads("type=completed"), before + 1); // once
    }

    void whatIsOwed_isAskedBeforeTheSignInEnds()
    {
        Flow flow;
        flow.clock.setWall(atMinute(23 * 60 + 47));
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::StillLive);
        flow.jump(110s);
        // The sign-in is taken to end at midnight.
        flow.jump(atMinute(23 * 60 + 50) - flow.clock.wall() - 2s);
        const int before = flow.reads("type=completed");
        flow.run(5s);
        QCOMPARE(flow.reads("type=completed"), before + 1);
    }

    void aLateFill_correctsTheProof_data()
    {
        QTest::addColumn<int>("filled");
        QTest::addColumn<int>("end");
        QTest::newRow("in part") << 40 << static_cast<int>(TicketState::Proved);
        QTest::newRow("whole") << 100 << static_cast<int>(TicketState::FilledFirst);
    }

    void aLateFill_correctsTheProof()
    {
        QFETCH(int, filled);
        QFETCH(int, end);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.run(30s);
        PracticeOrder *order = flow.market().book().find(u"77"_s);
        order->filled = filled;
        flow.market().setStatus(u"77"_s, filled == 100 ? u"COMPLETE"_s : u"CANCEL_CONFIRMED"_s);
        flow.engine->desk.refresh();
        QVERIFY(flow.runUntil([&] { return flow.ticket(id)->wasCorrected; }));
        QVERIFY(flow.stateOf(id) == static_cast<TicketState>(end));
        QCOMPARE(flow.ticket(id)->filledMeanwhile, base::Decimal(filled));
        QCOMPARE(flow.engine->alarms.size(), 1);
        flow.run(3s);
        flow.engine->desk.refresh();
        flow.run(5s);
        QCOMPARE(flow.engine->alarms.size(), 1); // told once
        flow.crash();
        flow.start();
        flow.run(5s);
        QVERIFY(flow.ticket(id)->wasCorrected);
        QCOMPARE(flow.engine->alarms.size(), 0);
    }

    void anOrderThatLivesAgain_contradictsItsProof()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const QString first = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, first, TicketState::Proved);
        flow.run(10s);
        flow.market().setStatus(u"77"_s, u"CONFIRMED"_s);
        flow.engine->desk.refresh();
        flow.run(3s);
        QVERIFY(flow.stateOf(first) == TicketState::Proved); // one reading is not two
        flow.engine->desk.refresh();
        EXPECT_STATE(flow, first, TicketState::Contradicted);
        QCOMPARE(flow.engine->alarms.size(), 1);
        QCOMPARE(flow.engine->desk.cancels().unresolved().size(), std::size_t(1));
        const QString second = flow.cancel(u"77"_s);
        QVERIFY(second != first);
        EXPECT_STATE(flow, second, TicketState::Proved);
        QVERIFY(flow.stateOf(first) == TicketState::Proved);
        QCOMPARE(flow.cancels(), 2);
    }

    // The clock ran ahead over midnight and was set back: the order is of today again.
    void aClockThatWasSetBack_bringsTheDayBack()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        const base::WallTime now = flow.clock.wall();
        flow.clock.setWall(now + 24h);
        flow.run(2s);
        QVERIFY(flow.ticket(id)->isOldDay);
        flow.clock.setWall(now + 2s);
        flow.run(2s);
        QVERIFY(!flow.ticket(id)->isOldDay);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->proof, u"completed list"_s);
    }
};

QTEST_GUILESS_MAIN(TestCancelTime)
#include "test_cancel_time.moc"
