// SPDX-License-Identifier: Apache-2.0
#include "orders/order_book.h"
#include "support/orders_of.h"

#include <QTest>

using namespace Qt::StringLiterals;
using orders::BookDiff;
using orders::ListingPtr;
using orders::ListKind;
using orders::OrderBook;
using orders::OrderPtr;
using orders::OrderState;
using support::keyOf;
using support::makeListing;
using support::makeOrder;

namespace {

constexpr base::WallTime now{base::milliseconds(1'710'480'600'000)};

// A book and the listings that went into it, as a venue's reader keeps them.
class Feed
{
public:
    BookDiff read(ListKind kind, std::vector<OrderPtr> rows)
    {
        ListingPtr &before = kind == ListKind::Completed ? m_completed : m_pending;
        auto listing = std::make_shared<orders::Listing>(*makeListing(kind, std::move(rows), now));
        listing->began = ++m_time;
        const BookDiff diff = book.apply(*listing, orders::compareListings(before, *listing));
        before = listing;
        return diff;
    }
    BookDiff pending(std::vector<OrderPtr> rows) { return read(ListKind::Pending, std::move(rows)); }
    BookDiff completed(std::vector<OrderPtr> rows) { return read(ListKind::Completed, std::move(rows)); }
    BookDiff event(OrderPtr row)
    {
        const std::vector rows{std::move(row)};
        return book.applyRows(rows, ListKind::Event, ++m_time);
    }
    /// A list that was asked for before the last event, and arrives after it.
    BookDiff latePending(std::vector<OrderPtr> rows)
    {
        m_time -= base::MonoTime(2);
        BookDiff diff = pending(std::move(rows));
        m_time += base::MonoTime(1);
        return diff;
    }

    OrderBook book;

private:
    base::MonoTime m_time{10};
    ListingPtr m_pending;
    ListingPtr m_completed;
};

// "added/changed/removed", each a list of order ids.
QString summary(const BookDiff &diff)
{
    QStringList added;
    QStringList changed;
    QStringList removed;
    for (const OrderPtr &row : diff.added)
        added << row->key.orderId;
    for (const OrderPtr &row : diff.changed)
        changed << row->key.orderId;
    for (const auto &key : diff.removed)
        removed << key.orderId;
    for (QStringList *each : {&added, &changed, &removed})
        each->sort();
    return added.join(u',') + u'/' + changed.join(u',') + u'/' + removed.join(u',');
}

OrderState stateOf(const Feed &feed, const QString &id)
{
    return feed.book.find(keyOf(id))->state;
}

} // namespace

class TestOrderBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstListIsAllNew();
    void tellsOnlyWhatChanged();
    void theCompletedListWins_data();
    void theCompletedListWins();
    void anOlderCompletedRowDoesNotEndAnOrder();
    void aNewerMarkerReopens();
    void withoutMarkersOnBothSidesNothingReopens();
    void whatTheCompletedListForgetsIsOpenAgain();
    void whatLeavesBothListsIsMissing();
    void whatIsOverAndLeavesBothListsIsRemoved();
    void whatWasMissingComesBack();
    void whatWasMissingIsFoundCompleted();
    void anEmptyListMakesEverythingMissing();
    void anEventHoldsUntilAListIsAsNew();
    void anEventWithoutAMarkerHoldsUntilALaterList();
    void anOlderEventSaysNothing();
    void anEventThatIsLateDoesNotBringAnOrderBack();
    void anEventMayBringARow();
    void whatAnEventBroughtIsMissingWhereALaterListLacksIt();
    void whatAnEventEndedStaysWhenTheListForgetsIt();
    void aListByAnotherReaderIsComparedWithTheBook();
    void namesWhatLivesOn();
    void oneOrdersStatusBringsNoRow();
    void aBookThatIsClearedTellsEveryKey();
    void isAskedByOrderId();
};

void TestOrderBook::theFirstListIsAllNew()
{
    Feed feed;
    QCOMPARE(summary(feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s)})), u"1,2//"_s);
    QCOMPARE(feed.book.size(), std::size_t(2));
    QCOMPARE(feed.book.rows().size(), std::size_t(2));
    QCOMPARE(feed.book.find(keyOf(u"1"_s))->orderId, u"1"_s);
    QVERIFY(!feed.book.find(keyOf(u"3"_s)));
}

