// SPDX-License-Identifier: Apache-2.0
// The line to an APEX exchange: signing in in every way, changes that come by themselves, and what happens to
// books and cancels when the line goes and comes back. One family's trouble is not the other's.
#include "support/engine_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cancel::TicketState;
using support::Flow;
using support::FlowOptions;
using venues::VenueState;

namespace {

VenueState stateOf(const Flow &flow, const QString &name = u"apex"_s)
{
    return flow.engine->desk.connection(name)->venue;
}

QByteArray secretOf(const Flow &flow, const QString &form)
{
    const practice::PracticeCredentials known = flow.venue->credentials();
    if (form == "key"_L1)
        return u"{\"api_key\":\"%1\",\"api_secret\":\"%2\"}"_s.arg(known.apiKey, known.apiSecret).toUtf8();
    if (form == "password"_L1)
        return u"{\"user\":\"%1\",\"password\":\"%2\"}"_s.arg(known.user, known.password).toUtf8();
    return known.token.toUtf8();
}

venues::ConnectionProfile apexProfile(const Flow &flow, const QString &accountId = {})
{
    const practice::PracticeCredentials known = flow.venue->credentials();
    venues::ConnectionProfile profile;
    profile.name = u"apex"_s;
    profile.broker = u"alphapoint"_s;
    profile.url = QUrl(known.webSocketUrl);
    profile.accountId = accountId;
    profile.userId = QString::number(known.userId);
    return profile;
}

// A program without connections, to which one is added by hand.
void startEmpty(Flow &flow)
{
    flow.options.connections.clear();
    flow.start();
}

void add(Flow &flow, const venues::ConnectionProfile &profile, const QByteArray &secret)
{
    flow.engine->desk.saveConnection(profile, base::Secret(secret), [](const base::Status &) {});
}

} // namespace

class TestApexLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void aWrongSecretIsToldInTheVenuesWords();
    void theSecondFactorIsAskedFor();
    void aWrongCodeIsTold();
    void oneOfSeveralAccountsIsChosen_data();
    void oneOfSeveralAccountsIsChosen();
    void anEventChangesTheRowWithoutARead();
    void aTradeMovesWhatIsFilledOnce();
    void anOrderFromElsewhereAppears();
    void otherEventsSayNothing();
    void afterALossItSignsInAndReadsAnew();
    void whatWaitsWhenTheLineIsLostIsNotSent();
    void aConnectionThatIsRemovedLeavesNoTicketBehind();
    void tooManyRequestsPauseTheAccount();
    void aPingKeepsTheSession();
    void oneFamilysTroubleIsNotTheOthers();
};

void TestApexLine::signsIn_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"token", "key", "password"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void TestApexLine::signsIn()
{
    QFETCH(QString, form);
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    startEmpty(flow);
    add(flow, apexProfile(flow), secretOf(flow, form));
    QVERIFY(flow.runUntil([&] { return flow.row(order) != nullptr; }));
    QCOMPARE(stateOf(flow), VenueState::SignedIn);
    QCOMPARE(flow.engine->desk.connection(u"apex"_s)->book, desk::BookState::Live);
    QCOMPARE(flow.row(order)->symbol, u"BTC-USD"_s);
    QCOMPARE(flow.row(order)->currency, u"USD"_s);
    EXPECT_STATE(flow, flow.cancel(order), TicketState::Proved);
}

void TestApexLine::aWrongSecretIsToldInTheVenuesWords()
{
    Flow flow(FlowOptions::onApex());
    startEmpty(flow);
    add(flow, apexProfile(flow), R"({"user":"practice","password":"no"})");
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::SignedOut; }));
    const auto problem = flow.engine->desk.connection(u"apex"_s)->problem;
    QVERIFY(problem && problem->venueText.contains(u"Invalid username or password"_s));
    const int tries = flow.calls("AuthenticateUser");
    flow.run(30s);
    QCOMPARE(flow.calls("AuthenticateUser"), tries); // it does not hammer a closed door
}

void TestApexLine::theSecondFactorIsAskedFor()
{
    FlowOptions options = FlowOptions::onApex();
    options.venue.apexCode = u"271828"_s;
    Flow flow(options);
    const QString order = flow.placeAtApex();
    startEmpty(flow);
    QStringList asked;
    connect(&flow.engine->desk, &desk::Desk::codeAsked, this,
            [&](const QString &name, const QString &kind) { asked << name + u'/' + kind; });
    add(flow, apexProfile(flow), secretOf(flow, u"password"_s));
    QVERIFY(flow.runUntil([&] { return !asked.isEmpty(); }));
    QCOMPARE(asked, QStringList{u"apex/Google"_s});
    QVERIFY(!flow.row(order)); // nothing is read before it is done
    flow.engine->desk.submitCode(u"apex"_s, base::Secret("271828"));
    QVERIFY(flow.runUntil([&] { return flow.row(order) != nullptr; }));
    // The line comes back without asking again: the session is good for an hour.
    flow.venue->apexGateway().dropConnections();
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::Unreachable; }));
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::SignedIn; }));
    QCOMPARE(asked.size(), 1);
}

