// SPDX-License-Identifier: Apache-2.0
#include "orders/order_filter.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::OrderFilter;
using support::makeOrder;

namespace {

constexpr base::WallTime placed{base::milliseconds(1'710'480'000'000)};

// A part-filled sell of 50 NIFTY options; it has no trigger price and no reason.
orders::OrderPtr sample()
{
    return makeOrder(u"20240314929"_s, u"ENTRY"_s, [](orders::Order &order) {
        order.symbol = u"NIFTY24MAR22000CE"_s;
        order.exchange = u"NFO"_s;
        order.side = orders::Side::Sell;
        order.quantity = 50;
        order.filled = 10;
        order.price = base::Decimal::fromText(u"100.50"_s).value();
        order.connection = u"pace"_s;
        order.reason = u"two words"_s;
    });
}

} // namespace

class TestOrderFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
    void refusesWhatIsTooLong_data();
    void refusesWhatIsTooLong();
    void noValueMatchesNoComparison_data();
    void noValueMatchesNoComparison();
    void ageGrows();
    void onlyAgeDependsOnTime();
    void aFilterOfNothingLetsEverythingThrough();
};

void TestOrderFilter::decides_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isMatch");
    const auto yes = [](const char *filter) { QTest::newRow(filter) << QString::fromUtf8(filter) << true; };
    const auto no = [](const char *filter) { QTest::newRow(filter) << QString::fromUtf8(filter) << false; };
    // Words match any text.
    yes("nifty");
    yes("NIFTY 929");
    yes("pace");
    no("nifty banknifty");
    yes("\"two words\"");
    no("\"words two\"");
    no("-nifty");
    yes("-banknifty");
    yes("-\"three words\"");
    yes("22000");
    yes("NIFTY*CE");
    yes("nif*22*ce");
    no("NIFTY*PE");
    yes("-NIFTY*PE");
    // One field.
    yes("side:sell");
    yes("side=SELL");
    no("side:buy");
    no("side:sel");
    yes("side:sel*");
    yes("side!=buy");
    no("side!=sell");
    no("-side:sell");
    yes("symbol:NIFTY*");
    yes("symbol:*22000*");
    yes("symbol:*ce");
    no("symbol:NIFTY");
    no("symbol:*pe");
    yes("symbol:\"nifty24mar22000ce\"");
    yes("reason:\"two words\"");
    yes("kind:bo");
    yes("leg:entry");
    yes("status:open");
    no("status:filled");
    yes("connection:pace");
    yes("id:20240314929");
    yes("cancellable:true");
    yes("effect:unknown");
    yes("exch:nfo type:limit");
    // Numbers are compared as numbers.
    yes("price>100");
    no("price>100.50");
    yes("price>=100.500");
    yes("price=100.5");
    yes("price:100.5");
    no("price<100.5");
    yes("price<=100.5");
    yes("price!=100");
    yes("qty=50 filled=10 remaining=40");
    yes("quantity>9");
    yes("price>-1");
    yes("price>1e2");
    // All must hold.
    yes("side:sell price>100 kind:bo nifty");
    no("side:sell price>101 kind:bo nifty");
    yes("  side:sell \t price>100  ");
    // Times.
    yes("placed_at>=2024-03-15T05:20:00Z");
    no("placed_at>2024-03-15T05:20:00Z");
    yes("placed_at<2024-03-15T10:50:01+05:30");
    // Ten minutes old.
    yes("age>5m");
    yes("age>=10m");
    no("age>10m");
    yes("age<1h");
    yes("age<0.5d");
    yes("age>599s");
    yes("-age>1h");
    yes("AGE>5M");
}

