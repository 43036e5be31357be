// SPDX-License-Identifier: Apache-2.0
// The record goes on in a new file without a gap: by the day, by its length, and across a crash at every
// moment of the change.
#include "journal/stored_row.h"
#include "test_journal_support.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using journal::Damage;
using journal::Entry;
using support::JournalFolder;

class TestJournalPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnInANewFile();
    void readsOverAllFiles();
    void turnsByTheDay();
    void turnsWhenLong();
    void keepsSealedFilesAsTheyAre();
    void waitsForAReader();
    void finishesWhatACrashLeft_data();
    void finishesWhatACrashLeft();
    void opensAgainBetweenTwoPages();
    void findsDamage_data();
    void findsDamage();
    void takesOverAFileOfTheFirstVersion();
};

namespace {

QStringList filesIn(const QString &path)
{
    return QDir(QFileInfo(path).absolutePath()).entryList({u"*.db*"_s}, QDir::Files, QDir::Name);
}

QStringList textsOf(const journal::Journal &journal)
{
    QStringList texts;
    const auto read = journal.read({}, [&texts](const journal::Row &row) {
        texts << row.entry.kind + u' ' + row.entry.text;
        return true;
    });
    return read ? texts : QStringList{read.error().text};
}

const QString sealedName = u"journal-20240315-000000000001.db"_s;

/// Five rows, a page turned with two carried, three rows more: twelve rows in two files.
void writeTwoPages(const JournalFolder &folder)
{
    folder.write(5);
    const auto journal = folder.opened();
    const std::vector<Entry> carried(2, JournalFolder::entry(u"carried"_s));
    if (const auto turned = journal->turnPage(carried); !turned)
        qFatal("%s", qPrintable(turned.error().text));
    for (int i = 0; i < 3; ++i) {
        if (!journal->append(JournalFolder::entry(u"later"_s)))
            qFatal("Not written");
    }
}

QString sealedPath(const JournalFolder &folder)
{
    return QFileInfo(folder.path).dir().filePath(sealedName);
}

} // namespace

void TestJournalPages::goesOnInANewFile()
{
    JournalFolder folder;
    folder.write(5);
    const auto journal = folder.opened();
    const QString firstFile = journal->fileId();
    QVERIFY(journal->turnPage(std::vector<Entry>(2, JournalFolder::entry(u"carried"_s))));
    QVERIFY(journal->isWritable());
    QVERIFY(journal->fileId() != firstFile);
    QCOMPARE(journal->append(JournalFolder::entry(u"later"_s)), 10); // 5, the seal, the genesis, 2 carried
    QCOMPARE(journal->rowCount(), 10);
    QCOMPARE(filesIn(folder.path).mid(0, 2), (QStringList{sealedName, u"journal.db"_s}));
    QStringList page;
    QVERIFY(journal->readPage([&page](const journal::Row &row) {
        page << row.entry.kind;
        return true;
    }));
    QCOMPARE(page, (QStringList{u"genesis"_s, u"asked"_s, u"asked"_s, u"asked"_s}));
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
    QCOMPARE(verified->rows, 10);
    QVERIFY(!QFileInfo(sealedPath(folder)).permission(QFile::ReadGroup | QFile::ReadOther));
}

void TestJournalPages::readsOverAllFiles()
{
    JournalFolder folder;
    writeTwoPages(folder);
    journal::Journal journal(folder.clock, folder.redactor);
    QVERIFY(journal.openForReading(folder.path));
    const QStringList texts = textsOf(journal);
    QCOMPARE(texts.size(), 12);
    QCOMPARE(texts.mid(0, 2), (QStringList{u"asked row 1"_s, u"asked row 2"_s}));
    QVERIFY(texts.at(5).startsWith(u"seal "_s));
    QVERIFY(texts.at(6).startsWith(u"genesis "_s));
    QCOMPARE(texts.last(), u"asked later"_s);
    QCOMPARE(journal.ofOrder(u"A:1:ENTRY:NSE"_s, {})->size(), 10u);
    const auto latest = journal.latest(8);
    QCOMPARE(latest->size(), 8u);
    QCOMPARE(latest->front().seq, 5);
    QCOMPARE(latest->back().seq, 12);
    QCOMPARE(journal.latest(100, 4)->size(), 3u);
}

