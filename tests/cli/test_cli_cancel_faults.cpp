// SPDX-License-Identifier: Apache-2.0
// `cancel` when the broker misbehaves: what is known is told, what is not known is unresolved, nothing leaves
// twice.
#include "cli/cli_bench.h"

#include <QDateTime>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using cli::Finished;

namespace {

QJsonObject firstResult(const Finished &finished)
{
    return finished.object()[u"results"_s][0].toObject();
}

} // namespace

class TestCliCancelFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsTheTruth_data();
    void tellsTheTruth();
    void lostAnswerIsUnresolvedAndThenKnown();
    void unresolvedNeedsNothing();
    void unresolvedStaysSo();
    void whatWaitsBehindA401IsNotSent();
    void waitsForRetryAfter();
    void pauseOutlivesTheProgram();
    void interruptTellsWhatLeft();
    void interruptBeforeAnythingLeft();
    void theLockGoesWithTheProgram();
    void readersAreNotKeptOut();
    void killedProgramLeavesNothingUnsaid();

private:
    [[nodiscard]] Finished cancel(const QStringList &words) const
    {
        return m_bench->with(QStringList{u"cancel"_s, u"--yes"_s, u"--format"_s, u"json"_s} + words);
    }
    [[nodiscard]] std::unique_ptr<QProcess> startCancel(const QStringList &words) const
    {
        return m_bench->start(QStringList{u"--secrets"_s, m_bench->secretsFile(), u"cancel"_s, u"--yes"_s,
                                          u"--format"_s, u"json"_s} +
                              words);
    }
    [[nodiscard]] QString openKey() const
    {
        return m_bench->keyWhere(
            {{u"kind"_s, u"REGULAR"_s}, {u"status"_s, u"open"_s}, {u"filled"_s, u"0"_s}});
    }
    [[nodiscard]] bool hasArrived(int count) const
    {
        return QTest::qWaitFor([&] { return m_venue->cancelCount() >= count; }, 20'000);
    }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
};

void TestCliCancelFaults::init()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue);
}

void TestCliCancelFaults::tellsTheTruth_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("timeout");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QJsonValue>("why");
    QTest::addColumn<int>("code");
    const auto add = [](const char *name, const QByteArray &fault, const char *timeout,
                        const QString &outcome, const QJsonValue &why, int code) {
        QTest::newRow(name) << fault << QString::fromLatin1(timeout) << outcome << why << code;
    };
    const QJsonValue none;
    add("acted, no answer", R"({"do": "drop_after"})", "30", u"cancelled"_s, none, 0);
    add("acted, half an answer", R"({"do": "half_reply"})", "30", u"cancelled"_s, none, 0);
    add("acted, an answer that is none", R"({"do": "wrong_json"})", "30", u"cancelled"_s, none, 0);
    add("acted, another order's receipt", R"({"do": "foreign_id"})", "30", u"cancelled"_s, none, 0);
    add("answers late", R"({"do": "delay", "after_ms": 1500})", "30", u"cancelled"_s, none, 0);
    add("cancelled late", R"({"do": "receipt_then_cancel", "after_ms": 3000})", "30", u"cancelled"_s, none,
        0);
    add("part filled, the rest cancelled", R"({"do": "receipt_then_partial_then_cancel", "after_ms": 300})",
        "30", u"cancelled"_s, none, 0);
    add("filled first", R"({"do": "receipt_then_fill", "after_ms": 300})", "30", u"filled"_s, none, 3);
    add("receipt, then rejected", R"({"do": "receipt_then_cancel_rejected", "after_ms": 300})", "30",
        u"refused"_s, u"cancel_rejected"_s, 3);
    add("401", R"({"do": "status", "status": 401})", "30", u"refused"_s, u"signed_out"_s, 3);
    add("403", R"({"do": "status", "status": 403})", "30", u"refused"_s, u"signed_out"_s, 3);
    add("429", R"({"do": "status", "status": 429, "retry_after": 1})", "30", u"refused"_s, u"throttled"_s, 3);
    add("40000", R"({"do": "error_code", "code": 40000})", "30", u"refused"_s, u"not_allowed"_s, 3);
    add("44000", R"({"do": "error_code", "code": 44000})", "30", u"refused"_s, u"refused"_s, 3);
    add("no answer at all, not acted", R"({"do": "drop_before"})", "2", u"unresolved"_s, u"timeout"_s, 4);
    add("receipt and nothing", R"({"do": "receipt_then_nothing"})", "2", u"unresolved"_s, u"timeout"_s, 4);
    add("500", R"({"do": "status", "status": 500})", "2", u"unresolved"_s, u"timeout"_s, 4);
    add("login page", R"({"do": "html"})", "2", u"unresolved"_s, u"timeout"_s, 4);
    add("redirect", R"({"do": "status", "status": 302, "location": "http://127.0.0.1:9/"})", "2",
        u"unresolved"_s, u"timeout"_s, 4);
    add("open for good", R"({"do": "receipt_then_nothing"})", "20", u"unresolved"_s, u"still_live"_s, 4);
}

