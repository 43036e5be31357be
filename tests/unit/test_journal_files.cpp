// SPDX-License-Identifier: Apache-2.0
// Opening: which files are made and with which rights, which are moved out of the way, which are refused.
#include "test_journal_support.h"

#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using support::JournalFolder;

Q_DECLARE_METATYPE(mode_t)

class TestJournalFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingPrivate_data();
    void keepsEverythingPrivate();
    void tightensLooseRights();
    void setsBrokenFilesAside_data();
    void setsBrokenFilesAside();
    void setsAsideWithEverythingThatBelongsToIt();
    void setsLeftOverCompanionsAside();
    void beginsInAnEmptyFile();
    void refusesANewerFile();
    void refusesAHeldFile();
    void refusesAFolderThatCannotBeMade();
    void readsWithoutWriting();
    void readsWhatACrashLeftAndChangesNothing();
    void neverCreatesForReading();
    void neverSetsAsideForReading_data();
    void neverSetsAsideForReading();
    void readsWhileAnotherWrites();
    void answersWhenNothingIsOpen();
};

namespace {

int modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("A file could not be prepared");
}

const QStringList dropTriggers{u"DROP TRIGGER rows_never_change"_s, u"DROP TRIGGER rows_never_go"_s,
                               u"DROP TRIGGER meta_never_changes"_s, u"DROP TRIGGER meta_never_goes"_s};

} // namespace

void TestJournalFiles::keepsEverythingPrivate_data()
{
    QTest::addColumn<mode_t>("mask");
    QTest::newRow("usual") << mode_t(022);
    QTest::newRow("none") << mode_t(0);
    QTest::newRow("odd") << mode_t(0277);
}

void TestJournalFiles::keepsEverythingPrivate()
{
    QFETCH(mode_t, mask);
    JournalFolder folder;
    const mode_t before = ::umask(mask);
    const auto journal = folder.opened();
    const bool isAppended = journal->append(JournalFolder::entry(u"x"_s)).has_value();
    const bool isReserved = journal->reserve(1).has_value();
    ::umask(before);
    QVERIFY(isAppended && isReserved);
    QCOMPARE(modeOf(QFileInfo(folder.path).path()), 0700);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u".reserve"_s})
        QCOMPARE(modeOf(folder.path + ending), 0600);
}

void TestJournalFiles::tightensLooseRights()
{
    JournalFolder folder;
    folder.write(1);
    QVERIFY(QFile::setPermissions(folder.path, QFile::Permissions(0x6644)));
    QCOMPARE(modeOf(folder.path), 0644);
    const auto journal = folder.opened();
    QCOMPARE(modeOf(folder.path), 0600);
}

void TestJournalFiles::setsBrokenFilesAside_data()
{
    QTest::addColumn<QStringList>("damage"); // SQL over a sound journal of 5 rows
    QTest::addColumn<QByteArray>("content"); // or a file that is something else
    const auto sql = [](const char *name, const QStringList &statements) {
        QTest::newRow(name) << dropTriggers + statements << QByteArray();
    };
    sql("last row changed", {u"UPDATE rows SET text = 'x' WHERE seq = 5"_s});
    sql("hash changed", {u"UPDATE rows SET hash = substr(hash, 2) || '~' WHERE seq = 5"_s});
    sql("gap", {u"DELETE FROM rows WHERE seq = 3"_s});
    sql("first rows gone", {u"DELETE FROM rows WHERE seq < 3"_s});
    sql("identity gone", {u"DELETE FROM meta"_s});
    sql("identity changed", {u"UPDATE meta SET value = 'x'"_s});
    sql("table gone", {u"DROP TABLE rows"_s});
    sql("not ours any more", {u"PRAGMA application_id = 7"_s});
    const auto file = [](const char *name, const QByteArray &content) {
        QTest::newRow(name) << QStringList() << content;
    };
    file("text", "not a database, but long enough to be looked at as one\n"_ba.repeated(20));
    file("short", "xy"_ba);
    file("header only", "SQLite format 3\0"_ba + QByteArray(84, '\0'));
    file("zeros", QByteArray(8192, '\0'));
}

void TestJournalFiles::setsBrokenFilesAside()
{
    QFETCH(QStringList, damage);
    QFETCH(QByteArray, content);
    JournalFolder folder;
    if (damage.isEmpty()) {
        writeContent(folder.path, content);
    } else {
        folder.write(5);
        support::runSql(folder.path, damage);
        content = contentOf(folder.path);
    }
    const auto journal = folder.opened();
    QVERIFY(journal->setAside());
    QCOMPARE(*journal->setAside(), folder.path + u".broken-20240315T053000.000Z"_s);
    QCOMPARE(contentOf(*journal->setAside()), content); // evidence is kept as it was
    QCOMPARE(journal->rowCount(), 0);
    QVERIFY(journal->append(JournalFolder::entry(u"anew"_s)));
}

