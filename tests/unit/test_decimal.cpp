// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Decimal;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheShortestPlainForm_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("whole") << u"22.0"_s << u"22"_s;
        QTest::newRow("fraction") << u"11.90"_s << u"11.9"_s;
        QTest::newRow("small") << u"0.00000001"_s << u"0.00000001"_s;
        QTest::newRow("negative") << u"-12.35"_s << u"-12.35"_s;
        QTest::newRow("zero") << u"0.000"_s << u"0"_s;
        QTest::newRow("minus zero") << u"-0"_s << u"0"_s;
        QTest::newRow("exponent") << u"1.5e-3"_s << u"0.0015"_s;
        QTest::newRow("large exponent") << u"12E2"_s << u"1200"_s;
        QTest::newRow("blanks") << u" 5.50 "_s << u"5.5"_s;
        QTest::newRow("beyond double") << u"9007199254740993"_s << u"9007199254740993"_s;
        QTest::newRow("twenty eight places of nothing")
            << u"19068.2704786100000000000000000000"_s << u"19068.27047861"_s;
        QTest::newRow("nineteen places stay as written")
            << u"0.1234567890123456789"_s << u"0.1234567890123456789"_s;
        QTest::newRow("thirty digits stay as written")
            << u"123456789012345678901234567890"_s << u"123456789012345678901234567890"_s;
    }
    void printsTheShortestPlainForm()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        const auto value = Decimal::fromText(in);
        QVERIFY(value.has_value());
        QVERIFY(value->isNumber());
        QCOMPARE(value->toText(), out);
    }

    void refusesWhatIsNoNumber_data()
    {
        QTest::addColumn<QString>("in");
        for (const auto &text : {u""_s, u"-"_s, u"."_s, u"5."_s, u"abc"_s, u"1,000"_s, u"0x10"_s, u"1e"_s, u"{}"_s,
                                 u"1 2"_s, u"--"_s, u"NaN"_s, u"1e999"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void refusesWhatIsNoNumber()
    {
        QFETCH(QString, in);
        QVERIFY(!Decimal::fromText(in).has_value());
    }

    void comparesByValue()
    {
        QVERIFY(*Decimal::fromText(u"5.50") == *Decimal::fromText(u"5.5"));
        QVERIFY(*Decimal::fromText(u"-2") < Decimal(1));
        QVERIFY(*Decimal::fromText(u"9007199254740993") > *Decimal::fromText(u"9007199254740992"));
        QVERIFY(*Decimal::fromText(u"0.1234567890123456789") == *Decimal::fromText(u"0.123456789012345679"));
    }

    void unreadableComparesAsUnknown()
    {
        const Decimal odd = Decimal::unreadable(u"N/A"_s);
        QVERIFY(!odd.isNumber());
        QCOMPARE(odd.toText(), u"N/A"_s);
        QVERIFY(!(odd < Decimal(1)) && !(odd > Decimal(1)) && !(odd == Decimal(1)));
        QVERIFY(odd == Decimal::unreadable(u"N/A"_s));
        QVERIFY(Decimal() != odd && Decimal() == Decimal());
        QVERIFY(odd.minus(Decimal(1)).isNull());
    }

    void calculatesExactly()
    {
        QCOMPARE(Decimal::fromText(u"0.1")->plus(*Decimal::fromText(u"0.2")).toText(), u"0.3"_s);
        QCOMPARE(Decimal(10).minus(Decimal(4)).toText(), u"6"_s);
        QCOMPARE(Decimal::fromText(u"3771.05")->times(Decimal(6)).toText(), u"22626.3"_s);
        QCOMPARE(Decimal::fromText(u"-12.35")->times(Decimal(50)).toText(), u"-617.5"_s);
        QCOMPARE(Decimal::fromText(u"0.00000001")->times(*Decimal::fromText(u"0.5")).toText(), u"0.000000005"_s);
        QCOMPARE(Decimal::fromText(u"123456789.123456789")->times(*Decimal::fromText(u"987.654321")).toText(),
                 u"121932631234.567900112635269"_s);
        const Decimal huge = *Decimal::fromText(u"100000000000000000000");
        QVERIFY(huge.times(huge).isNull());
        QVERIFY(huge.plus(huge).isNull());
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "test_decimal.moc"
