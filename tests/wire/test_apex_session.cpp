// SPDX-License-Identifier: Apache-2.0
// Signing in to an APEX exchange: with each kind of secret, with a second factor, to the right account or not
// at all.
#include "support/apex_bench.h"
#include "support/apex_samples.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Bench = support::ApexBench;
using base::ErrorKind;
using support::ApexLine;
using venues::VenueState;

class TestApexSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsIn_data();
    void signsIn();
    void readsTheSamples_data();
    void readsTheSamples();
    void knowsWhatIsTraded();
    void choosesTheAccount_data();
    void choosesTheAccount();
    void theOmsIsTheTypedOne_data();
    void theOmsIsTheTypedOne();
    void asksForTheSecondFactor_data();
    void asksForTheSecondFactor();
    void aWrongCodeIsRefused();
    void isRefused_data();
    void isRefused();
    void withoutASecretNothingLeaves_data();
    void withoutASecretNothingLeaves();
    void nothingSecretIsTold();
    void endsAnHourAfterItsLastCall();
    void stopsForGood();
    void anotherSignInForgetsTheFirst();
    void noncesGrow();
};

void TestApexSession::signsIn_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QStringList>("functions");
    QTest::addColumn<QByteArray>("payload"); // the beginning of the first
    const QStringList withAccount{u"AuthenticateUser"_s, u"GetInstruments"_s, u"SubscribeAccountEvents"_s};
    QTest::newRow("token") << support::apexToken
                           << QStringList{u"WebAuthenticateUser"_s, u"GetUserAccounts"_s, u"GetInstruments"_s,
                                          u"SubscribeAccountEvents"_s}
                           << R"({"SessionToken":")" + support::apexToken + R"("})";
    QTest::newRow("key") << support::apexKey << withAccount
                         << QByteArray(R"({"APIKey":"key-of-mine","Signature":")");
    QTest::newRow("password") << support::apexPassword << withAccount
                              << QByteArray(R"({"UserName":"demo1","Password":"hush-hush"})");
}

void TestApexSession::signsIn()
{
    QFETCH(QByteArray, secret);
    QFETCH(QStringList, functions);
    QFETCH(QByteArray, payload);
    Bench bench;
    QCOMPARE(bench.session->state(), VenueState::Idle);
    QVERIFY(bench.signsIn(secret));
    QCOMPARE(bench.line.peer.functions(), functions);
    QVERIFY(bench.line.peer.arrivals()[0].payload.startsWith(payload));
    QCOMPARE(bench.session->accountId(), u"528"_s);
    QCOMPARE(bench.session->omsId(), u"1"_s);
    QVERIFY(!bench.session->problem());
    QCOMPARE(bench.states.last(), u"signed in"_s);
    QCOMPARE(bench.states.count(u"signed in"_s), 1);
    QCOMPARE(bench.readies, 1);
    if (bench.countOf("GetUserAccounts") > 0)
        QCOMPARE(bench.payloadOf("GetUserAccounts"), R"({"OMSId":1,"UserId":492})"_ba);
    QCOMPARE(bench.payloadOf("GetInstruments"), R"({"OMSId":1})"_ba);
    QCOMPARE(bench.payloadOf("SubscribeAccountEvents"), R"({"OMSId":1,"AccountId":528})"_ba);
}

void TestApexSession::readsTheSamples_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("asksForAccounts");
    QTest::newRow("ok") << support::apexFrame(u"ap_auth_ok_frame.json"_s).payload << false;
    QTest::newRow("camel case and zeros") << support::apexSample(u"ap_auth_ok_camel_payload.json"_s) << true;
    QTest::newRow("camel case")
        << QByteArray(R"({"authenticated":true,"user":{"userId":492,"accountId":528,"omsId":1}})") << false;
    QTest::newRow("ids as texts")
        << QByteArray(R"({"Authenticated":true,"User":{"UserId":"492","AccountId":"528"}})") << false;
}

void TestApexSession::readsTheSamples()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, asksForAccounts);
    Bench bench;
    bench.answer("AuthenticateUser", payload);
    QVERIFY(bench.signsIn(support::apexPassword));
    QCOMPARE(bench.session->accountId(), u"528"_s);
    QCOMPARE(bench.countOf("GetUserAccounts"), asksForAccounts ? 1 : 0);
}

