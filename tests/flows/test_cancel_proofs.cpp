// SPDX-License-Identifier: Apache-2.0
// Cancels that a venue takes: one request each, and proof only by what the book shows.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::PracticeOrder;
using support::Broker;
using support::Flow;
using support::FlowOptions;

namespace {

PracticeOrder leg(const QString &type, const QString &name, const QString &status)
{
    PracticeOrder made = Flow::order(u"77"_s, type, name);
    made.status = status;
    if (name != "ENTRY"_L1) {
        made.side = u"SELL"_s;
        made.type = name == "THIRD"_L1 ? u"SL"_s : u"LIMIT"_s;
        made.triggerPrice = name == "THIRD"_L1 ? 1100 : 0;
    }
    return made;
}

// Order 77 in one of its forms.
QList<PracticeOrder> family(const QString &form)
{
    if (form == "REGULAR"_L1)
        return {Flow::order(u"77"_s)};
    if (form == "AMO"_L1) {
        PracticeOrder made = Flow::order(u"77"_s, u"AMO"_s);
        made.status = u"AMO_REQ_RECEIVED"_s;
        return {made};
    }
    if (form == "CO"_L1)
        return {leg(u"CO"_s, u"ENTRY"_s, u"CONFIRMED"_s), leg(u"CO"_s, u"THIRD"_s, u"TRIGGER_PENDING"_s)};
    if (form == "BO"_L1)
        return {leg(u"BO"_s, u"ENTRY"_s, u"CONFIRMED"_s), leg(u"BO"_s, u"SECOND"_s, u"PENDING"_s),
                leg(u"BO"_s, u"THIRD"_s, u"PENDING"_s)};
    if (form == "SPD"_L1)
        return {leg(u"SPD"_s, u"ENTRY"_s, u"CONFIRMED"_s)};
    // The stop of a bracket whose entry is filled.
    PracticeOrder entry = leg(u"BO"_s, u"ENTRY"_s, u"COMPLETE"_s);
    entry.filled = entry.quantity;
    return {entry, leg(u"BO"_s, u"SECOND"_s, u"CONFIRMED"_s), leg(u"BO"_s, u"THIRD"_s, u"TRIGGER_PENDING"_s)};
}

QString cancelledLeg(const QString &form)
{
    if (form == "REGULAR"_L1 || form == "AMO"_L1)
        return {};
    return form == "stop"_L1 ? u"THIRD"_s : u"ENTRY"_s;
}

QString connectionOf(Broker broker)
{
    return practice::profileOf(broker).name;
}

// The venue takes it and does nothing by itself.
QString cancelBracketEntry(Flow &flow)
{
    for (const PracticeOrder &each : family(u"BO"_s))
        flow.place(each);
    flow.plan(u"77:ENTRY"_s, R"("do":"receipt_then_nothing")");
    flow.start();
    return flow.cancel(u"77"_s, u"ENTRY"_s);
}

} // namespace

