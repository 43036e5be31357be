// SPDX-License-Identifier: Apache-2.0
// A program that is killed in the middle of its writing loses no row that it was told is written; a second
// program reads meanwhile.
#include "test_journal_support.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using support::JournalFolder;

class TestJournalCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryRowThatAppendReported();
    void isReadByASecondProgramMeanwhile();
};

namespace {

// Lines are complete only with their end: the last one may be cut by the kill.
qint64 lastComplete(const QByteArray &output)
{
    const QByteArray whole = output.left(output.lastIndexOf('\n'));
    return whole.mid(whole.lastIndexOf('\n') + 1).toLongLong();
}

} // namespace

void TestJournalCrash::keepsEveryRowThatAppendReported()
{
    JournalFolder folder;
    qint64 known = 0;
    for (const qint64 rows :
         {20, 300, 150}) { // the second time beyond a checkpoint, the third on what is left
        QProcess writer;
        writer.start(QLatin1String(JOURNAL_WRITER), {folder.path});
        QByteArray output;
        while (lastComplete(output) < known + rows) {
            QVERIFY(writer.waitForReadyRead(30'000));
            output += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(30'000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        output += writer.readAllStandardOutput();
        known = lastComplete(output);

        const auto journal = folder.opened();
        QVERIFY(!journal->setAside());
        QVERIFY(journal->rowCount() >= known);
        const auto verified = journal->verify();
        QVERIFY(verified);
        QVERIFY(verified->ok);
        known = journal->rowCount();
    }
}

void TestJournalCrash::isReadByASecondProgramMeanwhile()
{
    JournalFolder folder;
    QProcess writer;
    writer.start(QLatin1String(JOURNAL_WRITER), {folder.path});
    QVERIFY(writer.waitForReadyRead(30'000));

    journal::Journal reader(folder.clock, folder.redactor);
    QVERIFY(reader.openForReading(folder.path));
    qint64 before = 0;
    for (int round = 0; round < 5; ++round) {
        QTRY_VERIFY(reader.rowCount() > before); // it grows under our eyes
        before = reader.rowCount();
        const auto verified = reader.verify();
        QVERIFY(verified);
        QVERIFY(verified->ok);
        QVERIFY(verified->rows >= before);
    }
    QCOMPARE(writer.state(), QProcess::Running); // reading did not stop it
    writer.kill();
    QVERIFY(writer.waitForFinished(30'000));
}

QTEST_GUILESS_MAIN(TestJournalCrash)
#include "test_journal_crash.moc"