void TestJournalPages::turnsByTheDay()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(!journal->isLong());
    QVERIFY(journal->append(JournalFolder::entry(u"one"_s)));
    QVERIFY(!journal->isLong());
    folder.clock.advance(24h);
    QVERIFY(journal->isLong());
    QVERIFY(journal->turnPage({}));
    QVERIFY(!journal->isLong());
    QVERIFY(journal->append(JournalFolder::entry(u"two"_s)));
    QVERIFY(!journal->isLong());
    QVERIFY(filesIn(folder.path).contains(u"journal-20240316-000000000001.db"_s));
}

void TestJournalPages::turnsWhenLong()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    const std::vector<Entry> many(25'000, JournalFolder::entry(u"x"_s));
    QVERIFY(journal->appendAll(many));
    QVERIFY(!journal->isLong());
    QVERIFY(journal->appendAll(many));
    QVERIFY(journal->isLong());
    QVERIFY(journal->turnPage(std::vector<Entry>(many.begin(), many.begin() + 100)));
    QVERIFY(!journal->isLong());
    // What was carried over does not count: it would turn page after page.
    QVERIFY(journal->appendAll(many));
    QVERIFY(!journal->isLong());
}

void TestJournalPages::keepsSealedFilesAsTheyAre()
{
    JournalFolder folder;
    writeTwoPages(folder);
    const auto answer = support::runSql(
        sealedPath(folder),
        {u"INSERT INTO rows SELECT 7, file_id, writer_id, previous_hash, hash, wall_ms, "
         "monotonic_ns, boot_id, program, rules, kind, connection, key, ticket, text, details "
         "FROM rows WHERE seq = 2"_s});
    // The file itself would take a row at its end; the seal in it gives that away.
    QVERIFY(answer.isEmpty());
    const auto verified = folder.opened()->verify();
    QVERIFY(verified);
    QVERIFY(!verified->ok);
    QCOMPARE(verified->firstBad, 7);
}

void TestJournalPages::waitsForAReader()
{
    JournalFolder folder;
    folder.write(5);
    const auto journal = folder.opened();
    journal::Journal reader(folder.clock, folder.redactor);
    QVERIFY(reader.openForReading(folder.path));
    QVERIFY(reader.readPage([&](const journal::Row &) {
        const auto turned = journal->turnPage({}); // in the middle of its reading
        if (turned || turned.error().kind != base::ErrorKind::Busy)
            qFatal("The page turned under a reader");
        return false;
    }));
    QVERIFY(journal->append(JournalFolder::entry(u"goes on"_s)));
    QVERIFY(journal->turnPage({})); // one that merely has it open is in nobody's way
    QCOMPARE(reader.rowCount(), 8);
    const auto verified = reader.verify();
    QVERIFY(verified && verified->ok);
}

void TestJournalPages::finishesWhatACrashLeft_data()
{
    QTest::addColumn<bool>("isSealed");
    QTest::addColumn<bool>("isMoved");
    QTest::newRow("the next file was made") << false << false;
    QTest::newRow("the old one was sealed") << true << false;
    QTest::newRow("the old one was moved") << true << true;
}

void TestJournalPages::finishesWhatACrashLeft()
{
    QFETCH(bool, isSealed);
    QFETCH(bool, isMoved);
    JournalFolder folder;
    folder.write(5);
    QFile::copy(folder.path, folder.path + u".before"_s);
    {
        const auto journal = folder.opened();
        QVERIFY(journal->turnPage(std::vector<Entry>(2, JournalFolder::entry(u"carried"_s))));
    }
    folder.dropAnchor(); // it would have been written after
    QVERIFY(QFile::rename(folder.path, folder.path + u".next"_s));
    if (!isMoved)
        QVERIFY(QFile::rename(isSealed ? sealedPath(folder) : folder.path + u".before"_s, folder.path));
    if (!isSealed)
        QVERIFY(QFile::remove(sealedPath(folder)));

    const auto journal = folder.opened();
    QVERIFY(!journal->setAside());
    QCOMPARE(journal->rowCount(), isSealed ? 9 : 5);
    QVERIFY(!QFileInfo::exists(folder.path + u".next"_s));
    QVERIFY(journal->append(JournalFolder::entry(u"goes on"_s)));
    QVERIFY(journal->turnPage({}));
    const auto verified = journal->verify();
    QVERIFY2(verified && verified->ok, qPrintable(textsOf(*journal).join(u'\n')));
}

