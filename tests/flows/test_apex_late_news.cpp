// SPDX-License-Identifier: Apache-2.0
// What an exchange tells after the deadline counts; what it tells by itself of an order's end is no proof
// before it is known what lives on.
#include "cancel/reasons.h"
#include "support/engine_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

class TestApexLateNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerAfterTheDeadlineCounts_data();
    void anAnswerAfterTheDeadlineCounts();
    void aLateAnswerStopsNothingElse();
    void anEndThatIsToldAloneIsNoProof();
    void anEndThatIsToldBeforeTheSendingIsNoProof();
    void anEndThatIsToldBeforeTheAskingIsNoProof();
    void theEndOfWhatTookItsPlaceIsNoProofAlone();
    void theSendingNamesItsLine();
};

void TestApexLateNews::anAnswerAfterTheDeadlineCounts_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<TicketState>("after");
    QTest::addColumn<QString>("why");
    QTest::newRow("a refusal") << R"("do":"error_code","code":100,"after_ms":9000)"_ba << TicketState::Refused
                               << QString(cancel::reasons::refusedByVenue);
    QTest::newRow("not allowed") << R"("do":"error_code","code":20,"after_ms":9000)"_ba
                                 << TicketState::NotTaken << QString(cancel::reasons::notAllowed);
    QTest::newRow("a receipt") << R"("do":"delay","after_ms":9000)"_ba << TicketState::Receipt << QString();
}

void TestApexLateNews::anAnswerAfterTheDeadlineCounts()
{
    QFETCH(QByteArray, fault);
    QFETCH(TicketState, after);
    QFETCH(QString, why);
    FlowOptions options = FlowOptions::onApex();
    options.venue.market.cancelLatency = 60s; // nothing but the answer tells of it
    Flow flow(options);
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, fault);
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Unknown);
    QVERIFY2(flow.runUntilState(id, after, 6s), qPrintable(flow.story(id).join(u" | "_s)));
    QCOMPARE(flow.ticket(id)->why, why);
    QCOMPARE(flow.story(id).filter(u"answer: the venue's answer, after the deadline"_s).size(), 1);
    flow.run(10s);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
    // A restart comes to the same.
    const TicketState before = flow.stateOf(id);
    flow.crash();
    flow.start();
    QCOMPARE(flow.stateOf(id), before);
}

// In time "not allowed" ends what waits behind it.
void TestApexLateNews::aLateAnswerStopsNothingElse()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    const QString other = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"error_code","code":20,"after_ms":9000)");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Unknown);
    const auto batch = flow.ask({flow.row(other)});
    QVERIFY(batch);
    const QString waiting = batch->tickets[0]->id;
    flow.engine->desk.cancels().pause(batch->batch, true);
    EXPECT_STATE(flow, id, TicketState::NotTaken);
    QCOMPARE(flow.stateOf(waiting), TicketState::Queued);
    flow.engine->desk.cancels().pause(batch->batch, false);
    EXPECT_STATE(flow, waiting, TicketState::Proved);
}

// What takes an order's place is told in an event of its own, right after.
void TestApexLateNews::anEndThatIsToldAloneIsNoProof()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(R"({"list":{"GetOpenOrders":{"do":"delay","after_ms":2000}}})"); // the closed ones come at once
    const QString id = flow.cancel(order);
    QVERIFY(flow.runUntil([&] { return !flow.row(order)->isAlive(); })); // the event has come
    flow.run(1s);
    QCOMPARE(flow.stateOf(id), TicketState::Receipt);
    QCOMPARE(flow.story(id).filter(u"held"_s).size(), 1);
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.ticket(id)->proof, orders::listName(orders::ListKind::Event));
}

void TestApexLateNews::anEndThatIsToldBeforeTheSendingIsNoProof()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    const QString other = flow.placeAtApex();
    flow.start();
    const auto batch = flow.ask({flow.row(order), flow.row(other)});
    QVERIFY(batch);
    flow.engine->desk.cancels().pause(batch->batch, true);
    flow.run(1s); // the lists are older than what comes
    flow.plan(R"({"list":{"GetOpenOrders":{"do":"delay","after_ms":2000}}})");
    QVERIFY(flow.venue->apex().cancelNow(order.toLongLong()));
    QVERIFY(flow.runUntil([&] { return !flow.row(order)->isAlive(); }));
    flow.engine->desk.cancels().pause(batch->batch, false);
    const QString id = batch->tickets[0]->id;
    flow.run(1s);
    QVERIFY2(flow.stateOf(id) == TicketState::Queued, qPrintable(flow.story(id).join(u" | "_s)));
    EXPECT_STATE(flow, id, TicketState::Proved);
    EXPECT_STATE(flow, batch->tickets[1]->id, TicketState::Proved);
    QCOMPARE(flow.calls("CancelOrder", order), 0);
}

void TestApexLateNews::anEndThatIsToldBeforeTheAskingIsNoProof()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    const orders::OrderPtr asShown = flow.row(order);
    flow.run(1s);
    flow.plan(R"({"list":{"GetOpenOrders":{"do":"delay","after_ms":2000}}})");
    QVERIFY(flow.venue->apex().cancelNow(order.toLongLong()));
    QVERIFY(flow.runUntil([&] { return !flow.row(order)->isAlive(); }));
    const auto batch = flow.engine->desk.cancels().ask({{asShown, asShown->effect}}, cancel::Consent());
    QVERIFY(batch);
    const QString id = batch->tickets[0]->id;
    flow.run(1s);
    QVERIFY2(flow.stateOf(id) == TicketState::Queued, qPrintable(flow.story(id).join(u" | "_s)));
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.calls("CancelOrder", order), 0);
}

void TestApexLateNews::theEndOfWhatTookItsPlaceIsNoProofAlone()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"receipt_then_nothing")");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Receipt);
    const auto *successor =
        flow.venue->apex().replace(order.toLongLong(), "19011", practice::apexDecimal("1"));
    QVERIFY(successor);
    EXPECT_STATE(flow, id, TicketState::Contradicted);
    flow.run(10s);
    flow.plan(R"({"list":{"GetOpenOrders":{"do":"delay","after_ms":2000}}})");
    QVERIFY(flow.venue->apex().cancelNow(successor->orderId));
    QVERIFY(flow.runUntil([&] { return flow.ticket(id)->liveLinks.empty(); })); // the event has come
    flow.run(1s);
    QVERIFY2(flow.stateOf(id) == TicketState::Contradicted, qPrintable(flow.story(id).join(u" | "_s)));
    EXPECT_STATE(flow, id, TicketState::Proved);
}

void TestApexLateNews::theSendingNamesItsLine()
{
    FlowOptions options = FlowOptions::onApex();
    options.isEncrypted = true;
    Flow flow(options);
    const QString order = flow.placeAtApex();
    flow.start();
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Proved);
    const auto rows = flow.engine->journal.ofTicket(id);
    QVERIFY(rows);
    const auto sending = std::find_if(rows->begin(), rows->end(),
                                      [](const journal::Row &row) { return row.entry.kind == "sending"_L1; });
    QVERIFY(sending != rows->end());
    static const QRegularExpression line(
        uR"(^127\.0\.0\.1:\d+, open for \S+ s, certificate sha-256 [0-9a-f]{64}$)"_s);
    QVERIFY2(line.match(sending->entry.detail(u"line")).hasMatch(),
             qPrintable(sending->entry.detail(u"line")));
    QCOMPARE(sending->entry.detail(u"deadline_ms"), u"7000"_s);
}

QTEST_GUILESS_MAIN(TestApexLateNews)
#include "test_apex_late_news.moc"
