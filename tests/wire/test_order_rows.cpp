// SPDX-License-Identifier: Apache-2.0
// Every sample of an order list, field by field.
#include "support/describe_order.h"
#include "support/expected.h"
#include "support/fixture.h"
#include "json/json_value.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using support::fixture;
using support::replyContext;

class TestOrderRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverySample_data();
    void readsEverySample();
    void aRowHasWhatTheConnectionGives();
    void aRowKeepsItsOwnText();
    void theListingSaysWhenAndWhose();
    void twinsAcrossSamplesShareAKey();
};

void TestOrderRows::readsEverySample_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("lines");
    const auto expected = support::expectedLines(u"expected_rows.txt"_s);
    for (auto at = expected.begin(); at != expected.end(); ++at)
        QTest::newRow(qPrintable(at.key())) << at.key() << at.value();
}

void TestOrderRows::readsEverySample()
{
    QFETCH(QString, name);
    QFETCH(QStringList, lines);
    const auto listing = tradelab::readOrderList(fixture(name), replyContext());
    QVERIFY(listing.has_value());
    QStringList read;
    for (const auto &row : listing->rows)
        read << support::describe(*row);
    QCOMPARE(read, lines);
    QVERIFY(listing->warnings.empty());
    for (const auto &row : listing->rows)
        QCOMPARE(listing->find(row->key), row);
}

void TestOrderRows::aRowHasWhatTheConnectionGives()
{
    const auto listing = tradelab::readOrderList(fixture(u"tl_pending_pace.json"_s), replyContext());
    QVERIFY(listing.has_value());
    const auto &row = *listing->rows.front();
    QCOMPARE(row.key.account, u"live|tradelab|trade.pocketful.in||DEMO1"_s);
    QCOMPARE(row.key.orderId, u"200018000000003"_s);
    QCOMPARE(row.key.leg, QString());
    QCOMPARE(row.connection, u"mine"_s);
    QCOMPARE(row.currency, u"INR"_s);
    QVERIFY(!row.parent.isValid());
    QVERIFY(!row.missingSince);
}

void TestOrderRows::aRowKeepsItsOwnText()
{
    const auto listing = tradelab::readOrderList(fixture(u"tl_pending_book_mixed.json"_s), replyContext());
    QVERIFY(listing.has_value());
    for (const auto &row : listing->rows) {
        const auto own = json::parse(row->raw.view().toByteArray());
        QVERIFY(own.has_value());
        QCOMPARE((*own)[u"oms_order_id"].text(), row->orderId);
        QCOMPARE((*own)[u"order_status"].text(), row->venueStatus);
        QCOMPARE((*own)[u"last_activity_reference"].text(),
                 row->marker.reference.isEmpty() ? u"0"_s : row->marker.reference);
    }
}

void TestOrderRows::theListingSaysWhenAndWhose()
{
    auto context = replyContext();
    context.kind = orders::ListKind::Completed;
    context.began = base::seconds(5);
    context.ended = base::seconds(6);
    context.endedAt = base::WallTime(base::seconds(7));
    const QByteArray body = fixture(u"tl_completed_pace.json"_s);
    const auto listing = tradelab::readOrderList(body, context);
    QVERIFY(listing.has_value());
    QCOMPARE(listing->kind, orders::ListKind::Completed);
    QCOMPARE(listing->account, context.account.canonical());
    QCOMPARE(listing->began, context.began);
    QCOMPARE(listing->ended, context.ended);
    QCOMPARE(listing->endedAt, context.endedAt);
    QCOMPARE(listing->digest, QCryptographicHash::hash(body, QCryptographicHash::Blake2b_256).toHex());
}

void TestOrderRows::twinsAcrossSamplesShareAKey()
{
    const auto pending = tradelab::readOrderList(fixture(u"tl_pending_pace.json"_s), replyContext());
    const auto completed = tradelab::readOrderList(fixture(u"tl_completed_pace.json"_s), replyContext());
    QVERIFY(pending.has_value() && completed.has_value());
    const auto &open = *pending->rows.front();
    const auto &done = *completed->rows.front();
    QCOMPARE(open.key, done.key);
    QVERIFY(!orders::sameFingerprint(open, done));
    QVERIFY(open.exchangeOrderId != done.exchangeOrderId);
}

QTEST_APPLESS_MAIN(TestOrderRows)
#include "test_order_rows.moc"
