// SPDX-License-Identifier: Apache-2.0
// `watch`: one line for every change, those of another program's cancels too.
#include "cli/cli_bench.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class TestCliWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatChanges();
    void printsWords();
    void endsWhenNobodyReads();
    void tellsThatABookFailed();
    void callsNoBookFailedBeforeItIsRead();

private:
    [[nodiscard]] std::unique_ptr<QProcess> watch(const QStringList &words) const
    {
        // Pace: it may be asked often enough to see changes soon.
        return m_bench->start(QStringList{u"--secrets"_s, m_bench->secretsFile(), u"watch"_s} + words);
    }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
};

void TestCliWatch::init()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue, {u"pace"_s});
    m_bench->keepsCounters = true;
}

void TestCliWatch::tellsWhatChanges()
{
    const auto process = watch({u"--format"_s, u"json"_s});
    const QStringList lineFields{u"event"_s, u"key"_s, u"row"_s, u"time"_s};
    const QJsonObject added = QJsonDocument::fromJson(cli::lineWith(*process, "IDEA-EQ")).object();
    QCOMPARE(added.keys(), lineFields);
    QCOMPARE(added[u"event"_s].toString(), u"added"_s);
    QCOMPARE(added[u"row"_s].toObject().size(), 27);
    QCOMPARE(added[u"row"_s][u"key"_s], added[u"key"_s]);
    const QString key = added[u"key"_s].toString();

    QCOMPARE(m_bench->with({u"cancel"_s, key, u"--yes"_s}).code, 0);
    bool sawTicket = false;
    bool sawRow = false;
    while (!sawTicket || !sawRow) {
        const QByteArray line = cli::lineWith(*process, key.toUtf8(), 40'000);
        QVERIFY2(!line.isEmpty(), "the cancel was not told");
        const QJsonObject change = QJsonDocument::fromJson(line).object();
        QCOMPARE(change.keys(), lineFields);
        const QJsonObject row = change[u"row"_s].toObject();
        sawTicket = sawTicket || (change[u"event"_s] == u"ticket"_s && row[u"outcome"_s] == u"cancelled"_s);
        sawRow = sawRow || (change[u"event"_s] == u"changed"_s && row[u"status"_s] == u"cancelled"_s);
    }
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QCOMPARE(cli::finish(*process).code, 0);
}

void TestCliWatch::printsWords()
{
    const auto process = watch({});
    const QByteArray line = cli::lineWith(*process, "IDEA-EQ");
    QVERIFY2(line.contains("  added  pace:"), line);
    ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
    QCOMPARE(cli::finish(*process).code, 0);
}

void TestCliWatch::endsWhenNobodyReads()
{
    QProcess process;
    process.setProcessEnvironment(m_bench->environment);
    const QString call = u"set -o pipefail; \"$0\" --config-dir \"$1\" --secrets \"$2\" watch | head -n 1"_s;
    process.start(u"bash"_s, {u"-c"_s, call, QStringLiteral(PULLCORD_CLI), m_bench->configDir(),
                              m_bench->secretsFile()});
    QVERIFY(process.waitForReadyRead(40'000)); // the one line that is read
    QVERIFY(
        m_venue->setFaults(R"({"list": {"*": {"do": "status", "status": 500}}})")); // there is more to say
    QCOMPARE(cli::finish(process).code, 1);
}

void TestCliWatch::tellsThatABookFailed()
{
    const auto process = watch({u"--format"_s, u"json"_s});
    QVERIFY(!cli::lineWith(*process, "IDEA-EQ").isEmpty());
    QVERIFY(m_venue->setFaults(R"({"list": {"*": {"do": "status", "status": 500}}})"));
    for (;;) {
        const QByteArray line = cli::lineWith(*process, "\"event\":\"connection\"", 40'000);
        QVERIFY2(!line.isEmpty(), "the failure was not told");
        const QJsonObject change = QJsonDocument::fromJson(line).object();
        QCOMPARE(change[u"key"_s].toString(), u"pace"_s);
        if (change[u"row"_s][u"state"_s] == u"failed"_s && !change[u"row"_s][u"error"_s].isNull())
            break;
    }
    process->kill();
    QVERIFY(process->waitForFinished());
}

void TestCliWatch::callsNoBookFailedBeforeItIsRead()
{
    const auto process = watch({u"--format"_s, u"json"_s});
    const QByteArray line = cli::lineWith(*process, "\"event\":\"connection\"");
    QVERIFY(!line.isEmpty());
    const QJsonObject change = QJsonDocument::fromJson(line).object();
    QCOMPARE(change[u"row"_s][u"state"_s].toString(), u"polling"_s);
    QVERIFY(change[u"row"_s][u"error"_s].isNull());
    process->kill();
    QVERIFY(process->waitForFinished());
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "test_cli_watch.moc"
