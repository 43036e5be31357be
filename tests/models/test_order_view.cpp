// SPDX-License-Identifier: Apache-2.0
#include "models/table_watch.h"
#include "ui/orders/order_view.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::keyOf;
using models::OrderMaker;
using models::TableWatch;
using orders::OrderPtr;
using orders::OrderState;
using ui::ColumnId;

namespace {

OrderMaker leg(const QString &id, const QString &leg)
{
    return OrderMaker(id, leg).under(keyOf(id, u"ENTRY"_s));
}

// A view of a model with twenty rows "00" to "19", sorted by their ids.
class Desk
{
public:
    Desk()
    {
        view.resize(1440, 400);
        view.show();
        std::vector<OrderPtr> rows;
        for (int i = 0; i < 20; ++i)
            rows.push_back(OrderMaker(QString::number(i).rightJustified(2, u'0')));
        table.add(rows);
        view.sortByColumn(ui::columnNumber(ColumnId::OrderId), Qt::AscendingOrder);
        settle();
    }

    void settle()
    {
        table.pass(1s);
        QApplication::processEvents();
    }

    [[nodiscard]] QStringList selected() const
    {
        QStringList names;
        for (const orders::OrderKey &key : view.selectedKeys())
            names += TableWatch::nameOf(key);
        return names;
    }

    [[nodiscard]] QPoint placeOf(const QString &id, ColumnId column) const
    {
        return view.visualRect(table.model.indexOf(keyOf(id), column)).center();
    }

    void click(const QString &id, ColumnId column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, placeOf(id, column));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }

    TableWatch table;
    ui::OrderView view{table.model, table.clock, ui::makeTheme(ui::ThemeKind::Light, {})};
};

} // namespace