void TestJournalPages::opensAgainBetweenTwoPages()
{
    JournalFolder folder;
    folder.write(5);
    const auto journal = folder.opened();
    QVERIFY(QDir().mkpath(sealedPath(folder))); // its name is taken
    const auto turned = journal->turnPage({});
    QVERIFY(!turned);
    QVERIFY(!journal->isWritable());
    QVERIFY(!journal->reopen()); // still in the way: nothing is written, nothing is lost
    QVERIFY(QDir().rmdir(sealedPath(folder)));
    QVERIFY(journal->reopen());
    QVERIFY(journal->append(JournalFolder::entry(u"goes on"_s)));
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
    QCOMPARE(verified->rows, 8);
}

void TestJournalPages::findsDamage_data()
{
    QTest::addColumn<int>("deed");
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<qint64>("firstBad");
    QTest::newRow("the sealed file gone") << 0 << Damage::Gap << qint64(1);
    QTest::newRow("a sealed row changed") << 1 << Damage::Changed << qint64(3);
    QTest::newRow("the seal cut off") << 2 << Damage::Gap << qint64(6);
    QTest::newRow("the page gone") << 3 << Damage::Gap << qint64(7);
    QTest::newRow("another sealed file in its place") << 4 << Damage::Changed << qint64(7);
}

void TestJournalPages::findsDamage()
{
    QFETCH(int, deed);
    JournalFolder folder;
    writeTwoPages(folder);
    const QStringList dropTriggers{u"DROP TRIGGER rows_never_change"_s, u"DROP TRIGGER rows_never_go"_s};
    if (deed == 0)
        QVERIFY(QFile::remove(sealedPath(folder)));
    if (deed == 1)
        support::runSql(sealedPath(folder),
                        dropTriggers + QStringList{u"UPDATE rows SET text = 'x' WHERE seq = 3"_s});
    if (deed == 2)
        support::runSql(sealedPath(folder), dropTriggers + QStringList{u"DELETE FROM rows WHERE seq = 6"_s});
    if (deed == 3)
        QVERIFY(QFile::remove(folder.path));
    if (deed == 4) {
        JournalFolder other;
        writeTwoPages(other);
        QVERIFY(QFile::remove(sealedPath(folder)));
        QVERIFY(QFile::copy(sealedPath(other), sealedPath(folder)));
    }
    folder.dropAnchor();
    const auto verified = folder.opened()->verify();
    QVERIFY(verified);
    QVERIFY(!verified->ok);
    QTEST(verified->damage, "damage");
    QTEST(verified->firstBad, "firstBad");
}

// Its rows are hashed by SHA-256, and its numbers begin at one whatever stands in meta.
void TestJournalPages::takesOverAFileOfTheFirstVersion()
{
    JournalFolder folder;
    folder.write(0);
    folder.dropAnchor();
    journal::StoredRow row;
    row.seq = 1;
    row.fileId = support::runSql(folder.path, {u"SELECT value FROM meta WHERE name = 'file_id'"_s})
                     .front()
                     .front()
                     .toByteArray();
    row.previousHash = journal::beginningOfChain();
    row.kind = "asked";
    row.details = "[]";
    QByteArray bytes;
    for (const QByteArray &column : {"1"_ba, row.fileId, ""_ba, row.previousHash, "0"_ba, "0"_ba, ""_ba,
                                     ""_ba, ""_ba, row.kind, ""_ba, ""_ba, ""_ba, ""_ba, row.details})
        bytes += QByteArray::fromHex(QByteArray::number(column.size(), 16).rightJustified(16, '0')) + column;
    const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const auto answer = support::runSql(
        folder.path,
        {u"DROP TRIGGER rows_only_at_the_end"_s,
         u"CREATE TRIGGER rows_only_at_the_end BEFORE INSERT ON rows "
         "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM rows) BEGIN SELECT RAISE(ABORT, 'end'); END"_s,
         u"INSERT INTO rows VALUES (1, '%1', '', '%2', '%3', 0, 0, '', '', '', 'asked', '', '', '', '', '[]')"_s
             .arg(QLatin1String(row.fileId), QLatin1String(row.previousHash), QLatin1String(sha)),
         u"PRAGMA user_version = 1"_s});
    QVERIFY(answer.isEmpty());
    const auto journal = folder.opened();
    QVERIFY(!journal->setAside());
    QCOMPARE(journal->append(JournalFolder::entry(u"two"_s)), 2);
    QVERIFY(journal->turnPage({}));
    QVERIFY(journal->append(JournalFolder::entry(u"five"_s)));
    const auto verified = journal->verify();
    QVERIFY(verified);
    QVERIFY(verified->ok);
    QCOMPARE(verified->rows, 5);
}

Q_DECLARE_METATYPE(journal::Damage)

QTEST_GUILESS_MAIN(TestJournalPages)
#include "test_journal_pages.moc"
