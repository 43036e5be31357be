// SPDX-License-Identifier: Apache-2.0
// The keys of both schemes: they act on the press alone, and are dead while somebody types or a dialog is open.
#include "gui/harness.h"

#include "ui/shell/key_scheme.h"

#include <QAction>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using desk::KeyScheme;
using ui::KeyAction;

Q_DECLARE_METATYPE(desk::KeyScheme)

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemes_data();
    void schemes();
    void cancelsByTheKeyOfTheScheme_data();
    void cancelsByTheKeyOfTheScheme();
    void cancelAllAlwaysAsks();
    void isDeadWhileSomebodyTypes();
    void isDeadWhileADialogIsOpen();
    void noActionRepeats();
    void escapeNeverCancels();
};

void TestWindowKeys::schemes_data()
{
    QTest::addColumn<desk::KeyScheme>("scheme");
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("key");
    const auto row = [](KeyScheme scheme, KeyAction action, const QString &key) {
        QTest::addRow("%d %s", int(scheme), qUtf8Printable(key)) << scheme << int(action) << key;
    };
    row(KeyScheme::Standard, KeyAction::CancelSelected, u"Del"_s);
    row(KeyScheme::Standard, KeyAction::CancelAllOpen, u"Ctrl+Shift+Del"_s);
    row(KeyScheme::Standard, KeyAction::Refresh, u"F5"_s);
    row(KeyScheme::Standard, KeyAction::OrderBook, QString());
    row(KeyScheme::Dealer, KeyAction::CancelSelected, u"Shift+F1"_s);
    row(KeyScheme::Dealer, KeyAction::CancelAllOpen, u"Shift+F3"_s);
    row(KeyScheme::Dealer, KeyAction::Refresh, u"Ctrl+R"_s);
    row(KeyScheme::Dealer, KeyAction::OrderBook, u"F3"_s);
    row(KeyScheme::Dealer, KeyAction::Search, u"Ctrl+F"_s);
}

void TestWindowKeys::schemes()
{
    QFETCH(const desk::KeyScheme, scheme);
    QFETCH(const int, action);
    QFETCH(const QString, key);
    QCOMPARE(ui::keyOf(scheme, static_cast<KeyAction>(action)).toString(QKeySequence::PortableText), key);
}

void TestWindowKeys::cancelsByTheKeyOfTheScheme_data()
{
    QTest::addColumn<desk::KeyScheme>("scheme");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<bool>("opens");
    QTest::addRow("standard, Delete") << KeyScheme::Standard << int(Qt::Key_Delete) << int(Qt::NoModifier) << true;
    QTest::addRow("dealer, Shift+F1") << KeyScheme::Dealer << int(Qt::Key_F1) << int(Qt::ShiftModifier) << true;
    QTest::addRow("dealer, Delete") << KeyScheme::Dealer << int(Qt::Key_Delete) << int(Qt::NoModifier) << false;
    QTest::addRow("standard, Shift+F1") << KeyScheme::Standard << int(Qt::Key_F1) << int(Qt::ShiftModifier) << false;
}

void TestWindowKeys::cancelsByTheKeyOfTheScheme()
{
    QFETCH(const desk::KeyScheme, scheme);
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const bool, opens);
    desk::SettingValues settings;
    settings.keys = scheme;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    harness.clickRow(harness.find(u"REGULAR"_s));
    harness.pressKey(key, Qt::KeyboardModifiers::fromInt(modifiers));
    QCOMPARE(harness.dialog() != nullptr, opens);
}

void TestWindowKeys::cancelAllAlwaysAsks()
{
    desk::SettingValues settings;
    settings.isDialogSkipped = true;
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    QTest::keyClicks(&harness.part<QLineEdit>(u"search"_s), u"id:"_s + harness.find(u"REGULAR"_s)->orderId);
    QTRY_COMPARE(harness.model().rowCount(), 1);
    harness.table().setFocus();
    harness.pressKey(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(harness.dialog() != nullptr);
    QCOMPARE(harness.inDialog<QPushButton>(u"cancelOrders"_s).text(), u"Cancel 1 order"_s);
}

void TestWindowKeys::isDeadWhileSomebodyTypes()
{
    desk::SettingValues settings;
    settings.keys = KeyScheme::Dealer; // Delete belongs to a text field anyway; Shift+F1 does not
    gui::Harness harness(settings);
    QVERIFY(harness.isReady());
    harness.clickRow(harness.find(u"REGULAR"_s));
    harness.pressKey(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(harness.part<QLineEdit>(u"search"_s).hasFocus());
    harness.pressKey(Qt::Key_F1, Qt::ShiftModifier);
    harness.pressKey(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(harness.dialog(), nullptr);
    harness.pressKey(Qt::Key_F3); // back to the order book
    harness.pressKey(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(harness.dialog() != nullptr);
}

void TestWindowKeys::isDeadWhileADialogIsOpen()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    harness.clickRow(harness.find(u"REGULAR"_s));
    harness.pressKey(Qt::Key_Delete);
    QDialog *first = harness.dialog();
    QVERIFY(first != nullptr);
    harness.pressKey(Qt::Key_Delete);
    harness.pressKey(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(first, Qt::Key_Delete);
    QCOMPARE(harness.window().findChildren<QDialog *>(u"confirmDialog"_s).size(), qsizetype(1));
    QCOMPARE(harness.allArrivals(), 0);
}

void TestWindowKeys::noActionRepeats()
{
    gui::Harness harness;
    const auto actions = harness.window().findChildren<QAction *>();
    int checked = 0;
    for (const QAction *action : actions) {
        if (!action->objectName().startsWith(u"action"_s))
            continue;
        QVERIFY2(!action->autoRepeat(), qUtf8Printable(action->objectName()));
        ++checked;
    }
    QVERIFY(checked >= 10);
}

void TestWindowKeys::escapeNeverCancels()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    harness.clickRow(harness.find(u"REGULAR"_s));
    for (int presses = 0; presses < 3; ++presses)
        harness.pressKey(Qt::Key_Escape);
    QCOMPARE(harness.dialog(), nullptr);
    QCOMPARE(harness.allArrivals(), 0);
    QVERIFY(harness.desk().cancels().tickets().empty());
}

QTEST_MAIN(TestWindowKeys)
#include "test_window_keys.moc"
