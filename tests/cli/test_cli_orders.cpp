// SPDX-License-Identifier: Apache-2.0
// `orders` and `history` against a real practice venue.
#include "cli/cli_bench.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

namespace {

const QStringList rowFields{
    u"account"_s,           u"average_price"_s, u"cancellable"_s, u"connection"_s, u"effect"_s, u"exchange"_s,
    u"exchange_order_id"_s, u"filled"_s,        u"key"_s,         u"kind"_s,       u"leg"_s,    u"order_id"_s,
    u"order_type"_s,        u"parent"_s,        u"pinned"_s,      u"placed_at"_s,  u"price"_s,  u"product"_s,
    u"quantity"_s,          u"reason"_s,        u"remaining"_s,   u"side"_s,       u"status"_s, u"symbol"_s,
    u"trigger_price"_s,     u"validity"_s,      u"venue_status"_s};

const QString isoUtc = u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s;

bool isTime(const QJsonValue &value)
{
    return QRegularExpression(isoUtc).match(value.toString()).hasMatch();
}

} // namespace

class TestCliOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void printsEveryField();
    void namesLegsAndParents();
    void listsByState_data();
    void listsByState();
    void filters_data();
    void filters();
    void choosesConnections();
    void printsCsv();
    void printsTable();
    void isTheSameTwice();
    void emptyConfigIsNoError();
    void failedListIsNoEmptyBook_data();
    void failedListIsNoEmptyBook();
    void signedOutStillPrintsTheOthers();
    void unreachableIsTold();
    void showsHistory();
    void refusesHistoryOfUnknownOrders();

private:
    std::unique_ptr<cli::PracticeProcess> m_venue;
    cli::Bench m_bench;
};

void TestCliOrders::initTestCase()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    QVERIFY(!m_venue->url().isEmpty());
    m_bench.connectTo(*m_venue, {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s});
}

void TestCliOrders::cleanup()
{
    QVERIFY(m_venue->setFaults("{}"));
    m_bench.connectTo(*m_venue, {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s});
}

void TestCliOrders::printsEveryField()
{
    const Finished finished = m_bench.with({u"orders"_s, u"--format"_s, u"json"_s, u"--state"_s, u"all"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonObject json = finished.object();
    QCOMPARE(json.keys(), QStringList({u"as_of"_s, u"connections"_s, u"orders"_s}));
    QVERIFY(isTime(json[u"as_of"_s]));

    const QJsonArray connections = json[u"connections"_s].toArray();
    QCOMPARE(connections.size(), 3);
    for (const QJsonValue &each : connections) {
        QCOMPARE(each.toObject().keys(),
                 QStringList({u"age_ms"_s, u"broker"_s, u"error"_s, u"name"_s, u"state"_s}));
        QVERIFY(each[u"state"_s] == u"polling"_s || each[u"state"_s] == u"live"_s);
        QVERIFY(each[u"error"_s].isNull());
        QVERIFY(each[u"age_ms"_s].isDouble());
    }

    const QJsonArray orders = json[u"orders"_s].toArray();
    QVERIFY(orders.size() > 120);
    QSet<QString> keys;
    const QStringList words{u"open"_s,     u"being_cancelled"_s, u"cancelled"_s, u"filled"_s,
                            u"rejected"_s, u"expired"_s,         u"in_flight"_s, u"unknown"_s};
    for (const QJsonValue &value : orders) {
        const QJsonObject row = value.toObject();
        QCOMPARE(row.keys(), rowFields);
        keys.insert(row[u"key"_s].toString());
        QVERIFY(words.contains(row[u"status"_s].toString()));
        QVERIFY(row[u"cancellable"_s].isBool());
        QVERIFY(row[u"pinned"_s].isBool());
        for (const QString &number :
             {u"quantity"_s, u"filled"_s, u"remaining"_s, u"price"_s, u"trigger_price"_s})
            QVERIFY2(row[number].isString() || row[number].isNull(), "numbers are exact, as text");
        QVERIFY(isTime(row[u"placed_at"_s]));
        QVERIFY(row[u"leg"_s].isNull() || !row[u"leg"_s].toString().isEmpty());
        QVERIFY(row[u"connection"_s] != u"pocketful"_s || row[u"account"_s] == u"PKT1042"_s);
    }
    QCOMPARE(keys.size(), orders.size());
}

void TestCliOrders::namesLegsAndParents()
{
    const QString entry = m_bench.keyWhere({{u"connection"_s, u"pocketful"_s},
                                            {u"kind"_s, u"BO"_s},
                                            {u"leg"_s, u"ENTRY"_s},
                                            {u"status"_s, u"open"_s}});
    QCOMPARE(entry.count(u':'), 1); // the shortest: no leg
    const auto rows = m_bench.rows();
    QCOMPARE(rows[entry][u"effect"_s].toString(), u"cancel_with_legs"_s);
    QVERIFY(rows[entry][u"parent"_s].isNull());
    for (const QString &leg : {u"SECOND"_s, u"THIRD"_s}) {
        const QJsonObject row = rows[entry + u':' + leg];
        QCOMPARE(row[u"leg"_s].toString(), leg);
        QCOMPARE(row[u"effect"_s].toString(), u"may_trade"_s);
        QCOMPARE(row[u"parent"_s].toString(), entry);
    }
}

void TestCliOrders::listsByState_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("open by itself") << QStringList{} << QStringList{u"open"_s, u"in_flight"_s};
    QTest::newRow("open") << QStringList{u"--state"_s, u"open"_s} << QStringList{u"open"_s, u"in_flight"_s};
    QTest::newRow("closed") << QStringList{u"--state"_s, u"closed"_s}
                            << QStringList{u"cancelled"_s, u"filled"_s, u"rejected"_s};
}

void TestCliOrders::listsByState()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, words);
    const auto orders = m_bench.with(QStringList{u"orders"_s, u"--format"_s, u"json"_s} + options)
                            .object()[u"orders"_s]
                            .toArray();
    QVERIFY(orders.size() > 10);
    QStringList seen;
    for (const QJsonValue &row : orders) {
        const QString status = row[u"status"_s].toString();
        QVERIFY2(words.contains(status) || status == "expired"_L1, qPrintable(status));
        QCOMPARE(row[u"cancellable"_s].toBool(), words.contains(u"open"_s));
        if (!seen.contains(status))
            seen << status;
    }
    QVERIFY(seen.size() >= words.size());
}

