// SPDX-License-Identifier: Apache-2.0
// Which order a KEY means where ids repeat, and what may be sent of odd rows.
#include "cli/cli_bench.h"
#include "cli/fixture_broker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;
using cli::FixtureBroker;

class TestCliCancelChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAmbiguousKeys_data();
    void refusesAmbiguousKeys();
    void takesTheLongerKey_data();
    void takesTheLongerKey();
    void neverTakesALegForAnOrder();
    void sendsIdsWithOddLetters();
    void doesNotSendALegWithoutExchangeId();
    void watchesWhatIsBeingCancelled();
    void sayWhenTheOthersCancelWasRejected();
    void cancelsUnknownWords();

private:
    void show(const QJsonArray &rows);
    [[nodiscard]] Finished cancel(const QStringList &words) const
    {
        return m_bench->with(QStringList{u"cancel"_s, u"--yes"_s, u"--format"_s, u"json"_s} + words);
    }

    std::unique_ptr<FixtureBroker> m_broker;
    std::unique_ptr<cli::Bench> m_bench;
};

void TestCliCancelChoice::init()
{
    m_broker = std::make_unique<FixtureBroker>();
    m_bench = std::make_unique<cli::Bench>();
    QFile file(m_bench->configDir() + u"/connections.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonObject connection{
        {u"name"_s, u"A"_s}, {u"broker"_s, u"pocketful"_s}, {u"url"_s, m_broker->url().toString()}};
    file.write(
        QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"connections"_s, QJsonArray{connection}}}).toJson());
    m_bench->writeSecrets({{u"A"_s, u"some.token"_s}});
}

void TestCliCancelChoice::show(const QJsonArray &rows)
{
    m_broker->pending = rows;
}

namespace {

const QJsonObject entry{{u"execution_type"_s, u"BO"_s}, {u"leg_order_indicator"_s, u"ENTRY"_s}};
const QJsonObject second{{u"execution_type"_s, u"BO"_s}, {u"leg_order_indicator"_s, u"SECOND"_s}};

QJsonObject with(QJsonObject fields, const QString &name, const QJsonValue &value)
{
    fields[name] = value;
    return fields;
}

QJsonArray twoDays()
{
    return {FixtureBroker::row(u"1"_s),
            FixtureBroker::row(u"1"_s, {{u"order_entry_time"_s, 1768966200 - 86400}})};
}

QJsonArray plainAndEntry()
{
    return {FixtureBroker::row(u"1"_s, {{u"exchange_order_id"_s, u"77"_s}}),
            FixtureBroker::row(u"1"_s, with(entry, u"exchange_order_id"_s, u"88"_s))};
}

QJsonArray twins()
{
    return {FixtureBroker::row(u"1"_s, with(second, u"exchange_order_id"_s, u"77"_s)),
            FixtureBroker::row(u"1"_s, with(second, u"exchange_order_id"_s, u"88"_s))};
}

} // namespace

void TestCliCancelChoice::refusesAmbiguousKeys_data()
{
    QTest::addColumn<QJsonArray>("rows");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArrayList>("candidates");
    QTest::newRow("two days") << twoDays() << u"A:1"_s << QByteArrayList{"A:1@20260121", "A:1@20260120"};
    QTest::newRow("plain and entry") << plainAndEntry() << u"A:1"_s << QByteArrayList{"A:1::77", "A:1:ENTRY"};
    QTest::newRow("twins") << twins() << u"A:1:SECOND"_s << QByteArrayList{"A:1:SECOND:77", "A:1:SECOND:88"};
}

void TestCliCancelChoice::refusesAmbiguousKeys()
{
    QFETCH(QJsonArray, rows);
    QFETCH(QString, key);
    QFETCH(QByteArrayList, candidates);
    show(rows);
    for (const QString &command : {u"cancel"_s, u"history"_s}) {
        const Finished finished =
            command == u"cancel"_s ? cancel({key, u"--allow-trade"_s}) : m_bench->with({command, key});
        QVERIFY2(finished.code == 2 && finished.out.isEmpty(), finished.story());
        for (const QByteArray &candidate : candidates)
            QVERIFY2(finished.err.contains(candidate), finished.story());
    }
    QVERIFY(m_broker->cancelled.isEmpty());
}

void TestCliCancelChoice::takesTheLongerKey_data()
{
    QTest::addColumn<QJsonArray>("rows");
    QTest::addColumn<QString>("key");
    QTest::newRow("a day") << twoDays() << u"A:1@20260121"_s;
    QTest::newRow("no leg") << plainAndEntry() << u"A:1::77"_s;
    QTest::newRow("entry") << plainAndEntry() << u"A:1:entry"_s;
    QTest::newRow("a twin") << twins() << u"A:1:SECOND:88"_s;
}

