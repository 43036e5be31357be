// SPDX-License-Identifier: Apache-2.0
// The main job in the real window: each kind of order, cancelled by mouse and by keys, one request each, and called
// cancelled only after the broker's book has shown it.
#include "gui/harness.h"

using namespace Qt::StringLiterals;
using cancel::TicketState;
using gui::patience;

namespace {

void agreeByKeys(gui::Harness &harness)
{
    auto &act = harness.inDialog<QPushButton>(u"cancelOrders"_s);
    QDialog *dialog = harness.dialog();
    for (int presses = 0; presses < 10 && dialog->focusWidget() != &act; ++presses)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget(), &act);
    QTest::keyClick(&act, Qt::Key_Space);
}

} // namespace

class TestWindowCancels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsEachKindOnce_data();
    void cancelsEachKindOnce();
    void aReceiptIsNoProof();
    void aRefusalIsToldAndTheOrderIsLive();
    void oneRegularOrderMaySkipTheDialog();
    void whatMayTradeNeverSkipsTheDialog();
};

void TestWindowCancels::cancelsEachKindOnce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("leg");
    QTest::addColumn<bool>("byKeys");
    const std::pair<QString, QString> kinds[]{{u"REGULAR"_s, {}},
                                              {u"AMO"_s, {}},
                                              {u"CO"_s, u"ENTRY"_s},
                                              {u"BO"_s, u"ENTRY"_s},
                                              {u"SPD"_s, u"ENTRY"_s}};
    for (const auto &[kind, leg] : kinds) {
        QTest::addRow("%s by mouse", qUtf8Printable(kind)) << kind << leg << false;
        QTest::addRow("%s by keys", qUtf8Printable(kind)) << kind << leg << true;
    }
}

void TestWindowCancels::cancelsEachKindOnce()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, leg);
    QFETCH(const bool, byKeys);
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(kind, leg);

    harness.clickRow(order);
    QCOMPARE(harness.table().selectedKeys(), std::vector{order->key});
    QTRY_VERIFY(harness.part<QPushButton>(u"cancelSelected"_s).isEnabled());
    if (byKeys)
        harness.pressKey(Qt::Key_Delete);
    else
        harness.click(u"cancelSelected"_s);
    QTRY_VERIFY(harness.dialog() != nullptr);
    QCOMPARE(harness.allArrivals(), 0);
    if (byKeys)
        agreeByKeys(harness);
    else
        harness.click(harness.inDialog<QPushButton>(u"cancelOrders"_s));

    QTRY_VERIFY(harness.ticketOf(order) != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(harness.ticketOf(order)->state, TicketState::Proved, patience);
    QCOMPARE(harness.newest(order)->state, orders::OrderState::Cancelled);
    QCOMPARE(harness.model().cancelMark(order->key).step, ui::CancelStep::Proved);
    QCOMPARE(harness.arrivals(order), 1);
    QCOMPARE(harness.allArrivals(), 1);
}

void TestWindowCancels::aReceiptIsNoProof()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    QVERIFY(harness.venue().setFaults(R"({"cancel": {"*": {"do": "receipt_then_nothing"}}})"));

    harness.clickRow(order);
    harness.pressKey(Qt::Key_Delete);
    QTRY_VERIFY(harness.dialog() != nullptr);
    harness.click(harness.inDialog<QPushButton>(u"cancelOrders"_s));
    QTRY_VERIFY(harness.ticketOf(order) && harness.ticketOf(order)->state == TicketState::Receipt);
    QCOMPARE(harness.model().cancelMark(order->key).step, ui::CancelStep::Receipt);
    QVERIFY(harness.newest(order)->isAlive());
    QVERIFY(harness.model().counts().of(ui::Category::BeingCancelled) > 0);

    QVERIFY(harness.market().setStatus(order->orderId, u"CANCEL_CONFIRMED"_s));
    QTRY_COMPARE_WITH_TIMEOUT(harness.ticketOf(order)->state, TicketState::Proved, patience);
    QCOMPARE(harness.arrivals(order), 1);
}

void TestWindowCancels::aRefusalIsToldAndTheOrderIsLive()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    QVERIFY(harness.venue().setFaults(
        R"({"cancel": {"*": {"do": "error_code", "code": 16044, "message": "Order is being modified"}}})"));

    harness.clickRow(order);
    harness.pressKey(Qt::Key_Delete);
    QTRY_VERIFY(harness.dialog() != nullptr);
    harness.click(harness.inDialog<QPushButton>(u"cancelOrders"_s));
    QTRY_VERIFY(harness.ticketOf(order) != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(harness.ticketOf(order)->state, TicketState::Refused, patience);
    QVERIFY(harness.newest(order)->isAlive());
    QTRY_VERIFY(harness.part<QLabel>(u"batchLine"_s).accessibleName().contains(u"1 refused"_s));
    QCOMPARE(harness.arrivals(order), 1);
}

void TestWindowCancels::oneRegularOrderMaySkipTheDialog()
{
    desk::SettingValues settings;
    settings.isDialogSkipped = true;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    harness.clickRow(order);
    harness.pressKey(Qt::Key_Delete);
    QCOMPARE(harness.dialog(), nullptr);
    QTRY_VERIFY(harness.ticketOf(order) != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(harness.ticketOf(order)->state, TicketState::Proved, patience);
    QCOMPARE(harness.arrivals(order), 1);
}

void TestWindowCancels::whatMayTradeNeverSkipsTheDialog()
{
    desk::SettingValues settings;
    settings.isDialogSkipped = true;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    harness.clickRow(harness.find(u"CO"_s, u"THIRD"_s));
    harness.pressKey(Qt::Key_Delete);
    QTRY_VERIFY(harness.dialog() != nullptr);
    QCOMPARE(harness.allArrivals(), 0);
}

QTEST_MAIN(TestWindowCancels)
#include "test_window_cancels.moc"
