// SPDX-License-Identifier: Apache-2.0
// Whatever is done to a journal behind its back, verify() finds it and names the first row that is wrong.
#include "journal/stored_row.h"
#include "test_journal_support.h"

using namespace Qt::StringLiterals;
using journal::Anchor;
using journal::Damage;
using support::JournalFolder;

Q_DECLARE_METATYPE(journal::Damage)

class TestJournalVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundJournal();
    void findsTampering_data();
    void findsTampering();
    void findsARowThatWasHashedAnew();
    void findsADamagedPage();
    void findsARowHiddenFromAnIndex();
    void countsWhatIsNotAnchored();
    void findsRowsThatWereCutOff();
    void findsAChainThatWasMadeAnew();
    void takesAnAnchorOfAnEmptyJournal();
};

namespace {

// More rows than are looked at when a journal is opened: the damage must lie before them too.
constexpr int rowCount = 150;

const QStringList dropTriggers{u"DROP TRIGGER rows_never_change"_s, u"DROP TRIGGER rows_never_go"_s,
                               u"DROP TRIGGER rows_only_at_the_end"_s};

base::Result<journal::Verification> verified(const JournalFolder &folder,
                                             const std::optional<Anchor> &anchor = {})
{
    journal::Journal journal(folder.clock, folder.redactor);
    if (const auto opened = journal.openForReading(folder.path); !opened)
        return base::failure(opened.error());
    return journal.verify(anchor);
}

} // namespace

void TestJournalVerify::findsNothingInASoundJournal()
{
    JournalFolder folder;
    folder.write(rowCount);
    const auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(result->ok);
    QCOMPARE(result->damage, Damage::None);
    QCOMPARE(result->rows, rowCount);
    QCOMPARE(result->firstBad, 0);
    QCOMPARE(result->unanchored, 0); // closing it has anchored it
    folder.dropAnchor();
    QCOMPARE(verified(folder)->unanchored, rowCount);
}

void TestJournalVerify::findsTampering_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<qint64>("firstBad");
    for (const QString &column :
         {u"file_id"_s, u"writer_id"_s, u"previous_hash"_s, u"hash"_s, u"boot_id"_s, u"program"_s, u"rules"_s,
          u"kind"_s, u"connection"_s, u"key"_s, u"ticket"_s, u"text"_s, u"details"_s})
        QTest::newRow(qPrintable(column))
            << QStringList{u"UPDATE rows SET %1 = substr(%1, 1, length(%1) - 1) || '~' WHERE seq = 7"_s.arg(
                   column)}
            << Damage::Changed << qint64(7);
    for (const QString &column : {u"wall_ms"_s, u"monotonic_ns"_s})
        QTest::newRow(qPrintable(column))
            << QStringList{u"UPDATE rows SET %1 = %1 + 1 WHERE seq = 7"_s.arg(column)} << Damage::Changed
            << qint64(7);
    QTest::newRow("a border between columns moved")
        << QStringList{u"UPDATE rows SET kind = 'aske', connection = 'dpace' WHERE seq = 7"_s}
        << Damage::Changed << qint64(7);
    QTest::newRow("two rows swapped") << QStringList{u"UPDATE rows SET seq = -1 WHERE seq = 7"_s,
                                                     u"UPDATE rows SET seq = 7 WHERE seq = 8"_s,
                                                     u"UPDATE rows SET seq = 8 WHERE seq = -1"_s}
                                      << Damage::Changed << qint64(7);
    QTest::newRow("a row gone") << QStringList{u"DELETE FROM rows WHERE seq = 7"_s} << Damage::Gap
                                << qint64(7);
    QTest::newRow("a row gone, numbers closed")
        << QStringList{u"DELETE FROM rows WHERE seq = 7"_s, u"UPDATE rows SET seq = -seq WHERE seq > 7"_s,
                       u"UPDATE rows SET seq = -seq - 1 WHERE seq < 0"_s}
        << Damage::Changed << qint64(7);
    QTest::newRow("the first rows gone")
        << QStringList{u"DELETE FROM rows WHERE seq < 4"_s} << Damage::Gap << qint64(1);
    QTest::newRow("a row before the first")
        << QStringList{u"INSERT INTO rows SELECT 0, file_id, writer_id, previous_hash, hash, wall_ms, "
                       u"monotonic_ns, "
                       "boot_id, program, rules, kind, connection, key, ticket, text, details FROM rows WHERE seq = 1"_s}
        << Damage::Gap << qint64(1);
}

void TestJournalVerify::findsTampering()
{
    QFETCH(QStringList, statements);
    JournalFolder folder;
    folder.write(rowCount);
    support::runSql(folder.path, dropTriggers + statements);
    const auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QTEST(result->damage, "damage");
    QTEST(result->firstBad, "firstBad");
}