void TestOrderFilter::decides()
{
    QFETCH(QString, filter);
    QFETCH(bool, isMatch);
    const auto parsed = OrderFilter::parse(filter);
    QVERIFY2(parsed.has_value(), qPrintable(parsed.has_value() ? QString() : parsed.error().text));
    QCOMPARE(parsed->matches(*sample(), placed + base::milliseconds(600'000)), isMatch);
}

void TestOrderFilter::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *filter, const char *named) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(named);
    };
    row("colour:red", "colour");
    row("-colour:red", "colour");
    row("NSE:INFY", "NSE");
    row("price>many", "many");
    row("price>", "price>");
    row("side:", "side:");
    row("side>sell", "side");
    row("symbol<=a", "symbol");
    row("cancellable>true", "cancellable");
    row("cancellable:perhaps", "perhaps");
    row("-cancellable:perhaps", "perhaps");
    row("age>5", "5");
    row("age>m", "m");
    row("age>5w", "5w");
    row("age>-5m", "-5m");
    row("age>", "age>");
    row("placed_at>yesterday", "yesterday");
    row("\"two words", "two words");
    row("reason:\"two words", "two words");
    row("side:sell -", "-");
    row("\"\"", "-");
    row("side:sell colour:red", "colour");
}

void TestOrderFilter::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QString, filter);
    QFETCH(QString, named);
    const auto parsed = OrderFilter::parse(filter);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().kind, base::ErrorKind::Usage);
    QVERIFY2(parsed.error().text.contains(named), qPrintable(parsed.error().text));
}

void TestOrderFilter::refusesWhatIsTooLong_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("one too many") << QString(4097, u'a');
    QTest::newRow("1 MB") << QString(1'000'000, u'a');
    QTest::newRow("100 MB") << QString(100'000'000, u' ');
    QTest::newRow("10,000 brackets") << QString(10'000, u'(') + QString(10'000, u')');
    QTest::newRow("10,000 terms") << u"side:buy "_s.repeated(10'000);
    QTest::newRow("10,000 negations") << QString(10'000, u'-') + u'a';
    QTest::newRow("10,000 stars") << u"*a"_s.repeated(10'000);
}

void TestOrderFilter::refusesWhatIsTooLong()
{
    QFETCH(QString, filter);
    const auto parsed = OrderFilter::parse(filter);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().kind, base::ErrorKind::Usage);
    QVERIFY(parsed.error().text.contains(u"4096 characters"));
    QVERIFY(OrderFilter::parse(filter.left(4096)).has_value() || filter.startsWith(u"--"));
}

void TestOrderFilter::noValueMatchesNoComparison_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter :
         {"trigger<5", "trigger>=0", "trigger!=7", "price>0", "price!=0", "leg:*", "leg!=entry", "reason!=x",
          "age>1s", "age<1s", "placed_at>2000-01-01T00:00:00Z"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestOrderFilter::noValueMatchesNoComparison()
{
    QFETCH(QString, filter);
    const auto row = makeOrder(u"1"_s, {}, [](orders::Order &order) {
        order.price = base::Decimal::unreadable(u"market"_s);
        order.placedAt.reset();
    });
    const auto parsed = OrderFilter::parse(filter);
    QVERIFY(parsed.has_value());
    QVERIFY(!parsed->matches(*row, placed));
}

void TestOrderFilter::ageGrows()
{
    const auto parsed = OrderFilter::parse(u"age>5m"_s);
    QVERIFY(parsed.has_value());
    QVERIFY(!parsed->matches(*sample(), placed + base::milliseconds(300'000)));
    QVERIFY(parsed->matches(*sample(), placed + base::milliseconds(300'001)));
}

void TestOrderFilter::onlyAgeDependsOnTime()
{
    QVERIFY(OrderFilter::parse(u"nifty -age<5m"_s)->dependsOnTime());
    QVERIFY(!OrderFilter::parse(u"nifty placed_at>2024-01-01T00:00:00Z"_s)->dependsOnTime());
}

void TestOrderFilter::aFilterOfNothingLetsEverythingThrough()
{
    for (const QString &text : {QString(), u"  "_s}) {
        const auto parsed = OrderFilter::parse(text);
        QVERIFY(parsed.has_value() && parsed->isEmpty());
        QVERIFY(parsed->matches(*sample(), placed));
    }
    QVERIFY(!OrderFilter::parse(u"x"_s)->isEmpty());
}

QTEST_APPLESS_MAIN(TestOrderFilter)
#include "test_order_filter.moc"
