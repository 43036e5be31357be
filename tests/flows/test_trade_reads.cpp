// SPDX-License-Identifier: Apache-2.0
// A cancel that is proved goes on being watched among the trades (lifecycle.md R11): half a minute after the
// proof and after the close. Fills that no list of orders shows are found there.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

namespace {

constexpr base::milliseconds untilRead = 32s; // half a minute, and the way

// An execution that the order's own row never tells of.
void tradeUnseen(Flow &flow, const QString &id, qint64 quantity, qint64 number, const QString &leg = {})
{
    const practice::PracticeOrder *order = flow.market().book().find(id, leg);
    flow.market().book().addTrade({order, number, quantity, quantity, order->price, order->entryTime});
}

QString tradeUnseenAtApex(Flow &flow, const QByteArray &quantity)
{
    const QString id = flow.placeAtApex();
    auto &market = flow.venue->apex();
    market.trades().push_back(
        {99'001, market.find(id.toLongLong()), practice::apexDecimal(quantity), "19010", market.nextTicks()});
    return id;
}

int rowsOfKind(Flow &flow, const QString &kind)
{
    int count = 0;
    const auto read = flow.engine->journal.readPage([&](const journal::Row &row) {
        count += row.entry.kind == kind ? 1 : 0;
        return true;
    });
    return read ? count : -1;
}

} // namespace

class TestTradeReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFillThatOnlyTheTradesShow_data();
    void aFillThatOnlyTheTradesShow();
    void withoutNewsNothingChanges();
    void anotherLegsTradeIsNotIts();
    void aRowThatCatchesUpTakesNothingBack();
    void oneReadServesABatch();
    void afterTheCloseTheyAreReadOnceMore();
    void afterARestartTheyAreReadAgain();
    void aBrokerWithoutTradesIsAskedEverMoreSeldom();
    void atAnExchange_data();
    void atAnExchange();
};

void TestTradeReads::aFillThatOnlyTheTradesShow_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<TicketState>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("a part") << 30LL << TicketState::Proved << u"filled 30 more after its cancel was over"_s;
    QTest::newRow("all") << 100LL << TicketState::FilledFirst
                         << u"filled 100 more after its cancel was over"_s;
}

void TestTradeReads::aFillThatOnlyTheTradesShow()
{
    QFETCH(qint64, quantity);
    QFETCH(TicketState, state);
    QFETCH(QString, words);
    Flow flow;
    flow.placeAll({u"77"_s, u"78"_s});
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    const auto endedAt = flow.ticket(id)->endedAt;
    tradeUnseen(flow, u"77"_s, quantity, 9001);
    tradeUnseen(flow, u"77"_s, quantity, 9001); // a venue may list one trade twice
    flow.run(untilRead);

    QVERIFY(flow.reads("/trades") > 0);
    QVERIFY2(flow.stateOf(id) == state, qPrintable(flow.story(id).join(u" | "_s)));
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), QString::number(quantity));
    QVERIFY(flow.ticket(id)->wasCorrected);
    QVERIFY2(flow.engine->alarms.join(u" | "_s).contains(words), qPrintable(flow.engine->alarms.join(u'|')));
    if (state == TicketState::Proved) {
        QCOMPARE(flow.ticket(id)->proof, u"completed list"_s); // which is still what proved its end
        QVERIFY(flow.ticket(id)->endedAt == endedAt);
    }

    // A list that knows no better takes nothing back.
    const auto alarms = flow.engine->alarms.size();
    flow.engine->desk.refresh();
    flow.run(2 * untilRead);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), QString::number(quantity));
    QCOMPARE(flow.engine->alarms.size(), alarms);

    flow.crash();
    flow.start();
    QVERIFY(flow.stateOf(id) == state);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), QString::number(quantity));
}

void TestTradeReads::withoutNewsNothingChanges()
{
    Flow flow;
    flow.placeAll({u"77"_s, u"78"_s});
    QVERIFY(flow.market().fill(u"77"_s, 40)); // known before: its row and the trades say the same
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.reads("/trades"), 0);
    flow.run(untilRead);
    QCOMPARE(flow.reads("/trades"), 1);
    QVERIFY(flow.engine->alarms.isEmpty());
    QVERIFY(!flow.ticket(id)->wasCorrected);
    QCOMPARE(rowsOfKind(flow, u"trades"_s), 1);
    flow.run(5min);
    QCOMPARE(flow.reads("/trades"), 1);
}

// The legs of a bracket share their order id; only the exchange's id tells whose trade it is.
void TestTradeReads::anotherLegsTradeIsNotIts()
{
    Flow flow;
    flow.place(Flow::order(u"77"_s, u"BO"_s, u"ENTRY"_s));
    flow.place(Flow::order(u"77"_s, u"BO"_s, u"SECOND"_s));
    flow.start();
    const QString id = flow.cancel(u"77"_s, u"ENTRY"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    tradeUnseen(flow, u"77"_s, 30, 9001, u"SECOND"_s);
    flow.run(untilRead);
    QVERIFY(flow.reads("/trades") > 0);
    QVERIFY2(flow.engine->alarms.filter(u"filled"_s).isEmpty(), qPrintable(flow.engine->alarms.join(u'|')));
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"0"_s);
}

