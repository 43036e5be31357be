// SPDX-License-Identifier: Apache-2.0
// `connections` without a keychain: adding, listing, removing, checking, and what is not taken.
#include "cli/cli_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAndRemoves();
    void takesEveryBrokersAddress_data();
    void takesEveryBrokersAddress();
    void refuses_data();
    void refuses();
    void neverReplaces();
    void keepsWithoutSecret();
    void checks();
    void checkTellsSignedOutFromUnreachable();
    void listsTheSecretsOfThisRun();
    void practiceHasItsOwn();
};

void TestCliConnections::addsAndRemoves()
{
    const cli::Bench bench;
    const Finished added = bench.run(
        {u"connections"_s, u"add"_s, u"My.Desk-1_x"_s, u"--broker"_s, u"pace"_s, u"--client-id"_s, u"PAC1"_s},
        "the.secret.token\n");
    QVERIFY2(added.code == 0, added.story());
    QVERIFY2(added.err.contains("Warning"), "there is no keychain here");
    QVERIFY(added.out.isEmpty());

    const Finished listed = bench.run({u"connections"_s, u"list"_s});
    QCOMPARE(listed.code, 0);
    QCOMPARE(listed.array(), QJsonArray({QJsonObject{{u"name"_s, u"My.Desk-1_x"_s},
                                                     {u"broker"_s, u"pace"_s},
                                                     {u"url"_s, u"https://pacetrader.pacefin.in"_s},
                                                     {u"client_id"_s, u"PAC1"_s},
                                                     {u"account_id"_s, QJsonValue()},
                                                     {u"has_secret"_s, false}}}));
    const QString file = bench.configDir() + u"/connections.json"_s;
    QCOMPARE(QFile::permissions(file) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(!content.readAll().contains("the.secret"));

    QCOMPARE(bench.run({u"connections"_s, u"remove"_s, u"My.Desk-1_x"_s}).code, 0);
    QVERIFY(bench.run({u"connections"_s, u"list"_s}).array().isEmpty());
    QCOMPARE(bench.run({u"connections"_s, u"remove"_s, u"My.Desk-1_x"_s}).code, 2);
}

void TestCliConnections::takesEveryBrokersAddress_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("url");
    QTest::newRow("pocketful") << QStringList{u"--broker"_s, u"pocketful"_s}
                               << u"https://trade.pocketful.in"_s;
    QTest::newRow("hdfcsky") << QStringList{u"--broker"_s, u"hdfcsky"_s}
                             << u"https://developer.hdfcsky.com"_s;
    QTest::newRow("loopback") << QStringList{u"--broker"_s, u"pace"_s, u"--url"_s, u"http://127.0.0.1:8080"_s}
                              << u"http://127.0.0.1:8080"_s;
    QTest::newRow("localhost") << QStringList{u"--broker"_s, u"pace"_s, u"--url"_s, u"http://localhost:1"_s}
                               << u"http://localhost:1"_s;
    QTest::newRow("IPv6") << QStringList{u"--broker"_s, u"pace"_s, u"--url"_s, u"http://[::1]:1"_s}
                          << u"http://[::1]:1"_s;
    QTest::newRow("alphapoint") << QStringList{u"--broker"_s,     u"alphapoint"_s,
                                               u"--url"_s,        u"wss://api.example.com/WSGateway/"_s,
                                               u"--account-id"_s, u"7"_s,
                                               u"--oms-id"_s,     u"1"_s,
                                               u"--user-id"_s,    u"5"_s}
                                << u"wss://api.example.com/WSGateway/"_s;
}

void TestCliConnections::takesEveryBrokersAddress()
{
    QFETCH(QStringList, options);
    QFETCH(QString, url);
    const cli::Bench bench;
    const Finished added = bench.run(QStringList{u"connections"_s, u"add"_s, u"a"_s} + options, "token\n");
    QVERIFY2(added.code == 0, added.story());
    const QJsonValue listed = bench.run({u"connections"_s, u"list"_s}).array()[0];
    QCOMPARE(listed[u"url"_s].toString(), url);
    QCOMPARE(listed[u"account_id"_s].toString(), options.contains(u"7"_s) ? u"7"_s : QString());
}

