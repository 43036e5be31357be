// SPDX-License-Identifier: Apache-2.0
// Every reason for which a cancel that waits may not leave any more, one by one.
#include "cancel/cancel_rules.h"
#include "cancel/reasons.h"

#include "support/cancel_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace cancel;
using orders::Effect;
using orders::Order;
using orders::OrderState;
using support::openRow;
using support::shared;

namespace {

constexpr std::int32_t today = 20240315;

GateResult gateFor(const Ticket &ticket, const Order &newest, base::milliseconds bookAge = 60s,
                   bool isReleaseTime = false, std::int32_t day = today)
{
    return checkGate(ticket, {shared(newest), bookAge, isReleaseTime, day});
}

Order changed(const std::function<void(Order &)> &change, Order row = openRow())
{
    change(row);
    row.effect = orders::effectOf(row, false);
    return row;
}

using Change = std::function<void(Order &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class TestCancelGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opens_whateverTheAgeOfARegularOrder()
    {
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        QVERIFY(gateFor(ticket, openRow(), 24h).gate == Gate::Open);
    }

    void closes_whereTheRowHasGone()
    {
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        const GateResult result = checkGate(ticket, {nullptr, 0ms, false, today});
        QVERIFY(result.gate == Gate::Closed);
        QCOMPARE(result.why, reasons::changed);
        QVERIFY(!result.text.isEmpty());
    }

    void closes_data()
    {
        QTest::addColumn<Change>("change");
        const auto add = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        add("left the lists", [](Order &row) { row.missingSince = base::WallTime(1s); });
        add("cancel pending", [](Order &row) { row.state = OrderState::BeingCancelled; });
        add("more quantity", [](Order &row) { row.quantity = 101; });
        add("other instrument", [](Order &row) { row.instrument = u"14367"_s; });
        add("other symbol", [](Order &row) { row.symbol = u"INFY-EQ"_s; });
        add("other exchange", [](Order &row) { row.exchange = u"BSE"_s; });
        add("other segment", [](Order &row) { row.segment = u"FutOpt"_s; });
        add("other side", [](Order &row) { row.side = orders::Side::Sell; });
        add("other product", [](Order &row) { row.product = u"CNC"_s; });
        add("other entry time", [](Order &row) { *row.placedAt += 1s; });
        add("other exchange id", [](Order &row) { row.exchangeOrderId = u"1100000000000001"_s; });
        add("turned into a leg", [](Order &row) { row.leg = u"SECOND"_s; });
        add("another order, and that one is over", [](Order &row) {
            row.instrument = u"14367"_s;
            row.state = OrderState::Cancelled;
        });
        add("another exchange id, and that one is over", [](Order &row) {
            row.exchangeOrderId = u"1100000000000001"_s;
            row.state = OrderState::Cancelled;
        });
    }

    void closes()
    {
        QFETCH(Change, change);
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        const GateResult result = gateFor(ticket, changed(change), 0ms);
        QVERIFY(result.gate == Gate::Closed);
        QCOMPARE(result.why, reasons::changed);
        QVERIFY(!result.text.isEmpty());
    }

    void staysOpen_data()
    {
        QTest::addColumn<Change>("change");
        const auto add = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        add("less quantity", [](Order &row) { row.quantity = 99; });
        add("part filled", [](Order &row) { row.filled = 40; });
        add("other price", [](Order &row) { row.price = 13; });
        add("in flight", [](Order &row) { row.state = OrderState::InFlight; });
        add("a word we don't know", [](Order &row) { row.state = OrderState::Unknown; });
        add("exchange id not known yet", [](Order &row) { row.exchangeOrderId.clear(); });
        add("quantity unreadable", [](Order &row) { row.quantity = base::Decimal::unreadable(u"many"_s); });
    }

    void staysOpen()
    {
        QFETCH(Change, change);
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        QVERIFY(gateFor(ticket, changed(change)).gate == Gate::Open);
    }

    void takesTheExchangeIdThatTheRowGotSince()
    {
        Order asked = openRow();
        asked.exchangeOrderId.clear();
        Ticket ticket = support::ticketFor(asked).ticket;
        QVERIFY(gateFor(ticket, openRow()).gate == Gate::Open);
        ticket.latest = shared(openRow());
        QVERIFY(gateFor(ticket, changed([](Order &row) { row.exchangeOrderId = u"9"_s; })).gate ==
                Gate::Closed);
    }

    void endsWithoutSending_whereTheOrderIsOver_data()
    {
        QTest::addColumn<int>("state");
        for (const OrderState state :
             {OrderState::Cancelled, OrderState::Filled, OrderState::Rejected, OrderState::Expired})
            QTest::newRow(qPrintable(orders::stateName(state))) << static_cast<int>(state);
    }

    void endsWithoutSending_whereTheOrderIsOver()
    {
        QFETCH(int, state);
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        const Order over = changed([&](Order &row) { row.state = static_cast<OrderState>(state); });
        QVERIFY(gateFor(ticket, over).gate == Gate::AlreadyOver);
    }

    void closes_onAnotherDay()
    {
        const Ticket ticket = support::ticketFor(openRow()).ticket;
        const GateResult result = gateFor(ticket, openRow(), 0ms, false, 20240316);
        QVERIFY(result.gate == Gate::Closed);
        QCOMPARE(result.why, reasons::dayRolled);
    }

    void staysOpen_forTodaysCancelOfAnOlderOrder()
    {
        Order carried = openRow();
        carried.key.day = 20240314;
        const Ticket ticket = support::ticketFor(carried).ticket;
        QVERIFY(gateFor(ticket, carried).gate == Gate::Open);
    }

    void staysOpen_onAnotherDay_whereTheFamilyHasNone()
    {
        Order row = openRow();
        row.key.day = 0;
        const Ticket ticket = support::ticketFor(row).ticket;
        QVERIFY(gateFor(ticket, row, 0ms, false, 20240316).gate == Gate::Open);
    }

    void closes_whereTheEffectIsWorseThanAgreed_data()
    {
        QTest::addColumn<int>("agreed");
        QTest::addColumn<int>("now");
        for (int agreed = 0; agreed < 4; ++agreed) {
            for (int now = 0; now < 4; ++now)
                QTest::addRow("%d then %d", agreed, now) << agreed << now;
        }
    }

    void closes_whereTheEffectIsWorseThanAgreed()
    {
        QFETCH(int, agreed);
        QFETCH(int, now);
        Ticket ticket = support::ticketFor(openRow()).ticket;
        ticket.consented = static_cast<Effect>(agreed);
        Order newest = openRow();
        newest.effect = static_cast<Effect>(now);
        QCOMPARE(gateFor(ticket, newest).gate == Gate::Open, now <= agreed);
    }

    void closes_whereAnEntryGotFilledInPart()
    {
        const Order entry = openRow(u"77"_s, u"ENTRY"_s);
        const Ticket ticket = support::ticketFor(entry).ticket;
        QVERIFY(ticket.consented == Effect::CancelWithLegs);
        QVERIFY(gateFor(ticket, entry).gate == Gate::Open);
        QVERIFY(gateFor(ticket, changed([](Order &row) { row.filled = 1; }, entry)).gate == Gate::Closed);
    }

    void wantsAYoungBook_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("leg");
        QTest::addColumn<bool>("isReleaseTime");
        QTest::addColumn<bool>("wants");
        QTest::newRow("regular") << u"REGULAR"_s << QString() << true << false;
        QTest::newRow("stop leg") << u"BO"_s << u"THIRD"_s << false << true;
        QTest::newRow("odd leg") << u"SPD"_s << u"FAR"_s << false << true;
        QTest::newRow("entry") << u"BO"_s << u"ENTRY"_s << false << false;
        QTest::newRow("after-market, by day") << u"AMO"_s << QString() << false << false;
        QTest::newRow("after-market, at its release") << u"AMO"_s << QString() << true << true;
        QTest::newRow("after-market in small letters") << u"amo"_s << QString() << true << true;
    }

    void wantsAYoungBook()
    {
        QFETCH(QString, kind);
        QFETCH(QString, leg);
        QFETCH(bool, isReleaseTime);
        QFETCH(bool, wants);
        const Order row = changed([&](Order &order) { order.kind = kind; }, openRow(u"77"_s, leg));
        const Ticket ticket = support::ticketFor(row).ticket;
        QVERIFY(gateFor(ticket, row, 5s, isReleaseTime).gate == Gate::Open);
        const Gate old = gateFor(ticket, row, 5001ms, isReleaseTime).gate;
        QVERIFY(old == (wants ? Gate::NeedsFreshBook : Gate::Open));
    }
};

QTEST_GUILESS_MAIN(TestCancelGate)
#include "test_cancel_gate.moc"
