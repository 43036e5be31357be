// SPDX-License-Identifier: Apache-2.0
// What the vault may hold for an APEX exchange, and the sign-in that comes of it. The signatures were made
// with "openssl dgst -sha256 -hmac SECRET".
#include "alphapoint/credentials.h"

#include <QTest>

using namespace Qt::StringLiterals;
using alphapoint::ApiKey;
using alphapoint::Credentials;
using alphapoint::readCredentials;
using alphapoint::SessionToken;
using alphapoint::signInRequest;
using alphapoint::UserPassword;

class TestApexCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsThreeForms_data();
    void readsItsThreeForms();
    void refusesTheRest_data();
    void refusesTheRest();
    void anApiKeyNeedsItsUser();
    void requestsAreLiteral_data();
    void requestsAreLiteral();
    void theNonceIsSigned();
    void secretsAreProtected_data();
    void secretsAreProtected();
    void aRefusalDoesNotRepeatTheSecret_data();
    void aRefusalDoesNotRepeatTheSecret();
};

namespace {

const QByteArray apiKey = "0123456789abcdef0123456789abcdef";
const QByteArray apiSecret = "fedcba9876543210fedcba9876543210";
const QByteArray keyJson = R"({"api_key":"0123456789abcdef0123456789abcdef",)"
                           R"("api_secret":"fedcba9876543210fedcba9876543210"})";

} // namespace

void TestApexCredentials::readsItsThreeForms_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("form"); // as in the variant
    QTest::newRow("token") << QByteArray("00000000-0000-4000-8000-000000000001") << 0;
    QTest::newRow("key") << keyJson << 1;
    QTest::newRow("key, the other way round and with more")
        << QByteArray(R"({ "note":"x", "api_secret":"s", "api_key":"k" })") << 1;
    QTest::newRow("password") << QByteArray(R"({"user":"demo1","password":"hush-hush"})") << 2;
}

void TestApexCredentials::readsItsThreeForms()
{
    QFETCH(QByteArray, secret);
    QFETCH(int, form);
    const auto read = readCredentials(base::Secret(secret), u"492"_s);
    QVERIFY(read.has_value());
    QCOMPARE(static_cast<int>(read->index()), form);
    if (const auto *token = std::get_if<SessionToken>(&*read))
        QCOMPARE(token->token.reveal(), secret);
    if (const auto *api = std::get_if<ApiKey>(&*read))
        QCOMPARE(api->userId, u"492"_s);
    if (const auto *user = std::get_if<UserPassword>(&*read)) {
        QCOMPARE(user->user, u"demo1"_s);
        QCOMPARE(user->password.reveal(), "hush-hush"_ba);
    }
}

void TestApexCredentials::refusesTheRest_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("broken JSON") << QByteArray(R"({"api_key":"k","api_sec)");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a key without its secret") << QByteArray(R"({"api_key":"k"})");
    QTest::newRow("a secret without its key") << QByteArray(R"({"api_secret":"s"})");
    QTest::newRow("a user without a password") << QByteArray(R"({"user":"demo1"})");
    QTest::newRow("a password without a user") << QByteArray(R"({"password":"p"})");
    QTest::newRow("empty ones") << QByteArray(R"({"user":"","password":"","api_key":"","api_secret":""})");
    QTest::newRow("a Tradelab token") << QByteArray(R"({"token":"t","api_key":"k"})");
}

void TestApexCredentials::refusesTheRest()
{
    QFETCH(QByteArray, secret);
    const auto read = readCredentials(base::Secret(secret), u"492"_s);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Usage);
    QVERIFY(!read.error().text.isEmpty());
}

void TestApexCredentials::anApiKeyNeedsItsUser()
{
    const auto read = readCredentials(base::Secret(keyJson), {});
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Usage);
    QVERIFY2(read.error().text.contains(u"user id"), qPrintable(read.error().text));
    QVERIFY(readCredentials(base::Secret(R"({"user":"demo1","password":"p"})"), {}).has_value());
    QVERIFY(readCredentials(base::Secret("token"), {}).has_value());
}

