// SPDX-License-Identifier: Apache-2.0
// The table in the real window: a selection outlives refreshes, a search that does not parse changes nothing, and
// an empty table says why it is empty.
#include "gui/harness.h"

#include "desk/settings.h"
#include "ui/orders/order_category.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/table_state.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using desk::BookState;
using desk::ConnectionView;
using gui::patience;
using venues::VenueState;

namespace {

ConnectionView connection(VenueState venue, BookState book, bool isLoaded)
{
    ConnectionView view;
    view.profile.name = u"pocketful"_s;
    view.profile.broker = u"pocketful"_s;
    view.brokerTitle = u"Pocketful"_s;
    view.venue = venue;
    view.book = book;
    view.hasSecret = true;
    if (isLoaded)
        view.readAt = base::WallTime(1'710'480'600s);
    return view;
}

} // namespace

class TestWindowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryBookAndItsCounts();
    void theSelectionOutlivesARefresh();
    void aSelectedOrderThatEndsLeavesTheSelection();
    void theButtonSaysWhatItWillDo();
    void aSearchThatDoesNotParseChangesNothing();
    void theSearchIsClearedByEscape();
    void anEmptySearchResultSaysSo();
    void emptyStates_data();
    void emptyStates();
    void withoutConnectionsItLeadsOn();
    void aForbiddenEngineSaysWhy();
};

void TestWindowTable::showsEveryBookAndItsCounts()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    int open = 0;
    for (const orders::OrderPtr &order : harness.desk().orders())
        open += order->isAlive() ? 1 : 0;
    QTRY_COMPARE(harness.model().counts().of(ui::Category::Open), open);
    QTRY_VERIFY(harness.part<QPushButton>(u"categoryOpen"_s).text().endsWith(QString::number(open)));
    QTRY_VERIFY(harness.window().windowTitle().contains(u"PRACTICE · %1 open orders"_s.arg(open)));
    harness.click(u"categoryClosed"_s);
    QCOMPARE(harness.model().category(), ui::Category::Closed);
}

void TestWindowTable::theSelectionOutlivesARefresh()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr first = harness.find(u"REGULAR"_s);
    const orders::OrderPtr second = harness.find(u"AMO"_s);
    harness.clickRow(first);
    harness.clickRow(second, Qt::ControlModifier);
    const auto chosen = harness.table().selectedKeys();
    QCOMPARE(chosen.size(), std::size_t(2));

    practice::PracticeOrder fresh = harness.market().book().orders().front();
    fresh.orderId.clear();
    fresh.status = u"CONFIRMED"_s;
    harness.market().addOrder(fresh);
    const std::size_t before = harness.desk().orders().size();
    harness.pressKey(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(harness.desk().orders().size(), before + 1, patience);
    QTRY_VERIFY(!harness.model().isHeld());
    QCOMPARE(harness.table().selectedKeys(), chosen);
}

void TestWindowTable::aSelectedOrderThatEndsLeavesTheSelection()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    harness.clickRow(order);
    QVERIFY(harness.market().fill(order->orderId, order->quantity.toText().toLongLong()));
    harness.desk().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(harness.table().selectedKeys().empty(), patience);
    QTRY_VERIFY(!harness.part<QPushButton>(u"cancelSelected"_s).isEnabled());
}

void TestWindowTable::theButtonSaysWhatItWillDo()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    auto &button = harness.part<QPushButton>(u"cancelSelected"_s);
    auto &reason = harness.part<QLabel>(u"cancelObstacle"_s);
    QVERIFY(!button.isEnabled());
    QVERIFY(!reason.text().isEmpty());
    harness.clickRow(harness.find(u"REGULAR"_s));
    QTRY_COMPARE(button.text(), u"Cancel 1 order…"_s);
    harness.clickRow(harness.find(u"CO"_s, u"THIRD"_s), Qt::ControlModifier);
    QTRY_COMPARE(button.text(), u"Cancel 2: 1 cancel, 1 MAY TRADE…"_s);
    QVERIFY(button.isEnabled());
}

void TestWindowTable::aSearchThatDoesNotParseChangesNothing()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    auto &search = harness.part<QLineEdit>(u"search"_s);
    QTest::keyClicks(&search, u"kind:amo"_s);
    QTRY_VERIFY(harness.model().hiddenBySearch() > 0);
    const int hidden = harness.model().hiddenBySearch();
    const int shown = harness.model().rowCount();
    search.setText(u"kind:amo nonsense:1"_s);
    auto &error = harness.part<QLabel>(u"searchError"_s);
    QTRY_VERIFY(error.isVisible());
    QVERIFY(error.text().contains(u"nonsense"_s));
    QCOMPARE(harness.model().hiddenBySearch(), hidden);
    QCOMPARE(harness.model().rowCount(), shown);
}

