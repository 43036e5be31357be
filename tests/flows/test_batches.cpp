// SPDX-License-Identifier: Apache-2.0
// What a person does with a batch that is under way: pauses it, stops it, asks again for what was refused;
// and what the venue does to it: 429, a sign-out, a day's end. Nothing leaves twice, and "not sent" means not
// one byte.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::PracticeOrder;
using support::Flow;

namespace {

constexpr int many = 30; // nearly four seconds at eight a second

struct Batch
{
    Batch()
    {
        for (int i = 0; i < many; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.start();
        const auto asked = flow.ask(flow.openRows());
        id = asked->batch;
        for (const cancel::TicketPtr &each : asked->tickets)
            tickets << each->id;
    }

    [[nodiscard]] int in(TicketState state) const
    {
        return static_cast<int>(std::count_if(tickets.begin(), tickets.end(), [&](const QString &ticket) {
            return flow.stateOf(ticket) == state;
        }));
    }
    [[nodiscard]] cancel::CancelDesk &cancels() { return flow.engine->desk.cancels(); }

    Flow flow;
    QString id;
    QStringList tickets;
};

QStringList arrivedIds(const Flow &flow)
{
    QStringList ids;
    for (const practice::Arrival &each : flow.venue->arrivals().arrivals()) {
        if (each.method == "DELETE")
            ids << each.orderId;
    }
    return ids;
}

} // namespace

class TestBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesAndGoesOn()
    {
        Batch batch;
        batch.flow.run(1s);
        batch.cancels().pause(batch.id, true);
        batch.flow.run(1s); // what was on the wire arrives
        const int left = batch.flow.cancels();
        QVERIFY(left > 0 && left < many);
        batch.flow.run(10s);
        QCOMPARE(batch.flow.cancels(), left);
        QCOMPARE(batch.in(TicketState::Queued), many - left);
        QCOMPARE(batch.in(TicketState::Proved), left); // what left is seen to its end
        batch.cancels().pause(batch.id, false);
        QVERIFY(batch.flow.runUntil([&] { return batch.in(TicketState::Proved) == many; }));
        QCOMPARE(batch.flow.cancels(), many);
    }

    // A pause stretches no consent: what was agreed to was agreed to for now.
    void consentRunsOutInAPause()
    {
        Batch batch;
        batch.flow.run(1s);
        batch.cancels().pause(batch.id, true);
        batch.flow.run(60s);
        QCOMPARE(batch.in(TicketState::Queued), 0);
        const int left = batch.flow.cancels();
        QCOMPARE(batch.in(TicketState::NotSent), many - left);
        batch.cancels().pause(batch.id, false);
        batch.flow.run(5s);
        QCOMPARE(batch.flow.cancels(), left);
    }

    void stopsWhatHasNotLeft_alsoInAPause()
    {
        Batch batch;
        batch.flow.run(1s);
        batch.cancels().pause(batch.id, true);
        batch.cancels().stop(batch.id);
        QVERIFY(!batch.cancels().isPaused(batch.id));
        const int left = many - batch.in(TicketState::NotSent);
        QVERIFY(batch.flow.runUntil([&] { return batch.in(TicketState::Proved) == left; }));
        QCOMPARE(batch.flow.cancels(), left);
        for (const QString &each : batch.tickets)
            QCOMPARE(batch.flow.ticket(each)->writes,
                     batch.flow.stateOf(each) == TicketState::Proved ? 1 : 0);
    }

    void aPausedBatch_holdsUpNoOther()
    {
        Batch batch;
        batch.cancels().pause(batch.id, true);
        batch.flow.placeAll({u"2000"_s});
        batch.flow.engine->desk.refresh();
        QVERIFY(batch.flow.runUntil([&] { return batch.flow.row(u"2000"_s) != nullptr; }));
        const int before = batch.flow.cancels();
        const QString other = batch.flow.cancel(u"2000"_s);
        EXPECT_STATE(batch.flow, other, TicketState::Proved);
        QCOMPARE(batch.flow.cancels(), before + 1);
    }

