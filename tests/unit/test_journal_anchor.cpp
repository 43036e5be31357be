// SPDX-License-Identifier: Apache-2.0
// What the anchor beside the journal knows: rows that were there and are not any more are told at the start,
// stand in the record, and are never forgotten by verify().
#include "journal/anchor_file.h"
#include "test_journal_support.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using journal::Damage;
using support::JournalFolder;

class TestJournalAnchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptWhenTheJournalCloses();
    void isKeptOnceAMinute();
    void isPrivate();
    void tellsRowsThatAreGone();
    void tellsAnotherJournal();
    void tellsAJournalThatIsGone();
    void isSilentWhenAllIsThere();
    void provesByItsCode();
    void takesNoOtherCode_data();
    void takesNoOtherCode();
    void isIgnoredWhenBroken();
};

namespace {

const QStringList dropTriggers{u"DROP TRIGGER rows_never_change"_s, u"DROP TRIGGER rows_never_go"_s};

void cutOff(const JournalFolder &folder, int after)
{
    support::runSql(folder.path, dropTriggers + QStringList{u"DELETE FROM rows WHERE seq > %1"_s.arg(after)});
}

} // namespace

void TestJournalAnchor::isKeptWhenTheJournalCloses()
{
    JournalFolder folder;
    folder.write(5);
    const auto anchor = journal::loadAnchor(folder.path);
    QVERIFY(anchor);
    QCOMPARE(anchor->seq, 5);
    QCOMPARE(*anchor, *folder.opened()->anchor());
}

void TestJournalAnchor::isKeptOnceAMinute()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append(JournalFolder::entry(u"one"_s)));
    QVERIFY(!journal::loadAnchor(folder.path));
    folder.clock.advance(60s);
    QVERIFY(journal->append(JournalFolder::entry(u"two"_s)));
    QCOMPARE(journal::loadAnchor(folder.path)->seq, 2);
    QVERIFY(journal->append(JournalFolder::entry(u"three"_s)));
    QCOMPARE(journal::loadAnchor(folder.path)->seq, 2);
    journal->keepAnchor();
    QCOMPARE(journal::loadAnchor(folder.path)->seq, 3);
}

void TestJournalAnchor::isPrivate()
{
    JournalFolder folder;
    folder.write(1);
    QCOMPARE(QFileInfo(folder.path + u".anchor"_s).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void TestJournalAnchor::tellsRowsThatAreGone()
{
    JournalFolder folder;
    folder.write(5);
    cutOff(folder, 3);
    {
        const auto journal = folder.opened();
        QVERIFY(journal->rowsLost());
        QVERIFY2(journal->rowsLost()->contains(u"4 to 5"_s), qPrintable(*journal->rowsLost()));
        QVERIFY(journal->isWritable());   // what is left is needed more than ever
        QCOMPARE(journal->rowCount(), 4); // it says so itself
    }
    // The anchor has moved on since; the record has not forgotten.
    const auto again = folder.opened();
    QVERIFY(!again->rowsLost());
    const auto verified = again->verify();
    QVERIFY(verified);
    QVERIFY(!verified->ok);
    QCOMPARE(verified->damage, Damage::CutOff);
    QCOMPARE(verified->firstBad, 4);
}

void TestJournalAnchor::tellsAnotherJournal()
{
    JournalFolder folder;
    folder.write(5);
    JournalFolder other;
    other.write(9);
    QVERIFY(QFile::remove(folder.path));
    QVERIFY(QFile::copy(other.path, folder.path));
    const auto journal = folder.opened();
    QVERIFY(journal->rowsLost());
    QVERIFY2(journal->rowsLost()->contains(u"row 5 has changed"_s), qPrintable(*journal->rowsLost()));
}

void TestJournalAnchor::tellsAJournalThatIsGone()
{
    JournalFolder folder;
    folder.write(5);
    QVERIFY(QFile::remove(folder.path));
    const auto journal = folder.opened();
    QVERIFY(journal->rowsLost());
    QVERIFY2(journal->rowsLost()->contains(u"1 to 5"_s), qPrintable(*journal->rowsLost()));
}

void TestJournalAnchor::isSilentWhenAllIsThere()
{
    JournalFolder folder;
    folder.write(5);
    QVERIFY(!folder.opened()->rowsLost());
    {
        const auto journal = folder.opened();
        QVERIFY(journal->turnPage({}));
    }
    const auto journal = folder.opened(); // the anchor stands on the page before
    QVERIFY(!journal->rowsLost());
    QVERIFY(journal->verify()->ok);
}

void TestJournalAnchor::provesByItsCode()
{
    JournalFolder folder;
    folder.write(5);
    const QString code = folder.opened()->anchor()->code();
    QVERIFY2(code.startsWith(u"5-"_s) && code.size() == 18, qPrintable(code));
    const auto anchor = journal::anchorFromCode(code);
    QVERIFY(anchor);
    folder.write(2);
    auto verified = folder.opened()->verify(anchor);
    QVERIFY(verified && verified->ok);
    QCOMPARE(verified->unanchored, 2);
    cutOff(folder, 4);
    folder.dropAnchor();
    verified = folder.opened()->verify(anchor);
    QCOMPARE(verified->damage, Damage::CutOff);
    folder.write(3);
    verified = folder.opened()->verify(anchor);
    QCOMPARE(verified->damage, Damage::Rewritten);
    QCOMPARE(verified->firstBad, 5);
}

void TestJournalAnchor::takesNoOtherCode_data()
{
    QTest::addColumn<QString>("code");
    for (const QString &code :
         {u""_s, u"5"_s, u"5-"_s, u"5-0123"_s, u"-0123456789abcdef"_s, u"5-0123456789abcdeg"_s,
          u"5-0123456789abcdef0"_s, u"99999999999999999-0123456789abcdef"_s})
        QTest::newRow(qPrintable(code)) << code;
}

void TestJournalAnchor::takesNoOtherCode()
{
    QFETCH(QString, code);
    QVERIFY(!journal::anchorFromCode(code));
}

void TestJournalAnchor::isIgnoredWhenBroken()
{
    JournalFolder folder;
    folder.write(2);
    QFile file(folder.path + u".anchor"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"seq\": \"x\"");
    file.close();
    const auto journal = folder.opened();
    QVERIFY(!journal->rowsLost());
    QCOMPARE(journal->verify()->unanchored, 2);
}

QTEST_GUILESS_MAIN(TestJournalAnchor)
#include "test_journal_anchor.moc"
