// SPDX-License-Identifier: Apache-2.0
#include "support/written_request.h"
#include "tradelab/request_factory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Secret;

class TestRequestFactory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsASecret_data();
    void readsASecret();
    void refusesWhatIsNoSecret_data();
    void refusesWhatIsNoSecret();
    void writesAReadForEachDialect_data();
    void writesAReadForEachDialect();
    void theAddressIsItsOriginAlone_data();
    void theAddressIsItsOriginAlone();
    void withoutAnApiKeyNoneIsSent();
    void namesItsAuthHeader_data();
    void namesItsAuthHeader();
    void carriesTheCredentialsOfNow();
};

void TestRequestFactory::readsASecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("apiKey");
    QTest::newRow("token") << QByteArray("DEMO-ACCESS.DEMO-TOKEN") << QByteArray("DEMO-ACCESS.DEMO-TOKEN")
                           << QByteArray();
    QTest::newRow("blanks around") << QByteArray(" abc\n") << QByteArray("abc") << QByteArray();
    QTest::newRow("json") << QByteArray(R"({"token":"t","api_key":"k"})") << QByteArray("t")
                          << QByteArray("k");
    QTest::newRow("json, token alone") << QByteArray(R"( {"token":"t"} )") << QByteArray("t") << QByteArray();
}

void TestRequestFactory::readsASecret()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, apiKey);
    const auto credentials = tradelab::readCredentials(Secret(secret));
    QVERIFY(credentials.has_value());
    QCOMPARE(credentials->token.reveal(), token);
    QCOMPARE(credentials->apiKey.reveal(), apiKey);
}

void TestRequestFactory::refusesWhatIsNoSecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("none") << QByteArray() << base::ErrorKind::SignedOut;
    QTest::newRow("blanks") << QByteArray(" \n") << base::ErrorKind::SignedOut;
    QTest::newRow("json without a token") << QByteArray(R"({"api_key":"hunter7"})") << base::ErrorKind::Usage;
    QTest::newRow("broken json") << QByteArray(R"({"token":"hunter7")") << base::ErrorKind::Usage;
}

void TestRequestFactory::refusesWhatIsNoSecret()
{
    QFETCH(QByteArray, secret);
    QFETCH(base::ErrorKind, kind);
    const auto credentials = tradelab::readCredentials(Secret(secret));
    QVERIFY(!credentials.has_value());
    QCOMPARE(credentials.error().kind, kind);
    QVERIFY(!credentials.error().text.contains(u"hunter7"));
}

void TestRequestFactory::writesAReadForEachDialect_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("pocketful")
        << u"pocketful"_s
        << QByteArray("GET https://trade.pocketful.in/api/v1/orders?type=pending&client_id=A\n"
                      "Authorization: Bearer T.O/K\nx-device-type: WEB\nP-DeviceType: WEB\n\n");
    QTest::newRow("pace") << u"pace"_s
                          << QByteArray(
                                 "GET https://pacetrader.pacefin.in/api/v1/orders?type=pending&client_id=A\n"
                                 "x-authorization-token: T.O/K\nx-device-type: WEB\nP-DeviceType: WEB\n\n");
    QTest::newRow("hdfcsky")
        << u"hdfcsky"_s
        << QByteArray(
               "GET https://developer.hdfcsky.com/oapi/v1/orders?type=pending&client_id=A&api_key=K%26%3D1\n"
               "Authorization: T.O/K\nx-device-type: WEB\nP-DeviceType: WEB\n\n");
}

void TestRequestFactory::writesAReadForEachDialect()
{
    QFETCH(QString, dialect);
    QFETCH(QByteArray, expected);
    const auto *found = tradelab::findDialect(dialect);
    QVERIFY(found);
    tradelab::RequestFactory factory(*found, QUrl(QString(found->defaultUrl)));
    factory.setCredentials({Secret("T.O/K"), Secret("K&=1")});
    QCOMPARE(support::written(factory.get(u"/orders"_s, u"type=pending&client_id=A"_s)), expected);
}

void TestRequestFactory::theAddressIsItsOriginAlone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("request");
    QTest::newRow("plain") << u"https://host"_s << u"https://host/api/v1/x"_s;
    QTest::newRow("slash") << u"https://host/"_s << u"https://host/api/v1/x"_s;
    QTest::newRow("port") << u"http://127.0.0.1:8080/"_s << u"http://127.0.0.1:8080/api/v1/x"_s;
    QTest::newRow("ipv6") << u"http://[::1]:80"_s << u"http://[::1]:80/api/v1/x"_s;
    QTest::newRow("user") << u"https://me:pass@host"_s << u"https://host/api/v1/x"_s;
}

void TestRequestFactory::theAddressIsItsOriginAlone()
{
    QFETCH(QString, url);
    QFETCH(QString, request);
    const tradelab::RequestFactory factory(*tradelab::findDialect(u"pace"), QUrl(url));
    QCOMPARE(factory.get(u"/x"_s, {}).url.toString(QUrl::FullyEncoded), request);
}

void TestRequestFactory::withoutAnApiKeyNoneIsSent()
{
    tradelab::RequestFactory factory(*tradelab::findDialect(u"hdfcsky"), QUrl(u"https://host"_s));
    QVERIFY(!factory.hasCredentials());
    factory.setCredentials({Secret("T"), {}});
    QVERIFY(factory.hasCredentials());
    QCOMPARE(factory.get(u"/x"_s, {}).url.toEncoded(), "https://host/oapi/v1/x"_ba);
    QCOMPARE(factory.get(u"/x"_s, u"a=b"_s).url.toEncoded(), "https://host/oapi/v1/x?a=b"_ba);
}

void TestRequestFactory::namesItsAuthHeader_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("name");
    QTest::newRow("pocketful") << u"pocketful"_s << u"Authorization"_s;
    QTest::newRow("pace") << u"pace"_s << u"x-authorization-token"_s;
    QTest::newRow("hdfcsky") << u"hdfcsky"_s << u"Authorization"_s;
}

void TestRequestFactory::namesItsAuthHeader()
{
    QFETCH(QString, dialect);
    QFETCH(QString, name);
    const tradelab::RequestFactory factory(*tradelab::findDialect(dialect), QUrl(u"https://host"_s));
    QCOMPARE(factory.authHeaderNames(), QStringList{name});
    QCOMPARE(QString::fromLatin1(factory.get(u"/x"_s, {}).headers.first().first), name);
}

void TestRequestFactory::carriesTheCredentialsOfNow()
{
    tradelab::RequestFactory factory(*tradelab::findDialect(u"pocketful"), QUrl(u"https://host"_s));
    factory.setCredentials({Secret("old"), {}});
    factory.setCredentials({Secret("new"), {}});
    QCOMPARE(factory.get(u"/x"_s, {}).headers.first().second, "Bearer new"_ba);
    factory.setCredentials({});
    QVERIFY(!factory.hasCredentials());
}

QTEST_APPLESS_MAIN(TestRequestFactory)
#include "test_request_factory.moc"
