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
