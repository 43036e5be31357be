// SPDX-License-Identifier: Apache-2.0
// An APEX session through losses, silence, answers that make no sense and sessions that run out.
#include "support/apex_bench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Bench = support::ApexBench;
using base::ErrorKind;
using net::WsState;
using support::ApexLine;
using venues::VenueState;

namespace {

const QStringList whole{u"AuthenticateUser"_s, u"GetInstruments"_s, u"SubscribeAccountEvents"_s};
const QStringList bySession{u"WebAuthenticateUser"_s, u"GetUserAccounts"_s, u"GetInstruments"_s,
                            u"SubscribeAccountEvents"_s};

} // namespace

class TestApexSessionLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterALossItSignsInByItsSession();
    void fallsBackToTheSecret_data();
    void fallsBackToTheSecret();
    void aSecondLossUsesTheNewestSession();
    void aTokenThatIsOverIsSignedOut();
    void aLossInTheMiddleBeginsAnew_data();
    void aLossInTheMiddleBeginsAnew();
    void nobodyThere();
    void triesAgainLater_data();
    void triesAgainLater();
    void whatIsThrottledIsNotTriedAtOnce();
    void aLossWhileItWaitsSignsInOnce();
    void noAnswerIsALoss_data();
    void noAnswerIsALoss();
    void waitsForTheCodeAgain();
    void pingsAfterTwentySecondsOfSilence();
    void aPingWithoutAnAnswerIsALoss();
    void noPingBeforeItIsSignedIn();
};

void TestApexSessionLosses::afterALossItSignsInByItsSession()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::Network);
    QVERIFY(!bench.session->signedInUntil());
    QVERIFY(bench.comesBack());
    QCOMPARE(bench.line.peer.functions(1), whole);
    QCOMPARE(bench.line.peer.functions(2), bySession);
    QCOMPARE(bench.payloadOf("WebAuthenticateUser"), R"({"SessionToken":"session-1"})"_ba);
    QCOMPARE(bench.session->accountId(), u"528"_s);
    QCOMPARE(bench.states, (QStringList{u"signing in"_s, u"signed in"_s, u"unreachable"_s, u"signing in"_s,
                                        u"signed in"_s})); // each sign-in is told
    QVERIFY(!bench.session->problem());
    QCOMPARE(bench.readies, 2);
}

void TestApexSessionLosses::fallsBackToTheSecret_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("refused") << support::apexFailure;
    QTest::newRow("not authorized") << support::apexNotAuthorized;
    QTest::newRow("locked, it says") << QByteArray(R"({"Authenticated":false,"Locked":true})");
    QTest::newRow("words") << QByteArray("Session expired");
    QTest::newRow("nothing") << QByteArray();
}

void TestApexSessionLosses::fallsBackToTheSecret()
{
    QFETCH(QByteArray, answer);
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.answer("WebAuthenticateUser", answer);
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    QVERIFY(bench.comesBack());
    QCOMPARE(bench.line.peer.functions(2), QStringList{u"WebAuthenticateUser"_s} + whole);
    QCOMPARE(bench.payloadOf("AuthenticateUser"), R"({"UserName":"demo1","Password":"hush-hush"})"_ba);
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    QVERIFY(!bench.states.contains(u"signed out"_s));
}

void TestApexSessionLosses::aSecondLossUsesTheNewestSession()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    for (int connection = 2; connection < 4; ++connection) {
        bench.line.peer.drop();
        QVERIFY(bench.becomes(VenueState::Unreachable));
        bench.line.clock.advance(10s);
        QVERIFY(bench.comesBack());
    }
    QCOMPARE(bench.payloadOf("WebAuthenticateUser"), R"({"SessionToken":"session-2"})"_ba);
}

void TestApexSessionLosses::aTokenThatIsOverIsSignedOut()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexToken));
    bench.answer("WebAuthenticateUser", support::apexFailure);
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.line.clock.advance(500ms);
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::SignedOut);
    QVERIFY(bench.asks("WebAuthenticateUser", 3)); // at first, by its session, and with the token once more
}