void TestJournalFiles::setsAsideWithEverythingThatBelongsToIt()
{
    JournalFolder folder;
    folder.write(3);
    support::runSql(folder.path, dropTriggers + QStringList{u"UPDATE rows SET text = 'x' WHERE seq = 3"_s});
    // A reader keeps the companions alive beyond the writer.
    auto reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
    reader.setDatabaseName(folder.path);
    QVERIFY(reader.open());
    QVERIFY(reader.exec(u"SELECT count(*) FROM rows"_s).next());
    QVERIFY(QFileInfo::exists(folder.path + u"-wal"_s));

    const auto journal = folder.opened();
    QVERIFY(journal->setAside());
    QVERIFY(QFileInfo::exists(*journal->setAside() + u"-wal"_s));
    reader.close();
    reader = {};
    QSqlDatabase::removeDatabase(u"reader"_s);
    // What was set aside is still a database with its rows in it.
    QCOMPARE(support::runSql(*journal->setAside(), {u"SELECT count(*) FROM rows"_s}),
             (QList<QVariantList>{{3}}));

    // A second one at the same moment gets a name of its own.
    const QString first = *journal->setAside();
    JournalFolder second;
    writeContent(second.path, "broken"_ba);
    writeContent(second.path + u".broken-20240315T053000.000Z"_s, "older"_ba);
    QCOMPARE(*second.opened()->setAside(), second.path + u".broken-20240315T053000.000Z-2"_s);
    QCOMPARE(contentOf(second.path + u".broken-20240315T053000.000Z"_s), "older"_ba);
}

void TestJournalFiles::setsLeftOverCompanionsAside()
{
    JournalFolder folder;
    writeContent(folder.path + u"-wal"_s, "left over"_ba);
    const auto journal = folder.opened();
    QVERIFY(journal->setAside());
    QCOMPARE(contentOf(*journal->setAside() + u"-wal"_s), "left over"_ba);
    QVERIFY(journal->isWritable());
}

void TestJournalFiles::beginsInAnEmptyFile()
{
    JournalFolder folder;
    writeContent(folder.path, QByteArray());
    const auto journal = folder.opened();
    QVERIFY(!journal->setAside());
    QVERIFY(journal->append(JournalFolder::entry(u"x"_s)));
}

void TestJournalFiles::refusesANewerFile()
{
    JournalFolder folder;
    folder.write(1);
    support::runSql(folder.path, {u"PRAGMA user_version = 3"_s});
    const QByteArray before = contentOf(folder.path);
    journal::Journal journal(folder.clock, folder.redactor);
    for (const auto &opened : {journal.open(folder.path), journal.openForReading(folder.path)}) {
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == base::ErrorKind::Storage);
        QVERIFY(opened.error().text.contains(u"newer Pullcord"_s));
    }
    QVERIFY(!journal.setAside());
    QCOMPARE(contentOf(folder.path), before);
}

void TestJournalFiles::refusesAHeldFile()
{
    JournalFolder folder;
    folder.write(1);
    auto holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
    holder.setDatabaseName(folder.path);
    QVERIFY(holder.open());
    QVERIFY(QSqlQuery(holder).exec(u"BEGIN IMMEDIATE"_s));
    {
        journal::Journal journal(folder.clock, folder.redactor);
        const auto opened = journal.open(folder.path);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == base::ErrorKind::Busy);
        QVERIFY(!journal.setAside());
        QVERIFY(!journal.isWritable());
    }
    holder.close();
    holder = {};
    QSqlDatabase::removeDatabase(u"holder"_s);
    QCOMPARE(folder.opened()->rowCount(), 1);
}

void TestJournalFiles::refusesAFolderThatCannotBeMade()
{
    JournalFolder folder;
    writeContent(folder.folder.filePath(u"config"_s), "a file, not a folder"_ba);
    journal::Journal journal(folder.clock, folder.redactor);
    const auto opened = journal.open(folder.path);
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == base::ErrorKind::Storage);
    QCOMPARE(contentOf(folder.folder.filePath(u"config"_s)), "a file, not a folder"_ba);
}

