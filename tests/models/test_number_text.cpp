// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/number_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNumbersAsTheUserDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("places");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *locale, const char *number, int places, const QString &text) {
            QTest::addRow("%s in %s", number, locale)
                << QString::fromLatin1(locale) << QString::fromLatin1(number) << places << text;
        };
        row("en_IN", "1234567.5", 2, u"12,34,567.50"_s);
        row("en_IN", "123456789012345678", 0, u"1,23,45,67,89,01,23,45,678"_s);
        row("en_IN", "999", 0, u"999"_s);
        row("en_IN", "1000", 0, u"1,000"_s);
        row("en_IN", "-1234.5", 2, u"-1,234.50"_s);
        row("en_US", "1234567.5", 2, u"1,234,567.50"_s);
        row("en_US", "0.345", 0, u"0.345"_s);
        row("en_US", "0.345", 2, u"0.345"_s);
        row("en_US", "0", 2, u"0.00"_s);
        row("en_US", "0.000000000000000001", 2, u"0.000000000000000001"_s);
        row("de_DE", "1234567.5", 2, u"1.234.567,50"_s);
        row("es_ES", "1234.5", 0, u"1234,5"_s);
        row("es_ES", "12345", 0, u"12.345"_s);
        row("hi_IN", "1234567.5", 2, u"12,34,567.50"_s);
        row("mr_IN", "1234567.5", 2, u"१२,३४,५६७.५०"_s);
        row("C", "1234567.5", 2, u"1234567.50"_s);
    }

    void writesNumbersAsTheUserDoes()
    {
        QFETCH(QString, locale);
        QFETCH(QString, number);
        QFETCH(int, places);
        QFETCH(QString, text);
        const auto value = base::Decimal::fromText(QStringView(number));
        QVERIFY(value.has_value());
        QCOMPARE(ui::NumberText(QLocale(locale)).of(*value, places), text);
    }

    // 2^53 and one: a double would lose the last digit.
    void neverGoesThroughADouble()
    {
        const auto value = base::Decimal::fromText(u"9007199254740993.01"_s);
        QCOMPARE(ui::NumberText(QLocale(u"en_US"_s)).of(*value), u"9,007,199,254,740,993.01"_s);
    }

    void leavesWhatIsNoNumber()
    {
        const ui::NumberText numbers(QLocale(u"en_IN"_s));
        QCOMPARE(numbers.of(base::Decimal::unreadable(u"1234x"_s), 2), u"1234x"_s);
        QCOMPARE(numbers.of({}, 2), QString());
        QCOMPARE(numbers.of(*base::Decimal::fromText(u"1.5e-30"_s), 2), u"1.5e-30"_s);
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "test_number_text.moc"