void TestApexLine::aWrongCodeIsTold()
{
    FlowOptions options = FlowOptions::onApex();
    options.venue.apexCode = u"271828"_s;
    Flow flow(options);
    startEmpty(flow);
    bool isAsked = false;
    connect(&flow.engine->desk, &desk::Desk::codeAsked, this, [&] { isAsked = true; });
    add(flow, apexProfile(flow), secretOf(flow, u"password"_s));
    QVERIFY(flow.runUntil([&] { return isAsked; }));
    flow.engine->desk.submitCode(u"apex"_s, base::Secret("000000"));
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::SignedOut; }));
    QVERIFY(flow.engine->desk.connection(u"apex"_s)->problem.has_value());
}

void TestApexLine::oneOfSeveralAccountsIsChosen_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<VenueState>("state");
    QTest::addColumn<QString>("account");
    QTest::newRow("none") << QString() << VenueState::SignedOut << QString();
    QTest::newRow("the second") << u"8"_s << VenueState::SignedIn << u"8"_s;
    QTest::newRow("another's") << u"9"_s << VenueState::SignedOut << u"9"_s;
}

void TestApexLine::oneOfSeveralAccountsIsChosen()
{
    QFETCH(QString, typed);
    QFETCH(VenueState, state);
    QFETCH(QString, account);
    FlowOptions options = FlowOptions::onApex();
    options.venue.apex.accounts = {7, 8};
    options.venue.apex.namesAccount = false;
    Flow flow(options);
    startEmpty(flow);
    add(flow, apexProfile(flow, typed), secretOf(flow, u"token"_s));
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == state; }));
    QCOMPARE(flow.engine->desk.connection(u"apex"_s)->account, account);
    if (state == VenueState::SignedOut)
        QVERIFY(flow.engine->desk.connection(u"apex"_s)->problem->text.contains(u"7, 8"_s));
}

void TestApexLine::anEventChangesTheRowWithoutARead()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    const int reads = flow.calls("GetOpenOrders");
    QVERIFY(flow.venue->apex().cancelNow(order.toLongLong()));
    QVERIFY(flow.runUntil([&] { return !flow.row(order)->isAlive(); }, 1s));
    QCOMPARE(flow.row(order)->state, orders::OrderState::Cancelled);
    QCOMPARE(flow.calls("GetOpenOrders"), reads);
    // The lists that are read later have it as closed: it does not go away.
    flow.engine->desk.refresh();
    flow.run(1s);
    QVERIFY(flow.row(order));
    QVERIFY(!flow.row(order)->missingSince);
}

void TestApexLine::aTradeMovesWhatIsFilledOnce()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    QVERIFY(flow.venue->apex().fill(order.toLongLong(), practice::apexDecimal("0.25")));
    QVERIFY(flow.runUntil([&] { return flow.row(order)->filled.toText() == u"0.25"_s; }, 1s));
    QVERIFY(flow.row(order)->isAlive());
    QVERIFY(flow.venue->apex().fill(order.toLongLong(), practice::apexDecimal("0.25")));
    QVERIFY(flow.runUntil([&] { return flow.row(order)->filled.toText() == u"0.5"_s; }, 1s));
    flow.run(2s);
    QCOMPARE(flow.row(order)->filled.toText(), u"0.5"_s);
    QCOMPARE(flow.row(order)->remaining().toText(), u"0.5"_s);
}

void TestApexLine::anOrderFromElsewhereAppears()
{
    Flow flow(FlowOptions::onApex());
    flow.start();
    const QString order = flow.placeAtApex();
    QVERIFY(flow.runUntil([&] { return flow.row(order) != nullptr; }, 1s));
    EXPECT_STATE(flow, flow.cancel(order), TicketState::Proved);
}

void TestApexLine::otherEventsSayNothing()
{
    Flow flow(FlowOptions::onApex());
    practice::ApexOrder others;
    others.accountId = 8;
    flow.start();
    const QStringList before = flow.engine->texts;
    const QString order = flow.placeAtApex(others);
    flow.run(1s);
    QVERIFY(!flow.row(order));
    QCOMPARE(flow.engine->texts, before);
}

void TestApexLine::afterALossItSignsInAndReadsAnew()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    const int subscriptions = flow.calls("SubscribeAccountEvents");
    flow.venue->apexGateway().dropConnections();
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::Unreachable; }));
    // What happens meanwhile is in no event.
    QVERIFY(flow.venue->apex().cancelNow(order.toLongLong()));
    const QString later = flow.placeAtApex();
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::SignedIn; }));
    QVERIFY(flow.runUntil([&] { return flow.row(later) != nullptr && !flow.row(order)->isAlive(); }));
    QCOMPARE(flow.calls("SubscribeAccountEvents"), subscriptions + 1);
    QVERIFY(flow.venue->apex().fill(later.toLongLong(), practice::apexDecimal("0.5")));
    QVERIFY(flow.runUntil([&] { return flow.row(later)->filled.toText() == u"0.5"_s; }, 1s));
    QCOMPARE(flow.calls("CancelOrder"), 0);
}

