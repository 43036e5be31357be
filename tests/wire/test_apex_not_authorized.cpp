// SPDX-License-Identifier: Apache-2.0
// An APEX session whose calls are answered "not authorized": it signs in anew, once.
#include "support/apex_bench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Bench = support::ApexBench;
using base::ErrorKind;
using net::WsState;
using venues::VenueState;

namespace {

const base::Error notAuthorized{ErrorKind::NotAllowed, u"not authorized"_s, 0, u"20"_s, {}};

} // namespace

class TestApexNotAuthorized : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onceSignsInAnew();
    void twiceIsTheEnd();
    void nowAndThenIsNot();
    void isForgottenByASignIn();
    void beforeItIsSignedInNobodyReports();
};

void TestApexNotAuthorized::onceSignsInAnew()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.session->reportNotAuthorized(notAuthorized);
    QCOMPARE(bench.session->state(), VenueState::Unreachable);
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.line.peer.functions(2).front(), u"WebAuthenticateUser"_s);
    QCOMPARE(bench.readies, 2);
}

void TestApexNotAuthorized::twiceIsTheEnd()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    const base::Error error{ErrorKind::NotAllowed, u"not authorized hush-hush"_s, 0, u"20"_s, u"hush-hush"_s};
    bench.session->reportNotAuthorized(error);
    QVERIFY(bench.becomes(VenueState::SignedIn));
    bench.pass(59'999ms);
    bench.session->reportNotAuthorized(error);
    QCOMPARE(bench.session->state(), VenueState::SignedOut);
    QCOMPARE(bench.session->problem()->kind, ErrorKind::NotAllowed);
    QCOMPARE(bench.session->problem()->text, u"not authorized [cut]"_s);
    QCOMPARE(bench.session->problem()->venueText, u"[cut]"_s);
    QCOMPARE(bench.line.channel.state(), WsState::Closed);
    const int arrived = bench.line.peer.count();
    bench.line.clock.advance(600s);
    QVERIFY(bench.line.arrives(arrived));
    QCOMPARE(bench.line.peer.connectionCount(), 2);
}

void TestApexNotAuthorized::nowAndThenIsNot()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    for (int i = 0; i < 3; ++i) {
        bench.session->reportNotAuthorized(notAuthorized);
        QVERIFY(bench.becomes(VenueState::SignedIn));
        bench.pass(60s);
    }
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
}

void TestApexNotAuthorized::isForgottenByASignIn()
{
    Bench bench;
    QVERIFY(bench.signsIn(support::apexPassword));
    bench.session->reportNotAuthorized(notAuthorized);
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QVERIFY(bench.signsIn(support::apexToken)); // somebody else
    bench.session->reportNotAuthorized(notAuthorized);
    QVERIFY(bench.becomes(VenueState::SignedIn));
}

void TestApexNotAuthorized::beforeItIsSignedInNobodyReports()
{
    Bench bench;
    bench.session->reportNotAuthorized(notAuthorized);
    QCOMPARE(bench.session->state(), VenueState::Idle);
    bench.answerNothing("AuthenticateUser");
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.asks("AuthenticateUser", 1));
    bench.session->reportNotAuthorized(notAuthorized);
    QCOMPARE(bench.session->state(), VenueState::SigningIn);
    QCOMPARE(bench.line.channel.state(), WsState::Open);
}

QTEST_GUILESS_MAIN(TestApexNotAuthorized)
#include "test_apex_not_authorized.moc"
