// SPDX-License-Identifier: Apache-2.0
// A commit that fails on a real file system: nothing counts as written, the journal closes for writing, goes
// on reading, and opens again only when the file still ends as it must.
#include "test_journal_support.h"

#include <QFileInfo>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using journal::Entry;
using support::JournalFolder;

class TestJournalFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void closesWhenTheFileCannotGrow_data();
    void closesWhenTheFileCannotGrow();
    void keepsNothingOfAFailedBatch();
    void opensAgainAfterAnotherProgramHeldIt();
    void noticesThatTheFileWasMoved();
    void staysClosedWhenRowsWereLost();
    void staysClosedWhenAnotherWriterCameIn();
    void reservesRealRoom();
    void refusesAReserveThatDoesNotFit();
    void writesTheEndOfTicketsOnAFullDisk();
};

namespace {

// No file of this process grows beyond so many bytes while it lives: a full disk that needs no rights.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

qint64 allocatedBytes(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? qint64(status.st_blocks) * 512 : -1;
}

} // namespace

void TestJournalFailures::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN); // the limit is to be an error of write(), not the end of the process
}

void TestJournalFailures::closesWhenTheFileCannotGrow_data()
{
    QTest::addColumn<int>("rowsBefore");
    QTest::newRow("first row") << 0;
    QTest::newRow("later row") << 3;
}

void TestJournalFailures::closesWhenTheFileCannotGrow()
{
    QFETCH(int, rowsBefore);
    JournalFolder folder;
    const auto journal = folder.opened();
    for (int row = 0; row < rowsBefore; ++row)
        QVERIFY(journal->append(JournalFolder::entry(u"before"_s)));
    QVERIFY(journal->reserve(10));
    {
        const FileSizeLimit limit(QFileInfo(folder.path + u"-wal"_s).size() + 100);
        const auto seq = journal->append(JournalFolder::entry(u"lost"_s));
        QVERIFY(!seq);
        QVERIFY(seq.error().kind == base::ErrorKind::Storage);
        QVERIFY(!seq.error().text.isEmpty());
        QVERIFY(!journal->isWritable());
        QVERIFY(!QFileInfo::exists(folder.path + u".reserve"_s));
    }
    // The room is back, but nothing is written before the file was looked at again.
    QVERIFY(!journal->append(JournalFolder::entry(u"too early"_s)));
    QCOMPARE(journal->rowCount(), rowsBefore);
    QVERIFY(journal->reopen());
    QVERIFY(journal->isWritable());
    const auto seq = journal->append(JournalFolder::entry(u"after"_s));
    QVERIFY(seq);
    QCOMPARE(*seq, rowsBefore + 1);
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
    QCOMPARE(verified->rows, rowsBefore + 1);
}

void TestJournalFailures::keepsNothingOfAFailedBatch()
{
    JournalFolder folder;
    {
        const auto journal = folder.opened();
        QVERIFY(journal->append(JournalFolder::entry(u"before"_s)));
        const std::vector<Entry> batch(300, JournalFolder::entry(QString(2000, u'x')));
        const FileSizeLimit limit(300'000); // some pages fit, not all
        QVERIFY(!journal->appendAll(batch));
        QCOMPARE(journal->rowCount(), 1);
    }
    const auto journal = folder.opened();
    QVERIFY(!journal->setAside());
    QCOMPARE(journal->rowCount(), 1);
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
}

void TestJournalFailures::opensAgainAfterAnotherProgramHeldIt()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    auto holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
    holder.setDatabaseName(folder.path);
    QVERIFY(holder.open());
    QVERIFY(QSqlQuery(holder).exec(u"BEGIN IMMEDIATE"_s));
    const auto seq = journal->append(JournalFolder::entry(u"x"_s));
    const auto early = journal->reopen();
    const bool wasWritable = journal->isWritable();
    holder.close();
    holder = {};
    QSqlDatabase::removeDatabase(u"holder"_s);
    QVERIFY(!seq);
    QVERIFY(seq.error().kind == base::ErrorKind::Busy);
    QVERIFY(!early);
    QVERIFY(!wasWritable);
    QVERIFY(journal->reopen());
    QVERIFY(journal->append(JournalFolder::entry(u"x"_s)));
}

void TestJournalFailures::noticesThatTheFileWasMoved()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append(JournalFolder::entry(u"one"_s)));
    const QString away = folder.folder.filePath(u"away.db"_s);
    QVERIFY(QFile::rename(folder.path, away));
    QVERIFY(!journal->append(JournalFolder::entry(u"into nowhere"_s)));
    QVERIFY(!journal->reopen());
    QVERIFY(!QFileInfo::exists(folder.path)); // no empty one in its place
    QVERIFY(QFile::rename(away, folder.path));
    QVERIFY(journal->reopen());
    const auto seq = journal->append(JournalFolder::entry(u"two"_s));
    QVERIFY(seq);
    QCOMPARE(*seq, 2);
}

