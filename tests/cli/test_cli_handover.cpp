// SPDX-License-Identifier: Apache-2.0
// A second program of the same user and folder: its cancels go through the one that holds the engine, once
// each, and it prints what became of them; it asks the holder for those without an end. A holder that hangs
// is named within two seconds, and acts on nothing later.
#include "cli/cli_bench.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsThroughTheHolder();
    void joinsWhatTheHolderHasUnderWay();
    void tellsTheHoldersRefusals();
    void stopsAtItsTimeout();
    void namesAHolderThatHangs();
    void saysUnresolvedWhenTheHolderDies();
    void keepsItsSocketPrivate();
    void unresolvedAsksTheHolder_data();
    void unresolvedAsksTheHolder();
    void unresolvedNamesAHolderThatHangs();

private:
    [[nodiscard]] std::unique_ptr<QProcess> startCancel(const QStringList &words) const
    {
        return m_bench->start(QStringList{u"--secrets"_s, m_bench->secretsFile(), u"cancel"_s, u"--yes"_s,
                                          u"--format"_s, u"json"_s} +
                              words);
    }
    [[nodiscard]] Finished cancel(const QStringList &words) const
    {
        return m_bench->with(QStringList{u"cancel"_s, u"--yes"_s, u"--format"_s, u"json"_s} + words);
    }
    /// The holder, with a cancel under way that has no end, or the one that the fault gives it.
    [[nodiscard]] std::unique_ptr<QProcess>
    holder(const QByteArray &fault = R"("do": "receipt_then_nothing")");
    [[nodiscard]] bool hasArrived(int count) const
    {
        return QTest::qWaitFor([&] { return m_venue->cancelCount() >= count; }, 20'000);
    }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
    QStringList m_keys; // two open regular orders
};

void TestCliHandover::init()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue);
    m_keys.clear();
    const auto rows = m_bench->rows();
    for (auto row = rows.begin(); row != rows.end() && m_keys.size() < 2; ++row) {
        const QJsonObject &each = row.value();
        if (each[u"kind"_s] == u"REGULAR"_s && each[u"status"_s] == u"open"_s && each[u"filled"_s] == u"0"_s)
            m_keys << row.key();
    }
    QCOMPARE(m_keys.size(), 2);
}

std::unique_ptr<QProcess> TestCliHandover::holder(const QByteArray &fault)
{
    const QByteArray id = m_keys[0].section(u':', 1, 1).toUtf8();
    if (!m_venue->setFaults(R"({"cancel": {")" + id + R"(": {)" + fault + "}}}"))
        return nullptr;
    auto process = startCancel({m_keys[0], u"--timeout"_s, u"60"_s});
    return hasArrived(1) ? std::move(process) : nullptr;
}

void TestCliHandover::sendsThroughTheHolder()
{
    const auto first = holder();
    QVERIFY(first);
    const Finished second = cancel({m_keys[1]});
    QVERIFY2(second.code == 0, second.story());
    const QJsonObject result = second.object()[u"results"_s][0].toObject();
    QCOMPARE(result[u"key"_s].toString(), m_keys[1]);
    QCOMPARE(result[u"outcome"_s].toString(), u"cancelled"_s);
    QCOMPARE(result[u"attempts"_s].toInt(), 1);
    QVERIFY(!result[u"proved_at"_s].toString().isEmpty());
    QVERIFY(!second.object()[u"batch"_s].toString().isEmpty());
    QCOMPARE(m_venue->cancelCount(m_keys[1].section(u':', 1, 1)), 1);
    // The holder has written it down, and how it was agreed to.
    const Finished exported = m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"json"_s});
    QVERIFY2(exported.out.contains("cli --yes"), exported.story());
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
}

void TestCliHandover::joinsWhatTheHolderHasUnderWay()
{
    const auto first = holder();
    QVERIFY(first);
    const Finished second = cancel({m_keys[0], u"--timeout"_s, u"3"_s});
    QVERIFY2(second.code == 4, second.story());
    QCOMPARE(second.object()[u"results"_s][0][u"outcome"_s].toString(), u"unresolved"_s);
    QCOMPARE(m_venue->cancelCount(), 1); // one request serves both
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
}

void TestCliHandover::tellsTheHoldersRefusals()
{
    const auto first = holder();
    QVERIFY(first);
    const QByteArray id = m_keys[1].section(u':', 1, 1).toUtf8();
    QVERIFY(m_venue->setFaults(R"({"cancel": {")" + id + R"(": {"do": "error_code", "code": 44000}}})"));
    const Finished second = cancel({m_keys[1]});
    QVERIFY2(second.code == 3, second.story());
    QCOMPARE(second.object()[u"results"_s][0][u"outcome"_s].toString(), u"refused"_s);
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
}

// What waits at the holder when the second program's time is over does not leave any more.
void TestCliHandover::stopsAtItsTimeout()
{
    const auto first = holder();
    QVERIFY(first);
    QVERIFY(m_venue->setFaults(R"({"cancel": {"*": {"do": "delay", "after_ms": 5000}}})"));
    const Finished second = cancel({u"--all"_s, u"--timeout"_s, u"2"_s});
    const QJsonObject summary = second.object()[u"summary"_s].toObject();
    QVERIFY2(summary[u"not_sent"_s].toInt() > 0, second.story());
    const QJsonArray results = second.object()[u"results"_s].toArray();
    for (const QJsonValue &result : results) {
        if (result[u"outcome"_s].toString() == u"not_sent"_s)
            QCOMPARE(result[u"attempts"_s].toInt(), 0);
    }
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    static_cast<void>(cli::finish(*first));
    for (const QJsonValue &result : results) {
        if (result[u"outcome"_s].toString() == u"not_sent"_s && result[u"key"_s].toString() != m_keys[0])
            QCOMPARE(m_venue->cancelCount(result[u"key"_s].toString().section(u':', 1, 1)), 0);
    }
}

