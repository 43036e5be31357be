// SPDX-License-Identifier: Apache-2.0
#include "base/process_guard.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

class TestProcessGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forbidsDumpsForGood()
    {
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
        QVERIFY(base::guardProcess());
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
        rlimit limit{1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QVERIFY(base::guardProcess()); // again does no harm
    }
};

QTEST_APPLESS_MAIN(TestProcessGuard)
#include "test_process_guard.moc"
