// SPDX-License-Identifier: Apache-2.0
// A token goes to its broker and nowhere else: not to the terminal, not into the journal, the settings or any
// other file, not even where a broker sends it back.
#include "cli/cli_bench.h"
#include "cli/fixture_broker.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTellsTheToken();
    void anEchoIsCut();

private:
    // Where the secret stands: files by name, outputs by what they answer.
    [[nodiscard]] static QStringList filesWith(const cli::Bench &bench, const QByteArrayList &secrets);
};

QStringList TestCliSecrecy::filesWith(const cli::Bench &bench, const QByteArrayList &secrets)
{
    QStringList found;
    QDirIterator files(bench.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName() == bench.secretsFile() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        for (const QByteArray &secret : secrets) {
            if (content.contains(secret) || content.contains(secret.toBase64()))
                found << file.fileName();
        }
    }
    return found;
}

void TestCliSecrecy::nothingTellsTheToken()
{
    const cli::PracticeProcess venue;
    cli::Bench bench;
    bench.connectTo(venue, {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s});
    const QByteArrayList secrets{venue.token(), venue.credentials()[u"api_key"_s].toString().toUtf8()};
    const QString json = u"json"_s;
    const QString key = bench.keyWhere({{u"connection"_s, u"hdfcsky"_s}, {u"status"_s, u"open"_s}});
    const auto check = [&](const QStringList &words, const QByteArray &input = {}) {
        const bool isAdd = words.contains(u"add"_s);
        const Finished finished = isAdd ? bench.run(words, input) : bench.with(words, input);
        for (const QByteArray &secret : secrets) {
            if (finished.out.contains(secret) || finished.err.contains(secret))
                return false;
        }
        return finished.code >= 0;
    };
    QVERIFY(check({u"orders"_s, u"--format"_s, json}));
    QVERIFY(check({u"history"_s, key, u"--format"_s, json}));
    QVERIFY(check({u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--dry-run"_s, u"--format"_s, json}));
    QVERIFY(check({u"cancel"_s, u"--filter"_s, u"symbol:IDEA*"_s, u"--yes"_s, u"--format"_s, json}));
    QVERIFY(check({u"connections"_s, u"check"_s}));
    QVERIFY(check({u"connections"_s, u"list"_s}));
    QVERIFY(check({u"connections"_s, u"add"_s, u"more"_s, u"--broker"_s, u"pace"_s}, venue.token() + '\n'));
    for (const char *fault : {R"({"do": "status", "status": 401})", R"({"do": "status", "status": 500})",
                              R"({"do": "html"})", R"({"do": "drop_before"})",
                              R"({"do": "status", "status": 302, "location": "http://127.0.0.1:9/"})"}) {
        QVERIFY(venue.setFaults(QByteArray(R"({"cancel": {"*": )") + fault + R"(}, "user": {"*": )" + fault +
                                "}}"));
        QVERIFY(
            check({u"cancel"_s, u"--filter"_s, u"symbol:YESBANK*"_s, u"--yes"_s, u"--timeout"_s, u"1"_s}));
        QVERIFY(check({u"connections"_s, u"check"_s}));
        QVERIFY(venue.setFaults(QByteArray(R"({"list": {"*": )") + fault + R"(}, "history": {"*": )" + fault +
                                "}}"));
        QVERIFY(check({u"orders"_s}));
    }
    QVERIFY(check({u"journal"_s, u"list"_s}));
    QVERIFY(check({u"journal"_s, u"export"_s, u"--format"_s, json}));
    QVERIFY(check({u"unresolved"_s, u"--timeout"_s, u"1"_s, u"--format"_s, json}));
    QCOMPARE(filesWith(bench, secrets), QStringList());
    for (const QJsonValue &arrival : venue.arrivals())
        QVERIFY2(arrival[u"path"_s] != u"/"_s, "nothing follows a redirect");
}

void TestCliSecrecy::anEchoIsCut()
{
    cli::FixtureBroker broker;
    const QString token = u"echoed.secret-token_1"_s;
    broker.pending = {cli::FixtureBroker::row(
        u"1"_s, {{u"rejection_reason"_s, u"bad token %1 sent"_s.arg(token)}, {u"order_status"_s, token}})};
    const cli::Bench bench;
    QFile file(bench.configDir() + u"/connections.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonObject connection{
        {u"name"_s, u"A"_s}, {u"broker"_s, u"pocketful"_s}, {u"url"_s, broker.url().toString()}};
    file.write(
        QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"connections"_s, QJsonArray{connection}}}).toJson());
    file.close();
    QFile secrets(bench.secretsFile());
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    secrets.write(QJsonDocument(QJsonObject{{u"A"_s, token}}).toJson());
    secrets.close();

    for (const QString &format : {u"table"_s, u"json"_s, u"csv"_s}) {
        const Finished finished = bench.with({u"orders"_s, u"--format"_s, format});
        QVERIFY2(finished.code == 0, finished.story());
        QVERIFY2(!finished.out.contains(token.toUtf8()), finished.story());
        QVERIFY(format != "json"_L1 || finished.object()[u"orders"_s].toArray().size() == 1);
    }
    const Finished cancelled = bench.with({u"cancel"_s, u"A:1"_s, u"--yes"_s, u"--timeout"_s, u"1"_s});
    QVERIFY2(!(cancelled.out + cancelled.err).contains(token.toUtf8()), cancelled.story());
    QCOMPARE(filesWith(bench, {token.toUtf8()}), QStringList());
}

QTEST_GUILESS_MAIN(TestCliSecrecy)
#include "test_cli_secrecy.moc"
