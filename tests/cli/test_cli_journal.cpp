// SPDX-License-Identifier: Apache-2.0
// `journal`: what a cancel left in the record, its export, and that a changed file is found out.
#include "cli/cli_bench.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

class TestCliJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingYet();
    void listsRows();
    void listsSince();
    void exportsCsv();
    void exportsJson();
    void notesExports();
    void verifies();
    void checksAgainstACode();
    void tellsItsStartsAndStops();
    void findsChanges();

private:
    [[nodiscard]] QJsonArray rows() const { return m_bench->run({u"journal"_s, u"list"_s}).array(); }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
    QString m_key;
};

void TestCliJournal::initTestCase()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue);
    m_key = m_bench->keyWhere({{u"kind"_s, u"REGULAR"_s}, {u"status"_s, u"open"_s}});
    QCOMPARE(m_bench->with({u"cancel"_s, m_key, u"--yes"_s}).code, 0);
}

void TestCliJournal::nothingYet()
{
    const cli::Bench empty;
    QCOMPARE(empty.run({u"journal"_s, u"list"_s}).array(), QJsonArray());
    QCOMPARE(empty.run({u"journal"_s, u"list"_s}).code, 0);
    QCOMPARE(empty.run({u"journal"_s, u"export"_s}).out.trimmed().count('\n'), 0);
    const Finished verified = empty.run({u"journal"_s, u"verify"_s});
    QCOMPARE(verified.code, 0);
    QCOMPARE(verified.object()[u"rows"_s].toInt(-1), 0);
    QVERIFY2(!QFile::exists(empty.configDir() + u"/journal.db"_s), "reading makes nothing");
}

void TestCliJournal::listsRows()
{
    const QJsonArray all = rows();
    QStringList kinds;
    qint64 seq = 0;
    for (const QJsonValue &row : all) {
        QCOMPARE(row.toObject().keys(),
                 QStringList({u"connection"_s, u"key"_s, u"kind"_s, u"seq"_s, u"text"_s, u"time"_s}));
        QVERIFY(row[u"seq"_s].toInteger() > seq);
        seq = row[u"seq"_s].toInteger();
        kinds << row[u"kind"_s].toString();
        if (kinds.back() == u"asked"_s) {
            QCOMPARE(row[u"connection"_s].toString(), u"pocketful"_s);
            QVERIFY(row[u"key"_s].toString().startsWith(m_key + u'@'));
            // As the list names it, the order can be found again.
            QCOMPARE(m_bench->with({u"history"_s, row[u"key"_s].toString()}).code, 0);
        }
    }
    for (const QString &kind : {u"asked"_s, u"sending"_s, u"answer"_s, u"evidence"_s, u"transition"_s})
        QVERIFY2(kinds.contains(kind), qPrintable(kind));
    QVERIFY2(kinds.indexOf(u"asked"_s) < kinds.indexOf(u"sending"_s),
             "the intent is written before the request leaves");
    const Finished table = m_bench->run({u"journal"_s, u"list"_s, u"--format"_s, u"table"_s});
    QCOMPARE(table.out.count('\n'), all.size() + 1);
}

void TestCliJournal::listsSince()
{
    const QString later = QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
    QVERIFY(m_bench->run({u"journal"_s, u"list"_s, u"--since"_s, later}).array().isEmpty());
    const QString earlier = QDateTime::currentDateTimeUtc().addSecs(-3600).toString(Qt::ISODate);
    QCOMPARE(m_bench->run({u"journal"_s, u"list"_s, u"--since"_s, earlier}).array(), rows());
}

void TestCliJournal::exportsCsv()
{
    const Finished csv = m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(csv.code == 0, csv.story());
    QVERIFY(csv.out.startsWith("\"seq\",\"time\",\"kind\",\"connection\",\"key\",\"text\""));
    QCOMPARE(csv.out.count("\r\n"), rows().size() + 1);
}

