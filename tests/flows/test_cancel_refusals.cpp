// SPDX-License-Identifier: Apache-2.0
// Answers that say no: signed out, throttled, not allowed, refused. Each is told as what it is, and what
// waited behind it either waits on or is not sent.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;

namespace {

QStringList manyIds(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << QString::number(1000 + i);
    return ids;
}

int countIn(const Flow &flow, const cancel::BatchResult &batch, TicketState state)
{
    return static_cast<int>(
        std::count_if(batch.tickets.begin(), batch.tickets.end(),
                      [&](const cancel::TicketPtr &each) { return flow.stateOf(each->id) == state; }));
}

} // namespace

class TestCancelRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShutDoor_holdsBackTheRest_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("why");
        QTest::newRow("401") << R"("do":"status","status":401)"_ba << u"signed_out"_s;
        QTest::newRow("403") << R"("do":"status","status":403)"_ba << u"signed_out"_s;
        QTest::newRow("40000") << R"("do":"error_code","code":40000)"_ba << u"not_allowed"_s;
    }

    void aShutDoor_holdsBackTheRest()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, why);
        Flow flow;
        flow.placeAll(manyIds(20));
        flow.plan(u"*"_s, fault);
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        QVERIFY(flow.runUntil([&] { return !flow.engine->desk.cancels().isBusy(); }));
        const int taken = countIn(flow, *batch, TicketState::NotTaken);
        QVERIFY2(taken >= 1 && taken <= 6, qPrintable(QString::number(taken)));
        QCOMPARE(countIn(flow, *batch, TicketState::NotSent), 20 - taken);
        QCOMPARE(flow.cancels(), taken);
        for (const cancel::TicketPtr &each : batch->tickets) {
            const cancel::TicketPtr now = flow.ticket(each->id);
            QCOMPARE(now->why, why);
            QCOMPARE(now->writes, now->state == TicketState::NotTaken ? 1 : 0);
        }
    }

    void afterASignIn_aRefusedOneIsVerifiedAndAskedAnew()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"status","status":401,"times":1)");
        flow.start();
        const QString first = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, first, TicketState::NotTaken);
        flow.run(12s);
        QVERIFY(!flow.ticket(first)->isVerified); // signed out: nothing was read
        QCOMPARE(flow.engine->desk.cancels().unresolved().size(), std::size_t(1));

        const QString early = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, early, TicketState::NotSent);
        QCOMPARE(flow.ticket(early)->why, u"signed_out"_s);

        flow.engine->desk.signIn(u"pocketful"_s, flow.venue->connections().front().secret);
        QVERIFY(flow.runUntil([&] { return flow.ticket(first)->isVerified; }));
        QVERIFY(flow.engine->desk.cancels().unresolved().empty());
        const QString second = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, second, TicketState::Proved);
        QCOMPARE(flow.cancels(), 2);
    }

    void tooManyRequests_pausesAndGoesOn()
    {
        Flow flow;
        flow.placeAll(manyIds(12));
        flow.plan(u"*"_s, R"("do":"status","status":429,"retry_after":4,"times":1)");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        QVERIFY(flow.runUntil([&] { return countIn(flow, *batch, TicketState::NotTaken) == 1; }));
        const auto throttled = flow.clock.wall();
        const int before = flow.cancels();
        QVERIFY(before <= 6);
        flow.run(3900ms);
        QCOMPARE(flow.cancels(), before); // what was on its way had left already
        QVERIFY(flow.runUntil([&] { return countIn(flow, *batch, TicketState::Proved) == 11; }));
        QVERIFY(flow.clock.wall() - throttled >= 4s);
        QCOMPARE(flow.cancels(), 12);
        const auto refused =
            std::find_if(batch->tickets.begin(), batch->tickets.end(),
                         [&](const auto &each) { return flow.stateOf(each->id) == TicketState::NotTaken; });
        QCOMPARE(flow.ticket((*refused)->id)->why, u"throttled"_s);
        QVERIFY(flow.runUntil([&] { return flow.ticket((*refused)->id)->isVerified; }));
        const QString again = flow.cancel((*refused)->key.orderId);
        EXPECT_STATE(flow, again, TicketState::Proved);
    }

    void aPlainRefusal_isBelievedOnceTheBookShowsTheOrder()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        flow.plan(R"({"cancel":{"*":{"do":"error_code","code":44000,"message":"the market is closed"}},
                      "list":{"*":{"do":"delay","after_ms":300}}})");
        const int readsBefore = flow.reads("type=pending");
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::RefusedUnverified);
        QCOMPARE(flow.engine->desk.cancels().unresolved().size(), std::size_t(1));
        EXPECT_STATE(flow, id, TicketState::Refused);
        QVERIFY(flow.reads("type=pending") > readsBefore);
        QCOMPARE(flow.ticket(id)->venueMessage, u"the market is closed"_s);
        QCOMPARE(flow.ticket(id)->why, u"refused"_s);
        QVERIFY(flow.clock.wall() - *flow.ticket(id)->sentAt < 2s); // told at once
        QVERIFY(flow.engine->desk.cancels().unresolved().empty());
        QCOMPARE(flow.cancels(), 1);
    }

    // A refusal and an order that has changed in the same moment.
    void aRefusal_whoseOrderIsOver_isThatEnd()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":44000,"after_ms":500)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Sending);
        flow.market().fill(u"77"_s, 100);
        EXPECT_STATE(flow, id, TicketState::FilledFirst);
        QCOMPARE(flow.cancels(), 1);
    }

    void aRefusal_isNotBelievedFromAListOfBefore()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        flow.plan(
            R"({"cancel":{"77":{"do":"error_code","code":44000}},"list":{"*":{"do":"delay","after_ms":2000}}})");
        flow.engine->desk.refresh(); // this one begins before the answer and ends after it
        flow.run(100ms);
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::RefusedUnverified);
        flow.run(2s);
        QVERIFY(flow.stateOf(id) == TicketState::RefusedUnverified);
        EXPECT_STATE(flow, id, TicketState::Refused);
    }

    void aCancelThatIsPendingAlready_isFollowed()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":200116)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), 1);
    }

    // Somebody else's cancel that failed in the morning stands in the row: it is no answer to ours.
    void anOldRejection_isNoNews()
    {
        Flow flow;
        practice::PracticeOrder order = Flow::order(u"77"_s);
        order.status = u"CANCEL_REJECTED"_s;
        flow.place(order);
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.run(4s);
        QVERIFY(flow.stateOf(id) == TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_REJECTED"_s); // with a newer marker: of ours
        EXPECT_STATE(flow, id, TicketState::Refused);
        QCOMPARE(flow.ticket(id)->why, u"cancel_rejected"_s);
    }

    void aRejectionAndARefusal_areOneRefusal()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"error_code","code":44000,"after_ms":300)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Sending);
        flow.market().setStatus(u"77"_s, u"CANCEL_REJECTED"_s);
        EXPECT_STATE(flow, id, TicketState::Refused);
        flow.run(20s);
        QVERIFY(flow.story(id).filter(u"unlisted"_s).isEmpty()); // no noise with each reading
    }
};

QTEST_GUILESS_MAIN(TestCancelRefusals)
#include "test_cancel_refusals.moc"
