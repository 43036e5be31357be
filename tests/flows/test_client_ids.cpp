// SPDX-License-Identifier: Apache-2.0
// Orders at an APEX exchange that only the trader's own id names: it is no name for good, and may be used
// again.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

namespace {

constexpr qint64 clientId = 4711;

practice::ApexOrder *place(Flow &flow)
{
    practice::ApexOrder order;
    order.clientOrderId = clientId;
    const QString id = flow.placeAtApex(order);
    practice::ApexOrder *placed = flow.venue->apex().find(id.toLongLong());
    placed->origOrderId = 0;
    return placed;
}

orders::OrderPtr openRow(Flow &flow, const QString &orderId)
{
    const auto rows = flow.openRows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &row) {
        return row->orderId == orderId && row->clientOrderId == QString::number(clientId);
    });
    return found == rows.end() ? nullptr : *found;
}

QString ask(Flow &flow, const orders::OrderPtr &row)
{
    const auto batch = flow.ask({row});
    return batch ? batch->tickets.at(0)->id : QString();
}

void readLists(Flow &flow)
{
    flow.engine->desk.refresh();
    flow.run(1s);
}

} // namespace

class TestClientIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasGotAnIdIsJoined_data();
    void whatHasGotAnIdIsJoined();
    void anEventThatNamesItLeavesNoSecondWay();
    void whileTwoFitNobodyKnows();
    void anotherOrderOfTheSameClientIdIsAnother();
    void whatTookItsPlaceIsFoundByTheClientsId();
};

void TestClientIds::whatHasGotAnIdIsJoined_data()
{
    QTest::addColumn<bool>("isRestarted");
    QTest::addColumn<bool>("isFilled"); // under its new id, before the crash
    QTest::newRow("in one run") << false << false;
    QTest::newRow("over a crash") << true << false;
    QTest::newRow("part filled, over a crash") << true << true;
}

// The request has left and nothing is known of it; under its new id the same order must not be asked for
// anew.
void TestClientIds::whatHasGotAnIdIsJoined()
{
    QFETCH(bool, isRestarted);
    QFETCH(bool, isFilled);
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder *order = place(flow);
    const qint64 orderId = std::exchange(order->orderId, 0);
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"silence"}}})");
    const orders::OrderPtr nameless = openRow(flow, {});
    QVERIFY(nameless);
    const QString id = ask(flow, nameless);
    EXPECT_STATE(flow, id, TicketState::Unknown);
    QCOMPARE(flow.calls("CancelOrder"), 1);
    order->orderId = orderId;
    if (isFilled) {
        readLists(flow);
        QVERIFY(flow.venue->apex().fill(orderId, practice::apexDecimal("0.4")));
        flow.run(1s);
        QVERIFY(!flow.story(id).filter(u"filled 0.4"_s).isEmpty());
    }
    if (isRestarted) {
        flow.crash();
        flow.start();
    }
    readLists(flow);
    const orders::OrderPtr named = openRow(flow, QString::number(orderId));
    QVERIFY(named);
    QCOMPARE(ask(flow, named), id);
    QCOMPARE(flow.engine->desk.cancels().ticketOf(*named)->id, id);
    flow.run(10s);
    QCOMPARE(flow.calls("CancelOrder"), 1);
    QVERIFY(flow.venue->apex().cancelNow(orderId));
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.engine->desk.cancels().unresolved().size(), std::size_t(0));
}

// The event comes before any list without the old row: neither of the two may be asked for anew.
void TestClientIds::anEventThatNamesItLeavesNoSecondWay()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder *order = place(flow);
    const qint64 orderId = std::exchange(order->orderId, 0);
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"silence"}}})");
    const orders::OrderPtr nameless = openRow(flow, {});
    const QString id = ask(flow, nameless);
    EXPECT_STATE(flow, id, TicketState::Unknown);
    order->orderId = orderId;
    QVERIFY(flow.venue->apex().fill(orderId, practice::apexDecimal("0.4")));
    QVERIFY(flow.runUntil([&] { return openRow(flow, QString::number(orderId)) != nullptr; }, 3s));
    const orders::OrderPtr named = openRow(flow, QString::number(orderId));
    const auto again = flow.engine->desk.cancels().ask(
        {{nameless, nameless->effect}, {named, named->effect}}, cancel::Consent());
    QVERIFY(again);
    QCOMPARE(again->tickets.at(0)->id, id);
    QCOMPARE(again->tickets.at(1)->id, id);
    flow.run(5s);
    QCOMPARE(flow.calls("CancelOrder"), 1);
}

// Two of the same moment, client id and terms: the end of one may not be taken for the other's.
void TestClientIds::whileTwoFitNobodyKnows()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder *first = place(flow);
    practice::ApexOrder *second = place(flow);
    const qint64 secondId = std::exchange(second->orderId, 0);
    const qint64 firstId = first->orderId;
    first->isHidden = true;
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"silence"}}})");
    const QString id = ask(flow, openRow(flow, {}));
    EXPECT_STATE(flow, id, TicketState::Unknown);
    first->isHidden = false;
    second->orderId = secondId;
    readLists(flow);
    QVERIFY(openRow(flow, QString::number(firstId)) && openRow(flow, QString::number(secondId)));
    QVERIFY(flow.venue->apex().cancelNow(firstId));
    readLists(flow);
    QVERIFY2(!cancel::isFinal(flow.stateOf(id)), qPrintable(flow.story(id).join(u" | "_s)));
}

// The end of that one says nothing of this one.
void TestClientIds::anotherOrderOfTheSameClientIdIsAnother()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder *order = place(flow);
    order->orderId = 0;
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"silence"}}})");
    const QString id = ask(flow, openRow(flow, {}));
    EXPECT_STATE(flow, id, TicketState::Unknown);
    flow.run(1s); // it is not of the same moment
    const qint64 other = place(flow)->orderId;
    readLists(flow);
    QVERIFY(openRow(flow, QString::number(other)));
    QVERIFY(flow.venue->apex().cancelNow(other));
    readLists(flow);
    flow.run(10s);
    QVERIFY2(!cancel::isFinal(flow.stateOf(id)), qPrintable(flow.story(id).join(u" | "_s)));
}

void TestClientIds::whatTookItsPlaceIsFoundByTheClientsId()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder *order = place(flow);
    const qint64 orderId = order->orderId;
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"receipt_then_nothing"}}})");
    const QString id = ask(flow, openRow(flow, QString::number(orderId)));
    EXPECT_STATE(flow, id, TicketState::Receipt);
    practice::ApexOrder made;
    made.clientOrderId = clientId + 1;
    made.origClientOrderId = clientId;
    const qint64 successor = flow.placeAtApex(made).toLongLong();
    flow.venue->apex().find(successor)->origOrderId = 0;
    readLists(flow);
    QVERIFY(flow.venue->apex().cancelNow(orderId));
    EXPECT_STATE(flow, id, TicketState::Contradicted);
    QVERIFY(flow.venue->apex().cancelNow(successor));
    EXPECT_STATE(flow, id, TicketState::Proved);
}

QTEST_GUILESS_MAIN(TestClientIds)
#include "test_client_ids.moc"
