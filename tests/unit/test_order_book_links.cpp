// SPDX-License-Identifier: Apache-2.0
// What a row takes from other rows: its parent, its effect, and its own key when twins turn up.
#include "orders/order_book.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orders::BookDiff;
using orders::Effect;
using orders::ListingPtr;
using orders::ListKind;
using orders::OrderBook;
using orders::OrderKey;
using orders::OrderPtr;
using orders::OrderState;
using support::keyOf;
using support::makeListing;
using support::makeOrder;

namespace {

BookDiff apply(OrderBook &book, ListKind kind, ListingPtr &before, std::vector<OrderPtr> rows)
{
    const ListingPtr listing = makeListing(kind, std::move(rows));
    const BookDiff diff = book.apply(*listing, orders::compareListings(before, *listing));
    before = listing;
    return diff;
}

OrderPtr bracketLeg(const QString &leg, int filled = 0)
{
    return makeOrder(u"1"_s, leg, [&](orders::Order &order) { order.filled = filled; });
}

OrderPtr inBasket(const QString &id, const QString &leg, const QString &basket)
{
    return makeOrder(id, leg, [&](orders::Order &order) { order.basketId = basket; });
}

OrderPtr twin(const QString &exchangeId, const QString &symbol = u"INFY-EQ"_s)
{
    return makeOrder(u"1"_s, {}, [&](orders::Order &order) {
        order.exchangeOrderId = exchangeId;
        order.symbol = symbol;
    });
}

} // namespace

class TestOrderBookLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatTookItsKeyInTheList_doesNotKeepItThere();
    void anOrderWithoutAnExchangeIdTakesATwinsKey();
    void knowsWhatLivesOnOnceItIsRead();
    void legsStandUnderTheirEntry_data();
    void legsStandUnderTheirEntry();
    void anEntryOfAnotherDayIsNoParent();
    void legsWithoutAnEntryStandAlone();
    void aBasketMakesAParentToo();
    void aBasketOfSeveralEntriesMakesNone();
    void aBasketThatBecomesKnownLinks();
    void anEntryThatGoesLeavesItsLegsAlone();
    void aLegNamedAfterItsParentMayTrade_data();
    void aLegNamedAfterItsParentMayTrade();
    void theEffectOfAnEntryFollowsItsFills();
    void aPlainRowIsAPlainCancel();
    void twinsOfTwoListsAreTwoOrders_data();
    void twinsOfTwoListsAreTwoOrders();
    void aTwinThatComesLeavesTheFirstItsKey();
    void aTwinThatGoesLeavesTheOtherItsKey();
    void anOrderThatGetsItsExchangeIdStaysTheSame();

private:
    BookDiff pending(std::vector<OrderPtr> rows)
    {
        return apply(m_book, ListKind::Pending, m_pending, std::move(rows));
    }
    BookDiff completed(std::vector<OrderPtr> rows)
    {
        return apply(m_book, ListKind::Completed, m_completed, std::move(rows));
    }
    [[nodiscard]] OrderPtr row(const QString &id, const QString &leg) const
    {
        return m_book.find(keyOf(id, leg));
    }

    OrderBook m_book;
    ListingPtr m_pending;
    ListingPtr m_completed;
};

void TestOrderBookLinks::init()
{
    (void)m_book.clear();
    m_pending = nullptr;
    m_completed = nullptr;
}

void TestOrderBookLinks::legsStandUnderTheirEntry_data()
{
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    const QStringList all{u"Entry"_s, u"SECOND"_s, u"third"_s};
    QTest::newRow("at once") << all << all;
    QTest::newRow("entry first") << QStringList{u"Entry"_s} << all;
    QTest::newRow("legs first") << QStringList{u"SECOND"_s, u"third"_s} << all;
    QTest::newRow("entry in the middle")
        << QStringList{u"SECOND"_s} << QStringList{u"third"_s, u"Entry"_s, u"SECOND"_s};
}

