// SPDX-License-Identifier: Apache-2.0
// Wrong words end with exit code 2, a reason on standard error, and nothing on standard output.
#include "cli/cli_bench.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void helps_data();
    void helps();
    void saysThatOutputIsLost();
};

void TestCliUsage::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    const auto add = [](const char *name, const QString &line) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
    };
    add("no command", {});
    add("unknown command", u"order"_s);
    add("unknown option", u"orders --filters x"_s);
    add("orders with a word", u"orders INFY"_s);
    add("orders in a wrong format", u"orders --format xml"_s);
    add("orders in a wrong state", u"orders --state pending"_s);
    add("orders of no such connection", u"orders --connection nowhere"_s);
    add("orders with a filter on no field", u"orders --filter colour:red"_s);
    add("orders with an empty filter", u"orders --filter="_s);
    add("history of nothing", u"history"_s);
    add("history of two", u"history a:1 a:2"_s);
    add("history of no KEY", u"history 1"_s);
    add("history at no such connection", u"history nowhere:1"_s);
    add("cancel of nothing", u"cancel --yes"_s);
    add("cancel by KEY and all", u"cancel a:1 --all --yes"_s);
    add("cancel by filter and all", u"cancel --filter x --all --yes"_s);
    add("cancel with an empty filter", u"cancel --filter= --yes"_s);
    add("cancel with a filter that does not parse", u"cancel --filter price>high --yes"_s);
    add("cancel with two filters", u"cancel --filter a --filter b --yes"_s);
    add("cancel of no KEY", u"cancel INFY --yes"_s);
    add("cancel at no such connection", u"cancel nowhere:1 --yes"_s);
    add("cancel elsewhere", u"cancel a:1 --connection b --yes"_s);
    add("cancel in a wrong format", u"cancel --all --yes --format csv"_s);
    add("cancel without time", u"cancel --all --yes --timeout 0"_s);
    add("cancel with a wordy time", u"cancel --all --yes --timeout soon"_s);
    add("cancel without a terminal to ask at", u"cancel --all"_s);
    add("watch with a word", u"watch INFY"_s);
    add("watch as csv", u"watch --format csv"_s);
    add("journal alone", u"journal"_s);
    add("journal of no kind", u"journal burn"_s);
    add("journal since no time", u"journal list --since yesterday"_s);
    add("journal export as a table", u"journal export --format table"_s);
    add("unresolved with a word", u"unresolved a:1"_s);
    add("practice with a word", u"practice now"_s);
    add("practice at no port", u"practice --port 70000"_s);
    add("practice with fewer than no orders", u"practice --orders -1"_s);
    add("practice with no such plan", u"practice --faults /nowhere/plan.json"_s);
    add("connections alone", u"connections"_s);
    add("connections of no kind", u"connections show"_s);
    add("connections list with a word", u"connections list a"_s);
    add("connections remove without a name", u"connections remove"_s);
    add("connections remove of none", u"connections remove nowhere"_s);
    add("connections check of none", u"connections check nowhere"_s);
    add("still without practice", u"orders --still"_s);
    add("practice connections are not changed", u"--practice connections remove pocketful"_s);
}

void TestCliUsage::refuses()
{
    QFETCH(QStringList, words);
    const cli::Bench bench;
    const cli::Finished finished = bench.run(words);
    QVERIFY2(finished.code == 2, finished.story());
    QVERIFY2(finished.out.isEmpty(), finished.story());
    QVERIFY(!finished.err.isEmpty());
    const bool isFarIn = words.contains(u"nowhere:1"_s); // found out when the engine is open
    QVERIFY2(isFarIn || QDir(bench.configDir()).isEmpty(), "a wrong call must leave nothing behind");
}

void TestCliUsage::helps_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{u"--help"_s} << "Exit codes"_ba;
    QTest::newRow("h") << QStringList{u"-h"_s} << "Exit codes"_ba;
    QTest::newRow("the word") << QStringList{u"help"_s} << "Exit codes"_ba;
    QTest::newRow("a command") << QStringList{u"cancel"_s, u"--help"_s} << "--allow-trade"_ba;
    QTest::newRow("version") << QStringList{u"--version"_s} << "pullcord-cli "_ba;
}

void TestCliUsage::helps()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    const cli::Finished finished = cli::Bench().run(words);
    QCOMPARE(finished.code, 0);
    QVERIFY2(finished.out.contains(says), finished.story());
    QVERIFY(finished.err.isEmpty());
}

void TestCliUsage::saysThatOutputIsLost()
{
    const cli::Bench bench;
    QProcess process;
    process.setProcessEnvironment(bench.environment);
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(PULLCORD_CLI), {u"--config-dir"_s, bench.configDir(), u"--version"_s});
    const cli::Finished finished = cli::finish(process);
    QVERIFY2(finished.code == 1, finished.story());
    QVERIFY2(finished.err.contains("could not be written"), finished.story());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "test_cli_usage.moc"
