// SPDX-License-Identifier: Apache-2.0
// What one list alone does not show: legs and successors stand in the other one, and the journal may be past
// reading. Until all of it is known nothing is proved, and nothing leaves.
#include "support/engine_fixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

class TestHalfBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The list of what is over comes first after a restart; the legs that live on are in the other.
    void anEndBeforeTheOpenOrders_isNoProof()
    {
        Flow flow;
        for (const char *leg : {"ENTRY", "SECOND", "THIRD"})
            flow.place(Flow::order(u"77"_s, u"BO"_s, QString::fromLatin1(leg)));
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s, u"ENTRY"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.crash();
        flow.market().book().find(u"77"_s, u"ENTRY"_s)->status = u"CANCEL_CONFIRMED"_s;
        flow.plan(R"({"list":{"pending":{"do":"delay","after_ms":5000,"times":1}}})");
        flow.start();
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->liveLegs.size(), std::size_t(2));
        QCOMPARE(flow.engine->alarms, QStringList()); // there was no moment in which it said less
        QCOMPARE(flow.cancels(), 1);
    }

    void whatTookThePlaceOfItsSuccessorLivesToo()
    {
        Flow flow(FlowOptions::onApex());
        const QString order = flow.placeAtApex();
        flow.start();
        flow.plan(order, R"("do":"receipt_then_nothing")");
        const QString id = flow.cancel(order);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        practice::ApexMarket &market = flow.venue->apex();
        const qint64 second =
            market.replace(order.toLongLong(), "19011", practice::apexDecimal("1"))->orderId;
        EXPECT_STATE(flow, id, TicketState::Contradicted);
        const qint64 third = market.replace(second, "19012", practice::apexDecimal("1"))->orderId;
        flow.run(2min);
        QVERIFY2(flow.stateOf(id) == TicketState::Contradicted, qPrintable(flow.story(id).join(u" | "_s)));
        QCOMPARE(flow.ticket(id)->liveSuccessors().front()->orderId, QString::number(third));
        QVERIFY(market.cancelNow(third));
        EXPECT_STATE(flow, id, TicketState::Proved);
    }

    // The history has told; the book still shows the order, for its lists cannot be read.
    void aProvedOrderThatAnOldBookShows_isNotAskedForAgain()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.run(2s);
        flow.plan(
            R"({"list":{"pending":{"do":"status","status":500},"completed":{"do":"status","status":500}}})");
        QVERIFY(flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s));
        EXPECT_STATE(flow, id, TicketState::Proved);
        const orders::OrderPtr row = flow.row(u"77"_s);
        QVERIFY(row->isAlive());
        const auto plan = flow.engine->desk.planCancel({row->key});
        QVERIFY(!plan.orders.front().isPossible);
        QCOMPARE(plan.orders.front().obstacleWord, u"final"_s);
        const auto again = flow.engine->desk.cancels().ask({{row, row->effect}}, cancel::Consent());
        QCOMPARE(again->tickets.front()->id, id);
        flow.run(10s);
        QCOMPARE(flow.cancels(), 1);
    }

    // Not the last rows, which are checked as it is opened.
    void aJournalThatCannotBeRead_letsNothingLeave()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"silence")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Unknown);
        journal::Entry filler;
        filler.kind = u"note"_s;
        filler.text = QString(1000, u'x');
        QVERIFY(flow.engine->journal.appendAll(std::vector(3000, filler)));
        flow.engine.reset(); // it folds all of it into the one file
        QFile file(flow.folder() + u"/journal.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.size() > 2'000'000);
        QVERIFY(file.seek(file.size() / 2 / 4096 * 4096) && file.write(QByteArray(8 * 4096, '\0')) > 0);
        file.close();
        flow.start();
        QVERIFY(flow.engine->desk.cancelsForbidden());
        QVERIFY2(flow.engine->desk.cancelsForbidden()->text.contains(u"none may leave"_s),
                 qPrintable(flow.engine->desk.cancelsForbidden()->text));
        const auto asked = flow.ask({flow.row(u"77"_s)});
        QVERIFY(!asked);
        flow.run(5s);
        QCOMPARE(flow.cancels(), 1);
    }

    // The lid was closed while the question stood: what it does to a leg is known by an old book alone.
    void aLegWaitsForABookOfAfterTheSleep()
    {
        Flow flow;
        practice::PracticeOrder entry = Flow::order(u"77"_s, u"BO"_s, u"ENTRY"_s);
        entry.status = u"COMPLETE"_s;
        entry.filled = entry.quantity;
        flow.place(entry);
        flow.place(Flow::order(u"77"_s, u"BO"_s, u"THIRD"_s));
        flow.start();
        const orders::OrderPtr leg = flow.row(u"77"_s, u"THIRD"_s);
        QVERIFY(leg);
        flow.plan(R"({"list":{"*":{"do":"silence"}}})");
        flow.clock.sleep(2h);
        QVERIFY(flow.ask({leg}));
        flow.run(2s);
        QCOMPARE(flow.cancels(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHalfBooks)
#include "test_half_books.moc"
