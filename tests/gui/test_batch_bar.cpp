// SPDX-License-Identifier: Apache-2.0
// A batch that is under way, in the real window: paused, let go on, stopped by its buttons, and what was
// refused asked for again after a question.
#include "gui/harness.h"

#include <QAccessible>

using namespace Qt::StringLiterals;
using cancel::TicketState;
using gui::patience;

class TestBatchBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesStopsAndTells();
    void retriesTheRefusedAfterAQuestion();
    void aScreenReaderIsToldWhatIsHidden();
};

namespace {

int countOf(gui::Harness &harness, TicketState state)
{
    const auto tickets = harness.desk().cancels().tickets();
    return static_cast<int>(
        std::count_if(tickets.begin(), tickets.end(),
                      [state](const cancel::TicketPtr &ticket) { return ticket->state == state; }));
}

} // namespace

void TestBatchBar::pausesStopsAndTells()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    // Every answer takes its time, so that most of the batch waits behind six requests.
    QVERIFY(harness.venue().setFaults(R"({"cancel": {"*": {"do": "delay", "after_ms": 1500}}})"));
    std::vector<cancel::Request> requests;
    for (const orders::OrderPtr &row : harness.desk().orders()) {
        if (row->isCancellable() && row->connection == "pocketful"_L1 && row->kind == "REGULAR"_L1)
            requests.push_back({row, row->effect});
    }
    QVERIFY(requests.size() > 8);
    QVERIFY(harness.desk().cancelRows(requests, {}));
    QTRY_VERIFY(harness.part<QPushButton>(u"pauseBatch"_s).isVisible());
    QVERIFY(harness.part<QPushButton>(u"stopBatch"_s).isVisible());
    QVERIFY(!harness.part<QPushButton>(u"retryBatch"_s).isVisible());
    QTRY_VERIFY(harness.allArrivals() > 0);

    harness.click(u"pauseBatch"_s);
    QTRY_COMPARE(harness.part<QPushButton>(u"pauseBatch"_s).text(), u"Go on"_s);
    const int arrived = harness.allArrivals();
    QTRY_COMPARE_WITH_TIMEOUT(countOf(harness, TicketState::Sending), 0, patience);
    QVERIFY(harness.allArrivals() <= arrived + 6);
    QVERIFY(countOf(harness, TicketState::Queued) > 0);

    const int waiting = countOf(harness, TicketState::Queued);
    QTRY_COMPARE(harness.part<QPushButton>(u"stopBatch"_s).text(), u"Stop %1 unsent"_s.arg(waiting));
    harness.click(u"stopBatch"_s);
    QTRY_COMPARE(countOf(harness, TicketState::NotSent), waiting);
    QTRY_VERIFY(!harness.part<QPushButton>(u"stopBatch"_s).isVisible());
    QCOMPARE(harness.allArrivals(), static_cast<int>(requests.size()) - waiting);
}

void TestBatchBar::retriesTheRefusedAfterAQuestion()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    QVERIFY(
        harness.venue().setFaults(R"({"cancel": {"*": {"do": "error_code", "code": 44000, "times": 1}}})"));
    QVERIFY(harness.desk().cancelRows({{order, order->effect}}, {}));
    QTRY_COMPARE_WITH_TIMEOUT(countOf(harness, TicketState::Refused), 1, patience);
    QTRY_VERIFY(harness.part<QPushButton>(u"retryBatch"_s).isVisible());
    QCOMPARE(harness.part<QPushButton>(u"retryBatch"_s).text(), u"Retry 1 refused"_s);

    harness.click(u"retryBatch"_s);
    QTRY_VERIFY(harness.dialog() != nullptr);
    QCOMPARE(harness.arrivals(order), 1); // nothing leaves before the answer
    harness.click(harness.inDialog<QPushButton>(u"cancelOrders"_s));
    QTRY_VERIFY(harness.ticketOf(order)->attempt == 2);
    QTRY_COMPARE_WITH_TIMEOUT(harness.ticketOf(order)->state, TicketState::Proved, patience);
    QCOMPARE(harness.arrivals(order), 2);
    QTRY_VERIFY(!harness.part<QPushButton>(u"retryBatch"_s).isVisible());
}

// A hidden button stands in the tree of what a screen reader can see; there it must be called invisible.
void TestBatchBar::aScreenReaderIsToldWhatIsHidden()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const auto isInvisible = [&](const QString &name) {
        return QAccessible::queryAccessibleInterface(&harness.part<QPushButton>(name))->state().invisible == 1;
    };
    for (const QString &name : {u"pauseBatch"_s, u"stopBatch"_s, u"retryBatch"_s})
        QVERIFY2(isInvisible(name), qPrintable(name));

    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    QVERIFY(
        harness.venue().setFaults(R"({"cancel": {"*": {"do": "error_code", "code": 44000, "times": 1}}})"));
    QVERIFY(harness.desk().cancelRows({{order, order->effect}}, {}));
    QTRY_VERIFY_WITH_TIMEOUT(!isInvisible(u"retryBatch"_s), patience);
    QVERIFY(isInvisible(u"pauseBatch"_s) && isInvisible(u"stopBatch"_s));
}

QTEST_MAIN(TestBatchBar)
#include "test_batch_bar.moc"