void TestApexSession::knowsWhatIsTraded()
{
    Bench bench;
    QCOMPARE(bench.session->instruments()->find(u"8"_s).symbol, u"Instrument 8"_s);
    Bench other;
    QVERIFY(other.signsIn(support::apexPassword));
    QCOMPARE(other.session->instruments()->find(u"8"_s).symbol, u"BTCUSD"_s);
    QCOMPARE(other.session->instruments()->find(u"8"_s).currency, u"USD"_s);
}

void TestApexSession::choosesTheAccount_data()
{
    QTest::addColumn<QByteArray>("inReply"); // AccountId of the sign-in's reply
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("accounts"); // empty: nobody asks for them
    QTest::addColumn<QString>("account");     // empty: refused
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &inReply, const QString &typed,
                        const QByteArray &accounts, const QString &account,
                        ErrorKind kind = ErrorKind::Internal) {
        QTest::newRow(name) << inReply << typed << accounts << account << kind;
    };
    row("the reply's", "528", {}, {}, u"528"_s);
    row("the reply's, typed too", "528", u"528"_s, {}, u"528"_s);
    row("of 64 bits", "312269865356374016", {}, {}, u"312269865356374016"_s);
    row("another typed", "528", u"529"_s, "[528,529]", u"529"_s);
    row("another typed that is none of his", "528", u"530"_s, "[528,529]", {}, ErrorKind::NotAllowed);
    row("the only one", "0", {}, "[528]", u"528"_s);
    row("the only one, twice", "0", {}, "[528,528]", u"528"_s);
    row("null", "null", {}, "[528]", u"528"_s);
    row("several", "0", {}, "[528,529]", {}, ErrorKind::Usage);
    row("one of several", "0", u"529"_s, "[528,529]", u"529"_s);
    row("none of several", "0", u"530"_s, "[528,529]", {}, ErrorKind::NotAllowed);
    row("not the only one", "0", u"530"_s, "[528]", {}, ErrorKind::NotAllowed);
    row("none at all", "0", {}, "[]", {}, ErrorKind::Usage);
    row("a zero", "0", {}, "[0]", {}, ErrorKind::Usage);
    row("objects", "0", {}, R"([{"AccountId":528,"AccountName":"a"}])", u"528"_s);
    row("objects, one of them typed", "0", u"529"_s, R"([{"accountId":528},{"AccountId":"529"}])", u"529"_s);
    row("a refusal", "0", {}, support::apexNotAuthorized, {}, ErrorKind::SignedOut);
}

void TestApexSession::choosesTheAccount()
{
    QFETCH(QByteArray, inReply);
    QFETCH(QString, typed);
    QFETCH(QByteArray, accounts);
    QFETCH(QString, account);
    QFETCH(ErrorKind, kind);
    Bench bench(typed);
    bench.answer("AuthenticateUser",
                 R"({"Authenticated":true,"User":{"UserId":492,"AccountId":)" + inReply + "}}");
    bench.answer("GetUserAccounts", accounts);
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(account.isEmpty() ? VenueState::SignedOut : VenueState::SignedIn));
    QCOMPARE(bench.countOf("GetUserAccounts"), accounts.isEmpty() ? 0 : 1);
    if (!account.isEmpty()) {
        QCOMPARE(bench.session->accountId(), account);
        QCOMPARE(bench.payloadOf("SubscribeAccountEvents"),
                 R"({"OMSId":1,"AccountId":)" + account.toUtf8() + '}');
        return;
    }
    QCOMPARE(bench.session->problem()->kind, kind);
    QVERIFY(bench.asks("SubscribeAccountEvents", 0));
}

void TestApexSession::theOmsIsTheTypedOne_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("inReply");
    QTest::addColumn<QString>("oms");
    QTest::newRow("typed") << u"3"_s << QByteArray("2") << u"3"_s;
    QTest::newRow("the reply's") << QString() << QByteArray("2") << u"2"_s;
    QTest::newRow("neither") << QString() << QByteArray("0") << u"1"_s;
}