void TestCliConnections::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    const auto add = [](const char *name, const QString &connection, const QStringList &options) {
        QTest::newRow(name) << QStringList{u"add"_s, connection} + options;
    };
    const QStringList pace{u"--broker"_s, u"pace"_s};
    add("no broker", u"a"_s, {});
    add("no such broker", u"a"_s, {u"--broker"_s, u"zerodha"_s});
    add("empty name", {}, pace);
    add("blank in the name", u"a b"_s, pace);
    add("colon in the name", u"a:b"_s, pace);
    add("long name", QString(33, u'a'), pace);
    add("other script", u"नाम"_s, pace);
    add("http elsewhere", u"a"_s, pace + QStringList{u"--url"_s, u"http://example.com"_s});
    add("ws elsewhere", u"a"_s, {u"--broker"_s, u"alphapoint"_s, u"--url"_s, u"ws://example.com/"_s});
    add("http at a name like loopback", u"a"_s,
        pace + QStringList{u"--url"_s, u"http://127.0.0.1.example.com"_s});
    add("no address", u"a"_s, pace + QStringList{u"--url"_s, QString()});
    add("a path", u"a"_s, pace + QStringList{u"--url"_s, u"/etc/passwd"_s});
    add("another scheme", u"a"_s, pace + QStringList{u"--url"_s, u"ftp://example.com"_s});
    add("user info", u"a"_s, pace + QStringList{u"--url"_s, u"https://me:hunter2@example.com"_s});
    add("a query", u"a"_s, pace + QStringList{u"--url"_s, u"https://example.com/?token=hunter2"_s});
    add("a fragment", u"a"_s, pace + QStringList{u"--url"_s, u"https://example.com/#hunter2"_s});
    add("alphapoint without address", u"a"_s, {u"--broker"_s, u"alphapoint"_s});
    add("an account that is no number", u"a"_s,
        {u"--broker"_s, u"alphapoint"_s, u"--url"_s, u"wss://e.com"_s, u"--account-id"_s, u"x"_s});
    add("an account id for pace", u"a"_s, pace + QStringList{u"--account-id"_s, u"1"_s});
    add("a CA that is not there", u"a"_s, pace + QStringList{u"--ca-file"_s, u"/nowhere/ca.pem"_s});
    add("a CA that is none", u"a"_s, pace + QStringList{u"--ca-file"_s, u"/etc/passwd"_s});
    add("a CA that is a folder", u"a"_s, pace + QStringList{u"--ca-file"_s, u"/etc"_s});
    add("the secret as a word", u"a"_s, QStringList{u"hunter2"_s} + pace);
    add("the secret as an option", u"a"_s, pace + QStringList{u"--secret"_s, u"hunter2"_s});
    add("secrets of a run", u"a"_s, pace + QStringList{u"--secrets"_s, u"-"_s});
}

void TestCliConnections::refuses()
{
    QFETCH(QStringList, words);
    const cli::Bench bench;
    const Finished finished = bench.run(QStringList{u"connections"_s} + words, "token\n");
    QVERIFY2(finished.code == 2 && finished.out.isEmpty(), finished.story());
    QVERIFY2(!finished.err.contains("hunter2"), finished.story());
    QVERIFY(!QFile::exists(bench.configDir() + u"/connections.json"_s));
}

void TestCliConnections::neverReplaces()
{
    const cli::Bench bench;
    const QStringList add{u"connections"_s, u"add"_s, u"a"_s, u"--broker"_s};
    QCOMPARE(bench.run(add + QStringList{u"pace"_s}, "one\n").code, 0);
    const Finished again = bench.run(add + QStringList{u"pocketful"_s}, "two\n");
    QVERIFY2(again.code == 2, again.story());
    QCOMPARE(bench.run({u"connections"_s, u"list"_s}).array()[0][u"broker"_s].toString(), u"pace"_s);
}