void TestApexCredentials::requestsAreLiteral_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<qint64>("nonce");
    QTest::addColumn<QString>("function");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("token") << QByteArray("00000000-0000-4000-8000-000000000001") << qint64(7)
                           << u"WebAuthenticateUser"_s
                           << QByteArray(R"({"SessionToken":"00000000-0000-4000-8000-000000000001"})");
    QTest::newRow("key") << keyJson << qint64(1'710'480'600'000) << u"AuthenticateUser"_s
                         << QByteArray(
                                R"({"APIKey":"0123456789abcdef0123456789abcdef","Signature":)"
                                R"("b506a6dd4685837c29f2d494dd60859569fe28dd51ca82feb8614c87faed052e",)"
                                R"("UserId":"492","Nonce":"1710480600000"})");
    QTest::newRow("password") << QByteArray(R"({"user":"demo1","password":"hush \"hush\""})") << qint64(7)
                              << u"AuthenticateUser"_s
                              << QByteArray(R"({"UserName":"demo1","Password":"hush \"hush\""})");
    QTest::newRow("other letters") << QByteArray("{\"user\":\"क\",\"password\":\"पास\"}") << qint64(7)
                                   << u"AuthenticateUser"_s
                                   << QByteArray("{\"UserName\":\"क\",\"Password\":\"पास\"}");
}

void TestApexCredentials::requestsAreLiteral()
{
    QFETCH(QByteArray, secret);
    QFETCH(qint64, nonce);
    QFETCH(QString, function);
    QFETCH(QByteArray, payload);
    const auto read = readCredentials(base::Secret(secret), u"492"_s);
    QVERIFY(read.has_value());
    const auto request = signInRequest(*read, nonce);
    QCOMPARE(request.function, function);
    QCOMPARE(request.payload, payload);
}

void TestApexCredentials::theNonceIsSigned()
{
    const Credentials api = ApiKey{u"492"_s, base::Secret(apiKey), base::Secret(apiSecret)};
    QVERIFY(signInRequest(api, 1'710'480'600'001)
                .payload.contains("aeee8b79adfc1758e312210f5555774887e4219f4d65c07553fbaf1483a47c38"));
    const Credentials other = ApiKey{u"49"_s, base::Secret(apiKey), base::Secret(apiSecret)};
    QVERIFY(signInRequest(other, 1'710'480'600'001)
                .payload.contains("2b2a640f4dcaae58bdce76d8716645f0921d9a15656f8aa91c6ed18f65c39e85"));
}

void TestApexCredentials::secretsAreProtected_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("echo");
    QTest::newRow("token") << QByteArray("00000000-0000-4000-8000-000000000001")
                           << u"no session 00000000-0000-4000-8000-000000000001"_s;
    QTest::newRow("key") << keyJson << u"no key 0123456789abcdef0123456789abcdef"_s;
    QTest::newRow("key's secret") << keyJson << u"not fedcba9876543210fedcba9876543210"_s;
    QTest::newRow("password") << QByteArray(R"({"user":"demo1","password":"hush-hush"})")
                              << u"not hush-hush"_s;
}

void TestApexCredentials::secretsAreProtected()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, echo);
    const auto read = readCredentials(base::Secret(secret), u"492"_s);
    QVERIFY(read.has_value());
    base::Redactor redactor;
    QCOMPARE(redactor.redacted(echo), echo);
    alphapoint::protect(*read, redactor);
    QVERIFY2(redactor.redacted(echo).endsWith(u" [cut]"), qPrintable(redactor.redacted(echo)));
}

void TestApexCredentials::aRefusalDoesNotRepeatTheSecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("broken JSON") << QByteArray(R"({"password":"hush-hush)");
    QTest::newRow("no user") << QByteArray(R"({"password":"hush-hush"})");
    QTest::newRow("no key") << QByteArray(R"({"api_secret":"hush-hush"})");
}

void TestApexCredentials::aRefusalDoesNotRepeatTheSecret()
{
    QFETCH(QByteArray, secret);
    const auto read = readCredentials(base::Secret(secret), {});
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().text.contains(u"hush"));
}

QTEST_APPLESS_MAIN(TestApexCredentials)
#include "test_apex_credentials.moc"
