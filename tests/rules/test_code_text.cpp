// SPDX-License-Identifier: Apache-2.0
#include "rules/code_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using rules::Part;
using rules::Parts;

class TestCodeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blanks_data();
    void blanks();
};

void TestCodeText::blanks_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<QString>("expected");

    const Parts comments(Part::Comments);
    const Parts strings(Part::Strings);
    const Parts both = comments | strings;

    QTest::newRow("line comment") << u"a; // b\nc"_s << both << u"a;     \nc"_s;
    QTest::newRow("block comment keeps its lines") << u"a/*b\nc*/d"_s << both << u"a   \n   d"_s;
    QTest::newRow("string") << u"f(\"a b\")"_s << both << u"f(     )"_s;
    QTest::newRow("escaped quote") << uR"(f("a\"b")c)"_s << both << u"f(      )c"_s;
    QTest::newRow("raw string") << u"u R\"x(\"//\n)\" )x\"; y"_s << both << u"u R      \n      ; y"_s;
    QTest::newRow("character") << u"c == '\"' // d"_s << both << u"c ==         "_s;
    QTest::newRow("digit separator") << u"f(1'000, x)"_s << both << u"f(1'000, x)"_s;
    QTest::newRow("slashes in a string") << u"\"http://x\" y"_s << comments << u"\"http://x\" y"_s;
    QTest::newRow("quote in a comment") << u"// don't\nb"_s << strings << u"// don't\nb"_s;
    QTest::newRow("comment kept") << u"a // \"b\"\n\"c\""_s << strings << u"a // \"b\"\n   "_s;
    QTest::newRow("nothing") << u"a // b \"c\""_s << Parts() << u"a // b \"c\""_s;
    QTest::newRow("unfinished string ends with its line") << u"\"a\nb"_s << both << u"  \nb"_s;
}

void TestCodeText::blanks()
{
    QFETCH(QString, code);
    QFETCH(Parts, parts);
    QFETCH(QString, expected);
    QCOMPARE(rules::withBlanked(code, parts), expected);
}

QTEST_GUILESS_MAIN(TestCodeText)
#include "test_code_text.moc"
