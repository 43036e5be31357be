// SPDX-License-Identifier: Apache-2.0
#include "desk/key_text.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::KeyIndex;
using desk::KeyText;
using orders::OrderPtr;

namespace {

struct RowSpec
{
    QString orderId;
    QString leg;
    QString exchangeOrderId;
    std::int32_t day = 20260121;
    QString connection = u"A"_s;
};

OrderPtr made(const RowSpec &spec)
{
    auto row = std::make_shared<orders::Order>();
    row->connection = spec.connection;
    row->orderId = spec.orderId;
    row->leg = spec.leg;
    row->exchangeOrderId = spec.exchangeOrderId;
    row->key = {spec.connection, spec.day, spec.orderId, spec.leg, {}};
    return row;
}

std::vector<OrderPtr> madeAll(const QList<RowSpec> &specs)
{
    std::vector<OrderPtr> rows;
    for (const RowSpec &spec : specs) {
        auto row = std::make_shared<orders::Order>(*made(spec));
        // As a listing splits them: rows that agree in all the rest have their exchange id in the key.
        for (const OrderPtr &before : rows) {
            if (before->key == row->key)
                row->key.twin = spec.exchangeOrderId;
        }
        rows.push_back(row);
    }
    return rows;
}

QStringList textsOf(const std::vector<OrderPtr> &rows)
{
    const KeyIndex keys(rows);
    QStringList texts;
    for (const OrderPtr &row : rows)
        texts << keys.textOf(*row);
    return texts;
}

} // namespace

class TestKeyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesRowsShortly_data();
    void namesRowsShortly();
    void readsBackWhatItWrites();
    void refusesWhatIsNoKey_data();
    void refusesWhatIsNoKey();
    void findsByPartialKey_data();
    void findsByPartialKey();
    void namesARowThatIsNotThere();
    void staysQuickWithOddFamilies();
};

void TestKeyText::namesRowsShortly_data()
{
    QTest::addColumn<QList<RowSpec>>("rows");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("alone") << QList<RowSpec>{{u"1"_s, {}, u"9"_s}} << QStringList{u"A:1"_s};
    QTest::newRow("entry alone") << QList<RowSpec>{{u"1"_s, u"ENTRY"_s, u"9"_s}} << QStringList{u"A:1"_s};
    QTest::newRow("a leg alone is named by it")
        << QList<RowSpec>{{u"1"_s, u"SECOND"_s, u"9"_s}} << QStringList{u"A:1:SECOND"_s};
    QTest::newRow("entry and legs") << QList<RowSpec>{{u"1"_s, u"ENTRY"_s, u"7"_s},
                                                      {u"1"_s, u"SECOND"_s, u"8"_s},
                                                      {u"1"_s, u"THIRD"_s, u"9"_s}}
                                    << QStringList{u"A:1"_s, u"A:1:SECOND"_s, u"A:1:THIRD"_s};
    QTest::newRow("no leg beside an entry")
        << QList<RowSpec>{{u"1"_s, {}, u"7"_s}, {u"1"_s, u"ENTRY"_s, u"8"_s}}
        << QStringList{u"A:1::7"_s, u"A:1:ENTRY"_s};
    QTest::newRow("two connections") << QList<RowSpec>{{u"1"_s, {}, {}, 20260121, u"A"_s},
                                                       {u"1"_s, {}, {}, 20260121, u"B"_s}}
                                     << QStringList{u"A:1"_s, u"B:1"_s};
    QTest::newRow("two days") << QList<RowSpec>{{u"1"_s, {}, u"7"_s, 20260120},
                                                {u"1"_s, {}, u"8"_s, 20260121}}
                              << QStringList{u"A:1@20260120"_s, u"A:1@20260121"_s};
    QTest::newRow("twins") << QList<RowSpec>{{u"1"_s, u"SECOND"_s, u"7"_s}, {u"1"_s, u"SECOND"_s, u"8"_s}}
                           << QStringList{u"A:1:SECOND:7"_s, u"A:1:SECOND:8"_s};
    QTest::newRow("twins of two days") << QList<RowSpec>{{u"1"_s, {}, u"7"_s, 20260120},
                                                         {u"1"_s, {}, u"7"_s, 20260121},
                                                         {u"1"_s, {}, u"8"_s, 20260121}}
                                       << QStringList{u"A:1@20260120"_s, u"A:1::7@20260121"_s, u"A:1::8"_s};
    QTest::newRow("odd letters") << QList<RowSpec>{{u"1:2@3 %"_s, u"L:1"_s, {}}}
                                 << QStringList{u"A:1%3A2%403%20%25:L%3A1"_s};
    QTest::newRow("legs that differ in case alone")
        << QList<RowSpec>{{u"1"_s, u"second"_s, u"7"_s}, {u"1"_s, u"SECOND"_s, u"8"_s}}
        << QStringList{u"A:1:second"_s, u"A:1:SECOND"_s};
}