class TestOrderView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickOnTheBoxTicksThatRowOnly()
    {
        Desk desk;
        desk.click(u"03"_s, ColumnId::Tick);
        desk.click(u"07"_s, ColumnId::Tick);
        QCOMPARE(desk.selected(), (QStringList{u"03"_s, u"07"_s}));
        desk.click(u"03"_s, ColumnId::Tick);
        QCOMPARE(desk.selected(), QStringList{u"07"_s});
        desk.click(u"05"_s, ColumnId::Symbol);
        QCOMPARE(desk.selected(), QStringList{u"05"_s});
    }

    void theKeyboardTicks()
    {
        Desk desk;
        desk.click(u"02"_s, ColumnId::Symbol);
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
        desk.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(desk.selected(), (QStringList{u"02"_s, u"03"_s, u"04"_s}));
        desk.press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(desk.selected(), (QStringList{u"02"_s, u"03"_s}));
        desk.press(Qt::Key_Space);
        QCOMPARE(desk.selected(), QStringList{u"02"_s});
        desk.press(Qt::Key_Space);
        QCOMPARE(desk.selected(), (QStringList{u"02"_s, u"03"_s}));
    }

    void theSelectionIsOfOrders()
    {
        Desk desk;
        desk.click(u"03"_s, ColumnId::Tick);
        desk.click(u"12"_s, ColumnId::Tick);
        desk.view.sortByColumn(ui::columnNumber(ColumnId::Price), Qt::DescendingOrder);
        desk.table.change({OrderMaker(u"03"_s).price(u"1"_s), OrderMaker(u"04"_s).price(u"9999"_s)});
        desk.table.remove({keyOf(u"00"_s), keyOf(u"11"_s)});
        desk.settle();
        QStringList chosen = desk.selected();
        chosen.sort();
        QCOMPARE(chosen, (QStringList{u"03"_s, u"12"_s}));

        QSignalSpy changed(&desk.view, &ui::OrderView::selectedOrdersChanged);
        desk.table.change({OrderMaker(u"12"_s).state(OrderState::Filled)});
        desk.settle();
        QCOMPARE(desk.selected(), QStringList{u"03"_s});
        QVERIFY(changed.count() >= 1);
        desk.table.model.setCategory(ui::Category::All);
        QCOMPARE(desk.selected(), QStringList{u"03"_s});
    }

    void selectsAllThatMayBeCancelled()
    {
        Desk desk;
        desk.table.model.setCategory(ui::Category::All);
        desk.table.change({OrderMaker(u"02"_s).state(OrderState::Filled),
                           OrderMaker(u"03"_s).state(OrderState::BeingCancelled),
                           OrderMaker(u"05"_s).state(OrderState::Unknown)});
        desk.settle();
        desk.view.selectAll();
        QCOMPARE(desk.selected().size(), 18);
        QVERIFY(!desk.selected().contains(u"02"_s));
        QVERIFY(!desk.selected().contains(u"03"_s));
        QVERIFY(desk.selected().contains(u"05"_s));
    }

    void selectsNothingThatNobodyAskedFor()
    {
        Desk desk;
        desk.table.add(
            {OrderMaker(u"30"_s, u"ENTRY"_s), leg(u"30"_s, u"SECOND"_s), leg(u"30"_s, u"THIRD"_s)});
        desk.settle();
        desk.table.search(u"leg:second"_s);
        desk.view.selectAll();
        QCOMPARE(desk.selected(), QStringList{u"30/SECOND"_s});

        desk.table.search(u"kind:bo"_s);
        desk.view.collapse(desk.table.model.indexOf(keyOf(u"30"_s, u"ENTRY"_s)));
        desk.view.selectAll();
        QCOMPARE(desk.selected(), QStringList{u"30/ENTRY"_s});
    }

    // Qt remembers a full selection by its row numbers: a leg that moves into such a row must not be ticked
    // by it.
    void aFullSelectionTakesNoLegIn()
    {
        Desk desk;
        std::vector<OrderPtr> more;
        for (int i = 20; i < 60; ++i)
            more.push_back(OrderMaker(QString::number(i)));
        desk.table.add(more);
        desk.table.add({OrderMaker(u"70"_s, u"ENTRY"_s), leg(u"70"_s, u"THIRD"_s)});
        desk.settle();
        desk.view.collapse(desk.table.model.indexOf(keyOf(u"70"_s, u"ENTRY"_s)));
        desk.view.selectAll();
        QCOMPARE(desk.selected().size(), 61);
        desk.table.remove({keyOf(u"70"_s, u"ENTRY"_s)});
        desk.settle();
        QCOMPARE(desk.selected().size(), 60);
        QVERIFY(!desk.selected().contains(u"70/THIRD"_s));
    }

    void rowsStandStillUnderAHand()
    {
        Desk desk;
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, desk.placeOf(u"04"_s, ColumnId::Symbol));
        QVERIFY(desk.table.model.isHeld());
        desk.table.remove({keyOf(u"00"_s)});
        desk.settle();
        QCOMPARE(desk.table.model.rowCount(), 20);
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {},
                            desk.placeOf(u"04"_s, ColumnId::Symbol));
        desk.settle();
        QCOMPARE(desk.table.model.rowCount(), 19);

        QTest::keyPress(&desk.view, Qt::Key_Shift);
        QVERIFY(desk.table.model.isHeld());
        QTest::keyRelease(&desk.view, Qt::Key_Shift);
        desk.settle();
        QVERIFY(!desk.table.model.isHeld());
    }

    void aHandThatIsGoneHoldsNothing()
    {
        Desk desk;
        QTest::keyPress(&desk.view, Qt::Key_Delete);
        QVERIFY(desk.table.model.isHeld());
        QFocusEvent away(QEvent::FocusOut, Qt::PopupFocusReason);
        QApplication::sendEvent(&desk.view, &away);
        desk.settle();
        QVERIFY(!desk.table.model.isHeld());
    }

    void theNextRowIsCurrentWhenOneLeaves()
    {
        Desk desk;
        desk.click(u"04"_s, ColumnId::Symbol);
        const int scrolled = desk.view.verticalScrollBar()->value();
        desk.table.remove({keyOf(u"04"_s), keyOf(u"10"_s)});
        desk.settle();
        QCOMPARE(desk.view.currentOrder()->orderId, u"05"_s);
        QCOMPARE(desk.selected(), QStringList());
        QCOMPARE(desk.view.verticalScrollBar()->value(), scrolled);
    }

    void entriesAreOpenUntilSomebodyClosesThem()
    {
        Desk desk;
        desk.table.add({OrderMaker(u"0a"_s, u"ENTRY"_s), leg(u"0a"_s, u"SECOND"_s)});
        desk.settle();
        const auto entry = [&] { return desk.table.model.indexOf(keyOf(u"0a"_s, u"ENTRY"_s)); };
        QVERIFY(desk.view.isExpanded(entry()));
        const QRect cell = desk.view.visualRect(entry().siblingAtColumn(ui::columnNumber(ColumnId::Leg)));
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(!desk.view.isExpanded(entry()));
        QVERIFY(desk.selected().isEmpty());
        desk.table.search(u"id:19"_s);
        desk.table.search(u""_s);
        QVERIFY(!desk.view.isExpanded(entry()));
    }

    void copiesRowsInTheLocaleOfFiles()
    {
        Desk desk;
        desk.table.model.setLocale(QLocale(u"en_IN"_s));
        desk.table.change({OrderMaker(u"03"_s).price(u"1234567.5"_s).symbol(u"A\tB"_s)});
        desk.settle();
        desk.click(u"03"_s, ColumnId::Symbol);
        desk.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            QApplication::clipboard()->text(),
            u"open\tBUY\tA B\tNSE\tMIS\tREGULAR\t\t100\t0\t100\t1234567.5\t\tLIMIT\t2024-03-15T05:20:00.000Z\tPocketful\t03\n"_s);
    }

    void theLayoutComesBack()
    {
        Desk desk;
        ui::OrderHeader &header = desk.view.columns();
        header.moveSection(header.visualIndex(ui::columnNumber(ColumnId::Price)), 2);
        header.setSectionHidden(ui::columnNumber(ColumnId::Exchange), true);
        header.resizeSection(ui::columnNumber(ColumnId::Symbol), 222);
        desk.view.sortByColumn(ui::columnNumber(ColumnId::Price), Qt::AscendingOrder);
        const QByteArray layout = desk.view.saveLayout();

        Desk other;
        QVERIFY(other.view.restoreLayout(layout));
        QCOMPARE(other.view.saveLayout(), layout);
        QCOMPARE(other.table.model.sortColumn(), ColumnId::Price);
        QVERIFY(other.view.isColumnHidden(ui::columnNumber(ColumnId::Exchange)));
        QVERIFY(!other.view.restoreLayout("nonsense"));
        QCOMPARE(other.view.saveLayout(), layout);
        QVERIFY(other.view.restoreLayout(
            R"({"columns":[{"name":"status","shown":false},{"name":"mood","width":-5}]})"));
        QVERIFY(!other.view.isColumnHidden(ui::columnNumber(ColumnId::Status)));
    }

    void theMenuShowsAndHidesColumns()
    {
        Desk desk;
        QMenu menu;
        desk.view.columns().fillMenu(menu);
        for (QAction *action : menu.actions()) {
            if (action->text() == "Validity"_L1) {
                QVERIFY(!action->isChecked());
                action->trigger();
            }
        }
        QVERIFY(!desk.view.isColumnHidden(ui::columnNumber(ColumnId::Validity)));
        QVERIFY(desk.view.columnWidth(ui::columnNumber(ColumnId::Validity)) > 40);
    }

    void agesGoOn()
    {
        Desk desk;
        QSignalSpy changes(&desk.table.model, &QAbstractItemModel::dataChanged);
        desk.table.pass(1s);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][1].toModelIndex().column(), ui::columnNumber(ColumnId::Age));
        QVERIFY(changes[0][1].toModelIndex().row() < 19); // what is not visible is not told
    }
};

QTEST_MAIN(TestOrderView)
#include "test_order_view.moc"
