// SPDX-License-Identifier: Apache-2.0
// What waits to leave: order, pace and number in flight, the gate against the newest row, consent that runs
// out, stopping, and accounts that have more than one connection.
#include "support/engine_fixture.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using practice::PracticeOrder;
using support::Broker;
using support::Flow;
using support::FlowOptions;

namespace {

// The stop of a filled entry: it needs a book of five seconds at most, so it waits for one.
void placeStop(Flow &flow)
{
    PracticeOrder entry = Flow::order(u"77"_s, u"BO"_s, u"ENTRY"_s);
    entry.status = u"COMPLETE"_s;
    entry.filled = entry.quantity;
    flow.place(entry);
    PracticeOrder stop = Flow::order(u"77"_s, u"BO"_s, u"THIRD"_s);
    stop.side = u"SELL"_s;
    stop.type = u"SL"_s;
    stop.triggerPrice = 1100;
    stop.status = u"TRIGGER_PENDING"_s;
    flow.place(stop);
}

// Twenty orders before it at eight a second: 77 waits for two seconds, while proof reads show what happens to
// it.
struct QueuedOrder
{
    explicit QueuedOrder(PracticeOrder order = Flow::order(QStringLiteral("77")))
    {
        for (int i = 0; i < 20; ++i) {
            PracticeOrder other = Flow::order(QString::number(1000 + i));
            other.quantity = 100'000; // what exposes the most leaves first
            flow.place(other);
        }
        flow.place(order);
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        for (const cancel::TicketPtr &each : batch->tickets) {
            if (each->key.orderId == "77"_L1)
                id = each->id;
        }
        batchId = batch->batch;
    }

    Flow flow;
    QString id;
    QString batchId;
};

using Change = std::function<void(practice::Market &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class TestCancelQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesEachOnce_atTheBrokersPace()
    {
        FlowOptions options;
        options.isLarge = true;
        Flow flow(options);
        for (int i = 0; i < 300; ++i) {
            PracticeOrder order = Flow::order(QString::number(1000 + i));
            order.quantity = 100 + i;
            flow.place(order);
        }
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        QCOMPARE(batch->tickets.size(), std::size_t(300));
        int mostInFlight = 0;
        const auto isOver = [&] {
            int sending = 0;
            bool over = true;
            for (const cancel::TicketPtr &each : batch->tickets) {
                const TicketState state = flow.stateOf(each->id);
                sending += state == TicketState::Sending ? 1 : 0;
                over = over && state == TicketState::Proved;
            }
            mostInFlight = std::max(mostInFlight, sending);
            return over;
        };
        QVERIFY(flow.runUntil(isOver, 180s));
        QVERIFY(mostInFlight <= 6);
        QCOMPARE(flow.cancels(), 300);

        std::vector<base::WallTime> times;
        QStringList ids;
        for (const practice::Arrival &each : flow.venue->arrivals().arrivals()) {
            if (each.method == "DELETE") {
                times.push_back(each.at);
                ids << each.orderId;
            }
        }
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 300);
        for (std::size_t i = 8; i < times.size(); ++i)
            QVERIFY2(times[i] - times[i - 8] >= 970ms, qPrintable(QString::number(i)));
        // The most exposed first; six at a time may overtake one another on the wire.
        for (qsizetype i = 0; i < ids.size(); ++i)
            QVERIFY(qAbs(ids[i].toInt() - (1299 - i)) < 12);
    }

