// SPDX-License-Identifier: Apache-2.0
#include "practice/apex_json.h"
#include "practice/apex_movement.h"
#include "support/manual_clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace practice;
using namespace Qt::StringLiterals;

class TestApexMarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedsEveryKind();
    void seedsOneAccountBesideTheOther();
    void seedsThePast();
    void seedsTheSameForTheSameSeed();
    void isInstruments();
    void fillsAtThePrice();
    void fillsNoMoreThanIsLeft();
    void givesIdsThatAreFree();
    void growsWithEveryChange();
    void tellsACancelOfAHiddenOrder();
    void moves();
    void movesTheSameForTheSameSeed();
    void leavesScriptedOrdersAlone();
    void storms();
    void playsTheScriptOfACancel();
    void takesATradeBack();
    void tellsALateTrade();
};

namespace {

struct Day
{
    explicit Day(quint64 number = 1)
        : agenda(clock)
        , market(clock, agenda, base::milliseconds(120))
        , seed(market, clock.wall(), number)
        , movement(market, seed, agenda, clock, number + 500)
    {
        seed.fill();
    }

    [[nodiscard]] QByteArray book() const
    {
        QByteArray rows;
        for (const ApexOrder &order : market.orders())
            appendApexOrder(rows, order, {1, 5, u"practice"_s});
        return rows;
    }
    [[nodiscard]] int count(const std::function<bool(const ApexOrder &)> &wanted) const
    {
        return static_cast<int>(std::count_if(market.orders().begin(), market.orders().end(), wanted));
    }
    ApexOrder &add(const QByteArray &price, const QByteArray &quantity)
    {
        ApexOrder order;
        order.price = price;
        order.quantity = apexDecimal(quantity);
        return market.add(order);
    }

    support::ManualClock clock;
    Agenda agenda;
    ApexMarket market;
    ApexSeed seed;
    ApexMovement movement;
};

bool isOpenIn7(const ApexOrder &order)
{
    return !order.isDone() && order.accountId == 7;
}

} // namespace

void TestApexMarket::seedsEveryKind()
{
    Day day;
    QCOMPARE(day.count(isOpenIn7), 13);
    QSet<QString> types;
    QSet<QString> sides;
    for (const ApexOrder &order : day.market.orders()) {
        if (!isOpenIn7(order))
            continue;
        types.insert(order.type);
        sides.insert(order.side);
        QVERIFY(order.isStop() == (order.stopPrice != "0"));
    }
    QCOMPARE(types, (QSet<QString>{u"Limit"_s, u"StopLimit"_s, u"StopMarket"_s, u"TrailingStopMarket"_s}));
    QCOMPARE(sides, (QSet<QString>{u"Buy"_s, u"Sell"_s}));
    QCOMPARE(day.count([](const ApexOrder &order) {
        return isOpenIn7(order) && !order.executed.isZero() && order.executed < order.quantity;
    }),
             1);
    const ApexOrder *longId = day.market.find(312269865356374016);
    QVERIFY(longId != nullptr && !longId->isDone());
    for (const ApexOrder &order : day.market.orders()) {
        if (order.ocoOrderId != 0)
            QCOMPARE(day.market.find(order.ocoOrderId)->ocoOrderId, order.orderId);
        if (order.origOrderId != order.orderId) {
            QCOMPARE(day.market.find(order.origOrderId)->state, ApexState::Canceled);
            QCOMPARE(day.market.find(order.origOrderId)->clientOrderId, order.origClientOrderId);
            QVERIFY(!order.isDone());
        }
    }
    QCOMPARE(day.count([](const ApexOrder &order) { return order.ocoOrderId != 0; }), 2);
    QCOMPARE(day.count([](const ApexOrder &order) { return order.origOrderId != order.orderId; }), 1);
}

