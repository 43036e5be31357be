// SPDX-License-Identifier: Apache-2.0
// What a venue takes back, tells late or tells again and again: old revisions prove nothing, and the journal
// holds each piece of news once.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;

class TestLateNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOldRevisionIsNotTheEnd_data()
    {
        QTest::addColumn<bool>("wasCancelled");
        QTest::newRow("complete, then a trade is taken back") << false;
        QTest::newRow("cancelled, then alive again") << true;
    }

    void anOldRevisionIsNotTheEnd()
    {
        QFETCH(bool, wasCancelled);
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        if (wasCancelled) {
            flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
            flow.run(1s);
            flow.market().setStatus(u"77"_s, u"CONFIRMED"_s);
        } else {
            QVERIFY(flow.market().fill(u"77"_s, 100));
            flow.run(1s);
            flow.market().bust(*flow.market().book().find(u"77"_s), 30);
        }
        flow.run(1s);
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing","times":1)");
        flow.start();
        QVERIFY(flow.row(u"77"_s)->isAlive());
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.run(25s); // its history is asked for 8 s after sending
        QVERIFY(flow.reads("/history") > 0);
        QVERIFY2(flow.stateOf(id) == TicketState::StillLive, qPrintable(flow.story(id).join(u" | "_s)));
    }

    void aTradeTakenBackIsToldAsThat()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        QVERIFY(flow.market().fill(u"77"_s, 60));
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.run(3s);
        flow.market().bust(*flow.market().book().find(u"77"_s), 60);
        flow.engine->desk.refresh();
        QVERIFY(flow.runUntil([&] { return !flow.engine->alarms.isEmpty(); }));
        const QString told = flow.engine->alarms.constFirst();
        QVERIFY2(told.contains(u"a fill of 60 was taken back: filled 0 now"_s), qPrintable(told));
    }

    // Nothing on disk says when the lists of before the restart were read: the first ones after it count.
    void whatLivesAgainAfterARestart_isToldAsThat()
    {
        Flow flow;
        flow.place(Flow::order(u"77"_s, u"AMO"_s)); // its marker never changes
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.crash();
        flow.market().setStatus(u"77"_s, u"AMO_REQ_RECEIVED"_s);
        flow.start();
        for (int i = 0; i < 4 && flow.stateOf(id) != TicketState::Contradicted; ++i) {
            flow.engine->desk.refresh();
            flow.run(3s);
        }
        QVERIFY2(flow.stateOf(id) == TicketState::Contradicted, qPrintable(flow.story(id).join(u" | "_s)));
        QCOMPARE(flow.engine->alarms.size(), 1);
        QCOMPARE(flow.cancels(), 1);
    }

    // Order ids begin anew each day at some brokers.
    void theNextDaysOrderOfTheSameId_provesNothing()
    {
        Flow flow;
        const base::WallTime lateEvening(base::milliseconds(1'710'527'340'000)); // 23:59 in India
        flow.clock.setWall(lateEvening);
        flow.placeAll({u"77"_s});
        flow.plan(
            R"({"cancel":{"77":{"do":"receipt_then_nothing"}},"history":{"*":{"do":"status","status":500}}})");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().removeFromLists(u"77"_s);
        flow.clock.setWall(lateEvening + 2min);
        flow.run(3s);
        QVERIFY(flow.ticket(id)->isOldDay);
        practice::PracticeOrder next = Flow::order(u"77"_s);
        next.status = u"CANCEL_CONFIRMED"_s;
        flow.place(next);
        const auto isListed = [&] {
            const auto rows = flow.engine->desk.withOrderId(u"77"_s);
            return std::any_of(rows.begin(), rows.end(), [&](const orders::OrderPtr &row) {
                return row->key.day != flow.ticket(id)->key.day && !row->isAlive();
            });
        };
        for (int i = 0; i < 10 && !isListed(); ++i) {
            flow.engine->desk.refresh();
            flow.run(3s);
        }
        QVERIFY(isListed());
        QVERIFY2(flow.stateOf(id) == TicketState::Unknown, qPrintable(flow.story(id).join(u" | "_s)));
    }

    // A person has ended it; what each list says of it from then on is written once.
    void whatEndsAfterAPersonEndedIt_isNoFlood()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"drop_before")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Unknown);
        QVERIFY(flow.engine->desk.cancels().acknowledge(id, u"A. Trader"_s, u"the desk has confirmed it"_s));
        flow.market().setStatus(u"77"_s, u"REJECTED"_s);
        for (int i = 0; i < 10; ++i) {
            flow.engine->desk.refresh();
            flow.run(3s);
        }
        QVERIFY(flow.reads("type=completed") > 5);
        QVERIFY2(flow.story(id).filter(u"REJECTED"_s).size() <= 1, qPrintable(flow.story(id).join(u" | "_s)));
    }
};

QTEST_GUILESS_MAIN(TestLateNews)
#include "test_late_news.moc"
