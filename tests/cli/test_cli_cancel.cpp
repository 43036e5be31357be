// SPDX-License-Identifier: Apache-2.0
// `cancel` against a real practice venue that does what it is asked: one arrival each, proof, effects,
// consent.
#include "cli/cli_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Finished;

namespace {

const QStringList resultFields{u"asked_at"_s,   u"attempts"_s,      u"filled"_s,     u"key"_s,
                               u"outcome"_s,    u"proved_at"_s,     u"receipt_at"_s, u"sent_at"_s,
                               u"venue_code"_s, u"venue_message"_s, u"why"_s};

QJsonObject onlyResult(const Finished &finished)
{
    const QJsonArray results = finished.object()[u"results"_s].toArray();
    return results.size() == 1 ? results[0].toObject() : QJsonObject();
}

QString orderIdOf(const QString &key)
{
    return key.section(u':', 1, 1);
}

} // namespace

class TestCliCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void provesOneOrder();
    void asksOnceForOneOrder();
    void saysWhatIsOverAlready_data();
    void saysWhatIsOverAlready();
    void routesEveryKind_data();
    void routesEveryKind();
    void needsConsentForLegs();
    void partFilledEntryNeedsConsent();
    void cancelsByFilter();
    void filterWithoutMatch();
    void allLeavesLegsAlone();
    void everyBrokerAtOnce();
    void dryRunSendsNothing();
    void printsTable();
    void keyInNoListSendsNothing();
    void signedOutIsNotSent();
    void failedBookIsNotSent();

private:
    [[nodiscard]] Finished cancel(const QStringList &words) const
    {
        return m_bench->with(QStringList{u"cancel"_s, u"--yes"_s, u"--format"_s, u"json"_s} + words);
    }
    [[nodiscard]] QString openKey(const QString &kind, const QString &leg = {}) const
    {
        QJsonObject fields{{u"connection"_s, u"pocketful"_s}, {u"status"_s, u"open"_s}, {u"kind"_s, kind}};
        fields[u"leg"_s] = leg.isEmpty() ? QJsonValue() : QJsonValue(leg);
        return m_bench->keyWhere(fields);
    }

    std::unique_ptr<cli::PracticeProcess> m_venue;
    std::unique_ptr<cli::Bench> m_bench;
};

void TestCliCancel::init()
{
    m_venue = std::make_unique<cli::PracticeProcess>();
    m_bench = std::make_unique<cli::Bench>();
    m_bench->connectTo(*m_venue);
}

void TestCliCancel::provesOneOrder()
{
    const QString key = openKey(u"REGULAR"_s);
    const Finished finished = cancel({key});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonObject json = finished.object();
    QCOMPARE(json.keys(), QStringList({u"batch"_s, u"results"_s, u"summary"_s}));
    QVERIFY(!json[u"batch"_s].toString().isEmpty());
    const QJsonObject result = onlyResult(finished);
    QCOMPARE(result.keys(), resultFields);
    QCOMPARE(result[u"key"_s].toString(), key);
    QCOMPARE(result[u"outcome"_s].toString(), u"cancelled"_s);
    QVERIFY(result[u"why"_s].isNull());
    QCOMPARE(result[u"attempts"_s].toInt(), 1);
    QVERIFY(result[u"filled"_s].isString());
    const QRegularExpression iso(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s);
    QStringList times;
    for (const QString &name : {u"asked_at"_s, u"sent_at"_s, u"receipt_at"_s, u"proved_at"_s}) {
        times << result[name].toString();
        QVERIFY2(iso.match(times.back()).hasMatch(), qPrintable(name));
    }
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QCOMPARE(json[u"summary"_s].toObject(), QJsonObject({{u"cancelled"_s, 1},
                                                         {u"filled"_s, 0},
                                                         {u"refused"_s, 0},
                                                         {u"unresolved"_s, 0},
                                                         {u"not_sent"_s, 0},
                                                         {u"skipped"_s, 0}}));
    QCOMPARE(m_venue->cancelCount(), 1);
    QCOMPARE(m_venue->cancelCount(orderIdOf(key)), 1);
    QCOMPARE(m_bench->rows()[key][u"status"_s].toString(), u"cancelled"_s);
}

void TestCliCancel::asksOnceForOneOrder()
{
    const QString key = openKey(u"REGULAR"_s);
    const Finished finished = cancel({key, key, key + u"@"_s + QString::number(0)});
    QCOMPARE(finished.code, 2); // the third is no KEY: nothing of the call is done
    QCOMPARE(m_venue->cancelCount(), 0);
    const Finished twice = cancel({key, key});
    QVERIFY2(twice.code == 0, twice.story());
    QCOMPARE(twice.object()[u"results"_s].toArray().size(), 1);
    QCOMPARE(m_venue->cancelCount(), 1);
}

