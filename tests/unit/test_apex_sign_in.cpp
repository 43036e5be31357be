// SPDX-License-Identifier: Apache-2.0
#include "apex_probe.h"

#include <QMessageAuthenticationCode>

using namespace practice;
using namespace probe;

class TestApexSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForASignIn_data();
    void asksForASignIn();
    void signsInByToken_data();
    void signsInByToken();
    void signsInByPassword();
    void signsInByKey();
    void refusesASignIn_data();
    void refusesASignIn();
    void asksForACode();
    void takesNoCodeUnasked();
    void signsOut();
    void signsInEverySocketByItself();
    void tellsWhoTheUserIs();
    void hasSeveralAccounts();
    void namesNoAccount();
    void refusesQuestionsAboutOthers_data();
    void refusesQuestionsAboutOthers();
};

namespace {

QByteArray object(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    return QJsonDocument(QJsonObject(members)).toJson(QJsonDocument::Compact);
}

QByteArray passwordOf(const ApexVenue &venue)
{
    return object({{u"UserName"_s, venue.venue.credentials().user},
                   {u"Password"_s, venue.venue.credentials().password}});
}

QByteArray keyOf(const ApexVenue &venue, const QJsonValue &userId = u"5"_s,
                 const QString &nonce = u"1700000000123"_s)
{
    const PracticeCredentials who = venue.venue.credentials();
    const QString signedText = nonce + userId.toVariant().toString() + who.apiKey;
    const QByteArray signature = QMessageAuthenticationCode::hash(signedText.toUtf8(), who.apiSecret.toUtf8(),
                                                                  QCryptographicHash::Sha256);
    return object({{u"APIKey"_s, who.apiKey},
                   {u"Signature"_s, QString::fromLatin1(signature.toHex())},
                   {u"UserId"_s, userId},
                   {u"Nonce"_s, nonce}});
}

bool isSignedIn(Socket &socket)
{
    return socket.call(u"GetOpenOrders"_s, account()).payload.startsWith('[');
}

} // namespace

