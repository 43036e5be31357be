// SPDX-License-Identifier: Apache-2.0
// Appending and reading: what comes back, in which order, what never gets in, and how the chain is made.
#include "test_journal_support.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using journal::Entry;
using support::JournalFolder;

namespace {

QStringList textsOf(const base::Result<std::vector<journal::Row>> &rows)
{
    QStringList texts;
    if (rows) {
        for (const auto &row : *rows)
            texts << row.entry.text;
    }
    return texts;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten();
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void numbersOnAcrossOpenings();
    void appendsManyInOneCommit();
    void appendsNothingForNoEntries();
    void readsSinceATime();
    void stopsWhenTheVisitorHasEnough();
    void findsTheRowsOfAnOrderAndOfATicket();
    void pagesBackwards();
    void cutsSecrets();
    void chainsItsRowsAsDocumented();
    void refusesChangesAndRemovals_data();
    void refusesChangesAndRemovals();
    void printsItsPace();
};

void TestJournal::givesBackWhatWasWritten()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    const Entry entry{u"sending"_s,
                      u"pocketful"_s,
                      u"A:12:ENTRY:NSE"_s,
                      u"t7"_s,
                      u"Sending the cancel."_s,
                      {{u"path"_s, u"/api/v1/orders/12"_s}, {u"body"_s, QString()}, {u"path"_s, u"again"_s}}};
    const auto seq = journal->append(entry);
    QVERIFY(seq);
    QCOMPARE(*seq, 1);
    QCOMPARE(journal->rowCount(), 1);

    const auto rows = journal->latest(1);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1u);
    const journal::Row &row = rows->front();
    QCOMPARE(row.seq, 1);
    QVERIFY(row.wall == folder.clock.wall());
    QVERIFY(row.monotonic == folder.clock.monotonic());
    QVERIFY(!row.boot.isEmpty());
    QCOMPARE(row.hash.size(), 64 + 12); // with the function's name
    QCOMPARE(row.entry.kind, entry.kind);
    QCOMPARE(row.entry.connection, entry.connection);
    QCOMPARE(row.entry.key, entry.key);
    QCOMPARE(row.entry.ticket, entry.ticket);
    QCOMPARE(row.entry.text, entry.text);
    QVERIFY(row.entry.details == entry.details);
    QCOMPARE(row.entry.detail(u"path"), u"/api/v1/orders/12"_s);
    QCOMPARE(row.entry.detail(u"none"), QString());
}

void TestJournal::keepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("empty", QString());
    same("rupees", u"₹ 10,00,000 रद्द 📈"_s);
    same("quotes", u"'); DROP TABLE rows; -- \"x\" \\ /"_s);
    same("control", u"a\tb\r\nc"_s + QChar(0x1) + QChar(0x7f));
    same("zero", u"a"_s + QChar(0) + u"b"_s);
    same("noncharacter", u"a"_s + QChar(0xfffe) + QChar(0xffff));
    same("long", QString(8192, u'x'));
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) + u"b"_s << u"a?b"_s;
    QTest::newRow("byte order mark") << QChar(0xfeff) + u"a"_s << u"a"_s;
}

void TestJournal::keepsEveryCharacter()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append({u"kind"_s, u"c"_s, text, text, text, {{u"value"_s, text}}}));
    const auto rows = journal->ofOrder(text, base::WallTime());
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1u);
    QCOMPARE(rows->front().entry.text, expected);
    QCOMPARE(rows->front().entry.ticket, expected);
    if (text == expected)
        QCOMPARE(rows->front().entry.detail(u"value"), expected);
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
}

void TestJournal::numbersOnAcrossOpenings()
{
    JournalFolder folder;
    folder.write(3);
    folder.write(2);
    const auto journal = folder.opened();
    const auto seq = journal->append(JournalFolder::entry(u"last"_s));
    QVERIFY(seq);
    QCOMPARE(*seq, 6);
    QVERIFY(!journal->setAside());
    const auto verified = journal->verify();
    QVERIFY(verified && verified->ok);
    const auto writers = support::runSql(folder.path, {u"SELECT count(DISTINCT writer_id), count(DISTINCT "
                                                       "file_id), count(DISTINCT boot_id) FROM rows"_s});
    QCOMPARE(writers, (QList<QVariantList>{{3, 1, 1}}));
}