void TestApexSession::theOmsIsTheTypedOne()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, inReply);
    QFETCH(QString, oms);
    Bench bench({}, typed);
    bench.answer("AuthenticateUser",
                 R"({"Authenticated":true,"User":{"UserId":492,"AccountId":528,"OMSId":)" + inReply + "}}");
    QVERIFY(bench.signsIn(support::apexPassword));
    QCOMPARE(bench.session->omsId(), oms);
    QCOMPARE(bench.payloadOf("GetInstruments"), R"({"OMSId":)" + oms.toUtf8() + '}');
}

void TestApexSession::asksForTheSecondFactor_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("kind");
    QTest::newRow("sample") << support::apexSample(u"ap_auth_2fa_payload.json"_s) << u"Google"_s;
    QTest::newRow("by its other name")
        << QByteArray(R"({"authenticated":true,"requires2FA":true,"twoFAType":"SMS"})") << u"SMS"_s;
    QTest::newRow("without a name") << QByteArray(R"({"Authenticated":true,"Requires2FA":true})")
                                    << QString();
}

void TestApexSession::asksForTheSecondFactor()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, kind);
    Bench bench;
    bench.answer("AuthenticateUser", payload);
    bench.session->signIn(base::Secret(support::apexPassword));
    QTRY_COMPARE(bench.codes, QStringList{kind});
    bench.line.clock.advance(60s); // people take their time
    QVERIFY(bench.line.arrives(1));
    QCOMPARE(bench.session->state(), VenueState::SigningIn);
    QCOMPARE(bench.readies, 0);
    bench.session->submitCode(base::Secret(" 123456\n"));
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.payloadOf("Authenticate2FA"), R"({"Code":"123456"})"_ba);
    QCOMPARE(bench.session->accountId(), u"528"_s);
    QCOMPARE(bench.codes.size(), 1);
}

void TestApexSession::aWrongCodeIsRefused()
{
    Bench bench;
    bench.answer("AuthenticateUser", support::apexSample(u"ap_auth_2fa_payload.json"_s));
    bench.answer("Authenticate2FA", R"({"Authenticated":false,"errormsg":"Invalid code"})");
    bench.session->signIn(base::Secret(support::apexPassword));
    QTRY_COMPARE(bench.codes.size(), 1);
    bench.session->submitCode(base::Secret("000000"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::SignedOut);
    QCOMPARE(bench.session->problem()->venueText, u"Invalid code"_s);
    QCOMPARE(bench.line.channel.state(), net::WsState::Closed);
    bench.session->submitCode(base::Secret("123456")); // too late
    QVERIFY(bench.asks("Authenticate2FA", 1));
}

void TestApexSession::isRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("words"); // in the problem's text
    QTest::newRow("sample") << support::apexSample(u"ap_auth_fail_payload.json"_s)
                            << u"User api key not found"_s;
    QTest::newRow("without words") << QByteArray(R"({"Authenticated":false,"errormsg":null})")
                                   << u"refused"_s;
    QTest::newRow("says nothing") << QByteArray("{}") << u"refused"_s;
    QTest::newRow("code 20") << support::apexNotAuthorized << u"Not Authorized"_s;
    QTest::newRow("locked") << QByteArray(R"({"Authenticated":true,"Locked":true})") << u"locked"_s;
    QTest::newRow("locked and refused")
        << QByteArray(R"({"Authenticated":false,"Locked":true,"errormsg":"No"})") << u"locked"_s;
    QTest::newRow("locked with a second factor")
        << QByteArray(R"({"Authenticated":true,"Locked":true,"Requires2FA":true})") << u"locked"_s;
}

void TestApexSession::isRefused()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, words);
    Bench bench;
    bench.answer("AuthenticateUser", payload);
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::SignedOut);
    QVERIFY2(bench.session->problem()->text.contains(words), qPrintable(bench.session->problem()->text));
    QCOMPARE(bench.line.channel.state(), net::WsState::Closed);
    QVERIFY(!bench.session->signedInUntil());
    bench.line.clock.advance(600s);
    QVERIFY(bench.line.arrives(1)); // a person has to sign in
    QCOMPARE(bench.line.peer.connectionCount(), 1);
    QVERIFY(bench.codes.isEmpty());
}

void TestApexSession::withoutASecretNothingLeaves_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("half a key") << QByteArray(R"({"api_key":"k"})");
}