void TestOrderBook::tellsOnlyWhatChanged()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s)});
    QVERIFY(feed.pending({makeOrder(u"2"_s), makeOrder(u"1"_s)}).isEmpty());
    const auto diff =
        feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s, OrderState::InFlight), makeOrder(u"3"_s)});
    QCOMPARE(summary(diff), u"3/2/"_s);
    QCOMPARE(diff.changed.front(), feed.book.find(keyOf(u"2"_s)));
}

void TestOrderBook::theCompletedListWins_data()
{
    QTest::addColumn<bool>("isPendingFirst");
    QTest::addColumn<QString>("openMarker");
    QTest::addColumn<QString>("closedMarker");
    for (const bool first : {true, false}) {
        const QByteArray order = first ? ", pending first" : ", completed first";
        QTest::newRow("newer marker" + order) << first << u"5"_s << u"6"_s;
        QTest::newRow("same marker" + order) << first << u"5"_s << u"5"_s;
        QTest::newRow("no marker when closed" + order) << first << u"5"_s << QString();
        QTest::newRow("no marker while open" + order) << first << QString() << u"5"_s;
        QTest::newRow("no markers" + order) << first << QString() << QString();
    }
}

void TestOrderBook::theCompletedListWins()
{
    QFETCH(bool, isPendingFirst);
    QFETCH(QString, openMarker);
    QFETCH(QString, closedMarker);
    Feed feed;
    const auto readPending = [&] { feed.pending({makeOrder(u"1"_s, OrderState::Open, openMarker)}); };
    const auto readCompleted = [&] {
        feed.completed({makeOrder(u"1"_s, OrderState::Cancelled, closedMarker)});
    };
    isPendingFirst ? readPending() : readCompleted();
    isPendingFirst ? readCompleted() : readPending();
    QCOMPARE(feed.book.size(), std::size_t(1));
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
    // The pending list has caught up: still cancelled, and nothing to tell.
    QVERIFY(feed.pending({}).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
}

void TestOrderBook::anOlderCompletedRowDoesNotEndAnOrder()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open, u"7"_s)});
    feed.completed({makeOrder(u"1"_s, OrderState::Cancelled, u"6"_s)});
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Open);
}

void TestOrderBook::aNewerMarkerReopens()
{
    Feed feed;
    feed.completed({makeOrder(u"1"_s, OrderState::Cancelled, u"6"_s)});
    QCOMPARE(summary(feed.pending({makeOrder(u"1"_s, OrderState::Open, u"7"_s)})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Open);
    // It leaves the open list again: the closed list has it, so it is not missing.
    QCOMPARE(summary(feed.pending({})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
}

void TestOrderBook::withoutMarkersOnBothSidesNothingReopens()
{
    Feed feed;
    feed.completed({makeOrder(u"1"_s, OrderState::Filled)});
    QVERIFY(feed.pending({makeOrder(u"1"_s, OrderState::Open, u"7"_s)}).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Filled);
}

void TestOrderBook::whatTheCompletedListForgetsIsOpenAgain()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open, u"5"_s)});
    feed.completed({makeOrder(u"1"_s, OrderState::Cancelled, u"6"_s)});
    QCOMPARE(summary(feed.completed({})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Open);
    QVERIFY(!feed.book.find(keyOf(u"1"_s))->missingSince);
}

void TestOrderBook::whatLeavesBothListsIsMissing()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s)});
    QCOMPARE(summary(feed.pending({makeOrder(u"2"_s)})), u"/1/"_s);
    const OrderPtr row = feed.book.find(keyOf(u"1"_s));
    QVERIFY(row->isAlive());
    QCOMPARE(row->missingSince, std::optional(now));
    // It stays so, without further notice.
    QVERIFY(feed.pending({makeOrder(u"2"_s)}).isEmpty());
    QVERIFY(feed.completed({}).isEmpty());
    QCOMPARE(feed.book.size(), std::size_t(2));
}