void TestJournal::appendsManyInOneCommit()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append(JournalFolder::entry(u"before"_s)));
    const std::vector<Entry> entries{JournalFolder::entry(u"a"_s), JournalFolder::entry(u"b"_s),
                                     JournalFolder::entry(u"c"_s)};
    const auto first = journal->appendAll(entries);
    QVERIFY(first);
    QCOMPARE(*first, 2);
    QCOMPARE(textsOf(journal->latest(10)), (QStringList{u"before"_s, u"a"_s, u"b"_s, u"c"_s}));
}

void TestJournal::appendsNothingForNoEntries()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    const auto first = journal->appendAll({});
    QVERIFY(first);
    QCOMPARE(*first, 0);
    QCOMPARE(journal->rowCount(), 0);
    QVERIFY(journal->isWritable());
}

void TestJournal::readsSinceATime()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    const auto start = folder.clock.wall();
    for (const auto &[text, minute] :
         {std::pair(u"at 0"_s, 0), {u"at 10"_s, 10}, {u"at 5"_s, 5}, {u"at 20"_s, 20}}) {
        folder.clock.setWall(start + std::chrono::minutes(minute)); // the wall clock may go back
        QVERIFY(journal->append(JournalFolder::entry(text)));
    }
    const auto since = [&](base::WallTime time) {
        QStringList texts;
        const auto read = journal->read(time, [&texts](const journal::Row &row) {
            texts << row.entry.text;
            return true;
        });
        return read ? texts : QStringList{u"error"_s};
    };
    QCOMPARE(since({}), (QStringList{u"at 0"_s, u"at 10"_s, u"at 5"_s, u"at 20"_s}));
    QCOMPARE(since(start + std::chrono::minutes(10)), (QStringList{u"at 10"_s, u"at 20"_s}));
    QCOMPARE(since(start + std::chrono::minutes(5)), (QStringList{u"at 10"_s, u"at 5"_s, u"at 20"_s}));
    QCOMPARE(since(start + std::chrono::minutes(21)), QStringList());
}

void TestJournal::stopsWhenTheVisitorHasEnough()
{
    JournalFolder folder;
    folder.write(5);
    const auto journal = folder.opened();
    int visits = 0;
    QVERIFY(journal->read({}, [&visits](const journal::Row &) { return ++visits < 2; }));
    QCOMPARE(visits, 2);
}

void TestJournal::findsTheRowsOfAnOrderAndOfATicket()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    for (const auto &[key, ticket, text] : {std::tuple(u"A:1"_s, u"t1"_s, u"a"_s),
                                            {u"A:2"_s, u"t2"_s, u"b"_s},
                                            {u"A:1"_s, u"t3"_s, u"c"_s},
                                            {u""_s, u""_s, u"d"_s}})
        QVERIFY(journal->append({u"asked"_s, u"pace"_s, key, ticket, text, {}}));
    QCOMPARE(textsOf(journal->ofOrder(u"A:1"_s, base::WallTime())), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(textsOf(journal->ofOrder(u"A:3"_s, base::WallTime())), QStringList());
    QCOMPARE(textsOf(journal->ofTicket(u"t2"_s)), QStringList{u"b"_s});
    QCOMPARE(textsOf(journal->ofTicket(u"A:1"_s)), QStringList());
}

void TestJournal::pagesBackwards()
{
    JournalFolder folder;
    folder.write(5);
    const auto journal = folder.opened();
    QCOMPARE(textsOf(journal->latest(2)), (QStringList{u"row 4"_s, u"row 5"_s}));
    QCOMPARE(textsOf(journal->latest(2, 4)), (QStringList{u"row 2"_s, u"row 3"_s}));
    QCOMPARE(textsOf(journal->latest(2, 2)), QStringList{u"row 1"_s});
    QCOMPARE(textsOf(journal->latest(0)), QStringList());
    QCOMPARE(textsOf(journal->latest(-1)), QStringList());
}