void TestApexSessionLosses::aLossInTheMiddleBeginsAnew_data()
{
    QTest::addColumn<QByteArray>("function");
    for (const char *function : {"AuthenticateUser", "GetInstruments", "SubscribeAccountEvents"})
        QTest::newRow(function) << QByteArray(function);
}

void TestApexSessionLosses::aLossInTheMiddleBeginsAnew()
{
    QFETCH(QByteArray, function);
    Bench bench;
    bench.answerNothing(function.constData());
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.asks(function.constData(), 1));
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.answer("GetInstruments", "[]");
    bench.answer("SubscribeAccountEvents", R"({"Subscribe":true})");
    bench.answer("AuthenticateUser", support::apexWelcome);
    QVERIFY(bench.comesBack());
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    QCOMPARE(bench.readies, 1);
}

void TestApexSessionLosses::nobodyThere()
{
    Bench bench;
    bench.line.peer.refuse();
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(VenueState::Unreachable));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::Network);
    bench.line.peer.acceptAgain();
    QVERIFY(bench.comesBack());
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
}

void TestApexSessionLosses::triesAgainLater_data()
{
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("words") << QByteArray("AuthenticateUser") << QByteArray("Endpoint Not Found")
                           << ErrorKind::BadReply;
    QTest::newRow("a page") << QByteArray("AuthenticateUser") << QByteArray("<html>") << ErrorKind::BadReply;
    QTest::newRow("null") << QByteArray("AuthenticateUser") << QByteArray("null") << ErrorKind::BadReply;
    QTest::newRow("too many") << QByteArray("AuthenticateUser") << QByteArray("TOO MANY REQUESTS")
                              << ErrorKind::Throttled;
    QTest::newRow("server error") << QByteArray("AuthenticateUser")
                                  << QByteArray(R"({"result":false,"errorcode":102})")
                                  << ErrorKind::VenueRefused;
    QTest::newRow("no instruments") << QByteArray("GetInstruments") << QByteArray("{}")
                                    << ErrorKind::BadReply;
    QTest::newRow("instruments failed")
        << QByteArray("GetInstruments") << QByteArray(R"({"result":false,"errorcode":101})")
        << ErrorKind::VenueRefused;
    QTest::newRow("no events") << QByteArray("SubscribeAccountEvents") << QByteArray("what?")
                               << ErrorKind::BadReply;
}

void TestApexSessionLosses::triesAgainLater()
{
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, payload);
    QFETCH(ErrorKind, kind);
    Bench bench;
    bench.answer(function.constData(), payload);
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(VenueState::Unreachable));
    QCOMPARE(bench.session->problem()->kind, kind);
    QVERIFY(!bench.session->signedInUntil());
    const int arrived = bench.line.peer.count();
    bench.line.clock.advance(9999ms);
    QVERIFY(bench.line.arrives(arrived));
    bench.answer("AuthenticateUser", support::apexWelcome);
    bench.answer("GetInstruments", "[]");
    bench.answer("SubscribeAccountEvents", R"({"Subscribe":true})");
    bench.line.clock.advance(1ms);
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QVERIFY(!bench.session->problem());
    QCOMPARE(bench.line.peer.connectionCount(), 1);
    QCOMPARE(bench.readies, 1);
}

void TestApexSessionLosses::whatIsThrottledIsNotTriedAtOnce()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.answer("WebAuthenticateUser", "TOO MANY REQUESTS");
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.line.clock.advance(500ms);
    QVERIFY(bench.asks("WebAuthenticateUser", 1));
    QCOMPARE(bench.countOf("AuthenticateUser"), 1); // the first sign-in
    bench.answer("WebAuthenticateUser", support::apexShortWelcome);
    bench.line.clock.advance(10s);
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.countOf("AuthenticateUser"), 1);
}