void TestApexSession::withoutASecretNothingLeaves()
{
    QFETCH(QByteArray, secret);
    Bench bench;
    bench.session->signIn(base::Secret(secret));
    QCOMPARE(bench.session->state(), VenueState::SignedOut);
    QCOMPARE(bench.session->problem()->kind, ErrorKind::Usage);
    QCOMPARE(bench.line.channel.state(), net::WsState::Closed);
    bench.line.clock.advance(60s);
    ApexLine::settle();
    QCOMPARE(bench.line.peer.connectionCount(), 0);
}

void TestApexSession::nothingSecretIsTold()
{
    Bench bench;
    bench.answer("AuthenticateUser", R"({"Authenticated":false,"errormsg":"no user with hush-hush"})");
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->venueText, u"no user with [cut]"_s);
    QVERIFY(!bench.session->problem()->text.contains(u"hush"));
    bench.answer("AuthenticateUser", support::apexWelcome);
    QVERIFY(bench.signsIn(support::apexPassword));
    QCOMPARE(bench.line.redactor.redacted(u"your session-1 is over"_s), u"your [cut] is over"_s);
}

void TestApexSession::endsAnHourAfterItsLastCall()
{
    Bench bench;
    QVERIFY(!bench.session->signedInUntil());
    const base::WallTime began = bench.line.clock.wall();
    QVERIFY(bench.signsIn(support::apexPassword));
    QCOMPARE(bench.session->signedInUntil(), began + 1h);
    bench.line.clock.advance(5s);
    QCOMPARE(bench.session->signedInUntil(), began + 1h);
    bench.line.calls->write(u"CancelOrder"_s, "{}", [](const alphapoint::CallResult &) {});
    QCOMPARE(bench.session->signedInUntil(), began + 5s + 1h);
}

void TestApexSession::stopsForGood()
{
    Bench bench;
    bench.answerNothing("SubscribeAccountEvents");
    bench.session->signIn(base::Secret(support::apexPassword));
    QVERIFY(bench.asks("SubscribeAccountEvents", 1));
    bench.session->stop();
    QCOMPARE(bench.session->state(), VenueState::Idle);
    QCOMPARE(bench.line.channel.state(), net::WsState::Closed);
    QVERIFY(!bench.session->signedInUntil());
    const int arrived = bench.line.peer.count();
    bench.line.clock.advance(600s);
    QVERIFY(bench.line.arrives(arrived));
    QCOMPARE(bench.readies, 0);
    QCOMPARE(bench.session->state(), VenueState::Idle);
    QCOMPARE(bench.session->accountId(), QString());
}

void TestApexSession::anotherSignInForgetsTheFirst()
{
    Bench bench;
    bench.answer(
        "AuthenticateUser",
        R"({"Authenticated":true,"SessionToken":"old","User":{"UserId":7,"AccountId":70,"OMSId":5}})");
    QVERIFY(bench.signsIn(support::apexPassword));
    QCOMPARE(bench.session->omsId(), u"5"_s);
    bench.session->stop();
    bench.answer("WebAuthenticateUser", R"({"Authenticated":true})"); // says nothing of whom
    QVERIFY(bench.signsIn(support::apexToken));
    QCOMPARE(bench.payloadOf("WebAuthenticateUser"), R"({"SessionToken":")" + support::apexToken + R"("})");
    QCOMPARE(bench.payloadOf("GetUserAccounts"), R"({"OMSId":1})"_ba);
    QCOMPARE(bench.session->accountId(), u"528"_s);
    QCOMPARE(bench.session->omsId(), u"1"_s);
}

void TestApexSession::noncesGrow()
{
    Bench bench;
    qint64 last = 0;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(bench.signsIn(support::apexKey)); // the clock stands
        const auto payload = json::parse(bench.payloadOf("AuthenticateUser"));
        QVERIFY(payload.has_value());
        const qint64 nonce = (*payload)[u"Nonce"].text().toLongLong();
        QVERIFY(nonce > last);
        last = nonce;
    }
    bench.line.clock.setWall(base::WallTime(1s)); // it went back
    QVERIFY(bench.signsIn(support::apexKey));
    const auto payload = json::parse(bench.payloadOf("AuthenticateUser"));
    QVERIFY(payload.has_value());
    QVERIFY((*payload)[u"Nonce"].text().toLongLong() > last);
}

QTEST_GUILESS_MAIN(TestApexSession)
#include "test_apex_session.moc"