void TestJournal::cutsSecrets()
{
    JournalFolder folder;
    folder.redactor.protect(base::Secret("hunter2hunter2"_ba));
    {
        const auto journal = folder.opened();
        QVERIFY(journal->append({u"answer"_s,
                                 u"pace"_s,
                                 {},
                                 {},
                                 u"The venue said hunter2hunter2."_s,
                                 {{u"body"_s, u"{\"token\":\"hunter2hunter2\"}"_s},
                                  {u"url"_s, u"wss://feed?access_token=unknownvalue&x=1"_s}}}));
        const auto row = journal->latest(1);
        QVERIFY(row);
        QCOMPARE(row->front().entry.text, u"The venue said [cut]."_s);
        const auto verified = journal->verify();
        QVERIFY(verified && verified->ok);
    }
    QFile file(folder.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("The venue said [cut]."));
    QVERIFY(!bytes.contains("hunter2hunter2"));
    QVERIFY(!bytes.contains("unknownvalue"));
}

// Another program must be able to check the chain from the description alone: this is such a program.
void TestJournal::chainsItsRowsAsDocumented()
{
    JournalFolder folder;
    folder.write(3);
    const auto rows = support::runSql(
        folder.path,
        {u"SELECT hash, seq, file_id, writer_id, previous_hash, wall_ms, monotonic_ns, boot_id, program, "
         "rules, kind, connection, key, ticket, text, details FROM rows ORDER BY seq"_s});
    QCOMPARE(rows.size(), 3);
    QString previous(64, u'0');
    for (const QVariantList &row : rows) {
        QCOMPARE(row.at(4).toString(), previous);
        QByteArray bytes;
        for (const QVariant &column : row.mid(1)) {
            const QByteArray value = column.toString().toUtf8();
            bytes +=
                QByteArray::fromHex(QByteArray::number(value.size(), 16).rightJustified(16, '0')) + value;
        }
        previous =
            u"blake2b-256:"_s +
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).toHex());
        QCOMPARE(row.at(0).toString(), previous);
    }
    QCOMPARE(rows.at(0).at(8).toString(), QLatin1String(PULLCORD_VERSION));
    QCOMPARE(rows.at(0).at(15).toString(), u"[[\"url\",\"/orders\"]]"_s);
}

void TestJournal::refusesChangesAndRemovals_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << u"UPDATE rows SET text = 'x' WHERE seq = 2"_s;
    QTest::newRow("delete") << u"DELETE FROM rows WHERE seq = 3"_s;
    QTest::newRow("replace") << u"REPLACE INTO rows SELECT * FROM rows WHERE seq = 2"_s;
    QTest::newRow("insert with a gap")
        << u"INSERT INTO rows SELECT 9, file_id, writer_id, previous_hash, hash, "
           "wall_ms, monotonic_ns, boot_id, program, rules, kind, connection, key, "
           "ticket, text, details FROM rows WHERE seq = 2"_s;
    QTest::newRow("identity") << u"UPDATE meta SET value = 'x'"_s;
    QTest::newRow("identity gone") << u"DELETE FROM meta"_s;
}

void TestJournal::refusesChangesAndRemovals()
{
    QFETCH(QString, statement);
    JournalFolder folder;
    folder.write(3);
    const auto answer = support::runSql(folder.path, {statement});
    QCOMPARE(answer.size(), 1);
    QCOMPARE(answer.front().front().toString(), u"error"_s);
    QVERIFY(answer.front().back().toString().contains(u"journal"_s));
    QCOMPARE(folder.opened()->rowCount(), 3);
}

void TestJournal::printsItsPace()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    const auto median = [](int runs, const auto &work) {
        std::vector<qint64> times;
        for (int run = 0; run < runs; ++run) {
            QElapsedTimer timer;
            timer.start();
            work();
            times.push_back(timer.nsecsElapsed() / 1000);
        }
        std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
        return times[std::size_t(runs / 2)];
    };
    const Entry entry = JournalFolder::entry(u"Asked to cancel 100 RELIANCE at 2,950.00."_s);
    const qint64 one = median(201, [&] { QVERIFY(journal->append(entry)); });
    const std::vector<Entry> batch(300, entry);
    const qint64 many = median(21, [&] { QVERIFY(journal->appendAll(batch)); });
    qInfo("median: one row %lld us, 300 rows %lld us", one, many);
    QCOMPARE(journal->rowCount(), 201 + 21 * 300);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
