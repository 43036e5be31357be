// SPDX-License-Identifier: Apache-2.0
// An alarm over the table stays until a person puts it away, and that they did stands in the journal.
#include "gui/harness.h"
#include "journal/journal.h"

using namespace Qt::StringLiterals;
using gui::patience;

class TestAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoPutsOneAwayIsNoted();
};

namespace {

std::vector<journal::Entry> seenIn(gui::Harness &harness)
{
    std::vector<journal::Entry> entries;
    const auto rows = harness.desk().journal().latest(1000);
    for (const journal::Row &row : rows.value_or(std::vector<journal::Row>()))
        if (row.entry.kind == "alarm seen"_L1)
            entries.push_back(row.entry);
    return entries;
}

// One of which a part can fill.
orders::OrderPtr divisibleOrder(gui::Harness &harness)
{
    for (const orders::OrderPtr &row : harness.desk().orders()) {
        if (row->connection == "pocketful"_L1 && row->kind == "REGULAR"_L1 && row->state == orders::OrderState::Open
            && row->filled.isZero() && row->quantity > base::Decimal(1))
            return row;
    }
    return nullptr;
}

} // namespace

void TestAlarms::whoPutsOneAwayIsNoted()
{
    gui::Harness harness;
    QVERIFY(harness.isReady());
    const orders::OrderPtr order = divisibleOrder(harness);
    QVERIFY(order);
    QVERIFY(harness.venue().setFaults(R"({"cancel": {"*": {"do": "receipt_then_partial_then_cancel", "after_ms": 1000}}})"));
    QVERIFY(harness.desk().cancelRows({{order, order->effect}}, {}));
    const auto banner = [&] {
        return harness.window().findChild<QWidget *>(u"banner_ticket:"_s + harness.ticketOf(order)->id);
    };
    QTRY_VERIFY_WITH_TIMEOUT(banner() != nullptr, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!harness.ticketOf(order)->isOpen(), patience); // no other alarm takes its place
    const QString words = banner()->findChild<QLabel *>(u"bannerText"_s)->text();
    QVERIFY(words.contains(order->symbol));
    QVERIFY(seenIn(harness).empty()); // shown is not seen

    harness.click(*banner()->findChild<QPushButton *>(u"bannerDismiss"_s));
    QTRY_VERIFY(banner() == nullptr);
    const auto seen = seenIn(harness);
    QCOMPARE(seen.size(), std::size_t(1));
    QCOMPARE(seen[0].detail(u"words"), words);
    QVERIFY(!seen[0].detail(u"user").isEmpty());
    QCOMPARE(seen[0].ticket, harness.ticketOf(order)->id);
    QCOMPARE(seen[0].connection, order->connection);
}

QTEST_MAIN(TestAlarms)
#include "test_alarms.moc"
