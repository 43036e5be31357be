// SPDX-License-Identifier: Apache-2.0
// The running program's memory is kept to itself: no core dump of it, and nobody of the same user may attach.
#include "cli/cli_bench.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class TestCliGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void leavesNoCore();
    void belongsToNobodyElse();

private:
    cli::Bench m_bench;
    std::unique_ptr<QProcess> m_process;
};

void TestCliGuard::init()
{
    // What the program inherits allows a core, so that it is the program that forbids it.
    rlimit most{};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &most), 0);
    if (most.rlim_max == 0)
        QSKIP("no core dumps on this system anyway");
    most.rlim_cur = most.rlim_max;
    QCOMPARE(::setrlimit(RLIMIT_CORE, &most), 0);
    m_process = m_bench.start({u"practice"_s, u"--still"_s});
    QVERIFY(!cli::lineWith(*m_process, "ws_url").isEmpty());
}

void TestCliGuard::cleanup()
{
    if (!m_process)
        return;
    m_process->terminate();
    QVERIFY(m_process->waitForFinished());
}

void TestCliGuard::leavesNoCore()
{
    QFile limits(u"/proc/%1/limits"_s.arg(m_process->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QByteArray core;
    for (const QByteArray &line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size"))
            core = line.simplified();
    }
    QCOMPARE(core, "Max core file size 0 0 bytes");
}

void TestCliGuard::belongsToNobodyElse()
{
    if (::geteuid() == 0)
        QSKIP("root may look into every process");
    // The kernel gives the files of a process that must not be dumped to root.
    struct stat status = {};
    QCOMPARE(
        ::stat(QFile::encodeName(u"/proc/%1/environ"_s.arg(m_process->processId())).constData(), &status), 0);
    QCOMPARE(status.st_uid, uid_t(0));
}

QTEST_GUILESS_MAIN(TestCliGuard)
#include "test_cli_guard.moc"