// The trades are ahead of the order's row, which then follows in steps.
void TestTradeReads::aRowThatCatchesUpTakesNothingBack()
{
    Flow flow;
    flow.placeAll({u"77"_s, u"78"_s});
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    tradeUnseen(flow, u"77"_s, 80, 9001);
    flow.run(untilRead);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"80"_s);
    const auto alarms = flow.engine->alarms;
    practice::PracticeOrder &order = *flow.market().book().find(u"77"_s);
    order.filled = 40; // of the 80 that its trades add up to
    flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
    flow.engine->desk.refresh();
    flow.run(3s);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"80"_s);
    order.filled = 80;
    flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
    flow.engine->desk.refresh();
    flow.run(3s);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"80"_s);
    QCOMPARE(flow.engine->alarms, alarms);
    // From now on the row is as good as its trades again: less is less.
    order.filled = 50;
    flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
    flow.engine->desk.refresh();
    flow.run(3s);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"50"_s);
    QCOMPARE(flow.engine->alarms.size(), alarms.size() + 1);
}

void TestTradeReads::oneReadServesABatch()
{
    Flow flow;
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids << QString::number(500 + i);
    flow.placeAll(ids);
    flow.start();
    const auto batch = flow.ask(flow.openRows());
    QVERIFY(batch);
    QCOMPARE(batch->tickets.size(), std::size_t(20));
    QVERIFY(flow.runUntil([&] {
        return std::all_of(batch->tickets.begin(), batch->tickets.end(),
                           [&](const auto &each) { return flow.stateOf(each->id) == TicketState::Proved; });
    }));
    flow.run(2min);
    QVERIFY2(flow.reads("/trades") <= 3, qPrintable(QString::number(flow.reads("/trades"))));
}

void TestTradeReads::afterTheCloseTheyAreReadOnceMore()
{
    FlowOptions options;
    options.step = 200ms;
    Flow flow(options);
    flow.placeAll({u"77"_s, u"78"_s});
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    flow.run(untilRead);
    QCOMPARE(flow.reads("/trades"), 1);
    tradeUnseen(flow, u"77"_s, 30, 9001);
    flow.clock.setWall(flow.clock.wall() + 4h + 30min); // 15:30, more or less
    flow.run(3min);
    QCOMPARE(flow.reads("/trades"), 1);
    flow.run(4min);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"30"_s);
}

void TestTradeReads::afterARestartTheyAreReadAgain()
{
    Flow flow;
    flow.placeAll({u"77"_s, u"78"_s});
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    flow.crash();
    tradeUnseen(flow, u"77"_s, 30, 9001);
    flow.start();
    flow.run(untilRead);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"30"_s);
    QVERIFY(!flow.engine->alarms.isEmpty());
}

void TestTradeReads::aBrokerWithoutTradesIsAskedEverMoreSeldom()
{
    Flow flow;
    flow.placeAll({u"77"_s, u"78"_s});
    flow.plan(R"({"list":{"trades":{"do":"status","status":404}}})");
    flow.start();
    const QString id = flow.cancel(u"77"_s);
    EXPECT_STATE(flow, id, TicketState::Proved);
    tradeUnseen(flow, u"77"_s, 30, 9001);
    flow.run(10min); // at 30, 60, 120, 240 and 480 s
    const int asked = flow.reads("/trades");
    QVERIFY2(asked >= 3 && asked <= 6, qPrintable(QString::number(asked)));
    QCOMPARE(rowsOfKind(flow, u"trades"_s), 0);
    flow.plan("{}");
    flow.run(20min);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"30"_s);
}

void TestTradeReads::atAnExchange_data()
{
    QTest::addColumn<QByteArray>("quantity");
    QTest::addColumn<TicketState>("state");
    QTest::newRow("a part") << "0.25"_ba << TicketState::Proved;
    QTest::newRow("all") << "1"_ba << TicketState::FilledFirst;
}

void TestTradeReads::atAnExchange()
{
    QFETCH(QByteArray, quantity);
    QFETCH(TicketState, state);
    Flow flow(FlowOptions::onApex());
    const QString order = tradeUnseenAtApex(flow, quantity);
    flow.start();
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Proved);
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), u"0"_s);
    flow.run(untilRead);
    QVERIFY(flow.calls("GetAccountTrades") > 0);
    QVERIFY2(flow.stateOf(id) == state, qPrintable(flow.story(id).join(u" | "_s)));
    QCOMPARE(flow.ticket(id)->latest->filled.toText(), QString::fromLatin1(quantity));
    QVERIFY(!flow.engine->alarms.isEmpty());
}

QTEST_GUILESS_MAIN(TestTradeReads)
#include "test_trade_reads.moc"