void TestCliCancelFaults::tellsTheTruth()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, timeout);
    const QString key = openKey();
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": )" + fault + "}}"));
    const Finished finished = cancel({key, u"--timeout"_s, timeout});
    const QJsonObject result = firstResult(finished);
    QFETCH(QString, outcome);
    QFETCH(QJsonValue, why);
    QFETCH(int, code);
    QVERIFY2(finished.code == code && result[u"outcome"_s] == outcome && result[u"why"_s] == why,
             finished.story());
    QCOMPARE(result[u"attempts"_s].toInt(), 1);
    QCOMPARE(m_venue->cancelCount(), 1);
    QVERIFY(!result[u"sent_at"_s].isNull());
    QCOMPARE(result[u"proved_at"_s].isNull(), outcome == "refused"_L1 || outcome == "unresolved"_L1);
    if (outcome == "filled"_L1)
        QCOMPARE(result[u"filled"_s], m_bench->rows()[key][u"quantity"_s]);
}

void TestCliCancelFaults::lostAnswerIsUnresolvedAndThenKnown()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "receipt_then_cancel", "after_ms": 5000}}})"));
    const QString key = openKey();
    const Finished given = cancel({key, u"--timeout"_s, u"1"_s});
    QVERIFY2(given.code == 4, given.story());
    QCOMPARE(firstResult(given)[u"outcome"_s].toString(), u"unresolved"_s);

    const Finished found = m_bench->with({u"unresolved"_s, u"--format"_s, u"json"_s});
    QVERIFY2(found.code == 0, found.story());
    QCOMPARE(found.object().keys(), QStringList{u"tickets"_s});
    const QJsonObject ticket = found.object()[u"tickets"_s][0].toObject();
    QCOMPARE(ticket.keys(), QStringList({u"asked_at"_s, u"attempts"_s, u"batch"_s, u"filled"_s, u"key"_s,
                                         u"outcome"_s, u"proved_at"_s, u"receipt_at"_s, u"sent_at"_s,
                                         u"venue_code"_s, u"venue_message"_s, u"why"_s}));
    QCOMPARE(ticket[u"key"_s].toString(), key);
    QCOMPARE(ticket[u"outcome"_s].toString(), u"cancelled"_s);
    QCOMPARE(ticket[u"batch"_s], given.object()[u"batch"_s]);
    QCOMPARE(m_venue->cancelCount(), 1);

    const Finished again = m_bench->with({u"unresolved"_s, u"--format"_s, u"json"_s});
    QCOMPARE(again.code, 0);
    QVERIFY(again.object()[u"tickets"_s].toArray().isEmpty());
}

void TestCliCancelFaults::unresolvedNeedsNothing()
{
    const Finished finished = cli::Bench().run({u"unresolved"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QVERIFY(finished.object()[u"tickets"_s].isArray());
}

void TestCliCancelFaults::unresolvedStaysSo()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "drop_before"}}})"));
    QCOMPARE(cancel({openKey(), u"--timeout"_s, u"1"_s}).code, 4);
    const Finished finished =
        m_bench->with({u"unresolved"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"1"_s});
    QVERIFY2(finished.code == 4, finished.story());
    QCOMPARE(finished.object()[u"tickets"_s][0][u"outcome"_s].toString(), u"unresolved"_s);
    QCOMPARE(m_venue->cancelCount(), 1);
}

void TestCliCancelFaults::whatWaitsBehindA401IsNotSent()
{
    // Every answer takes its time, so that six are under way and the rest waits.
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "status", "status": 401, "after_ms": 800}}})"));
    const Finished finished = cancel({u"--filter"_s, u"kind:regular exchange:NSE"_s});
    const QJsonObject summary = finished.object()[u"summary"_s].toObject();
    QVERIFY2(finished.code == 3, finished.story());
    QVERIFY2(summary[u"not_sent"_s].toInt() > 0, finished.story());
    QCOMPARE(summary[u"refused"_s].toInt(), m_venue->cancelCount());
    for (const QJsonValue &result : finished.object()[u"results"_s].toArray()) {
        QCOMPARE(result[u"why"_s].toString(), u"signed_out"_s);
        QCOMPARE(result[u"attempts"_s].toInt(), result[u"outcome"_s] == u"not_sent"_s ? 0 : 1);
        QCOMPARE(result[u"sent_at"_s].isNull(), result[u"outcome"_s] == u"not_sent"_s);
    }
}

