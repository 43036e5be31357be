// SPDX-License-Identifier: Apache-2.0
#include "support/fixture.h"
#include "support/tradelab_line.h"
#include "tradelab/tradelab_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::fixture;
using tradelab::TradelabSession;
using venues::VenueState;

Q_DECLARE_METATYPE(venues::VenueState)

namespace {

// A JWT of that client; its signature is nobody's business.
QByteArray tokenOf(const QByteArray &client, const QByteArray &more = {})
{
    const QByteArray claims = "{\"sub\":\"" + client + '"' + more + '}';
    return "e30." + claims.toBase64(QByteArray::OmitTrailingEquals) + ".x";
}

class Bench
{
public:
    explicit Bench(const QString &broker = u"pocketful"_s, const QString &clientId = {})
        : dialect(*tradelab::findDialect(broker))
        , requests(dialect, line.server.url({}))
    {
        profile.name = u"mine"_s;
        profile.broker = broker;
        profile.url = line.server.url({});
        profile.clientId = clientId;
        session = std::make_unique<TradelabSession>(dialect, profile, line.clock, line.redactor, line.queue,
                                                    requests);
        QObject::connect(session.get(), &TradelabSession::signedIn, [this] { ++signIns; });
    }
    [[nodiscard]] bool becomes(VenueState state)
    {
        return QTest::qWaitFor([&] { return session->state() == state; }, 5000);
    }
    [[nodiscard]] bool arrives(int count)
    {
        return QTest::qWaitFor([&] { return line.server.arrivalCount() >= count; }, 5000) &&
               line.server.arrivalCount() == count;
    }

    support::TradelabLine line;
    const tradelab::Dialect &dialect;
    venues::ConnectionProfile profile;
    tradelab::RequestFactory requests;
    std::unique_ptr<TradelabSession> session;
    int signIns = 0;
};

} // namespace

class TestTradelabSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhoseTokenItIs_data();
    void asksWhoseTokenItIs();
    void refusesAnothersToken();
    void takesTheTokensOwnWord_data();
    void takesTheTokensOwnWord();
    void needsAClientFromSomewhere_data();
    void needsAClientFromSomewhere();
    void aServerWithoutTheRouteLeavesItToTheUser();
    void isSignedOut_data();
    void isSignedOut();
    void triesAgainByItself_data();
    void triesAgainByItself();
    void waitsLongerEachTime();
    void withoutASecretNothingLeaves_data();
    void withoutASecretNothingLeaves();
    void endsWithTheTokenOrTheDay_data();
    void endsWithTheTokenOrTheDay();
    void stopsForGood();
    void aNewSignInForgetsTheOldOne();
    void comesAndGoesWithTheLine();
    void beforeItIsIdentifiedNothingElseCounts();
    void afterItsEndNothingElseCounts();
    void theTokenIsShownNowhere();
};

void TestTradelabSession::asksWhoseTokenItIs_data()
{
    QTest::addColumn<QString>("broker");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("pocketful") << u"pocketful"_s << QString() << QByteArray("Authorization")
                               << QByteArray("Bearer T");
    QTest::newRow("pace") << u"pace"_s << QString() << QByteArray("x-authorization-token") << QByteArray("T");
    QTest::newRow("typed as well") << u"pace"_s << u"DEMO1"_s << QByteArray("x-authorization-token")
                                   << QByteArray("T");
}

void TestTradelabSession::asksWhoseTokenItIs()
{
    QFETCH(QString, broker);
    QFETCH(QString, typed);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    Bench bench(broker, typed);
    bench.line.answer(fixture(u"tl_trading_info.json"_s));
    QCOMPARE(bench.session->state(), VenueState::Idle);
    bench.session->signIn(base::Secret("T"));
    QCOMPARE(bench.session->state(), VenueState::SigningIn);
    QVERIFY(!bench.session->isIdentified());
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.session->clientId(), u"DEMO1"_s);
    QVERIFY(bench.session->isIdentified());
    QCOMPARE(bench.signIns, 1);
    QVERIFY(!bench.session->problem());
    const auto &arrival = bench.line.server.arrivals().front();
    QCOMPARE(arrival.requestLine(), "GET /api/v1/user/trading_info HTTP/1.1"_ba);
    QCOMPARE(arrival.header(header), value);
}

void TestTradelabSession::refusesAnothersToken()
{
    Bench bench(u"pocketful"_s, u"DEMO2"_s);
    bench.line.answer(fixture(u"tl_trading_info.json"_s));
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QVERIFY(!bench.session->isIdentified());
    QCOMPARE(bench.signIns, 0);
    QVERIFY(bench.session->problem()->text.contains(u"DEMO1"));
    QVERIFY(bench.session->problem()->text.contains(u"DEMO2"));
}