void TestWindowTable::theSearchIsClearedByEscape()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    auto &search = harness.part<QLineEdit>(u"search"_s);
    harness.pressKey(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"kind:amo"_s);
    QTest::keyClick(&search, Qt::Key_Escape);
    QVERIFY(search.text().isEmpty());
    QVERIFY(harness.table().hasFocus());
    QTRY_COMPARE(harness.model().hiddenBySearch(), 0);
}

void TestWindowTable::anEmptySearchResultSaysSo()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    QTest::keyClicks(&harness.part<QLineEdit>(u"search"_s), u"symbol:NOSUCH"_s);
    auto &empty = harness.part<ui::EmptyState>(u"emptyState"_s);
    QTRY_COMPARE(empty.kind(), u"hidden"_s);
    QVERIFY(empty.isVisible());
    harness.click(u"emptyAction"_s);
    QTRY_VERIFY(!empty.isVisible());
    QVERIFY(harness.part<QLineEdit>(u"search"_s).text().isEmpty());
}

void TestWindowTable::emptyStates_data()
{
    QTest::addColumn<ui::TableFacts>("facts");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    const ConnectionView loaded = connection(VenueState::SignedIn, BookState::Live, true);
    const ConnectionView loading = connection(VenueState::SignedIn, BookState::Loading, false);
    const ConnectionView failed = connection(VenueState::SignedIn, BookState::Failed, false);
    const ConnectionView signedOut = connection(VenueState::SignedOut, BookState::Failed, false);
    const auto row = [](const char *name, std::vector<ConnectionView> views, int shown, int hidden,
                        const QString &kind, const QString &words) {
        QTest::addRow("%s", name) << ui::TableFacts{std::move(views), ui::Category::Open, shown, hidden} << kind << words;
    };
    row("rows", {loaded}, 3, 0, {}, {});
    row("no connection", {}, 0, 0, u"noConnections"_s, u"No connection yet"_s);
    row("hidden", {loaded}, 0, 12, u"hidden"_s, u"The filter hides 12 orders"_s);
    row("loading", {loading}, 0, 0, u"loading"_s, u"Loading…"_s);
    row("failed is not empty", {failed}, 0, 0, u"notLoaded"_s, u"Not loaded"_s);
    row("signed out", {signedOut}, 0, 0, u"notLoaded"_s, u"Not loaded: signed out"_s);
    row("one of two failed", {loaded, failed}, 0, 0, u"notLoaded"_s, u"Not loaded"_s);
    row("truly nothing", {loaded}, 0, 0, u"nothing"_s, u"No open orders (as of "_s);
}

void TestWindowTable::emptyStates()
{
    QFETCH(const ui::TableFacts, facts);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    const app::Language language(desk::LanguageChoice::English);
    const ui::EmptyState::Content content = ui::emptyContent(facts, {});
    QCOMPARE(content.kind, kind);
    QVERIFY2(content.title.startsWith(words), qUtf8Printable(content.title));
}

void TestWindowTable::withoutConnectionsItLeadsOn()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    for (const QString &name : {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s, u"apex"_s})
        harness.desk().removeConnection(name, [](const base::Status &) {});
    auto &empty = harness.part<ui::EmptyState>(u"emptyState"_s);
    QTRY_COMPARE_WITH_TIMEOUT(empty.kind(), u"noConnections"_s, patience);
    QSignalSpy practice(&harness.window(), &ui::MainWindow::practiceAsked);
    harness.click(u"emptySecondAction"_s);
    QCOMPARE(practice.count(), 1);
    harness.click(u"emptyAction"_s);
    QTRY_VERIFY(harness.dialog(u"connectionsDialog"_s) != nullptr);
}

void TestWindowTable::aForbiddenEngineSaysWhy()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    harness.desk().forbidCancels(base::Error{base::ErrorKind::Busy, u"pullcord-cli (pid 4711) holds it"_s, 0, {}, {}});
    const orders::OrderPtr order = harness.find(u"REGULAR"_s);
    harness.clickRow(order);
    QTRY_VERIFY(harness.part<QLabel>(u"cancelObstacle"_s).text().contains(u"4711"_s));
    QVERIFY(!harness.part<QPushButton>(u"cancelSelected"_s).isEnabled());
    harness.pressKey(Qt::Key_Delete);
    QCOMPARE(harness.dialog(), nullptr);
    QCOMPARE(harness.ticketOf(order), nullptr);
}

QTEST_MAIN(TestWindowTable)
#include "test_window_table.moc"
