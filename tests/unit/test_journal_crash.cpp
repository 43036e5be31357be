// SPDX-License-Identifier: Apache-2.0
// A program that is killed in the middle of its writing loses no row that it was told is written; a second
// program reads meanwhile.
#include "test_journal_support.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;
using support::JournalFolder;

class TestJournalCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryRowThatAppendReported();
    void isReadByASecondProgramMeanwhile();
    void aReaderTakesBackWhatWasHalfDone();
    void aReaderSaysEachTimeWhatIsWrong();
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

// As a program is killed that changes the file's mode, or one of a time before it had that: pages of a
// transaction without its end lie in the file, and the old ones beside it.
void TestJournalCrash::aReaderTakesBackWhatWasHalfDone()
{
    JournalFolder folder;
    folder.write(3);
    const QString other = folder.folder.filePath(u"killed.db"_s);
    {
        auto writer = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"killed"_s);
        writer.setDatabaseName(folder.path);
        QVERIFY(writer.open());
        QSqlQuery query(writer);
        for (const char *each :
             {"PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 1", "BEGIN", "CREATE TABLE more (bytes)",
              "INSERT INTO more VALUES (randomblob(1000000))"})
            QVERIFY2(query.exec(QLatin1StringView(each)), qPrintable(query.lastError().text()));
        QVERIFY(QFile::copy(folder.path, other));
        QVERIFY(QFile::copy(folder.path + u"-journal"_s, other + u"-journal"_s));
        query.finish();
        writer.close();
    }
    QSqlDatabase::removeDatabase(u"killed"_s);
    QVERIFY(QFile::copy(folder.path + u".anchor"_s, other + u".anchor"_s));

    journal::Journal reader(folder.clock, folder.redactor);
    const auto opened = reader.openForReading(other);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text));
    QCOMPARE(reader.rowCount(), 3);
    const auto verified = reader.verify();
    QVERIFY(verified && verified->ok);
}

void TestJournalCrash::aReaderSaysEachTimeWhatIsWrong()
{
    JournalFolder folder;
    QVERIFY(QDir().mkpath(QFileInfo(folder.path).path()));
    QFile file(folder.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no journal, but words") > 0);
    file.close();
    journal::Journal reader(folder.clock, folder.redactor);
    const auto opened = reader.openForReading(folder.path);
    QVERIFY(!opened);
    QVERIFY(reader.isOpen());
    const auto verified = reader.verify();
    QVERIFY(!verified);
    QCOMPARE(verified.error().text, opened.error().text);
}

QTEST_GUILESS_MAIN(TestJournalCrash)
#include "test_journal_crash.moc"