void TestTradelabSession::takesTheTokensOwnWord_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("client"); // empty: refused
    QTest::newRow("from the token") << tokenOf("DEMO1") << QString() << u"DEMO1"_s;
    QTest::newRow("from both") << tokenOf("DEMO1") << u"DEMO1"_s << u"DEMO1"_s;
    QTest::newRow("from the user") << QByteArray("opaque") << u"DEMO1"_s << u"DEMO1"_s;
    QTest::newRow("they disagree") << tokenOf("DEMO1") << u"DEMO2"_s << QString();
    QTest::newRow("with an api key") << "{\"token\":\"" + tokenOf("DEMO1") + "\",\"api_key\":\"k\"}"
                                     << QString() << u"DEMO1"_s;
}

void TestTradelabSession::takesTheTokensOwnWord()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, typed);
    QFETCH(QString, client);
    Bench bench(u"hdfcsky"_s, typed);
    bench.session->signIn(base::Secret(token));
    QCOMPARE(bench.session->state(), client.isEmpty() ? VenueState::SignedOut : VenueState::SignedIn);
    QCOMPARE(bench.session->clientId(), client);
    QCOMPARE(bench.signIns, client.isEmpty() ? 0 : 1);
    QCOMPARE(bench.line.server.arrivalCount(), 0);
}

void TestTradelabSession::needsAClientFromSomewhere_data()
{
    QTest::addColumn<QString>("broker");
    QTest::newRow("pocketful") << u"pocketful"_s;
    QTest::newRow("hdfcsky") << u"hdfcsky"_s;
}

void TestTradelabSession::needsAClientFromSomewhere()
{
    QFETCH(QString, broker);
    Bench bench(broker);
    bench.line.answer(R"({"data":{"name":"X"},"message":"","status":"success"})");
    bench.session->signIn(base::Secret("opaque"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->kind, ErrorKind::Usage);
}

void TestTradelabSession::aServerWithoutTheRouteLeavesItToTheUser()
{
    Bench bench(u"pace"_s, u"DEMO1"_s);
    bench.line.answer("no such page", "404 Not Found");
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.session->clientId(), u"DEMO1"_s);
}

void TestTradelabSession::isSignedOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << fixture(u"tl_error_401.json"_s) << QByteArray("401 Unauthorized")
                         << ErrorKind::SignedOut;
    QTest::newRow("401 with a page") << QByteArray("<html>") << QByteArray("401 Unauthorized")
                                     << ErrorKind::SignedOut;
    QTest::newRow("403") << QByteArray("{}") << QByteArray("403 Forbidden") << ErrorKind::SignedOut;
    QTest::newRow("40000") << fixture(u"tl_error_40000_list.json"_s) << QByteArray("200 OK")
                           << ErrorKind::NotAllowed;
}

void TestTradelabSession::isSignedOut()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, status);
    QFETCH(ErrorKind, kind);
    Bench bench;
    bench.line.answer(body, status);
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QCOMPARE(bench.session->problem()->kind, kind);
    bench.line.clock.advance(base::seconds(600));
    QVERIFY(bench.arrives(1)); // a person has to sign in
}

void TestTradelabSession::triesAgainByItself_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("a page") << QByteArray("<html>") << QByteArray("200 OK");
    QTest::newRow("500") << QByteArray("<html>") << QByteArray("500 Oops");
    QTest::newRow("429") << QByteArray("slow") << QByteArray("429 Too Many");
    QTest::newRow("404 without a typed client") << QByteArray("no") << QByteArray("404 Not Found");
    QTest::newRow("a strange refusal") << fixture(u"tl_error_45010.json"_s) << QByteArray("200 OK");
}

void TestTradelabSession::triesAgainByItself()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, status);
    Bench bench;
    bench.line.answer(body, status);
    bench.line.answer(fixture(u"tl_trading_info.json"_s));
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.becomes(VenueState::Unreachable));
    QVERIFY(bench.session->problem());
    QCOMPARE(bench.signIns, 0);
    bench.line.clock.advance(base::seconds(2));
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QVERIFY(!bench.session->problem());
}

void TestTradelabSession::waitsLongerEachTime()
{
    Bench bench;
    bench.line.answer("<html>", "503 Busy");
    QSignalSpy answered(&bench.line.queue, &tradelab::ReadQueue::answered);
    bench.session->signIn(base::Secret("T"));
    int count = 1;
    for (const int wait : {2, 4, 8, 16, 32, 60, 60}) {
        QTRY_COMPARE(answered.size(), count);
        bench.line.clock.advance(base::milliseconds(wait * 1000 - 1));
        QCOMPARE(bench.line.server.arrivalCount(), count);
        bench.line.clock.advance(base::milliseconds(1));
        QVERIFY(bench.arrives(++count));
        QCOMPARE(bench.session->state(), VenueState::Unreachable);
    }
}

void TestTradelabSession::withoutASecretNothingLeaves_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no token in it") << QByteArray(R"({"api_key":"k"})");
}

void TestTradelabSession::withoutASecretNothingLeaves()
{
    QFETCH(QByteArray, secret);
    Bench bench;
    bench.session->signIn(base::Secret(secret));
    QCOMPARE(bench.session->state(), VenueState::SignedOut);
    QVERIFY(bench.session->problem());
    QCOMPARE(bench.line.server.arrivalCount(), 0);
    QVERIFY(!bench.session->signedInUntil());
}

