// SPDX-License-Identifier: Apache-2.0
#include "orders/listing.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::ListKind;
using orders::OrderPtr;
using orders::OrderState;
using support::keyOf;
using support::makeListing;
using support::makeOrder;

namespace {

OrderPtr twin(const QString &id, const QString &exchangeId)
{
    return makeOrder(id, {}, [&](orders::Order &order) { order.exchangeOrderId = exchangeId; });
}

QStringList idsOf(const std::vector<OrderPtr> &rows)
{
    QStringList ids;
    for (const OrderPtr &row : rows)
        ids << row->orderId;
    return ids;
}

// Rows with a reply: "1a 2b" has order 1 with the text "1a" and order 2 with the text "2b".
orders::ListingPtr listingOfText(const QString &text)
{
    const auto reply = std::make_shared<const QByteArray>(text.toUtf8());
    std::vector<OrderPtr> rows;
    for (qsizetype at = 0; at < text.size(); at += 3) {
        rows.push_back(makeOrder(text.mid(at, 1), {}, [&](orders::Order &order) {
            order.raw = {reply, at, 2};
        }));
    }
    return makeListing(ListKind::Pending, std::move(rows));
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsRows();
    void twinsAreToldApartByTheirExchangeIds();
    void threeOfAKindToo();
    void oneTwinMayHaveNoExchangeId();
    void ofRowsThatNothingTellsApartTheLastStands();
    void everythingIsNewWithoutAListingBefore();
    void theSameListingChangesNothing();
    void tellsWhatChangedAndWhatVanished_data();
    void tellsWhatChangedAndWhatVanished();
    void aTwinThatLeavesRenamesTheOther();
    void unchangedRowsAreShared();
    void aFewNewRowsKeepTheirOwnTextAlone();
    void aNewListKeepsItsReply();
    void hasNamesForPeople();
};

void TestListing::findsItsRows()
{
    const auto listing = makeListing(ListKind::Pending, {makeOrder(u"1"_s), makeOrder(u"1"_s, u"SECOND"_s)});
    QCOMPARE(listing->find(keyOf(u"1"_s)), listing->rows[0]);
    QCOMPARE(listing->find(keyOf(u"1"_s, u"SECOND"_s)), listing->rows[1]);
    QVERIFY(!listing->find(keyOf(u"2"_s)));
    QVERIFY(listing->warnings.empty());
}

void TestListing::twinsAreToldApartByTheirExchangeIds()
{
    const auto listing =
        makeListing(ListKind::Pending, {twin(u"1"_s, u"11"_s), makeOrder(u"2"_s), twin(u"1"_s, u"12"_s)});
    QCOMPARE(listing->rows.size(), std::size_t(3));
    QCOMPARE(listing->find(keyOf(u"1"_s, {}, u"11"_s))->exchangeOrderId, u"11"_s);
    QCOMPARE(listing->find(keyOf(u"1"_s, {}, u"12"_s))->exchangeOrderId, u"12"_s);
    QVERIFY(!listing->find(keyOf(u"1"_s)));
    QVERIFY(listing->find(keyOf(u"2"_s)));
    QVERIFY(listing->warnings.empty());
}

void TestListing::threeOfAKindToo()
{
    const auto listing =
        makeListing(ListKind::Pending, {twin(u"1"_s, u"11"_s), twin(u"1"_s, u"12"_s), twin(u"1"_s, u"13"_s)});
    for (const QString &id : {u"11"_s, u"12"_s, u"13"_s})
        QCOMPARE(listing->find(keyOf(u"1"_s, {}, id))->exchangeOrderId, id);
}

void TestListing::oneTwinMayHaveNoExchangeId()
{
    const auto listing = makeListing(ListKind::Pending, {twin(u"1"_s, {}), twin(u"1"_s, u"12"_s)});
    QCOMPARE(listing->find(keyOf(u"1"_s))->exchangeOrderId, QString());
    QCOMPARE(listing->find(keyOf(u"1"_s, {}, u"12"_s))->exchangeOrderId, u"12"_s);
}

void TestListing::ofRowsThatNothingTellsApartTheLastStands()
{
    const auto listing =
        makeListing(ListKind::Pending, {makeOrder(u"1"_s, OrderState::Open), makeOrder(u"2"_s),
                                        makeOrder(u"1"_s, OrderState::InFlight), makeOrder(u"3"_s)});
    QCOMPARE(idsOf(listing->rows), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    for (const OrderPtr &row : listing->rows)
        QCOMPARE(listing->find(row->key), row);
    QCOMPARE(listing->rows[0]->state, OrderState::InFlight);
    QCOMPARE(listing->warnings.size(), std::size_t(1));
    QCOMPARE(listing->warnings[0].row, 2);
}

void TestListing::everythingIsNewWithoutAListingBefore()
{
    const auto listing = makeListing(ListKind::Pending, {makeOrder(u"1"_s), makeOrder(u"2"_s)});
    const auto delta = orders::compareListings(nullptr, *listing);
    QCOMPARE(idsOf(delta.upserted), (QStringList{u"1"_s, u"2"_s}));
    QVERIFY(delta.vanished.empty());
}

void TestListing::theSameListingChangesNothing()
{
    const auto make = [] { return makeListing(ListKind::Pending, {makeOrder(u"1"_s), makeOrder(u"2"_s)}); };
    const auto delta = orders::compareListings(make(), *make());
    QVERIFY(delta.upserted.empty() && delta.vanished.empty());
}

void TestListing::tellsWhatChangedAndWhatVanished_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("upserted");
    QTest::addColumn<QStringList>("vanished");
    // "7*" is row 7 with another price.
    const auto row = [](const char *name, const char *before, const char *after, const char *upserted,
                        const char *vanished) {
        const auto split = [](const char *text) {
            return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << split(before) << split(after) << split(upserted) << split(vanished);
    };
    row("one came", "1 2", "1 2 3", "3", "");
    row("one went", "1 2 3", "1 3", "", "2");
    row("one changed", "1 2 3", "1 2* 3", "2*", "");
    row("another order", "1 2 3", "3 1 2", "", "");
    row("all at once", "1 2 3", "3* 4 1", "3* 4", "2");
    row("none left", "1 2", "", "", "1 2");
    row("from none", "", "1", "1", "");
}

void TestListing::tellsWhatChangedAndWhatVanished()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    QFETCH(QStringList, upserted);
    QFETCH(QStringList, vanished);
    const auto listingOf = [](const QStringList &names) {
        std::vector<OrderPtr> rows;
        for (const QString &name : names)
            rows.push_back(makeOrder(name.left(1), {}, [&](orders::Order &order) {
                order.price = name.endsWith(u'*') ? 1501 : 1500;
            }));
        return makeListing(ListKind::Pending, rows);
    };
    const auto delta = orders::compareListings(listingOf(before), *listingOf(after));
    QStringList changed;
    for (const OrderPtr &row : delta.upserted)
        changed << row->orderId + (row->price == base::Decimal(1501) ? u"*"_s : QString());
    QStringList gone;
    for (const auto &key : delta.vanished)
        gone << key.orderId;
    QCOMPARE(changed, upserted);
    QCOMPARE(gone, vanished);
}

void TestListing::aTwinThatLeavesRenamesTheOther()
{
    const auto both = makeListing(ListKind::Pending, {twin(u"1"_s, u"11"_s), twin(u"1"_s, u"12"_s)});
    const auto one = makeListing(ListKind::Pending, {twin(u"1"_s, u"11"_s)});
    const auto delta = orders::compareListings(both, *one);
    QCOMPARE(delta.upserted.size(), std::size_t(1));
    QCOMPARE(delta.upserted[0]->key, keyOf(u"1"_s));
    QCOMPARE(delta.vanished.size(), std::size_t(2));
}

void TestListing::unchangedRowsAreShared()
{
    const auto before = listingOfText(u"1a 2a 3a 4a 5a"_s);
    auto after = *listingOfText(u"1a 2b 3a 5a 4a 6a"_s);
    orders::shareUnchanged(before, after);
    for (const QString &id : {u"1"_s, u"3"_s, u"4"_s, u"5"_s})
        QCOMPARE(after.find(keyOf(id)), before->find(keyOf(id)));
    for (const QString &id : {u"2"_s, u"6"_s})
        QVERIFY(after.find(keyOf(id)) != before->find(keyOf(id)));
    QCOMPARE(after.find(keyOf(u"2"_s))->raw.view().toByteArray(), "2b"_ba);
    orders::shareUnchanged(nullptr, after);
    QCOMPARE(after.rows.size(), std::size_t(6));
}

void TestListing::aFewNewRowsKeepTheirOwnTextAlone()
{
    const auto before = listingOfText(u"1a 2a 3a 4a 5a 6a"_s);
    auto after = *listingOfText(u"1a 2a 3a 4b 5a 6a"_s);
    const std::weak_ptr<const QByteArray> reply = after.rows[3]->raw.reply;
    orders::shareUnchanged(before, after);
    QVERIFY(reply.expired()); // nobody needs it any more
    QCOMPARE(after.rows[3]->raw.view().toByteArray(), "4b"_ba);
    QCOMPARE(after.rows[0]->raw.view().toByteArray(), "1a"_ba);
    QCOMPARE(after.find(keyOf(u"4"_s)), after.rows[3]);
}

void TestListing::aNewListKeepsItsReply()
{
    auto after = *listingOfText(u"1b 2b 3b 4a"_s);
    const auto reply = after.rows[0]->raw.reply;
    orders::shareUnchanged(listingOfText(u"1a 2a 3a 4a"_s), after);
    QCOMPARE(after.rows[0]->raw.reply, reply);
    QCOMPARE(after.rows[2]->raw.view().toByteArray(), "3b"_ba);
}

void TestListing::hasNamesForPeople()
{
    QCOMPARE(orders::listName(ListKind::Pending), u"pending list"_s);
    QCOMPARE(orders::listName(ListKind::Completed), u"completed list"_s);
    QCOMPARE(orders::listName(ListKind::History), u"order history"_s);
}

QTEST_APPLESS_MAIN(TestListing)
#include "test_listing.moc"