void TestJournalFiles::readsWithoutWriting()
{
    JournalFolder folder;
    folder.write(2);
    journal::Journal reader(folder.clock, folder.redactor);
    QVERIFY(reader.openForReading(folder.path));
    QVERIFY(!reader.isWritable());
    QCOMPARE(reader.rowCount(), 2);
    QVERIFY(!reader.append(JournalFolder::entry(u"x"_s)));
    QVERIFY(!reader.reserve(1));
    QVERIFY(!reader.reopen());
    QVERIFY(!reader.isWritable());
    QCOMPARE(reader.rowCount(), 2);
    QVERIFY(!QFileInfo::exists(folder.path + u".reserve"_s));
}

void TestJournalFiles::readsWhatACrashLeftAndChangesNothing()
{
    JournalFolder folder;
    const auto writer = folder.opened();
    QVERIFY(writer->append(JournalFolder::entry(u"still in the log"_s)));
    JournalFolder crashed; // what lies on disk while a writer lives is what its crash would leave
    writeContent(crashed.path, contentOf(folder.path));
    writeContent(crashed.path + u"-wal"_s, contentOf(folder.path + u"-wal"_s));
    {
        journal::Journal reader(crashed.clock, crashed.redactor);
        QVERIFY(reader.openForReading(crashed.path));
        QCOMPARE(reader.rowCount(), 1);
    }
    QCOMPARE(contentOf(crashed.path), contentOf(folder.path));
    QCOMPARE(contentOf(crashed.path + u"-wal"_s), contentOf(folder.path + u"-wal"_s));
    QCOMPARE(crashed.opened()->rowCount(), 1);
}

void TestJournalFiles::neverCreatesForReading()
{
    JournalFolder folder;
    journal::Journal reader(folder.clock, folder.redactor);
    const auto opened = reader.openForReading(folder.path);
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == base::ErrorKind::NotFound);
    QVERIFY(QDir(folder.folder.path()).isEmpty());
}

void TestJournalFiles::neverSetsAsideForReading_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("text") << "not a database\n"_ba.repeated(100) << int(base::ErrorKind::Storage);
    // Somebody was killed when they had just made it: there is no journal yet.
    QTest::newRow("empty") << QByteArray() << int(base::ErrorKind::NotFound);
}

void TestJournalFiles::neverSetsAsideForReading()
{
    QFETCH(QByteArray, content);
    JournalFolder folder;
    writeContent(folder.path, content);
    journal::Journal reader(folder.clock, folder.redactor);
    const auto opened = reader.openForReading(folder.path);
    QVERIFY(!opened);
    QTEST(int(opened.error().kind), "kind");
    QCOMPARE(QDir(QFileInfo(folder.path).path()).entryList(QDir::Files), QStringList{u"journal.db"_s});
    QCOMPARE(contentOf(folder.path), content);
}

void TestJournalFiles::readsWhileAnotherWrites()
{
    JournalFolder folder;
    const auto writer = folder.opened();
    QVERIFY(writer->append(JournalFolder::entry(u"one"_s)));
    journal::Journal reader(folder.clock, folder.redactor);
    QVERIFY(reader.openForReading(folder.path));
    QCOMPARE(reader.fileId(), writer->fileId());
    QVERIFY(writer->append(JournalFolder::entry(u"two"_s)));
    QCOMPARE(reader.rowCount(), 2);
    // A row that comes while all are being read does no harm to either side.
    int visits = 0;
    QVERIFY(reader.read({}, [&](const journal::Row &) {
        return ++visits > 2 || writer->append(JournalFolder::entry(u"more"_s)).has_value();
    }));
    QVERIFY(writer->isWritable());
    QCOMPARE(visits, 2);
    QCOMPARE(reader.rowCount(), 4);
}

void TestJournalFiles::answersWhenNothingIsOpen()
{
    JournalFolder folder;
    journal::Journal journal(folder.clock, folder.redactor);
    QVERIFY(!journal.isWritable());
    QVERIFY(!journal.append(JournalFolder::entry(u"x"_s)));
    QVERIFY(!journal.reserve(1));
    QVERIFY(!journal.reopen());
    QVERIFY(!journal.read({}, [](const journal::Row &) { return true; }));
    QVERIFY(!journal.latest(1));
    QVERIFY(!journal.anchor());
    QVERIFY(!journal.verify());
    QCOMPARE(journal.rowCount(), 0);
    QCOMPARE(journal.fileId(), QString());
}

QTEST_GUILESS_MAIN(TestJournalFiles)
#include "test_journal_files.moc"