class TestCancelProofs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proves_data()
    {
        QTest::addColumn<int>("broker");
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("isEncrypted");
        for (const Broker broker : practice::brokers) {
            for (const char *form : {"REGULAR", "AMO", "CO", "BO", "SPD", "stop"}) {
                QTest::addRow("%s %s", qPrintable(connectionOf(broker)), form)
                    << static_cast<int>(broker) << QString::fromLatin1(form) << false;
            }
            QTest::addRow("%s encrypted", qPrintable(connectionOf(broker)))
                << static_cast<int>(broker) << u"BO"_s << true;
        }
    }

    void proves()
    {
        QFETCH(int, broker);
        QFETCH(QString, form);
        QFETCH(bool, isEncrypted);
        const auto at = static_cast<Broker>(broker);
        FlowOptions options;
        options.isEncrypted = isEncrypted;
        options.connections = {connectionOf(at)};
        options.venue.tradelab.strict = {at};
        options.venue.market.legCancelSquaresOff = false;
        Flow flow(options);
        const auto rows = family(form);
        for (const PracticeOrder &each : rows)
            flow.place(each, at);
        flow.placeAll({u"78"_s}, at);
        flow.start();
        const QString id = flow.cancel(u"77"_s, cancelledLeg(form));
        EXPECT_STATE(flow, id, TicketState::Receipt);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.run(15s);
        const cancel::TicketPtr ticket = flow.ticket(id);
        QVERIFY(ticket->state == TicketState::Proved);
        QCOMPARE(ticket->writes, 1);
        QCOMPARE(ticket->proof, u"completed list"_s);
        QVERIFY(ticket->sentAt && ticket->receiptAt && ticket->endedAt);
        QVERIFY(ticket->liveLegs.empty()); // the venue dropped them with the entry
        QCOMPARE(flow.cancels(), 1);
        QCOMPARE(flow.engine->alarms, QStringList());
        QVERIFY(flow.row(u"78"_s)->isAlive());
    }

    void tellsOfAFill_whereCancellingALegTrades()
    {
        Flow flow;
        for (const PracticeOrder &each : family(u"stop"_s))
            flow.place(each);
        flow.start();
        const QString id = flow.cancel(u"77"_s, u"THIRD"_s);
        EXPECT_STATE(flow, id, TicketState::FilledFirst);
        QCOMPARE(flow.ticket(id)->filledMeanwhile, base::Decimal(100));
        QCOMPARE(flow.cancels(), 1);
    }

    void namesTheLegsThatLiveOn()
    {
        Flow flow;
        const QString id = cancelBracketEntry(flow);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"ENTRY"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->liveLegs.size(), std::size_t(2));

        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"THIRD"_s);
        flow.engine->desk.refresh();
        QVERIFY(flow.runUntil([&] { return flow.ticket(id)->liveLegs.size() == 1; }));
        QCOMPARE(flow.ticket(id)->liveLegs.front()->leg, u"SECOND"_s);
        QVERIFY(flow.story(id).last().startsWith("legs: "_L1));
    }

    // One leg goes and another comes to life: as many as before, and not the same.
    void namesTheLegThatComesToLife()
    {
        Flow flow;
        const QString id = cancelBracketEntry(flow);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"THIRD"_s);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"ENTRY"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->liveLegs.front()->leg, u"SECOND"_s);
        const auto alarms = flow.engine->alarms.size();
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"SECOND"_s);
        flow.market().setStatus(u"77"_s, u"CONFIRMED"_s, u"THIRD"_s);
        flow.engine->desk.refresh();
        QVERIFY(flow.runUntil([&] {
            const auto &legs = flow.ticket(id)->liveLegs;
            return legs.size() == 1 && legs.front()->leg == u"THIRD"_s;
        }));
        QCOMPARE(flow.engine->alarms.size(), alarms + 1);
        QVERIFY(flow.engine->alarms.last().contains(u"a leg that should have gone with it works: THIRD"_s));
    }

    void legsWhoseEntryHasLeftTheLists_areStillAlive()
    {
        Flow flow;
        const QString id = cancelBracketEntry(flow);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"ENTRY"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->liveLegs.size(), std::size_t(2));
        flow.market().book().find(u"77"_s, u"ENTRY"_s)->isHidden = true;
        for (int i = 0; i < 3; ++i) {
            flow.engine->desk.refresh();
            flow.run(3s);
        }
        QCOMPARE(flow.row(u"77"_s, u"ENTRY"_s), nullptr);
        QCOMPARE(flow.ticket(id)->liveLegs.size(), std::size_t(2));
    }

    void aReceiptIsNoProof()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(R"({"list":{"*":{"do":"stale_list","after_ms":0}}})"); // lists of before
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.run(4s);
        QCOMPARE(flow.statusOf(u"77"_s), u"CANCEL_CONFIRMED"_s);
        QVERIFY(flow.reads("type=completed") > 2); // it has looked
        QVERIFY2(flow.stateOf(id) == TicketState::Receipt, qPrintable(flow.story(id).join(u'\n')));
        flow.plan("{}");
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), 1);
    }

    void aReceiptThatNothingFollows_isStillLive()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing","times":1)");
        flow.start();
        const QString first = flow.cancel(u"77"_s);
        flow.run(4500ms);
        QVERIFY(flow.stateOf(first) == TicketState::Receipt);
        EXPECT_STATE(flow, first, TicketState::StillLive);
        const auto waited = flow.clock.wall() - *flow.ticket(first)->sentAt;
        QVERIFY(waited >= 10s && waited < 16s);
        QCOMPARE(flow.engine->alarms.size(), 1);
        QCOMPARE(flow.cancels(), 1); // the program itself never asks again

        const QString second = flow.cancel(u"77"_s);
        QVERIFY(second != first);
        EXPECT_STATE(flow, second, TicketState::Proved);
        QCOMPARE(flow.ticket(second)->attempt, 2);
        QVERIFY(flow.stateOf(first) == TicketState::Proved); // one evidence closes both
        QCOMPARE(flow.cancels(), 2);
    }

    void asksJoin_whileOneIsUnderWay_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("state");
        QTest::newRow("no answer yet") << R"("do":"silence")"_ba << static_cast<int>(TicketState::Sending);
        QTest::newRow("receipt") << R"("do":"receipt_then_nothing")"_ba
                                 << static_cast<int>(TicketState::Receipt);
        QTest::newRow("unknown") << R"("do":"drop_before")"_ba << static_cast<int>(TicketState::Unknown);
    }

    void asksJoin_whileOneIsUnderWay()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, state);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, fault);
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        QVERIFY(flow.stateOf(id) == TicketState::Queued);
        const orders::OrderPtr row = flow.row(u"77"_s);
        const auto askAgain = [&] {
            const auto again = flow.engine->desk.cancels().ask({{row, row->effect}}, cancel::Consent());
            return again ? again->tickets.at(0)->id : QString();
        };
        QCOMPARE(askAgain(), id);
        EXPECT_STATE(flow, id, static_cast<TicketState>(state));
        QCOMPARE(askAgain(), id);
        QCOMPARE(askAgain(), id);
        flow.run(3s);
        QCOMPARE(flow.cancels(), 1);
        QCOMPARE(flow.story(id).filter(u"joined"_s).size(), 3);
    }

    void oneOrderNamedTwice_leavesOnce()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const orders::OrderPtr row = flow.row(u"77"_s);
        const auto batch =
            flow.engine->desk.cancels().ask({{row, row->effect}, {row, row->effect}}, cancel::Consent());
        QVERIFY(batch);
        QCOMPARE(batch->tickets[0]->id, batch->tickets[1]->id);
        EXPECT_STATE(flow, batch->tickets[0]->id, TicketState::Proved);
        flow.run(5s);
        QCOMPARE(flow.cancels(), 1);
    }

    void tellsWhatTheBookShowedAfterTheReceipt_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("filled");
        QTest::newRow("filled first") << R"("do":"receipt_then_fill","after_ms":1500)"_ba
                                      << static_cast<int>(TicketState::FilledFirst) << 100;
        QTest::newRow("a part filled, the rest cancelled")
            << R"("do":"receipt_then_partial_then_cancel","quantity":40,"after_ms":1500)"_ba
            << static_cast<int>(TicketState::Proved) << 40;
        QTest::newRow("cancelled late") << R"("do":"receipt_then_cancel","after_ms":7000)"_ba
                                        << static_cast<int>(TicketState::Proved) << 0;
        QTest::newRow("cancel rejected") << R"("do":"receipt_then_cancel_rejected","after_ms":1500)"_ba
                                         << static_cast<int>(TicketState::Refused) << 0;
    }

    void tellsWhatTheBookShowedAfterTheReceipt()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, end);
        QFETCH(int, filled);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, fault);
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        EXPECT_STATE(flow, id, static_cast<TicketState>(end));
        flow.run(12s);
        QVERIFY(flow.stateOf(id) == static_cast<TicketState>(end));
        QCOMPARE(flow.ticket(id)->filledMeanwhile, base::Decimal(filled));
        // A part fill is alarmed while the cancel runs; the whole fill is the end itself.
        QCOMPARE(flow.engine->alarms.size(),
                 end == static_cast<int>(TicketState::Proved) && filled > 0 ? 1 : 0);
        QCOMPARE(flow.cancels(), 1);
    }

    void anOrderThatIsOverAlready_isNotSent_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("end");
        QTest::newRow("cancelled") << u"CANCEL_CONFIRMED"_s << static_cast<int>(TicketState::Proved);
        QTest::newRow("filled") << u"COMPLETE"_s << static_cast<int>(TicketState::FilledFirst);
        QTest::newRow("rejected") << u"REJECTED"_s << static_cast<int>(TicketState::Ended);
    }

    void anOrderThatIsOverAlready_isNotSent()
    {
        QFETCH(QString, status);
        QFETCH(int, end);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        const orders::OrderPtr asked = flow.row(u"77"_s);
        if (end == static_cast<int>(TicketState::FilledFirst))
            flow.market().fill(u"77"_s, 100);
        else
            flow.market().setStatus(u"77"_s, status);
        flow.engine->desk.refresh();
        QVERIFY(flow.runUntil([&] { return !flow.row(u"77"_s)->isAlive(); }));
        // The dialog was open all the while, and holds the row of before.
        const auto batch = flow.engine->desk.cancels().ask({{asked, asked->effect}}, cancel::Consent());
        QVERIFY(batch);
        const QString id = batch->tickets.front()->id;
        EXPECT_STATE(flow, id, static_cast<TicketState>(end));
        QCOMPARE(flow.ticket(id)->writes, 0);
        QVERIFY(flow.story(id).filter(u"evidence"_s).size() >= 1);
        QCOMPARE(flow.cancels(), 0);
    }

    void anEndSeenWhileWaiting_isNotSent()
    {
        Flow flow;
        PracticeOrder last = Flow::order(u"77"_s);
        last.quantity = 1; // what exposes the least leaves last, and eight leave in a second
        flow.place(last);
        for (int i = 100; i < 124; ++i)
            flow.placeAll({QString::number(i)});
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        const auto own = std::find_if(batch->tickets.begin(), batch->tickets.end(),
                                      [](const auto &each) { return each->key.orderId == "77"_L1; });
        const QString id = (*own)->id;
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        // Which of the two lists came first decides: it is over, or it has left the list of the open ones.
        QVERIFY(flow.runUntil([&] {
            return flow.stateOf(id) == TicketState::Proved || flow.stateOf(id) == TicketState::NotSent;
        }));
        QCOMPARE(flow.ticket(id)->writes, 0);
        flow.run(5s);
        QCOMPARE(flow.cancelsOf(u"77"_s), 0);
        QCOMPARE(flow.cancels(), 24);
    }
};

QTEST_GUILESS_MAIN(TestCancelProofs)
#include "test_cancel_proofs.moc"
