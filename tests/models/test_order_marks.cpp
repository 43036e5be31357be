// SPDX-License-Identifier: Apache-2.0
#include "models/table_watch.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::keyOf;
using models::OrderMaker;
using models::TableWatch;
using orders::OrderState;
using ui::CancelStep;
using ui::Category;
using ui::ColumnId;

// What the table says of a row besides the broker's values: of its cancel, of its age, of its book.
class TestOrderMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkSpeaksForTheRow()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s)});
        table.pass(1s);
        table.model.setCancelMark(keyOf(u"1"_s), {CancelStep::Sent, table.clock.monotonic(), {}});
        table.pass(3s);
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Status), u"Cancel sent 3 s, may still fill"_s);
        QVERIFY(table.model.factsAt(table.model.indexOf(keyOf(u"1"_s))).isBeingCancelled());
        QCOMPARE(table.model.counts().of(Category::BeingCancelled), 1);

        table.model.setCancelMark(keyOf(u"1"_s), {CancelStep::Refused, table.clock.monotonic(), u"16044"_s});
        table.pass(1s);
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Status), u"Cancel refused, still open"_s);
        QCOMPARE(table.model.counts().of(Category::Refused), 1);
        QCOMPARE(table.model.counts().of(Category::BeingCancelled), 0);

        table.model.setCancelMark(keyOf(u"1"_s), {});
        table.pass(1s);
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Status), u"Open"_s);
    }

    void aMarkMayComeBeforeItsOrder()
    {
        TableWatch table;
        table.model.setCancelMark(keyOf(u"1"_s), {CancelStep::Unknown, table.clock.monotonic(), {}});
        table.add({OrderMaker(u"1"_s)});
        table.pass(1s);
        QCOMPARE(table.text(keyOf(u"1"_s), ColumnId::Status), u"Unknown: asking the broker"_s);
    }

    void whatIsProvedStaysForAMinute()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s), OrderMaker(u"2"_s)});
        table.pass(1s);
        table.model.setCancelMark(keyOf(u"1"_s), {CancelStep::Proved, table.clock.monotonic(), {}});
        table.change({OrderMaker(u"1"_s).state(OrderState::Cancelled),
                      OrderMaker(u"2"_s).state(OrderState::Cancelled)});
        table.pass(58s);
        QCOMPARE(table.rows(), QStringList{u"1"_s});
        QCOMPARE(table.model.counts().of(Category::Open), 0);
        table.pass(4s);
        QCOMPARE(table.model.rowCount(), 0);
    }

    void aSearchByAgeFollowsTheTime()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s).placed(table.clock.wall() - 200s),
                   OrderMaker(u"2"_s).placed(table.clock.wall())});
        table.search(u"age>5m"_s);
        QCOMPARE(table.model.rowCount(), 0);
        table.pass(98s);
        QCOMPARE(table.model.rowCount(), 0);
        table.pass(5s);
        QCOMPARE(table.rows(), QStringList{u"1"_s});
    }

    void saysWhatIsMissingOrStale()
    {
        TableWatch table;
        table.add({OrderMaker(u"1"_s).missing(table.clock.wall())});
        QVERIFY(
            table.text(keyOf(u"1"_s), ColumnId::Status).startsWith(u"Not in the broker's lists since "_s));
        QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
        table.model.setStale(u"Pocketful"_s, true);
        QVERIFY(table.model.factsAt(table.model.index(0, 0)).isStale);
        QCOMPARE(changes.count(), 1);
        table.model.setStale(u"Pocketful"_s, false);
        QVERIFY(!table.model.factsAt(table.model.index(0, 0)).isStale);
    }

    void tellsARowToAScreenReader()
    {
        TableWatch table;
        table.model.setLocale(QLocale(QLocale::English, QLocale::India));
        table.add({OrderMaker(u"1"_s).sell().quantity(u"75"_s).filled(u"25"_s).price(u"1510"_s)});
        QCOMPARE(table.model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"SELL 50 of 75 INFY-EQ, LIMIT 1,510.00, Part filled"_s);
    }
};

QTEST_GUILESS_MAIN(TestOrderMarks)
#include "test_order_marks.moc"
