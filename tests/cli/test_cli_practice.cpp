// SPDX-License-Identifier: Apache-2.0
// `practice` as a server, and --practice inside the program.
#include "cli/cli_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstLineHasEverything();
    void stopsWhenTold();
    void takesOptions();
    void takesFaults();
    void refusesBadFaults();
    void takenPortIsAnError();
    void answersAsItsDocumentsSay();
    void practiceInside();
    void practiceIsNotTheUsers();
};

void TestCliPractice::firstLineHasEverything()
{
    const cli::PracticeProcess venue;
    QCOMPARE(venue.credentials().keys(),
             QStringList({u"account_id"_s, u"api_key"_s, u"api_secret"_s, u"client_id"_s, u"oms_id"_s,
                          u"password"_s, u"token"_s, u"url"_s, u"user"_s, u"user_id"_s, u"ws_url"_s}));
    QCOMPARE(QUrl(venue.url()).host(), u"127.0.0.1"_s);
    QVERIFY(venue.credentials()[u"account_id"_s].isDouble());
    QVERIFY(!venue.token().isEmpty());
    const cli::PracticeProcess other;
    QVERIFY2(venue.token() != other.token(), "new at each start");
}

void TestCliPractice::stopsWhenTold()
{
    cli::PracticeProcess venue;
    QVERIFY(!venue.url().isEmpty());
    QCOMPARE(venue.stop(), 0);
}

void TestCliPractice::takesOptions()
{
    const cli::PracticeProcess venue({u"--still"_s, u"--orders"_s, u"7"_s, u"--seed"_s, u"5"_s});
    cli::Bench bench;
    bench.connectTo(venue);
    const Finished finished = bench.with({u"orders"_s, u"--format"_s, u"json"_s});
    QCOMPARE(finished.object()[u"orders"_s].toArray().size(), 7);
}

void TestCliPractice::takesFaults()
{
    const cli::Bench folder;
    QFile plan(folder.path(u"plan.json"_s));
    QVERIFY(plan.open(QIODevice::WriteOnly));
    plan.write(R"({"list": {"*": {"do": "status", "status": 500}}})");
    plan.close();
    const cli::PracticeProcess venue({u"--still"_s, u"--faults"_s, plan.fileName()});
    cli::Bench bench;
    bench.connectTo(venue);
    QCOMPARE(bench.with({u"orders"_s}).code, 6);
    QVERIFY(venue.setFaults("{}"));
    QCOMPARE(bench.with({u"orders"_s}).code, 0);
}

void TestCliPractice::refusesBadFaults()
{
    const cli::Bench bench;
    QFile plan(bench.path(u"plan.json"_s));
    QVERIFY(plan.open(QIODevice::WriteOnly));
    plan.write(R"({"cancel": {"*": {"do": "explode"}}})");
    plan.close();
    const Finished finished = bench.run({u"practice"_s, u"--faults"_s, plan.fileName()});
    QVERIFY2(finished.code == 2 && finished.out.isEmpty(), finished.story());
    QVERIFY(finished.err.contains("explode"));
}

void TestCliPractice::takenPortIsAnError()
{
    const cli::PracticeProcess venue;
    const Finished finished =
        cli::Bench().run({u"practice"_s, u"--port"_s, QString::number(QUrl(venue.url()).port())});
    QVERIFY2(finished.code == 1 && finished.out.isEmpty(), finished.story());
}

void TestCliPractice::answersAsItsDocumentsSay()
{
    const cli::PracticeProcess venue;
    cli::Bench bench;
    bench.connectTo(venue);
    const QString key = bench.keyWhere({{u"kind"_s, u"REGULAR"_s}, {u"status"_s, u"open"_s}});
    const QString id = key.section(u':', 1, 1);
    const QString query = u"?client_id=PKT1042&execution_type=REGULAR"_s;
    const QJsonObject taken =
        QJsonDocument::fromJson(venue.request("DELETE", u"/api/v1/orders/"_s + id + query)).object();
    QCOMPARE(taken[u"status"_s].toString(), u"success"_s);
    QCOMPARE(taken[u"data"_s][u"oms_order_id"_s].toString(), id);
    QCOMPARE(venue.cancelCount(id), 1);
}

void TestCliPractice::practiceInside()
{
    const cli::Bench bench;
    const QStringList practice{u"--practice"_s, u"--still"_s};
    const Finished orders = bench.run(practice + QStringList{u"orders"_s, u"--format"_s, u"json"_s});
    QVERIFY2(orders.code == 0, orders.story());
    QVERIFY(orders.object()[u"orders"_s].toArray().size() >= 120);
    const Finished cancel = bench.run(practice + QStringList{u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s,
                                                             u"--yes"_s, u"--format"_s, u"json"_s});
    QVERIFY2(cancel.code == 0, cancel.story());
    QVERIFY(cancel.object()[u"summary"_s][u"cancelled"_s].toInt() >= 2);
    // It moves by itself unless told otherwise, and is good for a cancel all the same.
    QCOMPARE(bench.run({u"--practice"_s, u"orders"_s}).code, 0);
}

void TestCliPractice::practiceIsNotTheUsers()
{
    const cli::PracticeProcess venue;
    cli::Bench bench;
    bench.connectTo(venue);
    const Finished finished =
        bench.run({u"--practice"_s, u"--still"_s, u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--yes"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QCOMPARE(venue.cancelCount(), 0);
    QCOMPARE(QDir(bench.configDir()).entryList(QDir::Files), QStringList{u"connections.json"_s});
}

QTEST_GUILESS_MAIN(TestCliPractice)
#include "test_cli_practice.moc"