void TestKeyText::namesRowsShortly()
{
    QFETCH(QList<RowSpec>, rows);
    QFETCH(QStringList, texts);
    const auto all = madeAll(rows);
    QCOMPARE(textsOf(all), texts);

    const KeyIndex keys(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto key = KeyText::parse(texts[static_cast<qsizetype>(i)]);
        QVERIFY(key);
        const auto found = keys.find(*key);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front(), all[i]);
    }
}

void TestKeyText::readsBackWhatItWrites()
{
    for (const QString &text : {u"A:1"_s, u"A:1:SECOND"_s, u"A:1::9"_s, u"A:1:SECOND:9@20260121"_s,
                                u"A:1@20260121"_s, u"a.b-c_d:%3A%25%40"_s, u"A:1:SECOND:"_s}) {
        const auto key = KeyText::parse(text);
        QVERIFY2(key, qPrintable(text));
        QCOMPARE(key->toText(), text);
    }
    QCOMPARE(KeyText::parse(u"A:%e0%a4%85"_s)->orderId, u"अ"_s);
}

void TestKeyText::refusesWhatIsNoKey_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "A", "A:", ":1", "A:1:2:3:4", "A:1@", "A:1@2026", "A:1@20261301",
                             "A:1@today", "A:%", "A:%4", "A:%zz", "A:1@20260121@20260122"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestKeyText::refusesWhatIsNoKey()
{
    QFETCH(QString, text);
    const auto key = KeyText::parse(text);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, base::ErrorKind::Usage);
}

void TestKeyText::findsByPartialKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("never a leg other than entry") << u"A:legs"_s << 0;
    QTest::newRow("entry") << u"A:full"_s << 1;
    QTest::newRow("leg in small letters") << u"A:full:second"_s << 1;
    QTest::newRow("both days") << u"A:days"_s << 2;
    QTest::newRow("a day") << u"A:days@20260120"_s << 1;
    QTest::newRow("another day") << u"A:days@20260119"_s << 0;
    QTest::newRow("exchange id") << u"A:full:ENTRY:7"_s << 1;
    QTest::newRow("another exchange id") << u"A:full:ENTRY:8"_s << 0;
    QTest::newRow("no exchange id") << u"A:days::"_s << 2;
    QTest::newRow("another connection") << u"B:full"_s << 0;
    QTest::newRow("connections have their case") << u"a:full"_s << 0;
}

void TestKeyText::findsByPartialKey()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const KeyIndex keys(madeAll({{u"legs"_s, u"SECOND"_s, u"1"_s},
                                 {u"legs"_s, u"THIRD"_s, u"2"_s},
                                 {u"full"_s, u"ENTRY"_s, u"7"_s},
                                 {u"full"_s, u"SECOND"_s, u"8"_s},
                                 {u"days"_s, {}, {}, 20260120},
                                 {u"days"_s, {}, {}, 20260121}}));
    QCOMPARE(static_cast<int>(keys.find(*KeyText::parse(text)).size()), count);
}

void TestKeyText::namesARowThatIsNotThere()
{
    const KeyIndex keys(madeAll({{u"1"_s, {}, u"7"_s}}));
    QCOMPARE(keys.textOf(*made({u"1"_s, {}, u"7"_s, 20260119})), u"A:1@20260119"_s);
    QCOMPARE(keys.textOf(*made({u"2"_s, u"SECOND"_s, u"7"_s})), u"A:2:SECOND@20260121"_s);
}

// A venue that gave every order one id must not bring the program to a stand.
void TestKeyText::staysQuickWithOddFamilies()
{
    std::vector<OrderPtr> rows;
    for (int i = 0; i < 100'000; ++i)
        rows.push_back(made({u"same"_s, u"L%1"_s.arg(i), u"9"_s}));
    const QStringList texts = textsOf(rows);
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), qsizetype(100'000));
}

QTEST_GUILESS_MAIN(TestKeyText)
#include "test_key_text.moc"