void TestCliJournal::exportsJson()
{
    const Finished json = m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"json"_s});
    QVERIFY2(json.code == 0, json.story());
    QCOMPARE(json.array().size(), rows().size());
    QVERIFY(json.array()[0][u"details"_s].isArray());
}

void TestCliJournal::notesExports()
{
    const qsizetype before = rows().size();
    QCOMPARE(m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"json"_s}).code, 0);
    QCOMPARE(rows().size(), before + 1);
    QCOMPARE(rows().last()[u"kind"_s].toString(), u"export"_s);
}

void TestCliJournal::verifies()
{
    const qsizetype before = rows().size();
    const Finished finished = m_bench->run({u"journal"_s, u"verify"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonObject json = finished.object();
    QCOMPARE(json.keys(), QStringList({u"first_bad"_s, u"ok"_s, u"rows"_s, u"unanchored"_s}));
    QCOMPARE(json[u"ok"_s].toBool(), true);
    QCOMPARE(json[u"rows"_s].toInt(), before);
    QVERIFY(json[u"first_bad"_s].isNull());
    QCOMPARE(json[u"unanchored"_s].toInt(-1), 0);
    QCOMPARE(rows().last()[u"kind"_s].toString(), u"check"_s); // the check itself is noted
}

// The code that an export prints proves later that nothing before it was changed; another one proves the
// contrary.
void TestCliJournal::checksAgainstACode()
{
    const Finished exported = m_bench->run({u"journal"_s, u"export"_s});
    static const QRegularExpression form(u"[0-9]+-[0-9a-f]{16}"_s);
    const QString code = form.match(QString::fromUtf8(exported.err)).captured();
    QVERIFY2(!code.isEmpty(), exported.story());
    const Finished good = m_bench->run({u"journal"_s, u"verify"_s, u"--code"_s, code});
    QVERIFY2(good.code == 0, good.story());
    const QString other = code.section(u'-', 0, 0) + u"-0123456789abcdef"_s;
    const Finished bad = m_bench->run({u"journal"_s, u"verify"_s, u"--code"_s, other});
    QVERIFY2(bad.code == 1 && bad.err.contains("not the one that was anchored"), bad.story());
    const Finished none = m_bench->run({u"journal"_s, u"verify"_s, u"--code"_s, u"12"_s});
    QVERIFY2(none.code == 2, none.story());
}

void TestCliJournal::tellsItsStartsAndStops()
{
    QStringList kinds;
    for (const QJsonValue &row : rows())
        kinds << row[u"kind"_s].toString();
    QCOMPARE(kinds.first(), u"start"_s);
    QVERIFY2(kinds.contains(u"stop"_s) && kinds.contains(u"signed in"_s), qPrintable(kinds.join(u' ')));
}

// Last: the journal is not what it was after it.
void TestCliJournal::findsChanges()
{
    const QString path = m_bench->configDir() + u"/journal.db"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const QByteArray written = "asked to cancel";
    QByteArray changed = "never asked for";
    QCOMPARE(changed.size(), written.size());
    QVERIFY(bytes.contains(written));
    bytes.replace(written, changed);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();

    int asked = 0; // the first of these rows
    for (const QJsonValue &row : rows()) {
        if (asked == 0 && row[u"kind"_s] == u"asked"_s)
            asked = row[u"seq"_s].toInt();
    }
    const Finished finished = m_bench->run({u"journal"_s, u"verify"_s});
    QVERIFY2(finished.code == 1, finished.story());
    QCOMPARE(finished.object()[u"ok"_s].toBool(true), false);
    QCOMPARE(finished.object()[u"first_bad"_s].toInt(), asked);
    QVERIFY(finished.err.contains("row " + QByteArray::number(asked)));
    // Evidence stays where it is, whatever state it is in.
    const Finished exported = m_bench->run({u"journal"_s, u"export"_s});
    QVERIFY2(exported.code == 0 && exported.err.contains("damaged"), exported.story());
    QVERIFY(QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestCliJournal)
#include "test_cli_journal.moc"
