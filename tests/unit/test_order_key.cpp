// SPDX-License-Identifier: Apache-2.0
#include "orders/order_key.h"

#include <QTest>

#include <unordered_set>

using namespace Qt::StringLiterals;
using orders::Account;
using orders::Environment;
using orders::OrderKey;

class TestOrderKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsOneText_data();
    void anAccountIsOneText();
    void theTradingDayIsThatOfIndia_data();
    void theTradingDayIsThatOfIndia();
    void everyPartTellsTwoKeysApart();
    void textComesBackAsTheSameKey_data();
    void textComesBackAsTheSameKey();
    void whatIsNoKeyIsInvalid();
};

void TestOrderKey::anAccountIsOneText_data()
{
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("omsId");
    QTest::addColumn<QString>("text");
    QTest::newRow("live") << Environment::Live << QString() << u"live|tradelab|trade.pocketful.in||DEMO1"_s;
    QTest::newRow("practice") << Environment::Practice << u"1"_s
                              << u"practice|tradelab|trade.pocketful.in|1|DEMO1"_s;
}

void TestOrderKey::anAccountIsOneText()
{
    QFETCH(Environment, environment);
    QFETCH(QString, omsId);
    QFETCH(QString, text);
    const Account account{environment, u"tradelab"_s, u"trade.pocketful.in"_s, omsId, u"DEMO1"_s};
    QCOMPARE(account.canonical(), text);
}

void TestOrderKey::theTradingDayIsThatOfIndia_data()
{
    QTest::addColumn<qint64>("utc");
    QTest::addColumn<int>("day");
    QTest::newRow("10:50 in India") << qint64(1'710'480'000) << 20240315;
    QTest::newRow("a second before midnight in India") << qint64(1'710'527'399) << 20240315;
    QTest::newRow("midnight in India") << qint64(1'710'527'400) << 20240316;
    QTest::newRow("new year") << qint64(1'735'669'800) << 20250101;
}

void TestOrderKey::theTradingDayIsThatOfIndia()
{
    QFETCH(qint64, utc);
    QFETCH(int, day);
    QCOMPARE(orders::tradingDay(base::WallTime(base::seconds(utc))), day);
}

void TestOrderKey::everyPartTellsTwoKeysApart()
{
    const OrderKey key{u"a"_s, 20240315, u"1"_s, u"ENTRY"_s, {}};
    std::unordered_set<OrderKey> keys{key, key};
    QCOMPARE(keys.size(), std::size_t(1));
    keys.insert({u"b"_s, 20240315, u"1"_s, u"ENTRY"_s, {}});
    keys.insert({u"a"_s, 20240316, u"1"_s, u"ENTRY"_s, {}});
    keys.insert({u"a"_s, 20240315, u"2"_s, u"ENTRY"_s, {}});
    keys.insert({u"a"_s, 20240315, u"1"_s, u"SECOND"_s, {}});
    keys.insert({u"a"_s, 20240315, u"1"_s, u"ENTRY"_s, u"11"_s});
    QCOMPARE(keys.size(), std::size_t(6));
}

void TestOrderKey::textComesBackAsTheSameKey_data()
{
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("twin");
    QTest::newRow("plain") << u"202403152052"_s << QString() << QString();
    QTest::newRow("leg and twin") << u"20220106-106"_s << u"Entry"_s << u"1100000012461398"_s;
    QTest::newRow("separators inside") << u"a\tb%09%25"_s << u"%"_s << u"\t"_s;
    QTest::newRow("other letters") << u"क|:/"_s << u"é"_s << u"1"_s;
}

void TestOrderKey::textComesBackAsTheSameKey()
{
    QFETCH(QString, orderId);
    QFETCH(QString, leg);
    QFETCH(QString, twin);
    const OrderKey key{u"live|tradelab|host||DEMO1"_s, 20240315, orderId, leg, twin};
    QCOMPARE(OrderKey::parse(key.toText()), key);
}

void TestOrderKey::whatIsNoKeyIsInvalid()
{
    QVERIFY(!OrderKey().isValid());
    QVERIFY(!OrderKey::parse(u"a\t1\tb"_s).isValid());
    QVERIFY(!OrderKey::parse({}).isValid());
}

QTEST_APPLESS_MAIN(TestOrderKey)
#include "test_order_key.moc"