void TestJournalFailures::staysClosedWhenRowsWereLost()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    for (int row = 0; row < 3; ++row)
        QVERIFY(journal->append(JournalFolder::entry(u"row"_s)));
    {
        const FileSizeLimit limit(1000);
        QVERIFY(!journal->append(JournalFolder::entry(u"lost"_s)));
    }
    support::runSql(folder.path, {u"DROP TRIGGER rows_never_go"_s, u"DELETE FROM rows WHERE seq = 3"_s});
    const auto reopened = journal->reopen();
    QVERIFY(!reopened);
    QVERIFY(reopened.error().text.contains(u"lost rows"_s));
    QVERIFY(!journal->isWritable());
    QVERIFY(!journal->append(JournalFolder::entry(u"x"_s)));
    QVERIFY(QFileInfo::exists(folder.path)); // reopening renames nothing
}

void TestJournalFailures::staysClosedWhenAnotherWriterCameIn()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append(JournalFolder::entry(u"ours"_s)));
    folder.write(1);
    QVERIFY(!journal->append(JournalFolder::entry(u"a second row 2"_s)));
    QVERIFY(!journal->isWritable());
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
    QCOMPARE(verified->rows, 2);
    QVERIFY(journal->reopen()); // behind the stranger's row the chain goes on
    const auto seq = journal->append(JournalFolder::entry(u"three"_s));
    QVERIFY(seq);
    QCOMPARE(*seq, 3);
}

void TestJournalFailures::reservesRealRoom()
{
    JournalFolder folder;
    const QString reserve = folder.path + u".reserve"_s;
    const auto journal = folder.opened();
    QVERIFY(journal->reserve(0));
    QVERIFY(allocatedBytes(reserve) >= 4 * 1024 * 1024);
    QVERIFY(journal->reserve(100));
    QVERIFY(allocatedBytes(reserve) >= 4 * 1024 * 1024 + 100 * 16 * 1024);
    const qint64 most = allocatedBytes(reserve);
    QVERIFY(journal->reserve(1)); // an older batch may still need it
    QCOMPARE(allocatedBytes(reserve), most);
    QVERIFY(QFile::resize(reserve, 10)); // somebody helped himself
    QVERIFY(journal->reserve(1));
    QVERIFY(allocatedBytes(reserve) >= 4 * 1024 * 1024);
}

void TestJournalFailures::refusesAReserveThatDoesNotFit()
{
    JournalFolder folder;
    const QString reserve = folder.path + u".reserve"_s;
    const auto journal = folder.opened();
    {
        const FileSizeLimit limit(1024 * 1024);
        const auto reserved = journal->reserve(1);
        QVERIFY(!reserved);
        QVERIFY(reserved.error().text.contains(u"room"_s));
        QVERIFY(!QFileInfo::exists(reserve));
        QVERIFY(journal->isWritable()); // nothing was written yet
    }
    QVERIFY(journal->reserve(1));
    const qint64 size = QFileInfo(reserve).size();
    {
        const FileSizeLimit limit(8 * 1024 * 1024);
        QVERIFY(!journal->reserve(1000));
    }
    QCOMPARE(QFileInfo(reserve).size(), size); // what was held stays held
}

// The whole story on a disk that is really full. Needs root for a small file system of its own.
void TestJournalFailures::writesTheEndOfTicketsOnAFullDisk()
{
#ifdef Q_OS_LINUX
    JournalFolder folder;
    const QByteArray disk = QFile::encodeName(folder.folder.filePath(u"disk"_s));
    QVERIFY(QDir().mkpath(folder.folder.filePath(u"disk"_s)));
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=6m") != 0)
        QSKIP("Mounting a file system needs root.");
    folder.path = folder.folder.filePath(u"disk/journal.db"_s);
    {
        const auto journal = folder.opened();
        QVERIFY(journal->reserve(20));
        QVERIFY(journal->append(JournalFolder::entry(u"asked"_s)));

        QFile hog(folder.folder.filePath(u"disk/hog"_s));
        QVERIFY(hog.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (hog.write(QByteArray(4096, 'x')) == 4096) {
        }
        base::Result<qint64> seq = 0;
        while (seq) // SQLite may fill pages that it already has
            seq = journal->append(JournalFolder::entry(QString(1000, u'x')));
        QVERIFY(!journal->isWritable());
        QCOMPARE(seq.error().text, u"The disk is full: the journal cannot be written."_s);

        QVERIFY(journal->reopen()); // in the room that the reserve has given up
        QVERIFY(journal->append(JournalFolder::entry(u"proved"_s)));
        QVERIFY(!journal->reserve(20)); // but no new batch
        const auto verified = journal->verify();
        QVERIFY(verified && verified->ok);
    }
    ::umount(disk.constData());
#else
    QSKIP("Mounting is Linux's.");
#endif
}

QTEST_GUILESS_MAIN(TestJournalFailures)
#include "test_journal_failures.moc"
