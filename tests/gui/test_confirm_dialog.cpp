// SPDX-License-Identifier: Apache-2.0
// The confirm dialog: keeping is the default, the set is frozen, what may trade has a tick of its own, and much at
// once needs more than a click.
#include "gui/harness.h"

#include "ui/cancel/hold_button.h"
#include "ui/cancel/plan_model.h"

#include <QListView>

using namespace Qt::StringLiterals;
using gui::patience;

namespace {

/// Selects the order and opens the dialog.
void ask(gui::Harness &harness, const orders::OrderPtr &order)
{
    harness.clickRow(order);
    harness.pressKey(Qt::Key_Delete);
    QTRY_VERIFY(harness.dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(harness.dialog()));
}

QModelIndex consentRow(const QListView &list)
{
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsUserCheckable))
            return index;
    }
    return {};
}

} // namespace

class TestConfirmDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepingIsTheDefault_data();
    void keepingIsTheDefault();
    void wordsNameAccountCountAndEnvironment();
    void whatMayTradeHasItsOwnTick();
    void theTickTurnsByKey();
    void aFillMeanwhileStrikesTheRow();
    void whatArrivesIsNamedAndNotIncluded();
    void muchNeedsMoreThanAClick();
    void muchMayBeHeld();
};

void TestConfirmDialog::keepingIsTheDefault_data()
{
    QTest::addColumn<int>("key");
    QTest::addRow("Escape") << int(Qt::Key_Escape);
    QTest::addRow("Return") << int(Qt::Key_Return);
    QTest::addRow("Space") << int(Qt::Key_Space);
}

void TestConfirmDialog::keepingIsTheDefault()
{
    QFETCH(const int, key);
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    ask(harness, order);
    QVERIFY(harness.inDialog<QPushButton>(u"keepOrders"_s).isDefault());
    QTest::keyClick(harness.dialog()->focusWidget(), static_cast<Qt::Key>(key));
    QTRY_COMPARE(harness.dialog(), nullptr);
    QCOMPARE(harness.ticketOf(order), nullptr);
    QCOMPARE(harness.allArrivals(), 0);
    QCOMPARE(harness.table().selectedKeys(), std::vector{order->key});
}

void TestConfirmDialog::wordsNameAccountCountAndEnvironment()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    ask(harness, harness.find(u"REGULAR"_s));
    const QString title = harness.dialog()->windowTitle();
    QVERIFY2(title.contains(u"Cancel 1 order at pocketful"_s) && title.contains(u"PRACTICE"_s), qUtf8Printable(title));
    QCOMPARE(harness.inDialog<QPushButton>(u"cancelOrders"_s).text(), u"Cancel 1 order"_s);
    QVERIFY(!harness.inDialog<QPushButton>(u"keepOrders"_s).text().contains(u"Cancel"_s));
}

void TestConfirmDialog::whatMayTradeHasItsOwnTick()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr stop = harness.find(u"CO"_s, u"THIRD"_s);
    ask(harness, stop);
    auto &act = harness.inDialog<QPushButton>(u"cancelOrders"_s);
    QVERIFY(!act.isEnabled());
    auto &list = harness.inDialog<QListView>(u"planList"_s);
    const QModelIndex tick = consentRow(list);
    QVERIFY(tick.isValid());
    QCOMPARE(tick.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(tick).center());
    QCOMPARE(tick.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(act.isEnabled());
    QCOMPARE(harness.allArrivals(), 0);
    harness.click(act);
    QTRY_COMPARE_WITH_TIMEOUT(harness.arrivals(stop), 1, patience);
}

void TestConfirmDialog::theTickTurnsByKey()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    ask(harness, harness.find(u"CO"_s, u"THIRD"_s));
    auto &list = harness.inDialog<QListView>(u"planList"_s);
    list.setFocus();
    list.setCurrentIndex(consentRow(list));
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(harness.inDialog<QPushButton>(u"cancelOrders"_s).isEnabled());
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(!harness.inDialog<QPushButton>(u"cancelOrders"_s).isEnabled());
}

void TestConfirmDialog::aFillMeanwhileStrikesTheRow()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr filling = harness.find(u"REGULAR"_s);
    const orders::OrderPtr staying = harness.find(u"AMO"_s);
    harness.clickRow(filling);
    harness.clickRow(staying, Qt::ControlModifier);
    harness.pressKey(Qt::Key_Delete);
    QTRY_VERIFY(harness.dialog() != nullptr);
    auto &act = harness.inDialog<QPushButton>(u"cancelOrders"_s);
    QCOMPARE(act.text(), u"Cancel 2 orders"_s);
    auto &list = harness.inDialog<QListView>(u"planList"_s);
    QStringList before;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        before += list.model()->index(row, 0).data().toString().section(u',', 0, 0);

    const qint64 whole = filling->quantity.toText().toLongLong();
    QVERIFY(harness.market().fill(filling->orderId, whole));
    harness.desk().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(act.text(), u"Cancel 1 order"_s, patience);
    int struck = 0;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QString text = list.model()->index(row, 0).data().toString();
        struck += text.startsWith(u"Not included any more"_s) ? 1 : 0;
    }
    QCOMPARE(struck, 1);
    QCOMPARE(list.model()->rowCount(), before.size());

    harness.click(act);
    QTRY_COMPARE_WITH_TIMEOUT(harness.arrivals(staying), 1, patience);
    QCOMPARE(harness.arrivals(filling), 0);
}

void TestConfirmDialog::whatArrivesIsNamedAndNotIncluded()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    ask(harness, harness.find(u"REGULAR"_s));
    practice::PracticeOrder fresh = harness.market().book().orders().front();
    fresh.orderId.clear();
    fresh.status = u"CONFIRMED"_s;
    harness.market().addOrder(fresh);
    harness.desk().refresh();
    auto &subtitle = harness.inDialog<QLabel>(u"confirmSubtitle"_s);
    QTRY_VERIFY_WITH_TIMEOUT(subtitle.text().contains(u"1 order arrived"_s), patience);
    QCOMPARE(harness.inDialog<QPushButton>(u"cancelOrders"_s).text(), u"Cancel 1 order"_s);
}

void TestConfirmDialog::muchNeedsMoreThanAClick()
{
    desk::SettingValues settings;
    settings.confirmAboveOrders = 0;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    ask(harness, order);
    auto &act = harness.inDialog<QPushButton>(u"cancelOrders"_s);
    harness.click(act);
    QVERIFY(harness.dialog() != nullptr);
    QCOMPARE(harness.ticketOf(order), nullptr);
    QTest::keyClicks(&harness.inDialog<QLineEdit>(u"confirmTypedCount"_s), u"1"_s);
    harness.click(act);
    QTRY_COMPARE_WITH_TIMEOUT(harness.arrivals(order), 1, patience);
}

void TestConfirmDialog::muchMayBeHeld()
{
    desk::SettingValues settings;
    settings.confirmAboveValue = 0;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    ask(harness, order);
    auto &act = harness.inDialog<ui::HoldButton>(u"cancelOrders"_s);
    QVERIFY(act.isHoldRequired());
    QTest::mousePress(&act, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(harness.arrivals(order), 1, patience);
}

QTEST_MAIN(TestConfirmDialog)
#include "test_confirm_dialog.moc"