void TestOrderBookLinks::legsStandUnderTheirEntry()
{
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    const auto rowsOf = [](const QStringList &legs) {
        std::vector<OrderPtr> rows;
        for (const QString &leg : legs)
            rows.push_back(bracketLeg(leg));
        return rows;
    };
    pending(rowsOf(first));
    pending(rowsOf(second));
    const OrderKey entry = keyOf(u"1"_s, u"Entry"_s);
    QCOMPARE(row(u"1"_s, u"SECOND"_s)->parent, entry);
    QCOMPARE(row(u"1"_s, u"third"_s)->parent, entry);
    QVERIFY(!m_book.find(entry)->parent.isValid());
    QCOMPARE(m_book.legsOf(entry).size(), std::size_t(2));
    QCOMPARE(m_book.find(entry)->effect, Effect::CancelWithLegs);
    QCOMPARE(row(u"1"_s, u"SECOND"_s)->effect, Effect::MayTrade);
    // A change of a leg keeps it where it stands.
    pending({bracketLeg(u"Entry"_s), bracketLeg(u"SECOND"_s, 1), bracketLeg(u"third"_s)});
    QCOMPARE(row(u"1"_s, u"SECOND"_s)->parent, entry);
    QCOMPARE(row(u"1"_s, u"SECOND"_s)->filled, base::Decimal(1));
}

void TestOrderBookLinks::anEntryOfAnotherDayIsNoParent()
{
    const auto yesterday =
        makeOrder(u"1"_s, u"ENTRY"_s, [](orders::Order &order) { order.key.day = 20240314; });
    pending({yesterday, bracketLeg(u"SECOND"_s)});
    QVERIFY(!row(u"1"_s, u"SECOND"_s)->parent.isValid());
    QVERIFY(m_book.legsOf(yesterday->key).empty());
}

void TestOrderBookLinks::legsWithoutAnEntryStandAlone()
{
    pending({bracketLeg(u"SECOND"_s), bracketLeg(u"THIRD"_s), makeOrder(u"1"_s)});
    QVERIFY(!row(u"1"_s, u"SECOND"_s)->parent.isValid());
    QCOMPARE(row(u"1"_s, u"SECOND"_s)->effect, Effect::MayTrade);
}

void TestOrderBookLinks::aBasketMakesAParentToo()
{
    pending({inBasket(u"2"_s, u"THIRD"_s, u"B7"_s), inBasket(u"1"_s, u"ENTRY"_s, u"B7"_s),
             inBasket(u"3"_s, u"THIRD"_s, u"B8"_s)});
    QCOMPARE(row(u"2"_s, u"THIRD"_s)->parent, keyOf(u"1"_s, u"ENTRY"_s));
    QVERIFY(!row(u"3"_s, u"THIRD"_s)->parent.isValid());
    QCOMPARE(m_book.legsOf(keyOf(u"1"_s, u"ENTRY"_s)).size(), std::size_t(1));
}

void TestOrderBookLinks::aBasketOfSeveralEntriesMakesNone()
{
    pending({inBasket(u"1"_s, u"ENTRY"_s, u"B7"_s), inBasket(u"2"_s, u"ENTRY"_s, u"B7"_s),
             inBasket(u"3"_s, u"THIRD"_s, u"B7"_s), inBasket(u"2"_s, u"THIRD"_s, u"B7"_s)});
    QVERIFY(!row(u"3"_s, u"THIRD"_s)->parent.isValid());
    QCOMPARE(row(u"2"_s, u"THIRD"_s)->parent, keyOf(u"2"_s, u"ENTRY"_s));
}

void TestOrderBookLinks::aBasketThatBecomesKnownLinks()
{
    pending({inBasket(u"1"_s, u"ENTRY"_s, {}), inBasket(u"2"_s, u"THIRD"_s, u"B7"_s)});
    QVERIFY(!row(u"2"_s, u"THIRD"_s)->parent.isValid());
    pending({inBasket(u"1"_s, u"ENTRY"_s, u"B7"_s), inBasket(u"2"_s, u"THIRD"_s, u"B7"_s)});
    QCOMPARE(row(u"2"_s, u"THIRD"_s)->parent, keyOf(u"1"_s, u"ENTRY"_s));
    pending({inBasket(u"1"_s, u"ENTRY"_s, u"B8"_s), inBasket(u"2"_s, u"THIRD"_s, u"B7"_s)});
    QVERIFY(!row(u"2"_s, u"THIRD"_s)->parent.isValid());
}

void TestOrderBookLinks::anEntryThatGoesLeavesItsLegsAlone()
{
    const auto filled = makeOrder(u"1"_s, OrderState::Filled, {}, u"ENTRY"_s);
    completed({filled});
    pending({bracketLeg(u"SECOND"_s)});
    QVERIFY(row(u"1"_s, u"SECOND"_s)->parent.isValid());
    const BookDiff diff = completed({});
    QCOMPARE(diff.removed, std::vector{keyOf(u"1"_s, u"ENTRY"_s)});
    QCOMPARE(diff.changed.size(), std::size_t(1));
    QVERIFY(!row(u"1"_s, u"SECOND"_s)->parent.isValid());
}