void TestCliCancelFaults::waitsForRetryAfter()
{
    QVERIFY(m_venue->setFaults(
        R"({"cancel": {"*": {"do": "status", "status": 429, "retry_after": 2, "times": 1, "after_ms": 10}}})"));
    const Finished finished =
        cancel({u"--filter"_s, u"kind:regular exchange:NSE"_s, u"--timeout"_s, u"60"_s});
    QVERIFY2(finished.code == 3, finished.story());
    const QJsonObject summary = finished.object()[u"summary"_s].toObject();
    QCOMPARE(summary[u"refused"_s].toInt(), 1);
    QCOMPARE(summary[u"not_sent"_s].toInt(), 0);
    QVERIFY(summary[u"cancelled"_s].toInt() > 7);
}

void TestCliCancelFaults::pauseOutlivesTheProgram()
{
    m_bench->keepsCounters = true;
    const QString key = openKey();
    QVERIFY(m_venue->setFaults(
        R"({"cancel": {"*": {"do": "status", "status": 429, "retry_after": 4, "times": 1}}})"));
    QCOMPARE(cancel({key}).code, 3);
    const qint64 refused = QDateTime::currentMSecsSinceEpoch();
    const Finished again = cancel({key});
    QVERIFY2(again.code == 0, again.story());
    // Not a timing of ours: the broker said when it will be asked again.
    const QDateTime sent =
        QDateTime::fromString(firstResult(again)[u"sent_at"_s].toString(), Qt::ISODateWithMs);
    QVERIFY2(sent.toMSecsSinceEpoch() - refused > 2000, again.story());
}

void TestCliCancelFaults::interruptTellsWhatLeft()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "silence"}}})"));
    const auto process =
        startCancel({u"--filter"_s, u"kind:regular exchange:NSE"_s, u"--timeout"_s, u"60"_s});
    QVERIFY(hasArrived(6));
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const Finished finished = cli::finish(*process);
    QVERIFY2(finished.code == 4, finished.story());
    const QJsonObject summary = finished.object()[u"summary"_s].toObject();
    QCOMPARE(summary[u"unresolved"_s].toInt(), m_venue->cancelCount());
    QVERIFY2(summary[u"not_sent"_s].toInt() > 0, finished.story());
    for (const QJsonValue &result : finished.object()[u"results"_s].toArray())
        QCOMPARE(result[u"why"_s].toString(), u"stopped"_s);
}

void TestCliCancelFaults::interruptBeforeAnythingLeft()
{
    QVERIFY(m_venue->setFaults(R"({"list": {"*": {"do": "silence"}}})"));
    const auto process = startCancel({u"--all"_s});
    QVERIFY(QTest::qWaitFor([&] { return m_venue->arrivals().size() >= 2; }, 20'000));
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    const Finished finished = cli::finish(*process);
    QVERIFY2(finished.code == 5, finished.story());
    QCOMPARE(m_venue->cancelCount(), 0);
}

void TestCliCancelFaults::theLockGoesWithTheProgram()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "receipt_then_nothing"}}})"));
    const auto first = startCancel({openKey(), u"--timeout"_s, u"60"_s});
    QVERIFY(hasArrived(1));
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
    QVERIFY(m_venue->setFaults("{}"));
    QCOMPARE(cancel({u"--filter"_s, u"symbol:YESBANK*"_s}).code, 0);
}

void TestCliCancelFaults::readersAreNotKeptOut()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "receipt_then_nothing"}}})"));
    const QString key = openKey();
    const auto first = startCancel({key, u"--timeout"_s, u"60"_s});
    QVERIFY(hasArrived(1));
    QCOMPARE(m_bench->with({u"orders"_s}).code, 0);
    QCOMPARE(m_bench->run({u"journal"_s, u"list"_s}).code, 0);
    QCOMPARE(m_bench->run({u"journal"_s, u"verify"_s}).code, 0);
    const Finished exported = m_bench->run({u"journal"_s, u"export"_s});
    QVERIFY2(exported.code == 0 && exported.err.contains("not noted"), exported.story());
    QCOMPARE(m_bench->with({u"cancel"_s, key, u"--dry-run"_s}).code, 0);
    ::kill(static_cast<pid_t>(first->processId()), SIGINT);
    QCOMPARE(cli::finish(*first).code, 4);
}

void TestCliCancelFaults::killedProgramLeavesNothingUnsaid()
{
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "drop_after", "after_ms": 300}}})"));
    const QString key = openKey();
    const auto process = startCancel({key});
    QVERIFY(hasArrived(1));
    process->kill();
    QVERIFY(process->waitForFinished());
    const Finished found = m_bench->with({u"unresolved"_s, u"--format"_s, u"json"_s});
    QVERIFY2(found.code == 0, found.story());
    QCOMPARE(found.object()[u"tickets"_s][0][u"key"_s].toString(), key);
    QCOMPARE(found.object()[u"tickets"_s][0][u"outcome"_s].toString(), u"cancelled"_s);
    QCOMPARE(m_venue->cancelCount(), 1);
}

QTEST_GUILESS_MAIN(TestCliCancelFaults)
#include "test_cli_cancel_faults.moc"