void TestCliConnections::keepsWithoutSecret()
{
    const cli::Bench bench;
    const Finished finished = bench.run({u"connections"_s, u"add"_s, u"a"_s, u"--broker"_s, u"pace"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QVERIFY(finished.err.contains("without a secret"));
}

void TestCliConnections::checks()
{
    cli::PracticeProcess venue;
    cli::Bench bench;
    bench.connectTo(venue, {u"pocketful"_s, u"pace"_s});
    const Finished all = bench.with({u"connections"_s, u"check"_s});
    QVERIFY2(all.code == 0, all.story());
    const QJsonArray checked = all.array();
    QCOMPARE(checked.size(), 2);
    for (const QJsonValue &connection : checked) {
        QCOMPARE(connection.toObject().keys(), QStringList({u"checks"_s, u"name"_s}));
        QVERIFY(connection[u"checks"_s].toArray().size() >= 3);
        for (const QJsonValue &check : connection[u"checks"_s].toArray()) {
            QCOMPARE(check.toObject().keys(), QStringList({u"detail"_s, u"ok"_s, u"what"_s}));
            QVERIFY(check[u"ok"_s].toBool());
        }
    }
    const Finished one = bench.with({u"connections"_s, u"check"_s, u"pace"_s});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.array().size(), 1);
    QCOMPARE(one.array()[0][u"name"_s].toString(), u"pace"_s);
}

void TestCliConnections::checkTellsSignedOutFromUnreachable()
{
    auto venue = std::make_unique<cli::PracticeProcess>();
    cli::Bench bench;
    bench.connectTo(*venue);
    const QJsonObject good{{u"pocketful"_s, venue->credentials()[u"token"_s]}};
    bench.writeSecrets({{u"pocketful"_s, u"wrong"_s}});
    QCOMPARE(bench.with({u"connections"_s, u"check"_s}).code, 5);
    bench.writeSecrets({});
    QCOMPARE(bench.with({u"connections"_s, u"check"_s}).code, 5);
    bench.writeSecrets(good);
    QVERIFY(venue->setFaults(R"({"list": {"*": {"do": "status", "status": 500}}})"));
    QCOMPARE(bench.with({u"connections"_s, u"check"_s}).code, 6);
    venue.reset();
    const Finished gone = bench.with({u"connections"_s, u"check"_s});
    QVERIFY2(gone.code == 6, gone.story());
}

void TestCliConnections::listsTheSecretsOfThisRun()
{
    cli::PracticeProcess venue;
    cli::Bench bench;
    bench.connectTo(venue);
    QCOMPARE(bench.with({u"connections"_s, u"list"_s}).array()[0][u"has_secret"_s].toBool(), true);
    QCOMPARE(bench.run({u"connections"_s, u"list"_s}).array()[0][u"has_secret"_s].toBool(true), false);
}

void TestCliConnections::practiceHasItsOwn()
{
    const cli::Bench bench;
    const Finished finished = bench.run({u"--practice"_s, u"--still"_s, u"connections"_s, u"list"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QStringList names;
    for (const QJsonValue &each : finished.array()) {
        names << each[u"name"_s].toString();
        QVERIFY(each[u"url"_s].toString().contains(u"://127.0.0.1:"_s));
        QVERIFY(each[u"has_secret"_s].toBool());
    }
    for (const QString &name : {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s, u"apex"_s})
        QVERIFY(names.contains(name));
    QVERIFY2(QDir(bench.configDir()).isEmpty(), "practice has a folder of its own");
}

QTEST_GUILESS_MAIN(TestCliConnections)
#include "test_cli_connections.moc"
