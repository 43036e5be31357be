// SPDX-License-Identifier: Apache-2.0
// Two connections to one account are one lane; one that is closed, changed or signed out loses no cancel.
#include "support/engine_fixture.h"
#include "support/fault_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoConnectionsOfOneAccount_areOneLane()
    {
        FlowOptions options;
        options.connections = {u"pocketful"_s, u"pocketful-2"_s};
        Flow flow(options);
        for (int i = 0; i < 12; ++i)
            flow.placeAll({QString::number(1000 + i)});
        flow.start();
        QCOMPARE(flow.openRows().size(), std::size_t(12));
        const auto first = flow.ask(flow.openRows());
        const auto second = flow.engine->desk.cancels().ask(
            {{flow.openRows().front(), orders::Effect::Cancel}}, cancel::Consent());
        QVERIFY(first && second);
        QCOMPARE(second->tickets[0]->batch, first->batch);
        QVERIFY(flow.runUntil([&] { return !flow.engine->desk.cancels().isBusy(); }));
        flow.run(3s);
        QCOMPARE(flow.cancels(), 12);
        for (const cancel::TicketPtr &each : first->tickets)
            QVERIFY(flow.stateOf(each->id) == TicketState::Proved);
    }

    void theOtherConnection_takesOver()
    {
        FlowOptions options;
        options.connections = {u"pocketful"_s, u"pocketful-2"_s};
        Flow flow(options);
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_cancel","after_ms":6000)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.engine->desk.removeConnection(u"pocketful"_s, [](const base::Status &) {});
        EXPECT_STATE(flow, id, TicketState::Proved);
        const QString other = flow.cancel(u"78"_s);
        EXPECT_STATE(flow, other, TicketState::Proved);
        QCOMPARE(flow.cancels(), 2);
    }

    // A wrong token at the one leaves the other as it is: signed in, to the same account.
    void theOtherConnection_takesOver_whenASignInFails()
    {
        FlowOptions options;
        options.connections = {u"pocketful"_s, u"pocketful-2"_s};
        Flow flow(options);
        flow.placeAll({u"77"_s, u"78"_s, u"79"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_cancel","after_ms":6000)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        flow.market().setStatus(u"79"_s, u"CANCEL_CONFIRMED"_s); // by somebody else, and not yet seen
        flow.engine->desk.signIn(u"pocketful"_s, base::Secret("not-the-token"));
        QVERIFY(flow.runUntil([&] {
            return flow.engine->desk.connection(u"pocketful"_s)->venue == venues::VenueState::SignedOut;
        }));
        EXPECT_STATE(flow, id, TicketState::Proved);
        QVERIFY(flow.runUntil([&] { return !flow.row(u"79"_s) || !flow.row(u"79"_s)->isAlive(); }));
        const QString other = flow.cancel(u"78"_s);
        EXPECT_STATE(flow, other, TicketState::Proved);
        QCOMPARE(flow.cancels(), 2);
    }

    // What left under the old address or account is seen to its end there; what waited does not leave.
    void aChangedConnection_seesItsCancelsToTheirEnd()
    {
        Flow flow;
        flow.placeAll({u"77"_s, u"78"_s});
        flow.plan(u"77"_s, R"("do":"receipt_then_cancel","after_ms":6000)");
        flow.start();
        const QString id = flow.cancel(u"77"_s);
        EXPECT_STATE(flow, id, TicketState::Receipt);
        const QString waiting = flow.cancel(u"78"_s);
        flow.engine->desk.cancels().pause(flow.ticket(waiting)->batch, true);
        auto changed = flow.engine->desk.connection(u"pocketful"_s)->profile;
        changed.clientId = u"SOMEBODY"_s;
        bool isSaved = false;
        flow.engine->desk.saveConnection(changed, {},
                                         [&](const base::Status &done) { isSaved = done.has_value(); });
        QVERIFY(isSaved);
        QVERIFY(flow.stateOf(waiting) == TicketState::NotSent);
        EXPECT_STATE(flow, id, TicketState::Proved);
        flow.run(1s);
        QVERIFY(flow.openRows().empty()); // of the account that nobody is signed in to any more
        QCOMPARE(flow.engine->desk.connections().size(), std::size_t(1));
        QCOMPARE(flow.cancels(), 1);
    }

    // The token was given for the old address; a typo in the new one would hand it to a stranger.
    void aSecret_goesToNoOtherHost()
    {
        support::FaultServer stranger;
        Flow flow;
        flow.start();
        auto changed = flow.engine->desk.connection(u"pocketful"_s)->profile;
        const QUrl own = changed.url;
        const auto save = [&](const QUrl &url) {
            changed.url = url;
            flow.engine->desk.saveConnection(changed, {}, [](const base::Status &) {});
            flow.run(5s);
            return flow.engine->desk.connection(u"pocketful"_s)->venue;
        };
        QVERIFY(save(own) == venues::VenueState::SignedIn);
        QVERIFY(save(stranger.url(u""_s)) != venues::VenueState::SignedIn);
        QCOMPARE(stranger.connectionCount(), 0);
        QVERIFY(save(own) != venues::VenueState::SignedIn); // it is forgotten
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "test_connections.moc"