void TestCliCancel::saysWhatIsOverAlready_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QJsonValue>("why");
    QTest::addColumn<int>("code");
    QTest::newRow("cancelled") << u"cancelled"_s << u"cancelled"_s << QJsonValue() << 0;
    QTest::newRow("filled") << u"filled"_s << u"filled"_s << QJsonValue() << 3;
    QTest::newRow("rejected") << u"rejected"_s << u"refused"_s << QJsonValue(u"order_rejected"_s) << 3;
}

void TestCliCancel::saysWhatIsOverAlready()
{
    QFETCH(QString, status);
    const Finished finished = cancel({m_bench->keyWhere({{u"status"_s, status}, {u"leg"_s, QJsonValue()}})});
    QTEST(finished.code, "code");
    const QJsonObject result = onlyResult(finished);
    QCOMPARE(result.keys(), resultFields);
    QTEST(result[u"outcome"_s].toString(), "outcome");
    QTEST(result[u"why"_s], "why");
    QCOMPARE(result[u"attempts"_s].toInt(), 0);
    QVERIFY(result[u"sent_at"_s].isNull());
    QVERIFY(finished.object()[u"batch"_s].isNull());
    QCOMPARE(m_venue->cancelCount(), 0);
}

void TestCliCancel::routesEveryKind_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("leg");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body"); // begins with
    QTest::newRow("REGULAR") << u"REGULAR"_s << QString() << u"/api/v1/orders/%1"_s << QByteArray();
    QTest::newRow("AMO") << u"AMO"_s << QString() << u"/api/v1/orders/%1"_s << QByteArray();
    QTest::newRow("CO") << u"CO"_s << u"ENTRY"_s << u"/api/v1/orders/kart/%1"_s << "{"_ba;
    QTest::newRow("BO") << u"BO"_s << u"ENTRY"_s << u"/api/v1/orders/kart/%1"_s << "{"_ba;
    QTest::newRow("SPD") << u"SPD"_s << u"ENTRY"_s << u"/api/v1/orders/kart/%1"_s << "{"_ba;
}

void TestCliCancel::routesEveryKind()
{
    QFETCH(QString, kind);
    QFETCH(QString, leg);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const QString key = m_bench->keyWhere({{u"kind"_s, kind},
                                           {u"leg"_s, leg.isEmpty() ? QJsonValue() : leg},
                                           {u"status"_s, u"open"_s},
                                           {u"filled"_s, u"0"_s}});
    const Finished finished = cancel({key});
    QVERIFY2(finished.code == 0, finished.story());
    QCOMPARE(m_venue->cancelCount(), 1);
    for (const QJsonValue &arrival : m_venue->arrivals()) {
        if (arrival[u"method"_s] != u"DELETE"_s)
            continue;
        QCOMPARE(arrival[u"path"_s].toString(), path.arg(orderIdOf(key)));
        QVERIFY(arrival[u"body"_s].toString().toUtf8().startsWith(body));
        QCOMPARE(arrival[u"body"_s].toString().isEmpty(), body.isEmpty());
    }
}

void TestCliCancel::needsConsentForLegs()
{
    const QString key = openKey(u"BO"_s, u"SECOND"_s);
    const Finished skipped = cancel({key});
    QVERIFY2(skipped.code == 5, skipped.story());
    QCOMPARE(onlyResult(skipped)[u"outcome"_s].toString(), u"skipped"_s);
    QCOMPARE(m_venue->cancelCount(), 0);

    const Finished allowed = cancel({key, u"--allow-trade"_s});
    QVERIFY2(allowed.code == 0 || allowed.code == 3, allowed.story()); // the venue may square it off
    QCOMPARE(m_venue->cancelCount(), 1);
    QCOMPARE(onlyResult(allowed)[u"attempts"_s].toInt(), 1);
}

void TestCliCancel::partFilledEntryNeedsConsent()
{
    const QString key =
        m_bench->keyWhere({{u"effect"_s, u"unknown"_s}, {u"leg"_s, u"ENTRY"_s}, {u"status"_s, u"open"_s}});
    QVERIFY(!key.isEmpty());
    QCOMPARE(cancel({key}).code, 5);
    QCOMPARE(m_venue->cancelCount(), 0);
}