void TestApexLine::whatWaitsWhenTheLineIsLostIsNotSent()
{
    Flow flow(FlowOptions::onApex());
    QStringList ids;
    for (int i = 0; i < 20; ++i)
        ids << flow.placeAtApex();
    flow.start();
    flow.plan(R"({"cancel":{"*":{"do":"silence"}}})");
    std::vector<orders::OrderPtr> rows;
    for (const QString &each : ids)
        rows.push_back(flow.row(each));
    const auto batch = flow.ask(rows);
    QVERIFY(batch);
    QVERIFY(flow.runUntil([&] { return flow.calls("CancelOrder") > 0; }));
    flow.venue->apexGateway().dropConnections();
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::Unreachable; }));
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::SignedIn; }));
    flow.run(30s);
    const auto sentBefore = flow.calls("CancelOrder");
    QVERIFY(sentBefore < 20);
    flow.run(5s);
    QCOMPARE(flow.calls("CancelOrder"), sentBefore); // consent ended with the sign-in
    int sent = 0;
    for (const cancel::TicketPtr &each : batch->tickets) {
        const cancel::TicketPtr now = flow.ticket(each->id);
        const int arrivals = flow.calls("CancelOrder", now->key.orderId);
        QVERIFY(arrivals <= 1);
        QVERIFY(arrivals <= now->writes);
        if (now->state == TicketState::NotSent)
            QCOMPARE(arrivals, 0);
        else
            QCOMPARE(now->state, TicketState::StillLive);
        sent += now->writes;
    }
    QCOMPARE(sent, sentBefore);
}

void TestApexLine::aConnectionThatIsRemovedLeavesNoTicketBehind()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"silence")");
    const QString id = flow.cancel(order);
    EXPECT_STATE(flow, id, TicketState::Sending);
    flow.engine->desk.removeConnection(u"apex"_s, [](const base::Status &) {});
    EXPECT_STATE(flow, id, TicketState::Unknown);
    QVERIFY(!flow.engine->desk.cancels().isBusy());
}

// It says so in bare words, which are no frame and answer nobody.
void TestApexLine::tooManyRequestsPauseTheAccount()
{
    Flow flow(FlowOptions::onApex());
    const QString order = flow.placeAtApex();
    flow.start();
    flow.plan(order, R"("do":"status","status":429,"times":1)");
    const QString id = flow.cancel(order);
    QVERIFY(flow.runUntil([&] { return flow.calls("CancelOrder", order) == 1; }));
    flow.run(500ms);
    const int reads = flow.calls("GetOpenOrders");
    flow.engine->desk.refresh();
    flow.run(5s);
    QCOMPARE(flow.calls("GetOpenOrders"), reads);
    QVERIFY(flow.runUntil([&] { return flow.calls("GetOpenOrders") > reads; }, 10s));
    EXPECT_STATE(flow, id, TicketState::StillLive);
    QCOMPARE(flow.calls("CancelOrder", order), 1);
}

void TestApexLine::aPingKeepsTheSession()
{
    Flow flow(FlowOptions::onApex());
    flow.start();
    const int pings = flow.calls("Ping");
    flow.run(65s);
    QVERIFY(flow.calls("Ping") >= pings + 2);
    QCOMPARE(stateOf(flow), VenueState::SignedIn);
    const auto until = flow.engine->desk.connection(u"apex"_s)->signedInUntil;
    QVERIFY(until && *until - flow.clock.wall() > 59min);
}

void TestApexLine::oneFamilysTroubleIsNotTheOthers()
{
    FlowOptions options = FlowOptions::onApex();
    options.connections = {u"apex"_s, u"pocketful"_s};
    Flow flow(options);
    const QString coin = flow.placeAtApex();
    flow.placeAll({u"1"_s, u"2"_s});
    flow.start();
    QVERIFY(flow.row(coin) && flow.row(u"1"_s));
    flow.plan(R"({"user":{"*":{"do":"silence"}}})"); // it does not come back
    flow.venue->apexGateway().dropConnections();
    QVERIFY(flow.runUntil([&] { return stateOf(flow) == VenueState::Unreachable; }));
    QCOMPARE(stateOf(flow, u"pocketful"_s), VenueState::SignedIn);
    EXPECT_STATE(flow, flow.cancel(u"1"_s), TicketState::Proved);
    const QString dead = flow.cancel(coin);
    EXPECT_STATE(flow, dead, TicketState::NotSent);
    EXPECT_STATE(flow, flow.cancel(u"2"_s), TicketState::Proved);
    QCOMPARE(flow.calls("CancelOrder"), 0);
    QVERIFY(flow.row(coin)->isAlive());
}

QTEST_GUILESS_MAIN(TestApexLine)
#include "test_apex_line.moc"
