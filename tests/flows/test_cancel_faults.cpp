// SPDX-License-Identifier: Apache-2.0
// Answers that are lost, cut, late or nonsense: the request has arrived once and never again, the ticket says
// that it does not know, and then what the book shows.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

namespace {

struct FaultRow
{
    const char *name;
    const char *fault;
    TicketState at;  // by the answer
    TicketState end; // by the book
};

constexpr FaultRow faultRows[] = {
    {"dropped before it acted", R"("do":"drop_before")", TicketState::Unknown, TicketState::StillLive},
    {"dropped after it acted", R"("do":"drop_after")", TicketState::Unknown, TicketState::Proved},
    {"half an answer", R"("do":"half_reply")", TicketState::Unknown, TicketState::Proved},
    {"silence", R"("do":"silence")", TicketState::Unknown, TicketState::StillLive},
    {"silence after it acted", R"("do":"silence","acts":true)", TicketState::Unknown, TicketState::Proved},
    {"500", R"("do":"status","status":500)", TicketState::Unknown, TicketState::StillLive},
    {"502 after it acted", R"("do":"status","status":502,"acts":true)", TicketState::Unknown,
     TicketState::Proved},
    {"301", R"("do":"status","status":301)", TicketState::Unknown, TicketState::StillLive},
    {"302", R"("do":"status","status":302)", TicketState::Unknown, TicketState::StillLive},
    {"307", R"("do":"status","status":307)", TicketState::Unknown, TicketState::StillLive},
    {"308", R"("do":"status","status":308)", TicketState::Unknown, TicketState::StillLive},
    {"a login page", R"("do":"html")", TicketState::Unknown, TicketState::StillLive},
    {"half the JSON", R"("do":"truncated_json")", TicketState::Unknown, TicketState::Proved},
    {"no body", R"("do":"empty")", TicketState::Unknown, TicketState::Proved},
    {"another order's id", R"("do":"foreign_id")", TicketState::Unknown, TicketState::Proved},
    {"45000", R"("do":"error_code","code":45000)", TicketState::Unknown, TicketState::StillLive},
    {"not found", R"("do":"error_code","code":16060)", TicketState::Unknown, TicketState::StillLive},
    {"404", R"("do":"status","status":404)", TicketState::Unknown, TicketState::StillLive},
    {"a success that means nothing", R"("do":"hollow_ok")", TicketState::Receipt, TicketState::StillLive},
};

} // namespace

class TestCancelFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesOnce_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("hasBody");
        QTest::addColumn<bool>("isEncrypted");
        for (int row = 0; row < static_cast<int>(std::size(faultRows)); ++row) {
            QTest::addRow("%s", faultRows[row].name) << row << false << false;
            QTest::addRow("%s, with a body", faultRows[row].name) << row << true << false;
        }
        for (const int row : {0, 1, 2, 4}) {
            QTest::addRow("%s, encrypted", faultRows[row].name) << row << false << true;
            QTest::addRow("%s, with a body, encrypted", faultRows[row].name) << row << true << true;
        }
    }

    void arrivesOnce()
    {
        QFETCH(int, row);
        QFETCH(bool, hasBody);
        QFETCH(bool, isEncrypted);
        const FaultRow &fault = faultRows[row];
        FlowOptions options;
        options.isEncrypted = isEncrypted;
        Flow flow(options);
        const QString leg = hasBody ? u"ENTRY"_s : QString();
        flow.place(Flow::order(u"77"_s, hasBody ? u"CO"_s : u"REGULAR"_s, leg));
        flow.plan(u"*"_s, fault.fault);
        flow.start();

        const QString id = flow.cancel(u"77"_s, leg);
        const auto isAnswered = [&] {
            const TicketState state = flow.stateOf(id);
            return state != TicketState::Queued && state != TicketState::Sending;
        };
        if (QLatin1StringView(fault.fault).contains("silence"_L1)) {
            EXPECT_STATE(flow, id, TicketState::Sending);
            flow.jump(7s);
        }
        QVERIFY(flow.runUntil(isAnswered, 1s));
        const QString step = u"sending -> "_s + cancel::stateName(fault.at);
        QVERIFY2(!flow.story(id).filter(step).isEmpty(), qPrintable(flow.story(id).join(u" | "_s)));
        EXPECT_STATE(flow, id, fault.end);
        QCOMPARE(flow.ticket(id)->writes, 1);
        flow.run(3s);
        QCOMPARE(flow.cancels(), 1);
        QCOMPARE(flow.reads("/moved"), 0);
        QCOMPARE(flow.engine->alarms.size(), fault.end == TicketState::StillLive ? 1 : 0);
    }

    void givesUpAfterSevenSeconds()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"silence")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Sending);
        flow.jump(6900ms);
        QVERIFY(flow.stateOf(id) == TicketState::Sending);
        flow.jump(200ms);
        QVERIFY(flow.stateOf(id) == TicketState::Unknown);
    }

    void aNonsenseAnswer_isAskedAbout()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.plan(u"77"_s, R"("do":"wrong_json")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), 1);
    }

    void aVenueThatIsNotThere_hasGotNothing()
    {
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        flow.venue.reset();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::NotSent);
        QCOMPARE(flow.ticket(id)->writes, 0);
        QCOMPARE(flow.ticket(id)->why, u"no_connection"_s);
        const QString again = flow.cancel(u"77"_s);
        QVERIFY(again != id);
        EXPECT_STATE(flow, again, TicketState::NotSent);
    }

    // The lists fail too: nothing may be concluded from that.
    void listsThatFail_proveNothing_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("500") << R"("do":"status","status":500)"_ba;
        QTest::newRow("dropped") << R"("do":"drop_before")"_ba;
        QTest::newRow("login page") << R"("do":"html")"_ba;
        QTest::newRow("half the JSON") << R"("do":"truncated_json")"_ba;
        QTest::newRow("nonsense") << R"("do":"wrong_json")"_ba;
        QTest::newRow("empty") << R"("do":"empty")"_ba;
        QTest::newRow("error") << R"("do":"error_code","code":45010)"_ba;
    }

    void listsThatFail_proveNothing()
    {
        QFETCH(QByteArray, fault);
        Flow flow;
        flow.placeAll({u"77"_s});
        flow.start();
        flow.plan(R"({"cancel":{"*":{"do":"drop_after"}},"list":{"*":{)" + fault + R"(}},"history":{"*":{)" +
                  fault + "}}}");
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Unknown);
        flow.run(20s);
        QVERIFY2(flow.stateOf(id) == TicketState::Unknown, qPrintable(flow.story(id).join(u" | "_s)));
        QVERIFY(flow.row(u"77"_s)->isAlive());
        flow.plan("{}");
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.cancels(), 1);
    }

    void anOrderThatVanishes_isGoneAndNeverProved()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_nothing")");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().removeFromLists(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Unknown);
        QVERIFY(flow.ticket(id)->isGone);
        QVERIFY(flow.clock.wall() - *flow.ticket(id)->sentAt >= 5s);
        // Its own history still tells.
        flow.market().setStatus(u"77"_s, u"CANCEL_CONFIRMED"_s);
        EXPECT_STATE(flow, id, TicketState::Proved);
        QCOMPARE(flow.ticket(id)->proof, u"order history"_s);
        QVERIFY(!flow.ticket(id)->isGone);
    }
};

QTEST_GUILESS_MAIN(TestCancelFaults)
#include "test_cancel_faults.moc"