void TestApexMarket::seedsOneAccountBesideTheOther()
{
    Day day;
    QCOMPARE(day.count([](const ApexOrder &order) { return order.accountId == 8 && !order.isDone(); }), 2);
    QCOMPARE(day.count([](const ApexOrder &order) { return order.accountId != 7 && order.accountId != 8; }),
             0);
    QHash<qint64, QSet<qint64>> accounts; // of a client's id
    for (const ApexOrder &order : day.market.orders())
        accounts[order.clientOrderId].insert(order.accountId);
    QCOMPARE(accounts.value(1607579326), (QSet<qint64>{7, 8}));
}

void TestApexMarket::seedsThePast()
{
    Day day;
    const qint64 now = apexTicks(day.clock.wall());
    for (const ApexOrder &order : day.market.orders()) {
        QVERIFY(order.receivedTicks <= now + 10 && order.receivedTicks > now - qint64(864'000'000'000));
        QVERIFY(order.updatedTicks >= order.receivedTicks && order.updatedTicks <= now + 10);
    }
}

void TestApexMarket::seedsTheSameForTheSameSeed()
{
    QCOMPARE(Day(4).book(), Day(4).book());
    QVERIFY(Day(4).book() != Day(5).book());
    QCOMPARE(Day(5).count(isOpenIn7), 13);
}

void TestApexMarket::isInstruments()
{
    Day day;
    QCOMPARE(day.market.instrument(u"BTC-USD"_s)->id, 1);
    QVERIFY(day.market.instrument(u"BTC-EUR"_s) == nullptr);
    for (const ApexInstrument &instrument : day.market.instruments())
        QVERIFY(instrument.bid() < instrument.last && instrument.last < instrument.ask());
}

void TestApexMarket::fillsAtThePrice()
{
    Day day;
    QSignalSpy trades(&day.market, &ApexMarket::traded);
    const ApexOrder &limit = day.add("19010.5", "0.4");
    QVERIFY(day.market.fill(limit.orderId, apexDecimal("0.1")));
    QVERIFY(day.market.fill(limit.orderId, apexDecimal("0.00000001")));
    QCOMPARE(limit.executed.toText(), u"0.10000001"_s);
    QCOMPARE(limit.gross.toText(), u"1901.050190105"_s);
    QCOMPARE(limit.averagePrice, "19010.5"_ba);
    QCOMPARE(limit.remaining().toText(), u"0.29999999"_s);
    const ApexOrder &market = day.add("0", "2");
    QVERIFY(day.market.fillRest(market.orderId));
    QCOMPARE(market.averagePrice, market.instrument->last.toText().toLatin1());
    QCOMPARE(trades.size(), 3);
}

void TestApexMarket::fillsNoMoreThanIsLeft()
{
    Day day;
    const ApexOrder &order = day.add("19010", "0.4");
    QVERIFY(!day.market.fill(order.orderId, 0));
    QVERIFY(!day.market.fill(order.orderId, -1));
    QVERIFY(day.market.fill(order.orderId, 100));
    QCOMPARE(order.executed.toText(), u"0.4"_s);
    QCOMPARE(order.state, ApexState::FullyExecuted);
    QVERIFY(order.remaining().isZero());
    QVERIFY(!day.market.fill(order.orderId, 1));
    QVERIFY(!day.market.fillRest(5));
}

void TestApexMarket::givesIdsThatAreFree()
{
    Day day;
    const qint64 id = day.market.nextOrderId();
    ApexOrder order;
    order.orderId = id + 7;
    day.market.add(order);
    QVERIFY(day.add("1", "1").orderId != id + 7);
    QCOMPARE(day.market.find(id + 7)->orderId, id + 7);
}

void TestApexMarket::growsWithEveryChange()
{
    Day day;
    ApexOrder &order = day.add("19010", "0.4");
    qint64 last = order.updatedTicks;
    for (int i = 0; i < 5; ++i) { // the clock stands still
        QVERIFY(day.market.fill(order.orderId, apexDecimal("0.01")));
        QVERIFY(order.updatedTicks > last);
        last = order.updatedTicks;
        day.market.touch(order);
        QVERIFY(order.updatedTicks > last);
        last = order.updatedTicks;
    }
    QCOMPARE(day.market.revisions(order.orderId).size(), std::size_t(6)); // a touch is none
    QVERIFY(day.market.revisions(5).empty());
}

void TestApexMarket::tellsACancelOfAHiddenOrder()
{
    Day day;
    ApexOrder &order = day.add("19010", "0.4");
    QVERIFY(day.market.removeFromLists(order.orderId));
    QVERIFY(day.market.find(order.orderId) == nullptr);
    QVERIFY(!day.market.cancel(order));
    QVERIFY(!day.market.removeFromLists(order.orderId));
    QVERIFY(!day.market.rejectCancel(order.orderId));
}

void TestApexMarket::moves()
{
    Day day;
    QSignalSpy changes(&day.market, &ApexMarket::orderChanged);
    QSignalSpy trades(&day.market, &ApexMarket::traded);
    const auto size = day.market.orders().size();
    const base::Decimal price = day.market.instrument(u"BTC-USD"_s)->last;
    day.movement.start();
    day.movement.start(); // once is enough
    QCOMPARE(day.agenda.size(), std::size_t(1));
    for (int minute = 0; minute < 10; ++minute)
        day.clock.advance(base::seconds(60));
    QVERIFY(trades.size() > 20);
    QVERIFY(changes.size() > 100 && changes.size() < 1500);
    QVERIFY(day.market.orders().size() > size + 20);
    QVERIFY(day.count(isOpenIn7) > 3);
    QVERIFY(day.market.instrument(u"BTC-USD"_s)->last != price);
    for (const ApexOrder &order : day.market.orders()) {
        QVERIFY(order.executed <= order.quantity);
        QCOMPARE(order.state == ApexState::FullyExecuted, order.executed == order.quantity);
        const base::Decimal steps = order.quantity.minus(order.executed);
        QVERIFY(steps.toText().section(u'.', 1).size() <= 8);
    }
}

void TestApexMarket::movesTheSameForTheSameSeed()
{
    Day first(9);
    Day second(9);
    for (Day *day : {&first, &second}) {
        day->movement.start();
        day->clock.advance(base::seconds(120));
    }
    QCOMPARE(first.book(), second.book());
}

void TestApexMarket::leavesScriptedOrdersAlone()
{
    Day day;
    for (ApexOrder &order : day.market.orders())
        order.isBeingMoved = true;
    day.market.find(312269865356374016)->isBeingMoved = false;
    QVERIFY(day.market.cancel(*day.market.find(312269865356374016))); // on its way
    QSignalSpy trades(&day.market, &ApexMarket::traded);
    const QByteArray id = "312269865356374016";
    day.movement.start();
    day.clock.advance(base::milliseconds(100));
    QCOMPARE(day.market.find(312269865356374016)->state, ApexState::Working);
    day.clock.advance(base::seconds(60));
    for (const QList<QVariant> &trade : trades)
        QVERIFY(trade[0].value<ApexTrade>().order->accountId == 7);
    for (std::size_t i = 0; i < 22; ++i)
        QVERIFY(day.market.orders()[i].isDone() ==
                (day.market.revisions(day.market.orders()[i].orderId).back().isDone()));
    QCOMPARE(day.count([](const ApexOrder &order) { return order.isBeingMoved && !order.isDone(); }), 14);
}

void TestApexMarket::storms()
{
    Day day;
    QSignalSpy changes(&day.market, &ApexMarket::orderChanged);
    day.movement.storm(5000);
    day.clock.advance(base::seconds(2));
    QCOMPARE(changes.size(), 10'000);
    QSet<qint64> told;
    for (const QList<QVariant> &change : changes)
        told.insert(change[0].value<ApexOrder>().orderId);
    QCOMPARE(told.size(), 15); // every open one, and no other
    day.movement.storm(100);
    day.clock.advance(base::seconds(1));
    QCOMPARE(changes.size(), 10'100);
    day.movement.storm(0);
    day.clock.advance(base::seconds(1));
    QCOMPARE(changes.size(), 10'100);
    QCOMPARE(day.agenda.size(), std::size_t(0));
    day.movement.storm(10);
    for (ApexOrder &order : day.market.orders())
        day.market.cancelNow(order.orderId);
    changes.clear();
    day.clock.advance(base::seconds(1)); // nothing is open: nothing to tell
    QCOMPARE(changes.size(), 0);
}

void TestApexMarket::playsTheScriptOfACancel()
{
    Day day;
    ApexOrder &order = day.add("19010", "100");
    QSignalSpy rejections(&day.market, &ApexMarket::cancelRejected);
    using Kind = Deed::Kind;
    day.market.scriptCancel(order.orderId, {{base::milliseconds(100), Kind::MarkPending},
                                            {base::milliseconds(200), Kind::Fill, 20},
                                            {base::milliseconds(250), Kind::FillKeepingStatus, 10},
                                            {base::milliseconds(300), Kind::RejectCancel}});
    day.clock.advance(base::seconds(1));
    QVERIFY(order.executed.isZero()); // it waits for the cancel
    QVERIFY(order.isBeingMoved);
    QVERIFY(day.market.cancel(order));
    QCOMPARE(order.openCancels, 0); // nothing of the usual course
    day.clock.advance(base::seconds(1));
    QCOMPARE(order.state, ApexState::Working);
    QCOMPARE(order.executed, base::Decimal(30));
    QCOMPARE(rejections.size(), 1);
    // A script is for one cancel.
    day.market.perform(order.orderId, {{}, Kind::AskElsewhere});
    day.market.perform(order.orderId, {{}, Kind::AskElsewhere});
    day.clock.advance(base::milliseconds(120));
    QCOMPARE(order.state, ApexState::Canceled);
    QCOMPARE(rejections.size(), 2); // the other one came too late
    day.market.perform(order.orderId, {{}, Kind::Hide});
    QVERIFY(order.isHidden);
}

void TestApexMarket::takesATradeBack()
{
    Day day;
    ApexOrder &order = day.add("19010.5", "0.4");
    QVERIFY(day.market.fillRest(order.orderId));
    QVERIFY(day.market.bust(order.orderId, apexDecimal("0.1")));
    QCOMPARE(order.state, ApexState::Working);
    QCOMPARE(order.executed.toText(), u"0.3"_s);
    QCOMPARE(order.gross.toText(), u"5703.15"_s);
    QVERIFY(day.market.cancelNow(order.orderId));
    const qint64 ticks = order.updatedTicks;
    QVERIFY(day.market.bust(order.orderId, 7));
    QCOMPARE(order.state, ApexState::Canceled);
    QVERIFY(order.executed.isZero() && order.gross.isZero());
    QCOMPARE(order.averagePrice, "0"_ba);
    QVERIFY(order.updatedTicks > ticks);
    QVERIFY(!day.market.bust(5, 1));
}

void TestApexMarket::tellsALateTrade()
{
    Day day;
    ApexOrder &order = day.add("19010", "5");
    QSignalSpy trades(&day.market, &ApexMarket::traded);
    QVERIFY(!day.market.fillLate(order.orderId, 1)); // it is not over
    QVERIFY(day.market.cancelNow(order.orderId));
    QVERIFY(day.market.fillLate(order.orderId, 2));
    QCOMPARE(order.executed, base::Decimal(2));
    QVERIFY(day.market.fillLate(order.orderId, 9)); // no more than is left
    QCOMPARE(order.executed, order.quantity);
    QCOMPARE(order.state, ApexState::Canceled);
    QVERIFY(order.remaining().isZero());
    QCOMPARE(trades.size(), 2);
}

QTEST_GUILESS_MAIN(TestApexMarket)
#include "test_apex_market.moc"
