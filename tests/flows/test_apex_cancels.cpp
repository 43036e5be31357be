// SPDX-License-Identifier: Apache-2.0
// Cancels at an APEX exchange: whatever becomes of the answer, CancelOrder arrives once, and the ticket ends
// as the exchange's own records say.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::ApexState;
using support::Flow;
using support::FlowOptions;

namespace {

struct Case
{
    const char *name;
    const char *fault;
    TicketState end;
    ApexState truth;
};

constexpr Case cases[] = {
    {"nothing wrong", R"("do":"delay","after_ms":0)", TicketState::Proved, ApexState::Canceled},
    {"the event first", R"("do":"event_first")", TicketState::Proved, ApexState::Canceled},
    {"a late receipt", R"("do":"delay","after_ms":3000)", TicketState::Proved, ApexState::Canceled},
    {"a receipt after the deadline", R"("do":"delay","after_ms":9000)", TicketState::Proved,
     ApexState::Canceled},
    {"a late cancel", R"("do":"receipt_then_cancel","after_ms":3000)", TicketState::Proved,
     ApexState::Canceled},
    {"closed before it acted", R"("do":"drop_before")", TicketState::StillLive, ApexState::Working},
    {"closed after it acted", R"("do":"drop_after")", TicketState::Proved, ApexState::Canceled},
    {"silence", R"("do":"silence")", TicketState::StillLive, ApexState::Working},
    {"silence after it acted", R"("do":"silence","acts":true)", TicketState::Proved, ApexState::Canceled},
    {"a page", R"("do":"html")", TicketState::StillLive, ApexState::Working},
    {"half a frame", R"("do":"truncated_json")", TicketState::Proved, ApexState::Canceled},
    {"an empty answer", R"("do":"empty")", TicketState::Proved, ApexState::Canceled},
    {"the answer to another call", R"("do":"foreign_id")", TicketState::Proved, ApexState::Canceled},
    {"an error in plain words", R"("do":"m5_text")", TicketState::StillLive, ApexState::Working},
    {"20", R"("do":"error_code","code":20)", TicketState::NotTaken, ApexState::Working},
    {"100", R"("do":"error_code","code":100)", TicketState::Refused, ApexState::Working},
    {"101", R"("do":"error_code","code":101)", TicketState::Refused, ApexState::Working},
    {"102", R"("do":"error_code","code":102)", TicketState::StillLive, ApexState::Working},
    {"104", R"("do":"error_code","code":104)", TicketState::StillLive, ApexState::Working},
    {"106", R"("do":"error_code","code":106)", TicketState::Refused, ApexState::Working},
    {"filled after the receipt", R"("do":"receipt_then_fill","after_ms":700)", TicketState::FilledFirst,
     ApexState::FullyExecuted},
    {"rejected after the receipt", R"("do":"receipt_then_cancel_rejected","after_ms":700)",
     TicketState::Refused, ApexState::Working},
    {"nothing after the receipt", R"("do":"receipt_then_nothing")", TicketState::StillLive,
     ApexState::Working},
    {"a part filled, the rest cancelled", R"("do":"receipt_then_partial_then_cancel","after_ms":700)",
     TicketState::Proved, ApexState::Canceled},
};

ApexState truthOf(Flow &flow, const QString &id)
{
    return flow.venue->apex().find(id.toLongLong())->state;
}

} // namespace

class TestApexCancels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesOnceAndEndsTrue_data();
    void arrivesOnceAndEndsTrue();
    void anUnknownOrderIsAskedForFirst();
    void aRejectOfAnOrderThatIsGoneProvesItGone();
    void theOldOrdersEventIsNotTheRejection();
    void aLongIdKeepsItsDigits();
    void whatTookItsPlaceIsNamed();
    void theOtherOfAPairIsNamed();
    void aBatchIsSentOneByOne();
    void aCrashIsAskedForFirst();
    void theWordsNameCodeAndDetail();
};

void TestApexCancels::arrivesOnceAndEndsTrue_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isEncrypted");
    for (int row = 0; row < static_cast<int>(std::size(cases)); ++row)
        QTest::addRow("%s", cases[row].name) << row << false;
    for (int row = 5; row < 9; ++row)
        QTest::addRow("%s, over TLS", cases[row].name) << row << true;
}

void TestApexCancels::arrivesOnceAndEndsTrue()
{
    QFETCH(int, row);
    QFETCH(bool, isEncrypted);
    const Case &each = cases[row];
    FlowOptions options = FlowOptions::onApex();
    options.isEncrypted = isEncrypted;
    Flow flow(options);
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, QByteArray(each.fault) + R"(,"times":1)");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, each.end);
    flow.run(20s); // nothing comes after it
    QCOMPARE(flow.stateOf(id), each.end);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
    QCOMPARE(truthOf(flow, order), each.truth);
    QCOMPARE(flow.row(order)->isAlive(), each.truth == ApexState::Working);
    const auto verified = flow.engine->journal.verify();
    QVERIFY(verified && verified->ok);
}

void TestApexCancels::anUnknownOrderIsAskedForFirst()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    // Over before the request arrives: the exchange then knows no such order to cancel.
    flow.plan(order, R"("do":"error_code","code":104,"times":1)");
    const int asked = flow.calls("GetOrderStatus", order);
    const QString id = flow.cancel(order);
    QVERIFY(flow.runUntil([&] { return flow.calls("GetOrderStatus", order) > asked; }, 2s));
    QCOMPARE(flow.stateOf(id), TicketState::Unknown);
    QVERIFY(flow.venue->apex().cancelNow(order.toLongLong()));
    EXPECT_STATE(flow, id, TicketState::Proved);
}