void TestApexSessionLosses::aLossWhileItWaitsSignsInOnce()
{
    Bench bench;
    bench.answer("AuthenticateUser", "what?");
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.answer("AuthenticateUser", support::apexWelcome);
    bench.line.peer.drop();
    QVERIFY(bench.line.becomes(WsState::Waiting));
    QVERIFY(bench.comesBack());
    const int arrived = bench.line.peer.count();
    bench.line.clock.advance(15s); // beyond the moment of the retry
    QVERIFY(bench.line.arrives(arrived));
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    QVERIFY(bench.session->signedInUntil());
    QCOMPARE(bench.readies, 1);
}

void TestApexSessionLosses::noAnswerIsALoss_data()
{
    aLossInTheMiddleBeginsAnew_data();
}

void TestApexSessionLosses::noAnswerIsALoss()
{
    QFETCH(QByteArray, function);
    Bench bench;
    bench.answerNothing(function.constData());
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.asks(function.constData(), 1));
    bench.line.clock.advance(9999ms);
    QCOMPARE(bench.line.channel.state(), WsState::Open);
    bench.line.clock.advance(1ms);
    QTRY_COMPARE(bench.line.peer.connectionCount(), 2);
    QVERIFY(bench.session->state() != VenueState::SignedIn);
    QVERIFY(bench.asks(function.constData(), 2));
    QCOMPARE(bench.readies, 0);
}

void TestApexSessionLosses::waitsForTheCodeAgain()
{
    Bench bench;
    bench.answer("AuthenticateUser", R"({"Authenticated":true,"Requires2FA":true,"AuthType":"Google"})");
    bench.session->signIn(base::Secret(support::apexPassword));
    QTRY_COMPARE(bench.codes.size(), 1);
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.line.clock.advance(500ms);
    QTRY_COMPARE(bench.codes.size(), 2);
    bench.session->submitCode(base::Secret("123456"));
    QVERIFY(bench.becomes(VenueState::SignedIn));
    bench.line.peer.drop();
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.line.clock.advance(10s);
    QVERIFY(bench.comesBack());
    QCOMPARE(bench.codes.size(), 2); // its session is good for that
}

void TestApexSessionLosses::pingsAfterTwentySecondsOfSilence()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.line.clock.advance(19'999ms);
    QVERIFY(bench.asks("Ping", 0));
    bench.line.clock.advance(1ms);
    QVERIFY(bench.asks("Ping", 1));
    QCOMPARE(bench.payloadOf("Ping"), "{}"_ba);
    bench.line.clock.advance(15s);
    bench.line.calls->write(u"CancelOrder"_s, "{}", [](const alphapoint::CallResult &) {});
    bench.line.clock.advance(19'999ms);
    QVERIFY(bench.asks("Ping", 1));
    bench.line.clock.advance(1ms);
    QVERIFY(bench.asks("Ping", 2));
    for (int i = 3; i < 6; ++i) {
        bench.line.clock.advance(20s);
        QVERIFY(bench.asks("Ping", i));
    }
    QCOMPARE(bench.line.peer.connectionCount(), 1);
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    bench.session->stop();
    bench.line.clock.advance(60s);
    QVERIFY(bench.asks("Ping", 5));
}

void TestApexSessionLosses::aPingWithoutAnAnswerIsALoss()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.answerNothing("Ping");
    bench.line.clock.advance(20s);
    QVERIFY(bench.asks("Ping", 1));
    bench.line.clock.advance(9999ms);
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    bench.line.clock.advance(1ms);
    QCOMPARE(bench.session->state(), VenueState::Unreachable);
    QVERIFY(bench.becomes(VenueState::SignedIn)); // at once
    QCOMPARE(bench.line.peer.connectionCount(), 2);
    QCOMPARE(bench.readies, 2);
}

void TestApexSessionLosses::noPingBeforeItIsSignedIn()
{
    Bench bench;
    bench.answer("AuthenticateUser", R"({"Authenticated":true,"Requires2FA":true})");
    bench.session->signIn(base::Secret(support::apexPassword));
    QTRY_COMPARE(bench.codes.size(), 1);
    bench.line.clock.advance(120s);
    QVERIFY(bench.line.arrives(1));
}

QTEST_GUILESS_MAIN(TestApexSessionLosses)
#include "test_apex_session_losses.moc"