void TestCliHandover::namesAHolderThatHangs()
{
    const auto first = holder();
    QVERIFY(first);
    const auto pid = static_cast<pid_t>(first->processId());
    ::kill(pid, SIGSTOP);
    const Finished second = cancel({m_keys[1]});
    QVERIFY2(second.code == 5, second.story());
    QVERIFY2(second.err.contains(QByteArray::number(first->processId())), second.story());
    QCOMPARE(second.object()[u"results"_s][0][u"outcome"_s].toString(), u"not_sent"_s);
    ::kill(pid, SIGCONT);
    // Once it wakes up it must not do what its asker was told is not done.
    const Finished third = m_bench->with({u"orders"_s});
    QCOMPARE(third.code, 0);
    QCOMPARE(m_venue->cancelCount(m_keys[1].section(u':', 1, 1)), 0);
    ::kill(pid, SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
    QCOMPARE(m_venue->cancelCount(m_keys[1].section(u':', 1, 1)), 0);
}

void TestCliHandover::saysUnresolvedWhenTheHolderDies()
{
    const auto first = holder();
    QVERIFY(first);
    const QByteArray id = m_keys[1].section(u':', 1, 1).toUtf8();
    QVERIFY(m_venue->setFaults(R"({"cancel": {")" + id + R"(": {"do": "receipt_then_nothing"}}})"));
    const auto second = startCancel({m_keys[1], u"--timeout"_s, u"30"_s});
    QVERIFY(hasArrived(2));
    first->kill();
    QVERIFY(first->waitForFinished());
    const Finished finished = cli::finish(*second);
    QVERIFY2(finished.code == 4, finished.story());
    QCOMPARE(finished.object()[u"results"_s][0][u"outcome"_s].toString(), u"unresolved"_s);
    QCOMPARE(m_venue->cancelCount(QString::fromUtf8(id)), 1);
    // Whoever comes next finds both.
    const Finished unresolved =
        m_bench->with({u"unresolved"_s, u"--timeout"_s, u"1"_s, u"--format"_s, u"json"_s});
    QCOMPARE(unresolved.object()[u"tickets"_s].toArray().size(), 2);
}

void TestCliHandover::keepsItsSocketPrivate()
{
    const auto first = holder();
    QVERIFY(first);
    const QFileInfo socket(m_bench->configDir() + u"/engine.sock"_s);
    QVERIFY(socket.exists());
    QVERIFY(!(socket.permissions() &
              (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    static_cast<void>(cli::finish(*first));
}

void TestCliHandover::unresolvedAsksTheHolder_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("timeout");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("code");
    QTest::newRow("no end") << QByteArray(R"("do": "receipt_then_nothing")") << u"1"_s << u"unresolved"_s
                            << 4;
    QTest::newRow("an end comes") << QByteArray(R"("do": "receipt_then_cancel", "after_ms": 4000)") << u"40"_s
                                  << u"cancelled"_s << 0;
}

void TestCliHandover::unresolvedAsksTheHolder()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, timeout);
    QFETCH(QString, outcome);
    QFETCH(int, code);
    const auto first = holder(fault);
    QVERIFY(first);
    // Without secrets: it is the holder who asks the broker.
    const Finished second =
        m_bench->run({u"unresolved"_s, u"--format"_s, u"json"_s, u"--timeout"_s, timeout});
    QVERIFY2(second.code == code, second.story());
    const QJsonArray tickets = second.object()[u"tickets"_s].toArray();
    QVERIFY2(tickets.size() == 1, second.story());
    const QJsonObject ticket = tickets[0].toObject();
    QCOMPARE(ticket[u"key"_s].toString(), m_keys[0]);
    QCOMPARE(ticket[u"outcome"_s].toString(), outcome);
    QCOMPARE(ticket[u"why"_s].toString(), code == 0 ? QString() : u"timeout"_s);
    QCOMPARE(ticket[u"attempts"_s].toInt(), 1);
    QVERIFY(!ticket[u"receipt_at"_s].toString().isEmpty());
    QCOMPARE(m_venue->cancelCount(), 1);
    if (code != 0) {
        QVERIFY(first->state() == QProcess::Running); // whoever looks on stops nothing
        ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    }
    const Finished ended = cli::finish(*first);
    QVERIFY2(ended.code == code, ended.story());
    QJsonObject own = ended.object()[u"results"_s][0].toObject();
    QCOMPARE(ticket[u"batch"_s], ended.object()[u"batch"_s]);
    for (const QString &field :
         {u"key"_s, u"outcome"_s, u"attempts"_s, u"filled"_s, u"venue_message"_s, u"venue_code"_s,
          u"asked_at"_s, u"sent_at"_s, u"receipt_at"_s, u"proved_at"_s})
        QCOMPARE(ticket[field], own[field]);
}

void TestCliHandover::unresolvedNamesAHolderThatHangs()
{
    const auto first = holder();
    QVERIFY(first);
    const auto pid = static_cast<pid_t>(first->processId());
    ::kill(pid, SIGSTOP);
    const Finished second = m_bench->run({u"unresolved"_s, u"--format"_s, u"json"_s});
    QVERIFY2(second.code == 5, second.story());
    QVERIFY2(second.err.contains(QByteArray::number(first->processId())), second.story());
    QVERIFY(second.out.isEmpty());
    ::kill(pid, SIGCONT);
    ::kill(pid, SIGTERM);
    QCOMPARE(cli::finish(*first).code, 4);
}

QTEST_GUILESS_MAIN(TestCliHandover)
#include "test_cli_handover.moc"