void TestCliCancelChoice::takesTheLongerKey()
{
    QFETCH(QJsonArray, rows);
    QFETCH(QString, key);
    show(rows);
    const Finished finished =
        m_bench->with({u"cancel"_s, key, u"--allow-trade"_s, u"--dry-run"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonArray results = finished.object()[u"results"_s].toArray();
    QCOMPARE(results.size(), 1);
    QCOMPARE(results[0][u"key"_s].toString().toLower(), key.toLower());
}

void TestCliCancelChoice::neverTakesALegForAnOrder()
{
    show({FixtureBroker::row(u"1"_s, second)});
    const Finished finished = cancel({u"A:1"_s, u"--allow-trade"_s});
    QVERIFY2(finished.code == 2, finished.story());
    QVERIFY2(finished.err.contains("A:1:SECOND"), finished.story());
    QVERIFY(m_broker->cancelled.isEmpty());
}

void TestCliCancelChoice::sendsIdsWithOddLetters()
{
    show({FixtureBroker::row(u"1:2/3 4%"_s)});
    const QString key = m_bench->rows().firstKey();
    QCOMPARE(key, u"A:1%3A2/3%204%25"_s);
    const Finished finished = cancel({key, u"--timeout"_s, u"1"_s});
    QVERIFY2(finished.code == 4, finished.story()); // this broker never shows it cancelled
    QCOMPARE(m_broker->cancelled.size(), 1);
    QVERIFY2(m_broker->cancelled[0].startsWith(u"/api/v1/orders/1:2%2F3%204%25?"_s) ||
                 m_broker->cancelled[0].startsWith(u"/api/v1/orders/1%3A2%2F3%204%25?"_s),
             qPrintable(m_broker->cancelled[0]));
}

void TestCliCancelChoice::doesNotSendALegWithoutExchangeId()
{
    show({FixtureBroker::row(u"1"_s, with(entry, u"exchange_order_id"_s, QString()))});
    for (const QStringList &words : {QStringList{u"A:1"_s}, QStringList{u"--all"_s}}) {
        const Finished finished = cancel(words);
        QVERIFY2(finished.code == 5, finished.story());
        const QJsonValue result = finished.object()[u"results"_s][0];
        QCOMPARE(result[u"outcome"_s].toString(), u"not_sent"_s);
        QCOMPARE(result[u"why"_s].toString(), u"unsendable"_s);
    }
    QVERIFY(m_broker->cancelled.isEmpty());
}

void TestCliCancelChoice::watchesWhatIsBeingCancelled()
{
    const QJsonObject row = FixtureBroker::row(u"1"_s, {{u"order_status"_s, u"CANCEL_PENDING"_s}});
    show({row});
    QCOMPARE(m_bench->rows()[u"A:1"_s][u"status"_s].toString(), u"being_cancelled"_s);
    QCOMPARE(m_bench->rows()[u"A:1"_s][u"cancellable"_s].toBool(true), false);

    const Finished given = cancel({u"A:1"_s, u"--timeout"_s, u"1"_s});
    QVERIFY2(given.code == 4, given.story());
    QCOMPARE(given.object()[u"results"_s][0][u"outcome"_s].toString(), u"unresolved"_s);

    const int before = m_broker->booksRead;
    const auto process = m_bench->start({u"--secrets"_s, m_bench->secretsFile(), u"cancel"_s, u"A:1"_s,
                                         u"--yes"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"40"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_broker->booksRead > before, 20'000);
    show({});
    m_broker->completed = {with(row, u"order_status"_s, u"CANCEL_CONFIRMED"_s)};
    const Finished finished = cli::finish(*process);
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonValue result = finished.object()[u"results"_s][0];
    QCOMPARE(result[u"outcome"_s].toString(), u"cancelled"_s);
    QCOMPARE(result[u"attempts"_s].toInt(), 0);
    QVERIFY(m_broker->cancelled.isEmpty());
    m_broker->completed = {};
}

void TestCliCancelChoice::sayWhenTheOthersCancelWasRejected()
{
    const QJsonObject row = FixtureBroker::row(u"1"_s, {{u"order_status"_s, u"CANCEL_PENDING"_s}});
    show({row});
    const int before = m_broker->booksRead;
    const auto process = m_bench->start({u"--secrets"_s, m_bench->secretsFile(), u"cancel"_s, u"A:1"_s,
                                         u"--yes"_s, u"--format"_s, u"json"_s, u"--timeout"_s, u"40"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_broker->booksRead > before, 20'000);
    show({with(with(row, u"order_status"_s, u"CANCEL_REJECTED"_s), u"last_activity_reference"_s,
               qint64(1768966200000000009))});
    const Finished finished = cli::finish(*process);
    QVERIFY2(finished.code == 3, finished.story());
    QCOMPARE(finished.object()[u"results"_s][0][u"why"_s].toString(), u"cancel_rejected"_s);
    QVERIFY(m_broker->cancelled.isEmpty());
}

void TestCliCancelChoice::cancelsUnknownWords()
{
    show({FixtureBroker::row(u"1"_s, {{u"order_status"_s, u"HALF_BAKED"_s}})});
    const QJsonObject row = m_bench->rows()[u"A:1"_s];
    QCOMPARE(row[u"status"_s].toString(), u"unknown"_s);
    QCOMPARE(row[u"venue_status"_s].toString(), u"HALF_BAKED"_s);
    QCOMPARE(row[u"cancellable"_s].toBool(), true);
    QCOMPARE(cancel({u"A:1"_s, u"--timeout"_s, u"1"_s}).code, 4);
    QCOMPARE(m_broker->cancelled.size(), 1);
}

QTEST_GUILESS_MAIN(TestCliCancelChoice)
#include "test_cli_cancel_choice.moc"