// Who changes a row can compute its hash as well; the row after it gives him away.
void TestJournalVerify::findsARowThatWasHashedAnew()
{
    JournalFolder folder;
    folder.write(rowCount);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);
        database.setDatabaseName(folder.path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"SELECT %1 FROM rows WHERE seq = 7"_s.arg(journal::StoredRow::columns())));
        QVERIFY(query.next());
        auto row = journal::StoredRow::fromQuery(query);
        query.finish();
        QCOMPARE(row.computedHash(), row.hash);
        row.text = "forged";
        QVERIFY(query.exec(u"DROP TRIGGER rows_never_change"_s));
        QVERIFY(query.exec(u"UPDATE rows SET text = 'forged', hash = '%1' WHERE seq = 7"_s.arg(
            QLatin1String(row.computedHash()))));
    }
    QSqlDatabase::removeDatabase(u"forger"_s);
    const auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QCOMPARE(result->damage, Damage::Changed);
    QCOMPARE(result->firstBad, 8);
}

void TestJournalVerify::findsADamagedPage()
{
    JournalFolder folder;
    folder.write(rowCount);
    QFile file(folder.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    // A page of the table: the one that holds a row's text, overwritten from its start.
    const qint64 place = file.readAll().indexOf("row 20");
    QVERIFY(place > 0);
    QVERIFY(file.seek(place / 4096 * 4096));
    QCOMPARE(file.write(QByteArray(64, '\xff')), 64);
    file.close();
    const auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QCOMPARE(result->damage, Damage::Unreadable);
}

// The chain is whole, yet ofOrder() would not see the row.
void TestJournalVerify::findsARowHiddenFromAnIndex()
{
    JournalFolder folder;
    folder.write(5);
    support::runSql(folder.path, {u"PRAGMA writable_schema = ON"_s,
                                  u"UPDATE sqlite_master SET sql = 'CREATE INDEX rows_by_key ON rows (kind)' "
                                  "WHERE name = 'rows_by_key'"_s});
    const auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QCOMPARE(result->damage, Damage::Unreadable);
    QCOMPARE(result->rows, 5);
}

void TestJournalVerify::countsWhatIsNotAnchored()
{
    JournalFolder folder;
    folder.write(5);
    const auto anchor = folder.opened()->anchor();
    QVERIFY(anchor);
    QCOMPARE(anchor->seq, 5);
    QCOMPARE(anchor->count, 5);
    QVERIFY(anchor->hash.startsWith("blake2b-256:"));
    auto result = verified(folder, *anchor);
    QVERIFY(result && result->ok);
    QCOMPARE(result->unanchored, 0);

    folder.write(2);
    result = verified(folder, *anchor);
    QVERIFY(result && result->ok);
    QCOMPARE(result->rows, 7);
    QCOMPARE(result->unanchored, 2);
}

void TestJournalVerify::findsRowsThatWereCutOff()
{
    JournalFolder folder;
    folder.write(5);
    const auto anchor = folder.opened()->anchor();
    QVERIFY(anchor);
    support::runSql(folder.path, dropTriggers + QStringList{u"DELETE FROM rows WHERE seq > 3"_s});
    auto result = verified(folder);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QCOMPARE(result->damage, Damage::CutOff);
    QCOMPARE(result->firstBad, 4);

    folder.dropAnchor();
    result = verified(folder); // by itself the rest is sound: this is what anchors are for
    QVERIFY(result && result->ok);

    support::runSql(folder.path, {u"DELETE FROM rows"_s});
    result = verified(folder, *anchor);
    QVERIFY(result);
    QCOMPARE(result->damage, Damage::CutOff);
    QCOMPARE(result->firstBad, 1);
}

void TestJournalVerify::findsAChainThatWasMadeAnew()
{
    JournalFolder folder;
    folder.write(5);
    const auto anchor = folder.opened()->anchor();
    QVERIFY(anchor);
    support::runSql(folder.path, dropTriggers + QStringList{u"DELETE FROM rows WHERE seq > 3"_s});
    folder.dropAnchor();
    folder.write(4); // other rows in the place of the old
    auto result = verified(folder);
    QVERIFY(result && result->ok);
    result = verified(folder, *anchor);
    QVERIFY(result);
    QVERIFY(!result->ok);
    QCOMPARE(result->damage, Damage::Rewritten);
    QCOMPARE(result->firstBad, 5);
}

void TestJournalVerify::takesAnAnchorOfAnEmptyJournal()
{
    JournalFolder folder;
    const auto anchor = folder.opened()->anchor();
    QVERIFY(anchor);
    QCOMPARE(anchor->seq, 0);
    folder.write(3);
    const auto result = verified(folder, *anchor);
    QVERIFY(result && result->ok);
    QCOMPARE(result->unanchored, 3);
}

QTEST_GUILESS_MAIN(TestJournalVerify)
#include "test_journal_verify.moc"