void TestApexCancels::aRejectOfAnOrderThatIsGoneProvesItGone()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"receipt_then_nothing")");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Receipt);
    // Filled while nobody heard it, then the rejection comes.
    flow.venue->apexGateway().dropConnections();
    QVERIFY(flow.venue->apex().fillRest(order.toLongLong()));
    flow.venue->apex().rejectCancel(order.toLongLong());
    EXPECT_STATE(flow, id, TicketState::FilledFirst);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
}

void TestApexCancels::theOldOrdersEventIsNotTheRejection()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"receipt_then_nothing")");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Receipt);
    // An event that shows it working may be old: it refuses nothing.
    QVERIFY(flow.venue->apex().sendStateEvent(order.toLongLong()));
    flow.run(3s);
    QCOMPARE(flow.stateOf(id), TicketState::Receipt);
    const int asked = flow.calls("GetOrderStatus", order);
    flow.venue->apex().rejectCancel(order.toLongLong());
    EXPECT_STATE(flow, id, TicketState::Refused);
    QVERIFY(flow.calls("GetOrderStatus", order) > asked); // what it says is checked
}

void TestApexCancels::aLongIdKeepsItsDigits()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder made;
    made.orderId = 912'269'865'356'374'019;
    made.quantity = practice::apexDecimal("0.00000001");
    made.price = "19068.270478610000000000000001";
    const QString order = flow.placeAtApex(made);
    QCOMPARE(order, u"912269865356374019"_s);
    flow.start();
    QVERIFY(flow.row(order));
    QCOMPARE(flow.row(order)->remaining().toText(), u"0.00000001"_s);
    QCOMPARE(flow.row(order)->price.toText(), u"19068.270478610000000000000001"_s);
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
    QCOMPARE(truthOf(flow, order), ApexState::Canceled);
}

void TestApexCancels::whatTookItsPlaceIsNamed()
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
    const QString successorId = QString::number(successor->orderId);
    EXPECT_STATE(flow, id, TicketState::Contradicted);
    QCOMPARE(flow.ticket(id)->liveLinks.size(), std::size_t(1));
    QCOMPARE(flow.ticket(id)->liveLinks.front()->orderId, successorId);
    QVERIFY2(flow.engine->alarms.last().contains(u"order %1 took its place and is live"_s.arg(successorId)),
             qPrintable(flow.engine->alarms.join(u'|')));
    const auto alarms = flow.engine->alarms.size();
    flow.run(2min); // each list says again that it was cancelled itself
    QVERIFY2(flow.stateOf(id) == TicketState::Contradicted, qPrintable(flow.story(id).join(u" | "_s)));
    QCOMPARE(flow.engine->alarms.size(), alarms);
    QCOMPARE(flow.engine->desk.cancels().unresolved().size(), std::size_t(1));
    QVERIFY(flow.venue->apex().cancelNow(successorId.toLongLong()));
    EXPECT_STATE(flow, id, TicketState::Proved);
    QVERIFY(flow.ticket(id)->liveLinks.empty());
}

void TestApexCancels::theOtherOfAPairIsNamed()
{
    Flow flow(FlowOptions::onApex());
    const QString first = flow.placeAtApex();
    practice::ApexOrder made;
    made.ocoOrderId = first.toLongLong();
    const QString second = flow.placeAtApex(made);
    flow.venue->apex().find(first.toLongLong())->ocoOrderId = second.toLongLong();
    flow.start();
    QCOMPARE(flow.row(first)->pairOrderId, second);
    const auto plan = flow.engine->desk.planCancel({flow.row(first)->key});
    QVERIFY(std::any_of(plan.warnings.begin(), plan.warnings.end(), [](const desk::PlanWarning &each) {
        return each.kind == desk::WarningKind::LeavesPair;
    }));
    const auto both = flow.engine->desk.planCancel({flow.row(first)->key, flow.row(second)->key});
    QVERIFY(std::none_of(both.warnings.begin(), both.warnings.end(), [](const desk::PlanWarning &each) {
        return each.kind == desk::WarningKind::LeavesPair;
    }));
    const QString id = flow.cancel(first);
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.ticket(id)->liveLinks.size(), std::size_t(1));
    QCOMPARE(flow.ticket(id)->liveLinks.front()->orderId, second);
    QVERIFY(flow.row(second)->isAlive());
}

void TestApexCancels::aBatchIsSentOneByOne()
{
    Flow flow(FlowOptions::onApex());
    QStringList ids;
    for (int i = 0; i < 12; ++i)
        ids << flow.placeAtApex();
    flow.start();
    std::vector<orders::OrderPtr> rows;
    for (const QString &each : ids)
        rows.push_back(flow.row(each));
    const auto batch = flow.ask(rows);
    QVERIFY(batch);
    for (const cancel::TicketPtr &each : batch->tickets)
        EXPECT_STATE(flow, each->id, TicketState::Proved);
    QCOMPARE(flow.calls("CancelAllOrders"), 0);
    for (const QString &each : ids)
        QCOMPARE(flow.calls("CancelOrder", each), 1);
}

void TestApexCancels::aCrashIsAskedForFirst()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"silence","acts":true)");
    const QString id = flow.cancel(order);
    QVERIFY(flow.runUntil([&] { return flow.calls("CancelOrder", order) == 1; }));
    flow.crash();
    flow.start();
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
}

void TestApexCancels::theWordsNameCodeAndDetail()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"error_code","code":101,"message":"Not_Enough_Funds")");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Refused);
    QCOMPARE(flow.ticket(id)->venueCode, u"101"_s);
    QVERIFY(flow.ticket(id)->venueMessage.contains(u"Not_Enough_Funds"_s));
}

QTEST_GUILESS_MAIN(TestApexCancels)
#include "test_apex_cancels.moc"
