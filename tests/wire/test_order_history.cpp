// SPDX-License-Identifier: Apache-2.0
// Every sample of an order's history, field by field, in its three shapes.
#include "support/describe_order.h"
#include "support/expected.h"
#include "support/fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::fixture;
using support::replyContext;

namespace {

orders::Order askedOrder()
{
    orders::Order asked;
    asked.key = {u"acc"_s, 20201118, u"7"_s, u"ENTRY"_s, {}};
    asked.orderId = u"7"_s;
    asked.leg = u"ENTRY"_s;
    asked.kind = u"BO"_s;
    return asked;
}

} // namespace

class TestOrderHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverySample_data();
    void readsEverySample();
    void standsUnderTheKeyThatWasAskedFor();
    void theNewestComesFirst_data();
    void theNewestComesFirst();
    void mayBeEmpty_data();
    void mayBeEmpty();
    void aFailureIsNoHistory_data();
    void aFailureIsNoHistory();
};

void TestOrderHistory::readsEverySample_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("lines");
    const auto expected = support::expectedLines(u"expected_revisions.txt"_s);
    for (auto at = expected.begin(); at != expected.end(); ++at)
        QTest::newRow(qPrintable(at.key())) << at.key() << at.value();
}

void TestOrderHistory::readsEverySample()
{
    QFETCH(QString, name);
    QFETCH(QStringList, lines);
    const auto revisions = tradelab::readOrderHistory(fixture(name), replyContext(), askedOrder());
    QVERIFY(revisions.has_value());
    QStringList read;
    for (const auto &row : *revisions)
        read << support::describe(*row);
    QCOMPARE(read, lines);
}

void TestOrderHistory::standsUnderTheKeyThatWasAskedFor()
{
    const auto asked = askedOrder();
    const auto revisions =
        tradelab::readOrderHistory(fixture(u"tl_history_mastertrust.json"_s), replyContext(), asked);
    QVERIFY(revisions.has_value());
    for (const auto &row : *revisions) {
        QCOMPARE(row->key, asked.key);
        QCOMPARE(row->orderId, asked.orderId);
        QVERIFY(row->raw.view().toByteArray().contains("250328000022151"));
    }
}

void TestOrderHistory::theNewestComesFirst_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("statuses");
    QTest::newRow("newest first")
        << QByteArray(R"({"status":"C","last_modified":3},{"status":"B","last_modified":2})") << u"C B"_s;
    QTest::newRow("oldest first")
        << QByteArray(R"({"status":"B","last_modified":2},{"status":"C","last_modified":3})") << u"C B"_s;
    QTest::newRow("by number, not by text")
        << QByteArray(R"({"status":"B","last_modified":9},{"status":"C","last_modified":10})") << u"C B"_s;
    QTest::newRow("no times") << QByteArray(R"({"status":"C"},{"status":"B"})") << u"C B"_s;
    QTest::newRow("not all have one")
        << QByteArray(R"({"status":"C"},{"status":"B","last_modified":2})") << u"C B"_s;
    QTest::newRow("the same time")
        << QByteArray(R"({"status":"C","last_modified":2},{"status":"B","last_modified":2})") << u"C B"_s;
}

void TestOrderHistory::theNewestComesFirst()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, statuses);
    const auto revisions = tradelab::readOrderHistory(R"({"data":[)" + rows + R"(],"status":"success"})",
                                                      replyContext(), askedOrder());
    QVERIFY(revisions.has_value());
    QStringList read;
    for (const auto &row : *revisions)
        read << row->venueStatus;
    QCOMPARE(read.join(u' '), statuses);
}

void TestOrderHistory::mayBeEmpty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("array") << QByteArray(R"({"data":[],"message":"","status":"success"})");
    QTest::newRow("nested") << QByteArray(R"({"data":{"order history":[],"status":"success"}})");
    QTest::newRow("null") << QByteArray(R"({"data":{"order history":null,"status":"success"}})");
}

void TestOrderHistory::mayBeEmpty()
{
    QFETCH(QByteArray, body);
    const auto revisions = tradelab::readOrderHistory(body, replyContext(), askedOrder());
    QVERIFY(revisions.has_value());
    QVERIFY(revisions->empty());
}

void TestOrderHistory::aFailureIsNoHistory_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("http");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("not found") << fixture(u"tl_error_failed_status.json"_s) << 200
                               << base::ErrorKind::VenueRefused;
    QTest::newRow("forbidden") << fixture(u"tl_error_40000_list.json"_s) << 200
                               << base::ErrorKind::NotAllowed;
    QTest::newRow("signed out") << fixture(u"tl_error_401.json"_s) << 401 << base::ErrorKind::SignedOut;
    QTest::newRow("html") << QByteArray("<html></html>") << 200 << base::ErrorKind::BadReply;
    QTest::newRow("no list") << QByteArray(R"({"data":{},"status":"success"})") << 200
                             << base::ErrorKind::BadReply;
    QTest::newRow("inner error") << QByteArray(R"({"data":{"order history":[],"status":"error"}})") << 200
                                 << base::ErrorKind::VenueRefused;
}

void TestOrderHistory::aFailureIsNoHistory()
{
    QFETCH(QByteArray, body);
    QFETCH(int, http);
    QFETCH(base::ErrorKind, kind);
    const auto revisions = tradelab::readOrderHistory(body, replyContext(http), askedOrder());
    QVERIFY(!revisions.has_value());
    QCOMPARE(revisions.error().kind, kind);
}

QTEST_APPLESS_MAIN(TestOrderHistory)
#include "test_order_history.moc"