void TestOrderBookLinks::aLegNamedAfterItsParentMayTrade_data()
{
    QTest::addColumn<bool>("isParentFirst");
    QTest::newRow("parent first") << true;
    QTest::newRow("leg first") << false;
}

void TestOrderBookLinks::aLegNamedAfterItsParentMayTrade()
{
    QFETCH(bool, isParentFirst);
    const auto parent = makeOrder(u"250328000022151"_s);
    const auto leg = makeOrder(u"250328000022152"_s, u"250328000022151"_s);
    pending({isParentFirst ? parent : leg});
    if (!isParentFirst)
        QCOMPARE(m_book.find(leg->key)->effect, Effect::Unknown);
    const BookDiff diff = pending({parent, leg});
    QCOMPARE(m_book.find(leg->key)->effect, Effect::MayTrade);
    QCOMPARE(m_book.find(parent->key)->effect, Effect::Cancel);
    QVERIFY(!m_book.find(leg->key)->parent.isValid()); // under an ENTRY alone (rulings.md 4)
    QCOMPARE(diff.changed.size(), std::size_t(isParentFirst ? 0 : 1));
}

void TestOrderBookLinks::theEffectOfAnEntryFollowsItsFills()
{
    pending({bracketLeg(u"ENTRY"_s)});
    QCOMPARE(row(u"1"_s, u"ENTRY"_s)->effect, Effect::CancelWithLegs);
    pending({bracketLeg(u"ENTRY"_s, 5)});
    QCOMPARE(row(u"1"_s, u"ENTRY"_s)->effect, Effect::Unknown);
}

void TestOrderBookLinks::aPlainRowIsAPlainCancel()
{
    auto row = std::make_shared<orders::Order>(*makeOrder(u"1"_s));
    row->effect = Effect::Unknown; // a codec that left it open
    pending({row});
    QCOMPARE(m_book.find(keyOf(u"1"_s))->effect, Effect::Cancel);
}

void TestOrderBookLinks::twinsOfTwoListsAreTwoOrders_data()
{
    QTest::addColumn<bool>("isPendingFirst");
    QTest::newRow("pending first") << true;
    QTest::newRow("completed first") << false;
}

// Two brokers' samples name different orders by one oms id: an open PNB-EQ and a complete GOLDGUINEA.
void TestOrderBookLinks::twinsOfTwoListsAreTwoOrders()
{
    QFETCH(bool, isPendingFirst);
    const auto open = twin(u"1200000007823258"_s, u"PNB-EQ"_s);
    auto done = std::make_shared<orders::Order>(*twin(u"202032300187889"_s, u"GOLDGUINEA20DECFUT"_s));
    done->state = OrderState::Filled;
    isPendingFirst ? pending({open}) : completed({done});
    isPendingFirst ? completed({done}) : pending({open});
    const auto both = m_book.withOrderId(u"1"_s);
    QCOMPARE(both.size(), std::size_t(2));
    for (const OrderPtr &row : both) {
        QCOMPARE(m_book.find(row->key), row);
        QCOMPARE(row->state, row->symbol == u"PNB-EQ" ? OrderState::Open : OrderState::Filled);
    }
    // Each list takes its own order away, whatever key the book gave it.
    completed({});
    QCOMPARE(m_book.size(), std::size_t(1));
    QCOMPARE(m_book.rows().front()->symbol, u"PNB-EQ"_s);
    QVERIFY(!m_book.rows().front()->missingSince);
    pending({});
    QVERIFY(m_book.rows().front()->missingSince);
}

void TestOrderBookLinks::aTwinThatComesLeavesTheFirstItsKey()
{
    pending({twin(u"11"_s)});
    const BookDiff diff = pending({twin(u"12"_s, u"PNB-EQ"_s), twin(u"11"_s)});
    QCOMPARE(diff.added.size(), std::size_t(1));
    QVERIFY(diff.changed.empty() && diff.removed.empty());
    QCOMPARE(m_book.find(keyOf(u"1"_s))->exchangeOrderId, u"11"_s);
    QCOMPARE(m_book.find(keyOf(u"1"_s, {}, u"12"_s))->symbol, u"PNB-EQ"_s);
}