void TestTradelabSession::endsWithTheTokenOrTheDay_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("untilMs");
    const qint64 midnight = 1'710'527'400'000; // the clock stands at 10:30 in India
    QTest::newRow("opaque") << QByteArray("opaque") << midnight;
    QTest::newRow("the token first") << tokenOf("A", R"(,"exp":1710500000)") << qint64(1'710'500'000'000);
    QTest::newRow("the day first") << tokenOf("A", R"(,"exp":1720500000)") << midnight;
    QTest::newRow("milliseconds") << tokenOf("A", R"(,"exp":1710500000123)") << qint64(1'710'500'000'123);
}

void TestTradelabSession::endsWithTheTokenOrTheDay()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, untilMs);
    Bench bench(u"hdfcsky"_s, token == "opaque" ? u"A"_s : QString());
    bench.session->signIn(base::Secret(token));
    QVERIFY(bench.session->signedInUntil());
    QCOMPARE(qint64(bench.session->signedInUntil()->time_since_epoch().count()), untilMs);
}

void TestTradelabSession::stopsForGood()
{
    Bench bench;
    bench.line.hold(fixture(u"tl_trading_info.json"_s));
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.arrives(1));
    bench.session->stop();
    QCOMPARE(bench.session->state(), VenueState::Idle);
    QVERIFY(!bench.session->signedInUntil());
    QVERIFY(!bench.requests.hasCredentials());
    QSignalSpy answered(&bench.line.queue, &tradelab::ReadQueue::answered);
    bench.line.release();
    QVERIFY(answered.wait());
    QCOMPARE(bench.session->state(), VenueState::Idle);
    QCOMPARE(bench.signIns, 0);
}

void TestTradelabSession::aNewSignInForgetsTheOldOne()
{
    Bench bench;
    bench.line.answer(fixture(u"tl_error_401.json"_s), "401 Unauthorized");
    bench.line.answer(fixture(u"tl_trading_info.json"_s));
    bench.session->signIn(base::Secret("old"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    bench.session->signIn(base::Secret("new"));
    QVERIFY(bench.becomes(VenueState::SignedIn));
    QCOMPARE(bench.line.server.arrivals().back().header("Authorization"), "Bearer new"_ba);
}

void TestTradelabSession::comesAndGoesWithTheLine()
{
    Bench bench(u"hdfcsky"_s, u"A"_s);
    bench.session->signIn(base::Secret("T"));
    QSignalSpy changes(bench.session.get(), &TradelabSession::stateChanged);
    const base::Error lost{ErrorKind::Network, u"lost"_s, 0, {}, {}};
    bench.session->reportUnreachable(lost);
    QCOMPARE(bench.session->state(), VenueState::Unreachable);
    QCOMPARE(bench.session->problem(), lost);
    bench.session->reportUnreachable(lost);
    QCOMPARE(changes.size(), 1);
    bench.session->reportReachable();
    QCOMPARE(bench.session->state(), VenueState::SignedIn);
    QVERIFY(!bench.session->problem());
    bench.session->reportSignedOut(lost);
    QCOMPARE(bench.session->state(), VenueState::SignedOut);
    bench.session->reportReachable();
    bench.session->reportUnreachable(lost);
    QCOMPARE(bench.session->state(), VenueState::SignedOut);
    QCOMPARE(bench.signIns, 1);
}

void TestTradelabSession::beforeItIsIdentifiedNothingElseCounts()
{
    Bench bench;
    bench.line.answer("<html>", "503 Busy");
    bench.session->signIn(base::Secret("T"));
    QVERIFY(bench.becomes(VenueState::Unreachable));
    bench.session->reportReachable(); // some read worked: that does not say whose account it is
    QCOMPARE(bench.session->state(), VenueState::Unreachable);
    QVERIFY(!bench.session->isIdentified());
    bench.session->reportSignedOut({}); // an answer to the token before
    QCOMPARE(bench.session->state(), VenueState::Unreachable);
}

void TestTradelabSession::afterItsEndNothingElseCounts()
{
    Bench bench(u"hdfcsky"_s, u"A"_s);
    bench.session->signIn(base::Secret("T"));
    bench.session->stop();
    bench.session->reportSignedOut({});
    bench.session->reportUnreachable({});
    bench.session->reportReachable();
    QCOMPARE(bench.session->state(), VenueState::Idle);
}

void TestTradelabSession::theTokenIsShownNowhere()
{
    Bench bench;
    bench.line.answer(R"({"status":"error","message":"bad token hunter7-hunter7"})", "401 Unauthorized");
    bench.session->signIn(base::Secret("hunter7-hunter7"));
    QVERIFY(bench.becomes(VenueState::SignedOut));
    QVERIFY(bench.session->problem()->venueText.contains(u"bad token"));
    QVERIFY(!bench.session->problem()->venueText.contains(u"hunter7"));
}

QTEST_GUILESS_MAIN(TestTradelabSession)
#include "test_tradelab_session.moc"