void TestOrderBook::whatIsOverAndLeavesBothListsIsRemoved()
{
    Feed feed;
    feed.completed({makeOrder(u"1"_s, OrderState::Filled), makeOrder(u"2"_s, OrderState::Filled)});
    QCOMPARE(summary(feed.completed({makeOrder(u"2"_s, OrderState::Filled)})), u"//1"_s);
    QVERIFY(!feed.book.find(keyOf(u"1"_s)));
    QVERIFY(feed.book.withOrderId(u"1"_s).empty());
    QCOMPARE(feed.book.size(), std::size_t(1));
}

void TestOrderBook::whatWasMissingComesBack()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s)});
    feed.pending({});
    QCOMPARE(summary(feed.pending({makeOrder(u"1"_s)})), u"/1/"_s);
    QVERIFY(!feed.book.find(keyOf(u"1"_s))->missingSince);
}

void TestOrderBook::whatWasMissingIsFoundCompleted()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s)});
    feed.pending({});
    QCOMPARE(summary(feed.completed({makeOrder(u"1"_s, OrderState::Cancelled)})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
    QVERIFY(!feed.book.find(keyOf(u"1"_s))->missingSince);
}

void TestOrderBook::anEmptyListMakesEverythingMissing()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s)});
    QCOMPARE(summary(feed.pending({})), u"/1,2/"_s);
    QCOMPARE(feed.book.size(), std::size_t(2));
}

void TestOrderBook::anEventHoldsUntilAListIsAsNew()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open, u"5"_s)});
    QCOMPARE(summary(feed.event(makeOrder(u"1"_s, OrderState::Cancelled, u"8"_s))), u"/1/"_s);
    QVERIFY(feed.pending({makeOrder(u"1"_s, OrderState::InFlight, u"7"_s)}).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
    QCOMPARE(feed.book.shownBy(keyOf(u"1"_s)), ListKind::Event);
    QCOMPARE(summary(feed.pending({makeOrder(u"1"_s, OrderState::InFlight, u"9"_s)})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::InFlight);
    QCOMPARE(feed.book.shownBy(keyOf(u"1"_s)), ListKind::Pending);
}

void TestOrderBook::anEventWithoutAMarkerHoldsUntilALaterList()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open)});
    feed.event(makeOrder(u"1"_s, OrderState::InFlight));
    QVERIFY(feed.latePending({makeOrder(u"1"_s, OrderState::Open)}).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::InFlight);
    // It shows what it showed before the event: no change from list to list, and the truth all the same.
    QCOMPARE(summary(feed.pending({makeOrder(u"1"_s, OrderState::Open)})), u"/1/"_s);
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Open);
}

void TestOrderBook::anOlderEventSaysNothing()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open, u"5"_s)});
    QVERIFY(feed.event(makeOrder(u"1"_s, OrderState::Cancelled, u"4"_s)).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Open);
}

void TestOrderBook::anEventThatIsLateDoesNotBringAnOrderBack()
{
    Feed feed;
    feed.event(makeOrder(u"1"_s, OrderState::Cancelled));
    QVERIFY(feed.event(makeOrder(u"1"_s, OrderState::Open)).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
    feed.event(makeOrder(u"2"_s, OrderState::Cancelled, u"4"_s));
    QCOMPARE(summary(feed.event(makeOrder(u"2"_s, OrderState::Open, u"5"_s))), u"/2/"_s);
}

void TestOrderBook::anEventMayBringARow()
{
    Feed feed;
    QCOMPARE(summary(feed.event(makeOrder(u"1"_s, OrderState::Open, u"4"_s))), u"1//"_s);
    // The list then shows it too, and then no more.
    QVERIFY(feed.pending({makeOrder(u"1"_s, OrderState::Open, u"4"_s)}).isEmpty());
    feed.pending({});
    QVERIFY(feed.book.find(keyOf(u"1"_s))->missingSince);
}

void TestOrderBook::whatAnEventBroughtIsMissingWhereALaterListLacksIt()
{
    Feed feed;
    feed.event(makeOrder(u"1"_s, OrderState::Open));
    QVERIFY(feed.latePending({}).isEmpty());
    QCOMPARE(summary(feed.pending({})), u"/1/"_s);
    QVERIFY(feed.book.find(keyOf(u"1"_s))->missingSince);
}

void TestOrderBook::whatAnEventEndedStaysWhenTheListForgetsIt()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s, OrderState::Open)});
    feed.event(makeOrder(u"1"_s, OrderState::Cancelled));
    QVERIFY(feed.pending({}).isEmpty());
    QCOMPARE(stateOf(feed, u"1"_s), OrderState::Cancelled);
    QVERIFY(!feed.book.find(keyOf(u"1"_s))->missingSince);
}

