// SPDX-License-Identifier: Apache-2.0
#include "net/rate_limiter.h"
#include "net/request_ledger.h"
#include "support/manual_clock.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using base::seconds;
using net::RequestClass;
using net::RequestLedger;
using namespace Qt::StringLiterals;

class TestRequestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<support::ManualClock>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"requests.db"_s);
    }

    void theFileIsPrivate()
    {
        RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(m_path));
        QVERIFY(ledger.isOpen());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &suffix : {QString(), u"-wal"_s})
            QVERIFY(!(QFile::permissions(m_path + suffix) & others));
    }

    void rowsComeOnceAndOnlyFromOthers()
    {
        RequestLedger mine(*m_clock);
        RequestLedger theirs(*m_clock);
        QVERIFY(mine.open(m_path));
        QVERIFY(theirs.open(m_path));
        mine.add(u"A"_s, RequestClass::Write, u"NSE"_s);
        theirs.add(u"A"_s, RequestClass::Proof, {});
        theirs.add(u"B"_s, RequestClass::Poll, {});
        theirs.add(u"A"_s, RequestClass::Write, u"NFO"_s);

        const auto rows = mine.rows(u"A"_s, 0, m_clock->wall() - seconds(60));
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows[0].kind, RequestClass::Proof);
        QCOMPARE(rows[0].time, m_clock->wall());
        QCOMPARE(rows[1].kind, RequestClass::Write);
        QCOMPARE(rows[1].segment, u"NFO"_s);
        QVERIFY(mine.rows(u"A"_s, rows[1].id, m_clock->wall() - seconds(60)).empty());
        m_clock->advance(seconds(61));
        QVERIFY(mine.rows(u"A"_s, 0, m_clock->wall() - seconds(60)).empty());
    }

    void aDayLaterRowsArePruned()
    {
        RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(m_path));
        for (int i = 0; i < 10; ++i)
            ledger.add(u"A"_s, RequestClass::Poll, {});
        m_clock->advance(seconds(24 * 3600));
        ledger.add(u"A"_s, RequestClass::Poll, {});
        QCOMPARE(rowCount(), 1);
    }

    void rowsOfAFarFutureArePruned()
    {
        const base::WallTime right = m_clock->wall();
        m_clock->setWall(right + seconds(2 * 3600));
        {
            RequestLedger ledger(*m_clock);
            QVERIFY(ledger.open(m_path));
            ledger.add(u"A"_s, RequestClass::Poll, {});
        }
        m_clock->setWall(right);
        RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(m_path));
        QCOMPARE(rowCount(), 0);
    }

    void aBrokenFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("text") << QByteArray(
            "this is no database, and it is longer than a header of one would be, by far; "
            "so nobody takes it for a new file");
        QTest::addRow("half a header") << QByteArray("SQLite format 3");
        QTest::addRow("garbage after the header")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\xee');
    }

    void aBrokenFileIsPutAside()
    {
        QFETCH(QByteArray, content);
        write(content);
        RequestLedger ledger(*m_clock);
        const base::Status opened = ledger.open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, base::ErrorKind::Storage);
        QVERIFY(ledger.isOpen()); // with a new file
        const QStringList aside = QDir(m_folder->path()).entryList({u"requests.db.broken-*"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY(opened.error().text.contains(aside.constFirst()));
        QFile kept(m_folder->filePath(aside.constFirst()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
        ledger.add(u"A"_s, RequestClass::Poll, {});
        QCOMPARE(rowCount(), 1);
    }

    void withoutADiskItGoesOnInMemory()
    {
        RequestLedger ledger(*m_clock);
        const base::Status opened = ledger.open(u"/proc/no/such/folder/requests.db"_s);
        QVERIFY(!opened);
        QVERIFY(!ledger.isOpen());
        net::RateLimiter limiter(*m_clock, {}, u"A"_s, &ledger);
        for (int i = 0; i < 9; ++i)
            limiter.take(RequestClass::Poll);
        QCOMPARE(limiter.delay(RequestClass::Poll), seconds(1));
        limiter.pauseFor(seconds(3));
        QCOMPARE(limiter.pausedFor(), seconds(3));
    }

    void aFileOfALaterVersionIsLeftAlone()
    {
        {
            RequestLedger ledger(*m_clock);
            QVERIFY(ledger.open(m_path));
        }
        execute(u"PRAGMA user_version=99"_s);
        RequestLedger ledger(*m_clock);
        QVERIFY(!ledger.open(m_path));
        QVERIFY(!ledger.isOpen());
        QVERIFY(QDir(m_folder->path()).entryList({u"*.broken-*"_s}).isEmpty());
    }

    void aLockedFileIsWrittenLater()
    {
        RequestLedger ledger(*m_clock);
        QVERIFY(ledger.open(m_path));
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_path);
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
            ledger.add(u"A"_s, RequestClass::Poll, {});
            ledger.add(u"A"_s, RequestClass::Write, u"NSE"_s);
            QVERIFY(query.exec(u"COMMIT"_s));
            query.finish();
            other.close();
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        QCOMPARE(rowCount(), 0);
        ledger.add(u"A"_s, RequestClass::Poll, {});
        QCOMPARE(rowCount(), 3);
    }

private:
    void write(const QByteArray &content)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void execute(const QString &statement) { static_cast<void>(valueOf(statement)); }
    int rowCount() { return valueOf(u"SELECT count(*) FROM request"_s); }

    int valueOf(const QString &statement)
    {
        int value = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_path);
            QSqlQuery query(database.open() ? database : QSqlDatabase());
            if (query.exec(statement) && query.next())
                value = query.value(0).toInt();
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return value;
    }

    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestRequestLedger)
#include "test_request_ledger.moc"
