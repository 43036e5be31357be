// SPDX-License-Identifier: Apache-2.0
#include "desk/engine_lock.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using desk::EngineLock;

class TestEngineLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHeldByOne();
    void isGivenUpAtItsEnd();
    void eachFolderHasItsOwn();
    void aProgramThatDiesLosesIt();
    void makesTheFolderAndIsPrivate();
    void tellsWhatIsWrongWithTheFolder();
};

void TestEngineLock::isHeldByOne()
{
    const QTemporaryDir dir;
    const auto first = EngineLock::take(dir.path());
    QVERIFY(first.has_value());
    const auto second = EngineLock::take(dir.path());
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().kind, base::ErrorKind::Busy);
    // It says who has it.
    QVERIFY(second.error().text.contains(QCoreApplication::applicationName()));
    QVERIFY(second.error().text.contains(QString::number(QCoreApplication::applicationPid())));
    // Being refused takes nothing away from the holder.
    QVERIFY(!EngineLock::take(dir.path()).has_value());
}

void TestEngineLock::isGivenUpAtItsEnd()
{
    const QTemporaryDir dir;
    for (int i = 0; i < 3; ++i)
        QVERIFY(EngineLock::take(dir.path()).has_value());
}

void TestEngineLock::eachFolderHasItsOwn()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    const auto first = EngineLock::take(one.path());
    const auto second = EngineLock::take(two.path());
    QVERIFY(first.has_value() && second.has_value());
}

void TestEngineLock::aProgramThatDiesLosesIt()
{
    const QTemporaryDir dir;
    QProcess holder;
    holder.start(u"flock"_s,
                 {u"-x"_s, dir.filePath(u"engine.lock"_s), u"sh"_s, u"-c"_s, u"echo held; read line"_s});
    QVERIFY(holder.waitForStarted() && holder.waitForReadyRead());
    QCOMPARE(EngineLock::take(dir.path()).error().kind, base::ErrorKind::Busy);
    holder.closeWriteChannel();
    holder.waitForFinished();
    QVERIFY(EngineLock::take(dir.path()).has_value());
}

void TestEngineLock::makesTheFolderAndIsPrivate()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"deep/er"_s);
    QVERIFY(EngineLock::take(folder).has_value());
    struct stat info
    {
    };
    QCOMPARE(::stat(QFile::encodeName(folder + u"/engine.lock"_s).constData(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 0777), 0600);
}

void TestEngineLock::tellsWhatIsWrongWithTheFolder()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"engine.lock"_s)); // a folder in its place
    const auto lock = EngineLock::take(dir.path());
    QVERIFY(!lock.has_value());
    QCOMPARE(lock.error().kind, base::ErrorKind::Storage);
    QCOMPARE(EngineLock::take(u"/proc/nowhere"_s).error().kind, base::ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(TestEngineLock)
#include "test_engine_lock.moc"
