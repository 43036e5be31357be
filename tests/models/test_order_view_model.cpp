// SPDX-License-Identifier: Apache-2.0
#include "models/table_watch.h"

#include <QItemSelectionModel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::keyOf;
using models::OrderMaker;
using models::TableWatch;
using orders::OrderPtr;
using orders::OrderState;
using ui::Category;
using ui::ColumnId;

namespace {

OrderMaker leg(const QString &id, const QString &leg)
{
    return OrderMaker(id, leg).under(keyOf(id, u"ENTRY"_s));
}

OrderPtr entry(const QString &id)
{
    return OrderMaker(id, u"ENTRY"_s);
}

QStringList selected(const TableWatch &table, const QItemSelectionModel &selection)
{
    QStringList names;
    for (const QModelIndex &index : selection.selectedRows())
        names += TableWatch::nameOf(table.model.orderAt(index)->key);
    names.sort();
    return names;
}

void select(const TableWatch &table, QItemSelectionModel &selection,
            const std::vector<orders::OrderKey> &keys)
{
    for (const orders::OrderKey &key : keys)
        selection.select(table.model.indexOf(key), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace

class TestOrderViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstChangeAtOnceAndTheNextWithTheFrame()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s)});
        QCOMPARE(table.rows(), QStringList{u"1"_s});
        table.add({OrderMaker(u"2"_s)});
        QCOMPARE(table.model.rowCount(), 1);
        table.passFrame();
        QCOMPARE(table.rows(), (QStringList{u"1"_s, u"2"_s}));
    }

    void takesTheNewestOfManyChangesInOneFrame()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s)});
        QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
        for (const QString &price : {u"10"_s, u"11"_s, u"12.5"_s})
            table.change({OrderMaker(u"1"_s).price(price)});
        table.passFrame();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Price), u"12.50"_s);
    }

    void tellsChangesInRuns()
    {
        TableWatch table;
        table.sortBy(ColumnId::OrderId);
        table.add({OrderMaker(u"1"_s), OrderMaker(u"2"_s), OrderMaker(u"3"_s), OrderMaker(u"4"_s),
                   OrderMaker(u"5"_s)});
        table.pass(1s);
        QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
        table.change({OrderMaker(u"5"_s).price(u"9"_s), OrderMaker(u"2"_s).price(u"9"_s),
                      OrderMaker(u"1"_s).price(u"9"_s)});
        QCOMPARE(changes.count(), 2);
        QCOMPARE(changes[0][0].toModelIndex().row(), 0);
        QCOMPARE(changes[0][1].toModelIndex().row(), 1);
        QCOMPARE(changes[1][0].toModelIndex().row(), 4);
    }

    void legsStandUnderTheirEntry_data()
    {
        QTest::addColumn<QStringList>("arrival");
        QTest::newRow("entry first") << QStringList{u"ENTRY"_s, u"SECOND"_s, u"THIRD"_s};
        QTest::newRow("entry last") << QStringList{u"THIRD"_s, u"SECOND"_s, u"ENTRY"_s};
        QTest::newRow("entry between") << QStringList{u"THIRD"_s, u"ENTRY"_s, u"SECOND"_s};
    }

    void legsStandUnderTheirEntry()
    {
        QFETCH(QStringList, arrival);
        TableWatch table;
        table.sortBy(ColumnId::OrderId);
        table.add({OrderMaker(u"1"_s), OrderMaker(u"9"_s)});
        for (const QString &each : arrival) {
            table.add({each == "ENTRY"_L1 ? entry(u"5"_s) : OrderPtr(leg(u"5"_s, each))});
            table.passFrame();
        }
        QCOMPARE(table.rows(), (QStringList{u"1"_s, u"5/ENTRY"_s, u"  5/SECOND"_s, u"  5/THIRD"_s, u"9"_s}));
        table.remove({keyOf(u"5"_s, u"ENTRY"_s)});
        table.passFrame();
        QCOMPARE(table.rows(), (QStringList{u"1"_s, u"5/SECOND"_s, u"5/THIRD"_s, u"9"_s}));
    }

    void aMatchBringsItsFamily_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("none") << u""_s << QStringList{u"1"_s, u"5/ENTRY"_s, u"  5/SECOND"_s, u"  5/THIRD"_s};
        QTest::newRow("the entry matches")
            << u"leg:entry"_s << QStringList{u"5/ENTRY"_s, u"  5/SECOND"_s, u"  5/THIRD"_s};
        QTest::newRow("a leg matches") << u"leg:third"_s << QStringList{u"5/ENTRY"_s, u"  5/THIRD"_s};
        QTest::newRow("neither") << u"kind:regular"_s << QStringList{u"1"_s};
    }

    void aMatchBringsItsFamily()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, rows);
        TableWatch table;
        table.sortBy(ColumnId::OrderId);
        table.add({OrderMaker(u"1"_s), entry(u"5"_s), leg(u"5"_s, u"SECOND"_s), leg(u"5"_s, u"THIRD"_s)});
        table.search(search);
        QCOMPARE(table.rows(), rows);
        table.search(u""_s);
        QCOMPARE(table.model.rowCount(), 2);
    }

    void saysWhatIsThereForAnothersSakeOnly()
    {
        TableWatch table;
        table.add({entry(u"5"_s), leg(u"5"_s, u"SECOND"_s)});
        table.search(u"leg:second"_s);
        QVERIFY(table.model.factsAt(table.model.indexOf(keyOf(u"5"_s, u"ENTRY"_s))).isContext);
        QVERIFY(!table.model.factsAt(table.model.indexOf(keyOf(u"5"_s, u"SECOND"_s))).isContext);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("isDescending");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, ColumnId column, bool isDescending, const char *order) {
            QTest::newRow(name) << ui::columnNumber(column) << isDescending
                                << QString::fromLatin1(order).split(u' ');
        };
        row("price, none last", ColumnId::Price, false, "b c a d f e");
        row("price down, none last", ColumnId::Price, true, "a c b d f e");
        row("symbol in any case", ColumnId::Symbol, false, "c a b d f e");
        row("symbol down", ColumnId::Symbol, true, "d f e b a c");
        row("time", ColumnId::Time, false, "e b a c d f");
        row("time down", ColumnId::Time, true, "a c d f b e");
        row("age: the youngest first", ColumnId::Age, false, "a c d f b e");
    }

    void sorts()
    {
        QFETCH(int, column);
        QFETCH(bool, isDescending);
        QFETCH(QStringList, rows);
        TableWatch table;
        const auto at = [](int minutes) { return models::placedByDefault + std::chrono::minutes(minutes); };
        table.add({OrderMaker(u"a"_s).price(u"2.000000000000000001"_s).symbol(u"infy-eq"_s).placed(at(9)),
                   OrderMaker(u"b"_s).price(u"-1"_s).symbol(u"INFY-FUT"_s).placed(at(2)),
                   OrderMaker(u"c"_s).price(u"2"_s).symbol(u"ABB"_s).placed(at(9)),
                   OrderMaker(u"d"_s).price(u"n/a"_s).symbol(u"ZEE"_s).placed(at(9)),
                   OrderMaker(u"e"_s).price(u""_s).symbol(u"ZEE"_s).placed(at(1)),
                   OrderMaker(u"f"_s).price(u""_s).symbol(u"ZEE"_s).placed(at(9))});
        table.model.sort(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        QCOMPARE(table.rows(), rows);
    }

    void aChangeOfTheSortColumnMovesTheRow()
    {
        TableWatch table;
        table.sortBy(ColumnId::Price);
        table.add({OrderMaker(u"1"_s).price(u"1"_s), OrderMaker(u"2"_s).price(u"2"_s),
                   OrderMaker(u"3"_s).price(u"3"_s)});
        const QPersistentModelIndex kept = table.model.indexOf(keyOf(u"1"_s));
        table.pass(1s);
        table.change({OrderMaker(u"1"_s).price(u"2.5"_s)});
        QCOMPARE(table.rows(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        QCOMPARE(kept.row(), 1);
    }

    void counts()
    {
        TableWatch table;
        QSignalSpy changed(&table.model, &ui::OrderViewModel::countsChanged);
        table.add({OrderMaker(u"1"_s), OrderMaker(u"2"_s).state(OrderState::Filled),
                   OrderMaker(u"3"_s).state(OrderState::BeingCancelled),
                   OrderMaker(u"4"_s).state(OrderState::Rejected),
                   OrderMaker(u"5"_s).state(OrderState::Unknown)});
        QCOMPARE(changed.count(), 1);
        const auto &counts = table.model.counts();
        QCOMPARE(counts.of(Category::Open), 3);
        QCOMPARE(counts.of(Category::BeingCancelled), 1);
        QCOMPARE(counts.of(Category::Closed), 1);
        QCOMPARE(counts.of(Category::Refused), 1);
        QCOMPARE(counts.of(Category::All), 5);
        QCOMPARE(table.model.rowCount(), 3);

        table.passFrame();
        table.remove({keyOf(u"5"_s)});
        QCOMPARE(table.model.counts().of(Category::All), 4);
        table.search(u"id:3"_s);
        QCOMPARE(table.model.hiddenBySearch(), 1);
        table.model.setCategory(Category::All);
        QCOMPARE(table.model.hiddenBySearch(), 3);
    }

    void rowsStayWhileHeld()
    {
        TableWatch table;
        table.sortBy(ColumnId::Price);
        table.add({OrderMaker(u"1"_s).price(u"1"_s), OrderMaker(u"2"_s).price(u"2"_s),
                   OrderMaker(u"3"_s).price(u"3"_s)});
        table.pass(1s);
        table.model.setHeld(true);
        table.change({OrderMaker(u"1"_s).price(u"9"_s)});
        table.pass(1s);
        table.add({OrderMaker(u"0"_s).price(u"0"_s)});
        table.remove({keyOf(u"2"_s)});
        table.pass(1s);
        QCOMPARE(table.rows(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Price), u"9.00"_s);

        table.model.setHeld(false);
        table.pass(399ms);
        QCOMPARE(table.rows(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        table.pass(1ms);
        QCOMPARE(table.rows(), (QStringList{u"0"_s, u"3"_s, u"1"_s}));
        QVERIFY(!table.model.isHeld());
    }

    void holdingAgainBeforeTheEndGoesOn()
    {
        TableWatch table;
        table.sortBy(ColumnId::OrderId);
        table.add({OrderMaker(u"2"_s)});
        table.model.setHeld(true);
        table.model.setHeld(false);
        table.pass(300ms);
        table.model.setHeld(true);
        table.add({OrderMaker(u"1"_s)});
        table.pass(5s);
        QCOMPARE(table.model.rowCount(), 1);
    }

    void theSelectionOutlivesEverythingButTheRow()
    {
        TableWatch table;
        QItemSelectionModel selection(&table.model);
        std::vector<OrderPtr> all;
        for (int i = 0; i < 60; ++i)
            all.push_back(OrderMaker(QString::number(i)).price(QString::number(i * 7 % 60)));
        table.add(all);
        table.add({entry(u"b"_s), leg(u"b"_s, u"SECOND"_s)});
        table.pass(1s);
        select(table, selection, {keyOf(u"3"_s), keyOf(u"4"_s), keyOf(u"50"_s), keyOf(u"b"_s, u"SECOND"_s)});
        const QStringList chosen{u"3"_s, u"4"_s, u"50"_s, u"b/SECOND"_s};

        table.sortBy(ColumnId::Price, Qt::DescendingOrder);
        QCOMPARE(selected(table, selection), chosen);
        table.change({OrderMaker(u"3"_s).price(u"1000"_s), OrderMaker(u"9"_s).price(u"2000"_s)});
        table.pass(1s);
        QCOMPARE(selected(table, selection), chosen);
        table.remove({keyOf(u"0"_s), keyOf(u"1"_s), keyOf(u"2"_s), keyOf(u"49"_s)});
        table.pass(1s);
        QCOMPARE(selected(table, selection), chosen);
        table.remove({keyOf(u"b"_s, u"ENTRY"_s)});
        table.pass(1s);
        QCOMPARE(selected(table, selection), chosen);
        table.search(u"-id:50"_s);
        table.search(u""_s);
        QCOMPARE(selected(table, selection), (QStringList{u"3"_s, u"4"_s, u"b/SECOND"_s}));
    }

    void clearsWithoutAReset()
    {
        TableWatch table;
        std::vector<OrderPtr> all;
        for (int i = 0; i < 100; ++i)
            all.push_back(OrderMaker(QString::number(i)));
        table.add(all);
        table.add({entry(u"b"_s), leg(u"b"_s, u"SECOND"_s)});
        table.model.clear();
        QCOMPARE(table.model.rowCount(), 0);
        QCOMPARE(table.model.counts().of(Category::All), 0);
        table.pass(1s);
        table.add({OrderMaker(u"1"_s)});
        QCOMPARE(table.rows(), QStringList{u"1"_s});
    }

    void whatComesAndGoesWithinAFrameIsNeverShown()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s)});
        QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
        table.add({OrderMaker(u"2"_s)});
        table.remove({keyOf(u"2"_s)});
        table.remove({keyOf(u"3"_s)});
        table.passFrame();
        QCOMPARE(inserted.count(), 0);
        table.remove({keyOf(u"1"_s)});
        table.add({OrderMaker(u"1"_s).price(u"7"_s)});
        table.pass(1s);
        QCOMPARE(table.rows(), QStringList{u"1"_s});
    }
};

QTEST_GUILESS_MAIN(TestOrderViewModel)
#include "test_order_view_model.moc"
