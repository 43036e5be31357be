// SPDX-License-Identifier: Apache-2.0
#include "rules/file_rules.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using rules::SourceFile;
using rules::SourceTree;

using FileRule = std::function<QStringList(const SourceFile &, const SourceTree &)>;
Q_DECLARE_METATYPE(FileRule)

class TestFileRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesSample_data();
    void judgesSample();
    void readsTheTree();
    void sourceTreeHolds_data();
    void sourceTreeHolds();
};

namespace {

FileRule alone(QStringList (*rule)(const SourceFile &))
{
    return [rule](const SourceFile &file, const SourceTree &) { return rule(file); };
}

const QString licence = u"// SPDX-License-Identifier: Apache-2.0\n"_s;
const QString hashLicence = u"# SPDX-License-Identifier: Apache-2.0\n"_s;

} // namespace

void TestFileRules::judgesSample_data()
{
    QTest::addColumn<FileRule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const FileRule length = alone(rules::tooLong);
    QTest::newRow("401 lines") << length << u"ui/a.cpp"_s << u"\n"_s.repeated(401)
                               << u"ui/a.cpp:401: 401 lines, more than 400: split it"_s;
    QTest::newRow("401 lines, the last unfinished")
        << length << u"tests/a.h"_s << u"\n"_s.repeated(400) + u'x'
        << u"tests/a.h:401: 401 lines, more than 400: split it"_s;
    QTest::newRow("400 lines") << length << u"ui/a.cpp"_s << u"\n"_s.repeated(400) << QString();

    const FileRule spdx = alone(rules::withoutLicence);
    QTest::newRow("no licence") << spdx << u"src/a/a.cpp"_s << u"\n"_s + licence
                                << u"src/a/a.cpp:1: the line '%1' is missing"_s.arg(licence.trimmed());
    QTest::newRow("another licence") << spdx << u"src/a/a.h"_s << u"// SPDX-License-Identifier: MIT\n"_s
                                     << u"src/a/a.h:1: the line '%1' is missing"_s.arg(licence.trimmed());
    QTest::newRow("no licence in CMake")
        << spdx << u"src/CMakeLists.txt"_s << u"include(layers.cmake)\n"_s
        << u"src/CMakeLists.txt:1: the line '%1' is missing"_s.arg(hashLicence.trimmed());
    QTest::newRow("no licence in a script")
        << spdx << u"run.sh"_s << u"#!/bin/sh\nset -e\n"_s
        << u"run.sh:2: the line '%1' is missing"_s.arg(hashLicence.trimmed());
    QTest::newRow("licence") << spdx << u"src/a/a.cpp"_s << licence << QString();
    QTest::newRow("licence in a script")
        << spdx << u"run.sh"_s << u"#!/bin/sh\n"_s + hashLicence << QString();
    QTest::newRow("licence in CMake") << spdx << u"cmake/A.cmake"_s << hashLicence << QString();

    const FileRule guard = alone(rules::withoutGuard);
    QTest::newRow("no guard") << guard << u"src/a/a.h"_s << u"// #pragma once\nint a;\n"_s
                              << u"src/a/a.h:1: #pragma once is missing"_s;
    QTest::newRow("guard") << guard << u"src/a/a.h"_s << u"// a\n#pragma once\n"_s << QString();
    QTest::newRow("no guard needed") << guard << u"src/a/a.cpp"_s << u"int a;\n"_s << QString();

    const FileRule first = rules::withoutOwnHeaderFirst;
    QTest::newRow("own header second")
        << first << u"src/b/b.cpp"_s << u"#include <QString>\n#include \"b/b.h\"\n"_s
        << u"src/b/b.cpp:1: its own header comes first: src/b/b.h"_s;
    QTest::newRow("a namesake first") << first << u"src/b/b.cpp"_s << u"// b\n#include \"c/b.h\"\n"_s
                                      << u"src/b/b.cpp:2: its own header comes first: src/b/b.h"_s;
    QTest::newRow("own header never") << first << u"src/b/b.cpp"_s << u"int b;\n"_s
                                      << u"src/b/b.cpp:1: does not include its own header: src/b/b.h"_s;
    QTest::newRow("own header first")
        << first << u"src/b/b.cpp"_s << u"#include \"b/b.h\"\n#include <QString>\n"_s << QString();
    QTest::newRow("own header by its full path")
        << first << u"src/b/b.cpp"_s << u"#include \"src/b/b.h\"\n"_s << QString();
    QTest::newRow("no own header") << first << u"app/main.cpp"_s << u"#include <QString>\n"_s << QString();

    const FileRule form = alone(rules::drawnForm);
    QTest::newRow("form") << form << u"ui/main_window.ui"_s << u"<ui/>"_s
                          << u"ui/main_window.ui:1: write the form in C++"_s;
    QTest::newRow("no form") << form << u"ui/main_window.cpp"_s << QString() << QString();
}

void TestFileRules::judgesSample()
{
    QFETCH(FileRule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const SourceTree tree({{path, text}, {u"src/b/b.h"_s, {}}});
    QCOMPARE(rule(tree.files().front(), tree).join(u'\n'), expected);
}

void TestFileRules::readsTheTree()
{
    const SourceTree tree = SourceTree::read(QStringLiteral(PULLCORD_SOURCE_DIR));
    for (const QString &path :
         {u"CMakeLists.txt"_s, u"run.sh"_s, u".ci/run"_s, u"src/layers.cmake"_s, u"src/base/clock.h"_s,
          u"tests/rules/test_file_rules.cpp"_s, u"packaging/packages.cmake"_s})
        QVERIFY2(tree.has(path), qPrintable(path));
}

void TestFileRules::sourceTreeHolds_data()
{
    QTest::addColumn<FileRule>("rule");
    QTest::newRow("no file over 400 lines") << alone(rules::tooLong);
    QTest::newRow("licence first") << alone(rules::withoutLicence);
    QTest::newRow("headers guarded") << alone(rules::withoutGuard);
    QTest::newRow("own header first") << FileRule(rules::withoutOwnHeaderFirst);
    QTest::newRow("no .ui files") << alone(rules::drawnForm);
}

void TestFileRules::sourceTreeHolds()
{
    QFETCH(FileRule, rule);
    static const SourceTree tree = SourceTree::read(QStringLiteral(PULLCORD_SOURCE_DIR));
    QStringList found;
    for (const SourceFile &file : tree.files())
        found += rule(file, tree);
    QVERIFY(rules::isEmptyOrTold(found));
}

QTEST_GUILESS_MAIN(TestFileRules)
#include "test_file_rules.moc"