// Another connection takes over: its own earlier list is older than what the book has.
void TestOrderBook::aListByAnotherReaderIsComparedWithTheBook()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s)});
    orders::Listing listing;
    listing.kind = orders::ListKind::Pending;
    listing.rows = {makeOrder(u"2"_s), makeOrder(u"3"_s)};
    orders::finishListing(listing);
    const orders::ListingDelta delta = feed.book.deltaTo(listing);
    QCOMPARE(delta.vanished.size(), std::size_t(1));
    QCOMPARE(delta.vanished.front().orderId, u"1"_s);
    const orders::BookDiff diff = feed.book.apply(listing, delta);
    QCOMPARE(diff.added.size(), std::size_t(1));
    QVERIFY(feed.book.find(keyOf(u"1"_s))->missingSince);
    QVERIFY(!feed.book.find(keyOf(u"2"_s))->missingSince);
    QVERIFY(feed.book.find(keyOf(u"3"_s)));
}

void TestOrderBook::namesWhatLivesOn()
{
    Feed feed;
    auto pair = std::make_shared<orders::Order>(*makeOrder(u"2"_s));
    pair->pairOrderId = u"1"_s;
    auto first = std::make_shared<orders::Order>(*makeOrder(u"1"_s));
    first->pairOrderId = u"2"_s;
    auto successor = std::make_shared<orders::Order>(*makeOrder(u"3"_s));
    successor->replacedOrderId = u"1"_s;
    feed.pending({first, pair, successor, makeOrder(u"4"_s)});
    QCOMPARE(feed.book.liveLinksOf(*first).size(), std::size_t(2));
    QCOMPARE(feed.book.liveLinksOf(*pair).size(), std::size_t(1));
    feed.event(makeOrder(u"3"_s, OrderState::Cancelled));
    QCOMPARE(feed.book.liveLinksOf(*first).size(), std::size_t(1));
    QCOMPARE(feed.book.liveLinksOf(*first).front()->orderId, u"2"_s);
}

void TestOrderBook::oneOrdersStatusBringsNoRow()
{
    Feed feed;
    const std::vector rows{makeOrder(u"1"_s), makeOrder(u"1"_s)};
    QVERIFY(feed.book.applyRows(rows, ListKind::Single, {}).isEmpty());
    QCOMPARE(feed.book.size(), std::size_t(0));
    feed.pending({makeOrder(u"1"_s, OrderState::Open, u"5"_s)});
    const std::vector newer{makeOrder(u"1"_s, OrderState::Filled, u"6"_s)};
    QCOMPARE(summary(feed.book.applyRows(newer, ListKind::Single, {})), u"/1/"_s);
}

void TestOrderBook::aBookThatIsClearedTellsEveryKey()
{
    Feed feed;
    feed.pending({makeOrder(u"1"_s), makeOrder(u"2"_s, u"ENTRY"_s)});
    QCOMPARE(summary(feed.book.clear()), u"//1,2"_s);
    QCOMPARE(feed.book.size(), std::size_t(0));
    QVERIFY(feed.book.withOrderId(u"1"_s).empty());
    QVERIFY(feed.book.clear().isEmpty());
}

void TestOrderBook::isAskedByOrderId()
{
    Feed feed;
    const auto yesterday = makeOrder(u"1"_s, {}, [](orders::Order &order) { order.key.day = 20240314; });
    feed.pending({makeOrder(u"1"_s), makeOrder(u"1"_s, u"ENTRY"_s), yesterday, makeOrder(u"2"_s)});
    QCOMPARE(feed.book.withOrderId(u"1"_s).size(), std::size_t(3));
    QCOMPARE(feed.book.withOrderId(u"3"_s).size(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestOrderBook)
#include "test_order_book.moc"
