// SPDX-License-Identifier: Apache-2.0
#include "rules/line_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using rules::LineRule;
using rules::SourceTree;

Q_DECLARE_METATYPE(const LineRule *)

class TestLineRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsBadSample_data();
    void findsBadSample();
    void passesGoodSample_data() { addRules(); }
    void passesGoodSample();
    void honoursException();
    void sourceTreeHolds_data() { addRules(); }
    void sourceTreeHolds();

private:
    static void addRules();
};

void TestLineRules::addRules()
{
    QTest::addColumn<const LineRule *>("rule");
    for (const LineRule &rule : rules::lineRules())
        QTest::newRow(qPrintable(rule.name)) << &rule;
}

void TestLineRules::findsBadSample_data()
{
    QTest::addColumn<const LineRule *>("rule");
    QTest::addColumn<QString>("text");
    for (const LineRule &rule : rules::lineRules()) {
        QVERIFY(!rule.bad.isEmpty());
        for (const QString &text : rule.bad)
            QTest::addRow("%s: %s", qPrintable(rule.name), qPrintable(text.section(u'\n', -1)))
                << &rule << text;
    }
}

void TestLineRules::findsBadSample()
{
    QFETCH(const LineRule *, rule);
    QFETCH(QString, text);
    const QStringList found = rules::broken(*rule, SourceTree({{rule->sampled, text}}));
    QCOMPARE(found.size(), 1);
    const QString place = u"%1:%2: "_s.arg(rule->sampled).arg(text.count(u'\n') + 1);
    QVERIFY2(found.front().startsWith(place), qPrintable(found.front()));
    QVERIFY2(found.front().endsWith(rule->advice), qPrintable(found.front()));
}

void TestLineRules::passesGoodSample()
{
    QFETCH(const LineRule *, rule);
    QCOMPARE(rules::broken(*rule, SourceTree({{rule->sampled, rule->good}})), QStringList());
}

void TestLineRules::honoursException()
{
    LineRule rule = rules::lineRules().front();
    const SourceTree tree({{rule.sampled, rule.bad.front()}});
    rule.except = u'^' + rule.sampled;
    QCOMPARE(rules::broken(rule, tree), QStringList());
    rule.except.clear();
    QCOMPARE(rules::broken(rule, tree).size(), 1);
}

void TestLineRules::sourceTreeHolds()
{
    QFETCH(const LineRule *, rule);
    static const SourceTree tree = SourceTree::read(QStringLiteral(PULLCORD_SOURCE_DIR));
    QVERIFY(rules::isEmptyOrTold(rules::broken(*rule, tree)));
}

QTEST_GUILESS_MAIN(TestLineRules)
#include "test_line_rules.moc"