void TestCliOrders::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("side") << u"side:sell"_s << u"side"_s << u"^SELL$"_s;
    QTest::newRow("symbol") << u"symbol:NIFTY*"_s << u"symbol"_s << u"^NIFTY"_s;
    QTest::newRow("kind") << u"kind:bo"_s << u"kind"_s << u"^BO$"_s;
    QTest::newRow("negated") << u"-side:sell"_s << u"side"_s << u"^BUY$"_s;
    QTest::newRow("two") << u"side:buy kind:amo"_s << u"kind"_s << u"^AMO$"_s;
    QTest::newRow("connection") << u"connection:pace"_s << u"connection"_s << u"^pace$"_s;
    QTest::newRow("a word") << u"yesbank"_s << u"symbol"_s << u"YESBANK"_s;
}

void TestCliOrders::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, field);
    QFETCH(QString, pattern);
    const Finished finished = m_bench.with({u"orders"_s, u"--format"_s, u"json"_s, u"--filter"_s, filter});
    QCOMPARE(finished.code, 0);
    const QJsonArray orders = finished.object()[u"orders"_s].toArray();
    QVERIFY(!orders.isEmpty());
    for (const QJsonValue &row : orders)
        QVERIFY(QRegularExpression(pattern).match(row[field].toString()).hasMatch());
}

void TestCliOrders::choosesConnections()
{
    const Finished finished = m_bench.with({u"orders"_s, u"--format"_s, u"json"_s, u"--connection"_s,
                                            u"pace"_s, u"--connection"_s, u"hdfcsky"_s});
    QCOMPARE(finished.code, 0);
    QCOMPARE(finished.object()[u"connections"_s].toArray().size(), 2);
    for (const QJsonValue &row : finished.object()[u"orders"_s].toArray())
        QVERIFY(row[u"connection"_s] != u"pocketful"_s);
}

void TestCliOrders::printsCsv()
{
    const Finished csv =
        m_bench.with({u"orders"_s, u"--format"_s, u"csv"_s, u"--connection"_s, u"pocketful"_s});
    const QList<QByteArray> lines = csv.out.trimmed().split('\n');
    QCOMPARE(
        QString::fromUtf8(lines[0]),
        u"key,connection,account,order_id,exchange_order_id,kind,leg,symbol,exchange,side,order_type,product,"
        u"validity,quantity,filled,remaining,price,trigger_price,average_price,status,venue_status,"
        u"cancellable,"
        u"effect,placed_at,reason,pinned,parent"_s);
    QCOMPARE(lines.size(), 41); // 40 open orders
    const QByteArray idea = *std::find_if(lines.begin(), lines.end(),
                                          [](const QByteArray &line) { return line.contains("IDEA-EQ"); });
    QVERIFY(idea.contains(",REGULAR,,IDEA-EQ,NSE,BUY,LIMIT,MIS,DAY,1,0,1,"));
    QVERIFY(idea.contains(",open,CONFIRMED,true,cancel,"));
}

void TestCliOrders::printsTable()
{
    const Finished table = m_bench.with({u"orders"_s, u"--connection"_s, u"pocketful"_s});
    QVERIFY(table.out.startsWith("KEY "));
    QCOMPARE(table.out.count('\n'), 41);
    QVERIFY2(table.err.contains("40 of"), table.story());
    const Finished none = m_bench.with({u"orders"_s, u"--filter"_s, u"symbol:NOSUCH"_s});
    QVERIFY(none.out.isEmpty());
    QVERIFY(none.err.contains("0 of"));
}

