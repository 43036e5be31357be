// SPDX-License-Identifier: Apache-2.0
// The export as CSV and JSON: exact values, the documented columns in their order, and a full disk that is
// told.
#include "test_journal_support.h"

#include "journal/journal_export.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using support::JournalFolder;

class TestJournalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsv();
    void guardsCsvAgainstFormulas_data();
    void guardsCsvAgainstFormulas();
    void writesJson();
    void writesAnEmptyJournal();
    void beginsAtTheGivenTime();
    void tellsWhenTheDeviceFails_data();
    void tellsWhenTheDeviceFails();
};

namespace {

using Export = base::Status (*)(const journal::Journal &, base::WallTime, QIODevice &);

QByteArray exported(Export run, const journal::Journal &journal, base::WallTime since = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return run(journal, since, buffer) ? buffer.data() : "failed"_ba;
}

// A device that takes so many bytes and then is full.
class FullDevice : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        return taken;
    }

private:
    qint64 m_room;
};

} // namespace

void TestJournalExport::writesCsv()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append({u"asked"_s, u"pace"_s, u"A:1"_s, u"t"_s, u"say \"no\",\nthen =1+1"_s, {}}));
    QCOMPARE(
        exported(journal::exportCsv, *journal),
        "\"seq\",\"time\",\"kind\",\"connection\",\"key\",\"text\"\r\n"
        "\"1\",\"2024-03-15T05:30:00.000Z\",\"asked\",\"pace\",\"A:1\",\"say \"\"no\"\",\nthen =1+1\"\r\n"_ba);
}

void TestJournalExport::guardsCsvAgainstFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("=") << u"=cmd|' /C calc'!A0"_s << "\"'=cmd|' /C calc'!A0\""_ba;
    QTest::newRow("+") << u"+1+1"_s << "\"'+1+1\""_ba;
    QTest::newRow("-") << u"-2+3"_s << "\"'-2+3\""_ba;
    QTest::newRow("@") << u"@SUM(A1)"_s << "\"'@SUM(A1)\""_ba;
    QTest::newRow("tab") << u"\t=1"_s << "\"'\t=1\""_ba;
    QTest::newRow("new line") << u"\n=1"_s << "\"'\n=1\""_ba;
    QTest::newRow("quote") << u"=\"a\""_s << "\"'=\"\"a\"\"\""_ba;
    QTest::newRow("no formula") << u"a=1"_s << "\"a=1\""_ba;
}

// A venue's words come from outside, and a spreadsheet would run them.
void TestJournalExport::guardsCsvAgainstFormulas()
{
    QFETCH(QString, text);
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append({u"asked"_s, text, text, u"t"_s, text, {}}));
    const QByteArray csv = exported(journal::exportCsv, *journal);
    QFETCH(QByteArray, cell);
    QVERIFY2(csv.endsWith("\"asked\"," + cell + ',' + cell + ',' + cell + "\r\n"), csv.constData());
    const QByteArray json = exported(journal::exportJson, *journal);
    QCOMPARE(QJsonDocument::fromJson(json).array()[0][u"text"_s].toString(), text);
}

void TestJournalExport::writesJson()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append({u"asked"_s,
                             u"pace"_s,
                             u"A:1"_s,
                             u"t"_s,
                             u"say \"no\"\n\\ ₹"_s,
                             {{u"z"_s, u"1"_s}, {u"a"_s, u"\"2\""_s}, {u"z"_s, u"3"_s}}}));
    QVERIFY(journal->append(JournalFolder::entry(u"two"_s)));
    const QByteArray json = exported(journal::exportJson, *journal);
    QVERIFY2(json.startsWith("[\n{\"seq\":1,\"time\":\"2024-03-15T05:30:00.000Z\",\"kind\":\"asked\","
                             "\"connection\":\"pace\",\"key\":\"A:1\",\"text\":"),
             json.constData());
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"text"_s].toString(), u"say \"no\"\n\\ ₹"_s);
    QCOMPARE(
        rows[0][u"details"_s].toArray(),
        (QJsonArray{QJsonArray{u"z"_s, u"1"_s}, QJsonArray{u"a"_s, u"\"2\""_s}, QJsonArray{u"z"_s, u"3"_s}}));
    QCOMPARE(rows[1][u"seq"_s].toInt(), 2);
}

void TestJournalExport::writesAnEmptyJournal()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QCOMPARE(exported(journal::exportCsv, *journal),
             "\"seq\",\"time\",\"kind\",\"connection\",\"key\",\"text\"\r\n"_ba);
    QCOMPARE(exported(journal::exportJson, *journal), "[\n]\n"_ba);
}

void TestJournalExport::beginsAtTheGivenTime()
{
    JournalFolder folder;
    const auto journal = folder.opened();
    QVERIFY(journal->append(JournalFolder::entry(u"early"_s)));
    folder.clock.advance(std::chrono::seconds(5));
    QVERIFY(journal->append(JournalFolder::entry(u"late"_s)));
    for (const Export run : {&journal::exportCsv, &journal::exportJson}) {
        const QByteArray text = exported(run, *journal, folder.clock.wall());
        QVERIFY(text.contains("late"));
        QVERIFY(!text.contains("early"));
    }
}

void TestJournalExport::tellsWhenTheDeviceFails_data()
{
    QTest::addColumn<int>("room");
    QTest::newRow("at once") << 0;
    QTest::newRow("in the middle") << 300;
}

void TestJournalExport::tellsWhenTheDeviceFails()
{
    QFETCH(int, room);
    JournalFolder folder;
    folder.write(10);
    const auto journal = folder.opened();
    for (const Export run : {&journal::exportCsv, &journal::exportJson}) {
        FullDevice device(room);
        const auto done = run(*journal, {}, device);
        QVERIFY(!done);
        QVERIFY(done.error().kind == base::ErrorKind::Storage);
    }
}

QTEST_GUILESS_MAIN(TestJournalExport)
#include "test_journal_export.moc"