    void neverHasMoreThanSixInFlight()
    {
        Flow flow;
        for (int i = 0; i < 12; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.plan(u"*"_s, R"("do":"delay","after_ms":3000)");
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.run(2500ms);
        QCOMPARE(flow.cancels(), 6);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 12; }));
    }

    void oneSegmentAtItsLimit_holdsUpNoOther()
    {
        static const practice::Instruments instruments(QDate(2024, 3, 15));
        Flow flow;
        for (int i = 0; i < 30; ++i) {
            PracticeOrder order = Flow::order(QString::number(1000 + i));
            order.quantity = 100'000;
            flow.place(order);
        }
        PracticeOrder other = Flow::order(u"77"_s);
        other.instrument = instruments.find(u"NIFTY-FUT"_s);
        other.quantity = 1;
        other.price = 5;
        flow.place(other);
        flow.start();
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        QVERIFY(flow.runUntil([&] { return flow.cancelsOf(u"77"_s) == 1; }));
        QVERIFY(flow.cancels() <= 10);
    }

    void aClosedConnection_sendsNothing()
    {
        QueuedOrder queued;
        Flow &flow = queued.flow;
        EXPECT_STATE(flow, queued.id, TicketState::Queued);
        flow.engine->desk.removeConnection(u"pocketful"_s, [](const base::Status &) {});
        QVERIFY(flow.stateOf(queued.id) == TicketState::NotSent);
        flow.run(10s);
        QCOMPARE(flow.cancelsOf(u"77"_s), 0);
    }

    void stop_takesBackWhatHasNotLeft()
    {
        QueuedOrder queued;
        Flow &flow = queued.flow;
        flow.run(500ms);
        const int left = flow.cancels();
        QVERIFY(left > 0 && left < 20);
        flow.engine->desk.cancels().stop(queued.batchId);
        QVERIFY(flow.stateOf(queued.id) == TicketState::NotSent);
        QCOMPARE(flow.ticket(queued.id)->why, u"stopped"_s);
        flow.run(5s);
        QCOMPARE(flow.cancels(), left);
        int proved = 0;
        for (const cancel::TicketPtr &each : flow.engine->desk.cancels().tickets())
            proved += each->state == TicketState::Proved ? 1 : 0;
        QCOMPARE(proved, left);
    }

    // Front ends answer a change with whatever they like, a stop included, from inside of the lane's own
    // loop.
    void stop_fromInsideOfASending()
    {
        Flow flow;
        for (int i = 0; i < 12; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.start();
        cancel::CancelDesk &desk = flow.engine->desk.cancels();
        QObject::connect(&desk, &cancel::CancelDesk::ticketChanged, &desk,
                         [&](const cancel::TicketPtr &ticket) {
                             if (ticket->state == TicketState::Sending)
                                 desk.stop(ticket->batch);
                         });
        const auto batch = flow.ask(flow.openRows());
        QVERIFY(batch);
        flow.run(5s);
        QCOMPARE(flow.cancels(), 1);
        QVERIFY(!desk.isBusy());
    }

    void aChangedOrder_isNotSent_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const QString &text, const Change &change) {
            QTest::newRow(name) << change << text;
        };
        add("grown", u"the quantity has grown from 100 to 150"_s, [](practice::Market &market) {
            market.book().find(u"77"_s)->quantity = 150;
            market.setStatus(u"77"_s, u"MODIFY_CONFIRMED"_s);
        });
        add("cancel pending", u"the broker shows that a cancel of it is on its way already"_s,
            [](practice::Market &market) { market.setStatus(u"77"_s, u"CANCEL_PENDING"_s); });
        add("vanished", u"the order has left the broker's lists"_s,
            [](practice::Market &market) { market.removeFromLists(u"77"_s); });
        add("another order", u"another order stands under this id now"_s, [](practice::Market &market) {
            market.book().find(u"77"_s)->side = u"SELL"_s;
            market.setStatus(u"77"_s, u"CONFIRMED"_s);
        });
        add("another order that is over",
            u"another order stands under this id now|the order has left the broker's lists"_s,
            [](practice::Market &market) {
                market.book().find(u"77"_s)->exchangeOrderId = u"1100000000000001"_s;
                market.setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
            });
    }

    void aChangedOrder_isNotSent()
    {
        QFETCH(Change, change);
        QFETCH(QString, text);
        QueuedOrder queued;
        Flow &flow = queued.flow;
        change(flow.market());
        EXPECT_STATE(flow, queued.id, TicketState::NotSent);
        QCOMPARE(flow.ticket(queued.id)->why, u"changed"_s);
        // Which of the two lists comes first decides which of the words is said.
        QVERIFY2(text.split(u'|').contains(flow.ticket(queued.id)->detail),
                 qPrintable(flow.ticket(queued.id)->detail));
        flow.run(10s);
        QCOMPARE(flow.cancelsOf(u"77"_s), 0);
        QCOMPARE(flow.ticket(queued.id)->writes, 0);
    }

    void anEntryThatGetsFilledInPart_isNotSent()
    {
        QueuedOrder queued(Flow::order(u"77"_s, u"CO"_s, u"ENTRY"_s));
        Flow &flow = queued.flow;
        flow.market().fill(u"77"_s, 10);
        EXPECT_STATE(flow, queued.id, TicketState::NotSent);
        QCOMPARE(flow.ticket(queued.id)->detail,
                 u"cancelling it would do more now than what was agreed to"_s);
        QCOMPARE(flow.cancelsOf(u"77"_s), 0);
    }

    void aRegularOrderThatGetsFilledInPart_isSentForTheRest()
    {
        QueuedOrder queued;
        Flow &flow = queued.flow;
        flow.market().fill(u"77"_s, 10);
        EXPECT_STATE(flow, queued.id, TicketState::Proved);
        QCOMPARE(flow.cancelsOf(u"77"_s), 1);
        QCOMPARE(flow.ticket(queued.id)->filledAtSending, base::Decimal(10));
        QCOMPARE(flow.engine->alarms.size(), 1); // while it waited
    }

    void aLeg_waitsForAYoungBook()
    {
        Flow flow;
        placeStop(flow);
        flow.start();
        flow.run(6s);
        const int before = flow.reads("type=pending");
        const QString id = flow.cancel(u"77"_s, u"THIRD"_s);
        QVERIFY(flow.runUntil([&] { return flow.cancels() == 1; }));
        QVERIFY(flow.reads("type=pending") > before);
        QVERIFY(flow.ticket(id)->writes == 1);
    }

    void aLeg_whoseBookCannotBeRead_isNotSent()
    {
        Flow flow;
        placeStop(flow);
        flow.start();
        flow.run(6s);
        flow.plan(R"({"list":{"*":{"do":"status","status":500}}})");
        const int before = flow.reads("type=pending");
        const QString id = flow.cancel(u"77"_s, u"THIRD"_s);
        flow.run(20s);
        QVERIFY(flow.stateOf(id) == TicketState::Queued);
        QVERIFY(flow.reads("type=pending") >= before + 4); // it keeps asking
        EXPECT_STATE(flow, id, TicketState::NotSent);
        QCOMPARE(flow.ticket(id)->why, u"consent_expired"_s);
        QCOMPARE(flow.cancels(), 0);
    }

    void consent_runsOut()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"78"_s, R"("do":"status","status":429,"retry_after":60)");
        flow.start();
        const QString throttled = flow.cancel(u"78"_s);
        EXPECT_STATE(flow, throttled, TicketState::NotTaken);
        const orders::OrderPtr row = flow.row(u"77"_s);
        cancel::Consent consent;
        consent.estimate = 5s; // and thirty to spare
        const auto batch = flow.engine->desk.cancels().ask({{row, row->effect}}, consent);
        QVERIFY(batch);
        const QString id = batch->tickets[0]->id;
        flow.run(34s);
        QVERIFY(flow.stateOf(id) == TicketState::Queued);
        flow.run(3s);
        QVERIFY(flow.stateOf(id) == TicketState::NotSent);
        QCOMPARE(flow.ticket(id)->why, u"consent_expired"_s);
        flow.run(40s);
        QCOMPARE(flow.cancelsOf(u"77"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestCancelQueue)
#include "test_cancel_queue.moc"
