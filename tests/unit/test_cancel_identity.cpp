// SPDX-License-Identifier: Apache-2.0
// Which rows are evidence for a ticket, and which are of another order that happens to have its ids.
#include "cancel/cancel_rules.h"

#include "support/cancel_rows.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace cancel;
using orders::ListKind;
using orders::Order;
using support::openRow;

using Change = std::function<void(Order &)>;
Q_DECLARE_METATYPE(Change)

namespace {

enum Expected { Same, Other, Conflict };

void addRow(const char *name, Expected expected, const Change &change)
{
    QTest::newRow(name) << change << static_cast<int>(expected);
}

int identityOf(const Ticket &ticket, const Order &row, ListKind kind)
{
    switch (identify(ticket, row, kind)) {
    case Identity::Same:
        return Same;
    case Identity::Other:
        return Other;
    case Identity::Conflict:
        return Conflict;
    }
    Q_UNREACHABLE();
}

// As a history writes it: no key of its own, a short symbol, no product.
Order revision()
{
    Order row = openRow();
    row.symbol = u"IDEA"_s;
    row.segment = u"Capital"_s;
    row.marker.reference = u"1710480600000000000"_s;
    return row;
}

} // namespace

class TestCancelIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listRow_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("expected");
        addRow("itself", Same, [](Order &) {});
        addRow("with fills and another status", Same, [](Order &row) {
            row.filled = 40;
            row.quantity = 60;
            row.price = 13;
            row.venueStatus = u"PARTIAL_TRADE"_s;
        });
        addRow("without its exchange id", Same, [](Order &row) { row.exchangeOrderId.clear(); });
        addRow("in a twin's key", Same, [](Order &row) { row.key.twin = row.exchangeOrderId; });
        addRow("another order id", Other, [](Order &row) { row.key.orderId = u"78"_s; });
        addRow("another account", Other,
               [](Order &row) { row.key.account = u"practice|tradelab|h||OTHER"_s; });
        addRow("another environment", Other,
               [](Order &row) { row.key.account = u"live|tradelab|127.0.0.1:1||DEMO1"_s; });
        addRow("another day", Other, [](Order &row) { row.key.day = 20240314; });
        addRow("another leg", Other, [](Order &row) { row.key.leg = u"SECOND"_s; });
        addRow("another exchange id", Conflict, [](Order &row) { row.exchangeOrderId = u"1"_s; });
        addRow("another instrument", Conflict, [](Order &row) { row.instrument = u"1"_s; });
        addRow("another side", Conflict, [](Order &row) { row.side = orders::Side::Sell; });
        addRow("another product", Conflict, [](Order &row) { row.product = u"CNC"_s; });
        addRow("another exchange", Conflict, [](Order &row) { row.exchange = u"BSE"_s; });
        addRow("another segment", Conflict, [](Order &row) { row.segment = u"FutOpt"_s; });
        addRow("another entry time", Conflict, [](Order &row) { *row.placedAt += 1s; });
        addRow("no entry time", Conflict, [](Order &row) { row.placedAt.reset(); });
    }

    void listRow()
    {
        QFETCH(Change, change);
        QFETCH(int, expected);
        Order row = openRow();
        change(row);
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        QCOMPARE(identityOf(ticket, row, ListKind::Pending), expected);
        QCOMPARE(identityOf(ticket, row, ListKind::Completed), expected);
    }

    void listRow_whoseExchangeIdCameLater()
    {
        Order asked = openRow();
        asked.exchangeOrderId.clear();
        Ticket ticket = support::ticketFor(asked).ticket;
        QCOMPARE(identityOf(ticket, openRow(), ListKind::Pending), static_cast<int>(Same));
        ticket.latest = support::shared(openRow());
        Order another = openRow();
        another.exchangeOrderId = u"1"_s;
        QCOMPARE(identityOf(ticket, another, ListKind::Completed), static_cast<int>(Conflict));
    }

    void historyRow_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("expected");
        addRow("itself", Same, [](Order &) {});
        addRow("its exchange id and another order id", Same,
               [](Order &row) { row.key.orderId = u"a-uuid"_s; });
        addRow("another exchange id", Other, [](Order &row) { row.exchangeOrderId = u"1"_s; });
        addRow("another side", Conflict, [](Order &row) { row.side = orders::Side::Sell; });
        addRow("another instrument", Conflict, [](Order &row) { row.instrument = u"1"_s; });
        addRow("another exchange", Conflict, [](Order &row) { row.exchange = u"BSE"_s; });
        addRow("before the exchange knew it", Same, [](Order &row) { row.exchangeOrderId.clear(); });
        addRow("before the exchange knew it, without a time", Other, [](Order &row) {
            row.exchangeOrderId.clear();
            row.placedAt.reset();
        });
        addRow("no exchange id and another quantity", Other, [](Order &row) {
            row.exchangeOrderId.clear();
            row.quantity = 60;
        });
        addRow("no exchange id and another time", Other, [](Order &row) {
            row.exchangeOrderId.clear();
            *row.placedAt += 1s;
        });
    }

    void historyRow()
    {
        QFETCH(Change, change);
        QFETCH(int, expected);
        Order row = revision();
        change(row);
        QCOMPARE(identityOf(support::ticketFor(openRow()).ticket, row, ListKind::History), expected);
    }

    // A bracket's history holds all its legs, which agree in everything but their exchange ids.
    void historyRow_ofALegWithoutExchangeIdTellsNothing()
    {
        const Order leg = openRow(u"77"_s, u"THIRD"_s);
        Order row = leg;
        row.exchangeOrderId.clear();
        QCOMPARE(identityOf(support::ticketFor(leg).ticket, row, ListKind::History), static_cast<int>(Other));
    }

    void trade_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("expected");
        addRow("its own", Same, [](Order &) {});
        addRow("of a list without times", Same, [](Order &row) { row.key.day = 0; });
        addRow("of a list without sides", Same, [](Order &row) { row.side = orders::Side::Unknown; });
        addRow("without an exchange id", Same, [](Order &row) { row.exchangeOrderId.clear(); });
        addRow("without an exchange id and a time", Other, [](Order &row) {
            row.exchangeOrderId.clear();
            row.key.day = 0;
        });
        addRow("another order id", Other, [](Order &row) { row.key.orderId = u"78"_s; });
        addRow("another account", Other,
               [](Order &row) { row.key.account = u"practice|tradelab|h||OTHER"_s; });
        addRow("another day", Other, [](Order &row) { row.key.day = 20240314; });
        addRow("another exchange id", Other, [](Order &row) { row.exchangeOrderId = u"1"_s; });
        addRow("another side", Conflict, [](Order &row) { row.side = orders::Side::Sell; });
        addRow("another instrument", Conflict, [](Order &row) { row.instrument = u"1"_s; });
        addRow("another exchange", Conflict, [](Order &row) { row.exchange = u"BSE"_s; });
    }

    void trade()
    {
        QFETCH(Change, change);
        QFETCH(int, expected);
        Order row = openRow();
        row.product.clear();
        row.placedAt.reset();
        change(row);
        QCOMPARE(identityOf(support::ticketFor(openRow()).ticket, row, ListKind::Trades), expected);
    }

    void trade_ofTheExchangeIsNoneOfAnOrderThatNeverGotThere()
    {
        Order asked = openRow();
        asked.exchangeOrderId.clear();
        const Ticket ticket = support::ticketFor(asked).ticket;
        QCOMPARE(identityOf(ticket, openRow(), ListKind::Trades), static_cast<int>(Other));
        QCOMPARE(identityOf(ticket, asked, ListKind::Trades), static_cast<int>(Same));
        *asked.placedAt += 1s; // another order of that id and day
        QCOMPARE(identityOf(ticket, asked, ListKind::Trades), static_cast<int>(Other));
    }

    void trade_ofALegIsToldByTheExchangesIdAlone()
    {
        const Order leg = openRow(u"77"_s, u"SECOND"_s);
        const Ticket ticket = support::ticketFor(leg).ticket;
        Order row = openRow();
        QCOMPARE(identityOf(ticket, row, ListKind::Trades), static_cast<int>(Same));
        row.exchangeOrderId.clear();
        QCOMPARE(identityOf(ticket, row, ListKind::Trades), static_cast<int>(Other));
    }
};

QTEST_GUILESS_MAIN(TestCancelIdentity)
#include "test_cancel_identity.moc"