void TestApexSignIn::asksForASignIn_data()
{
    QTest::addColumn<QString>("function");
    for (const char *name : {"GetInstruments", "GetOpenOrders", "GetOrderStatus", "GetOrderHistory",
                             "GetOrdersHistory", "GetOrderHistoryByOrderId", "CancelOrder", "CancelAllOrders",
                             "SubscribeAccountEvents", "UnsubscribeAccountEvents", "GetUserAccounts",
                             "GetUserAccountInfos", "GetUserInfo", "LogOut", "NoSuchFunction"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestApexSignIn::asksForASignIn()
{
    QFETCH(QString, function);
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    const Frame answer = socket.call(function, account("\"OrderId\":312269865356374016"));
    QVERIFY(answer.isError(20));
    QCOMPARE(answer.function, function);
    QCOMPARE(answer.json(), frameFixture("ap_cancel_error_20_frame.json").json());
    QVERIFY(socket.call(u"Ping"_s).json() == QJsonObject({{u"msg"_s, u"PONG"_s}}));
    venue.clock.advance(base::seconds(10));
    QCOMPARE(venue.order(312269865356374016).state, ApexState::Working);
}

void TestApexSignIn::signsInByToken_data()
{
    QTest::addColumn<QString>("function");
    QTest::newRow("web") << u"WebAuthenticateUser"_s;
    QTest::newRow("user") << u"AuthenticateUser"_s;
    QTest::newRow("any case") << u"authenticateuser"_s;
}

void TestApexSignIn::signsInByToken()
{
    QFETCH(QString, function);
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    const QJsonObject answer =
        socket.call(function, object({{u"sessiontoken"_s, QString::fromUtf8(venue.token)}})).json();
    const QJsonObject wanted{{u"Authenticated"_s, true},
                             {u"SessionToken"_s, QString::fromUtf8(venue.token)},
                             {u"UserId"_s, 5},
                             {u"errormsg"_s, QJsonValue::Null}};
    QCOMPARE(answer, wanted);
    QVERIFY(isSignedIn(socket));
}

void TestApexSignIn::signsInByPassword()
{
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    const Frame answer = socket.call(u"AuthenticateUser"_s, passwordOf(venue));
    QCOMPARE(answer.kind, 1);
    const QJsonObject sample = frameFixture("ap_auth_ok_frame.json").json();
    QCOMPARE(answer.json().keys(), sample.keys());
    const QJsonObject user = answer.json()["User"_L1].toObject();
    QCOMPARE(user.keys(), sample["User"_L1].toObject().keys());
    QCOMPARE(answer.json()["SessionToken"_L1].toString().toUtf8(), venue.token);
    QCOMPARE(user["AccountId"_L1].toInteger(), venue.venue.credentials().accountId);
    QCOMPARE(user["OMSId"_L1].toInteger(), venue.venue.credentials().omsId);
    QCOMPARE(user["UserId"_L1].toInteger(), venue.venue.credentials().userId);
    QVERIFY(isSignedIn(socket));
}

void TestApexSignIn::signsInByKey()
{
    ApexVenue venue;
    for (const QJsonValue &userId : {QJsonValue(u"5"_s), QJsonValue(5)}) { // text in the documents
        Socket socket(venue.webSocketUrl());
        QCOMPARE(socket.call(u"AuthenticateUser"_s, keyOf(venue, userId)).json()["Authenticated"_L1], true);
        QVERIFY(isSignedIn(socket));
    }
}

void TestApexSignIn::refusesASignIn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    const QString password = u"Invalid username or password"_s;
    const QString key = u"User api key not found"_s;
    for (const char *kind : {"wrong user", "wrong password", "no password", "nothing", "text", "wrong token",
                             "empty token", "code alone"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << password;
    for (const char *kind :
         {"other key", "other user", "other nonce", "no nonce", "upper case", "no signature"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << key;
}

void TestApexSignIn::refusesASignIn()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    ApexVenue venue;
    const PracticeCredentials who = venue.venue.credentials();
    const QByteArray good = keyOf(venue);
    const QJsonObject key = QJsonDocument::fromJson(good).object();
    const auto changed = [&key](const QString &member, const QJsonValue &value) {
        QJsonObject copy = key;
        copy[member] = value;
        return QJsonDocument(copy).toJson();
    };
    const QMap<QString, QByteArray> payloads{
        {u"wrong user"_s, object({{u"UserName"_s, u"x"_s}, {u"Password"_s, who.password}})},
        {u"wrong password"_s, object({{u"UserName"_s, who.user}, {u"Password"_s, u"x"_s}})},
        {u"no password"_s, object({{u"UserName"_s, who.user}})},
        {u"nothing"_s, "{}"},
        {u"text"_s, "let me in"},
        {u"wrong token"_s, object({{u"SessionToken"_s, who.token + u'x'}})},
        {u"empty token"_s, object({{u"SessionToken"_s, QString()}})},
        {u"code alone"_s, object({{u"Code"_s, u"123456"_s}})},
        {u"other key"_s, changed(u"APIKey"_s, u"x"_s)},
        {u"other user"_s, keyOf(venue, u"6"_s)}, // with a signature that is right
        {u"other nonce"_s, changed(u"Nonce"_s, u"1"_s)},
        {u"no nonce"_s, keyOf(venue, u"5"_s, {})},
        {u"upper case"_s, changed(u"Signature"_s, key["Signature"_L1].toString().toUpper())},
        {u"no signature"_s, changed(u"Signature"_s, QJsonValue::Null)},
    };
    Socket socket(venue.webSocketUrl());
    const Frame answer = socket.call(u"AuthenticateUser"_s, payloads[kind]);
    QJsonObject wanted = fixture("ap_auth_fail_payload.json").object();
    wanted[u"errormsg"_s] = reason;
    QCOMPARE(answer.kind, 1);
    QCOMPARE(answer.json(), wanted);
    QVERIFY(socket.call(u"GetOpenOrders"_s, account()).isError(20));
}

void TestApexSignIn::asksForACode()
{
    PracticeOptions options = Venue::stillOptions();
    options.apexCode = u"246810"_s;
    ApexVenue venue(options);
    Socket socket(venue.webSocketUrl());
    QCOMPARE(socket.call(u"AuthenticateUser"_s, passwordOf(venue)).json(),
             fixture("ap_auth_2fa_payload.json").object());
    QVERIFY(socket.call(u"GetOpenOrders"_s, account()).isError(20)); // Authenticated is true, and still
    const QByteArray wrong = object({{u"Code"_s, u"111111"_s}});
    QCOMPARE(socket.call(u"Authenticate2FA"_s, wrong).json()["Authenticated"_L1], false);
    QVERIFY(socket.call(u"GetOpenOrders"_s, account()).isError(20));
    const QByteArray right = object({{u"Code"_s, u"246810"_s}});
    const QJsonObject done = socket.call(u"Authenticate2FA"_s, right).json();
    QCOMPARE(done["Authenticated"_L1], true);
    QCOMPARE(done["SessionToken"_L1].toString().toUtf8(), venue.token);
    QVERIFY(isSignedIn(socket));

    Socket other(venue.webSocketUrl()); // one socket's password is not the other's
    QCOMPARE(other.call(u"Authenticate2FA"_s, right).json()["Authenticated"_L1], false);
    QCOMPARE(other.call(u"AuthenticateUser"_s, keyOf(venue)).json()["Authenticated"_L1], true);
    QVERIFY(isSignedIn(other)); // a key needs no code
}

void TestApexSignIn::takesNoCodeUnasked()
{
    ApexVenue venue;
    Socket socket(venue.webSocketUrl());
    for (const QByteArray &code : {"{}"_ba, R"({"Code":""})"_ba, R"({"Code":null})"_ba})
        QCOMPARE(socket.call(u"Authenticate2FA"_s, code).json()["Authenticated"_L1], false);
    QVERIFY(!isSignedIn(socket));
}

void TestApexSignIn::signsOut()
{
    ApexVenue venue;
    const auto socket = venue.watching();
    QVERIFY(socket->call(u"LogOut"_s).isSuccess());
    QVERIFY(socket->call(u"GetOpenOrders"_s, account()).isError(20));
    venue.add(77);
    QVERIFY(socket->events().isEmpty());
    QVERIFY(socket->isOpen());
}

void TestApexSignIn::signsInEverySocketByItself()
{
    ApexVenue venue;
    const auto first = venue.signedIn();
    Socket second(venue.webSocketUrl());
    QVERIFY(second.call(u"GetOpenOrders"_s, account()).isError(20));
    QVERIFY(isSignedIn(*first));
}

void TestApexSignIn::tellsWhoTheUserIs()
{
    ApexVenue venue;
    const auto socket = venue.signedIn();
    const QJsonObject info = socket->call(u"GetUserInfo"_s).json();
    QCOMPARE(info["UserId"_L1].toInt(), 5);
    QCOMPARE(info["AccountId"_L1].toInt(), 7);
    QCOMPARE(info["OMSId"_L1].toInt(), 1);
    QCOMPARE(info["UserName"_L1].toString(), venue.venue.credentials().user);
    QCOMPARE(socket->call(u"GetUserAccounts"_s, R"({"OMSId":1,"UserId":5})").payload, "[7]"_ba);
    const QJsonArray infos = socket->call(u"GetUserAccountInfos"_s, R"({"OMSId":1})").array();
    QCOMPARE(infos.size(), 1);
    QCOMPARE(infos[0]["AccountId"_L1].toInt(), 7);
    QVERIFY(!infos[0]["AccountName"_L1].toString().isEmpty());
}

void TestApexSignIn::hasSeveralAccounts()
{
    ApexVenue venue(twoAccounts());
    const auto socket = venue.signedIn();
    QCOMPARE(socket->call(u"GetUserAccounts"_s).payload, "[7,8]"_ba);
    const QJsonArray infos = socket->call(u"GetUserAccountInfos"_s).array();
    QCOMPARE(infos[1]["AccountId"_L1].toInt(), 8);
    QVERIFY(infos[0]["AccountName"_L1] != infos[1]["AccountName"_L1]);
    QCOMPARE(socket->call(u"AuthenticateUser"_s, passwordOf(venue)).json()["User"_L1]["AccountId"_L1], 7);
}

void TestApexSignIn::namesNoAccount()
{
    PracticeOptions options = twoAccounts();
    options.apex.namesAccount = false;
    ApexVenue venue(options);
    Socket socket(venue.webSocketUrl());
    QCOMPARE(socket.call(u"AuthenticateUser"_s, passwordOf(venue)).json()["User"_L1]["AccountId"_L1], 0);
    QCOMPARE(socket.call(u"GetUserAccounts"_s).payload, "[7,8]"_ba);
}

void TestApexSignIn::refusesQuestionsAboutOthers_data()
{
    QTest::addColumn<QString>("function");
    for (const char *name : {"GetUserInfo", "GetUserAccounts", "GetUserAccountInfos"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestApexSignIn::refusesQuestionsAboutOthers()
{
    QFETCH(QString, function);
    ApexVenue venue;
    const auto socket = venue.signedIn();
    QVERIFY(socket->call(function, R"({"OMSId":1,"UserId":6})").isError(20));
    QVERIFY(socket->call(function, R"({"OMSId":1,"UserName":"other"})").isError(20));
}

QTEST_GUILESS_MAIN(TestApexSignIn)
#include "test_apex_sign_in.moc"
