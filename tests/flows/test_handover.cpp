// SPDX-License-Identifier: Apache-2.0
// Two ends of the handover's socket around a real engine: what the asker knows of a ticket is what the holder
// knows, and asking about cancels without an end sends none, stops none and keeps nobody from leaving.
#include "desk/handover_client.h"
#include "desk/handover_server.h"
#include "support/engine_fixture.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::PracticeOrder;
using support::Flow;
using support::FlowOptions;

namespace {

class Holder
{
public:
    explicit Holder(Flow &flow)
        : server(std::make_unique<desk::HandoverServer>(flow.engine->desk, u"pullcord (process 1)"_s))
        , isListening(server->listen(flow.folder()).has_value())
    {
    }

    std::unique_ptr<desk::HandoverServer> server;
    bool isListening;
};

QStringList legsOf(const std::vector<orders::OrderPtr> &rows)
{
    QStringList legs;
    for (const orders::OrderPtr &row : rows)
        legs << row->leg;
    return legs;
}

QStringList idsOf(const std::vector<orders::OrderPtr> &rows)
{
    QStringList ids;
    for (const orders::OrderPtr &row : rows)
        ids << row->orderId;
    return ids;
}

} // namespace

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatHasNoEnd()
    {
        Flow flow;
        flow.placeAll({u"1"_s, u"2"_s});
        flow.plan(u"1"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"1"_s);
        const QString over = flow.cancel(u"2"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        EXPECT_STATE(flow, over, TicketState::Proved);

        const Holder holder(flow);
        QVERIFY(holder.isListening);
        desk::HandoverClient asker(flow.clock, flow.folder());
        const int before = flow.reads("pending");
        asker.askForUnresolved();
        QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }));
        QVERIFY(asker.answer()->has_value());
        QCOMPARE(asker.tickets(), QStringList{id});
        QCOMPARE(asker.keyOf(id), u"pocketful:1"_s);
        QVERIFY(asker.ticket(id)->state == TicketState::Receipt);
        QVERIFY(flow.runUntil([&] { return flow.reads("pending") > before; }, 100ms)); // asked about at once
        QVERIFY(!holder.server->isServing());

        flow.market().setStatus(u"1"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(flow.runUntil([&] { return asker.ticket(id)->state == TicketState::Proved; }));
        QCOMPARE(asker.ticket(id)->endedAt, flow.ticket(id)->endedAt);
        QCOMPARE(flow.cancels(), 2);
    }

    // What waits has not been asked about yet: it may leave, and nobody may say that it did not.
    void whatWaitsIsNotAmongThem()
    {
        Flow flow;
        QStringList ids;
        for (int i = 1; i <= 12; ++i)
            ids << QString::number(i);
        flow.placeAll(ids);
        flow.plan(R"({"cancel":{"*":{"do":"delay","after_ms":3000}}})");
        flow.start();
        QVERIFY(flow.ask(flow.openRows()));
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 6; }));
        const Holder holder(flow);
        desk::HandoverClient asker(flow.clock, flow.folder());
        asker.askForUnresolved();
        QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }));
        QCOMPARE(asker.tickets().size(), 6);
    }

    // The record holds the order as the asker saw it, and what a second asker was shown.
    void whatWasShownStandsInTheRecord()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const Holder holder(flow);
        const orders::OrderPtr row = flow.row(u"77"_s);
        const QString raw = QString::fromUtf8(row->raw.view());
        QVERIFY(raw.contains(u"oms_order_id"_s));
        cancel::Consent consent;
        for (const QString &words : {u"once"_s, u"again"_s}) {
            desk::HandoverClient asker(flow.clock, flow.folder());
            consent.shown = words;
            asker.handOver({{{row, row->effect}}, consent});
            QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }));
        }
        const QString id = flow.engine->desk.cancels().tickets().at(0)->id;
        EXPECT_STATE(flow, id, TicketState::Receipt);
        const auto rows = flow.engine->journal.ofTicket(id);
        QVERIFY(rows);
        QStringList shown;
        for (const journal::Row &each : *rows) {
            if (each.entry.kind == "asked"_L1)
                QCOMPARE(each.entry.detail(u"raw"), raw);
            if (each.entry.kind == "asked"_L1 || each.entry.kind == "joined"_L1)
                shown << each.entry.detail(u"shown") + u' ' + each.entry.detail(u"effect");
        }
        QCOMPARE(shown.size(), 2);
        QVERIFY2(shown.at(0).startsWith(u"once "_s) && shown.at(1).startsWith(u"again "_s),
                 qPrintable(shown.join(u'|')));
    }

    void tellsOfTheLegsThatLiveOn()
    {
        Flow flow;
        for (const QString &leg : {u"ENTRY"_s, u"SECOND"_s, u"THIRD"_s}) {
            PracticeOrder order = Flow::order(u"77"_s, u"BO"_s, leg);
            flow.place(order);
        }
        flow.plan(u"77:ENTRY"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const Holder holder(flow);
        desk::HandoverClient asker(flow.clock, flow.folder());
        const orders::OrderPtr entry = flow.row(u"77"_s, u"ENTRY"_s);
        asker.handOver({{{entry, entry->effect}}, {}});
        QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }));
        QVERIFY(asker.answer()->has_value());
        QVERIFY(!asker.batch().isEmpty());
        QVERIFY(holder.server->isServing());
        const QString id = asker.tickets().value(0);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"ENTRY"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(flow.runUntil([&] { return asker.ticket(id)->state == TicketState::Proved; }));
        QCOMPARE(legsOf(asker.ticket(id)->liveLegs), legsOf(flow.ticket(id)->liveLegs));
        QCOMPARE(asker.ticket(id)->liveLegs.size(), std::size_t(2));

        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s, u"THIRD"_s);
        flow.engine->desk.refresh();
        QVERIFY(
            flow.runUntil([&] { return legsOf(asker.ticket(id)->liveLegs) == QStringList{u"SECOND"_s}; }));
    }

    void tellsOfTheLinksThatLiveOn()
    {
        Flow flow(FlowOptions::onApex());
        const QString first = flow.placeAtApex();
        practice::ApexOrder made;
        made.ocoOrderId = first.toLongLong();
        const QString second = flow.placeAtApex(made);
        flow.venue->apex().find(first.toLongLong())->ocoOrderId = second.toLongLong();
        flow.start();
        const Holder holder(flow);
        desk::HandoverClient asker(flow.clock, flow.folder());
        const orders::OrderPtr row = flow.row(first);
        asker.handOver({{{row, row->effect}}, {}});
        QVERIFY(flow.runUntil([&] { return !asker.tickets().isEmpty(); }));
        const QString id = asker.tickets().value(0);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(flow.runUntil([&] { return idsOf(asker.ticket(id)->liveLinks) == QStringList{second}; }));
        QCOMPARE(asker.ticket(id)->liveLinks.front()->pairOrderId, first);
    }

    void tellsWhatTookItsPlace()
    {
        Flow flow(FlowOptions::onApex());
        const QString order = flow.placeAtApex();
        flow.start();
        flow.plan(order, R"("do":"receipt_then_nothing")");
        const Holder holder(flow);
        desk::HandoverClient asker(flow.clock, flow.folder());
        const orders::OrderPtr row = flow.row(order);
        asker.handOver({{{row, row->effect}}, {}});
        QVERIFY(flow.runUntil([&] { return !asker.tickets().isEmpty(); }));
        const QString id = asker.tickets().value(0);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        const auto *successor =
            flow.venue->apex().replace(order.toLongLong(), "19011", practice::apexDecimal("1"));
        QVERIFY(successor);
        QVERIFY(flow.runUntil([&] { return !asker.ticket(id)->liveLinks.empty(); }));
        QCOMPARE(idsOf(asker.ticket(id)->liveLinks), QStringList{QString::number(successor->orderId)});
        QCOMPARE(asker.ticket(id)->liveLinks.front()->replacedOrderId, order);
    }

    void keepsWhatItHeardWhenTheHolderGoes()
    {
        Flow flow;
        flow.placeAll({u"1"_s});
        flow.plan(u"1"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"1"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        Holder holder(flow);
        desk::HandoverClient asker(flow.clock, flow.folder());
        asker.askForUnresolved();
        QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }));
        holder.server.reset();
        QVERIFY(flow.runUntil([&] { return !asker.isConnected(); }));
        QVERIFY(asker.answer()->has_value());
        QVERIFY(asker.ticket(id)->state == TicketState::Receipt);
    }

    // The writing itself finds out that two of them have gone.
    void tellsOnWhenOthersHaveGone()
    {
        Flow flow;
        flow.placeAll({u"1"_s});
        flow.plan(u"1"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"1"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        const Holder holder(flow);
        std::vector<std::unique_ptr<desk::HandoverClient>> askers;
        for (int i = 0; i < 3; ++i) {
            askers.push_back(std::make_unique<desk::HandoverClient>(flow.clock, flow.folder()));
            askers.back()->askForUnresolved();
            QVERIFY(flow.runUntil([&] { return askers.back()->answer().has_value(); }));
        }
        askers.erase(askers.begin(), askers.begin() + 2);
        Q_EMIT flow.engine->desk.cancels().ticketChanged(flow.ticket(id));
        flow.market().setStatus(u"1"_s, u"CANCEL_CONFIRMED"_s);
        QVERIFY(flow.runUntil([&] { return askers[0]->ticket(id)->state == TicketState::Proved; }));
    }

    void givesUpOnSilence()
    {
        Flow flow;
        flow.start();
        QLocalServer silent;
        QVERIFY(silent.listen(desk::handoverSocket(flow.folder())));
        desk::HandoverClient asker(flow.clock, flow.folder());
        asker.askForUnresolved();
        QVERIFY(!flow.runUntil([&] { return asker.answer().has_value(); }, 1900ms));
        QVERIFY(flow.runUntil([&] { return asker.answer().has_value(); }, 200ms));
        QVERIFY(!asker.answer()->has_value());
        QVERIFY(asker.answer()->error().kind == base::ErrorKind::Busy);
        const std::unique_ptr<QLocalSocket> line(silent.nextPendingConnection());
        QVERIFY(line);
        QVERIFY(line->readAll().isEmpty()); // what it reads when it wakes up
    }
};

QTEST_GUILESS_MAIN(TestHandover)
#include "test_handover.moc"