void TestOrderBookLinks::aTwinThatGoesLeavesTheOtherItsKey()
{
    pending({twin(u"12"_s, u"PNB-EQ"_s), twin(u"11"_s)});
    QCOMPARE(m_book.size(), std::size_t(2));
    const BookDiff diff = pending({twin(u"11"_s)});
    QVERIFY(diff.added.empty() && diff.removed.empty());
    QCOMPARE(diff.changed.size(), std::size_t(1));
    QVERIFY(m_book.find(keyOf(u"1"_s, {}, u"12"_s))->missingSince);
    QVERIFY(!m_book.find(keyOf(u"1"_s, {}, u"11"_s))->missingSince);
}

void TestOrderBookLinks::anOrderThatGetsItsExchangeIdStaysTheSame()
{
    pending({twin({})});
    const BookDiff diff = pending({twin(u"11"_s)});
    QCOMPARE(diff.changed.size(), std::size_t(1));
    QCOMPARE(m_book.size(), std::size_t(1));
    QCOMPARE(m_book.find(keyOf(u"1"_s))->exchangeOrderId, u"11"_s);
}

void TestOrderBookLinks::whatTookItsKeyInTheList_doesNotKeepItThere()
{
    OrderBook book;
    ListingPtr pending;
    apply(book, ListKind::Pending, pending, {twin(u"11"_s)});
    apply(book, ListKind::Pending, pending, {twin(u"22"_s, u"SBIN-EQ"_s)}); // the id is used again
    const auto rows = book.withOrderId(u"1"_s);
    QCOMPARE(rows.size(), std::size_t(2));
    for (const OrderPtr &row : rows)
        QCOMPARE(row->missingSince.has_value(), row->exchangeOrderId == "11"_L1);
}

void TestOrderBookLinks::anOrderWithoutAnExchangeIdTakesATwinsKey()
{
    const auto over = [](const QString &exchangeId, const QString &symbol) {
        auto row = std::make_shared<orders::Order>(*twin(exchangeId, symbol));
        row->state = OrderState::Cancelled;
        return row;
    };
    const OrderPtr last = over(u"22"_s, u"SBIN-EQ"_s);
    OrderBook book;
    ListingPtr closed;
    apply(book, ListKind::Completed, closed, {over(u"11"_s, u"INFY-EQ"_s), last});
    apply(book, ListKind::Completed, closed, {last});
    apply(book, ListKind::Completed, closed, {over({}, u"ITC-EQ"_s), last});
    QStringList symbols;
    for (const OrderPtr &row : book.withOrderId(u"1"_s))
        symbols << row->symbol;
    symbols.sort();
    QCOMPARE(symbols, QStringList({u"ITC-EQ"_s, u"SBIN-EQ"_s}));
}

void TestOrderBookLinks::knowsWhatLivesOnOnceItIsRead()
{
    OrderBook book;
    ListingPtr before;
    const auto read = [&](base::MonoTime began, std::vector<OrderPtr> rows) {
        auto listing = std::make_shared<orders::Listing>(*makeListing(ListKind::Open, std::move(rows)));
        listing->began = began;
        book.apply(*listing, orders::compareListings(before, *listing));
        before = listing;
    };
    const auto tell = [&](base::MonoTime at, const OrderPtr &row) {
        const std::vector rows{row};
        book.applyRows(rows, ListKind::Event, at);
    };
    const auto over = [](const QString &id, const QString &replaced = {}) {
        return makeOrder(id, {}, [&](orders::Order &order) {
            order.state = OrderState::Cancelled;
            order.replacedOrderId = replaced;
            order.marker.reference = u"9"_s;
        });
    };
    const auto open = [](const QString &id, const QString &replaced = {}) {
        return makeOrder(id, {}, [&](orders::Order &order) {
            order.replacedOrderId = replaced;
            order.marker.reference = u"5"_s;
        });
    };
    const OrderPtr first = open(u"1"_s);
    const OrderPtr second = open(u"2"_s, u"1"_s);
    QVERIFY(!book.knowsWhatLivesOn(*first)); // nothing has been read
    read(10s, {first});
    QVERIFY(book.knowsWhatLivesOn(*first));
    tell(20s, over(u"1"_s));
    QVERIFY(!book.knowsWhatLivesOn(*first));
    read(21s, {first}); // from a cache: it still has it
    QVERIFY(!book.knowsWhatLivesOn(*first));
    read(22s, {second});
    QVERIFY(book.knowsWhatLivesOn(*first)); // and what lives on is the second
    tell(30s, over(u"2"_s, u"1"_s));
    QVERIFY(!book.knowsWhatLivesOn(*first)); // something may have taken its place in turn
    read(31s, {});
    QVERIFY(book.knowsWhatLivesOn(*first));
}

QTEST_APPLESS_MAIN(TestOrderBookLinks)
#include "test_order_book_links.moc"
