// SPDX-License-Identifier: Apache-2.0
// Two orders that share order id, day and leg, as brokers were seen to list them: only the exchange's ids
// tell them apart, and their keys name those only while both are listed.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;

namespace {

constexpr auto elder = "1100000000000001";
constexpr auto younger = "1100000000000002";

void placeTwin(Flow &flow, const char *exchangeId)
{
    practice::PracticeOrder order = Flow::order(u"77"_s);
    order.exchangeOrderId = QString::fromLatin1(exchangeId);
    flow.place(order);
}

practice::PracticeOrder *twinOf(Flow &flow, const char *exchangeId)
{
    for (practice::PracticeOrder &each : flow.market().book().orders()) {
        if (each.exchangeOrderId == QLatin1StringView(exchangeId))
            return &each;
    }
    return nullptr;
}

orders::OrderPtr rowOf(Flow &flow, const char *exchangeId)
{
    for (const orders::OrderPtr &each : flow.openRows()) {
        if (each->exchangeOrderId == QLatin1StringView(exchangeId))
            return each;
    }
    return nullptr;
}

QString ask(Flow &flow, const orders::OrderPtr &row)
{
    const auto batch = flow.ask({row});
    return batch ? batch->tickets.at(0)->id : QString();
}

} // namespace

class TestTwins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The brother has gone, and with him the exchange's id in the key: it is the same order all the same.
    void oneWhoseBrotherHasGone_isJoined()
    {
        Flow flow;
        placeTwin(flow, elder);
        placeTwin(flow, younger);
        flow.plan(u"77"_s, R"("do":"drop_before")");
        flow.start();
        QVERIFY(!rowOf(flow, elder)->key.twin.isEmpty());
        const QString id = ask(flow, rowOf(flow, elder));
        EXPECT_STATE(flow, id, TicketState::Unknown);
        QCOMPARE(flow.cancels(), 1);
        twinOf(flow, younger)->isHidden = true;
        flow.crash();
        flow.start();
        QVERIFY(rowOf(flow, elder)->key.twin.isEmpty());
        QCOMPARE(ask(flow, rowOf(flow, elder)), id);
        flow.run(2s);
        QCOMPARE(flow.cancels(), 1);
        QCOMPARE(flow.engine->desk.cancels().ticketOf(*rowOf(flow, elder))->id, id);
    }

    // One row as it was while both were listed, and one of later, in one question.
    void oneNamedUnderTwoKeys_leavesOnce()
    {
        Flow flow;
        placeTwin(flow, elder);
        placeTwin(flow, younger);
        flow.start();
        const orders::OrderPtr row = rowOf(flow, elder);
        auto alone = std::make_shared<orders::Order>(*row);
        alone->key.twin.clear();
        const auto batch =
            flow.engine->desk.cancels().ask({{row, row->effect}, {alone, row->effect}}, cancel::Consent());
        QVERIFY(batch && batch->tickets.size() == 2);
        QCOMPARE(batch->tickets[0]->id, batch->tickets[1]->id);
        flow.run(3s);
        QCOMPARE(flow.cancels(), 1);
    }

    void theOtherOne_isAnotherOrder()
    {
        Flow flow;
        placeTwin(flow, elder);
        placeTwin(flow, younger);
        flow.plan(u"77"_s, R"("do":"drop_before")");
        flow.start();
        const QString first = ask(flow, rowOf(flow, elder));
        EXPECT_STATE(flow, first, TicketState::Unknown);
        const QString second = ask(flow, rowOf(flow, younger));
        QVERIFY(second != first);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 2; }));
        QCOMPARE(flow.ticket(second)->attempt, 1);
    }

    // Its key has gained the exchange's id since; the history that was asked for is its own all the same.
    void aBrotherWhoComesLater_doesNotHideTheHistory()
    {
        Flow flow;
        placeTwin(flow, elder);
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = ask(flow, rowOf(flow, elder));
        EXPECT_STATE(flow, id, TicketState::Receipt);
        placeTwin(flow, younger);
        flow.engine->desk.refresh();
        flow.run(2s);
        QVERIFY(rowOf(flow, younger) != nullptr);
        flow.plan(
            R"({"list":{"pending":{"do":"status","status":500},"completed":{"do":"status","status":500}}})");
        QVERIFY(flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s)); // of the elder, who came first
        flow.run(30s);
        QVERIFY2(flow.stateOf(id) == TicketState::Proved, qPrintable(flow.story(id).join(u" | "_s)));
        QCOMPARE(flow.ticket(id)->proof, u"order history"_s);
    }
};

QTEST_GUILESS_MAIN(TestTwins)
#include "test_twins.moc"