    void retriesTheRefused_afterAReading()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":44000,"times":1)");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        const auto refused = [&] { return flow.engine->desk.cancels().refusedOf(batch->batch); };
        QVERIFY(flow.runUntil([&] { return refused().size() == 1; }));
        QCOMPARE(refused().front()->key.orderId, u"77"_s);

        flow.run(5s);
        const int readsBefore = flow.reads("type=pending");
        const QString again = flow.cancel(u"77"_s);
        QVERIFY(refused().empty()); // it is being asked for again
        EXPECT_STATE(flow, again, TicketState::Proved);
        QCOMPARE(flow.ticket(again)->attempt, 2);
        QCOMPARE(flow.cancelsOf(u"77"_s), 2);
        // The list was read after the question and before the second request left.
        int readsAfter = 0;
        bool hasLeft = false;
        const auto &all = flow.venue->arrivals().arrivals();
        for (auto each = all.rbegin(); each != all.rend(); ++each) {
            if (each->method == "DELETE" && each->orderId == "77"_L1) {
                hasLeft = true;
                readsAfter =
                    static_cast<int>(std::count_if(each, all.rend(), [](const practice::Arrival &arrival) {
                        return arrival.method == "GET" &&
                               (arrival.path + '?' + arrival.query).contains("type=pending");
                    }));
                break;
            }
        }
        QVERIFY(hasLeft);
        QVERIFY2(readsAfter > readsBefore, qPrintable(QString::number(readsAfter)));
    }

    // Between the refusal and the second try the order has filled: nothing leaves.
    // An attempt that never left does not hide that an earlier one did.
    void retriesAfterAReading_alsoWhenAnAttemptWasStopped()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":44000,"times":1)");
        flow.start();
        const QString first = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, first, TicketState::Refused);
        flow.run(5s);
        const auto second = flow.ask({flow.row(u"77"_s)});
        flow.engine->desk.cancels().stop(second->batch);
        EXPECT_STATE(flow, second->tickets[0]->id, TicketState::NotSent);
        flow.run(5s);
        flow.plan(R"({"list":{"pending":{"do":"silence"}}})");
        const QString third = flow.cancel(u"77"_s);
        flow.run(2s);
        QVERIFY(flow.stateOf(third) == TicketState::Queued); // the list has not been read yet
        QCOMPARE(flow.cancelsOf(u"77"_s), 1);
    }

    void aSignOut_endsAPausedBatchToo()
    {
        Batch batch;
        batch.flow.run(1s);
        batch.cancels().pause(batch.id, true);
        batch.flow.run(1s);
        QVERIFY(batch.in(TicketState::Queued) > 0);
        const int left = batch.flow.cancels();
        batch.flow.plan(R"({"list":{"*":{"do":"status","status":401}}})");
        batch.flow.engine->desk.refresh();
        QVERIFY(batch.flow.runUntil([&] { return batch.in(TicketState::Queued) == 0; }, 10s));
        QCOMPARE(batch.in(TicketState::NotSent), many - left);
        QCOMPARE(batch.flow.cancels(), left);
    }

    void retriesNothingThatIsOver()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":44000,"times":1)");
        flow.start();
        const QString first = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, first, TicketState::Refused);
        flow.run(60s); // no read is due any more
        flow.market().fill(u"77"_s, 100);
        const QString again = flow.cancel(u"77"_s);
        QVERIFY(flow.runUntil([&] { return flow.stateOf(again) != TicketState::Queued; }));
        // Whichever list comes first: the one tells of the fill, the other that the order has left it.
        QVERIFY(flow.stateOf(again) == TicketState::FilledFirst ||
                flow.stateOf(again) == TicketState::NotSent);
        QCOMPARE(flow.ticket(again)->writes, 0);
        QCOMPARE(flow.cancelsOf(u"77"_s), 1);
    }

    void tooManyRequests_pauseTheLane()
    {
        Flow flow;
        for (int i = 0; i < many; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.plan(u"1029"_s, R"("do":"status","status":429,"retry_after":4,"times":1)");
        PracticeOrder first = Flow::order(u"1029"_s);
        flow.market().book().find(u"1029"_s)->quantity = 100'000; // it leaves first
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        flow.run(1s);
        const int atThePause = flow.cancels(); // with it those that were on the wire at that moment
        QVERIFY(atThePause <= 6);
        flow.run(2500ms);
        QCOMPARE(flow.cancels(), atThePause);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == many; }));
        QCOMPARE(flow.cancelsOf(u"1029"_s), 1); // it is not sent again by itself
    }

    void signOut_leavesTheRestUnsent()
    {
        Flow flow;
        for (int i = 0; i < many; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.market().book().find(u"1029"_s)->quantity = 100'000;
        flow.plan(u"1029"_s, R"("do":"status","status":401,"times":1)");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        flow.run(5s);
        int unsent = 0;
        for (const cancel::TicketPtr &each : batch->tickets) {
            const cancel::TicketPtr ticket = flow.ticket(each->id);
            QVERIFY2(ticket->state != TicketState::Refused,
                     qPrintable(ticket->key.orderId)); // nothing has failed
            if (ticket->state != TicketState::NotSent)
                continue;
            ++unsent;
            QCOMPARE(ticket->writes, 0);
            QCOMPARE(ticket->why, u"signed_out"_s);
            QCOMPARE(flow.cancelsOf(ticket->key.orderId), 0);
        }
        QVERIFY2(unsent >= many - 6, qPrintable(QString::number(unsent)));
    }

    void marketAndStopOrders_leaveFirst()
    {
        Flow flow;
        for (int i = 0; i < 20; ++i) {
            PracticeOrder dear = Flow::order(QString::number(1000 + i));
            dear.quantity = 100'000;
            flow.place(dear);
        }
        PracticeOrder market = Flow::order(u"77"_s);
        market.type = u"MARKET"_s;
        market.price = 0;
        flow.place(market);
        PracticeOrder stop = Flow::order(u"78"_s);
        stop.type = u"SL"_s;
        stop.triggerPrice = 1100;
        stop.quantity = 10;
        flow.place(stop);
        flow.start();
        QVERIFY(flow.ask(flow.openRows()));
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 22; }));
        const QStringList ids = arrivedIds(flow);
        QVERIFY2(ids.indexOf(u"77"_s) < 6 && ids.indexOf(u"78"_s) < 6, qPrintable(ids.join(u' ')));
    }

    // The record goes on in a new file in the middle of it all, and the program dies after.
    void aTurnedPage_losesNoTicket()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s, u"79"_s});
        flow.plan(R"({"cancel":{"78":{"do":"receipt_then_nothing"},"79":{"do":"receipt_then_nothing"}}})");
        flow.start();
        const QString proved = flow.cancel(u"77"_s);
        const QString open = flow.cancel(u"78"_s);
        EXPECT_STATE(flow, proved, TicketState::Proved);
        EXPECT_STATE(flow, open, TicketState::Receipt);
        // As many rows as make a page long.
        const std::vector<journal::Entry> rows(50'000, journal::Entry{u"note"_s, {}, {}, {}, u"x"_s, {}});
        QVERIFY(flow.engine->journal.appendAll(rows));
        const QString file = flow.engine->journal.fileId();
        const QString later = flow.cancel(u"79"_s); // asking turns it
        QVERIFY(flow.engine->journal.fileId() != file);
        EXPECT_STATE(flow, later, TicketState::Receipt);
        flow.crash();
        flow.start();
        QCOMPARE(flow.stateOf(proved), TicketState::Proved);
        QVERIFY(flow.ticket(open)->isOpen());
        QVERIFY(flow.ticket(later)->isOpen());
        QCOMPARE(flow.ticket(open)->writes, 1);
        QCOMPARE(flow.ticket(open)->asked->quantity, base::Decimal(100));
        EXPECT_STATE(flow, open, TicketState::StillLive);
        flow.market().setStatus(u"78"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, open, TicketState::Proved);
        QCOMPARE(flow.cancels(), 3);
        const auto verified = flow.engine->journal.verify();
        QVERIFY(verified && verified->ok);
        QVERIFY(verified->rows > 50'000);
    }
};

QTEST_GUILESS_MAIN(TestBatches)
#include "test_batches.moc"
