// SPDX-License-Identifier: Apache-2.0
#include "tradelab/token_claims.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

base::Secret tokenWith(const QByteArray &payload)
{
    const auto part = [](const QByteArray &text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return base::Secret(part(R"({"alg":"HS256"})") + '.' + part(payload) + ".signature");
}

} // namespace

class TestTokenClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAToken_data();
    void readsAToken();
    void anOpaqueTokenSaysNothing_data();
    void anOpaqueTokenSaysNothing();
    void theDayEndsAtMidnightInIndia_data();
    void theDayEndsAtMidnightInIndia();
};

void TestTokenClaims::readsAToken_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<qint64>("untilMs"); // -1 = none
    QTest::newRow("seconds") << QByteArray(R"({"sub":"DEMO1","exp":1710527400})") << u"DEMO1"_s
                             << qint64(1'710'527'400'000);
    QTest::newRow("milliseconds") << QByteArray(R"({"client_id":"DEMO1","exp":1710527400123})") << u"DEMO1"_s
                                  << qint64(1'710'527'400'123);
    QTest::newRow("sub before client_id")
        << QByteArray(R"({"client_id":"APP","sub":"DEMO1"})") << u"DEMO1"_s << qint64(-1);
    QTest::newRow("numbers as text") << QByteArray(R"({"sub":12345,"exp":"1710527400"})") << u"12345"_s
                                     << qint64(1'710'527'400'000);
    QTest::newRow("no end") << QByteArray(R"({"sub":"A","exp":null})") << u"A"_s << qint64(-1);
    QTest::newRow("a fraction") << QByteArray(R"({"sub":"A","exp":17.5})") << u"A"_s << qint64(-1);
    QTest::newRow("before time") << QByteArray(R"({"exp":-5})") << QString() << qint64(-1);
}

void TestTokenClaims::readsAToken()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, subject);
    QFETCH(qint64, untilMs);
    const auto claims = tradelab::readClaims(tokenWith(payload));
    QCOMPARE(claims.subject, subject);
    QCOMPARE(claims.until ? qint64(claims.until->time_since_epoch().count()) : -1, untilMs);
}

void TestTokenClaims::anOpaqueTokenSaysNothing_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two parts") << QByteArray("DEMO-ACCESS.DEMO-TOKEN");
    QTest::newRow("three parts of nothing") << QByteArray("..");
    QTest::newRow("no base64") << QByteArray("a.%%%.c");
    QTest::newRow("no JSON") << QByteArray("a.aGVsbG8.c");
    QTest::newRow("no object") << tokenWith("[1,2]").reveal();
}

void TestTokenClaims::anOpaqueTokenSaysNothing()
{
    QFETCH(QByteArray, token);
    const auto claims = tradelab::readClaims(base::Secret(token));
    QVERIFY(claims.subject.isEmpty());
    QVERIFY(!claims.until);
}

void TestTokenClaims::theDayEndsAtMidnightInIndia_data()
{
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("end");
    QTest::newRow("morning") << qint64(1'710'480'600'000) << qint64(1'710'527'400'000);
    QTest::newRow("a moment before") << qint64(1'710'527'399'999) << qint64(1'710'527'400'000);
    QTest::newRow("at midnight") << qint64(1'710'527'400'000) << qint64(1'710'613'800'000);
    QTest::newRow("evening in London") << qint64(1'710'540'000'000) << qint64(1'710'613'800'000);
}

void TestTokenClaims::theDayEndsAtMidnightInIndia()
{
    QFETCH(qint64, now);
    QFETCH(qint64, end);
    const base::WallTime midnight = tradelab::nextMidnightInIndia(base::WallTime(base::milliseconds(now)));
    QCOMPARE(qint64(midnight.time_since_epoch().count()), end);
}

QTEST_APPLESS_MAIN(TestTokenClaims)
#include "test_token_claims.moc"