void TestCliCancel::cancelsByFilter()
{
    const Finished finished = cancel({u"--filter"_s, u"symbol:IDEA*"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonArray results = finished.object()[u"results"_s].toArray();
    QCOMPARE(results.size(), 2);
    QCOMPARE(m_venue->cancelCount(), 2);
    // What is gone matches no more: the same call again finds nothing.
    const Finished again = cancel({u"--filter"_s, u"symbol:IDEA*"_s});
    QCOMPARE(again.code, 0);
    QVERIFY(again.object()[u"results"_s].toArray().isEmpty());
    QCOMPARE(m_venue->cancelCount(), 2);
}

void TestCliCancel::filterWithoutMatch()
{
    const Finished finished = cancel({u"--filter"_s, u"symbol:NOSUCH"_s});
    QCOMPARE(finished.code, 0);
    QVERIFY(finished.object()[u"results"_s].isArray());
    QVERIFY(finished.object()[u"batch"_s].isNull());
    QCOMPARE(finished.object()[u"summary"_s].toObject().size(), 6);
}

void TestCliCancel::allLeavesLegsAlone()
{
    const Finished finished = cancel({u"--all"_s, u"--timeout"_s, u"60"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonObject summary = finished.object()[u"summary"_s].toObject();
    QVERIFY(summary[u"cancelled"_s].toInt() > 25);
    QVERIFY(summary[u"skipped"_s].toInt() > 3);
    QCOMPARE(m_venue->cancelCount(), summary[u"cancelled"_s].toInt());
    for (const QJsonValue &result : finished.object()[u"results"_s].toArray()) {
        if (result[u"outcome"_s] == u"skipped"_s)
            QCOMPARE(result[u"why"_s].toString(), u"needs_consent"_s);
    }
}

void TestCliCancel::everyBrokerAtOnce()
{
    m_bench->connectTo(*m_venue, {u"pocketful"_s, u"pace"_s, u"hdfcsky"_s});
    const Finished finished = cancel({u"--filter"_s, u"kind:AMO"_s});
    QVERIFY2(finished.code == 0, finished.story());
    QSet<QString> connections;
    for (const QJsonValue &result : finished.object()[u"results"_s].toArray())
        connections.insert(result[u"key"_s].toString().section(u':', 0, 0));
    QCOMPARE(connections, QSet<QString>({u"pocketful"_s, u"pace"_s, u"hdfcsky"_s}));
    QCOMPARE(m_venue->cancelCount(), 9);
}

void TestCliCancel::dryRunSendsNothing()
{
    const QString key = openKey(u"CO"_s, u"ENTRY"_s);
    const Finished finished = m_bench->with({u"cancel"_s, key, u"--dry-run"_s, u"--format"_s, u"json"_s});
    QVERIFY2(finished.code == 0, finished.story());
    const QJsonObject result = onlyResult(finished);
    QCOMPARE(result.keys(), resultFields);
    QCOMPARE(result[u"outcome"_s].toString(), u"skipped"_s);
    QVERIFY2(
        result[u"why"_s].toString().startsWith(u"dry run: DELETE /api/v1/orders/kart/"_s + orderIdOf(key)),
        finished.story());
    QVERIFY2(finished.err.contains("legs"), "the effect is told");
    QCOMPARE(finished.object()[u"summary"_s][u"skipped"_s].toInt(), 1);
    QCOMPARE(m_venue->cancelCount(), 0);
    QVERIFY2(!QFile::exists(m_bench->configDir() + u"/journal.db"_s), "nothing was asked for");

    const Finished leg =
        m_bench->with({u"cancel"_s, key + u":THIRD"_s, u"--dry-run"_s, u"--format"_s, u"json"_s});
    QVERIFY2(leg.code == 0, leg.story());
    QVERIFY(onlyResult(leg)[u"why"_s].toString().contains(u"--allow-trade"_s));
}

void TestCliCancel::printsTable()
{
    const Finished finished = m_bench->with({u"cancel"_s, u"--yes"_s, openKey(u"REGULAR"_s)});
    QVERIFY2(finished.code == 0, finished.story());
    QVERIFY(finished.out.startsWith("KEY "));
    QVERIFY2(finished.out.contains("1 asked: 1 cancelled"), finished.story());
}

void TestCliCancel::keyInNoListSendsNothing()
{
    const Finished finished = cancel({openKey(u"REGULAR"_s), u"pocketful:nosuch"_s});
    QVERIFY2(finished.code == 2 && finished.out.isEmpty(), finished.story());
    QVERIFY(finished.err.contains("pocketful:nosuch"));
    QCOMPARE(m_venue->cancelCount(), 0);
}

void TestCliCancel::signedOutIsNotSent()
{
    const QString key = openKey(u"REGULAR"_s);
    m_bench->writeSecrets({{u"pocketful"_s, u"not.the.token"_s}});
    const Finished named = cancel({key});
    QVERIFY2(named.code == 5, named.story());
    QCOMPARE(onlyResult(named)[u"outcome"_s].toString(), u"not_sent"_s);
    QCOMPARE(onlyResult(named)[u"why"_s].toString(), u"signed_out"_s);
    QCOMPARE(cancel({u"--all"_s}).code, 6);
    m_bench->writeSecrets({});
    QCOMPARE(cancel({key}).code, 5);
}

void TestCliCancel::failedBookIsNotSent()
{
    const QString key = openKey(u"REGULAR"_s);
    QVERIFY(m_venue->setFaults(R"({"list": {"*": {"do": "status", "status": 500}}})"));
    const Finished named = cancel({key});
    QVERIFY2(named.code == 6, named.story());
    QCOMPARE(onlyResult(named)[u"outcome"_s].toString(), u"not_sent"_s);
    QCOMPARE(onlyResult(named)[u"attempts"_s].toInt(), 0);
    QCOMPARE(cancel({u"--all"_s}).code, 6);
    QCOMPARE(m_venue->cancelCount(), 0);
}

QTEST_GUILESS_MAIN(TestCliCancel)
#include "test_cli_cancel.moc"