void TestCliOrders::isTheSameTwice()
{
    const auto keysNow = [this] {
        QStringList keys;
        for (const QJsonValue &row :
             m_bench.with({u"orders"_s, u"--format"_s, u"json"_s}).object()[u"orders"_s].toArray())
            keys << row[u"key"_s].toString();
        return keys;
    };
    QCOMPARE(keysNow(), keysNow());
}

void TestCliOrders::emptyConfigIsNoError()
{
    const Finished finished = cli::Bench().run({u"orders"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QVERIFY(finished.object()[u"connections"_s].toArray().isEmpty());
    QVERIFY(finished.object()[u"orders"_s].isArray());
}

void TestCliOrders::failedListIsNoEmptyBook_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("500") << R"({"list": {"*": {"do": "status", "status": 500}}})"_ba;
    QTest::newRow("login page") << R"({"list": {"pending": {"do": "html"}}})"_ba;
    QTest::newRow("cut JSON") << R"({"list": {"pending": {"do": "truncated_json"}}})"_ba;
    QTest::newRow("nothing") << R"({"list": {"pending": {"do": "empty"}}})"_ba;
    QTest::newRow("error envelope") << R"({"list": {"pending": {"do": "error_code", "code": 40000}}})"_ba;
    QTest::newRow("other JSON") << R"({"list": {"pending": {"do": "wrong_json"}}})"_ba;
    QTest::newRow("closed list alone") << R"({"list": {"completed": {"do": "status", "status": 503}}})"_ba;
}

void TestCliOrders::failedListIsNoEmptyBook()
{
    QFETCH(QByteArray, plan);
    QVERIFY(m_venue->setFaults(plan));
    const Finished finished =
        m_bench.with({u"orders"_s, u"--format"_s, u"json"_s, u"--connection"_s, u"pocketful"_s});
    QVERIFY2(finished.code == 6, finished.story());
    const QJsonObject book = finished.object()[u"connections"_s][0].toObject();
    QCOMPARE(book[u"state"_s].toString(), u"failed"_s);
    QVERIFY(!book[u"error"_s].toString().isEmpty());
    QVERIFY(finished.err.contains("could not be loaded"));
}

void TestCliOrders::signedOutStillPrintsTheOthers()
{
    m_bench.writeSecrets(
        {{u"pocketful"_s, u"wrong.token"_s}, {u"pace"_s, m_venue->credentials()[u"token"_s]}});
    const Finished finished = m_bench.with({u"orders"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 6, finished.story());
    QMap<QString, QString> states;
    for (const QJsonValue &book : finished.object()[u"connections"_s].toArray())
        states[book[u"name"_s].toString()] = book[u"state"_s].toString();
    QCOMPARE(states[u"pocketful"_s], u"failed"_s);
    QCOMPARE(states[u"hdfcsky"_s], u"failed"_s); // no secret at all
    QCOMPARE(states[u"pace"_s], u"polling"_s);
    const QJsonArray orders = finished.object()[u"orders"_s].toArray();
    QCOMPARE(orders.size(), 40);
    QCOMPARE(orders[0][u"connection"_s].toString(), u"pace"_s);
}

void TestCliOrders::unreachableIsTold()
{
    cli::Bench bench;
    auto venue = std::make_unique<cli::PracticeProcess>();
    bench.connectTo(*venue);
    venue.reset();
    const Finished finished = bench.with({u"orders"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 6, finished.story());
    QCOMPARE(finished.object()[u"connections"_s][0][u"state"_s].toString(), u"failed"_s);
}

void TestCliOrders::showsHistory()
{
    const QString key = m_bench.keyWhere({{u"connection"_s, u"pocketful"_s}, {u"status"_s, u"filled"_s}});
    const Finished finished = m_bench.with({u"history"_s, key, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonArray history = finished.array();
    QVERIFY(!history.isEmpty());
    for (const QJsonValue &step : history) {
        QCOMPARE(step.toObject().keys(), QStringList({u"filled"_s, u"price"_s, u"raw"_s, u"reason"_s,
                                                      u"status"_s, u"time"_s, u"venue_status"_s}));
        QVERIFY(isTime(step[u"time"_s]));
        QVERIFY(step[u"raw"_s].isObject());
    }
    QCOMPARE(history[0][u"status"_s].toString(), u"filled"_s);
    const Finished table = m_bench.with({u"history"_s, key});
    QCOMPARE(table.code, 0);
    QCOMPARE(table.out.count('\n'), history.size() + 1);
}

void TestCliOrders::refusesHistoryOfUnknownOrders()
{
    const Finished unknown = m_bench.with({u"history"_s, u"pocketful:nosuch"_s});
    QVERIFY2(unknown.code == 2 && unknown.out.isEmpty(), unknown.story());
    QVERIFY(m_venue->setFaults(R"({"list": {"*": {"do": "status", "status": 500}}})"));
    const Finished missing = m_bench.with({u"history"_s, u"pocketful:nosuch"_s});
    QVERIFY2(missing.code == 6, missing.story());
}

QTEST_GUILESS_MAIN(TestCliOrders)
#include "test_cli_orders.moc"
